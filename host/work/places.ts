/** Where the words of a reading stand on composed sheets: spans of text to rectangles in pt. */
import type { GlyphRun, Sheet } from "../../core/compose/sheet.ts";
import type { Reading, TextPart } from "../../core/edition/reading.ts";
import type { Area } from "../../core/press/page-proof/badges.ts";
import type { Span } from "../../core/proof/proofing.ts";
import type { Faces } from "../../core/world.ts";

export interface SheetPlace {
  /** Index of the sheet. */
  readonly sheet: number;
  readonly areas: readonly Area[];
}

export interface SheetPlaces {
  /** A place for each sheet that shows some of the span's words, in the sheets' order. */
  of(span: Span): SheetPlace[];
  /** Index of the sheet of the page that the span starts on; −1 where that page is not among them. */
  home(span: Span): number;
}

/** Ascent and descent as parts of the type size: what the eye takes a line of Han type to fill. */
const ASCENT = 0.88;
const DESCENT = 0.12;

export function sheetPlaces(reading: Reading, sheets: readonly Sheet[], faces: Faces): SheetPlaces {
  const pages = new Map<TextPart, string>();
  for (const page of reading.pages)
    for (const { parts } of page.articles)
      for (const part of parts) pages.set(part, page.node.attrs.id as string);
  const runs = sheets.map((sheet) =>
    Map.groupBy(
      sheet.items.filter((item): item is GlyphRun => item.kind === "glyphs" && item.ref.pos >= 0),
      ({ ref }) => `${ref.page} ${ref.pos}`,
    ),
  );
  return {
    of: (span) =>
      runs.flatMap((byPart, sheet) => {
        const areas = ends(span).flatMap(({ part, start, end }) =>
          (byPart.get(`${pages.get(part)} ${part.pos}`) ?? []).flatMap((run) =>
            coveredBy(run, start, end, faces),
          ),
        );
        return areas.length > 0 ? [{ sheet, areas }] : [];
      }),
    home: (span) => sheets.findIndex((sheet) => sheet.page === pages.get(span.from.part)),
  };
}

function ends({ from, to }: Span): { part: TextPart; start: number; end: number }[] {
  if (from.part === to.part) return [{ part: from.part, start: from.offset, end: to.offset }];
  return [
    { part: from.part, start: from.offset, end: Number.POSITIVE_INFINITY },
    { part: to.part, start: 0, end: to.offset },
  ];
}

/** The stretch of `run` whose characters lie between `start` and `end`; none where it has no such. */
export function coveredBy(run: GlyphRun, start: number, end: number, faces: Faces): Area[] {
  const within = (offset: number) => offset >= start && offset < end;
  const first = run.offsets.findIndex(within);
  const last = run.offsets.findLastIndex(within);
  if (first < 0) return [];
  const from = run.along[first] ?? 0;
  const face = faces.face(run.face);
  const advance = run.vertical
    ? 1
    : (face.advance(run.gids[last] ?? 0) / face.unitsPerEm) * (run.stretch ?? 1);
  const length = (run.along[last] ?? 0) + advance * run.size - from;
  const { x, y, size } = run;
  return [
    run.vertical
      ? { x: x - size / 2, y: y + from, width: size, height: length, vertical: true }
      : { x: x + from, y: y - ASCENT * size, width: length, height: (ASCENT + DESCENT) * size },
  ];
}
