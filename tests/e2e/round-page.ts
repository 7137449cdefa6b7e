/** A proofreader's hands: the shared page imported, views chosen, a sum that holds found and broken. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FileChooser, Page } from "playwright-core";

/** A real front page that stands beside the repository; where it is not, what needs it is skipped visibly. */
export const shared = join(import.meta.dirname, "../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt");
if (!existsSync(shared)) console.warn(`no ${shared}: what is done with the shared page is skipped`);

/** Chooses the shared page for import and gives it its date; the preview stands open. */
export async function previewShared(page: Page): Promise<void> {
  // What was left open last may come in above the button between press and release: then it is pressed again.
  const press = async (left: number): Promise<FileChooser> => {
    const chooser = page.waitForEvent("filechooser", { timeout: 5000 });
    await page.getByRole("button", { name: "导入稿件…" }).click();
    return chooser.catch((error) => (left > 0 ? press(left - 1) : Promise.reject(error)));
  };
  await (await press(2)).setFiles(shared);
  await page.getByRole("dialog").getByLabel("出版日期").fill("2020-02-18");
}

export const list = (page: Page) => page.locator("[data-findings]");
export const rows = (page: Page) => page.locator(".proof-row");
/** Rows of the whole list: only those near what is in view are in the document. */
export const listed = async (page: Page) => Number(await rows(page).first().getAttribute("aria-setsize"));
export const view = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
/** Waits for a check that sees the text as it is now. */
export const checked = (page: Page) => page.waitForTimeout(700);

/** Chooses a figure of a sum that holds, over five parts or more; answers the sum in words. */
export async function chooseSum(page: Page): Promise<string> {
  await view(page, "图数");
  const sum = page.locator(".proof-row-quote").filter({ hasText: /^[^≠]*＝\d+(＋\d+){4,}$/ });
  // Only rows near those in view are in the document.
  await list(page).evaluate((element) => element.scrollTo(0, 0));
  for (let i = 0; i < 40 && (await sum.count()) === 0; i++) {
    await list(page).evaluate((element) => element.scrollBy(0, element.clientHeight));
    await page.waitForTimeout(50);
  }
  await sum.first().click();
  return (await sum.first().textContent()) ?? "";
}

/** Types a 1 before the last part of the sum in front, in the galley; answers that part as it was. */
export async function breakSum(page: Page, sum: string): Promise<string> {
  await page.locator(".equation .place-link").last().click();
  await view(page, "撰稿");
  await page.locator(".ProseMirror-focused").waitFor();
  await page.keyboard.type("1");
  await checked(page);
  return /\d+$/.exec(sum)?.[0] ?? "";
}
