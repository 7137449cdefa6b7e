/** Process inks as a screen shows them. Newsprint's black stays black: the paper on screen is white. */
import type { Ink } from "../../core/compose/sheet.ts";

const known = new WeakMap<Ink, string>();

export function inkColour(ink: Ink): string {
  let colour = known.get(ink);
  if (!colour) {
    const channel = (part: number) => Math.round(255 * (1 - part / 100) * (1 - ink.k / 100));
    colour = `rgb(${channel(ink.c)} ${channel(ink.m)} ${channel(ink.y)})`;
    known.set(ink, colour);
  }
  return colour;
}
