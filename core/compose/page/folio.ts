/**
 * The folio (报眉) over a page without a masthead, at the same place on every one, and the credits at the foot of one
 * that has it. Derived from the edition's facts; a fact that is empty is not printed.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "../../edition/edition.ts";
import type { Faces } from "../../world.ts";
import type { Grid } from "../flow/grid.ts";
import { derived, displayWidth } from "../flow/heading.ts";
import type { SheetItem } from "../sheet.ts";
import { printedDate } from "./calendar.ts";
import { rule, word } from "./words.ts";

/** The folio over the type area: page number and title, the paper's name, date, credits, over a rule. */
export function folioItems(edition: Edition, page: Node, grid: Grid, faces: Faces): SheetItem[] {
  const { facts, style } = edition;
  const date = printedDate(facts.date);
  const left = grid.left;
  const right = grid.left + grid.areaWidth;
  const line = grid.top - grid.pitch * 0.75;
  const base = line - 6;
  const face = style.faces.folio;
  const items: SheetItem[] = [
    rule(left, line, right, line, 1.2),
    rule(left, line + 2.4, right, line + 2.4, 0.3),
  ];
  const number = word(
    { text: page.attrs.number, face: "song-black", size: 24, role: "folio" },
    left,
    base,
    "start",
    faces,
  );
  items.push(...number);
  const after = left + displayWidth([derived(page.attrs.number, "song-black", "")], { size: 24 }, faces) + 9;
  items.push(
    ...word(
      { text: page.attrs.title, face: "hei-bold", size: 15.75, role: "folio", tracking: 0.15 },
      after,
      base,
      "start",
      faces,
    ),
  );
  items.push(
    ...word(
      { text: facts.paper, face: style.faces.masthead, size: 24, role: "folio" },
      (left + right) / 2,
      base,
      "center",
      faces,
    ),
  );
  const when = [date?.text ?? facts.date, date?.weekday ?? ""].filter((s) => s !== "").join("　");
  items.push(
    ...word(
      { text: when, face, size: 9, role: "folio" },
      right,
      facts.credits ? base - 11.5 : base,
      "end",
      faces,
    ),
  );
  items.push(
    ...word(
      { text: facts.credits, face, size: 7.875, role: "folio" },
      right,
      base,
      "end",
      faces,
      grid.areaWidth * 0.36,
    ),
  );
  return items;
}

/** Credits at the foot of a page that carries the masthead, under the type area. */
export function footItems(edition: Edition, grid: Grid, faces: Faces): SheetItem[] {
  const { facts, style } = edition;
  if (!facts.credits) return [];
  const y = grid.top + grid.areaHeight + 17;
  const right = grid.left + grid.areaWidth;
  return [
    rule(grid.left, y - 11, right, y - 11, 0.4),
    ...word(
      { text: facts.credits, face: style.faces.folio, size: 7.875, role: "folio" },
      right,
      y,
      "end",
      faces,
      grid.areaWidth,
    ),
  ];
}
