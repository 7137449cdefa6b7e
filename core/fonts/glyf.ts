/**
 * Outlines out of a TrueType font's glyf table, glyph by glyph: whoever draws a page's few hundred need not hold the
 * fifteen megabytes of all (OpenType, glyf). The paths are those that HarfBuzz gives.
 */
import { COMPONENT, type FontSource, type Tables, viewOf } from "./truetype.ts";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}
type Contours = readonly (readonly Point[])[];

/** Flags of a simple glyph's points. */
const ON = 0x01;
const SHORT_X = 0x02;
const SHORT_Y = 0x04;
const REPEAT = 0x08;
const SAME_X = 0x10;
const SAME_Y = 0x20;
/** Components within components, at most. */
const DEPTH = 8;

/** SVG path data of glyph `gid`, y up, in font units; null where this reader does not understand the glyph. */
export function outlineOf(font: FontSource, tables: Tables, gid: number): string | null {
  try {
    return contoursOf(font, tables, gid, 0)?.map(pathOf).join("") ?? null;
  } catch (error) {
    // A glyph that is cut short reads past its end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function contoursOf(font: FontSource, tables: Tables, gid: number, depth: number): Contours | null {
  const [start, end] = [tables.offsets[gid], tables.offsets[gid + 1]];
  if (start === undefined || end === undefined || depth > DEPTH) return null;
  if (start === end) return [];
  const view = viewOf(font.read(start, end));
  const count = view.getInt16(0);
  return count >= 0 ? simple(view, count) : composite(font, tables, view, depth);
}

function simple(view: DataView, count: number): Contours {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(10 + 2 * i));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    const times = flag & REPEAT ? view.getUint8(at++) : 0;
    for (let i = 0; i <= times; i++) flags.push(flag);
  }
  const along = (short: number, same: number) => {
    let value = 0;
    return flags.slice(0, points).map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = along(SHORT_X, SAME_X);
  const ys = along(SHORT_Y, SAME_Y);
  const all = xs.map((x, i) => ({ x, y: ys[i] ?? 0, on: ((flags[i] ?? 0) & ON) !== 0 }));
  return ends.map((last, i) => all.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, last + 1));
}

function composite(font: FontSource, tables: Tables, view: DataView, depth: number): Contours | null {
  const contours: (readonly Point[])[] = [];
  let at = 10;
  for (let flags: number = COMPONENT.MORE; flags & COMPONENT.MORE; ) {
    flags = view.getUint16(at);
    // Components that hang on each other's points, or whose offsets are scaled: no font of text has them.
    if (!(flags & COMPONENT.OFFSETS) || flags & COMPONENT.SCALED_OFFSETS) return null;
    const part = contoursOf(font, tables, view.getUint16(at + 2), depth + 1);
    if (!part) return null;
    const [dx, dy] =
      flags & COMPONENT.WORDS
        ? [view.getInt16(at + 4), view.getInt16(at + 6)]
        : [view.getInt8(at + 4), view.getInt8(at + 5)];
    at += flags & COMPONENT.WORDS ? 8 : 6;
    const scale = () => {
      at += 2;
      return view.getInt16(at - 2) / 16384;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & COMPONENT.SCALE) a = d = scale();
    else if (flags & COMPONENT.TWO_SCALES) [a, d] = [scale(), scale()];
    else if (flags & COMPONENT.MATRIX) [a, b, c, d] = [scale(), scale(), scale(), scale()];
    for (const contour of part)
      contours.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
  }
  return contours;
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });

/** Between two points off the curve there is one on it, halfway. */
function pathOf(contour: readonly Point[]): string {
  const [first] = contour;
  if (!first || contour.length < 2) return "";
  const on = contour.findIndex((point) => point.on);
  const turned = on < 0 ? contour : [...contour.slice(on), ...contour.slice(0, on)];
  const [head = first] = turned;
  const start = on < 0 ? middle(turned.at(-1) ?? first, head) : head;
  let path = `M${start.x},${start.y}`;
  let off: Point | null = null;
  for (const point of on < 0 ? [...turned, start] : [...turned.slice(1), start]) {
    if (point.on) path += off ? `Q${off.x},${off.y} ${point.x},${point.y}` : `L${point.x},${point.y}`;
    else if (off) {
      const between = middle(off, point);
      path += `Q${off.x},${off.y} ${between.x},${between.y}`;
    }
    off = point.on ? null : point;
  }
  return `${path}Z`;
}
