/** What a tired editor does at midnight: nothing of it may lose a word, and each is answered in words. */
import { renameSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command, type DeskWindow, noWindow, openSample, openWindow, see, settled } from "./desk-window.ts";
import { InputMethod, parts } from "./editor-page.ts";

/** The edition as it stands, as text that can be compared. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
    return JSON.stringify(stage?.edition.pages.map((doc) => doc.toJSON()));
  });

interface Geometry {
  readonly page: string;
  readonly number: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly { id: string; kind: string; x: number; y: number; width: number }[];
}

/** Every page that is shown, in window coordinates. */
const geometry = (page: Page): Promise<Geometry[]> =>
  page.evaluate(() => {
    const target = document.querySelector<HTMLElement>("[data-sheet]");
    const stage = target?.stage;
    if (!target || !stage) throw new Error("no sheet is shown");
    const box = target.getBoundingClientRect();
    const { px, pages } = stage.layout;
    return pages.map((place) => {
      const x = box.left + place.x - target.scrollLeft;
      const y = box.top + place.y - target.scrollTop;
      const blocks = stage.blocks(place.page).map(({ id, kind, rect }) => ({
        id,
        kind,
        x: x + rect.x * px,
        y: y + rect.y * px,
        width: rect.width * px,
      }));
      const number = stage.sheet(place.page)?.number ?? "";
      return { page: place.page, number, x, y, width: place.width, height: place.height, blocks };
    });
  });

/** Middle of the printed 下转 or 上接 line of the page in front, in window coordinates. */
const jumpLine = (page: Page, way: "out" | "in") =>
  page.evaluate((wanted) => {
    const target = document.querySelector<HTMLElement>("[data-sheet]");
    const stage = target?.stage;
    const place = stage?.layout.pages[0];
    const end = stage?.jumpEnds.find((each) => each.page === place?.page && each.way === wanted);
    if (!target || !stage || !place || !end) throw new Error("no jump is printed here");
    const box = target.getBoundingClientRect();
    const { px } = stage.layout;
    return {
      x: box.left + place.x - target.scrollLeft + (end.rect.x + end.rect.width / 2) * px,
      y: box.top + place.y - target.scrollTop + (end.rect.y + end.rect.height / 2) * px,
    };
  }, way);

const printedJumps = (page: Page) =>
  page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
    return (
      stage?.sheets.flatMap((sheet) =>
        sheet.items.flatMap((item) =>
          item.kind === "glyphs" && item.role === "jump" ? [`${sheet.number} ${item.texts.join("")}`] : [],
        ),
      ) ?? []
    ).filter((line) => !line.includes(">>>"));
  });

