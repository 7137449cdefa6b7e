/** An edition composed and planned on this machine, with its own fonts. */
import { composeEdition } from "../../core/compose/compose.ts";
import { planEdition } from "../../core/compose/plan/plan.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { NewId } from "../../core/edition/settle.ts";
import { Problem } from "../../core/problem.ts";
import type { Faces } from "../../core/world.ts";
import { loadFaces } from "../fonts/faces.ts";
import { newId } from "./ids.ts";

let faces: Faces | null = null;

/** The machine's faces, opened once: reading a font takes longer than setting a page. */
export function machineFaces(): Faces {
  faces ??= loadFaces();
  return faces;
}

/** A place for every block that had none, as composed with this machine's fonts; the same for the same seed. */
export const planOnMachine = (edition: Edition, seed = 1, ids: NewId = newId) =>
  planEdition(edition, machineFaces(), { newId: ids, seed });

export const composeSheets = (edition: Edition): Sheet[] => composeEdition(edition, machineFaces());

/** Throws a Problem for a page number that the edition has not. */
export function checkPages(edition: Edition, numbers: readonly string[], file: string): void {
  const known = edition.pages.map((page) => page.attrs.number as string);
  const missing = numbers.find((number) => !known.includes(number));
  if (missing) throw new Problem("export.no-page", { file, page: missing, known: known.join("、") });
}

/** The sheets of the pages named, in that order; all where none is. */
export function pickSheets(sheets: readonly Sheet[], numbers: readonly string[]): Sheet[] {
  if (numbers.length === 0) return [...sheets];
  return numbers.flatMap((number) => sheets.filter((sheet) => sheet.number === number));
}
