/** Pictures at the size they are printed: a photograph's pixels, and the finer ones line art needs. */
import { overlaps, placeOn, printed } from "../document.ts";
import type { Finding } from "../report.ts";
import type { Check } from "./check.ts";

/** ppi by which placing may round. */
const ROUNDING = 0.5;

export const resolution: Check = ({ page, limits }) =>
  page.marks.flatMap((mark): Finding[] => {
    if (mark.kind !== "image" || !overlaps(mark.box, printed(mark.page))) return [];
    const lineArt = mark.bits === 1;
    const error = lineArt ? limits.lineArtError : limits.photoError;
    const warning = lineArt ? limits.lineArtError : limits.photoWarning;
    if (mark.ppi >= warning - ROUNDING) return [];
    const severe = mark.ppi < error - ROUNDING;
    return [
      {
        code: lineArt ? "resolution.line-art" : "resolution.photo",
        severity: severe ? "error" : "warning",
        page: mark.page.number,
        place: placeOn(mark.page, mark.box),
        values: { ppi: Math.round(mark.ppi), limit: severe ? error : warning },
        rank: -mark.ppi,
      },
    ];
  });
