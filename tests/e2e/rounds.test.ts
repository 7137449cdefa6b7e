/** A page from its first proof to press, as the desk does it: signed, changed, corrected, red-checked, released, reopened. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/rounds/RedSheets.tsx";
import { axe, command, type DeskWindow, noWindow, openSample, openWindow, settled } from "./desk-window.ts";

/** Replaces words wherever they stand, in the find panel. */
async function replace(page: Page, from: string, to: string): Promise<void> {
  await page.keyboard.press("Control+2");
  await page.keyboard.press("Control+f");
  const panel = page.getByRole("search", { name: "查找和替换" });
  await panel.getByLabel("查找", { exact: true }).fill(from);
  await panel.getByLabel("换成").fill(to);
  await panel.getByText("共 1 处").waitFor();
  await panel.getByRole("button", { name: "全部替换" }).click();
  await page.waitForTimeout(150);
}

async function signOff(page: Page): Promise<void> {
  await page.keyboard.press("Control+6");
  await page.locator(".rounds-table").waitFor();
  await settled(page);
}

const field = (page: Page, round: string, role: string) =>
  page.locator(".rounds-table").getByRole("button", { name: new RegExp(`^${round}，${role}，`) });

/** Signs a field of the table in somebody's name. */
async function sign(page: Page, round: string, role: string, name: string): Promise<void> {
  await field(page, round, role).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill(name);
  expect(await dialog.locator(".sign-statement").textContent()).toBe(
    `${name}以${role}身份签 A1 版${round}样`,
  );
  await dialog.getByRole("button", { name: "签字", exact: true }).click();
  await field(page, round, role).filter({ hasText: name }).waitFor();
}

const stage = (page: Page) => page.locator(".rounds-now .stage-tag").textContent();
const rows = (page: Page, group?: string) => page.locator(`.red-row${group ? `[data-group=${group}]` : ""}`);

