/**
 * The version of a page, told by what it prints: the same few digits in the corner of the proof that was signed and in
 * the slug of the plate mean that the plate prints what was signed.
 */
import type { Sheet, SheetItem } from "../compose/sheet.ts";
import type { PressWorld } from "../world.ts";

/** Enough that two versions of a night's pages will not share them. */
const DIGITS = 12;

/** Hex digest of everything `sheet` prints, and nothing else. */
export function digestOf(sheet: Sheet, world: Pick<PressWorld, "digest">): string {
  const { number, width, height, bleed, items } = sheet;
  const whole = JSON.stringify([number, width, height, bleed, items.map(printed)]);
  return world.digest(new TextEncoder().encode(whole));
}

/** The first digits of the page's digest: enough for people. */
export function versionOf(sheet: Sheet, world: Pick<PressWorld, "digest">): string {
  return digestOf(sheet, world).slice(0, DIGITS);
}

/** Where words stand in the documents does not print: an edit elsewhere may move them and leave the page as it was. */
function printed(item: SheetItem): object {
  if (item.kind === "glyphs") return { ...item, ref: undefined, offsets: undefined };
  return item.kind === "picture" ? { ...item, block: undefined } : item;
}
