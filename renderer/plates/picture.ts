/** Plates as a picture for the screen: inks over each other, one plate by itself in grey, or the total of all. */
import type { PagePlates } from "../../host/contract.ts";

/** Light that full ink lets through, red, green and blue, 0 to 1: newsprint inks as a screen shows them. */
const inkLight: Readonly<Record<string, readonly [number, number, number]>> = {
  c: [0.05, 0.62, 0.86],
  m: [0.88, 0.14, 0.52],
  y: [1, 0.9, 0.08],
  k: [0.08, 0.08, 0.08],
};
/** A spot colour whose look nobody has told. */
const SPOT = [0.75, 0.1, 0.1] as const;

const RED = [222, 26, 26] as const;

export interface Shown {
  /** Plates left out, by name. */
  readonly hidden: readonly string[];
  readonly total: boolean;
  readonly over: boolean;
}

/** The picture's pixels, RGBA, `width` × `height` of the plates. */
export function picturePlates(
  page: PagePlates,
  { hidden, total, over }: Shown,
): Uint8ClampedArray<ArrayBuffer> {
  const { width, height, plates, limit } = page;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  if (total) greyOf(pixels, totalOf(page), Math.max(1, plates.length) * 255);
  else {
    const shown = plates.filter(({ name }) => !hidden.includes(name));
    for (const { name, ink } of shown) layInk(pixels, ink, lightTable(shown.length === 1 ? null : name));
  }
  // Of all plates, shown or not: too much ink is too much whatever one looks at.
  if (over) markOver(pixels, totalOf(page), (limit / 100) * 255);
  return pixels;
}

/** Most of a page has no ink of most plates: only where there is some anything is reckoned. */
function layInk(pixels: Uint8ClampedArray, ink: Uint8Array, table: Float32Array): void {
  for (let at = 0; at < ink.length; at++) {
    const amount = ink[at] as number;
    if (amount === 0) continue;
    const to = at * 4;
    pixels[to] = (pixels[to] as number) * (table[amount * 3] as number);
    pixels[to + 1] = (pixels[to + 1] as number) * (table[amount * 3 + 1] as number);
    pixels[to + 2] = (pixels[to + 2] as number) * (table[amount * 3 + 2] as number);
  }
}

function greyOf(pixels: Uint8ClampedArray, total: Uint16Array, full: number): void {
  for (let at = 0; at < total.length; at++) {
    const sum = total[at] as number;
    if (sum > 0) pixels.fill(255 - (255 * sum) / full, at * 4, at * 4 + 3);
  }
}

function markOver(pixels: Uint8ClampedArray, total: Uint16Array, most: number): void {
  for (let at = 0; at < total.length; at++) if ((total[at] as number) > most) pixels.set(RED, at * 4);
}

const totals = new WeakMap<PagePlates, Uint16Array>();

/** Ink of all plates in each pixel, 255 for each in full. */
function totalOf(page: PagePlates): Uint16Array {
  let total = totals.get(page);
  if (!total) {
    total = new Uint16Array(page.width * page.height);
    for (const { ink } of page.plates)
      for (let at = 0; at < ink.length; at++) {
        const amount = ink[at] as number;
        if (amount !== 0) total[at] = (total[at] as number) + amount;
      }
    totals.set(page, total);
  }
  return total;
}

/** Light let through by each amount of an ink; of none in particular, as black ink on a proof. */
function lightTable(name: string | null): Float32Array {
  const full = name === null ? ([0, 0, 0] as const) : (inkLight[name] ?? SPOT);
  const table = new Float32Array(256 * 3);
  for (let ink = 0; ink < 256; ink++)
    for (let i = 0; i < 3; i++) table[ink * 3 + i] = 1 - (ink / 255) * (1 - (full[i] as number));
  return table;
}
