/**
 * One content stream, a page's or a form's: what each of its operators does to the graphics state, and the marks it
 * makes. operators.ts says which operator calls what, interpret.ts runs them.
 */
import { PDFDict, PDFName, type PDFRawStream } from "pdf-lib";
import type { Box } from "../boxes.ts";
import { intersection, type Maybe, overlaps, type PdfPage, union } from "./document.ts";
import { type ImageFacts, imageFacts, inlineFacts } from "./images.ts";
import type { Effect, Mark, Paint } from "./marks.ts";
import { apply, asMatrix, boxAround, IDENTITY, type Matrix, multiply, scales } from "./matrix.ts";
import type { Run } from "./run.ts";
import { initial, plates, type Space } from "./spaces.ts";
import { BLACK, EVERYWHERE, type State } from "./state.ts";
import { nameOf, type Operand } from "./tokens.ts";
import { codes, type Typeface } from "./typefaces.ts";

/** Runs the operators of `data` on a stream. */
export type Perform = (stream: ContentStream, data: Uint8Array) => void;

export class ContentStream {
  readonly #run: Run;
  readonly #page: PdfPage;
  readonly #resources: PDFDict | null;
  readonly #depth: number;
  readonly #perform: Perform;
  #state: State;
  readonly #saved: State[] = [];
  #path: Box | null = null;
  #rectangle: Box | null = null;
  #segments = 0;
  #clipping = false;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor(run: Run, page: PdfPage, resources: PDFDict | null, state: State, perform: Perform, depth = 0) {
    this.#run = run;
    this.#page = page;
    this.#resources = resources;
    this.#state = state;
    this.#perform = perform;
    this.#depth = depth;
  }

  /** Counts an operator; false where the page has had its share. */
  next(): boolean {
    return this.#run.operator(this.#page);
  }

  // -- graphics state and colour

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  save(): void {
    if (this.#saved.length < 512) this.#saved.push(this.#state);
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  transform(matrix: Matrix): void {
    this.set({ ctm: multiply(matrix, this.#state.ctm) });
  }

  space(name: string): Space {
    return this.#run.spaces.named(name, this.#resources);
  }

  #resource(kind: string, name: string): Maybe {
    const { document } = this.#run;
    return document.get(document.get(this.#resources, kind), name);
  }

  graphicsState(name: string): void {
    const { document } = this.#run;
    const dict = document.dict(this.#resource("ExtGState", name));
    if (!dict) return;
    const flag = (key: string) => document.bool(document.get(dict, key));
    const strokes = flag("OP");
    const fills = flag("op") ?? strokes;
    const width = document.number(document.get(dict, "LW"));
    const opm = document.number(document.get(dict, "OPM"));
    const font = document.array(document.get(dict, "Font"));
    const typeface = font && document.dict(font[0]);
    this.set({
      ...(strokes === null ? {} : { overprintStroke: strokes }),
      ...(fills === null ? {} : { overprintFill: fills }),
      ...(width === null ? {} : { lineWidth: width }),
      ...(opm === null ? {} : { opm }),
      ...(typeface
        ? {
            typeface: this.#run.typeface(typeface, this.#page.number),
            size: document.number(font[1]) ?? 1,
          }
        : {}),
    });
    for (const key of ["ca", "CA"]) {
      const alpha = document.number(document.get(dict, key));
      if (alpha !== null && alpha < 1) this.#effect("alpha", String(alpha));
    }
    const blend = document.get(dict, "BM");
    const modes = document.array(blend)?.map((mode) => document.name(mode)) ?? [document.name(blend)];
    const mode = modes.find((m) => m !== null);
    if (mode && mode !== "Normal" && mode !== "Compatible") this.#effect("blend", mode);
    const mask = document.get(dict, "SMask");
    if (mask && document.name(mask) !== "None") this.#effect("soft-mask", "ExtGState");
  }

  #effect(kind: Effect["kind"], detail: string, group?: PDFDict): void {
    const { effects } = this.#run;
    effects.push({ page: this.#page, kind, detail, ...(group ? { group } : {}) });
  }

  colour(fill: boolean, space: Space, values: readonly number[]): void {
    this.set(fill ? { fill: { space, values } } : { stroke: { space, values } });
  }

  setColour(fill: boolean, operands: readonly Operand[]): void {
    const { space } = fill ? this.#state.fill : this.#state.stroke;
    const pattern = nameOf(operands.at(-1));
    if (space.family === "pattern" && pattern) this.#pattern(this.#resource("Pattern", pattern), space);
    this.colour(
      fill,
      space,
      operands.filter((o) => typeof o === "number"),
    );
  }

  /** A pattern's cell or shading is judged where it is chosen: where it shows up is not followed. */
  #pattern(object: Maybe, space: Space): void {
    const { document } = this.#run;
    const shading = document.get(object, "Shading");
    const cell = document.stream(object);
    const base = space.base ? { space: space.base, values: initial(space.base) } : BLACK;
    if (shading) this.#shade(shading);
    else if (cell) this.#form(cell, { fill: base, stroke: base });
  }

  #paint(fill: boolean): Paint {
    const { space, values } = fill ? this.#state.fill : this.#state.stroke;
    return {
      space,
      plates: plates(space, values),
      overprint: fill ? this.#state.overprintFill : this.#state.overprintStroke,
      opm: this.#state.opm,
    };
  }

  // -- paths

  moveTo(x: number, y: number): void {
    this.#segments++;
    this.#path = around(this.#path, apply(this.#state.ctm, x, y));
  }

  /** A line, or one of a curve's points: the path's box holds them all. */
  lineTo(x: number, y: number): void {
    this.#segments++;
    this.#path = around(this.#path, apply(this.#state.ctm, x, y));
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.#rectangle = this.#path === null ? [x, y, x + width, y + height] : null;
    for (const corner of [apply(this.#state.ctm, x, y), apply(this.#state.ctm, x + width, y + height)])
      this.#path = around(this.#path, corner);
    if (this.#rectangle === null) this.#segments++;
  }

  clip(): void {
    this.#clipping = true;
  }

  endPath(): void {
    if (this.#clipping && this.#path) this.set({ clip: intersection(this.#state.clip, this.#path) });
    this.#clipping = false;
    this.#path = null;
    this.#rectangle = null;
    this.#segments = 0;
  }

  strokePath(): void {
    if (!this.#path) return;
    const [sx, sy] = scales(this.#state.ctm);
    const width = this.#state.lineWidth * Math.min(sx, sy);
    const half = width / 2;
    const [x1, y1, x2, y2] = this.#path;
    const box: Box = [x1 - half, y1 - half, x2 + half, y2 + half];
    this.#mark({ kind: "stroke", page: this.#page, box, width, paint: this.#paint(false) });
  }

  fillPath(): void {
    if (!this.#path) return;
    let thickness: number | null = null;
    if (this.#rectangle && this.#segments === 0) {
      const [x1, y1, x2, y2] = this.#rectangle;
      const [sx, sy] = scales(this.#state.ctm);
      thickness = Math.min(Math.abs(x2 - x1) * sx, Math.abs(y2 - y1) * sy);
    }
    this.#mark({ kind: "fill", page: this.#page, box: this.#path, thickness, paint: this.#paint(true) });
  }

  #mark(mark: Mark): void {
    const box = intersection(mark.box, this.#state.clip);
    if (overlaps(pad(mark.box), this.#state.clip)) this.#run.marks.push({ ...mark, box });
  }

  shading(name: string): void {
    this.#shade(this.#resource("Shading", name));
  }

  #shade(object: Maybe): void {
    const { document, spaces } = this.#run;
    const space = spaces.read(document.get(object, "ColorSpace"), this.#resources);
    this.#mark({ kind: "shading", page: this.#page, box: this.#state.clip, space });
  }

  // -- forms and pictures

  external(name: string): void {
    const { document } = this.#run;
    const stream = document.stream(this.#resource("XObject", name));
    if (!stream) return;
    const subtype = document.name(stream.dict.get(PDFName.of("Subtype")));
    if (subtype === "Image") this.#image(stream);
    else if (subtype === "Form") {
      const group = this.#run.group(stream.dict);
      if (group) this.#effect("group", name, group);
      this.#form(stream, {});
    }
  }

  #form(stream: PDFRawStream, change: Partial<State>): void {
    const { document } = this.#run;
    if (this.#depth >= document.limits.depth) return;
    const data = document.data(stream);
    if (!data) {
      this.#run.unread.add(this.#page);
      return;
    }
    const ctm = multiply(asMatrix(document.numbers(document.get(stream, "Matrix"))), this.#state.ctm);
    const [x1, y1, x2, y2] = document.numbers(document.get(stream, "BBox")) ?? EVERYWHERE;
    const bounds = boxAround(ctm, [x1 ?? 0, y1 ?? 0, x2 ?? 0, y2 ?? 0]);
    const resources = document.dict(document.get(stream, "Resources")) ?? this.#resources;
    const state = { ...this.#state, ...change, ctm, clip: intersection(this.#state.clip, bounds) };
    const form = new ContentStream(this.#run, this.#page, resources, state, this.#perform, this.#depth + 1);
    this.#perform(form, data);
  }

  #image(stream: PDFRawStream): void {
    const { document, spaces } = this.#run;
    const inData = document.number(document.get(stream, "SMaskInData")) ?? 0;
    if (document.get(stream, "SMask") || inData > 0) this.#effect("image-mask", "SMask");
    this.#placeImage(imageFacts(document, spaces, stream, this.#resources));
  }

  inlineImage(dict: Operand | undefined): void {
    if (dict instanceof Map) this.#placeImage(inlineFacts(this.#run.spaces, dict, this.#resources));
  }

  #placeImage(image: ImageFacts): void {
    const { stencil, ...facts } = image;
    const [across, down] = scales(this.#state.ctm);
    if (across === 0 || down === 0) return;
    const ppi = Math.min((image.width * 72) / across, (image.height * 72) / down);
    this.#mark({
      kind: "image",
      page: this.#page,
      box: boxAround(this.#state.ctm, [0, 0, 1, 1]),
      ...facts,
      paint: stencil ? this.#paint(true) : null,
      ppi,
    });
  }

  // -- text

  beginText(): void {
    this.textMatrix(IDENTITY);
  }

  textMatrix(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  font(name: string, size: number): void {
    const dict = this.#resource("Font", name);
    const typeface = dict instanceof PDFDict ? this.#run.typeface(dict, this.#page.number) : null;
    this.set({ typeface, size });
  }

  nextLine(x = 0, y = -this.#state.leading): void {
    this.textMatrix(multiply([1, 0, 0, 1, x, y], this.#line));
  }

  /** Strings and kerns of one line. */
  show(items: readonly Operand[]): void {
    const { typeface, size, mode, rise } = this.#state;
    if (!typeface) return;
    const before = this.#text;
    let shown = false;
    for (const item of items) {
      if (typeof item === "number") this.#advance((-item / 1000) * size, typeface);
      else if (item !== null && typeof item === "object" && "string" in item) {
        for (const code of codes(typeface, item.string)) {
          typeface.used.add(code);
          shown = true;
          const gap =
            this.#state.charSpace + (code === 32 && !typeface.composite ? this.#state.wordSpace : 0);
          const width = typeface.vertical ? -1000 : typeface.width(code);
          this.#advance((width / 1000) * size + gap, typeface);
        }
      }
    }
    if (!shown || mode === 3 || mode === 7) return;
    typeface.visible = true;
    const start = multiply(before, this.#state.ctm);
    const end = multiply(this.#text, this.#state.ctm);
    const paper = Math.abs(size) * scales(start)[1];
    const low = typeface.vertical ? 0 : rise - 0.12 * size;
    const high = typeface.vertical ? 0 : rise + 0.88 * size;
    const side = typeface.vertical ? 0.5 * size : 0;
    const box = union(boxAround(start, [-side, low, side, high]), boxAround(end, [-side, low, side, high]));
    const text = (fill: boolean): Mark => ({
      kind: "text",
      page: this.#page,
      box,
      size: paper,
      paint: this.#paint(fill),
    });
    const fills = mode % 4 === 0 || mode % 4 === 2;
    const strokes = mode % 4 === 1 || mode % 4 === 2;
    if (fills) this.#mark(text(true));
    if (strokes) this.#mark(text(false));
  }

  #advance(by: number, typeface: Typeface): void {
    const shift: Matrix = typeface.vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by * this.#state.stretch, 0];
    this.#text = multiply(shift, this.#text);
  }
}

function around(box: Box | null, [x, y]: readonly [number, number]): Box {
  return box ? union(box, [x, y, x, y]) : [x, y, x, y];
}

/** Lines have no height: a touch is enough to be seen. */
function pad([x1, y1, x2, y2]: Box): Box {
  return [x1 - 0.01, y1 - 0.01, x2 + 0.01, y2 + 0.01];
}
