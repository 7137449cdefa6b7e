/** An advert in its place: picture or empty frame, a thin border, and the word 广告 the law asks for. */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import { ASCENT, type Grid } from "../flow/grid.ts";
import { derived, moved, setDisplay } from "../flow/heading.ts";
import { BLACK, type SheetItem, WHITE } from "../sheet.ts";

const SIZE = 7.875;

export function advertItems(
  block: Node,
  place: Place,
  pos: number,
  page: Node,
  style: HouseStyle,
  grid: Grid,
  faces: Faces,
): SheetItem[] {
  const x = grid.columnX(place.column);
  const width = grid.span(place.columns);
  const y = grid.lineTop(place.line) + 2;
  const last = place.line + place.lines;
  const height = (last < grid.lines ? grid.lineTop(last - 1) + grid.pitch / 2 : grid.lineTop(last)) - y;
  const items: SheetItem[] = [
    {
      kind: "picture",
      x,
      y,
      width,
      height,
      source: block.attrs.source,
      crop: { x: 0, y: 0, width: 1, height: 1 },
      block: block.attrs.id,
    },
  ];
  block.forEach((child, offset) => {
    const text = child.textContent;
    if (!text) return;
    const ref = { page: page.attrs.id as string, pos: pos + 1 + offset };
    const size = Math.min(36, (width * 0.9) / [...text].length, height * 0.6);
    const line = setDisplay(
      [{ text, face: style.faces.headline, role: "caption", ref, offset: 0 }],
      { size },
      faces,
    );
    for (const run of line.runs)
      items.push(moved(run, x + (width - line.width) / 2, y + height / 2 + (ASCENT - 0.5) * size));
  });
  const mark = setDisplay([derived("广告", "hei", "advert")], { size: SIZE }, faces);
  const w = mark.width + 5;
  items.push({
    kind: "tint",
    x: x + width - w,
    y: y + height - SIZE - 4,
    width: w,
    height: SIZE + 4,
    ink: WHITE,
  });
  for (const run of mark.runs) items.push(moved(run, x + width - w + 2.5, y + height - 2 - SIZE * 0.12));
  const corners = [
    [x, y, x + width, y],
    [x + width, y, x + width, y + height],
    [x + width, y + height, x, y + height],
    [x, y + height, x, y],
  ] as const;
  for (const [x1, y1, x2, y2] of corners)
    items.push({ kind: "rule", x1, y1, x2, y2, width: 0.5, ink: BLACK });
  return items;
}
