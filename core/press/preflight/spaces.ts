/**
 * Colour spaces of a file, and what a colour in one puts on the plates (ISO 32000-1, 8.6).
 * Only what a press needs is kept: the family, the number of components, and the inks where they are known.
 */
import { PDFName, type PDFObject } from "pdf-lib";
import type { Maybe, PdfDocument } from "./document.ts";

export type Family =
  | "grey"
  | "rgb"
  | "cmyk"
  | "cal-grey"
  | "cal-rgb"
  | "lab"
  | "icc-grey"
  | "icc-rgb"
  | "icc-cmyk"
  | "separation"
  | "device-n"
  | "indexed"
  | "pattern"
  | "unknown";

export interface Space {
  readonly family: Family;
  readonly components: number;
  /** Colorant names of Separation and DeviceN. */
  readonly names?: readonly string[];
  /** Base of Indexed, alternate of Separation and DeviceN, underlying of Pattern. */
  readonly base?: Space;
  /** Indexed: the base's components, entry after entry. */
  readonly table?: Uint8Array;
}

/** Inks in percent; spot inks beside the four. */
export interface Plates {
  readonly c: number;
  readonly m: number;
  readonly y: number;
  readonly k: number;
  readonly spots: readonly { readonly name: string; readonly percent: number }[];
}

export const GREY: Space = { family: "grey", components: 1 };
export const CMYK: Space = { family: "cmyk", components: 4 };
const RGB: Space = { family: "rgb", components: 3 };
const UNKNOWN: Space = { family: "unknown", components: 1 };

const device: Record<string, Space> = {
  DeviceGray: GREY,
  G: GREY,
  DeviceRGB: RGB,
  RGB,
  DeviceCMYK: CMYK,
  CMYK,
  Pattern: { family: "pattern", components: 0 },
};
const defaults: Record<string, string> = { grey: "DefaultGray", rgb: "DefaultRGB", cmyk: "DefaultCMYK" };

/** Reads spaces, by name through a resource dictionary or as they stand. */
export class Spaces {
  readonly #document: PdfDocument;
  readonly #known = new Map<PDFObject, Space>();

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  named(name: string, resources: Maybe): Space {
    const spaces = this.#document.get(resources, "ColorSpace");
    const known = device[name];
    if (!known) return this.read(this.#document.get(spaces, name), resources);
    const remapped = this.#document.get(spaces, defaults[known.family] ?? "");
    return remapped ? this.read(remapped, resources) : known;
  }

  read(object: Maybe, resources: Maybe, depth = 0): Space {
    const document = this.#document;
    const resolved = document.resolve(object);
    if (!resolved || depth > 8) return UNKNOWN;
    if (resolved instanceof PDFName) {
      const name = resolved.decodeText();
      return device[name] ? this.named(name, resources) : UNKNOWN;
    }
    let space = this.#known.get(resolved);
    if (!space) {
      space = this.#array(document.array(resolved) ?? [], resources, depth);
      this.#known.set(resolved, space);
    }
    return space;
  }

  #array(array: readonly PDFObject[], resources: Maybe, depth: number): Space {
    const document = this.#document;
    const [family, first, second, third] = array;
    const below = (object: Maybe) => this.read(object, resources, depth + 1);
    switch (document.name(family)) {
      case "CalGray":
        return { family: "cal-grey", components: 1 };
      case "CalRGB":
        return { family: "cal-rgb", components: 3 };
      case "Lab":
        return { family: "lab", components: 3 };
      case "ICCBased":
        return icc(document.number(document.get(first, "N")));
      case "Separation":
        return {
          family: "separation",
          components: 1,
          names: [document.name(first) ?? ""],
          base: below(second),
        };
      case "DeviceN": {
        const names = (document.array(first) ?? []).map((name) => document.name(name) ?? "");
        return { family: "device-n", components: names.length, names, base: below(second) };
      }
      case "Indexed":
      case "I": {
        const stream = document.stream(third);
        const table = (stream ? document.data(stream) : document.bytes(third)) ?? new Uint8Array();
        return { family: "indexed", components: 1, base: below(first), table };
      }
      case "Pattern":
        return first ? { family: "pattern", components: 0, base: below(first) } : (device.Pattern ?? UNKNOWN);
      default: {
        const name = document.name(family);
        return name !== null && array.length === 1 && device[name] ? this.named(name, resources) : UNKNOWN;
      }
    }
  }
}

function icc(components: number | null): Space {
  if (components === 1) return { family: "icc-grey", components };
  if (components === 4) return { family: "icc-cmyk", components };
  return { family: "icc-rgb", components: 3 };
}

/** The colour a space starts with (ISO 32000-1, 8.6.5.1). */
export function initial(space: Space): number[] {
  if (space.family === "cmyk" || space.family === "icc-cmyk") return [0, 0, 0, 1];
  return Array.from({ length: space.components }, () => (space.names ? 1 : 0));
}

/** What `colour` puts on the plates; null where that depends on a conversion. */
export function plates(space: Space, colour: readonly number[]): Plates | null {
  const [a = 0, b = 0, c = 0, d = 0] = colour;
  switch (space.family) {
    case "grey":
    case "icc-grey":
      return { c: 0, m: 0, y: 0, k: 100 * (1 - a), spots: [] };
    case "cmyk":
    case "icc-cmyk":
      return { c: 100 * a, m: 100 * b, y: 100 * c, k: 100 * d, spots: [] };
    case "separation":
    case "device-n":
      return colorants(space.names ?? [], colour);
    case "indexed": {
      const { base, table } = space;
      if (!base || !table) return null;
      const at = Math.round(a) * base.components;
      return plates(
        base,
        Array.from(table.subarray(at, at + base.components), (v) => v / 255),
      );
    }
    default:
      return null;
  }
}

const process: Record<string, "c" | "m" | "y" | "k"> = { Cyan: "c", Magenta: "m", Yellow: "y", Black: "k" };

function colorants(names: readonly string[], tints: readonly number[]): Plates {
  const inks = { c: 0, m: 0, y: 0, k: 0 };
  const spots: { name: string; percent: number }[] = [];
  names.forEach((name, i) => {
    const percent = 100 * (tints[i] ?? 0);
    const plate = process[name];
    if (name === "All") for (const key of ["c", "m", "y", "k"] as const) inks[key] = percent;
    else if (plate) inks[plate] = percent;
    else if (name !== "None") spots.push({ name, percent });
  });
  return { ...inks, spots };
}

export function total(plates: Plates): number {
  return (
    plates.c + plates.m + plates.y + plates.k + plates.spots.reduce((sum, spot) => sum + spot.percent, 0)
  );
}

/** Plates that take ink. */
export function inked(plates: Plates): number {
  const process = [plates.c, plates.m, plates.y, plates.k].filter((percent) => percent > 0.05).length;
  return process + plates.spots.filter((spot) => spot.percent > 0.05).length;
}

export function blackOnly(plates: Plates): boolean {
  return plates.k > 0.05 && inked(plates) === 1;
}