describe.skipIf(noWindow)("the desk at midnight", () => {
  let desk: DeskWindow;
  let begun: string;
  beforeAll(async () => {
    desk = await openWindow();
    await openSample(desk.page);
    begun = await standing(desk.page);
  });
  afterAll(() => desk?.close());

  it("follows a jump by a click on its line, and back; a double click does no more", async () => {
    const { page } = desk;
    const out = await jumpLine(page, "out");
    await page.mouse.dblclick(out.x, out.y);
    await settled(page);
    expect((await see(page)).page).toBe("A2");
    await page.locator("[aria-pressed=true].block-row").filter({ hasText: "连续两日" }).waitFor();
    expect(await page.getByRole("button", { name: "版面", exact: true }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    const back = await jumpLine(page, "in");
    await page.mouse.click(back.x, back.y);
    await settled(page);
    expect((await see(page)).page).toBe("A1");
    await page.keyboard.press("Control+Shift+j");
    await settled(page);
    expect((await see(page)).page).toBe("A2");
    await page.keyboard.press("Control+Shift+j");
    await settled(page);
    expect((await see(page)).page).toBe("A1");
    expect(await standing(page)).toBe(begun);
  });

  it("takes an article across a spread: what jumped there is whole again, and one undo brings it back", async () => {
    const { page } = desk;
    const before = await printedJumps(page);
    await command(page, "对页显示");
    await settled(page);
    const [left, right] = await geometry(page);
    const article = left?.blocks.find(({ kind }) => kind === "article");
    if (!left || !right || !article) throw new Error("no spread");
    await page.mouse.move(article.x + article.width / 2, article.y + 12);
    await page.mouse.down();
    await page.mouse.move(right.x + right.width / 2, right.y + right.height / 2, { steps: 8 });
    await page.mouse.up();
    await settled(page);
    const [, target] = await geometry(page);
    expect(target?.blocks.map(({ id }) => id)).toContain(article.id);
    expect(await printedJumps(page)).toEqual(["A1 下转 A2 版①", "A2 上接 A1 版①"]);
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(await printedJumps(page)).toEqual(before);
    expect(await standing(page)).toBe(begun);
    await command(page, "对页显示");
  });

  it("takes a block that is dropped on a page of the list, and leaves one that is dropped nowhere on the sheet", async () => {
    const { page } = desk;
    await page.locator(".page-tabs button").first().click();
    await settled(page);
    const [sheet] = await geometry(page);
    const block = sheet?.blocks.filter(({ kind }) => kind === "article").at(-1);
    const list = await page.locator(".page-section").nth(1).boundingBox();
    if (!block || !list) throw new Error("nothing to drag");
    await page.mouse.move(block.x + block.width / 2, block.y + 10);
    await page.mouse.down();
    await page.mouse.move(list.x + 60, list.y + 30, { steps: 8 });
    await page.mouse.up();
    await settled(page);
    const moved = await geometry(page);
    expect(moved[0]?.number).toBe("A2");
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(await standing(page)).toBe(begun);

    await page.locator(".page-tabs button").first().click();
    await settled(page);
    await page.mouse.move(block.x + block.width / 2, block.y + 10);
    await page.mouse.down();
    await page.mouse.move(-80, -80, { steps: 4 });
    await page.mouse.move(4000, 4000, { steps: 4 });
    await page.mouse.up();
    await settled(page);
    // At the edge of the grid, not over it.
    const { blocks } = await see(page);
    const there = blocks.find(({ id }) => id === block.id);
    expect((there?.place.line ?? 0) + (there?.place.lines ?? 0)).toBeLessThanOrEqual(122);
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(await standing(page)).toBe(begun);
  });

  it("refuses a whole text pasted into a headline, and says so", async () => {
    const { page } = desk;
    await page.locator(".block-row").first().click();
    await page.getByRole("button", { name: "撰稿", exact: true }).click();
    await page.locator(".part-headline .part-text").click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "夜班编辑贴错了地方。".repeat(5000));
      const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
      document.querySelector(".galley-text")?.dispatchEvent(paste);
    });
    await page.getByText("这段有 50000 字，不像标题").waitFor();
    expect(await standing(page)).toBe(begun);
  });

  it("keeps what was being composed when the view is changed under it", async () => {
    const { page } = desk;
    const ime = await InputMethod.on(page);
    await page.locator(".galley-text p").nth(1).click();
    await ime.spell("yeban");
    // A shortcut means nothing meanwhile; a press on the button ends the composition.
    await page.keyboard.press("Control+1");
    expect(await page.locator(".galley-text").count()).toBe(1);
    await page.getByRole("button", { name: "版面", exact: true }).click();
    await settled(page);
    await page.getByRole("button", { name: "撰稿", exact: true }).click();
    await settled(page);
    const list = await parts(page);
    expect(list.filter(({ text }) => text.includes("yeban"))).toHaveLength(1);
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(await standing(page)).toBe(begun);
  });

  it("goes on writing while a PDF is made", async () => {
    const { page } = desk;
    await command(page, "导出 PDF");
    await page.getByRole("button", { name: "导出…", exact: true }).click();
    await page.getByRole("button", { name: "存到这里" }).click();
    await page.getByRole("button", { name: "转到后台" }).click();
    await page.locator(".galley-text p").first().click();
    await page.keyboard.type("夜");
    await page.getByRole("button", { name: "导出完成，看印前检查" }).click({ timeout: 60_000 });
    await page.getByRole("dialog").getByText("印前检查：PDF/X-4").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "完成", exact: true }).click();
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(await standing(page)).toBe(begun);
  }, 120_000);

  it("reads, in a second window, what the first is writing, follows it, and may take over", async () => {
    const { page } = desk;
    const address = await page.evaluate(() => `${location.origin}/#token=${sessionStorage.getItem("token")}`);
    const opened = page.context().waitForEvent("page");
    await page.evaluate((url) => void window.open(url, "_blank", "noopener"), address);
    const second = await opened;
    await second.locator(".recent-list button").first().click();
    await second.locator(".saved").filter({ hasText: "只读" }).waitFor();
    await second.getByText("正在另一个窗口里编辑").waitFor();
    await second.locator(".saved").filter({ hasText: "另一窗口正在编辑" }).waitFor();
    // A window that is behind draws no frames, so whoever is looked at is brought forward.
    await page.bringToFront();
    await page.locator(".galley-text p").first().click();
    await page.keyboard.insertText("渡");
    await settled(page);
    await second.bringToFront();
    await expect.poll(() => standing(second), { timeout: 5000 }).not.toBe(begun);
    await page.bringToFront();
    await page.keyboard.press("Control+z");
    await settled(page);
    await second.bringToFront();
    await expect.poll(() => standing(second), { timeout: 5000 }).toBe(begun);
    // The first is closed without a word: the second may go on, and does.
    await page.goto("about:blank");
    await second.getByRole("button", { name: "接手编辑" }).click();
    await second.locator(".saved").filter({ hasText: "已保存" }).waitFor();
    await second.locator(".block-row").nth(1).click();
    await second.getByRole("button", { name: "撰稿", exact: true }).click();
    await second.locator(".galley-text p").first().click();
    await second.keyboard.insertText("渡");
    await settled(second);
    expect(await standing(second)).not.toBe(begun);
    await second.keyboard.press("Control+z");
    await settled(second);
    await second.close();
    await page.goto(address);
    await page.locator(".recent-list button").first().click();
    await page.locator(".saved").filter({ hasText: "已保存" }).waitFor();
    expect(await standing(page)).toBe(begun);
  });

  it("says that the file was taken away while nobody typed, and is content once it is back", async () => {
    const { page } = desk;
    await settled(page);
    const path = join(desk.home, "sample.dayang");
    renameSync(path, `${path}.elsewhere`);
    await page.locator(".saved").filter({ hasText: "存不了，另存为…" }).waitFor();
    await page.getByText("已被移走、改名、删除或换成了别的文件").waitFor();
    renameSync(`${path}.elsewhere`, path);
    await page.locator(".saved").filter({ hasText: "已保存" }).waitFor();
    await page.getByText("已被移走、改名、删除或换成了别的文件").waitFor({ state: "detached" });
  });

  it("reads a date as it is written, steps through days by key, and says what is wrong in its own language", async () => {
    const { page } = desk;
    await settled(page);
    await command(page, "刊期信息");
    const date = page.getByRole("textbox", { name: "出版日期" });
    await date.fill("2020年2月29日");
    await page.getByRole("dialog").getByText("星期六").waitFor();
    await date.press("ArrowUp");
    expect(await date.inputValue()).toBe("2020-03-01");
    await date.fill("2020-02-30");
    await page.getByText("2020 年 2 月没有 30 日").waitFor();
    expect(await page.getByRole("button", { name: "确定", exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await standing(page)).toBe(begun);
  });

  it("complained of nothing", () => {
    expect(desk.complaints).toEqual([]);
  });
});
