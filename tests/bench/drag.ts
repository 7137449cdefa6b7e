/**
 * A block dragged on the sheet for two seconds, and what became of each beat of the display.
 *
 * A beat without a painting is not yet a beat lost: the pointer may have said nothing since the last, or have come back
 * to the line that is shown. So every beat is told apart by what was owed, Chromium's own trace says which frames it
 * dropped, and the same pointer over a trivial animation says what this machine does without us.
 */
import type { CDPSession, Page } from "playwright-core";
import { see, settled } from "../e2e/desk-window.ts";

export type Handle = "edge" | "block";

export interface Dragged {
  /** From the beat to the end of its painting: what one frame costs, in ms. */
  readonly work: readonly number[];
  readonly beats: {
    /** Beats of the display from the first to the last, at 60 Hz. */
    readonly all: number;
    /** Beats the page was not called in: the beat before took too long. */
    readonly lost: number;
    /** Beats that owed a painting (the pointer had come to another line) and had none. */
    readonly owed: number;
    /** Beats before which no pointer event came: they were late on their way here. */
    readonly quiet: number;
  };
  /** Frames of the page that Chromium says it showed, and dropped. */
  readonly frames: { readonly shown: number; readonly dropped: number };
}

/** Lines of the way, and where on it the pointer turns back. */
const [LEAST, TURN] = [3, 14];
/** Between two moves of the pointer, in ms: 125 a second, as a mouse's. */
const PACE = 8;

/** The deepest block on the page, its foot or all of it; `still` moves the pointer only, over a square that is moved. */
export async function drag(page: Page, handle: Handle, still = false): Promise<Dragged> {
  const blocks = (await see(page)).blocks.filter(({ kind }) => kind === "article");
  const size = ({ columns, lines }: { columns: number; lines: number }) => columns * lines;
  const block = blocks.sort((a, b) => size(b.place) - size(a.place))[0];
  if (!block) throw new Error("no block to drag");
  const middle = (block.left + block.right) / 2;
  const line = (block.bottom - block.top) / block.place.lines;
  const from = handle === "edge" ? block.bottom : block.top + 20;
  await page.mouse.click(middle, block.top + 20);
  await page.mouse.move(middle, from);
  if (!still) await page.mouse.down();
  const trace = await startTrace(page);
  await watch(page, from, line, still);
  const sent: Promise<void>[] = [];
  const start = performance.now();
  for (let i = 0; performance.now() - start < 2000; i++) {
    // A line further with each move: every beat comes to another line and has something to compose.
    const away = line * (LEAST + Math.abs((i % (2 * TURN)) - TURN));
    sent.push(page.mouse.move(middle, from - away));
    await new Promise((resolve) => setTimeout(resolve, PACE));
  }
  await Promise.all(sent);
  const seen = await page.evaluate(() =>
    (window as unknown as { endWatch(): Omit<Dragged, "frames"> }).endWatch(),
  );
  const frames = await trace();
  if (!still) {
    await page.mouse.up();
    await page.keyboard.press("Control+z");
    await settled(page);
  }
  return { ...seen, frames };
}

/** Notes every beat from now on, until `endWatch` is called in the page. */
function watch(page: Page, from: number, line: number, still: boolean): Promise<void> {
  return page.evaluate(
    ({ from, line, still }) => {
      const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
      if (!stage) throw new Error("no sheet");
      const [work, beats]: [number[], number[]] = [[], []];
      let [moves, owed, quiet, begun] = [0, 0, 0, 0];
      // Lines the pointer is away: now, when the beat began, and as last painted.
      let [at, asked, shown] = [0, 0, 0];
      let [ended, painted] = [false, true];
      const square = document.createElement("div");
      if (still) {
        Object.assign(square.style, { position: "fixed", width: "200px", height: "200px" });
        Object.assign(square.style, { left: "400px", background: "#888", pointerEvents: "none" });
        document.body.append(square);
      }
      const onMove = (event: PointerEvent) => {
        moves++;
        at = Math.round((event.clientY - from) / line);
      };
      document.addEventListener("pointermove", onMove, true);
      const tick = (time: number) => {
        if (ended) return;
        // Judged is the beat before: what it was asked before its callbacks ran, and whether one of them painted.
        if (!painted && asked !== shown && !still) owed++;
        if (moves === 0) quiet++;
        [painted, asked, moves, begun] = [false, at, 0, performance.now()];
        beats.push(time);
        if (still) square.style.top = `${200 - 6 * at}px`;
        requestAnimationFrame(tick);
      };
      stage.painted = (time) => {
        if (begun === 0) return;
        [painted, shown] = [true, at];
        if (!still) work.push(time - begun);
      };
      requestAnimationFrame(tick);
      const endWatch = () => {
        ended = true;
        stage.painted = null;
        square.remove();
        document.removeEventListener("pointermove", onMove, true);
        const all = Math.round(((beats.at(-1) ?? 0) - (beats[0] ?? 0)) / (1000 / 60));
        return { work, beats: { all, lost: all - (beats.length - 1), owed, quiet } };
      };
      Object.assign(window, { endWatch });
    },
    { from, line, still },
  );
}

interface TraceEvent {
  readonly name: string;
  readonly args?: {
    readonly frame_reporter?: { readonly state?: string; readonly frame_type?: string };
  };
}

/** Chromium's own account of its frames, from now until the function that is returned is called. */
async function startTrace(page: Page): Promise<() => Promise<Dragged["frames"]>> {
  const browser = page.context().browser();
  if (!browser) throw new Error("no browser to trace");
  const session: CDPSession = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["cc", "benchmark"] },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;
    await session.detach();
    // A frame that waited for the page is told twice (FORKED): once for what the compositor showed meanwhile.
    const states = events
      .filter(({ name }) => name === "PipelineReporter")
      .map(({ args }) => args?.frame_reporter)
      .filter((report) => report?.frame_type !== "FORKED")
      .map((report) => report?.state ?? "");
    const count = (state: string) => states.filter((one) => one.startsWith(state)).length;
    return { shown: count("STATE_PRESENTED"), dropped: count("STATE_DROPPED") };
  };
}
