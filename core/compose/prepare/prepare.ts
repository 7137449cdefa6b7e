/**
 * A paragraph made ready to be broken: its cells, the spaces between them, and their running sums, so that the
 * width, give and stretch of any line from cell i to cell j are differences of two numbers.
 *
 * Prepared paragraphs are kept by what they say and how they are set, not by where they stand: moving a paragraph
 * in its document, or composing a page again, prepares nothing anew.
 */
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { StyledText } from "../line.ts";
import { type Cell, readCells } from "./cells.ts";
import { CLASS, isAlphanumeric } from "./classes.ts";
import { spaceAdvance } from "./glyphs.ts";
import { readSpaces, SHRINK, type Space, STRETCH } from "./spaces.ts";
import { STRENGTH } from "./words.ts";

export const SHRINK_STAGES = Object.keys(SHRINK).length;
export const STRETCH_STAGES = Object.keys(STRETCH).length;

export interface Prepared {
  readonly text: string;
  readonly cells: readonly Cell[];
  /** spaces[i] stands between cells i and i + 1. */
  readonly spaces: readonly Space[];
  /** Strength and ideal width of the space after each cell; 0 after the last. */
  readonly strengths: Uint8Array;
  readonly ideals: Float64Array;
  /** Sum of the bodies of cells 0…k−1 and of the ideal spaces after them, in em; so are the sums below. */
  readonly widths: Float64Array;
  /** Sums by stage of what the spaces before k may narrow or open. */
  readonly shrinks: readonly Float64Array[];
  readonly stretches: readonly Float64Array[];
  /** Sums of all stages together. */
  readonly shrink: Float64Array;
  readonly stretch: Float64Array;
  /** Number of spaces before k that open equally. */
  readonly gaps: Float64Array;
  /** Number of characters (no marks) before cell k: what the last line is counted in. */
  readonly characters: Float64Array;
  /** Width in em that a line gains by breaking after cell k: its hyphen, and the kerning it loses with the next. */
  readonly breakWidths: Float64Array;
  /** What later stages keep with the paragraph; they key it themselves. */
  readonly memo: Map<string, unknown>;
}

/**
 * Cells kept before the paragraphs that were longest not asked for are let go: some twenty pages. Counted in cells,
 * half a kilobyte each, because every key typed into a paragraph makes another one.
 */
const CELL_LIMIT = 160_000;

interface Kept {
  /** In the order they were last asked for. */
  readonly paragraphs: Map<string, Prepared>;
  cells: number;
}
const caches = new WeakMap<Faces, Kept>();

/** Prepares `pieces` for setting with `style`; answers the kept paragraph where the same was asked before. */
export function prepare(pieces: readonly StyledText[], style: HouseStyle["text"], faces: Faces): Prepared {
  let cache = caches.get(faces);
  if (!cache) {
    cache = { paragraphs: new Map(), cells: 0 };
    caches.set(faces, cache);
  }
  const key = keyOf(pieces, style);
  const { paragraphs } = cache;
  let prepared = paragraphs.get(key);
  if (prepared) paragraphs.delete(key);
  else {
    prepared = prepareAnew(pieces, style, faces);
    cache.cells += prepared.cells.length;
  }
  paragraphs.set(key, prepared);
  for (const [oldest, { cells }] of paragraphs) {
    if (cache.cells <= CELL_LIMIT || oldest === key) break;
    paragraphs.delete(oldest);
    cache.cells -= cells.length;
  }
  return prepared;
}

const styleKeys = new WeakMap<HouseStyle["text"], string>();

function keyOf(pieces: readonly StyledText[], style: HouseStyle["text"]): string {
  let key = styleKeys.get(style);
  if (key === undefined) {
    const { punctuation, prohibition, keepMeasureWords, hanLatin } = style;
    key = [punctuation, prohibition, keepMeasureWords, hanLatin.min, hanLatin.ideal, hanLatin.max].join(" ");
    styleKeys.set(style, key);
  }
  for (const piece of pieces) key += `\u0000${piece.face}\u0000${piece.text}`;
  return key;
}

