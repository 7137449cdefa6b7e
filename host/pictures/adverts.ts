/**
 * Advertisements as PDF on their way into a print file: each is judged by the standard of the file it goes into before
 * it is placed. What preflight calls an error is refused, unless the desk takes it on itself.
 */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import type { PictureItem, Sheet } from "../../core/compose/sheet.ts";
import type { PressStandard } from "../../core/press/options.ts";
import type { PlacedPage } from "../../core/press/placed.ts";
import type { PreflightProblem } from "../../core/press/preflight/report.ts";
import { Problem } from "../../core/problem.ts";
import { isPdf } from "./pdf.ts";

export interface AdvertOrder {
  /** Null for a proof, which takes all that can be opened. */
  readonly standard: PressStandard | null;
  /** Errors of an advertisement: no file, or placed all the same. */
  readonly errors: "refuse" | "accept";
  readonly locale: Locale;
}

/**
 * Pages by source, for the press's world. Throws a Problem as `openPlaced` does, or `placed.preflight`, with the page
 * and block it is placed in.
 */
export async function preparePages(
  sheets: readonly Sheet[],
  read: (source: string) => Uint8Array | null,
  order: AdvertOrder,
): Promise<(source: string) => PlacedPage | null> {
  const pages = new Map<string, PlacedPage>();
  for (const sheet of sheets) {
    for (const item of sheet.items) {
      if (item.kind !== "picture" || item.source === null || pages.has(item.source)) continue;
      const bytes = read(item.source);
      if (!bytes || !isPdf(bytes)) continue;
      try {
        pages.set(item.source, await prepared(bytes, sheet, item, order));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        throw new Problem(error.key, { ...error.values, page: sheet.number, block: item.block }, error);
      }
    }
  }
  return (source) => pages.get(source) ?? null;
}

async function prepared(
  bytes: Uint8Array,
  sheet: Sheet,
  item: PictureItem,
  { standard, errors, locale }: AdvertOrder,
): Promise<PlacedPage> {
  const { openPlaced } = await import("../../core/press/placed.ts");
  const page = await openPlaced(bytes);
  if (standard === null || errors === "accept") return page;
  const wrong = (await advertProblems(bytes, standard)).filter(({ severity }) => severity === "error");
  const [first] = wrong;
  if (first)
    throw new Problem("placed.preflight", {
      page: sheet.number,
      block: item.block,
      count: wrong.length,
      first: word(locale, first.message.key, first.message.values),
      advice: word(locale, first.advice, first.message.values),
    });
  return page;
}

/** What preflight finds in the page itself; what it says of the file around it does not come along. */
export async function advertProblems(
  bytes: Uint8Array,
  standard: PressStandard,
): Promise<readonly PreflightProblem[]> {
  const [{ preflight }, { concernsPlaced }, { decodeCmykJpeg }] = await Promise.all([
    import("../../core/press/preflight/preflight.ts"),
    import("../../core/press/placed.ts"),
    import("./jpeg.ts"),
  ]);
  const report = await preflight(bytes, { standard, decodeJpeg: decodeCmykJpeg });
  return report.problems.filter(concernsPlaced);
}

/** Throws a Problem that names the file: `placed.refused` for a PDF not fit for the press, `placed.unusable` for none. */
export async function checkAdvert(
  file: string,
  bytes: Uint8Array,
  standard: PressStandard,
  locale: Locale,
): Promise<void> {
  const problems = await advertProblems(bytes, standard).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    throw new Problem("placed.unusable", { file, why: word(locale, error.key, error.values) }, error);
  });
  const wrong = problems.filter(({ severity }) => severity === "error");
  const [first] = wrong;
  if (first)
    throw new Problem("placed.refused", {
      file,
      count: wrong.length,
      first: word(locale, first.message.key, first.message.values),
      advice: word(locale, first.advice, first.message.values),
    });
}
