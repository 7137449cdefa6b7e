/** Every view of the desk, light and dark, against the picture of it that was looked at. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, type DeskWindow, noWindow, openSample, openWindow, saved } from "./desk-window.ts";
import { againstGolden, difference, still } from "./golden.ts";

/** An article of our own, to be dropped on the desk. */
const ARRIVING = `南门渡口恢复摆渡
本报记者 林一苇
本报讯 昨日清晨，停航四个月的南门渡口恢复摆渡，首班渡船载客32人。
渡口每日往返16班，头班六点半，末班十八点。

环城公交增开两条夜班线
本报讯 自下月起，环城公交增开两条夜班线，沿途设站23个。
`;

const USUAL = { width: 1440, height: 900 } as const;
/** The larger of the two screens the desk is drawn for; light chrome is enough to see that everything finds its place. */
const LARGE = { width: 1920, height: 1080 } as const;

describe.skipIf(noWindow).each(["light", "dark"] as const)("the desk looks as it did: %s", (theme) => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openWindow({ theme, ...USUAL });
  });
  afterAll(() => desk?.close());

  const looksRight = async (name: string) => {
    const { page } = desk;
    await still(page);
    expect.soft(await againstGolden(page, `${name}-${theme}`)).toBeNull();
    if (theme !== "light") return;
    await page.setViewportSize(LARGE);
    expect.soft(await againstGolden(page, `${name}-${theme}-1920`)).toBeNull();
    await page.setViewportSize(USUAL);
  };
  const view = async (name: string) => {
    await desk.page.getByRole("button", { name, exact: true }).click();
    await saved(desk.page);
  };
  const dialog = async (name: string, picture: string) => {
    await command(desk.page, name);
    await desk.page.getByRole("dialog").waitFor();
    await saved(desk.page);
    await looksRight(picture);
    await desk.page.keyboard.press("Escape");
  };

  it("start", async () => {
    await looksRight("start");
  });

  it("a new edition, and what it begins with", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: "新建一期…" }).click();
    await page.getByRole("dialog").getByLabel("报名").fill("南岸日报");
    await page.getByRole("textbox", { name: "出版日期" }).fill("2020年2月18日");
    await page.keyboard.press("Tab");
    await looksRight("new");
    await page.getByRole("button", { name: "新建", exact: true }).click();
    await page.getByRole("button", { name: "存到这里" }).click();
    await page.waitForSelector("[data-sheet]");
    await saved(page);
    await looksRight("empty");
    await command(page, "关闭这一期");
    await openSample(page);
  });

  it("layout, a block selected", async () => {
    await desk.page.locator(".page-section[data-front] .block-row").first().click();
    await saved(desk.page);
    await looksRight("layout");
  });

  it("a spread, the jump of the selected block shown", async () => {
    await desk.page.locator(".block-row").filter({ hasText: "连续两日" }).first().click();
    await command(desk.page, "对页显示");
    await saved(desk.page);
    await looksRight("spread");
    await command(desk.page, "对页显示");
    await saved(desk.page);
  });

  it("writing", async () => {
    await desk.page.locator(".page-section[data-front] .block-row").filter({ hasText: "连续两日" }).click();
    await view("撰稿");
    await desk.page.waitForSelector(".galley-text .set-line");
    await looksRight("write");
  });

  it("find and replace", async () => {
    await desk.page.keyboard.press("Control+f");
    await desk.page.getByRole("textbox", { name: "查找" }).fill("确诊");
    await saved(desk.page);
    await looksRight("find");
    await desk.page.keyboard.press("Escape");
  });

  it("proofing, the first finding in front and under the loupe", async () => {
    await view("校对");
    await desk.page.locator(".proof-row").first().click();
    await saved(desk.page);
    await looksRight("proof");
  });

  it("figures, the first of them in front", async () => {
    await view("图数");
    await desk.page.locator(".proof-row").first().click();
    await saved(desk.page);
    await looksRight("figures");
  });

  it.each([
    ["批注", "comments"],
    ["签样", "sign"],
    ["历史", "history"],
    ["分色", "plates"],
  ])("%s", async (name, picture) => {
    await view(name);
    // Plates are made in a worker: the bar goes when they are there.
    await desk.page.waitForFunction(() => !document.querySelector(".desk-right progress"), undefined, {
      timeout: 60_000,
    });
    await saved(desk.page);
    await looksRight(picture);
  });

  it("the menu", async () => {
    await view("版面");
    await desk.page.getByRole("button", { name: "菜单" }).click();
    await looksRight("menu");
    await desk.page.keyboard.press("Escape");
  });

  it("the command palette", async () => {
    await desk.page.keyboard.press("Control+k");
    await desk.page.getByRole("combobox", { name: "命令面板" }).fill("版");
    await looksRight("palette");
    await desk.page.keyboard.press("Escape");
  });

  it("the dialogs of a block, of the edition, of keys", async () => {
    await desk.page.locator(".page-section[data-front] .block-row").nth(2).click();
    await dialog("转版…", "jump");
    await dialog("互换位置…", "swap");
    await dialog("刊期信息", "facts");
    await dialog("快捷键一览", "shortcuts");
  });

  it("cropping", async () => {
    await desk.page.locator(".block-row").filter({ hasText: "北汽" }).first().click();
    await command(desk.page, "裁图");
    await desk.page.locator(".crop img").waitFor();
    await saved(desk.page);
    await looksRight("crop");
    await desk.page.keyboard.press("Escape");
  });

  it("the export dialog, with what stands in the way", async () => {
    await dialog("导出 PDF", "export");
  });

  it("what an import has found", async () => {
    await desk.page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "来稿.txt", { type: "text/plain" }));
      const target = document.querySelector("[data-sheet]");
      target?.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    }, ARRIVING);
    await desk.page.getByRole("dialog").waitFor();
    await looksRight("import");
    await desk.page.keyboard.press("Escape");
  });

  it("an edition that can only be read", async () => {
    const { page } = desk;
    const address = await page.evaluate(() => `${location.origin}/#token=${sessionStorage.getItem("token")}`);
    const opened = page.context().waitForEvent("page");
    await page.evaluate((url) => void window.open(url, "_blank", "noopener"), address);
    const second = await opened;
    await second.setViewportSize(USUAL);
    await second.locator(".recent-list button").first().click();
    await second.locator(".saved").filter({ hasText: "只读" }).waitFor();
    await still(second);
    expect.soft(await againstGolden(second, `read-only-${theme}`)).toBeNull();
    await second.close();
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
