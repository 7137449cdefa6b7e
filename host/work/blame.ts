/**
 * Who changed a paragraph: from the log read backwards, the runs of work that touched it, each with the words before
 * and after.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "../../core/edition/edition.ts";
import { locate } from "../../core/edition/outline.ts";
import { type Track, traceBack } from "../../core/edition/trace.ts";
import type { EditionStore } from "../store/edition-store.ts";
import type { LogEntry } from "../store/log.ts";
import type { PageRows } from "../store/page-index.ts";
import { wordsAfter } from "./blame-words.ts";

/** One run of work on the paragraph. */
export interface Blame {
  /** First and last row. */
  readonly from: number;
  readonly to: number;
  readonly author: string;
  /** ISO instants. */
  readonly began: string;
  readonly ended: string;
  /** What was done last. */
  readonly label: string;
  /** Its text before and after; null before where it was not there. */
  readonly before: string | null;
  readonly after: string;
}

/** Where the paragraph stood: in a page document, after some row. */
interface Standing extends Track {
  readonly page: string;
}

/** One row that changed the paragraph. */
interface Touch {
  readonly entry: LogEntry;
  readonly before: Standing | null;
  readonly after: Standing;
}

interface Run {
  /** Newest first. */
  readonly touches: [Touch, ...Touch[]];
}

/** Rows looked through, and rows read, before a caller may do something else. */
const LOOKED = 20_000;
const READ = 20;
/** A pause in ms that parts two runs. */
const PAUSE = 5 * 60_000;

/**
 * The runs that changed the textblock whose position before it is `pos` on the page with the id `page`, newest first, at
 * most `most`. Empty where there is no such textblock.
 */
export function* blame(
  store: EditionStore,
  page: string,
  pos: number,
  most: number,
): Generator<void, Blame[]> {
  const { seq } = store;
  const doc = docOf(store.edition, page);
  const part = doc && pos >= 0 && pos < doc.content.size ? doc.nodeAt(pos) : null;
  if (!part?.isTextblock) return [];
  const words = part.textContent;
  let at: Standing | null = { page, from: pos + 1, to: pos + 1 + part.content.size };
  const runs: Run[] = [];
  let rows = yield* store.past.on(page);
  let read = 0;
  // What is written while this is read is no part of what was asked.
  const newest = rows.numbers.findLastIndex((row) => row <= seq);
  for (let i = newest; at && i >= 0 && runs.length <= most; i--) {
    if (i % LOOKED === 0) yield;
    const past = passedBy(rows, i, at);
    if (past) {
      at = past;
      continue;
    }
    if (++read % READ === 0) yield;
    const [entry] = store.past.entries([rows.numbers[i] as number]);
    if (!entry) continue;
    const { touched, before } = traceBack(entry.changes, at.page, at);
    const here: Standing = at;
    at = before ? { page: here.page, ...before } : yield* elsewhere(store, entry.seq, here);
    // Moved as it was: nobody changed a word of it.
    if (touched && !(before === null && at !== null)) add(runs, { entry, before: at, after: here });
    if (!at || at.page === here.page) continue;
    // The rows before this one are read for the page it came from.
    rows = yield* store.past.on(at.page);
    i = rows.numbers.findLastIndex((seq) => seq < entry.seq) + 1;
  }
  const wanted = runs.slice(0, most);
  const carried = yield* tell(store, wanted, wordsAfter);
  // What was carried along has led to the words as they are, or every document is asked for.
  const told = (carried[0]?.after ?? words) === words ? carried : yield* tell(store, wanted, () => null);
  return told.filter(({ before, after }) => before !== after);
}

/** Where the paragraph stood before a row that only wrote or deleted text elsewhere on the page; null for any other row. */
function passedBy({ starts, deleted, written }: PageRows, i: number, at: Standing): Standing | null {
  const start = starts[i] as number;
  const [gone, came] = [deleted[i] as number, written[i] as number];
  if (start < 0 || (start <= at.to && start + came >= at.from)) return null;
  const by = start < at.from ? gone - came : 0;
  return by === 0 ? at : { page: at.page, from: at.from + by, to: at.to + by };
}

function add(runs: Run[], touch: Touch): void {
  const run = runs.at(-1);
  const first = run?.touches.at(-1)?.entry;
  const gap = first ? Date.parse(first.time) - Date.parse(touch.entry.time) : 0;
  // How it came is told apart from what was then done to it.
  if (run && touch.before && first?.author === touch.entry.author && Math.abs(gap) <= PAUSE)
    run.touches.push(touch);
  else runs.push({ touches: [touch] });
}

/** A paragraph that came with its block from another page, or was put in the place of itself, stood there with its words. */
function* elsewhere(store: EditionStore, seq: number, here: Standing): Generator<void, Standing | null> {
  const now = docOf(yield* store.past.walk(seq), here.page);
  const block = now?.resolve(here.from).node(1);
  if (!now || !block) return null;
  const old = locate(yield* store.past.walk(seq - 1), block.attrs.id);
  if (!old) return null;
  const words = now.textBetween(here.from, here.to);
  let found: Standing | null = null;
  old.node.descendants((part, pos) => {
    const from = old.pos + 1 + pos + 1;
    if (part.isTextblock && part.textContent === words && words !== "")
      found ??= { page: old.page.attrs.id as string, from, to: from + part.content.size };
    return !part.isTextblock;
  });
  return found;
}

/** The runs with the words before and after, which `carry` carries through each change or asks for. */
function* tell(
  store: EditionStore,
  runs: readonly Run[],
  carry: typeof wordsAfter,
): Generator<void, Blame[]> {
  const told: Blame[] = [];
  let words: string | null = null;
  for (const { touches } of runs.toReversed()) {
    const [last] = touches;
    const first = touches.at(-1) ?? last;
    const { before } = first;
    if (before && words === null) words = yield* wordsAt(store, first.entry.seq - 1, before);
    const old = before && words;
    for (const { entry, before, after } of touches.toReversed()) {
      const known: string | null =
        before && before.page === after.page && words !== null
          ? carry(entry, after.page, before, words)
          : null;
      words = known ?? (yield* wordsAt(store, entry.seq, after));
    }
    const { seq: to, author, time: ended, label } = last.entry;
    const { seq: from, time: began } = first.entry;
    told.unshift({ from, to, author, began, ended, label, before: old, after: words ?? "" });
  }
  return told;
}

/** The words that stood there after a row. */
function* wordsAt(store: EditionStore, seq: number, at: Standing): Generator<void, string | null> {
  const [doc] = yield* store.past.pagesAt(at.page, [seq]);
  return doc && at.to <= doc.content.size ? doc.textBetween(at.from, at.to, "\n") : null;
}

const docOf = (edition: Edition, page: string): Node | undefined =>
  edition.pages.find(({ attrs }) => attrs.id === page);
