/** Every view of the desk, light and dark, against the picture of it that was looked at. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, type DeskWindow, noWindow, openSample, openWindow, settled } from "./desk-window.ts";
import { againstGolden, difference, still } from "./golden.ts";

/** An article of our own, to be dropped on the desk. */
const ARRIVING = `南门渡口恢复摆渡
本报记者 林一苇
本报讯 昨日清晨，停航四个月的南门渡口恢复摆渡，首班渡船载客32人。
渡口每日往返16班，头班六点半，末班十八点。

环城公交增开两条夜班线
本报讯 自下月起，环城公交增开两条夜班线，沿途设站23个。
`;

const looks = [
  { name: "light", theme: "light", width: 1440, height: 900, only: null },
  { name: "dark", theme: "dark", width: 1440, height: 900, only: null },
  { name: "light-1920", theme: "light", width: 1920, height: 1080, only: "layout" },
] as const;

describe.skipIf(noWindow).each(looks)("the desk looks as it did: $name", ({ name, only, ...window }) => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openWindow(window);
    if (only) await openSample(desk.page);
  });
  afterAll(() => desk?.close());
  const looksRight = async (view: string) => {
    await still(desk.page);
    await desk.page.waitForTimeout(200);
    expect(await againstGolden(desk.page, `${view}-${name}`)).toBeNull();
  };
  const view = async (words: string) => {
    await desk.page.getByRole("button", { name: words, exact: true }).click();
    await settled(desk.page);
  };

  it.skipIf(only)("start", async () => {
    await looksRight("start");
    await openSample(desk.page);
  });

  it("layout, a block selected", async () => {
    await desk.page.locator(".page-section[data-front] .block-row").first().click();
    await settled(desk.page);
    await looksRight("layout");
  });

  it.skipIf(only)("writing", async () => {
    await view("撰稿");
    await desk.page.waitForSelector(".galley-text .set-line");
    await looksRight("write");
  });

  it.skipIf(only)("proofing, the first finding in front", async () => {
    await view("校对");
    await desk.page.locator(".proof-row").first().click();
    await settled(desk.page);
    await looksRight("proof");
  });

  it.skipIf(only)("figures, the first of them in front", async () => {
    await view("图数");
    await desk.page.locator(".proof-row").first().click();
    await settled(desk.page);
    await looksRight("figures");
  });

  it.skipIf(only)("the command palette", async () => {
    await desk.page.keyboard.press("Control+k");
    await desk.page.getByRole("combobox", { name: "命令面板" }).fill("版");
    await looksRight("palette");
    await desk.page.keyboard.press("Escape");
  });

  it.skipIf(only)("the export dialog, with what stands in the way", async () => {
    await command(desk.page, "导出 PDF");
    await desk.page.getByRole("dialog").waitFor();
    await settled(desk.page);
    await looksRight("export");
    await desk.page.keyboard.press("Escape");
  });

  it.skipIf(only)("what an import has found", async () => {
    await desk.page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "来稿.txt", { type: "text/plain" }));
      const target = document.querySelector("[data-sheet]");
      target?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    }, ARRIVING);
    await desk.page.getByRole("dialog").waitFor();
    await looksRight("import");
    await desk.page.keyboard.press("Escape");
    expect(desk.complaints).toEqual([]);
  });
});

describe("the comparison of pictures", () => {
  const golden = () => readFileSync(join(import.meta.dirname, "../golden/desk/layout-light.png"));

  it("finds nothing between a picture and itself, nor where every letter's edge is a little softer", async () => {
    expect(await difference(golden(), golden())).toBe(0);
    expect(await difference(golden(), await sharp(golden()).blur(0.4).png().toBuffer())).toBeLessThan(0.015);
  });

  it("sees a panel of another colour, a picture that has moved by 8 px, and a window of another shape", async () => {
    const panel = {
      input: { create: { width: 253, height: 200, channels: 3, background: "#d6d3ce" } },
    } as const;
    const tinted = await sharp(golden())
      .composite([{ ...panel, left: 707, top: 133 }])
      .png()
      .toBuffer();
    expect(await difference(golden(), tinted)).toBeGreaterThan(0.015);
    const moved = await sharp(golden())
      .extract({ left: 6, top: 0, width: 954, height: 600 })
      .extend({ right: 6, background: "white" })
      .png()
      .toBuffer();
    expect(await difference(golden(), moved)).toBeGreaterThan(0.015);
    const lower = await sharp(golden())
      .extract({ left: 0, top: 0, width: 960, height: 570 })
      .png()
      .toBuffer();
    expect(await difference(golden(), lower)).toBe(1);
  });
});