describe.skipIf(noWindow)("a page on its way to press", () => {
  let desk: DeskWindow;
  let page: Page;
  beforeAll(async () => {
    desk = await openWindow();
    ({ page } = desk);
    page.setDefaultTimeout(15_000);
    await openSample(page);
  });
  afterAll(() => desk?.close());

  it("is taken as first proof, by keys, and signed by name and role", async () => {
    await signOff(page);
    expect(await stage(page)).toBe("未出样");
    await page.keyboard.press("Control+Alt+p");
    await page.getByRole("dialog").getByRole("button", { name: "一校" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "出样", exact: true }).click();
    await page.locator(".rounds-now").getByText("一校").waitFor();
    expect(await stage(page)).toBe("待签");
    await sign(page, "一校", "编辑", "编辑甲");
    await sign(page, "一校", "校对", "校对乙");
    expect(await stage(page)).toBe("本校已签");
    expect(await axe(page)).toEqual([]);
  });

  it("walks its fields by arrow keys, with one stop for Tab", async () => {
    await field(page, "一校", "编辑").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-field"))).toBe("2 1");
    expect(await page.locator(".rounds-field[tabindex='0']").count()).toBe(1);
  });

  it("asks for the signatures again when a figure is changed, and shows which, with where", async () => {
    await replace(page, "醴陵市8例，攸县7例", "醴陵市9例，攸县7例");
    await signOff(page);
    await page.locator(".rounds-now").getByText("须重签").waitFor();
    expect(await field(page, "一校", "校对").textContent()).toContain("须重签");
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBe(1);
    expect(await rows(page).locator("del").textContent()).toContain("8");
    expect(await rows(page).locator("ins").textContent()).toContain("9");
    await rows(page).first().click();
    const block = await page.locator(".block-row[aria-pressed=true]").textContent();
    expect(block).toContain("连续两日");
    await field(page, "一校", "校对").click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByRole("listbox", { name: "上次签字以来的改动" }).textContent()).toContain("9");
    expect(await dialog.textContent()).toContain("重出一份一校样");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await page.locator(".rounds-now").getByText("本校已签").waitFor();
  });

  it("is corrected, and red check tells what was made, and what nobody asked for", async () => {
    await replace(page, "石峰区10例，醴陵市8例", "石峰区9例，醴陵市8例");
    await replace(page, "步步高捐赠16.92万元", "步步高捐赠16.29万元");
    await replace(page, "荷塘区、芦凇区、石峰区", "荷塘区、荷塘区、石峰区");
    await replace(page, "防松劲 防走偏", "防松劲 莫走偏");
    await signOff(page);
    await page.keyboard.press("Control+Alt+d");
    await page.locator(".red-sheets").waitFor();
    await rows(page, "made").first().waitFor();
    const words = async (group: string) => (await rows(page, group).allTextContents()).join("\n");
    expect(await words("made")).toContain("16.29万元");
    expect(await words("made")).toContain("各项相加为79例");
    expect(await words("other")).toContain("荷塘区");
    expect(await words("unasked")).toContain("莫");
    expect(await rows(page, "unasked").count()).toBe(1);
    expect(await rows(page, "open").count()).toBe(0);
    const marked = await page.evaluate(() => {
      const found = document.querySelector<HTMLElement>(".red-sheets")?.redStage;
      return [found?.marked("before"), found?.marked("after")];
    });
    expect(marked[0]).toContain("made");
    expect(marked[1]).toContain("unasked");
  });

  it("is walked by F7, with both texts by word, and both sheets scrolled together", async () => {
    const count = await rows(page).count();
    const heard = new Set<string>();
    for (let i = 0; i < count; i++) {
      await page.keyboard.press("F7");
      await page.locator(".red-row[aria-selected=true]").waitFor();
      heard.add((await page.locator("[data-announcer]").textContent()) ?? "");
    }
    expect(heard.size).toBe(count);
    await rows(page, "unasked").first().click();
    expect(await page.locator(".red-card del").allTextContents()).toEqual(["防"]);
    expect(await page.locator(".red-card ins").allTextContents()).toEqual(["莫"]);
    await page.keyboard.press("Control+Alt+0");
    await page.waitForTimeout(300);
    await page.locator("[data-side=after]").evaluate((element) => element.scrollTo({ top: 400, left: 100 }));
    await page.waitForTimeout(300);
    expect(
      await page.locator("[data-side=before]").evaluate((element) => [element.scrollTop, element.scrollLeft]),
    ).toEqual([400, 100]);
    await page.keyboard.press("Control+0");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Control+Alt+d");
  });

  it("cannot be released while anything stands in the way, and says what to do", async () => {
    await command(page, "签付印");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("项未了").first().waitFor();
    const told = (await dialog.textContent()) ?? "";
    expect(told).toContain("缺值班总编签字");
    expect(told).toContain("出样后请其签字");
    expect(await dialog.getByRole("button", { name: "签付印", exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press("Escape");
  });

  it("is released, and the digest sealed is the PDF's", async () => {
    await replace(page, "荷塘区、荷塘区、石峰区", "荷塘区、芦淞区、石峰区");
    await signOff(page);
    await sign(page, "二校", "校对", "校对乙");
    await sign(page, "三校", "责编", "责编丙");
    await sign(page, "付印", "责编", "责编丙");
    await sign(page, "付印", "值班总编", "总编丁");
    expect(await stage(page)).toBe("可签付印");
    await command(page, "签付印");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("姓名").fill("总编丁");
    await dialog.getByRole("button", { name: "签付印", exact: true }).click();
    await page.getByRole("button", { name: "存到这里" }).click();
    await dialog.getByText("已签付印并封存").waitFor({ timeout: 60_000 });
    const file = join(desk.home, "湘江晨报 2020-02-18 A1.pdf");
    expect(existsSync(file)).toBe(true);
    const digest = createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(await dialog.locator(".rounds-digest").textContent()).toBe(digest);
    await dialog.getByRole("button", { name: "完成" }).click();
    expect(await stage(page)).toBe("已付印");
    expect(await page.locator(".rounds-seal .rounds-digest").textContent()).toBe(digest);
    expect(await axe(page)).toEqual([]);

    await command(page, "核对 PDF");
    await page.getByRole("dialog").getByRole("button", { name: "湘江晨报 2020-02-18 A1.pdf" }).click();
    await page.getByRole("dialog").getByText("一字不差").waitFor();
    await page.keyboard.press("Escape");
  });

  it("is not changed until somebody reopens it for a reason; then the change is made", async () => {
    await replace(page, "防松劲 莫走偏", "防松劲 防走偏");
    const dialog = page.getByRole("dialog", { name: "重开 A1 版" });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    const headlines = async () => (await page.locator(".block-name").allTextContents()).join();
    expect(await headlines()).toContain("莫走偏");
    await page.locator(".page-seal[data-state=released]").waitFor();

    await replace(page, "防松劲 莫走偏", "防松劲 防走偏");
    await dialog.getByLabel("缘由").fill("标题用词");
    await dialog.getByLabel("姓名").fill("总编丁");
    await dialog.getByRole("button", { name: "重开", exact: true }).click();
    await page.locator(".page-seal[data-state=reopened]").getByText("标题用词").waitFor();
    await settled(page);
    expect(await headlines()).toContain("防走偏");
    await signOff(page);
    expect(await stage(page)).toBe("须重签");
    expect(desk.complaints).toEqual([]);
  });
});
