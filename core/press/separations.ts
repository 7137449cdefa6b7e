/**
 * What each printing plate of a sheet will carry, worked out from the sheet itself: the same glyphs, rules, tints,
 * pictures and overprints that the print file has, as four pictures of ink.
 *
 * It is a preview of the plates, before screening; over-limit areas are told in pt on the sheet.
 */
import {
  type GlyphRun,
  grey,
  type Ink,
  isBlack,
  type PictureItem,
  type Rule,
  type Sheet,
  type SheetItem,
} from "../compose/sheet.ts";
import type { FaceId } from "../edition/style.ts";
import type { Face, PlacedPicture } from "../world.ts";
import { glyphContours } from "./contours.ts";
import { coarser, type Mask, maskOf } from "./coverage.ts";
import { pressDefaults } from "./options.ts";

/** A picture's ink: 8 bit, 255 for full ink; four samples a pixel (CMYK) or one (black). */
export interface InkPicture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 4;
  readonly ink: Uint8Array;
}

export interface SeparationWorld {
  face(id: FaceId): Pick<Face, "outline" | "unitsPerEm" | "advance">;
  /** The picture as it is placed, or null where nobody delivered it. */
  picture(source: string, placed: PlacedPicture): InkPicture | null;
  /** True for an advertisement that came as PDF. */
  isPage?(source: string): boolean;
}

export interface SeparationOptions {
  /** Pixels to the inch. */
  readonly resolution?: number;
  /** Black text up to this size (pt) overprints. */
  readonly overprintLimit?: number;
}

export const plateNames = ["c", "m", "y", "k"] as const;
export type PlateName = (typeof plateNames)[number];

/** The sheet with its bleed, in pixels; a byte for each, 255 for full ink. */
export interface Plates extends Readonly<Record<PlateName, Uint8Array>> {
  readonly width: number;
  readonly height: number;
  readonly resolution: number;
  /** Bleed in pt around the trim. */
  readonly bleed: number;
  /** Plates of spot colours, in the order they are met. */
  readonly spots: readonly { readonly name: string; readonly plate: Uint8Array }[];
  /** Where another program's page is placed, whose inks are not worked out here: empty on every plate. */
  readonly unknown: readonly SheetArea[];
}

/** In pt on the sheet. */
export interface SheetArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In pt on the sheet; `peak` is the largest total ink in it, in percent. */
export interface InkArea extends SheetArea {
  readonly peak: number;
}

const RESOLUTION = 100;
/** Pixels to the inch that glyphs are covered at, at least, before they are brought down to the plates'. */
const FINE = 600;
/** Line width in pt of the frame that stands for a picture nobody delivered. */
const FRAME = 0.25;

export function separate(sheet: Sheet, world: SeparationWorld, options: SeparationOptions = {}): Plates {
  const raster = new Raster(sheet, options.resolution ?? RESOLUTION);
  const limit = options.overprintLimit ?? pressDefaults.overprintLimit;
  for (const item of sheet.items) {
    if (item.kind === "glyphs") raster.glyphs(item, world, limit);
    else if (item.kind === "rule") raster.rule(item);
    else if (item.kind === "tint") raster.box(item.x, item.y, item.width, item.height, item.ink);
    else if (item.source === null || !world.isPage?.(item.source)) {
      const picture = item.source === null ? null : world.picture(item.source, item);
      if (picture) raster.picture(item, picture);
      else raster.frame(item);
    }
  }
  const unknown = sheet.items.flatMap((item) => {
    if (item.kind !== "picture" || item.source === null || !world.isPage?.(item.source)) return [];
    const { x, y, width, height } = item;
    return [{ x, y, width, height }];
  });
  return { ...raster.plates, unknown };
}

/** Mean ink of each process plate in percent of the sheet with its bleed. */
export function meanInk({ c, m, y, k }: Plates): Record<PlateName, number> {
  return { c: meanOfPlate(c), m: meanOfPlate(m), y: meanOfPlate(y), k: meanOfPlate(k) };
}

export function meanOfPlate(plate: Uint8Array): number {
  let sum = 0;
  for (const value of plate) sum += value;
  return plate.length === 0 ? 0 : (sum / plate.length / 255) * 100;
}

const spotOf = (item: SheetItem) => (item.kind === "picture" ? undefined : item.ink.spot);

/** Total ink of each pixel in percent: 0 to 400, and 100 more for each spot colour. */
export function totalInk({ c, m, y, k, spots }: Plates): Uint16Array {
  return Uint16Array.from(c, (cyan, i) => {
    let sum = cyan + (m[i] as number) + (y[i] as number) + (k[i] as number);
    for (const { plate } of spots) sum += plate[i] as number;
    return Math.round((sum * 100) / 255);
  });
}

