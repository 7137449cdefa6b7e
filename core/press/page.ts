/**
 * One sheet to one page's content stream, item by item in the sheet's order, which is painting and reading order.
 * Only DeviceCMYK is ever set; what leaves the bleed is clipped.
 */
import { grey, type PictureItem, type Rule, type Sheet, type Tint } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import type { PageBoxes } from "./boxes.ts";
import { Content, number } from "./content.ts";
import type { PressFonts } from "./fonts.ts";
import { KNOCKOUT, writeRun } from "./glyphs.ts";
import type { PressOptions } from "./options.ts";
import type { PressPictures } from "./pictures.ts";

/** Thinnest rule newsprint holds in one ink (from practice). */
const HAIRLINE = 0.25;

export function writeSheet(
  sheet: Sheet,
  boxes: PageBoxes,
  fonts: PressFonts,
  pictures: PressPictures,
  options: Pick<PressOptions, "overprintLimit" | "missingPicture">,
): Content {
  const content = new Content();
  const style = { overprintLimit: options.overprintLimit, page: sheet.number };
  const [left, , , top] = boxes.trim;
  const at = (x: number, y: number) => [left + x, top - y] as const;
  const [x1, y1, x2, y2] = boxes.bleed;
  content.save();
  content.draw(x1, y1, x2 - x1, y2 - y1, "re W n");
  for (const item of sheet.items) {
    if (item.kind === "glyphs") writeRun(content, item, fonts, style, ...at(item.x, item.y));
    else if (item.kind === "rule") writeRule(content, item, at(item.x1, item.y1), at(item.x2, item.y2));
    else if (item.kind === "tint") writeTint(content, item, at(item.x, item.y + item.height));
    else writePicture(content, item, at(item.x, item.y + item.height), pictures, sheet, options);
  }
  content.restore();
  return content;
}

type Point = readonly [number, number];

function writeRule(content: Content, rule: Rule, from: Point, to: Point): void {
  content.endText();
  content.set("gs", `/${KNOCKOUT} gs`);
  content.stroke(rule.ink);
  content.set("width", rule.width, "w");
  content.set("dash", `[${(rule.dash ?? []).map(number).join(" ")}] 0 d`);
  content.draw(...from, "m", ...to, "l S");
}

function writeTint(content: Content, tint: Tint, corner: Point): void {
  content.endText();
  content.set("gs", `/${KNOCKOUT} gs`);
  content.fill(tint.ink);
  content.draw(...corner, tint.width, tint.height, "re f");
}

function writePicture(
  content: Content,
  item: PictureItem,
  corner: Point,
  pictures: PressPictures,
  sheet: Sheet,
  options: Pick<PressOptions, "missingPicture">,
): void {
  content.endText();
  const name = pictures.use(item);
  if (name === null) {
    if (options.missingPicture === "refuse")
      throw new Problem("press.picture-missing", { page: sheet.number, block: item.block });
    writeFrame(content, item, corner);
    return;
  }
  content.set("gs", `/${KNOCKOUT} gs`);
  content.draw("q", item.width, 0, 0, item.height, ...corner, `cm /${name} Do Q`);
}

/** A crossed frame: every desk reads it as "the picture goes here". */
function writeFrame(content: Content, item: PictureItem, [x, y]: Point): void {
  const { width, height } = item;
  content.set("gs", `/${KNOCKOUT} gs`);
  content.stroke(grey(100));
  content.set("width", HAIRLINE, "w");
  content.set("dash", "[] 0 d");
  content.draw(x, y, width, height, "re");
  content.draw(x, y, "m", x + width, y + height, "l", x, y + height, "m", x + width, y, "l S");
}
