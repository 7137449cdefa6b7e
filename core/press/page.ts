/**
 * One sheet to one page's content stream, item by item in the sheet's order, which is painting and reading order.
 * Only DeviceCMYK is ever set; what leaves the bleed is clipped.
 */
import { grey, type PictureItem, type Rule, type Sheet, type Tint } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import type { PageBoxes } from "./boxes.ts";
import { Content, number } from "./content.ts";
import type { PressFonts } from "./fonts.ts";
import { FIRST, KNOCKOUT, writeRun } from "./glyphs.ts";
import type { PressOptions } from "./options.ts";
import type { PressPictures } from "./pictures.ts";
import type { PlacedPage } from "./placed.ts";

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
  const used = pictures.use(item);
  if (used === null) {
    if (options.missingPicture === "refuse")
      throw new Problem("press.picture-missing", { page: sheet.number, block: item.block });
    writeFrame(content, item, corner);
    return;
  }
  content.set("gs", `/${KNOCKOUT} gs`);
  if (used.page) writePage(content, item, used.name, used.page, corner);
  else content.draw("q", item.width, 0, 0, item.height, ...corner, `cm /${used.name} Do Q`);
}

/** What every page starts with and a form does not (ISO 32000-1, 8.4.1): the placed page was made for it. */
const FRESH = "0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts";

/** Another program's page, its crop as large as the frame. */
function writePage(
  content: Content,
  { width, height, crop }: PictureItem,
  name: string,
  page: PlacedPage,
  [x, y]: Point,
): void {
  const [across, up] = [width / (crop.width * page.width), height / (crop.height * page.height)];
  const left = x - crop.x * page.width * across;
  const bottom = y - (1 - crop.y - crop.height) * page.height * up;
  content.draw(`q /${FIRST} gs ${FRESH}`);
  content.draw(x, y, width, height, "re W n");
  const matrix = [across, 0, 0, up, left, bottom].map((value) => value.toFixed(6)).join(" ");
  content.draw(`${matrix} cm /${name} Do Q`);
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
