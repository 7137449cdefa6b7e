/** A glyph's outline, as a face tells it (SVG path data, y up), as polygons where it stands on a page of pixels. */
import type { Face } from "../world.ts";

export interface GlyphPlace {
  /** Of the glyph's origin, in pixels, y down. */
  readonly x: number;
  readonly y: number;
  /** Pixels to a font unit. */
  readonly scaleX: number;
  readonly scaleY: number;
}

type Segment = readonly [command: string, ...points: number[]];

/** Outlines read lately, by face and glyph. */
const read = new WeakMap<object, Map<number, readonly Segment[]>>();

export function glyphContours(
  face: Pick<Face, "outline" | "unitsPerEm">,
  gid: number,
  place: GlyphPlace,
): number[][] {
  let known = read.get(face);
  if (!known) {
    known = new Map();
    read.set(face, known);
  }
  let segments = known.get(gid);
  if (!segments) {
    segments = segmentsOf(face.outline(gid));
    known.set(gid, segments);
  }
  // Enough chords that none is off by a tenth of a pixel.
  const chords = Math.min(16, 2 + Math.ceil(Math.sqrt(place.scaleY * face.unitsPerEm) / 4));
  return polygons(segments, place, chords);
}

function segmentsOf(path: string): Segment[] {
  return [...path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map(([, command = "", numbers = ""]) => [
    command,
    ...(numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number),
  ]);
}

function polygons(segments: readonly Segment[], place: GlyphPlace, chords: number): number[][] {
  const contours: number[][] = [];
  let points: number[] = [];
  let [x, y] = [0, 0];
  const to = (px: number, py: number) => {
    points.push(place.x + px * place.scaleX, place.y - py * place.scaleY);
    [x, y] = [px, py];
  };
  for (const [command, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] of segments) {
    if (command === "M") {
      points = [];
      contours.push(points);
      to(a, b);
    } else if (command === "L") to(a, b);
    else if (command === "Q") {
      const [x0, y0] = [x, y];
      for (let i = 1; i <= chords; i++) {
        const t = i / chords;
        const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
        to(p * x0 + q * a + r * c, p * y0 + q * b + r * d);
      }
    } else if (command === "C") {
      const [x0, y0] = [x, y];
      for (let i = 1; i <= chords; i++) {
        const t = i / chords;
        const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
        to(p * x0 + q * a + r * c + s * e, p * y0 + q * b + r * d + s * f);
      }
    }
  }
  return contours;
}
