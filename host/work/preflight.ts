/** Preflight of a PDF on this machine. */
import { basename } from "node:path";
import { preflight } from "../../core/press/preflight/preflight.ts";
import type { PreflightReport } from "../../core/press/preflight/report.ts";
import { Problem } from "../../core/problem.ts";
import { decodeCmykJpeg } from "../pictures/jpeg.ts";
import { readBytes } from "./files.ts";

/** Largest PDF that is judged, in bytes. */
const PDF_LIMIT = 500 * 1024 * 1024;

/** Throws a Problem that names the file where it is no PDF, or one that cannot be judged. */
export async function preflightFile(path: string): Promise<PreflightReport> {
  const bytes = readBytes(path, PDF_LIMIT);
  try {
    return await preflight(bytes, { decodeJpeg: decodeCmykJpeg });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.key, { file: basename(path), ...error.values }, error);
  }
}
