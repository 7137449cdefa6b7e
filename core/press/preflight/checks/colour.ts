/** Colour spaces: what is not grey, CMYK or spot must at least say what it means, and in PDF/X-1a must not be there. */
import { placeOn } from "../document.ts";
import type { Mark } from "../marks.ts";
import type { Finding } from "../report.ts";
import type { Space } from "../spaces.ts";
import type { Check } from "./check.ts";

const things = {
  text: "text",
  image: "picture",
  stroke: "artwork",
  fill: "artwork",
  shading: "artwork",
} as const;
const names: Partial<Record<Space["family"], string>> = {
  "cal-grey": "CalGray",
  "cal-rgb": "CalRGB",
  lab: "Lab",
  "icc-grey": "ICC Gray",
  "icc-rgb": "ICC RGB",
  "icc-cmyk": "ICC CMYK",
};

export const colour: Check = ({ page, standard }) =>
  page.marks.flatMap((mark): Finding[] => {
    const bad = offending(spaceOf(mark), standard === "x1a");
    if (!bad) return [];
    const space = names[bad.family];
    return [
      {
        code: space ? "colour.independent" : `colour.rgb-${things[mark.kind]}`,
        severity: "error",
        page: mark.page.number,
        place: placeOn(mark.page, mark.box),
        ...(space ? { subject: space, values: { space } } : {}),
      },
    ];
  });

function spaceOf(mark: Mark): Space | null {
  if (mark.kind === "shading") return mark.space;
  if (mark.kind === "image") return mark.space ?? mark.paint?.space ?? null;
  return mark.paint.space;
}

/** The space itself, or the one it is built on, where it may not be used. */
function offending(space: Space | null, strict: boolean): Space | null {
  if (!space) return null;
  if (space.family === "rgb") return space;
  if (strict && names[space.family]) return space;
  return offending(space.base ?? null, strict);
}
