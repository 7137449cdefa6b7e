/** The page's boxes in PDF space (pt, y up): trim inside bleed inside media (ISO 15930-7, 6.4). */
import type { Sheet } from "../compose/sheet.ts";

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

export interface PageBoxes {
  readonly media: Box;
  readonly bleed: Box;
  readonly trim: Box;
}

/** Room around the bleed for marks and slug, in pt. */
const MARKS = 24;

export function boxesOf(sheet: Sheet, marks: boolean): PageBoxes {
  const room = marks ? MARKS : 0;
  const edge = room + sheet.bleed;
  return {
    media: [0, 0, sheet.width + 2 * edge, sheet.height + 2 * edge],
    bleed: [room, room, edge + sheet.width + sheet.bleed, edge + sheet.height + sheet.bleed],
    trim: [edge, edge, edge + sheet.width, edge + sheet.height],
  };
}
