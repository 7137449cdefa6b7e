/** Real keys typed into the galley of a desk in Chromium, each timed to the painting of the sheet that shows it. */
import type { Page } from "playwright-core";
import type {} from "../../renderer/sheet/stage.ts";

/**
 * Types Latin letters into the galley of the longest article, taking back every tenth: real keys, through the editor.
 * Each is timed from its keydown to the painting of the sheet that shows it, and to the frame after.
 */
export async function type(
  page: Page,
  count: number,
  pause = 30,
): Promise<{ painted: number[]; shown: number[] }> {
  await page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
    if (!stage) throw new Error("no sheet");
    const times = { painted: [] as number[], shown: [] as number[] };
    let sheets = stage.sheets;
    let start = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.length === 1 || event.key === "Backspace") start = performance.now();
    };
    document.addEventListener("keydown", onKey, true);
    stage.painted = (time) => {
      if (start === 0 || stage.sheets === sheets) return;
      sheets = stage.sheets;
      const from = start;
      start = 0;
      times.painted.push(time - from);
      requestAnimationFrame(() => times.shown.push(performance.now() - from));
    };
    Object.assign(window, {
      endTyping: () => {
        stage.painted = null;
        document.removeEventListener("keydown", onKey, true);
        return times;
      },
    });
  });
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(i % 10 === 9 ? "Backspace" : "abcdefghijklmnopqrstuvwxyz".charAt(i % 26));
    if (pause) await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(100);
  return page.evaluate(() =>
    (window as unknown as { endTyping(): { painted: number[]; shown: number[] } }).endTyping(),
  );
}

/** Puts the galley's caret into the text of the largest article, by a click on the sheet in the write view. */
export async function enterText(page: Page): Promise<void> {
  await page.getByRole("button", { name: "撰稿", exact: true }).click();
  const point = await page.evaluate(() => {
    const target = document.querySelector<HTMLElement>("[data-sheet]");
    const stage = target?.stage;
    const place = stage?.layout.pages[0];
    const sheet = place && stage.sheet(place.page);
    const runs = sheet?.items.filter((item) => item.kind === "glyphs" && item.role === "paragraph") ?? [];
    const run = runs[Math.floor(runs.length / 3)];
    if (!target || !stage || !place || run?.kind !== "glyphs") throw new Error("no text");
    const box = target.getBoundingClientRect();
    const { px } = stage.layout;
    return {
      x: box.left + place.x - target.scrollLeft + (run.x + (run.along[3] ?? 0)) * px,
      y: box.top + place.y - target.scrollTop + (run.y - 0.4 * run.size) * px,
    };
  });
  await page.mouse.click(point.x, point.y);
  await page.waitForTimeout(300);
}