function prepareAnew(pieces: readonly StyledText[], style: HouseStyle["text"], faces: Faces): Prepared {
  const text = pieces.map((piece) => piece.text).join("");
  const cells = readCells(pieces, faces);
  const spaces = readSpaces(text, cells, style, (cell) => spaceAdvance(faces, cell.glyphs.face));
  const isPlain = style.punctuation === "plain";
  const count = cells.length;
  // One buffer for all sums: allocating each would cost more than filling them.
  const buffer = new Float64Array((count + 1) * (SHRINK_STAGES + STRETCH_STAGES + 8));
  let taken = 0;
  const array = () => {
    taken += count + 1;
    return buffer.subarray(taken - count - 1, taken);
  };
  const sumOf = (value: (cell: Cell, space: Space) => number) => {
    const sum = array();
    for (let at = 0; at < count; at++) {
      sum[at + 1] = (sum[at] as number) + value(cells[at] as Cell, spaces[at] ?? NO_SPACE);
    }
    return sum;
  };
  const zeros = array();
  const stageSums = (stages: number, key: "shrink" | "stretch", stageKey: "shrinkStage" | "stretchStage") => {
    const isUsed = new Array<boolean>(stages).fill(false);
    for (const space of spaces) if (space[stageKey] >= 0) isUsed[space[stageKey]] = true;
    return isUsed.map((used, stage) =>
      used ? sumOf((_, space) => (space[stageKey] === stage ? space[key] : 0)) : zeros,
    );
  };
  const ideals = array();
  const breakWidths = array();
  for (let at = 0; at + 1 < count; at++) {
    ideals[at] = (spaces[at] as Space).ideal;
    breakWidths[at] = breakWidth(faces, cells[at] as Cell, spaces[at]);
  }
  return {
    text,
    cells,
    spaces,
    strengths: Uint8Array.from(cells, (_, at) => spaces[at]?.strength ?? STRENGTH.free),
    ideals,
    breakWidths,
    widths: sumOf((cell, space) => bodyOf(cell, isPlain) + space.ideal),
    shrinks: stageSums(SHRINK_STAGES, "shrink", "shrinkStage"),
    stretches: stageSums(STRETCH_STAGES, "stretch", "stretchStage"),
    shrink: sumOf((_, space) => space.shrink),
    stretch: sumOf((_, space) => space.stretch),
    gaps: sumOf((_, space) => (space.equal ? 1 : 0)),
    characters: sumOf((cell) => (isCharacter(text, cell) ? 1 : 0)),
    memo: new Map(),
  };
}

/** After the last cell: nothing. */
const NO_SPACE: Space = {
  ideal: 0,
  shrinkStage: -1,
  shrink: 0,
  stretchStage: -1,
  stretch: 0,
  equal: false,
  strength: STRENGTH.free,
};

/** Width a cell keeps at all times. A plain mark keeps its em: its blanks are part of it. */
export function bodyOf(cell: Cell, isPlain: boolean): number {
  const { body, before, after } = cell.glyphs;
  return isPlain && cell.kind !== CLASS.interpunct ? body + before + after : body;
}

function breakWidth(faces: Faces, { glyphs }: Cell, space: Space | undefined): number {
  if (!space || space.equal || glyphs.gids.length !== 1) return 0;
  const face = faces.face(glyphs.face);
  const width = (gid: number) => face.advance(gid) / face.unitsPerEm;
  const kerning = Math.max(0, width(glyphs.gids[0] as number) - glyphs.body);
  return space.strength === STRENGTH.hyphenation ? kerning + width(face.glyph(0x2d)) : kerning;
}

const isCharacter = (text: string, cell: Cell) =>
  cell.kind === CLASS.han ||
  cell.kind === CLASS.symbol ||
  (cell.kind === CLASS.latin && isAlphanumeric(String.fromCodePoint(text.codePointAt(cell.start) ?? 0)));
