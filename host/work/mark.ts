/**
 * Findings drawn on the sheets they stand on: the page proof (大样) that goes to the desk on paper.
 *
 * The words in question are ruled under (beside, where type runs down) and numbered; the list that follows the pages
 * says under each number what is wrong. A sheet so marked is for reading, never for the press.
 */
import { composeGalley } from "../../core/compose/galley.ts";
import type { GlyphRun, Ink, Rule, Sheet, SheetItem } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { readEdition, type TextPart } from "../../core/edition/reading.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import type { Finding, Severity, Span } from "../../core/proof/proofing.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import type { Faces } from "../../core/world.ts";

export interface MarkRequest {
  readonly edition: Edition;
  readonly sheets: readonly Sheet[];
  readonly faces: Faces;
  /** The line of the list that tells finding `number`, found on page `page`. */
  readonly tell: (finding: Finding, number: number, page: string) => string;
  /** First line of the list. */
  readonly title: string;
}

// One ink each: a rule in several would need register that an office printer does not have.
const inks: Readonly<Record<Severity, Ink>> = {
  error: { c: 0, m: 100, y: 0, k: 0 },
  warning: { c: 100, m: 0, y: 0, k: 0 },
  advice: { c: 0, m: 0, y: 0, k: 60 },
};

/** The sheets with their findings marked, and the list of all findings after them. */
export function markSheets({ edition, sheets, faces, tell, title }: MarkRequest): Sheet[] {
  const { style } = edition;
  const reading = readEdition(edition);
  const pages = new Map<TextPart, { id: string; number: string }>();
  for (const page of reading.pages) {
    const home = { id: page.node.attrs.id as string, number: page.number };
    for (const article of page.articles) for (const part of article.parts) pages.set(part, home);
  }
  const { findings } = proofread(reading, {
    gazetteer: createGazetteer(style.proof.places),
    style,
    rules: allRules,
  });

  const marked = sheets.map((sheet) => {
    const runs = sheet.items.filter((item) => item.kind === "glyphs" && item.ref.pos >= 0) as GlyphRun[];
    const byPart = Map.groupBy(runs, (run) => `${run.ref.page} ${run.ref.pos}`);
    const marks = findings.flatMap((finding, index) => {
      const found = spanRuns(finding.span, pages, byPart);
      return marksOf(found, inks[finding.severity], index + 1, faces, style.faces.folio);
    });
    return { ...sheet, items: [...sheet.items, ...marks] };
  });

  const lines = findings.map((finding, index) =>
    tell(finding, index + 1, pages.get(finding.span.from.part)?.number ?? ""),
  );
  const list = composeGalley(
    [title, ...lines].join("\n"),
    { measure: 80, columns: 1, size: 10.5, style },
    faces,
  );
  return [...marked, ...list.sheets];
}

interface Covered {
  readonly run: GlyphRun;
  /** Glyphs of the run, first to last, that the span covers. */
  readonly from: number;
  readonly to: number;
}

function spanRuns(
  span: Span,
  pages: ReadonlyMap<TextPart, { id: string }>,
  byPart: ReadonlyMap<string, readonly GlyphRun[]>,
): Covered[] {
  const { from, to } = span;
  const ends =
    from.part === to.part
      ? [{ part: from.part, start: from.offset, end: to.offset }]
      : [
          { part: from.part, start: from.offset, end: Number.POSITIVE_INFINITY },
          { part: to.part, start: 0, end: to.offset },
        ];
  return ends.flatMap(({ part, start, end }) => {
    const runs = byPart.get(`${pages.get(part)?.id} ${part.pos}`) ?? [];
    return runs.flatMap((run) => {
      const first = run.offsets.findIndex((offset) => offset >= start && offset < end);
      const last = run.offsets.findLastIndex((offset) => offset >= start && offset < end);
      return first < 0 ? [] : [{ run, from: first, to: last }];
    });
  });
}

function marksOf(
  covered: readonly Covered[],
  ink: Ink,
  number: number,
  faces: Faces,
  face: GlyphRun["face"],
): SheetItem[] {
  const rules = covered.map((c) => underline(c, ink, faces));
  const last = rules.at(-1);
  return last ? [...rules, numeral(String(number), last, ink, faces, face)] : [];
}

/** A rule under the words, or at the right of type that runs down. */
function underline({ run, from, to }: Covered, ink: Ink, faces: Faces): Rule {
  const start = run.along[from] ?? 0;
  const program = faces.face(run.face);
  const advance = run.vertical
    ? 1
    : (program.advance(run.gids[to] ?? 0) / program.unitsPerEm) * (run.stretch ?? 1);
  const end = (run.along[to] ?? 0) + advance * run.size;
  const gap = 0.16 * run.size;
  return run.vertical
    ? {
        kind: "rule",
        x1: run.x + run.size / 2 + gap,
        x2: run.x + run.size / 2 + gap,
        y1: run.y + start,
        y2: run.y + end,
        width: 0.6,
        ink,
      }
    : { kind: "rule", x1: run.x + start, x2: run.x + end, y1: run.y + gap, y2: run.y + gap, width: 0.6, ink };
}

const NUMERAL = 5;

function numeral(text: string, rule: Rule, ink: Ink, faces: Faces, face: GlyphRun["face"]): GlyphRun {
  const program = faces.face(face);
  const gids = [...text].map((digit) => program.glyph(digit.codePointAt(0) ?? 0));
  const along: number[] = [];
  let at = 0;
  for (const gid of gids) {
    along.push(at);
    at += (program.advance(gid) / program.unitsPerEm) * NUMERAL;
  }
  return {
    kind: "glyphs",
    face,
    size: NUMERAL,
    x: rule.x2 + 0.5,
    y: rule.y2 + 2,
    vertical: false,
    gids,
    along,
    texts: [...text],
    ref: { page: "", pos: -1 },
    offsets: gids.map(() => -1),
    ink,
    role: "proof-mark",
  };
}
