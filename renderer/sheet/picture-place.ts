/** The cells of a picture in an article's text: those it was given, or those that composition gave it. */
import { pageGrid } from "../../core/compose/flow/grid.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Place } from "../../core/edition/place.ts";
import type { HouseStyle } from "../../core/edition/style.ts";

/** Under a picture: its caption's lines and the one that parts it from the text. */
const SEARCHED = 8;

/**
 * The cells of the picture with this id as it stands on `sheet`, counted from the head of its article's `block`; null
 * where it does not stand there.
 */
export function cellsOfPicture(sheet: Sheet, id: string, block: Place, style: HouseStyle): Place | null {
  const grid = pageGrid(style);
  const frame = sheet.items.find((item) => item.kind === "picture" && item.block === id);
  if (frame?.kind !== "picture") return null;
  const cell = grid.columnX(1) - grid.columnX(0);
  const column = Math.round((frame.x - grid.columnX(block.column)) / cell);
  const columns = Math.max(1, Math.round((frame.width + grid.gap) / cell));
  const line = Math.round(
    (frame.y - grid.lineTop(block.line) - (grid.pitch - grid.size) / 2) / grid.pitch - 0.2,
  );
  const foot = frame.y + frame.height;
  const words = new Set(
    sheet.items.flatMap((item) =>
      item.kind === "glyphs" &&
      (item.role === "caption" || item.role === "credit") &&
      item.x >= frame.x - 1 &&
      item.x <= frame.x + frame.width &&
      item.y > foot &&
      item.y < foot + SEARCHED * grid.pitch
        ? [Math.round(item.y)]
        : [],
    ),
  );
  const lines = Math.round(frame.height / grid.pitch + 0.3) + words.size + 1;
  return {
    column: Math.max(0, Math.min(block.columns - 1, column)),
    line: Math.max(0, line),
    columns: Math.min(block.columns, columns),
    lines,
  };
}
