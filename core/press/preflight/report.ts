/**
 * What preflight says: one problem a row, each with its page and place, what is wrong and what to do.
 *
 * Checks speak in findings, one for every mark they object to; `summary` folds those of one kind on one page into one
 * problem, so that a page of RGB text is one row and not six thousand.
 */
import type { Values } from "../../catalogue/message.ts";
import type { PressStandard } from "../options.ts";

/** In pt from the top left corner of the trim, y down: the sheet's own coordinates. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Severity = "error" | "warning";

export interface PreflightProblem {
  /** Which check speaks: "fonts", "colour", "ink"… */
  readonly check: string;
  readonly severity: Severity;
  /** Page of the file, from 1; null for the file as a whole. */
  readonly page: number | null;
  /** Where it is worst or first; `places` has the others, `limits.places` at most. */
  readonly place?: Place;
  readonly places: readonly Place[];
  readonly message: { readonly key: string; readonly values: Values };
  /** Catalogue key of what to do. */
  readonly advice: string;
}

export interface PreflightReport {
  /** The standard the file claims ("PDF/X-4"), or null. */
  readonly standard: string | null;
  /** The standard it was checked by. */
  readonly checkedAs: PressStandard;
  readonly pages: number;
  readonly problems: readonly PreflightProblem[];
}

/** One thing one check objects to. */
export interface Finding {
  /** Key in the catalogue below "preflight.", "colour.rgb"; what stands before the dot is the check. */
  readonly code: string;
  readonly severity: Severity;
  readonly page?: number;
  readonly place?: Place;
  readonly values?: Values;
  /** Findings of one code about different subjects (a font, a key) stay apart. */
  readonly subject?: string;
  /** Of several findings folded into one, the highest ranking gives its values and place. */
  readonly rank?: number;
}

/** Errors first, then by page; findings of a kind folded. `count` in the values is how many there were. */
export function summary(findings: readonly Finding[], places: number): PreflightProblem[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.severity, finding.code, finding.page, finding.subject]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const problems = [...groups.values()].map((group) => problemOf(group, places));
  const order = (p: PreflightProblem) => (p.severity === "error" ? 0 : 1e9) + (p.page ?? 0);
  return problems.sort((a, b) => order(a) - order(b));
}

function problemOf(group: readonly Finding[], places: number): PreflightProblem {
  const worst = group.reduce((a, b) => ((b.rank ?? 0) > (a.rank ?? 0) ? b : a));
  return {
    check: worst.code.split(".")[0] ?? worst.code,
    severity: worst.severity,
    page: worst.page ?? null,
    ...(worst.place ? { place: worst.place } : {}),
    places: group.flatMap((finding) => finding.place ?? []).slice(0, places),
    message: { key: `preflight.${worst.code}`, values: { ...worst.values, count: group.length } },
    advice: `preflight.${worst.code}.advice`,
  };
}
