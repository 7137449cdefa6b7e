/** What every check gets, and the shape of one. */
import type { PressStandard } from "../../options.ts";
import type { PdfDocument } from "../document.ts";
import type { Interpretation } from "../interpret.ts";
import type { PreflightLimits } from "../limits.ts";
import type { Finding } from "../report.ts";

export interface Inspected {
  readonly document: PdfDocument;
  /** Standard to check by. */
  readonly standard: PressStandard;
  readonly limits: PreflightLimits;
  readonly page: Interpretation;
  /** XMP packet as text; null where there is none or it cannot be read. */
  readonly xmp: string | null;
}

export type Check = (file: Inspected) => readonly Finding[] | Promise<readonly Finding[]>;

/** An error found in the file as a whole. */
export function wrong(code: string, values: Finding["values"] = {}, subject?: string): Finding {
  return { code, severity: "error", values, ...(subject === undefined ? {} : { subject }) };
}
