/**
 * The page grid in points: where cells, columns and baselines of the type area (版心) stand on the sheet.
 *
 * Everything that is placed asks here, so that a body baseline can only stand on the grid: baseline(n) is the top
 * of the type area plus n pitches plus one fixed ascent.
 */
import { type HouseStyle, MM, measureOf } from "../../edition/style.ts";

/** Top of the em box over the baseline, and its foot under it, in em: the ideographic em box of Han faces. */
export const ASCENT = 0.88;
export const DESCENT = 0.12;

export interface Grid {
  /** Trim in pt. */
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** Type area in pt: left and top edge, and its size. */
  readonly left: number;
  readonly top: number;
  readonly areaWidth: number;
  readonly areaHeight: number;
  readonly columns: number;
  readonly lines: number;
  readonly pitch: number;
  /** Body size in pt, which is a character cell's width. */
  readonly size: number;
  /** Gap between columns in pt. */
  readonly gap: number;
  /** Left edge of a basic column. */
  columnX(column: number): number;
  /** Width of `n` basic columns with the gaps between them. */
  span(n: number): number;
  /** Top edge of a line's cell. */
  lineTop(line: number): number;
  /** Baseline of the body text in a line's cell. */
  baseline(line: number): number;
}

const grids = new WeakMap<HouseStyle, Grid>();

export function pageGrid(style: HouseStyle): Grid {
  let grid = grids.get(style);
  if (!grid) {
    grid = makeGrid(style);
    grids.set(style, grid);
  }
  return grid;
}

function makeGrid(style: HouseStyle): Grid {
  const { columns, lines, pitch, size, gap, measure } = style.grid;
  const width = style.paper.width * MM;
  const areaWidth = measureOf(style, columns) * size;
  const left = (width - areaWidth) / 2;
  const top = style.paper.marginTop * MM;
  const ascent = (pitch - size) / 2 + ASCENT * size;
  return {
    width,
    height: style.paper.height * MM,
    bleed: style.paper.bleed * MM,
    left,
    top,
    areaWidth,
    areaHeight: lines * pitch,
    columns,
    lines,
    pitch,
    size,
    gap: gap * size,
    columnX: (column) => left + column * (measure + gap) * size,
    span: (n) => measureOf(style, n) * size,
    lineTop: (line) => top + line * pitch,
    baseline: (line) => top + line * pitch + ascent,
  };
}
