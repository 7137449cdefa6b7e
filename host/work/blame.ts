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
const BATCH = 100;
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
  let rows: readonly number[] = yield* store.past.numbersOn(page);
  let to = rows.length;
  while (at && to > 0 && runs.length <= most) {
    const batch = rows.slice(Math.max(0, to - BATCH), to);
    to -= batch.length;
    for (const entry of store.past.entries(batch).reverse()) {
      const { touched, before } = traceBack(entry.changes, at.page, at);
      const here: Standing = at;
      at = before ? { page: here.page, ...before } : yield* elsewhere(store, entry.seq, here);
      // Moved as it was: nobody changed a word of it.
      const changed = touched && !(before === null && at !== null);
      if (changed) add(runs, entry, here, at);
      if (!at || runs.length > most) break;
      if (at.page !== here.page) {
        // The rows before this one are read for the page it came from.
        rows = (yield* store.past.numbersOn(at.page)).filter((seq) => seq < entry.seq);
        to = rows.length;
        break;
      }
    }
    yield;
  }
  const told = yield* tell(store, runs.slice(0, most));
  return told.filter(({ before, after }) => before !== after);
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

/** The runs with the words before and after: of each page that the paragraph stood on, all that is asked at once. */
function* tell(store: EditionStore, runs: readonly Run[]): Generator<void, Blame[]> {
  const asked = runs.flatMap(({ first, last, before, after }) => [
    ...(before ? [{ seq: first.seq - 1, at: before }] : []),
    { seq: last.seq, at: after },
  ]);
  const words = new Map<Standing, string | null>();
  for (const [page, places] of Map.groupBy(asked, ({ at }) => at.page)) {
    places.sort((a, b) => a.seq - b.seq);
    const docs = yield* store.past.pagesAt(
      page,
      places.map(({ seq }) => seq),
    );
    places.forEach(({ at }, i) => void words.set(at, wordsOf(docs[i] ?? null, at)));
  }
  return runs.map(({ first, last, before, after }) => ({
    from: first.seq,
    to: last.seq,
    author: last.author,
    began: first.time,
    ended: last.time,
    label: last.label,
    before: before && (words.get(before) ?? null),
    after: words.get(after) ?? "",
  }));
}

const wordsOf = (doc: Node | null, { from, to }: Standing): string | null =>
  doc && to <= doc.content.size ? doc.textBetween(from, to, "\n") : null;

const docOf = (edition: Edition, page: string): Node | undefined =>
  edition.pages.find(({ attrs }) => attrs.id === page);
