/** The plates view: inks read where the pointer is and by keys, plates switched, too much ink shown and listed. */
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, type DeskWindow, noWindow, openSample, openWindow, see, settled } from "./desk-window.ts";

describe.skipIf(noWindow)("plates", () => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openWindow();
    await openSample(desk.page);
    await desk.page.getByRole("button", { name: "分色", exact: true }).click();
    await ready();
  });
  afterAll(() => desk?.close());

  const ready = () => desk.page.getByText(/每英寸 \d+ 点 · 总墨量上限/).waitFor({ timeout: 30_000 });
  /** The table's rows: plate, ink where it is read, mean. */
  const inks = async () =>
    (await desk.page.locator(".plates-inks :is(tbody, tfoot) tr").allInnerTexts()).map((row) =>
      row.split(/\s*\t\s*|\n/).filter(Boolean),
    );
  const inkOf = async (plate: string) => Number((await inks()).find(([name]) => name === plate)?.at(1));
  /** Mean colour of the sheet's middle, as it is painted. */
  async function colour(): Promise<number[]> {
    await desk.page.waitForTimeout(700);
    const picture = await desk.page.locator("[data-sheet]").screenshot();
    const { channels } = await sharp(picture).stats();
    return channels.slice(0, 3).map(({ mean }) => mean);
  }

  it("tells the mean ink of every plate, black most of all", async () => {
    const rows = await inks();
    expect(rows.map(([name]) => name)).toEqual(["青 C", "品红 M", "黄 Y", "黑 K", "总墨量"]);
    const means = rows.map((row) => Number(row.at(-1)));
    expect(Math.min(...means)).toBeGreaterThan(0);
    expect(means[3]).toBeGreaterThan(means[0] ?? 0);
    expect(means[4]).toBeCloseTo(
      means.slice(0, 4).reduce((a, b) => a + b, 0),
      0,
    );
  });

  it("reads the ink under the pointer, of paper and of the photograph", async () => {
    const { blocks } = await see(desk.page);
    const picture =
      blocks.find(({ kind }) => kind === "picture") ?? blocks.find(({ kind }) => kind === "advert");
    const box = await desk.page.locator("[data-sheet]").boundingBox();
    if (!box) throw new Error("no sheet");
    const first = blocks[0];
    if (!first) throw new Error("no block");
    // The margin has nothing on it.
    await desk.page.mouse.move(first.left - 10, first.bottom - 10);
    expect(await inkOf("总墨量")).toBe(0);
    if (picture) {
      await desk.page.mouse.move((picture.left + picture.right) / 2, (picture.top + picture.bottom) / 2);
      expect(await inkOf("总墨量")).toBeGreaterThan(0);
    }
  });

  it("reads the ink by keys, and says it", async () => {
    await desk.page.locator("[data-sheet]").focus();
    await desk.page.mouse.move(2, 300);
    await desk.page.keyboard.press("ArrowRight");
    const said = () => desk.page.locator("#sheet-said").textContent();
    expect(await said()).toMatch(/左 196、上 \d+ 毫米处：C \d+% M \d+% Y \d+% K \d+%，总墨量 \d+%/);
    await desk.page.keyboard.press("Shift+ArrowDown");
    expect(await said()).toMatch(/左 196、上 28[12] 毫米处/);
    const x = desk.page.getByLabel("左/毫米");
    await x.fill("20");
    expect(await said()).toContain("左 20、上");
  });

  it("shows the plates that are on, one by itself in grey, and all of them as total ink", async () => {
    await desk.page.locator("[data-sheet]").focus();
    const whole = await colour();
    await desk.page.keyboard.press("k");
    const withoutBlack = await colour();
    expect(withoutBlack[0]).toBeGreaterThan(whole[0] ?? 255);
    await desk.page.keyboard.press("m");
    await desk.page.keyboard.press("y");
    const cyan = desk.page.getByRole("checkbox", { name: "青 C" });
    expect(await cyan.isChecked()).toBe(true);
    expect(await desk.page.getByRole("checkbox", { name: "黑 K" }).isChecked()).toBe(false);
    for (const key of "kmy") await desk.page.keyboard.press(key);
    await desk.page.keyboard.press("t");
    expect(await desk.page.getByRole("checkbox", { name: "以灰度显示总墨量" }).isChecked()).toBe(true);
    await desk.page.keyboard.press("t");
    await expect.poll(colour, { timeout: 10_000 }).toEqual(whole);
  });

  it("separates again after an edit, and can be stopped", async () => {
    const before = await inks();
    await desk.page.keyboard.press("Control+1");
    const { blocks } = await see(desk.page);
    const block = blocks.find(({ kind, place }) => kind === "article" && place.lines > 20);
    if (!block) throw new Error("no block");
    await desk.page.mouse.click((block.left + block.right) / 2, block.top + 20);
    await desk.page.locator("[data-sheet]").focus();
    await desk.page.keyboard.press("Escape");
    await desk.page.mouse.click((block.left + block.right) / 2, block.top + 20);
    for (let i = 0; i < 4; i++) await desk.page.keyboard.press("Shift+ArrowUp");
    await settled(desk.page);
    await desk.page.getByRole("button", { name: "分色", exact: true }).click();
    await ready();
    expect((await inks()).map((row) => row.at(-1))).not.toEqual(before.map((row) => row.at(-1)));
    for (let i = 0; i < 4; i++) await desk.page.keyboard.press("Control+z");
    await settled(desk.page);

    await desk.page.getByRole("button", { name: "A2", exact: true }).click();
    const stop = desk.page.getByRole("button", { name: "停止" });
    await stop.click({ timeout: 10_000 });
    await desk.page.getByText("这一版还没有分色").waitFor();
    await desk.page.getByRole("button", { name: "重新分色" }).click();
    await ready();
  });

  it("is clean by axe, and complains of nothing", async () => {
    expect(await axe(desk.page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});
