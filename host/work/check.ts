/**
 * Proofing of a file: the findings, with every place told as UTF-16 offsets into the text of that file.
 *
 * `quote` is always `text.slice(start, end)`, also where a span runs over a line that intake has joined again.
 */
import type { Edition } from "../../core/edition/edition.ts";
import { plainText, type Reading, readEdition, type TextPart } from "../../core/edition/reading.ts";
import type { HouseStyle } from "../../core/edition/style.ts";
import { fileSpan, intakeBytes, toEdition } from "../../core/intake/intake.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { type Pack, withPack } from "../../core/proof/pack.ts";
import type {
  FigureState,
  Message,
  Proofing,
  RelationKind,
  Severity,
  Span,
} from "../../core/proof/proofing.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { pictureDigest } from "../store/pictures.ts";
import type { DeskFile } from "./import.ts";
import { houseStyle } from "./style.ts";

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface PlacedFinding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  /** Headline of the article, and number of the page, that the finding stands in. */
  readonly article: string | null;
  readonly page: string | null;
  readonly message: Message;
  readonly evidence: readonly Place[];
  readonly fixes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export interface PlacedFigure extends Place {
  readonly value: number;
}

export interface PlacedRelation {
  readonly kind: RelationKind;
  readonly holds: boolean;
  readonly start: number;
  readonly end: number;
  readonly total: PlacedFigure;
  readonly parts: readonly PlacedFigure[];
}

export interface CheckReport {
  /** The text that all places count in. */
  readonly text: string;
  readonly findings: readonly PlacedFinding[];
  readonly relations: readonly PlacedRelation[];
  readonly figures: Readonly<Record<FigureState | "total", number>>;
}

export interface CheckOptions {
  readonly date?: string | undefined;
  readonly paper?: string | undefined;
  /** What a text is proofed by; an edition has a style of its own. */
  readonly style?: HouseStyle;
  /** Rule packs that add to the style, in the order given. */
  readonly packs?: readonly Pack[];
}

const packed = (style: HouseStyle, { packs = [] }: CheckOptions) => packs.reduce(withPack, style);

/** Proofs a .txt or .docx. Throws a Problem as intake does. */
export async function checkText(file: DeskFile, options: CheckOptions = {}): Promise<CheckReport> {
  const { draft, text } = await intakeBytes(file.name, file.bytes, { digest: pictureDigest });
  let ids = 0;
  const intake = toEdition(draft, {
    // Nothing of this edition is kept: its ids need be unique in it only.
    newId: () => `n${++ids}`,
    style: packed(options.style ?? houseStyle, options),
    facts: {
      ...(options.date ? { date: options.date } : {}),
      ...(options.paper ? { paper: options.paper } : {}),
    },
  });
  const reading = readEdition(intake.edition);
  const at = (part: TextPart, start: number, end: number) =>
    fileSpan(intake, part, start, end) ?? fileSpan(intake, part, Math.max(0, start - 1), end + 1);
  return report(text, reading, intake.edition, at);
}

/** Proofs an edition; places count in `plainText` of its reading. */
export function checkEdition(edition: Edition, options: CheckOptions = {}): CheckReport {
  const facts = {
    ...edition.facts,
    date: options.date || edition.facts.date,
    paper: options.paper || edition.facts.paper,
  };
  const checked = { ...edition, facts, style: packed(edition.style, options) };
  const reading = readEdition(checked);
  const { text, parts } = plainText(reading);
  const at = (part: TextPart, start: number, end: number) => {
    const origin = parts.get(part);
    return origin === undefined ? null : { start: origin + start, end: origin + end };
  };
  return report(text, reading, checked, at);
}

type Locate = (part: TextPart, start: number, end: number) => { start: number; end: number } | null;

function report(text: string, reading: Reading, edition: Edition, at: Locate): CheckReport {
  const { style } = edition;
  const proofing = proofread(reading, {
    gazetteer: createGazetteer(style.proof.places),
    style,
    rules: allRules,
  });
  return place(proofing, reading, text, at);
}

function place(proofing: Proofing, reading: Reading, text: string, at: Locate): CheckReport {
  const homes = new Map<TextPart, { article: string | null; page: string }>();
  for (const page of reading.pages) {
    for (const { parts, headline } of page.articles) {
      for (const part of parts) homes.set(part, { article: headline || null, page: page.number });
    }
  }

  const offsets = ({ from, to }: Span): { start: number; end: number } => {
    if (from.part === to.part) {
      const { start, end } = at(from.part, from.offset, to.offset) ?? { start: 0, end: 0 };
      return { start, end };
    }
    const first = at(from.part, from.offset, from.part.text.length);
    const last = at(to.part, 0, to.offset);
    const start = first?.start ?? last?.start ?? 0;
    // Parts may stand in another order in the file than on the page (a caption before its story).
    return { start, end: Math.max(start, last?.end ?? first?.end ?? 0) };
  };
  const placeOf = (span: Span): Place => {
    const { start, end } = offsets(span);
    return { start, end, quote: text.slice(start, end) };
  };

  const states = { total: proofing.figures.length, verified: 0, contradicted: 0, unchecked: 0 };
  for (const { state } of proofing.figures) states[state] += 1;
  return {
    text,
    findings: proofing.findings.map(({ rule, severity, span, message, evidence, fixes }) => ({
      rule,
      severity,
      ...(homes.get(span.from.part) ?? { article: null, page: null }),
      ...placeOf(span),
      message,
      evidence: evidence.map(placeOf),
      fixes: fixes.map((fix) => ({ ...offsets(fix.span), text: fix.text })),
    })),
    relations: proofing.relations.map(({ kind, holds, span, total, parts }) => ({
      kind,
      holds,
      ...offsets(span),
      total: { value: total.value, ...placeOf(total.span) },
      parts: parts.map((part) => ({ value: part.value, ...placeOf(part.span) })),
    })),
    figures: states,
  };
}