/** Cells that over-limit pixels are gathered in, in pt: what a person can point at. */
const CELL = 6;

/** Areas with pixels of more than `limit` percent of ink: neighbouring cells together, the gravest first. */
export function overLimit(plates: Plates, limit: number): InkArea[] {
  const total = totalInk(plates);
  const step = Math.max(1, Math.round((CELL * plates.resolution) / 72));
  const [columns, rows] = [Math.ceil(plates.width / step), Math.ceil(plates.height / step)];
  const peaks = new Uint16Array(columns * rows);
  total.forEach((ink, i) => {
    if (ink <= limit) return;
    const cell =
      Math.floor(Math.floor(i / plates.width) / step) * columns + Math.floor((i % plates.width) / step);
    peaks[cell] = Math.max(peaks[cell] ?? 0, ink);
  });
  const areas: InkArea[] = [];
  for (let start = 0; start < peaks.length; start++) {
    if (peaks[start] === 0) continue;
    let [left, right, top, bottom, peak] = [columns, 0, rows, 0, 0];
    const open = [start];
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const ink = peaks[cell] ?? 0;
      if (ink === 0) continue;
      peaks[cell] = 0;
      const [x, y] = [cell % columns, Math.floor(cell / columns)];
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
      peak = Math.max(peak, ink);
      if (x > 0) open.push(cell - 1);
      if (x + 1 < columns) open.push(cell + 1);
      open.push(cell - columns, cell + columns);
    }
    const pt = (pixels: number) => (pixels * 72) / plates.resolution;
    const [x, y] = [pt(left * step) - plates.bleed, pt(top * step) - plates.bleed];
    areas.push({ x, y, width: pt((right - left) * step), height: pt((bottom - top) * step), peak });
  }
  return areas.sort((a, b) => b.peak - a.peak);
}

class Raster {
  readonly plates: Plates;
  /** Pixels to a pt. */
  readonly #scale: number;
  /** Fine pixels to a pixel, across and down, for glyphs. */
  readonly #fine: number;
  readonly #bleed: number;

