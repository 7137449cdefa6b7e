/** Plates as a picture for the screen: inks over each other, one plate by itself in grey, or the total of all. */
import type { PagePlates } from "../../host/contract.ts";

/** Light that full ink lets through, red, green and blue, 0 to 1: newsprint inks as a screen shows them. */
export const inkLight: Readonly<Record<string, readonly [number, number, number]>> = {
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
  const pixels = new Uint8ClampedArray(width * height * 4);
  const shown = plates.filter(({ name }) => !hidden.includes(name));
  const tables = shown.map(({ name }) => lightTable(total || shown.length === 1 ? null : name));
  /** Of all plates, shown or not: too much ink is too much whatever one looks at. */
  const most = (limit / 100) * 255;
  const full = Math.max(1, plates.length) * 255;
  for (let at = 0, to = 0; at < width * height; at++, to += 4) {
    let sum = 0;
    if (over || total) for (const { ink } of plates) sum += ink[at] as number;
    if (over && Math.round(sum) > most) {
      pixels.set(RED, to);
    } else if (total) {
      const light = 255 - (255 * sum) / full;
      pixels[to] = light;
      pixels[to + 1] = light;
      pixels[to + 2] = light;
    } else {
      let [red, green, blue] = [255, 255, 255];
      for (let i = 0; i < shown.length; i++) {
        const ink = shown[i]?.ink[at] as number;
        if (ink === 0) continue;
        const table = tables[i] as Float32Array;
        red *= table[ink * 3] as number;
        green *= table[ink * 3 + 1] as number;
        blue *= table[ink * 3 + 2] as number;
      }
      pixels[to] = red;
      pixels[to + 1] = green;
      pixels[to + 2] = blue;
    }
    pixels[to + 3] = 255;
  }
  return pixels;
}

/** Light let through by each amount of an ink; of none in particular, as black ink on a proof. */
function lightTable(name: string | null): Float32Array {
  const full = name === null ? ([0, 0, 0] as const) : (inkLight[name] ?? SPOT);
  const table = new Float32Array(256 * 3);
  for (let ink = 0; ink < 256; ink++)
    for (let i = 0; i < 3; i++) table[ink * 3 + i] = 1 - (ink / 255) * (1 - (full[i] as number));
  return table;
}
