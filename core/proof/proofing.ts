/**
 * What proofing says: findings, relations and the state of every figure.
 *
 * Places are spans of a reading's text parts (UTF-16 offsets into the part's text), never document marks: an edit
 * maps them, a file adapter turns them into file offsets.
 */
import type { TextPart } from "../edition/reading.ts";

/** error: certainly wrong; warning: a person must look; advice: style. */
export type Severity = "error" | "warning" | "advice";

/** A span that may run over several parts (a paragraph cut in two, a sentence after a dateline). */
export interface Span {
  readonly from: { readonly part: TextPart; readonly offset: number };
  readonly to: { readonly part: TextPart; readonly offset: number };
}

export interface Fix {
  readonly span: Span;
  readonly text: string;
}

/** A message by its key in the catalogue, with what it speaks of; worded in the user's language at the edge. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  readonly evidence: readonly Span[];
  readonly fixes: readonly Fix[];
}

export type RelationKind = "sum" | "balance" | "ratio" | "change" | "count" | "same" | "order";

export interface Figure {
  /** As printed: 9.89 of 9.89万亿元. */
  readonly value: number;
  /** What 万, 亿 … multiply it by, else 1. */
  readonly scale: number;
  /** Unit or measure word as printed, without 万 or 亿: 元, 例. */
  readonly unit: string;
  /** Number and unit. */
  readonly span: Span;
}

export interface Relation {
  readonly kind: RelationKind;
  readonly holds: boolean;
  readonly span: Span;
  readonly total: Figure;
  /** A part that several names share (密云区、延庆区各2例) stands once for each. */
  readonly parts: readonly Figure[];
  /** Places in `parts` of those that are taken away: what went out of a stock, a deficit in a surplus. */
  readonly minus?: readonly number[];
  /** What the parts give, in the total's printed scale. */
  readonly computed: number;
  /** stated: the words say that it must hold; likely: a person must look. */
  readonly certainty: "stated" | "likely";
  /** Why it may fail although every figure is right, where there is such a reason; part of a message's key. */
  readonly note: string | null;
}

export type FigureState = "verified" | "contradicted" | "unchecked";

export interface Proofing {
  readonly findings: readonly Finding[];
  readonly relations: readonly Relation[];
  /** Every figure of the text with its state, in reading order. */
  readonly figures: readonly (Figure & { readonly state: FigureState })[];
}
