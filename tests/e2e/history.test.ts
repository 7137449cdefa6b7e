/**
 * An evening remembered: a comment set, the text around it edited, resolved; the page looked back at, an article
 * restored, and that undone. On the built desk in Chromium.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  axe,
  command,
  type DeskWindow,
  noWindow,
  openSample,
  openWindow,
  see,
  settled,
} from "./desk-window.ts";

const WORDS = "今天上午九点整，";

describe.skipIf(noWindow)("an evening remembered", () => {
  let desk: DeskWindow;
  const view = (name: string) => desk.page.getByRole("button", { name, exact: true }).click();
  const second = () => desk.page.locator(".ProseMirror p").nth(1);
  const text = async () => (await second().textContent()) ?? "";
  const threads = () => desk.page.locator("[data-thread]");
  /** The lead of the first page in the galley. */
  const toLead = async () => {
    await desk.page.locator(".page-section").first().getByText("连续两日").first().click();
    await view("撰稿");
  };
  /** Puts the caret at the beginning of its second paragraph. */
  const toSecond = async () => {
    await toLead();
    await second().click({ position: { x: 60, y: 8 } });
    await desk.page.locator(".ProseMirror-focused").waitFor();
    await desk.page.keyboard.press("Home");
    await desk.page.waitForTimeout(150);
  };

  beforeAll(async () => {
    desk = await openWindow();
    desk.page.setDefaultTimeout(10_000);
    await openSample(desk.page);
  });
  afterAll(async () => {
    const said = desk?.complaints ?? [];
    await desk?.close();
    expect(said).toEqual([]);
  });

  it("sets a query on words chosen in the galley, by keys alone", async () => {
    const { page } = desk;
    await toSecond();
    for (let i = 0; i < 6; i++) await page.keyboard.press("Shift+ArrowRight");
    await page.waitForTimeout(150);
    const chosen = await page.evaluate(() => getSelection()?.toString() ?? "");
    expect([...chosen].length).toBe(6);
    await page.keyboard.press("Control+Alt+q");
    await page.locator(".comments-draft textarea").waitFor();
    await page.keyboard.type("这个时间对吗？");
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await threads().locator(".thread-quote").textContent()).toBe(chosen);
    expect(
      await page.locator("[data-keys=comments]").evaluate((list) => list === document.activeElement),
    ).toBe(true);
    expect(await axe(page)).toEqual([]);
  });

  it("keeps it on its words while the text around them is edited, and undo goes back through both", async () => {
    const { page } = desk;
    const quote = await threads().locator(".thread-quote").textContent();
    await toSecond();
    const before = await text();
    await page.keyboard.type(WORDS);
    await settled(page);
    expect(await text()).toBe(WORDS + before);
    // Other marks may part what is shown of it.
    expect((await second().locator(".comment-query").allTextContents()).join("")).toBe(quote);
    // The words themselves go, and come back: after a pause, so that they go in an event of their own.
    await page.waitForTimeout(900);
    const length = [...(quote ?? "")].length;
    for (let i = 0; i < length; i++) await page.keyboard.press("Delete");
    await settled(page);
    expect(await second().locator(".comment-query").count()).toBe(0);
    await view("批注");
    expect(await threads().locator(".thread-quote em").textContent()).toBe("原文已删");
    await command(page, "撤销");
    await settled(page);
    expect(await threads().locator(".thread-quote").textContent()).toBe(quote);
    await toLead();
    expect(await text()).toBe(WORDS + before);
  });

  it("sets a comment on words swept over on the sheet, answers it, walks, and resolves both", async () => {
    const { page } = desk;
    await view("批注");
    const block = (await see(page)).blocks.filter(({ kind }) => kind === "article")[2];
    if (!block) throw new Error("the sample has articles");
    await page.mouse.move(block.left + 30, block.bottom - 60);
    await page.mouse.down();
    await page.mouse.move(block.left + 30, block.bottom - 44, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press("Control+Alt+m");
    await page.locator(".comments-draft textarea").waitFor();
    await page.keyboard.type("可以删去这一句。");
    await page.keyboard.press("Enter");
    await settled(page);
    await page.keyboard.press("r");
    await page.locator(".thread .remark-form textarea").waitFor();
    await page.keyboard.type("同意。");
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await page.locator(".thread[data-front] .remark-text").allTextContents()).toEqual([
      "可以删去这一句。",
      "同意。",
    ]);
    const front = () => page.locator(".thread[data-front]").getAttribute("data-thread");
    const first = await front();
    await page.keyboard.press("F9");
    expect(await front()).not.toBe(first);
    await page.keyboard.press("Alt+F9");
    await page.keyboard.press("Alt+F9");
    await settled(page);
    expect(await threads().count()).toBe(0);
    await page.getByRole("button", { name: /已了结 2/ }).click();
    expect(await threads().count()).toBe(2);
    await page.getByRole("button", { name: /未了结 0/ }).click();
  });

  it("shows the page as it was, with what changed at that moment", async () => {
    const { page } = desk;
    await view("历史");
    await page.getByRole("slider").focus();
    await page.keyboard.press("Home");
    await page.locator(".history-changes[aria-busy=false]").waitFor();
    await page.getByRole("button", { name: "此后改了", exact: true }).click();
    await page.locator(".history-block ins").first().waitFor();
    expect(await page.locator(".history-block ins").allTextContents()).toEqual([WORDS]);
    expect(await page.locator(".history-banner").textContent()).toContain("不是现在的版面");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("End");
    expect(await page.locator(".history-banner").textContent()).toContain("现在的");
  });

  it("restores the article from then, says so, and takes it back", async () => {
    const { page } = desk;
    await page.getByRole("slider").focus();
    await page.keyboard.press("Home");
    await page.locator(".history-restore").first().click();
    await settled(page);
    await toLead();
    expect(await text()).not.toContain(WORDS);
    await command(page, "撤销");
    await settled(page);
    expect(await text()).toContain(WORDS);
  });

  it("says who changed a paragraph, keeps a version under a name, and exports the record", async () => {
    const { page, home } = desk;
    await toSecond();
    await page.keyboard.press("Control+Alt+b");
    await page.locator(".blame li").first().waitFor();
    expect(await page.locator(".blame li ins").first().textContent()).toBe(WORDS);
    await view("版本");
    await page.getByLabel("版本名称").fill("送审稿");
    await page.keyboard.press("Enter");
    await page.locator(".versions li").first().waitFor();
    expect(await page.locator(".versions b").allTextContents()).toEqual(["送审稿"]);
    await page.getByRole("button", { name: "导出本版记录" }).click();
    await page.getByRole("button", { name: "存到这里" }).click();
    await page.getByText(/已导出 \d+ 条记录/).waitFor();
    const file = readdirSync(home).find((name) => name.endsWith(".csv"));
    const record = readFileSync(join(home, file ?? ""), "utf8");
    expect(record).toContain('"问作者"');
    expect(record.split("\r\n").length).toBeGreaterThan(8);
  });

  it("offers exactly what was open to a window that comes back after it was killed", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: "A2", exact: true }).click();
    await view("校对");
    await page.waitForTimeout(800);
    // No goodbye: the page is simply gone, as after a kill.
    await page.reload();
    const offer = page.locator(".left-off");
    await offer.waitFor();
    expect(await offer.textContent()).toContain("A2 版 · 校对");
    await offer.click();
    await page.waitForSelector("[data-sheet]");
    await settled(page);
    expect((await see(page)).page).toBe("A2");
    expect(await page.locator(".desk").getAttribute("data-view")).toBe("proof");
    await command(page, "关闭这一期");
    await page.locator(".start-action").first().waitFor();
    await page.waitForTimeout(800);
    await page.reload();
    await page.locator(".recent-list button").first().waitFor();
    expect(await offer.count()).toBe(0);
  });
});
