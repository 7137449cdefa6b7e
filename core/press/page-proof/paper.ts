/**
 * A page proof on the paper a desk's printer has: reduced to one A4 or A3 sheet, or at full size on several that are
 * cut along their marks and pasted up, each lapping over the next.
 */

import { grey } from "../../compose/sheet.ts";
import { MM } from "../../edition/style.ts";
import type { Box } from "../boxes.ts";
import { Content } from "../content.ts";
import type { Pen } from "./pen.ts";

/** Width and height of the paper upright, in mm (GB/T 148, ISO 216). */
export const papers = { a4: [210, 297], a3: [297, 420] } as const;
export type PaperName = keyof typeof papers;

export interface PaperChoice {
  readonly name: PaperName;
  /** At full size, on as many sheets as it takes. */
  readonly tile: boolean;
}

/** What a printer leaves white at each edge, and what tiles lap over each other, in mm. */
const EDGE = 7;
const LAP = 10;
/** Length of a cut mark in pt, and size of the words beside it. */
const MARK = 12;
const WORDS = 7.5;

export interface PaperPage {
  readonly media: Box;
  readonly content: Content;
}

export interface PaperWords {
  /** "A1　缩至 54%" */
  readonly reduced: (percent: number) => string;
  /** "A1　第 2 行第 3 列，共 4 行 3 列" */
  readonly tile: (row: number, column: number, rows: number, columns: number) => string;
}

/** Pages of paper for one page of the proof, `width` × `height` pt, drawn by `form`. */
export function onPaper(
  { name, tile }: PaperChoice,
  [width, height]: readonly [number, number],
  form: string,
  pen: Pen,
  words: PaperWords,
): PaperPage[] {
  const [short, long] = [papers[name][0] * MM, papers[name][1] * MM];
  return tile
    ? tiles([short, long], [width, height], form, pen, words)
    : [reduced(width > height ? [long, short] : [short, long], [width, height], form, pen, words)];
}

type Size = readonly [width: number, height: number];

function reduced(paper: Size, size: Size, form: string, pen: Pen, words: PaperWords): PaperPage {
  const edge = EDGE * MM;
  const foot = edge + WORDS * 1.6;
  const scale = Math.min(1, (paper[0] - 2 * edge) / size[0], (paper[1] - edge - foot) / size[1]);
  const left = (paper[0] - size[0] * scale) / 2;
  const bottom = foot + (paper[1] - edge - foot - size[1] * scale) / 2;
  const content = new Content();
  draw(content, form, scale, left, bottom);
  pen.text(content, words.reduced(Math.round(scale * 100)), WORDS, edge, edge, grey(70));
  return { media: [0, 0, ...paper], content };
}

function tiles(upright: Size, size: Size, form: string, pen: Pen, words: PaperWords): PaperPage[] {
  const [edge, lap] = [EDGE * MM, LAP * MM];
  const laid = [upright, [upright[1], upright[0]] as const].map((paper) => {
    const room: Size = [paper[0] - 2 * edge, paper[1] - 2 * edge];
    const count = (axis: 0 | 1) => Math.max(1, Math.ceil((size[axis] - lap) / (room[axis] - lap)));
    return { paper, room, columns: count(0), rows: count(1) };
  });
  const [a, b] = laid;
  const best = a && b && b.columns * b.rows < a.columns * a.rows ? b : a;
  if (!best) return [];
  const { paper, room, columns, rows } = best;
  const pages: PaperPage[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const content = new Content();
      const left = column * (room[0] - lap);
      // Rows run from the head of the page down.
      const bottom = size[1] - room[1] - row * (room[1] - lap);
      content.draw("q", edge, edge, ...room, "re W n");
      draw(content, form, 1, edge - left, edge - bottom);
      content.draw("Q");
      cutMarks(content, pen, room, edge, lap, { left: column > 0, top: row > 0 });
      const said = words.tile(row + 1, column + 1, rows, columns);
      // Clear of the cut mark that stands a lap from the edge.
      pen.text(content, said, WORDS, edge + lap + MARK / 2, edge * 0.4, grey(70));
      pages.push({ media: [0, 0, ...paper], content });
    }
  }
  return pages;
}

function draw(content: Content, form: string, scale: number, x: number, y: number): void {
  content.draw(
    `q ${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} ${x.toFixed(3)} ${y.toFixed(3)} cm /${form} Do Q`,
  );
}

/** Where a tile is cut before it is pasted over its neighbour at the left or above; corners of the others. */
function cutMarks(
  content: Content,
  pen: Pen,
  [width, height]: Size,
  edge: number,
  lap: number,
  neighbours: { readonly left: boolean; readonly top: boolean },
): void {
  const x = edge + (neighbours.left ? lap : 0);
  const y = edge + height - (neighbours.top ? lap : 0);
  const [right, bottom] = [edge + width, edge];
  pen.stroke(content, grey(100), 0.35);
  for (const at of [x, right]) {
    content.draw(at, edge + height, "m", at, edge + height + MARK, "l S");
    content.draw(at, edge, "m", at, edge - MARK, "l S");
  }
  for (const at of [y, bottom]) {
    content.draw(edge, at, "m", edge - MARK, at, "l S");
    content.draw(edge + width, at, "m", edge + width + MARK, at, "l S");
  }
}
