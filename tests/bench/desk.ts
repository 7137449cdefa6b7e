/**
 * The desk in Chromium, measured as a person feels it: opening, a key to the repainted sheet, a drag, memory.
 *
 *     node tests/bench/desk.ts [--edits 10000] [--only memory|drag] [--scale 2]
 *
 * Keys are real ones, typed into the galley: timed from keydown to the end of the painting in the frame that composed
 * it, and to the next frame. Prints a line for each number.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { noWindow, openWindow, settled } from "../e2e/desk-window.ts";
import { type Dragged, drag } from "./drag.ts";
import { enterText, type } from "./keys.ts";
import { opening } from "./opening.ts";

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "1000" },
    only: { type: "string" },
    scale: { type: "string", default: "1" },
  },
});
const edits = Number(values.edits);

const say = (what: string, ...numbers: (string | number)[]) => console.log(what.padEnd(44), ...numbers);
const ms = (value: number) => `${value.toFixed(1)} ms`;

function quantiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
  return `p50 ${ms(at(0.5))}  p95 ${ms(at(0.95))}  max ${ms(at(1))}  (n = ${sorted.length})`;
}

if (noWindow) {
  console.log(`desk bench skipped: ${noWindow}`);
  process.exit(0);
}

const load = () => say("load average of the machine, 1 minute", (loadavg()[0] ?? 0).toFixed(1));

load();
const desk = await openWindow({ scale: Number(values.scale) });
const { page } = desk;
try {
  // On a machine that has never seen it: the host makes the file, the fonts are still on their way.
  say("sample to first composed sheet, first time", ms(await opening(page, ".start-action")));
  await settled(page);
  const glyphs = await page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
    const items = stage?.sheets[0]?.items ?? [];
    return items.reduce((sum, item) => sum + (item.kind === "glyphs" ? item.gids.length : 0), 0);
  });
  say("glyphs on the page", glyphs);

  if (values.only !== "memory") await latency();
  if (edits > 200) await memory();
  load();
} finally {
  await desk.close();
}

async function latency(): Promise<void> {
  for (const [what, button] of [
    ["sample to first composed sheet, later", ".start-action"],
    ["recent edition to first composed sheet", ".recent-list button"],
  ] as const) {
    await page.reload();
    await page.waitForSelector(button);
    say("load to start screen", ms(await page.evaluate(() => performance.now())));
    say(what, ms(await opening(page, button)));
    await settled(page);
  }

  if (values.only !== "drag") await keys();
  await dragging();
}

async function keys(): Promise<void> {
  await enterText(page);
  for (const zoom of ["page", "1"]) {
    await page.locator(".zoom select").selectOption(zoom);
    await page.waitForTimeout(500);
    const times = await type(page, Math.min(edits, 200));
    say(`key to repainted sheet, ${zoom === "page" ? "fit page" : "100 %"}`, quantiles(times.painted));
    say("  … to the next frame", quantiles(times.shown));
  }
  await page.locator(".zoom select").selectOption("page");
  await page.waitForTimeout(300);
}

async function dragging(): Promise<void> {
  await page.getByRole("button", { name: "版面", exact: true }).click();
  for (const [zoom, handle] of [
    ["page", "edge"],
    ["page", "block"],
    ["width", "edge"],
  ] as const) {
    await page.locator(".zoom select").selectOption(zoom);
    await page.waitForTimeout(300);
    const what = `drag of ${handle === "edge" ? "an edge" : "a block"}, fit ${zoom}`;
    account(what, await drag(page, handle));
  }
  account("the same pointer, a square that is moved", await drag(page, "block", true));
}

function account(what: string, { work, beats, frames }: Dragged): void {
  say(what, `${beats.all} beats of the display`);
  say("  … beats lost / that owed a painting", `${beats.lost} / ${beats.owed}`);
  say("  … beats the pointer had said nothing for", beats.quiet);
  say("  … frames shown / dropped, by the trace", `${frames.shown} / ${frames.dropped}`);
  if (work.length > 0) say("  … work of a frame", quantiles(work));
}

/**
 * Five characters put in and taken out again, as fast as it is taken, a quarter of all at a time: the page does not
 * grow, so what does shows in the row of numbers. What is kept to be undone is bounded: see core/edition/history.ts.
 */
async function memory(): Promise<void> {
  await enterText(page);
  const begun = await written();
  await page.keyboard.insertText("渡");
  if ((await written()) !== begun + 1) throw new Error("the keyboard is not in the galley");
  await write(1000);
  await settled(page);
  const sizes = [await heap()];
  for (let quarter = 0; quarter < 4; quarter++) {
    await write(Math.round(edits / 4));
    await settled(page);
    sizes.push(await heap());
  }
  say(`memory over ${edits} edits, MB, by quarters`, sizes.map((size) => size.toFixed(1)).join("  "));
}

async function write(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    if (i % 10 < 5) await page.keyboard.insertText("天地玄黄宇宙洪荒".charAt(i % 8));
    else await page.keyboard.press("Backspace");
  }
}

/** Characters of the open edition. */
function written(): Promise<number> {
  return page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
    return stage?.edition.pages.reduce((sum, doc) => sum + doc.textContent.length, 0) ?? 0;
  });
}

/** Megabytes of script memory, garbage collected. */
async function heap(): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}
