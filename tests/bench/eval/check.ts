/** A text read as `check` reads it, through intake, so that a headline is a headline. */
import { readEdition } from "../../../core/edition/reading.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { fileSpan, intakeText, toEdition } from "../../../core/intake/intake.ts";
import { createGazetteer } from "../../../core/proof/gazetteer.ts";
import type { Finding, Proofing, Relation, Span } from "../../../core/proof/proofing.ts";
import { proofread } from "../../../core/proof/proofread.ts";
import { figureRules } from "../../../core/proof/rules/figures.ts";

const options = { gazetteer: createGazetteer([]), style: broadsheet, rules: figureRules };

export interface Checked {
  readonly relations: readonly Relation[];
  /** Errors and warnings. */
  readonly alarms: readonly Finding[];
  /** Offset in the file of a span's start. */
  readonly at: (span: Span) => number | null;
}

export function check(text: string): Checked {
  let ids = 0;
  const intake = toEdition(intakeText(text), {
    facts: { date: "2020-02-18" },
    newId: () => `id${++ids}`,
  });
  const { relations, findings }: Proofing = proofread(readEdition(intake.edition), options);
  return {
    relations,
    alarms: findings.filter(({ severity }) => severity !== "advice"),
    at: ({ from, to }) => fileSpan(intake, from.part, from.offset, to.offset)?.start ?? null,
  };
}

const values = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b).join("+");

/** A relation as one line, its parts in order of size: "sum 9=4+5". */
export const lineOf = (kind: string, total: number, parts: readonly number[]) =>
  `${kind} ${total}=${values(parts)}`;

export const lineOfRelation = ({ kind, total, parts }: Relation) =>
  lineOf(
    kind,
    total.value,
    parts.map(({ value }) => value),
  );

export const isAdditive = ({ kind }: { readonly kind: string }) => kind === "sum" || kind === "balance";
