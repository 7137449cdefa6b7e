/** A block in words: what it is, what it is called, where it stands, how it holds its text. */
import type { BlockFit, Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { headlineOf } from "../../core/edition/headline.ts";
import { locate } from "../../core/edition/outline.ts";
import type { Place } from "../../core/edition/place.ts";
import type { Translate } from "../i18n/locale.tsx";

export function fitOf(sheets: readonly Sheet[], block: string): BlockFit | null {
  for (const sheet of sheets) {
    const fit = sheet.fits.find((candidate) => candidate.block === block);
    if (fit) return fit;
  }
  return null;
}

export type FitTone = "over" | "short" | "fits";
type Held = Pick<BlockFit, "characters">;

export const fitTone = (fit: Held): FitTone =>
  fit.characters > 0 ? "over" : fit.characters < 0 ? "short" : "fits";

export const fitWords = (t: Translate, fit: Held): string =>
  t(`desk.fit.${fitTone(fit)}`, { n: Math.abs(fit.characters) });

export function describeBlock(
  t: Translate,
  edition: Edition,
  sheets: readonly Sheet[],
  block: string,
): string {
  const found = locate(edition, block);
  if (!found) return t("desk.sheet.none");
  const { node } = found;
  const place = node.attrs.place as Place | null;
  const fit = fitOf(sheets, block);
  return [
    t(`desk.kind.${node.type.name}`),
    headlineOf(edition, node),
    place ? t("desk.place.words", numbersOf(place)) : t("desk.unplaced"),
    ...(place?.notches ?? []).map(({ corner, columns, lines }) =>
      t(`desk.shape.words.${corner}`, { columns, lines }),
    ),
    fit ? fitWords(t, fit) : "",
  ]
    .filter(Boolean)
    .join(t("desk.comma"));
}

/** A place as an editor counts: columns and lines from 1. */
export const numbersOf = ({ column, line, columns, lines }: Place) => ({
  column: column + 1,
  line: line + 1,
  columns,
  lines,
});
