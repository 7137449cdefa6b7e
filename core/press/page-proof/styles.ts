/** How findings and figures are drawn on a proof. Each kind has its own shape as well: desks print proofs in black. */
import type { Ink } from "../../compose/sheet.ts";

export type ProofSeverity = "error" | "warning" | "advice";
/** Whose note it is: a finding by its severity, or a person's comment or query to the author. */
export type ProofVoice = ProofSeverity | "comment" | "query";
export type ProofFigureState = "verified" | "contradicted" | "unchecked" | "checked";

export interface MarkStyle {
  readonly ink: Ink;
  /** In pt. */
  readonly width: number;
  readonly dash?: readonly number[];
  readonly wave?: boolean;
}

export const severities = ["error", "warning", "advice"] as const satisfies readonly ProofSeverity[];
/** In the order in which notes keep their room beside the page. */
export const voices = [...severities, "query", "comment"] as const satisfies readonly ProofVoice[];
export const figureStates = [
  "contradicted",
  "unchecked",
  "checked",
  "verified",
] as const satisfies readonly ProofFigureState[];

const RED: Ink = { c: 0, m: 100, y: 90, k: 5 };
const AMBER: Ink = { c: 0, m: 55, y: 100, k: 10 };
const BLUE: Ink = { c: 85, m: 45, y: 0, k: 0 };
const TEAL: Ink = { c: 90, m: 30, y: 50, k: 20 };
const PURPLE: Ink = { c: 60, m: 75, y: 0, k: 10 };
const GREEN: Ink = { c: 80, m: 10, y: 80, k: 10 };

/** `full`: the number's badge is filled. */
export const severityStyles: Readonly<Record<ProofVoice, MarkStyle & { readonly full: boolean }>> = {
  error: { ink: RED, width: 1.1, full: true },
  warning: { ink: AMBER, width: 0.9, full: false },
  advice: { ink: BLUE, width: 0.7, full: false },
  query: { ink: TEAL, width: 0.9, dash: [3.2, 1.6], full: true },
  comment: { ink: PURPLE, width: 0.9, dash: [3.2, 1.6], full: false },
};

export const figureStyles: Readonly<Record<ProofFigureState, MarkStyle>> = {
  contradicted: { ink: RED, width: 0.5, wave: true },
  unchecked: { ink: AMBER, width: 0.9, dash: [0.9, 1.3] },
  checked: { ink: GREEN, width: 0.7, dash: [4, 1.6] },
  verified: { ink: GREEN, width: 0.45 },
};
