/**
 * A relation as a sum on paper: total, sign, parts, and what the parts come to. The desk's cards and the findings report
 * both write it so.
 */
import type { Figure, Relation } from "./proofing.ts";
import { quoteOf } from "./report.ts";
import { plain } from "./rules/relation.ts";

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
      return note ? "、" : "→";
    case "count":
    case "order":
      return "、";
    case "same":
      return "＝";
  }
}

/** The sign between total and parts. */
export function relatorOf({ kind, holds }: Relation): string {
  if (kind === "change" || kind === "count" || kind === "order") return holds ? "：" : "≠";
  return holds ? "＝" : "≠";
}

/** A part in an equation: its number, with its unit where that is not the total's. */
export function partWords(part: Figure, total: Figure): string {
  // 上午9时30分 is told as it stands.
  if (part.unit !== total.unit || part.scale !== total.scale || part.unit === "时") return printed(part);
  return plain(part.value);
}

export function equationWords(relation: Relation): string {
  const parts = relation.parts
    .map((part, index) => `${jointOf(relation, index)}${partWords(part, relation.total)}`)
    .join("");
  const result = relation.holds ? "" : `${resultSign(relation)}${plain(relation.computed)}`;
  return `${printed(relation.total)}${relatorOf(relation)}${parts}${result}`;
}

/** Before what the parts come to, where that is not the total. */
export const resultSign = ({ kind }: Relation): string =>
  kind === "same" ? "" : kind === "count" ? "，" : "＝";

/** How far the parts are from the total, in the total's printed scale; null where that says nothing. */
export function differenceOf({ kind, holds, computed, total }: Relation): number | null {
  if (holds || kind === "same") return null;
  return Math.abs(Number((computed - total.value).toPrecision(12)));
}
