/** An edition composed on this machine, with its own fonts. */
import { composeEdition } from "../../core/compose/compose.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import type { Faces } from "../../core/world.ts";
import { loadFaces } from "../fonts/faces.ts";

let faces: Faces | null = null;

/** The machine's faces, opened once: reading a font takes longer than setting a page. */
export function machineFaces(): Faces {
  faces ??= loadFaces();
  return faces;
}

export const composeSheets = (edition: Edition): Sheet[] => composeEdition(edition, machineFaces());

/** The sheets of the pages named (all where none is). Throws a Problem for a page that the edition has not. */
export function pickSheets(sheets: readonly Sheet[], numbers: readonly string[], file: string): Sheet[] {
  if (numbers.length === 0) return [...sheets];
  return numbers.map((number) => {
    const sheet = sheets.find((candidate) => candidate.number === number);
    if (!sheet) {
      const known = sheets.map((candidate) => candidate.number).join("、");
      throw new Problem("export.no-page", { file, page: number, known });
    }
    return sheet;
  });
}
