/** Overprint: white that overprints is not there on the plate; small black that does not leaves white halos. */
import { overlaps, placeOn, printed } from "../document.ts";
import type { Mark, Paint } from "../marks.ts";
import type { Finding } from "../report.ts";
import { blackOnly, inked } from "../spaces.ts";
import type { Check } from "./check.ts";

export const overprint: Check = ({ page, limits }) =>
  page.marks.flatMap((mark): Finding[] => {
    if (mark.kind === "shading" || !mark.paint || !overlaps(mark.box, printed(mark.page))) return [];
    const found = (code: string, severity: "error" | "warning"): Finding[] => [
      {
        code,
        severity,
        page: mark.page.number,
        place: placeOn(mark.page, mark.box),
      },
    ];
    if (vanishes(mark.paint)) return found("overprint.white", "error");
    return knocksOut(mark, mark.paint, limits.overprintText) ? found("overprint.black", "warning") : [];
  });

/** ISO 32000-1, 8.6.7: with OPM 1 a zero of DeviceCMYK paints nothing; nor does a zero tint of a spot ink. */
function vanishes({ space, plates, overprint, opm }: Paint): boolean {
  if (!overprint || !plates || inked(plates) > 0) return false;
  return space.family === "cmyk" ? opm === 1 : space.names !== undefined;
}

function knocksOut(mark: Mark, { plates, overprint }: Paint, limit: number): boolean {
  const solid = plates !== null && blackOnly(plates) && plates.k > 99.9;
  return mark.kind === "text" && mark.size <= limit + 0.005 && solid && !overprint;
}
