/**
 * Fitted lines as glyph runs: every cell of the paragraph at its place on its line, in pt.
 *
 * A run is cut where the face or the textblock changes, so a run's glyphs always share one font and one document
 * reference. White space between two cells of a line is a glyph of its own; white space a line ends in is not drawn.
 */
import type { FaceId } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { Line, ParagraphSetting, StyledText } from "../line.ts";
import type { Cell } from "../prepare/cells.ts";
import { CLASS } from "../prepare/classes.ts";
import { bodyOf, type Prepared } from "../prepare/prepare.ts";
import type { GlyphRun } from "../sheet.ts";
import type { FittedLine } from "./fit.ts";
import { adjust, UNCHANGED } from "./stages.ts";

interface OpenRun {
  readonly piece: number;
  readonly face: FaceId;
  /** Left edge in em. */
  readonly x: number;
  readonly gids: number[];
  readonly along: number[];
  readonly across: number[];
  readonly texts: string[];
  readonly offsets: number[];
}

/** The lines of `paragraph`, which was prepared from `pieces`. */
export function setLines(
  paragraph: Prepared,
  fitted: readonly FittedLine[],
  pieces: readonly StyledText[],
  setting: ParagraphSetting,
  faces: Faces,
): Line[] {
  const origins: number[] = [];
  let origin = 0;
  for (const piece of pieces) {
    origins.push(origin);
    origin += piece.text.length;
  }
  let start = 0;
  return fitted.map((line, index) => {
    const next = fitted[index + 1];
    const end = next ? (paragraph.cells[next.from] as Cell).start : paragraph.text.length;
    const set = setLine(paragraph, line, pieces, origins, setting, faces);
    const result: Line = { ...set, start, end, last: line.last, overfull: line.overfull };
    start = end;
    return result;
  });
}

function setLine(
  paragraph: Prepared,
  line: FittedLine,
  pieces: readonly StyledText[],
  origins: readonly number[],
  setting: ParagraphSetting,
  faces: Faces,
): Pick<Line, "runs" | "width" | "gap"> {
  const { cells, spaces, text } = paragraph;
  const isPlain = setting.text.punctuation === "plain";
  const isJustified = setting.align === "justify" && !line.last;
  const { shrink, stretch, gap } =
    line.demand < 0 || isJustified ? adjust(paragraph, line.from, line.to, line.demand) : UNCHANGED;
  const runs: OpenRun[] = [];
  let pen = 0;
  for (let index = line.from; index < line.to; index++) {
    const cell = cells[index] as Cell;
    const run = runFor(cell.piece, cell.glyphs.face);
    const offset = cell.start - (origins[cell.piece] as number);
    const shift = isPlain && cell.kind !== CLASS.interpunct ? cell.glyphs.before : 0;
    cell.glyphs.gids.forEach((gid, k) => {
      run.gids.push(gid);
      run.along.push(pen + shift + (cell.glyphs.x[k] as number) - run.x);
      run.across.push(-(cell.glyphs.y[k] as number));
      run.texts.push(k === 0 ? text.slice(cell.start, cell.end) : "");
      run.offsets.push(offset);
    });
    pen += bodyOf(cell, isPlain);
    if (index === line.to - 1) break;
    const space = spaces[index] as (typeof spaces)[number];
    const next = cells[index + 1] as Cell;
    if (cell.end < next.start) drawSpace(cell, next.start);
    pen += space.ideal;
    if (space.shrinkStage >= 0) pen -= space.shrink * (shrink[space.shrinkStage] as number);
    if (space.stretchStage >= 0) pen += space.stretch * (stretch[space.stretchStage] as number);
    if (space.equal) pen += gap;
  }
  if (line.hyphenated) drawHyphen(cells[line.to - 1] as Cell);
  pen += paragraph.breakWidths[line.to - 1] as number;

  const slack = Math.max(0, line.measure - pen);
  const lead = setting.align === "center" ? slack / 2 : setting.align === "end" ? slack : 0;
  const left = line.inset + line.indent + lead;
  return { runs: runs.map((run) => closeRun(run, left, pieces, setting)), width: pen * setting.size, gap };

  function runFor(piece: number, face: FaceId): OpenRun {
    let run = runs.at(-1);
    if (run?.piece !== piece || run.face !== face) {
      run = { piece, face, x: pen, gids: [], along: [], across: [], texts: [], offsets: [] };
      runs.push(run);
    }
    return run;
  }

  /** White space may span two pieces; it is drawn with the cell before it. */
  function drawSpace(cell: Cell, end: number): void {
    const gid = faces.face(cell.glyphs.face).glyph(0x20);
    const run = runs.at(-1);
    if (!run) return;
    run.gids.push(gid);
    run.along.push(pen - run.x);
    run.across.push(0);
    run.texts.push(text.slice(cell.end, end));
    run.offsets.push(cell.end - (origins[cell.piece] as number));
  }

  /** The hyphen belongs to the letter before it: it is drawn, not said. */
  function drawHyphen(cell: Cell): void {
    const face = faces.face(cell.glyphs.face);
    const gid = face.glyph(0x2d);
    const run = runs.at(-1);
    run?.gids.push(gid);
    run?.along.push(
      pen + (paragraph.breakWidths[line.to - 1] as number) - face.advance(gid) / face.unitsPerEm - run.x,
    );
    run?.across.push(0);
    run?.texts.push("");
    run?.offsets.push(cell.start - (origins[cell.piece] as number));
  }
}

function closeRun(
  run: OpenRun,
  left: number,
  pieces: readonly StyledText[],
  { size, ink }: ParagraphSetting,
): GlyphRun {
  const piece = pieces[run.piece] as StyledText;
  return {
    kind: "glyphs",
    face: run.face,
    size,
    x: (left + run.x) * size,
    y: 0,
    vertical: false,
    gids: run.gids,
    along: run.along.map((x) => x * size),
    ...(run.across.some((y) => y !== 0) ? { across: run.across.map((y) => y * size) } : {}),
    texts: run.texts,
    ref: piece.ref,
    offsets:
      piece.offset < 0 ? run.offsets.map(() => -1) : run.offsets.map((offset) => piece.offset + offset),
    ink,
    role: piece.role,
  };
}
