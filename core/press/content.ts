/**
 * A content stream under construction: operators as text, with the graphics state remembered so that nothing is said
 * twice. Coordinates are PDF's: pt, y up; the page's writer turns the sheet's upside down.
 *
 * Glyphs are kept as glyphs until the stream is packed: their codes are known only when all pages have been written.
 */
import type { Ink } from "../compose/sheet.ts";

/** At most three decimals: 0.001 pt is a third of a micrometre. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}

/** Gives the code of a glyph, two bytes, once every page has said what it uses. */
export interface GlyphCodes {
  code(gid: number): number;
}

export interface ShownGlyphs {
  readonly codes: GlyphCodes;
  readonly gids: readonly number[];
}

/** What a stream starts with and need not say (ISO 32000-1, 9.3.1). */
const initially: readonly (readonly [string, string])[] = [
  ["spacing", "0 Tc"],
  ["stretch", "100 Tz"],
];

export class Content {
  readonly #parts: (string | ShownGlyphs)[] = [];
  /** Where the last glyph's advance ends on a level line, in pt; null after anything else. */
  end: readonly [x: number, y: number] | null = null;
  #inText = false;
  /** Start of the text line in thousandths of a pt, as the file has it. */
  #line: readonly [number, number] = [0, 0];
  readonly #state = new Map<string, string>(initially);
  readonly #saved: Map<string, string>[] = [];
  readonly #spots = new Map<string, Ink>();

  op(...operands: (string | number)[]): void {
    this.#parts.push(`${operands.map((o) => (typeof o === "number" ? number(o) : o)).join(" ")}\n`);
  }

  /** A graphics operator outside text. */
  draw(...operands: (string | number)[]): void {
    this.endText();
    this.op(...operands);
  }

  /** An operator that sets a parameter: left out where `what` already has that value. */
  set(what: string, ...operands: (string | number)[]): void {
    const line = operands.map((o) => (typeof o === "number" ? number(o) : o)).join(" ");
    if (this.#state.get(what) === line) return;
    this.#state.set(what, line);
    this.#parts.push(`${line}\n`);
  }

  beginText(): void {
    if (!this.#inText) {
      this.#parts.push("BT\n");
      this.#line = [0, 0];
    }
    this.#inText = true;
  }

  endText(): void {
    if (this.#inText) this.#parts.push("ET\n");
    this.#inText = false;
    this.end = null;
  }

  /** Starts a text line at (`x`, `y`). Told as a step from the last one: columns of lines repeat the same few steps. */
  lineAt(x: number, y: number): void {
    const [thousandthsX, thousandthsY] = [Math.round(x * 1000), Math.round(y * 1000)];
    const [dx, dy] = [thousandthsX - this.#line[0], thousandthsY - this.#line[1]];
    this.#line = [thousandthsX, thousandthsY];
    this.op(dx / 1000, dy / 1000, "Td");
  }

  /** Glyphs and moves between them in thousandths of an em, as TJ takes them. */
  show(items: readonly (ShownGlyphs | number)[]): void {
    if (items.length === 0) return;
    const [first] = items;
    if (items.length === 1 && typeof first === "object") this.#parts.push(first, "Tj\n");
    else this.#parts.push("[", ...items.map((o) => (typeof o === "number" ? number(o) : o)), "]TJ\n");
  }

  /** Says what the marks up to `endActualText` read as (ISO 32000-1, 14.9.4). */
  beginActualText(text: string): void {
    this.#parts.push(`/Span<</ActualText${literal(`\uFEFF${text}`)}>>BDC\n`);
  }

  endActualText(): void {
    this.#parts.push("EMC\n");
  }

  save(): void {
    this.draw("q");
    this.#saved.push(new Map(this.#state));
  }

  restore(): void {
    this.draw("Q");
    const saved = this.#saved.pop();
    this.#state.clear();
    for (const [what, line] of saved ?? initially) this.#state.set(what, line);
  }

  fill(ink: Ink): void {
    this.set("fill", ink.spot ? `/${this.#spot(ink, ink.spot)} cs 1 scn` : `${percent(ink)} k`);
  }

  stroke(ink: Ink): void {
    this.set("stroke", ink.spot ? `/${this.#spot(ink, ink.spot)} CS 1 SCN` : `${percent(ink)} K`);
  }

  /** Spot colours that were set, by resource name. */
  get spots(): ReadonlyMap<string, Ink> {
    return this.#spots;
  }

  #spot(ink: Ink, name: string): string {
    const resource = spotResource(name);
    this.#spots.set(resource, this.#spots.get(resource) ?? ink);
    return resource;
  }

  /** The stream's bytes. */
  bytes(): Uint8Array {
    this.endText();
    const text = this.#parts
      .map((part) =>
        typeof part === "string"
          ? part
          : literal(String.fromCharCode(...part.gids.map((gid) => part.codes.code(gid)))),
      )
      .join("");
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }
}

const escapes: Readonly<Record<number, string>> = { 13: "\\r", 40: "\\(", 41: "\\)", 92: "\\\\" };

/** A literal string of two bytes for each UTF-16 unit of `units`, high byte first: a character for each byte. */
function literal(units: string): string {
  let out = "(";
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i);
    for (const byte of [unit >> 8, unit & 0xff]) out += escapes[byte] ?? String.fromCharCode(byte);
  }
  return `${out})`;
}

/** A name that is the same on every page and needs no escapes. */
const spotResource = (name: string) =>
  `Spot${Array.from(new TextEncoder().encode(name), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;

function percent(ink: Ink): string {
  return [ink.c, ink.m, ink.y, ink.k].map((p) => number(p / 100)).join(" ");
}
