/**
 * A sheet as an SVG drawing for the screen: the same glyphs as outlines, rules, tints and pictures that the press
 * prints. It needs no fonts, so that it looks alike wherever it is drawn.
 */
import type { GlyphRun, Ink, PictureItem, Rule, Sheet, SheetItem } from "../compose/sheet.ts";
import type { FaceId } from "../edition/style.ts";
import type { Face } from "../world.ts";

export interface SvgWorld {
  face(id: FaceId): Pick<Face, "outline" | "unitsPerEm" | "advance">;
  /** Address of a picture as it is placed ("data:…"), or null where nobody delivered it. */
  picture(item: PictureItem): string | null;
}

/** PDF's own default for a vertical glyph: its origin 0.88 em above the baseline. */
const VERTICAL_ORIGIN = 0.88;

/** `width` is that of the drawing in pixels; its view box is the trim, in pt. */
export function sheetSvg(sheet: Sheet, world: SvgWorld, width: number): string {
  const glyphs = new Map<string, string>();
  const drawn = (item: SheetItem): string => {
    switch (item.kind) {
      case "glyphs":
        return run(item, world, glyphs);
      case "rule":
        return rule(item);
      case "tint":
        return `<rect x="${n(item.x)}" y="${n(item.y)}" width="${n(item.width)}" height="${n(item.height)}" fill="${colour(item.ink)}"/>`;
      case "picture":
        return picture(item, world);
    }
  };
  const body = sheet.items.map(drawn);
  const outlines = [...glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`);
  const height = Math.round((sheet.height / sheet.width) * width);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${n(sheet.width)} ${n(sheet.height)}" preserveAspectRatio="none">`,
    `<defs>${outlines.join("")}</defs>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...body,
    "</svg>",
  ].join("\n");
}

function run(item: GlyphRun, world: SvgWorld, glyphs: Map<string, string>): string {
  const face = world.face(item.face);
  const em = item.size / face.unitsPerEm;
  const stretch = item.vertical ? 1 : (item.stretch ?? 1);
  const scale = `scale(${n(em * stretch, 6)} ${n(-em, 6)})`;
  const uses = item.gids.map((gid, i) => {
    const id = `${item.face}-${gid}`;
    if (!glyphs.has(id)) glyphs.set(id, face.outline(gid));
    if (glyphs.get(id) === "") return "";
    const [along, across] = [item.along[i] ?? 0, item.across?.[i] ?? 0];
    const x = item.vertical ? item.x + across - (face.advance(gid) * em) / 2 : item.x + along;
    const y = item.vertical ? item.y + along + VERTICAL_ORIGIN * item.size : item.y + across;
    return `<use href="#${id}" transform="translate(${n(x)} ${n(y)})${scale}"/>`;
  });
  return `<g fill="${colour(item.ink)}">${uses.join("")}</g>`;
}

function rule({ x1, y1, x2, y2, width, dash, ink }: Rule): string {
  const dashes =
    dash && dash.length > 0 ? ` stroke-dasharray="${dash.map((length) => n(length)).join(" ")}"` : "";
  return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="${colour(ink)}" stroke-width="${n(width)}"${dashes}/>`;
}

function picture(item: PictureItem, world: SvgWorld): string {
  const { x, y, width, height } = item;
  const box = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
  const href = item.source === null ? null : world.picture(item);
  if (href) return `<image ${box} preserveAspectRatio="none" href="${href}"/>`;
  return `<rect ${box} fill="#eeece9" stroke="#c9c5bf" stroke-width="0.5"/>`;
}

/** Ink as a screen shows it. */
function colour({ c, m, y, k }: Ink): string {
  const channel = (part: number) =>
    Math.round(255 * (1 - part / 100) * (1 - k / 100))
      .toString(16)
      .padStart(2, "0");
  return `#${channel(c)}${channel(m)}${channel(y)}`;
}

/** A number in as few digits as will do. */
const n = (value: number, digits = 2): string => String(Number(value.toFixed(digits)));
