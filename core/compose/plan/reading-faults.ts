/**
 * Faults in how a reader is led: a headline cut off from its text (题文分离), a story that reads across another's column,
 * columns of one block that end at different heights.
 *
 * Found on the composed sheet, for only there it shows where the first line of a text stands.
 */
import type { Node } from "prosemirror-model";
import { bandOf, overlaps, type Place } from "../../edition/place.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { type Grid, pageGrid } from "../flow/grid.ts";
import type { SetLine, Sheet } from "../sheet.ts";

export interface ReadingFault {
  readonly code: "headline-apart" | "reads-across" | "uneven-columns";
  readonly blocks: readonly string[];
  readonly detail: string;
}

/** Empty lines between a headline group and its text over which the two are no longer seen together. */
const APART = 4;
/** Lines by which a column may end before its neighbours: a crosshead at its foot has gone to the next. */
const UNEVEN = 3;
const GROUP = new Set(["kicker", "headline", "deck", "series", "byline"]);

export function readingFaults(page: Node, sheet: Sheet, style: HouseStyle): ReadingFault[] {
  const grid = pageGrid(style);
  const lines = Map.groupBy(sheet.lines, (line) => line.block);
  const stories = page.children.filter(
    ({ type, attrs }) => (type.name === "article" || type.name === "continuation") && attrs.place,
  );
  const faults: ReadingFault[] = [];
  for (const block of stories) {
    const id = block.attrs.id as string;
    const own = lines.get(id) ?? [];
    const place = block.attrs.place as Place;
    if (block.attrs.headlineDirection !== "vertical" && isApart(block, place, own, sheet, grid))
      faults.push({ code: "headline-apart", blocks: [id], detail: "" });
    const uneven = place.notches || hasPictures(block) ? 0 : unevenness(own, grid);
    if (uneven > UNEVEN) faults.push({ code: "uneven-columns", blocks: [id], detail: String(uneven) });
    for (const other of page.children)
      if (other !== block && other.attrs.place && standsAmid(other.attrs.place, place))
        faults.push({ code: "reads-across", blocks: [id, other.attrs.id as string], detail: "" });
  }
  return faults;
}

const hasPictures = (block: Node) => block.children.some((child) => child.type.name === "picture");

/** True where the text begins beside the headline's columns, or far under it with no picture of its own between. */
function isApart(block: Node, place: Place, lines: readonly SetLine[], sheet: Sheet, grid: Grid): boolean {
  const [first] = lines;
  if (!first) return false;
  const band = bandOf(place);
  const left = grid.columnX(band.column);
  const right = left + grid.span(band.columns);
  const foot = groupFoot(place, left, right, sheet, grid);
  if (foot === null) return false;
  if (first.x >= right || first.x + first.width <= left) return true;
  return !hasPictures(block) && first.baseline - foot > (APART + 1) * grid.pitch;
}

/** Lowest baseline of the headline group that stands at a place's head; null where there is none. */
function groupFoot(place: Place, left: number, right: number, sheet: Sheet, grid: Grid): number | null {
  const top = grid.lineTop(place.line);
  const bottom = grid.lineTop(place.line + place.lines);
  let foot: number | null = null;
  for (const item of sheet.items) {
    if (item.kind !== "glyphs" || !GROUP.has(item.role)) continue;
    if (item.x < left - 1 || item.x > right || item.y < top || item.y > bottom) continue;
    foot = Math.max(foot ?? 0, item.y);
  }
  return foot;
}

/** Lines by which the shortest of a block's columns but the last ends over the longest. */
function unevenness(lines: readonly SetLine[], grid: Grid): number {
  const feet = new Map<number, number>();
  for (const { column, baseline } of lines) feet.set(column, Math.max(feet.get(column) ?? 0, baseline));
  const last = Math.max(-1, ...feet.keys());
  const full = [...feet].filter(([column]) => column < last).map(([, foot]) => foot);
  return full.length < 2 ? 0 : Math.round((Math.max(...full) - Math.min(...full)) / grid.pitch);
}

/** True where `other` lies over `place` between columns of it: its text goes on at the other's far side. */
const standsAmid = (other: Place, place: Place): boolean =>
  overlaps(other, place) &&
  other.column > place.column &&
  other.column + other.columns < place.column + place.columns;
