/**
 * Printer's marks around the bleed: trim marks, registration marks, and a slug line that says what the plate is.
 * They print on every plate (Separation All), outside the bleed box, where no reader will ever see them.
 */
import { BLACK, type Ink } from "../compose/sheet.ts";
import type { PageBoxes } from "./boxes.ts";
import type { Content } from "./content.ts";
import type { PressFonts } from "./fonts.ts";
import { KNOCKOUT, writeRun } from "./glyphs.ts";
import type { SetText } from "./options.ts";

/** Resource name of the registration colour. */
export const REGISTRATION = "All";
/** Every plate at once (ISO 32000-1, 8.6.6.4). */
export const REGISTERED: Ink = { c: 100, m: 100, y: 100, k: 100 };

const WEIGHT = 0.25;
/** Distance of a mark from the bleed, its length, and the radius of a registration mark, in pt. */
const GAP = 3;
const LENGTH = 14;
const RADIUS = 5;
const SLUG_SIZE = 7;
const LEAST_SLUG = 3;

const plates: readonly { readonly name: string; readonly ink: Ink }[] = [
  { name: "C", ink: { c: 100, m: 0, y: 0, k: 0 } },
  { name: "M", ink: { c: 0, m: 100, y: 0, k: 0 } },
  { name: "Y", ink: { c: 0, m: 0, y: 100, k: 0 } },
  { name: "K", ink: BLACK },
];

export function writeMarks(content: Content, boxes: PageBoxes): void {
  const [left, bottom, right, top] = boxes.trim;
  const [bleedLeft, bleedBottom, bleedRight, bleedTop] = boxes.bleed;
  content.save();
  content.set("gs", `/${KNOCKOUT} gs`);
  content.draw(`/${REGISTRATION} CS 1 SCN`);
  content.draw(WEIGHT, "w");
  const line = (x1: number, y1: number, x2: number, y2: number) => content.draw(x1, y1, "m", x2, y2, "l S");
  for (const x of [left, right]) {
    line(x, bleedTop + GAP, x, bleedTop + GAP + LENGTH);
    line(x, bleedBottom - GAP, x, bleedBottom - GAP - LENGTH);
  }
  for (const y of [bottom, top]) {
    line(bleedLeft - GAP, y, bleedLeft - GAP - LENGTH, y);
    line(bleedRight + GAP, y, bleedRight + GAP + LENGTH, y);
  }
  const reach = GAP + LENGTH / 2;
  const [middle, centre] = [(left + right) / 2, (bottom + top) / 2];
  for (const [x, y] of [
    [middle, bleedTop + reach],
    [middle, bleedBottom - reach],
    [bleedLeft - reach, centre],
    [bleedRight + reach, centre],
  ] as const) {
    circle(content, x, y, RADIUS);
    line(x - LENGTH / 2, y, x + LENGTH / 2, y);
    line(x, y - LENGTH / 2, x, y + LENGTH / 2);
  }
  content.restore();
}

/** The slug line left of the middle below the page; each plate's name prints in its own ink alone. */
export function writeSlug(
  content: Content,
  boxes: PageBoxes,
  line: string,
  setText: SetText,
  fonts: PressFonts,
  page: string,
): void {
  const y = boxes.bleed[1] - GAP - SLUG_SIZE;
  const start = boxes.trim[0] + LENGTH;
  const end = (boxes.trim[0] + boxes.trim[2]) / 2 - LENGTH;
  const wide = (text: string) =>
    Math.max(0, ...setText(text, 1).map((run) => run.x + (run.along.at(-1) ?? 0) + run.size));
  const spots = [...content.spots.values()].map((ink) => ({ name: ink.spot ?? "", ink }));
  let indent = 0;
  // In em: the process plates two apart, a spot colour's as far as its name asks.
  const names = [...plates, ...spots].map((plate) => {
    const at = indent;
    indent += plate.name.length === 1 ? 2 : wide(plate.name) + 1;
    return { ...plate, at };
  });
  const length = wide(line);
  // On a narrow page the line is set smaller, rather than over the registration mark in the middle.
  const size = Math.max(LEAST_SLUG, Math.min(SLUG_SIZE, (end - start) / (indent + length)));
  const put = (text: string, ink: Ink, x: number) => {
    for (const run of setText(text, size)) {
      writeRun(content, { ...run, ink }, fonts, { overprintLimit: 0, page }, x + run.x, y - run.y);
    }
  };
  for (const { name, ink, at } of names) put(name, ink, start + at * size);
  put(line, BLACK, start + indent * size);
}

/** Four Bézier arcs; the constant is the usual 4/3·(√2 − 1). */
function circle(content: Content, x: number, y: number, r: number): void {
  const k = r * 0.5523;
  content.draw(x + r, y, "m");
  content.draw(x + r, y + k, x + k, y + r, x, y + r, "c");
  content.draw(x - k, y + r, x - r, y + k, x - r, y, "c");
  content.draw(x - r, y - k, x - k, y - r, x, y - r, "c");
  content.draw(x + k, y - r, x + r, y - k, x + r, y, "c S");
}
