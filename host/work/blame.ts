/**
 * Who changed a paragraph: from the log read backwards, the runs of work that touched it, each with the words before
 * and after.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "../../core/edition/edition.ts";
import { locate } from "../../core/edition/settle.ts";
import { type Track, traceBack } from "../../core/edition/trace.ts";
import type { LogEntry } from "../store/log.ts";
import type { EditionStore } from "../store/store.ts";

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

interface Run {
  readonly last: LogEntry;
  readonly after: Standing;
  first: LogEntry;
  before: Standing | null;
}

/** Rows read before a caller may do something else. */
const BATCH = 1000;
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
  const doc = docOf(store.edition, page);
  const part = doc && pos >= 0 && pos < doc.content.size ? doc.nodeAt(pos) : null;
  if (!part?.isTextblock) return [];
  let at: Standing | null = { page, from: pos + 1, to: pos + 1 + part.content.size };
  const runs: Run[] = [];
  let to = store.seq;
  while (at && to > 0 && runs.length <= most) {
    const [from, end] = [Math.max(1, to - BATCH + 1), to];
    to = from - 1;
    for (const entry of store.past.entriesBackwards(from, end, at.page)) {
      const { touched, before } = traceBack(entry.changes, at.page, at);
      const here: Standing = at;
      at = before ? { page: here.page, ...before } : yield* elsewhere(store, entry.seq, here);
      // Moved as it was: nobody changed a word of it.
      const changed = touched && !(before === null && at !== null);
      if (changed) add(runs, entry, here, at);
      if (!at || runs.length > most) break;
      if (at.page !== here.page) {
        // The rows before this one are read for the page it came from.
        to = entry.seq - 1;
        break;
      }
    }
    yield;
  }
  const told: Blame[] = [];
  for (const run of runs.slice(0, most)) {
    const one = yield* tell(store, run);
    if (one.before !== one.after) told.push(one);
  }
  return told;
}

function add(runs: Run[], entry: LogEntry, after: Standing, before: Standing | null): void {
  const run = runs.at(-1);
  const gap = run ? Date.parse(run.first.time) - Date.parse(entry.time) : 0;
  // How it came is told apart from what was then done to it.
  if (run && before && run.first.author === entry.author && Math.abs(gap) <= PAUSE) {
    run.first = entry;
    run.before = before;
  } else runs.push({ last: entry, after, first: entry, before });
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

function* tell(store: EditionStore, { first, last, before, after }: Run): Generator<void, Blame> {
  const old = before ? wordsOf(yield* store.past.walk(first.seq - 1), before) : null;
  const { author, label } = last;
  return {
    from: first.seq,
    to: last.seq,
    author,
    began: first.time,
    ended: last.time,
    label,
    before: old,
    after: wordsOf(yield* store.past.walk(last.seq), after) ?? "",
  };
}

function wordsOf(edition: Edition, { page, from, to }: Standing): string | null {
  const doc = docOf(edition, page);
  return doc && to <= doc.content.size ? doc.textBetween(from, to, "\n") : null;
}

const docOf = (edition: Edition, page: string): Node | undefined =>
  edition.pages.find(({ attrs }) => attrs.id === page);
