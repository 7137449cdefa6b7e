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

export const emptyPassage: Passage = { text: "", map: [] };

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
  const touched =
    start < end
      ? map.filter((s) => s.text < end && s.text + s.length > start)
      : map.filter((s) => s.text <= start && s.text + s.length >= start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const from = first.file + Math.max(0, start - first.text);
  const to = start < end ? last.file + Math.min(last.length, end - last.text) : from;
  return { start: from, end: to };
}
