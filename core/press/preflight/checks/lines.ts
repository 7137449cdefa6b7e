/** Rules too thin to print: a plate holds a quarter of a point in one ink, register needs half a point in several. */
import { overlaps, placeOn, printed } from "../document.ts";
import type { Finding } from "../report.ts";
import { inked } from "../spaces.ts";
import type { Check } from "./check.ts";

const ROUNDING = 0.002;

export const lines: Check = ({ page, limits }) =>
  page.marks.flatMap((mark): Finding[] => {
    if (mark.kind !== "stroke" && mark.kind !== "fill") return [];
    const [x1, y1, x2, y2] = mark.box;
    const seen = [x1 - 0.01, y1 - 0.01, x2 + 0.01, y2 + 0.01] as const;
    const width = mark.kind === "stroke" ? mark.width : mark.thickness;
    if (width === null || !overlaps(seen, printed(mark.page))) return [];
    const inks = mark.paint.plates ? inked(mark.paint.plates) : 4;
    const least = inks > 1 ? limits.ruleManyInks : limits.ruleOneInk;
    if (width >= least - ROUNDING) return [];
    return [
      {
        code: "lines.thin",
        severity: "error",
        page: mark.page.number,
        place: placeOn(mark.page, mark.box),
        values: { width: Math.round(width * 1000) / 1000, least, inks },
        rank: -width,
      },
    ];
  });
