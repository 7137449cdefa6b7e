/**
 * Findings from relations that fail. The place reported is the total; every part is evidence, because a relation
 * says that figures disagree, never which of them is wrong.
 */
import type { Figure, Finding, Relation, RelationKind, Severity, Span } from "../proofing.ts";
import { quoteOf } from "../report.ts";
import type { Rule } from "../rule.ts";

/** Most parts spelt out in a message. */
const SPELT = 12;

const sameSpan = (a: Span, b: Span) =>
  a.from.part === b.from.part && a.from.offset === b.from.offset && a.to.offset === b.to.offset;

/** A number without the noise of binary fractions: 9.89, not 9.889999. */
export const plain = (value: number) => String(Number(value.toPrecision(12)));

/** A value in the total's words: 79例, 16.29万元. */
export function inWordsOf(figure: Figure, value: number): string {
  const quote = quoteOf(figure.span);
  const unit = /[^0-9０-９.,，．〇零一二两三四五六七八九十]*$/.exec(quote)?.[0] ?? figure.unit;
  return `${plain(value)}${unit.replace(/^[余多几]/, "")}`;
}

export function spelt(parts: readonly Figure[], joint = "＋"): string {
  const words = parts.map((part) => plain(part.value));
  return words.length <= SPELT
    ? words.join(joint)
    : `${words.slice(0, SPELT - 1).join(joint)}${joint}…${joint}${words.at(-1)}`;
}

export function evidenceOf(relation: Relation): Span[] {
  const spans: Span[] = [];
  for (const { span } of relation.parts) if (!spans.some((other) => sameSpan(other, span))) spans.push(span);
  return spans;
}

export const severityOf = (relation: Relation): Severity =>
  relation.certainty === "stated" ? "error" : "warning";

export function findingOf(rule: string, relation: Relation): Finding {
  const { total, parts, computed } = relation;
  const difference = Math.abs(computed - total.value);
  return {
    rule,
    severity: severityOf(relation),
    span: total.span,
    message: {
      key: `proof.${rule}.${relation.note ?? "differs"}`,
      values: {
        quote: quoteOf(total.span),
        total: inWordsOf(total, total.value),
        sum: inWordsOf(total, computed),
        difference: inWordsOf(total, difference),
        parts: rule === "change" ? spelt(parts, "→") : rule === "ratio" ? spelt(parts, "÷") : spelt(parts),
        count: parts.length,
      },
    },
    evidence: evidenceOf(relation),
    fixes: [],
  };
}

type Words = Pick<Rule, "source" | "fires" | "silent">;

/** The rule that reports failing relations of one kind. */
export function relationRule(kind: RelationKind, severity: Severity, words: Words): Rule {
  return {
    id: kind,
    severity,
    name: `rule.${kind}`,
    about: `rule.${kind}.about`,
    ...words,
    *article({ relations }) {
      for (const relation of relations) {
        if (relation.kind === kind && !relation.holds) yield findingOf(kind, relation);
      }
    },
  };
}
