/**
 * Faults of type sizes on a composed page: type under the smallest that can be read, a nameplate that is not the largest.
 */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { pageGrid } from "../flow/grid.ts";
import type { GlyphRun, Sheet } from "../sheet.ts";

export interface TypeFault {
  readonly code: "masthead-not-largest" | "small-type";
  readonly blocks: readonly string[];
  /** Size in pt. */
  readonly detail: string;
}

/** 六号: body type is never smaller. */
const SMALLEST = 7.875;

export function typeFaults(page: Node, sheet: Sheet, style: HouseStyle): TypeFault[] {
  const runs = sheet.items.filter((item) => item.kind === "glyphs");
  const isName = (run: GlyphRun) => run.role === "masthead" && run.face === style.faces.masthead;
  const faults: TypeFault[] = [];
  const name = Math.max(0, ...runs.filter(isName).map(({ size }) => size));
  const larger = runs.filter((run) => !isName(run) && run.size >= name);
  if (name > 0 && larger.length > 0) {
    const plates = page.children.filter(({ type, attrs }) => type.name === "masthead" && attrs.place);
    const ids = [...plates.map(({ attrs }) => attrs.id as string), ...blocksOf(larger, page, style)];
    faults.push({ code: "masthead-not-largest", blocks: [...new Set(ids)], detail: String(name) });
  }
  const small = runs.filter(({ size }) => size < SMALLEST);
  if (small.length > 0) {
    const least = Math.round(Math.min(...small.map(({ size }) => size)) * 100) / 100;
    faults.push({ code: "small-type", blocks: blocksOf(small, page, style), detail: String(least) });
  }
  return faults;
}

/** Ids of the blocks in whose places the runs stand. */
function blocksOf(runs: readonly GlyphRun[], page: Node, style: HouseStyle): string[] {
  const grid = pageGrid(style);
  const found = page.children.filter(({ attrs }) => {
    const place = attrs.place as Place | null;
    if (!place) return false;
    const [left, top] = [grid.columnX(place.column), grid.lineTop(place.line)];
    const [right, foot] = [left + grid.span(place.columns), grid.lineTop(place.line + place.lines)];
    return runs.some(({ x, y }) => x >= left - 1 && x <= right && y >= top && y <= foot + 1);
  });
  return found.map(({ attrs }) => attrs.id as string);
}
