/**
 * Findings from relations that fail. The place reported is the total; every part is evidence, because a relation
 * says that figures disagree, never which of them is wrong.
 */
import type { Figure, Finding, Relation, RelationKind, Severity, Span } from "../proofing.ts";
import { quoteOf } from "../report.ts";
import type { Rule } from "../rule.ts";

/** Most parts spelt out in a message. */
const SPELT = 12;

/** An article with more failing relations than this is told without comparing them to each other. */
const MOST_COMPARED = 100;

const sameSpan = (a: Span, b: Span) =>
  a.from.part === b.from.part && a.from.offset === b.from.offset && a.to.offset === b.to.offset;

/** A number without the noise of binary fractions: 9.89, not 9.889999. */
export const plain = (value: number) => String(Number(value.toPrecision(12)));

/** A value in the total's words: 79例, 16.29万元. */
export function inWordsOf(figure: Figure, value: number): string {
  const quote = quoteOf(figure.span);
  // 百分之五十, 三分之一 have their unit in front.
  if (quote.includes("分之")) return value === figure.value ? quote : `${plain(value)}${figure.unit}`;
  // 翻了两番, 增加一半: a change in words has its unit in them.
  if (/^[翻增减提上扩多下降缩压少]/.test(quote)) return `${plain(value)}${figure.unit}`;
  const unit = /[^0-9０-９.,，．〇零一二两三四五六七八九十]*$/.exec(quote)?.[0] ?? figure.unit;
  // 百余名: the size is the number.
  return `${plain(value)}${unit.replace(/^[百千]/.test(quote) ? /^[百千]?[余多几]?/ : /^[余多几]/, "")}`;
}

/** Two digits more than the figure has are enough to say by how much it is off. */
function rounded({ span }: Figure, value: number): number {
  const decimals = /\.(\d+)/.exec(quoteOf(span))?.[1]?.length ?? 0;
  return Number(value.toFixed(Math.min(decimals + 2, 12)));
}

const FINER: Readonly<Record<number, readonly [word: string, finer: string, times: number]>> = {
  1e4: ["万", "", 1e4],
  1e8: ["亿", "万", 1e4],
  1e12: ["万亿", "亿", 1e4],
};

/** A small difference in the scale below the total's: 500户, not 0.05万户. */
function finely(figure: Figure, value: number): string {
  const words = inWordsOf(figure, value);
  const [word, finer, times] = FINER[figure.scale] ?? ["", "", 1];
  if (word === "" || value >= 1 || value === 0) return words;
  return words.replace(plain(value), plain(value * times)).replace(word, finer);
}

/** Relations whose parts are told as they stand, each with its unit. */
const asPrinted = new Set(["clock", "product", "risen", "fallen", "row"]);

/** The parts as a sum on paper; each with its own unit and scale where they are not all the total's (1.2亿元＋8000万元). */
function spelt({ total, parts, minus = [], note }: Relation, joint: string): string {
  const alike =
    !(note && asPrinted.has(note)) &&
    parts.every(({ unit, scale }) => unit === total.unit && scale === total.scale);
  const words = parts.map((part, i) => {
    const word = alike ? plain(part.value) : quoteOf(part.span);
    return i === 0 ? word : `${minus.includes(i) ? "－" : joint}${word}`;
  });
  return words.length <= SPELT
    ? words.join("")
    : `${words.slice(0, SPELT - 1).join("")}${joint}…${words.at(-1)}`;
}

function jointOf({ kind, note }: Relation): string {
  if (kind === "change" && note === "quotient") return "÷";
  if (kind === "change") return note === "rate" ? "，" : "→";
  if (kind === "order") return "、";
  if (note === "product") return "×";
  return kind === "ratio" ? "÷" : "＋";
}

function evidenceOf(relation: Relation): Span[] {
  const spans: Span[] = [];
  for (const { span } of relation.parts) if (!spans.some((other) => sameSpan(other, span))) spans.push(span);
  return spans;
}

/** What the words leave open is worth a note, not a question. */
const severityOf = ({ certainty, note }: Relation): Severity =>
  note === "moved" ? "advice" : certainty === "stated" ? "error" : "warning";

const amountOf = ({ value, scale }: Figure) => value * scale;
const sameFigure = (a: Figure, b: Figure) => sameSpan(a.span, b.span);
const computedOf = ({ computed, total }: Relation) => computed * total.scale;
const additive = ({ kind }: Relation) => kind === "sum" || kind === "balance";

/**
 * Failing relations that say of one figure what `relation` says of its total: another sum for the same total, or one
 * that would hold were that total what the parts of `relation` come to.
 */
function confirming(relation: Relation, failing: readonly Relation[]): Relation[] {
  const should = computedOf(relation);
  return failing.filter((other) => {
    if (other === relation || !additive(other)) return false;
    if (sameFigure(other.total, relation.total)) return computedOf(other) === should;
    const at = other.parts.find((part) => sameFigure(part, relation.total));
    return at !== undefined && computedOf(other) - amountOf(at) + should === amountOf(other.total);
  });
}

/** Failing relations, each with those it explains, which are not told again. */
function unexplained(relations: readonly Relation[]): { relation: Relation; also: Relation[] }[] {
  const failing = relations.filter((relation) => !relation.holds);
  if (failing.length > MOST_COMPARED) return failing.map((relation) => ({ relation, also: [] }));
  const explained = new Set<Relation>();
  const told: { relation: Relation; also: Relation[] }[] = [];
  const ranked = failing
    .map((relation) => ({ relation, also: additive(relation) ? confirming(relation, failing) : [] }))
    .sort((a, b) => b.also.length - a.also.length);
  for (const { relation, also } of ranked) {
    if (explained.has(relation)) continue;
    for (const other of also) explained.add(other);
    told.push({ relation, also });
  }
  return told;
}

function findingOf(rule: string, relation: Relation, also: readonly Relation[] = []): Finding {
  const { total, parts, computed } = relation;
  const other = also[0];
  const difference = Math.abs(computed - total.value);
  return {
    rule,
    severity: other ? "error" : severityOf(relation),
    span: total.span,
    message: {
      key: other ? "proof.sum.confirmed" : `proof.${rule}.${relation.note ?? "differs"}`,
      values: {
        quote: quoteOf(total.span),
        total: inWordsOf(total, total.value),
        sum: inWordsOf(total, rounded(total, computed)),
        difference: finely(total, rounded(total, difference)),
        parts: spelt(relation, jointOf(relation)),
        count: parts.length,
        hours: plain(computed),
        ...(other && { other: equation(other, relation) }),
      },
    },
    evidence: [relation, ...also]
      .flatMap((each) => (each === relation ? evidenceOf(each) : [each.total.span, ...evidenceOf(each)]))
      .filter((span, i, all) => !sameSpan(span, total.span) && all.findIndex((s) => sameSpan(s, span)) === i),
    fixes: [],
  };
}

/** 33＋45＝78, as it would stand were the total of `relation` right. */
function equation(other: Relation, relation: Relation): string {
  const right = (figure: Figure) => (sameFigure(figure, relation.total) ? relation.computed : figure.value);
  const parts = other.parts.map(
    (part, i) => `${other.minus?.includes(i) ? "－" : i > 0 ? "＋" : ""}${plain(right(part))}`,
  );
  return `${parts.join("")}＝${plain(right(other.total))}`;
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
      for (const { relation, also } of unexplained(relations)) {
        if (relation.kind === kind) yield findingOf(kind, relation, also);
      }
    },
  };
}
