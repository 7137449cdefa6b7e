/** Small text: in more than one ink the slightest misregister makes it unreadable. */
import { overlaps, placeOn, printed } from "../document.ts";
import type { Finding } from "../report.ts";
import { inked } from "../spaces.ts";
import type { Check } from "./check.ts";

export const text: Check = ({ page, limits }) =>
  page.marks.flatMap((mark): Finding[] => {
    if (mark.kind !== "text" || !mark.paint.plates || !overlaps(mark.box, printed(mark.page))) return [];
    const { plates } = mark.paint;
    const coloured = inked(plates) > 0 && !(inked(plates) === 1 && plates.k > 0);
    if (!coloured || mark.size >= limits.smallText - 0.005) return [];
    return [
      {
        code: "text.small",
        severity: "error",
        page: mark.page.number,
        place: placeOn(mark.page, mark.box),
        values: { size: Math.round(mark.size * 100) / 100, limit: limits.smallText },
        rank: -mark.size,
      },
    ];
  });
