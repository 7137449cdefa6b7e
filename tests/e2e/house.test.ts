/**
 * The house's rules and lists at the desk: a rule switched off, weighed, explained; lists added to, changed, undone;
 * a pack read, written and kept for editions to come. By keyboard throughout, and sound to a screen reader.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, command, type DeskWindow, noWindow, openSample, openWindow } from "./desk-window.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "校对规则与名单" });
const tab = (page: Page, name: string) => dialog(page).getByRole("tab", { name });
const field = (page: Page, name: string) => dialog(page).getByRole("textbox", { name });
const status = (page: Page) => page.locator(".status-line").textContent();
/** Waits for a check with the style as it is now. */
const checked = (page: Page) => page.waitForTimeout(700);

describe.skipIf(noWindow)("the house's rules and lists", () => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openWindow();
    desk.page.setDefaultTimeout(10_000);
    await openSample(desk.page);
  });
  afterAll(() => desk?.close());

  it("opens at the rule of the finding in front, with what it reports and what not", async () => {
    const { page } = desk;
    await page.keyboard.press("F8");
    await page.locator("[data-findings]").waitFor();
    const name = await page.locator(".proof-card-head span").first().textContent();
    await page.keyboard.press("w");
    const detail = dialog(page).locator(".house-detail");
    expect(await detail.locator("h3").textContent()).toContain(name);
    expect(await detail.locator("[data-which=fires] mark").count()).toBeGreaterThan(0);
    expect(await detail.locator("[data-which=silent] li").count()).toBeGreaterThan(0);
    expect(await axe(page)).toEqual([]);
  });

  it("switches a rule off, which empties its row and the status line, and undo switches it on", async () => {
    const { page } = desk;
    const before = await status(page);
    const row = dialog(page).locator(".house-rule[data-front=true]");
    await row.getByRole("switch").press("Space");
    await checked(page);
    expect(await row.locator("small").count()).toBe(0);
    expect(await status(page)).not.toBe(before);
    await dialog(page).getByRole("button", { name: "撤销上一步" }).click();
    await checked(page);
    expect(await row.locator("small").count()).toBe(1);
    expect(await status(page)).toBe(before);
  });

  it("weighs a rule: what was an error is advice", async () => {
    const { page } = desk;
    const before = await status(page);
    const row = dialog(page).locator(".house-rule[data-front=true]");
    await row.getByRole("combobox").selectOption("advice");
    await checked(page);
    expect(await status(page)).not.toBe(before);
    await row.getByRole("combobox").selectOption("");
    await checked(page);
    expect(await status(page)).toBe(before);
  });

  it("adds, refuses twice the same, changes and removes a term, by keyboard alone", async () => {
    const { page } = desk;
    await tab(page, "规则").focus();
    await page.keyboard.press("ArrowDown");
    await field(page, "不用的词").fill("最佳");
    await field(page, "改用").fill("知名");
    await page.keyboard.press("Enter");
    const rows = dialog(page).locator("tbody tr");
    expect(await rows.count()).toBe(1);
    await field(page, "不用的词").fill("最佳");
    await page.keyboard.press("Enter");
    expect(await dialog(page).locator(".house-fault").first().textContent()).toContain("已经有了");
    expect(await rows.count()).toBe(1);
    await page.getByRole("button", { name: "修改“最佳”" }).press("Enter");
    await page.keyboard.type("绝佳");
    await page.keyboard.press("Enter");
    expect(await rows.first().textContent()).toContain("绝佳知名");
    await page.getByRole("button", { name: "修改“绝佳”" }).press("Enter");
    await page.keyboard.type("极佳");
    await page.keyboard.press("Escape");
    expect(await dialog(page).count()).toBe(1);
    expect(await rows.first().textContent()).toContain("绝佳知名");
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "删除“绝佳”" }).press("Enter");
    expect(await rows.count()).toBe(0);
  });

  it("reports a term of the list where it stands, and no more once it is gone", async () => {
    const { page } = desk;
    const before = await status(page);
    await field(page, "不用的词").fill("社区");
    await page.keyboard.press("Enter");
    await checked(page);
    expect(await status(page)).not.toBe(before);
    await dialog(page).getByRole("button", { name: "撤销上一步" }).click();
    await checked(page);
    expect(await status(page)).toBe(before);
  });

  it("keeps officials in the order they are moved to", async () => {
    const { page } = desk;
    await tab(page, "领导排序").click();
    for (const [name, title] of [
      ["段慕白", "市委书记"],
      ["喻敬之", "市长"],
    ] as const) {
      await field(page, "姓名").fill(name);
      await field(page, "职务").fill(title);
      await page.keyboard.press("Enter");
    }
    await page.getByRole("button", { name: "“喻敬之”上移" }).press("Enter");
    const names = dialog(page).locator("tbody tr td:nth-child(2)");
    expect(await names.allTextContents()).toEqual(["喻敬之", "段慕白"]);
    // Rows of a spreadsheet, all at once.
    await field(page, "姓名").evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "方静宜\t市人大常委会主任\n喻敬之\t市长");
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await names.allTextContents()).toEqual(["喻敬之", "段慕白", "方静宜"]);
    expect(await dialog(page).locator(".house-pane").textContent()).toContain("已加 1 条，1 条重复");
    await dialog(page).getByRole("button", { name: "撤销上一步" }).click();
    expect(await names.allTextContents()).toEqual(["喻敬之", "段慕白"]);
  });

  it("writes the pack that another desk reads, and keeps it for editions to come", async () => {
    const { page, home } = desk;
    await dialog(page).getByRole("button", { name: "存成规则包…" }).click();
    await page.getByRole("button", { name: "存到这里" }).click();
    const file = join(home, "湘江晨报.json");
    await expect.poll(() => existsSync(file)).toBe(true);
    const pack = JSON.parse(readFileSync(file, "utf8"));
    expect(pack.people.map((person: { name: string }) => person.name)).toEqual(["喻敬之", "段慕白"]);

    const more = join(home, "more.json");
    writeFileSync(more, JSON.stringify({ name: "同行", lexicon: ["渡假村"], forms: { byline: "space" } }));
    const chooser = page.waitForEvent("filechooser");
    await dialog(page).getByRole("button", { name: "读入规则包…" }).click();
    await (await chooser).setFiles(more);
    await tab(page, "本报词库").click();
    await dialog(page).locator("tbody tr").first().waitFor();
    expect(await dialog(page).locator("tbody").textContent()).toContain("渡假村");

    expect(await dialog(page).locator(".dialog-said").textContent()).toBe("未设默认");
    await dialog(page).getByRole("button", { name: "定为以后各期的默认" }).click();
    await dialog(page).getByText("与默认相同").waitFor();
    await page.keyboard.press("Escape");
    await command(page, "不再用作以后各期的默认");
  });

  it("says what is wrong with a file that is no pack, and changes nothing", async () => {
    const { page, home } = desk;
    await command(page, "本报名单");
    const file = join(home, "wrong.json");
    writeFileSync(file, '{"off": ["no-such-rule"]}');
    const chooser = page.waitForEvent("filechooser");
    await dialog(page).getByRole("button", { name: "读入规则包…" }).click();
    await (await chooser).setFiles(file);
    await page.getByText("no-such-rule").first().waitFor();
    await page.keyboard.press("Escape");
    expect(desk.complaints).toEqual([]);
  });
});
