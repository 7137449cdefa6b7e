/**
 * Text that remembers where in the file each of its characters stood.
 *
 * Intake only ever cuts and joins passages, so whatever a part says can be traced back to the file: the map's
 * segments cover every character of `text` except glue (a space put in where two lines were joined).
 */
import type { Segment } from "./draft.ts";

export interface Passage {
  readonly text: string;
  /** Ascending in `text`. */
  readonly map: readonly Segment[];
}

/** The whole of `text`, standing at `file` in the file. */
export function passageAt(text: string, file: number): Passage {
  return { text, map: text === "" ? [] : [{ text: 0, file, length: text.length }] };
}

/** Characters `start` to `end` of the passage without the white space around them. */
export function cut(passage: Passage, start: number, end = passage.text.length): Passage {
  const raw = passage.text.slice(start, end);
  const text = raw.trim();
  const from = start + (raw.length - raw.trimStart().length);
  const to = from + text.length;
  const map: Segment[] = [];
  for (const s of passage.map) {
    const a = Math.max(s.text, from);
    const b = Math.min(s.text + s.length, to);
    if (a < b) map.push({ text: a - from, file: s.file + (a - s.text), length: b - a });
  }
  return { text, map };
}

/** Passages one after the other, with `glue` between two that are not empty. */
export function join(
  passages: readonly Passage[],
  glue: string | ((before: string, after: string) => string) = "",
): Passage {
  const texts: string[] = [];
  const map: Segment[] = [];
  let length = 0;
  let before: string | null = null;
  for (const passage of passages) {
    if (passage.text === "") continue;
    if (before !== null) {
      const between = typeof glue === "string" ? glue : glue(before, passage.text);
      texts.push(between);
      length += between.length;
    }
    texts.push(passage.text);
    for (const s of passage.map) map.push({ text: s.text + length, file: s.file, length: s.length });
    length += passage.text.length;
    before = passage.text;
  }
  return { text: texts.join(""), map };
}

/**
 * Where characters `start` to `end` of a mapped text stood in the file (UTF-16 offsets); null where none of them
 * came from it. An empty span is answered by an empty span.
 */
export function fileSpan(
  map: readonly Segment[],
  start: number,
  end: number,
): { start: number; end: number } | null {
  const first = map[lastAtOrBefore(map, start)] ?? map[0];
  if (!first || first.text >= Math.max(end, start + 1)) return null;
  // A span that starts on glue starts with the text after it.
  const inside = start <= first.text + first.length - (start < end ? 1 : 0);
  const from = inside ? first : map[lastAtOrBefore(map, start) + 1];
  if (!from) return null;
  const at = from.file + Math.max(0, start - from.text);
  if (start === end) return { start: at, end: at };
  const last = map[lastAtOrBefore(map, end - 1)];
  if (!last || last.text < from.text) return null;
  return { start: at, end: last.file + Math.min(last.length, end - last.text) };
}

/** Index of the last segment whose text starts at or before `offset`; -1 where there is none. */
function lastAtOrBefore(map: readonly Segment[], offset: number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle]?.text ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