  constructor(sheet: Sheet, resolution: number) {
    this.#scale = resolution / 72;
    this.#fine = Math.max(1, Math.ceil(FINE / resolution));
    this.#bleed = sheet.bleed;
    const width = Math.round((sheet.width + 2 * sheet.bleed) * this.#scale);
    const height = Math.round((sheet.height + 2 * sheet.bleed) * this.#scale);
    const plate = () => new Uint8Array(width * height);
    this.plates = {
      width,
      height,
      resolution,
      bleed: sheet.bleed,
      c: plate(),
      m: plate(),
      y: plate(),
      k: plate(),
      spots: [...new Set(sheet.items.flatMap((item) => spotOf(item) ?? []))].map((name) => ({
        name,
        plate: plate(),
      })),
      unknown: [],
    };
  }

  glyphs(run: GlyphRun, world: SeparationWorld, limit: number): void {
    const face = world.face(run.face);
    const em = run.size / face.unitsPerEm;
    const stretch = run.vertical ? 1 : (run.stretch ?? 1);
    const overprint = isBlack(run.ink) && run.size <= limit;
    run.gids.forEach((gid, i) => {
      const [along, across] = [run.along[i] ?? 0, run.across?.[i] ?? 0];
      // A vertical glyph hangs from the middle of its top; PDF's own default is 0.88 em above the baseline.
      const x = run.vertical ? run.x + across - (face.advance(gid) * em) / 2 : run.x + along;
      const y = run.vertical ? run.y + along + 0.88 * run.size : run.y + across;
      const place = {
        x: this.#x(x) * this.#fine,
        y: this.#x(y) * this.#fine,
        scaleX: em * stretch * this.#scale * this.#fine,
        scaleY: em * this.#scale * this.#fine,
      };
      const mask = maskOf(glyphContours(face, gid, place));
      if (mask) this.#paint(coarser(mask, this.#fine), run.ink, overprint);
    });
  }

  rule({ x1, y1, x2, y2, width, dash = [], ink }: Rule): void {
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length === 0) return;
    const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
    const [sx, sy] = [(-uy * width) / 2, (ux * width) / 2];
    for (const [from, to] of dashes(length, dash)) {
      const corners = [
        [x1 + ux * from + sx, y1 + uy * from + sy],
        [x1 + ux * to + sx, y1 + uy * to + sy],
        [x1 + ux * to - sx, y1 + uy * to - sy],
        [x1 + ux * from - sx, y1 + uy * from - sy],
      ];
      const mask = maskOf([corners.flat().map((value) => this.#x(value))]);
      if (mask) this.#paint(mask, ink, false);
    }
  }

  box(x: number, y: number, width: number, height: number, ink: Ink): void {
    const corners = [x, y, x + width, y, x + width, y + height, x, y + height];
    const mask = maskOf([corners.map((value) => this.#x(value))]);
    if (mask) this.#paint(mask, ink, false);
  }

  frame({ x, y, width, height }: PictureItem): void {
    const [right, bottom] = [x + width, y + height];
    const lines = [
      [x, y, right, y],
      [right, y, right, bottom],
      [right, bottom, x, bottom],
      [x, bottom, x, y],
      [x, bottom, right, y],
      [x, y, right, bottom],
    ] as const;
    for (const [x1, y1, x2, y2] of lines)
      this.rule({ kind: "rule", x1, y1, x2, y2, width: FRAME, ink: grey(100) });
  }

  /** Each pixel gets the mean of the picture's that fall on it. */
  picture(item: PictureItem, picture: InkPicture): void {
    const corners = [item.x, item.y, item.x + item.width, item.y + item.height].map((v) => this.#x(v));
    const [left = 0, top = 0, right = 0, bottom = 0] = corners;
    const mask = maskOf([[left, top, right, top, right, bottom, left, bottom]]);
    if (!mask) return;
    const across = (x: number) => ((x - left) / (right - left)) * picture.width;
    const down = (y: number) => ((y - top) / (bottom - top)) * picture.height;
    this.#each(mask, (at, alpha, x, y) => {
      const [x0, x1] = span(across(x), across(x + 1), picture.width);
      const [y0, y1] = span(down(y), down(y + 1), picture.height);
      plateNames.forEach((name, channel) => {
        let ink = 0;
        if (picture.channels === 4) ink = meanOf(picture, channel, x0, x1, y0, y1);
        else if (name === "k") ink = meanOf(picture, 0, x0, x1, y0, y1);
        blend(this.plates[name], at, ink, alpha);
      });
      for (const { plate } of this.plates.spots) blend(plate, at, 0, alpha);
    });
  }

  #x(pt: number): number {
    return (pt + this.#bleed) * this.#scale;
  }

  /** Overprinting black leaves the other plates as they are (OPM 1). */
  #paint(mask: Mask, ink: Ink, overprint: boolean): void {
    const put = (plate: Uint8Array, percent: number) =>
      this.#each(mask, (at, alpha) => blend(plate, at, percent * 2.55, alpha));
    if (overprint) {
      put(this.plates.k, ink.k);
      return;
    }
    for (const name of plateNames) put(this.plates[name], ink.spot ? 0 : ink[name]);
    for (const { name, plate } of this.plates.spots) put(plate, name === ink.spot ? 100 : 0);
  }

  #each(mask: Mask, use: (at: number, alpha: number, x: number, y: number) => void): void {
    const { width, height } = this.plates;
    const left = Math.max(0, -mask.x);
    const right = Math.min(mask.width, width - mask.x);
    const bottom = Math.min(mask.height, height - mask.y);
    for (let row = Math.max(0, -mask.y); row < bottom; row++) {
      const y = mask.y + row;
      for (let column = left; column < right; column++) {
        const alpha = mask.alpha[row * mask.width + column] as number;
        if (alpha > 0.001) use(y * width + mask.x + column, alpha, mask.x + column, y);
      }
    }
  }
}

function blend(plate: Uint8Array, at: number, ink: number, alpha: number): void {
  plate[at] = Math.round((plate[at] as number) * (1 - alpha) + ink * alpha);
}

/** Whole pixels from `from` up to `to`, at least one. */
function span(from: number, to: number, end: number): readonly [number, number] {
  const first = Math.min(end - 1, Math.max(0, Math.round(from)));
  return [first, Math.min(end, Math.max(first + 1, Math.round(to)))];
}

function meanOf(p: InkPicture, channel: number, x0: number, x1: number, y0: number, y1: number): number {
  let sum = 0;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) sum += p.ink[(y * p.width + x) * p.channels + channel] as number;
  return sum / ((x1 - x0) * (y1 - y0));
}

/** Stretches of ink along a line of `length`. */
function* dashes(length: number, dash: readonly number[]): Generator<readonly [number, number]> {
  if (dash.length === 0 || dash.every((part) => part <= 0)) {
    yield [0, length];
    return;
  }
  for (let at = 0, i = 0; at < length; i++) {
    const end = Math.min(length, at + (dash[i % dash.length] ?? 0));
    if (i % 2 === 0) yield [at, end];
    at = end;
  }
}
