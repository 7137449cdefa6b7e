/**
 * The version of a page, told by what it prints: the same few digits in the corner of the proof that was signed and in
 * the slug of the plate mean that the plate prints what was signed.
 */
import type { Sheet } from "../compose/sheet.ts";
import type { PressWorld } from "../world.ts";

/** Enough that two versions of a night's pages will not share them. */
const DIGITS = 10;

/** Where text stands in the documents does not print: an edit elsewhere may move it and leave the page as it was. */
const unprinted = new Set(["ref", "offsets", "block"]);

/** Hex digits of the digest of everything `sheet` prints, and nothing else. */
export function versionOf(sheet: Sheet, world: Pick<PressWorld, "digest">): string {
  const { number, width, height, bleed, items } = sheet;
  const printed = JSON.stringify([number, width, height, bleed, items], (key, value) =>
    unprinted.has(key) ? undefined : value,
  );
  return world.digest(new TextEncoder().encode(printed)).slice(0, DIGITS);
}
