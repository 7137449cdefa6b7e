/**
 * Display lines: headlines, kickers, decks, bylines, captions of the house (vertical ones: vertical-line.ts).
 *
 * A display line is never broken here and never justified to the grid: glyphs stand at their own advances, with
 * full-width marks cut to half an em (GB/T 15834 §5.1.10), condensed or spaced as the caller says. Runs start at
 * x = 0, y = 0 (baseline, or top of the centre line) and are moved by adding.
 */
import type { FaceId } from "../../edition/style.ts";
import type { Face, Faces } from "../../world.ts";
import type { StyledText } from "../line.ts";
import { BLACK, type DocRef, type GlyphRun, type Ink } from "../sheet.ts";

const DERIVED: DocRef = { page: "", pos: -1 };

/** Text that stands in no document: folio, masthead, jump lines. */
export const derived = (text: string, face: FaceId, role: string): StyledText => ({
  text,
  face,
  role,
  ref: DERIVED,
  offset: -1,
});

export interface DisplaySetting {
  readonly size: number;
  readonly ink?: Ink;
  /** Horizontal scale of the glyphs. */
  readonly stretch?: number;
  /** Extra space after every glyph but the last, in em. */
  readonly tracking?: number;
}

export interface DisplayLine {
  readonly runs: readonly GlyphRun[];
  /** Length along the line in pt. */
  readonly width: number;
}

export const OPENERS = new Set("(“‘「『（《〈【〖〔［｛");
const CLOSERS = new Set("”’」』）》〉】〗〕］｝，、。；：！？．");

interface Cell {
  readonly gid: number;
  readonly text: string;
  readonly offset: number;
  /** In em: advance, and the glyph's shift along the line within it. */
  advance: number;
  shift: number;
}

const cellCache = new WeakMap<Face, Map<string, readonly Cell[]>>();

function cellsOf(face: Face, text: string): readonly Cell[] {
  let byText = cellCache.get(face);
  if (!byText) {
    byText = new Map();
    cellCache.set(face, byText);
  }
  let cells = byText.get(text);
  if (!cells) {
    if (byText.size > 4000) byText.clear();
    cells = shapeCells(face, text);
    byText.set(text, cells);
  }
  return cells;
}

function shapeCells(face: Face, text: string): Cell[] {
  const glyphs = face.shape(text);
  const em = face.unitsPerEm;
  return glyphs.map((glyph, i) => {
    const first = i === 0 || glyphs[i - 1]?.cluster !== glyph.cluster;
    let end = text.length;
    for (let j = i + 1; j < glyphs.length; j++) {
      const cluster = glyphs[j]?.cluster ?? end;
      if (cluster > glyph.cluster) {
        end = cluster;
        break;
      }
    }
    const source = first ? text.slice(glyph.cluster, end) : "";
    const cell: Cell = {
      gid: glyph.gid,
      text: source,
      offset: glyph.cluster,
      advance: glyph.advance / em,
      shift: glyph.dx / em,
    };
    squeeze(cell, face);
    return cell;
  });
}

/** Full-width marks take half an em where their ink leaves the other half empty. */
function squeeze(cell: Cell, face: Face) {
  if (/^[\s　]+$/.test(cell.text)) {
    cell.advance = 0.5;
    return;
  }
  if (cell.advance < 0.9) return;
  const bounds = face.bounds(cell.gid);
  if (!bounds) return;
  const left = bounds.x / face.unitsPerEm;
  const right = left + bounds.width / face.unitsPerEm;
  if (OPENERS.has(cell.text) && left > 0.4) {
    cell.advance = 0.5;
    cell.shift -= 0.5;
  } else if (CLOSERS.has(cell.text) && right < 0.6) {
    cell.advance = "！？：；".includes(cell.text) ? 0.62 : 0.5;
  }
}

/** Length of `texts` set in one line, in pt. */
export function displayWidth(texts: readonly StyledText[], setting: DisplaySetting, faces: Faces): number {
  const { size, stretch = 1, tracking = 0 } = setting;
  let width = 0;
  let count = 0;
  for (const part of texts) {
    for (const cell of cellsOf(faces.face(part.face), part.text)) {
      width += cell.advance * size * stretch;
      count++;
    }
  }
  return width + Math.max(0, count - 1) * tracking * size;
}

export function setDisplay(
  texts: readonly StyledText[],
  setting: DisplaySetting,
  faces: Faces,
  start = 0,
): DisplayLine {
  const { size, stretch = 1, tracking = 0, ink = BLACK } = setting;
  const runs: GlyphRun[] = [];
  let x = start;
  for (const part of texts) {
    const cells = cellsOf(faces.face(part.face), part.text);
    if (cells.length === 0) continue;
    const origin = x;
    const along: number[] = [];
    for (const cell of cells) {
      along.push(x - origin + cell.shift * size * stretch);
      x += cell.advance * size * stretch + tracking * size;
    }
    runs.push({
      kind: "glyphs",
      face: part.face,
      size,
      ...(stretch === 1 ? {} : { stretch }),
      x: origin,
      y: 0,
      vertical: false,
      gids: cells.map((cell) => cell.gid),
      along,
      texts: cells.map((cell) => cell.text),
      ref: part.ref,
      offsets: cells.map((cell) => (part.offset < 0 ? -1 : part.offset + cell.offset)),
      ink,
      role: part.role,
    });
  }
  return { runs, width: x - start - (runs.length ? tracking * size : 0) };
}

export const moved = (run: GlyphRun, dx: number, dy: number): GlyphRun => ({
  ...run,
  x: run.x + dx,
  y: run.y + dy,
});
