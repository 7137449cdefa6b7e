/**
 * A relation as a sum on paper: total, sign, parts, and what the parts come to. The desk's cards and the findings report
 * both write it so.
 */
import type { Figure, Relation } from "./proofing.ts";
import { quoteOf } from "./report.ts";
import { inWordsOf, plain } from "./rules/relation.ts";

/** A figure as printed. */
export const printed = ({ span }: Figure): string => quoteOf(span);

/** What stands before part `index` (from 0), by kind of relation: before the first only the sign of what goes out. */
export function jointOf({ kind, note, minus }: Relation, index: number): string {
  if (minus?.includes(index)) return "－";
  if (index === 0) return "";
  switch (kind) {
    case "sum":
    case "balance":
      return "＋";
    case "ratio":
      return note === "product" ? "×" : "÷";
    case "change":
      return note === "quotient" ? "÷" : note === "rate" ? "、" : "→";
    case "count":
    case "order":
      return "、";
    case "same":
      return "＝";
  }
}

/** The sign between total and parts: ≈ where they agree within rounding, ＜ and ＞ where one bounds the other. */
export function relatorOf(relation: Relation): string {
  const { kind, note, holds } = relation;
  if (kind === "order") {
    if (note === "above") return holds ? "≤" : "＞";
    if (note === "below") return holds ? "＞" : "≤";
    return "：";
  }
  if (note === "risen") return "＜";
  if (note === "fallen") return "＞";
  if (kind === "count" || (kind === "change" && note !== "quotient")) return holds ? "：" : "≠";
  if (!holds) return "≠";
  return exactOf(relation) === null ? "＝" : "≈";
}

/** Kinds that add their parts: only there a number without its unit can be read. */
const added = new Set<Relation["kind"]>(["sum", "balance"]);

/** A part in an equation: as it stands (11月20日至24日, 上午9时30分); of a sum its number, with its unit where that is not the total's. */
export function partWords(part: Figure, { kind, total }: Relation): string {
  const alike = part.unit === total.unit && part.scale === total.scale;
  return added.has(kind) && alike ? plain(part.value) : printed(part);
}

export function equationWords(relation: Relation): string {
  const parts = relation.parts
    .map((part, index) => `${jointOf(relation, index)}${partWords(part, relation)}`)
    .join("");
  const result = resultOf(relation);
  const words = result === null ? "" : typeof result === "number" ? `，${plain(result)}` : `＝${result}`;
  return `${printed(relation.total)}${relatorOf(relation)}${parts}${words}`;
}

/** Counts that are told in a unit, not in items of a list. */
const measured = new Set(["days", "years", "hours"]);
/** Relations whose parts come to nothing that could stand beside the total. */
const bare = new Set(["risen", "fallen"]);

/** What the parts come to where that is not the total: in words, as a number of items, or null where there is nothing to say. */
export function resultOf({ kind, note, holds, computed, total }: Relation): string | number | null {
  if (holds || kind === "same" || kind === "order" || (note && bare.has(note))) return null;
  if (kind !== "count") return inWordsOf(total, shortened(computed));
  if (note === null || !measured.has(note)) return computed;
  return note === "hours" ? `${plain(computed)}小时` : inWordsOf(total, computed);
}

/** What the parts come to where the total agrees with it only within rounding; null where it is the total. */
export function exactOf({ kind, note, holds, computed, total }: Relation): string | null {
  if (!holds || kind === "same" || kind === "count" || kind === "order") return null;
  if (Math.abs(computed - total.value) <= 1e-6 * Math.abs(total.value)) return null;
  // 翻了一番, 三分之一: round words, of what comes near.
  if (note === "worded" || note === "times") return null;
  return inWordsOf(total, shortened(computed));
}

/** Four digits say enough of what a figure was rounded from. */
const shortened = (value: number) => {
  const whole = Math.trunc(Math.abs(value)).toString().length;
  return Number(value.toFixed(Math.max(0, Math.min(4, 6 - whole))));
};

const apart = new Set(["above", "below", "most", "least"]);

/** How far the parts are from the total, in words; null where that says nothing. Percentages are points apart. */
export function apartWords(relation: Relation): string | null {
  const difference = differenceOf(relation);
  if (difference === null || relation.note === "risen" || relation.note === "fallen") return null;
  if (relation.total.unit === "%") return `${plain(shortened(difference))}个百分点`;
  return inWordsOf(relation.total, difference);
}

/** How far the parts are from the total, in the total's printed scale; null where that says nothing. */
function differenceOf({ kind, note, holds, computed, total }: Relation): number | null {
  if (holds || kind === "same" || kind === "count") return null;
  if (kind === "order" && !(note && apart.has(note))) return null;
  return Math.abs(Number((computed - total.value).toPrecision(12)));
}
