/**
 * Total ink: more than newsprint can hold smears, sets off and shows through.
 *
 * Colours of text, lines and areas are exact; what overprints what is not added up. Pictures are measured where their
 * samples can be had: packed ones here, JPEGs by the host's decoder.
 */
import type { PDFRawStream } from "pdf-lib";
import { overlaps, placeOn, printed } from "../document.ts";
import type { ImageMark, Mark } from "../marks.ts";
import type { Finding } from "../report.ts";
import { total } from "../spaces.ts";
import { type Inspected, wrong } from "./check.ts";

/** Decodes a CMYK JPEG as it stands: samples interleaved, the marker's inversion not undone; null where it cannot. */
export type JpegDecoder = (jpeg: Uint8Array) => Promise<Uint8Array | null>;

export async function ink(file: Inspected, decodeJpeg: JpegDecoder | null): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const measured = new Map<PDFRawStream, number | null>();
  for (const mark of file.page.marks) {
    if (!overlaps(mark.box, printed(mark.page))) continue;
    if (mark.kind === "image" && mark.stream && !mark.paint) {
      let percent = measured.get(mark.stream);
      if (percent === undefined) {
        percent = await pictureInk(file, mark, mark.stream, decodeJpeg);
        measured.set(mark.stream, percent);
      }
      findings.push(...judge(file, mark, percent, "ink.picture"));
    } else if (mark.kind !== "shading" && mark.paint?.plates) {
      findings.push(...judge(file, mark, total(mark.paint.plates), "ink.over"));
    }
  }
  return findings;
}

function judge({ limits }: Inspected, mark: Mark, percent: number | null, code: string): Finding[] {
  if (percent === null) return [];
  const error = percent > limits.inkError + 0.05;
  if (!error && percent <= limits.inkWarning + 0.05) return [];
  return [
    {
      ...wrong(code, { percent: Math.round(percent), limit: error ? limits.inkError : limits.inkWarning }),
      severity: error ? "error" : "warning",
      page: mark.page.number,
      place: placeOn(mark.page, mark.box),
      rank: percent,
    },
  ];
}

/** The ink that all but a tolerated share of a CMYK picture's pixels stay within; null where it cannot be told. */
async function pictureInk(
  { document, limits }: Inspected,
  mark: ImageMark,
  stream: PDFRawStream,
  decodeJpeg: JpegDecoder | null,
): Promise<number | null> {
  const family = mark.space?.family;
  if ((family !== "cmyk" && family !== "icc-cmyk") || mark.bits !== 8) return null;
  const jpeg = mark.filters.at(-1) === "DCTDecode";
  if (jpeg && (mark.filters.length > 1 || !decodeJpeg)) return null;
  const samples = jpeg ? ((await decodeJpeg?.(stream.contents)) ?? null) : document.data(stream);
  if (!samples) return null;
  const decode = document.numbers(document.get(stream, "Decode"));
  return highShare(samples, decode?.[0] === 1 && decode[1] === 0, limits.inkTolerance);
}

function highShare(samples: Uint8Array, inverted: boolean, tolerance: number): number {
  const counts = new Uint32Array(1021);
  const pixels = Math.floor(samples.length / 4);
  for (let i = 0; i < pixels * 4; i += 4) {
    const sum = (samples[i] ?? 0) + (samples[i + 1] ?? 0) + (samples[i + 2] ?? 0) + (samples[i + 3] ?? 0);
    const at = inverted ? 1020 - sum : sum;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let above = 0;
  for (let sum = 1020; sum > 0; sum--) {
    above += counts[sum] ?? 0;
    if (above > pixels * tolerance) return (sum / 255) * 100;
  }
  return 0;
}
