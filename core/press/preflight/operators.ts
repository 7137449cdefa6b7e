/**
 * The operators that change what a press would see (ISO 32000-1, annex A), each with what it calls; all others are
 * passed over.
 */
import { asMatrix } from "./matrix.ts";
import { initial } from "./spaces.ts";
import type { ContentStream } from "./stream.ts";
import { nameOf, type Operand, type Operation } from "./tokens.ts";

/** Operands by position, 0 or "" where the stream has something else. */
export interface Operands {
  readonly n: (i: number) => number;
  readonly name: (i: number) => string;
  readonly numbers: () => number[];
  readonly all: readonly Operand[];
}

export function operandsOf({ operands }: Operation): Operands {
  return {
    n: (i) => (typeof operands[i] === "number" ? operands[i] : 0),
    name: (i) => nameOf(operands[i]),
    numbers: () => operands.filter((o) => typeof o === "number"),
    all: operands,
  };
}

type Operator = (stream: ContentStream, operands: Operands) => void;

const colourIn =
  (fill: boolean, space: string): Operator =>
  (stream, o) =>
    stream.colour(fill, stream.space(space), o.numbers());
const chooseSpace =
  (fill: boolean): Operator =>
  (stream, o) => {
    const space = stream.space(o.name(0));
    stream.colour(fill, space, initial(space));
  };
const chooseColour =
  (fill: boolean): Operator =>
  (stream, o) =>
    stream.setColour(fill, o.all);
const paintPath =
  (fills: boolean, strokes: boolean): Operator =>
  (stream) => {
    if (fills) stream.fillPath();
    if (strokes) stream.strokePath();
    stream.endPath();
  };
const clip: Operator = (stream) => stream.clip();
const strings = (operand: Operand | undefined) => [operand ?? null];

export const operators: Record<string, Operator> = {
  BI: (stream, o) => stream.inlineImage(o.all[0]),
  q: (stream) => stream.save(),
  Q: (stream) => stream.restore(),
  cm: (stream, o) => stream.transform(asMatrix(o.numbers())),
  w: (stream, o) => stream.set({ lineWidth: o.n(0) }),
  gs: (stream, o) => stream.graphicsState(o.name(0)),
  g: colourIn(true, "DeviceGray"),
  G: colourIn(false, "DeviceGray"),
  rg: colourIn(true, "DeviceRGB"),
  RG: colourIn(false, "DeviceRGB"),
  k: colourIn(true, "DeviceCMYK"),
  K: colourIn(false, "DeviceCMYK"),
  cs: chooseSpace(true),
  CS: chooseSpace(false),
  sc: chooseColour(true),
  scn: chooseColour(true),
  SC: chooseColour(false),
  SCN: chooseColour(false),
  m: (stream, o) => stream.moveTo(o.n(0), o.n(1)),
  l: (stream, o) => stream.lineTo(o.n(0), o.n(1)),
  c: (stream, o) => {
    stream.lineTo(o.n(0), o.n(1));
    stream.lineTo(o.n(2), o.n(3));
    stream.lineTo(o.n(4), o.n(5));
  },
  v: (stream, o) => {
    stream.lineTo(o.n(0), o.n(1));
    stream.lineTo(o.n(2), o.n(3));
  },
  y: (stream, o) => {
    stream.lineTo(o.n(0), o.n(1));
    stream.lineTo(o.n(2), o.n(3));
  },
  re: (stream, o) => stream.rectangle(o.n(0), o.n(1), o.n(2), o.n(3)),
  W: clip,
  "W*": clip,
  n: paintPath(false, false),
  S: paintPath(false, true),
  s: paintPath(false, true),
  f: paintPath(true, false),
  F: paintPath(true, false),
  "f*": paintPath(true, false),
  B: paintPath(true, true),
  "B*": paintPath(true, true),
  b: paintPath(true, true),
  "b*": paintPath(true, true),
  sh: (stream, o) => stream.shading(o.name(0)),
  Do: (stream, o) => stream.external(o.name(0)),
  BT: (stream) => stream.beginText(),
  Tf: (stream, o) => stream.font(o.name(0), o.n(1)),
  Tc: (stream, o) => stream.set({ charSpace: o.n(0) }),
  Tw: (stream, o) => stream.set({ wordSpace: o.n(0) }),
  Tz: (stream, o) => stream.set({ stretch: o.n(0) / 100 }),
  TL: (stream, o) => stream.set({ leading: o.n(0) }),
  Ts: (stream, o) => stream.set({ rise: o.n(0) }),
  Tr: (stream, o) => stream.set({ mode: o.n(0) }),
  Td: (stream, o) => stream.nextLine(o.n(0), o.n(1)),
  TD: (stream, o) => {
    stream.set({ leading: -o.n(1) });
    stream.nextLine(o.n(0), o.n(1));
  },
  Tm: (stream, o) => stream.textMatrix(asMatrix(o.numbers())),
  "T*": (stream) => stream.nextLine(),
  Tj: (stream, o) => stream.show(strings(o.all[0])),
  TJ: (stream, o) => stream.show(Array.isArray(o.all[0]) ? o.all[0] : []),
  "'": (stream, o) => {
    stream.nextLine();
    stream.show(strings(o.all[0]));
  },
  '"': (stream, o) => {
    stream.set({ wordSpace: o.n(0), charSpace: o.n(1) });
    stream.nextLine();
    stream.show(strings(o.all[2]));
  },
};
