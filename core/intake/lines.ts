/**
 * A page's text as lines: trimmed, measured, blank lines counted, hard-wrapped columns made whole.
 *
 * Later stages see logical lines only, each a passage, so they need not know whether one was printed on several.
 */
import { cut, join, type Passage, passageAt } from "./passage.ts";

export interface Line {
  readonly passage: Passage;
  readonly text: string;
  /** Starts with an indent of two em (two full-width spaces, or four spaces): a new paragraph. */
  readonly indent: boolean;
  /** Blank lines before it. */
  readonly gap: number;
  /** Width in em (a Latin letter counts half), exact up to 200. */
  readonly width: number;
  /** What a word processor's style said the line is, or null. */
  readonly hint: LineHint | null;
}

export type LineHint = "kicker" | "headline" | "deck" | "byline" | "crosshead" | "caption" | "body";

/** Lines of `file` between two offsets. `hints` are keyed by the offset at which a line's text starts. */
export function readLines(
  file: string,
  start: number,
  end: number,
  hints: ReadonlyMap<number, LineHint> = new Map(),
): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  const breaks = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
  breaks.lastIndex = start;
  for (let at = start; at <= end; ) {
    const match = breaks.exec(file);
    const stop = match && match.index < end ? match.index : end;
    const raw = file.slice(at, stop);
    const passage = cut(passageAt(raw, at), 0);
    if (passage.text === "") gap++;
    else {
      const first = passage.map[0]?.file ?? at;
      lines.push(
        lineOf(passage, /^\s*(?:\u3000\u3000| {4}|\t)/.test(raw.slice(0, 40)), gap, hints.get(first) ?? null),
      );
      gap = 0;
    }
    if (!match || match.index >= end) break;
    at = breaks.lastIndex;
  }
  return unwrap(lines);
}

function lineOf(passage: Passage, indent: boolean, gap: number, hint: LineHint | null): Line {
  return { passage, text: passage.text, indent, gap, width: widthOf(passage.text), hint };
}

/** Width in em; a text longer than 200 characters is just "long" and not measured further. */
export function widthOf(text: string): number {
  if (text.length > 200) return text.length;
  let width = 0;
  for (const char of text) width += char < "\u0250" ? 0.5 : 1;
  return width;
}

/** Latin words that met at a line's end get their space back; Chinese needs none. */
export function latinGlue(before: string, after: string): string {
  return /[A-Za-z]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(after.slice(0, 1)) ? " " : "";
}

/** A line this near to the widest of its run is a full line of the column (a squeezed or pushed mark apart). */
const SLACK = 1.5;

/**
 * Joins the lines of hard-wrapped paragraphs: a run of at least four lines without blank lines whose lines are
 * full, but for those that end a paragraph. Columns wider than 50 em are taken for whole paragraphs already.
 */
function unwrap(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    while (end < lines.length && lines[end]?.gap === 0 && !lines[end]?.hint) end++;
    const run = lines.slice(i, end);
    for (const line of isWrapped(run) ? unwrapRun(run) : run) result.push(line);
    i = end;
  }
  return result;
}

function fullWidth(run: readonly Line[]): number {
  return run.reduce((most, line) => Math.max(most, line.width + (line.indent ? 2 : 0)), 0);
}

const isFull = (line: Line, measure: number) => line.width + (line.indent ? 2 : 0) >= measure - SLACK;

function isWrapped(run: readonly Line[]): boolean {
  if (run.length < 4) return false;
  const measure = fullWidth(run);
  if (measure > 50 || measure < 8) return false;
  const full = run.filter((line) => isFull(line, measure));
  const midSentence = full.filter((line) => !/[。！？…][”’」』）)]*$/.test(line.text));
  return (
    full.length >= run.length * 0.6 && midSentence.length >= 3 && run.some((line) => /[，。]/.test(line.text))
  );
}

function unwrapRun(run: readonly Line[]): Line[] {
  const measure = fullWidth(run);
  const whole: Line[] = [];
  for (let i = 0; i < run.length; ) {
    const pieces = [run[i] as Line];
    // A short line ends a paragraph; an indent begins one. A full line that ends a sentence may do either.
    while (i + pieces.length < run.length) {
      const last = pieces.at(-1) as Line;
      const next = run[i + pieces.length] as Line;
      if (!isFull(last, measure) || next.indent) break;
      pieces.push(next);
    }
    const first = pieces[0] as Line;
    const passage = join(
      pieces.map((line) => line.passage),
      latinGlue,
    );
    whole.push(pieces.length === 1 ? first : lineOf(passage, first.indent, first.gap, first.hint));
    i += pieces.length;
  }
  return whole;
}
