/** A printer's limits; these defaults are a coldset newspaper press's (from practice). */
import type { PressStandard } from "../options.ts";

export interface PreflightLimits {
  /** Standard to check by; null takes the one the file claims, or PDF/X-4. */
  readonly standard: PressStandard | null;
  /** Total ink in percent. */
  readonly inkError: number;
  readonly inkWarning: number;
  /** Share of a picture's pixels that may lie over an ink limit: a grain of noise is no flaw. */
  readonly inkTolerance: number;
  /** Pictures, in ppi at their printed size. */
  readonly photoError: number;
  readonly photoWarning: number;
  readonly lineArtError: number;
  /** Thinnest rule in pt, in one ink and in several. */
  readonly ruleOneInk: number;
  readonly ruleManyInks: number;
  /** Text under this size (pt) prints in black only. */
  readonly smallText: number;
  /** Black text up to this size (pt) should overprint. */
  readonly overprintText: number;
  /** At most so many places for one problem. */
  readonly places: number;
  /** Bounds against files made to exhaust a machine: bytes out of one stream, pages, nested forms, operators a page. */
  readonly streamBytes: number;
  readonly pages: number;
  readonly depth: number;
  readonly operators: number;
}

export const preflightLimits: PreflightLimits = {
  standard: null,
  inkError: 240,
  inkWarning: 220,
  inkTolerance: 0.001,
  photoError: 150,
  photoWarning: 200,
  lineArtError: 600,
  ruleOneInk: 0.25,
  ruleManyInks: 0.5,
  smallText: 10,
  overprintText: 12,
  places: 50,
  streamBytes: 256 * 1024 * 1024,
  pages: 1000,
  depth: 24,
  operators: 4_000_000,
};
