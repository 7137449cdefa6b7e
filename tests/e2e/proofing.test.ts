/**
 * A proofreader's round: read what was found, break a sum and see it said, undo, correct, ignore with a reason, reopen.
 *
 * Runs on the sample, which has slips planted in it, and on the shared front page where that is there.
 */
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
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
import {
  breakSum,
  checked,
  chooseSum,
  list,
  listed,
  previewShared,
  rows,
  shared,
  view,
} from "./round-page.ts";

async function importShared(page: Page): Promise<void> {
  await previewShared(page);
  await page.getByRole("dialog").getByRole("button", { name: "建成新的一期…" }).click();
  await page.getByRole("button", { name: "存到这里" }).click();
  await page.waitForSelector("[data-sheet]");
  await settled(page);
}

const said = (page: Page) => page.locator("[data-announcer]").textContent();

describe.skipIf(noWindow).each([
  { name: "the sample", open: openSample, skip: false, slip: "芦凇区", mended: "芦淞区" },
  { name: "the shared page", open: importShared, skip: !existsSync(shared), slip: "", mended: "" },
])("proofing $name", ({ open, skip, slip, mended }) => {
  let desk: DeskWindow;
  beforeAll(async () => {
    if (skip) return;
    desk = await openWindow();
    desk.page.setDefaultTimeout(10_000);
    await open(desk.page);
  });
  afterAll(() => desk?.close());

  it.skipIf(skip)("walks the findings by F8, round and round, saying each", async () => {
    const { page } = desk;
    await page.keyboard.press("F8");
    await list(page).waitFor();
    const of = Number(/共 (\d+) 条/.exec((await said(page)) ?? "")?.[1]);
    expect(of).toBeGreaterThan(0);
    const heard = [];
    for (let i = 0; i < of; i++) {
      const front = page.locator(".proof-row[aria-selected=true]");
      expect(await list(page).getAttribute("aria-activedescendant")).toBe(await front.getAttribute("id"));
      heard.push(await said(page));
      await page.keyboard.press("F8");
    }
    expect(new Set(heard).size).toBe(of);
    expect(await said(page)).toBe(heard[0]);
    await page.keyboard.press("Shift+F8");
    expect(await said(page)).toBe(heard.at(-1));
  });

  it.skipIf(skip)(
    "sees a sum break while a figure is retyped, and hold again when that is undone",
    async () => {
      const { page } = desk;
      const sum = await chooseSum(page);
      const equation = page.locator(".equation");
      const verdict = equation.locator(".equation-verdict");
      expect(await verdict.textContent()).toBe("相符");
      // The last part: the one in front is the total, or the first.
      const part = await breakSum(page, sum);
      await view(page, "图数");
      await page.locator(".equation[data-holds=false]").waitFor();
      expect(await equation.locator(".equation-line").textContent()).toContain(`＋1${part}＝`);
      expect(await verdict.textContent()).toContain(`相差 1${"0".repeat(part.length)}`);
      const sign = page.locator(".proof-row[aria-selected=true] [data-sign]");
      expect(await sign.getAttribute("data-sign")).toBe("contradicted");

      await view(page, "校对");
      const broken = rows(page).filter({ hasText: `＋1${part}）` });
      await broken.first().click();
      const card = page.locator(".proof-card");
      expect(await card.locator("strong").first().textContent()).toBe("差错");
      const evidence = await card.locator(".equation .place-link").allTextContents();
      expect(evidence).toHaveLength(sum.split("＋").length + 1);
      expect(evidence.at(-1)).toBe(`1${part}`);

      await page.keyboard.press("Control+z");
      await checked(page);
      expect(await broken.count()).toBe(0);
      expect(await chooseSum(page)).toBe(sum);
      expect(await verdict.textContent()).toBe("相符");
    },
  );

  it.skipIf(skip || !slip)("makes a correction by key, as one undo", async () => {
    const { page } = desk;
    const stands = async () => (await see(page)).text.split(slip).length - 1;
    await view(page, "校对");
    await rows(page).filter({ hasText: slip }).first().click();
    expect(await page.locator(".proof-fix").textContent()).toContain(mended);
    const before = await stands();
    await list(page).focus();
    await page.keyboard.press("Enter");
    await checked(page);
    expect(await stands()).toBe(before - 1);
    await page.keyboard.press("Control+z");
    await checked(page);
    expect(await stands()).toBe(before);
  });

  it.skipIf(skip)("ignores with a reason that is there after reopening, and takes it back", async () => {
    const { page } = desk;
    await view(page, "校对");
    const before = await listed(page);
    await rows(page).filter({ hasText: slip }).first().click();
    await list(page).focus();
    await page.keyboard.press("Shift+I");
    const reason = page.getByRole("textbox", { name: "不改的理由" });
    await reason.waitFor();
    expect(await axe(page)).toEqual([]);
    await reason.fill("按作者原稿");
    await page.keyboard.press("Enter");
    const ignored = page.getByRole("button", { name: /^已忽略/ });
    await ignored.filter({ hasText: /[1-9]/ }).waitFor();
    expect(await listed(page)).toBeLessThan(before);

    await settled(page);
    await command(page, "关闭这一期");
    await page.locator(".recent-list button").first().click();
    await page.waitForSelector("[data-sheet]");
    await settled(page);
    await view(page, "校对");
    await ignored.click();
    await rows(page).first().click();
    expect(await page.locator(".proof-decided").textContent()).toContain("按作者原稿");
    await list(page).focus();
    await page.keyboard.press("r");
    await ignored.filter({ hasText: "0" }).click();
    expect(await listed(page)).toBe(before);
  });

  it.skipIf(skip)("keeps that a person has checked a figure", async () => {
    const { page } = desk;
    await view(page, "图数");
    const chip = (name: string) => page.locator(".proof-chip").filter({ hasText: name }).locator("b");
    const unchecked = Number(await chip("待核").textContent());
    await rows(page)
      .filter({ has: page.locator("[data-sign=unchecked]") })
      .first()
      .click();
    await list(page).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await chip("手核").filter({ hasText: "2" }).waitFor();
    expect(await chip("待核").textContent()).toBe(String(unchecked - 2));
    expect(await page.getByRole("meter").getAttribute("aria-valuetext")).toContain("手核 2");
    expect(await axe(page)).toEqual([]);
  });

  it.skipIf(skip || !slip)("underlines findings in the galley, and they stay with their words", async () => {
    const { page } = desk;
    await view(page, "校对");
    await rows(page).filter({ hasText: slip }).first().click();
    await view(page, "撰稿");
    // A line's end may part an underline in two.
    const underlined = async () =>
      (await page.locator(".ProseMirror .finding-warning").allTextContents()).join("");
    await page.locator(".ProseMirror .finding-front").first().waitFor();
    expect(await underlined()).toContain(slip);
    await page.locator(".ProseMirror-focused").waitFor();
    await page.keyboard.type("又");
    // At once: the next check has not run yet.
    expect(await underlined()).toContain(slip);
    await page.keyboard.press("Control+z");
    await checked(page);
  });

  it.skipIf(skip)("complained of nothing", () => expect(desk.complaints).toEqual([]));
});
