/**
 * A bare CFF font program: its glyph numbering and its advance widths (Adobe technical notes 5176 and 5177).
 *
 * A width stands at the head of a charstring, so charstrings are followed to their first stack-clearing operator and
 * no further. Nothing here trusts an offset: a program that does not hold together reads as null.
 */

export interface CffProgram {
  readonly data: Uint8Array;
  readonly glyphs: number;
  /** True where a CID is the glyph id: in a program keyed by names, or one whose charset counts up. */
  readonly identity: boolean;
  /** Glyph id of a CID, or null. */
  glyphOf(cid: number): number | null;
  /** Advance in thousandths of an em, or null where the charstring cannot be followed. */
  advance(gid: number): number | null;
}

const CHARSET = 15;
const CHARSTRINGS = 17;
const PRIVATE = 18;
const SUBRS = 19;
const DEFAULT_WIDTH = 20;
const NOMINAL_WIDTH = 21;
const FONT_MATRIX = 1207;
const ROS = 1230;
const FD_ARRAY = 1236;
const FD_SELECT = 1237;

interface PrivateDict {
  readonly defaultWidth: number;
  readonly nominalWidth: number;
  readonly subrs: readonly Uint8Array[];
}

export function readCff(data: Uint8Array): CffProgram | null {
  try {
    return read(data);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function read(data: Uint8Array): CffProgram {
  const names = readIndex(data, byte(data, 2));
  const tops = readIndex(data, names.end);
  const strings = readIndex(data, tops.end);
  const globals = readIndex(data, strings.end);
  const top = readDict(tops.items[0] ?? fail());
  const charstrings = readIndex(data, top.get(CHARSTRINGS)?.[0] ?? fail()).items;
  const keyed = top.has(ROS);
  const cids = keyed ? readCharset(data, top.get(CHARSET)?.[0] ?? 0, charstrings.length) : null;
  const privates = keyed
    ? readIndex(data, top.get(FD_ARRAY)?.[0] ?? fail()).items.map((dict) => readPrivate(data, readDict(dict)))
    : [readPrivate(data, top)];
  const select = keyed ? readSelect(data, top.get(FD_SELECT)?.[0] ?? fail(), charstrings.length) : () => 0;
  const scale = (top.get(FONT_MATRIX)?.[0] ?? 0.001) * 1000;
  const identity = cids === null || cids.every((cid, gid) => cid === gid);
  const gids = cids === null || identity ? null : new Map(cids.map((cid, gid) => [cid, gid]));
  return {
    data,
    glyphs: charstrings.length,
    identity,
    glyphOf: (cid) => (gids ? (gids.get(cid) ?? null) : cid < charstrings.length ? cid : null),
    advance(gid) {
      const charstring = charstrings[gid];
      const dict = privates[select(gid)];
      if (!charstring || !dict) return null;
      const extra = widthOperand(charstring, globals.items, dict.subrs);
      if (extra === undefined) return null;
      return (extra === null ? dict.defaultWidth : dict.nominalWidth + extra) * scale;
    },
  };
}

function fail(): never {
  throw new RangeError("the CFF program does not hold together");
}

function byte(data: Uint8Array, offset: number): number {
  return data[offset] ?? fail();
}

function unsigned(data: Uint8Array, offset: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + byte(data, offset + i);
  return value;
}

function readIndex(data: Uint8Array, at: number): { items: Uint8Array[]; end: number } {
  const count = unsigned(data, at, 2);
  if (count === 0) return { items: [], end: at + 2 };
  const size = byte(data, at + 2);
  const base = at + 2 + (count + 1) * size;
  const offset = (i: number) => base + unsigned(data, at + 3 + i * size, size);
  const items: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const [start, end] = [offset(i), offset(i + 1)];
    if (end < start || end > data.length) fail();
    items.push(data.subarray(start, end));
  }
  return { items, end: offset(count) };
}

function readDict(data: Uint8Array): Map<number, number[]> {
  const dict = new Map<number, number[]>();
  let operands: number[] = [];
  for (let at = 0; at < data.length; ) {
    const b = byte(data, at++);
    if (b <= 21) {
      const operator = b === 12 ? 1200 + byte(data, at++) : b;
      dict.set(operator, operands);
      operands = [];
    } else if (b === 28) {
      operands.push((unsigned(data, at, 2) << 16) >> 16);
      at += 2;
    } else if (b === 29) {
      operands.push(unsigned(data, at, 4) | 0);
      at += 4;
    } else if (b === 30) {
      const real = readReal(data, at);
      operands.push(real.value);
      at = real.end;
    } else if (b >= 32 && b <= 246) operands.push(b - 139);
    else if (b >= 247 && b <= 250) operands.push((b - 247) * 256 + byte(data, at++) + 108);
    else if (b >= 251 && b <= 254) operands.push(-(b - 251) * 256 - byte(data, at++) - 108);
    else fail();
  }
  return dict;
}

function readReal(data: Uint8Array, at: number): { value: number; end: number } {
  const signs = "0123456789.E_?-";
  let text = "";
  for (;;) {
    const b = byte(data, at++);
    for (const nibble of [b >> 4, b & 15]) {
      if (nibble === 15) return { value: Number(text), end: at };
      text += nibble === 12 ? "E-" : signs[nibble];
    }
  }
}

function readPrivate(data: Uint8Array, dict: Map<number, number[]>): PrivateDict {
  const [size, offset] = dict.get(PRIVATE) ?? [0, 0];
  if (size === undefined || offset === undefined || offset + size > data.length) fail();
  const values = readDict(data.subarray(offset, offset + size));
  const subrs = values.get(SUBRS)?.[0];
  return {
    defaultWidth: values.get(DEFAULT_WIDTH)?.[0] ?? 0,
    nominalWidth: values.get(NOMINAL_WIDTH)?.[0] ?? 0,
    subrs: subrs === undefined ? [] : readIndex(data, offset + subrs).items,
  };
}

/** CIDs in glyph order. */
function readCharset(data: Uint8Array, offset: number, glyphs: number): number[] {
  const cids = [0];
  const format = byte(data, offset);
  let at = offset + 1;
  while (cids.length < glyphs) {
    const first = unsigned(data, at, 2);
    const left = format === 0 ? 0 : unsigned(data, at + 2, format);
    at += 2 + (format === 0 ? 0 : format);
    for (let i = 0; i <= left && cids.length < glyphs; i++) cids.push(first + i);
  }
  return cids;
}

function readSelect(data: Uint8Array, offset: number, glyphs: number): (gid: number) => number {
  const format = byte(data, offset);
  if (format === 0) return (gid) => byte(data, offset + 1 + gid);
  if (format !== 3) fail();
  const ranges = unsigned(data, offset + 1, 2);
  const fds = new Uint8Array(glyphs);
  for (let i = 0; i < ranges; i++) {
    const at = offset + 3 + i * 3;
    fds.fill(byte(data, at + 2), unsigned(data, at, 2), unsigned(data, at + 3, 2));
  }
  return (gid) => fds[gid] ?? 0;
}

/** The width operand of a charstring; null where it has none, undefined where the charstring is not understood. */
function widthOperand(
  charstring: Uint8Array,
  globals: readonly Uint8Array[],
  locals: readonly Uint8Array[],
): number | null | undefined {
  const stack: number[] = [];
  const calls: { code: Uint8Array; at: number }[] = [{ code: charstring, at: 0 }];
  const bias = (subrs: readonly Uint8Array[]) =>
    subrs.length < 1240 ? 107 : subrs.length < 33900 ? 1131 : 32768;
  for (let steps = 0; steps < 10_000; steps++) {
    const frame = calls.at(-1);
    if (!frame || frame.at >= frame.code.length) return undefined;
    const { code } = frame;
    const b = byte(code, frame.at++);
    if (b === 10 || b === 29) {
      const subrs = b === 10 ? locals : globals;
      const subr = subrs[(stack.pop() ?? fail()) + bias(subrs)];
      if (!subr || calls.length > 10) return undefined;
      calls.push({ code: subr, at: 0 });
    } else if (b === 11) calls.pop();
    else if (b === 28) {
      stack.push((unsigned(code, frame.at, 2) << 16) >> 16);
      frame.at += 2;
    } else if (b === 255) {
      stack.push((unsigned(code, frame.at, 4) | 0) / 65536);
      frame.at += 4;
    } else if (b >= 32 && b <= 246) stack.push(b - 139);
    else if (b >= 247 && b <= 250) stack.push((b - 247) * 256 + byte(code, frame.at++) + 108);
    else if (b >= 251) stack.push(-(b - 251) * 256 - byte(code, frame.at++) - 108);
    else if ([1, 3, 18, 19, 20, 23].includes(b)) return stack.length % 2 === 1 ? (stack[0] ?? null) : null;
    else if (b === 21) return stack.length > 2 ? (stack[0] ?? null) : null;
    else if (b === 4 || b === 22) return stack.length > 1 ? (stack[0] ?? null) : null;
    else if (b === 14) return stack.length === 1 || stack.length === 5 ? (stack[0] ?? null) : null;
    else return undefined;
  }
  return undefined;
}
