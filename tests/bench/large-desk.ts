/** A large edition and a new one at the desk, each in a window of its own, worked in turn by turn. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type {} from "../../renderer/sheet/stage.ts";
import { type DeskWindow, openWindow, settled } from "../e2e/desk-window.ts";
import { enterText, type } from "./keys.ts";
import { opening } from "./opening.ts";
import { usual } from "./working.ts";

type Numbers = readonly [number, number];

/** Files of the large edition and of the new one. Answers what was measured: ms, or MB where the name ends so. */
export async function atTheDesk(paths: readonly [string, string]): Promise<(readonly [string, Numbers])[]> {
  const desks: DeskWindow[] = [];
  const told: (readonly [string, Numbers])[] = [];
  /** Asks one window after the other, `rounds` times; the usual answer of each. */
  const each = async (what: string, ask: (page: Page) => Promise<readonly number[]>, rounds = 1) => {
    const answers = [[], []] as [number[], number[]];
    for (let round = 0; round < rounds; round++)
      for (const [at, { page }] of desks.entries()) {
        await page.bringToFront();
        answers[at as 0 | 1].push(...(await ask(page)));
      }
    told.push([what, [usual(answers[0]), usual(answers[1])]]);
  };
  try {
    for (const path of paths) {
      const desk = await openWindow();
      desks.push(desk);
      const recent = { path, paper: "", date: "", pages: [], opened: new Date().toISOString() };
      writeFileSync(join(desk.home, "recent.json"), JSON.stringify([recent]));
      await desk.page.reload();
      await desk.page.waitForSelector(".recent-list button");
      // The fonts have arrived by then, as when somebody has looked for the file.
      await desk.page.waitForTimeout(4000);
    }
    await each("at the desk: pressed, painted", async (page) => [await opening(page, ".recent-list button")]);
    for (const { page } of desks) await settled(page);
    await each(
      "a page turned to, painted",
      async (page) => [await turned(page, 1), await turned(page, 0)],
      8,
    );
    for (const { page } of desks) await enterText(page);
    await each("a key, painted", async (page) => (await type(page, 20, 40)).painted, 10);
    await each("script memory, MB", async (page) => [await heap(page)]);
  } finally {
    for (const desk of desks) await desk.close();
  }
  return told;
}

/** Turns to the nth page by its tab: from the press to the painting that shows it, in ms. */
const turned = (page: Page, nth: number): Promise<number> =>
  page.evaluate(async (n) => {
    const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
    const tab = document.querySelectorAll<HTMLButtonElement>(".page-tabs button")[n];
    if (!stage || !tab) throw new Error("no such page");
    const wanted = stage.edition.pages[n]?.attrs.id;
    const { promise, resolve } = Promise.withResolvers<number>();
    stage.painted = (time) => {
      if (stage.layout.pages[0]?.page === wanted && stage.sheet(wanted)) resolve(time);
    };
    const start = performance.now();
    tab.click();
    const end = await promise;
    stage.painted = null;
    return end - start;
  }, nth);

/** Megabytes of script memory, garbage collected. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}
