/**
 * Typst as the bench's rival: it sets the same paragraphs with the same font and measure, and tells where each
 * glyph came to stand. Positions are read from its own SVG, so nothing about its lines is computed by us.
 */
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PlacedGlyph, PlacedLine } from "../../core/compose/metrics.ts";
import type { Face } from "../../core/world.ts";

export interface TypstSetting {
  /** Characters to a line, size in pt. */
  readonly measure: number;
  readonly size: number;
  readonly linebreaks: "optimized" | "simple";
}

const MARGIN = 60;
/** Joined glyphs the font may draw for more than one character. */
const LIGATURES = ["——", "———", "————", "ff", "fi", "fl", "ffi", "ffl"];

export class Typst {
  readonly #compiler: NodeCompiler;
  readonly #family: string;
  readonly #face: Face;

  constructor(font: Buffer, family: string, face: Face) {
    this.#compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] });
    this.#family = family;
    this.#face = face;
  }

  /** Compiles only, as an editor would after a change; the time this takes is Typst's incremental compile. */
  compile(text: string, setting: TypstSetting) {
    const compiled = this.#compiler.compile({ mainFileContent: this.#source(text, setting) });
    const document = compiled.result;
    if (!document) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
    return document;
  }

  lines(text: string, setting: TypstSetting): PlacedLine[] {
    const names = this.#glyphNames(text, setting);
    const rows = new Map<number, PlacedGlyph[]>();
    for (const { name, x, y } of readUses(this.#compiler.plainSvg(this.compile(text, setting)))) {
      const text = names.get(name);
      if (text === undefined)
        throw new Error("Typst drew a glyph that no character of the text is drawn with");
      const row = rows.get(Math.round(y * 10)) ?? [];
      rows.set(Math.round(y * 10), row);
      row.push({ text, x: x - MARGIN, advance: this.#advance(text) * setting.size });
    }
    const sorted = [...rows].sort(([a], [b]) => a - b).map(([y, glyphs]) => ({ y: y / 10, glyphs }));
    // Paragraphs stand 100 pt apart, lines much closer.
    const isFar = (a: number, b: number) => Math.abs((sorted[a]?.y ?? 1e9) - (sorted[b]?.y ?? -1e9)) > 80;
    return sorted.map(({ glyphs }, index) => ({
      glyphs: glyphs.sort((a, b) => a.x - b.x),
      first: isFar(index - 1, index),
      last: isFar(index, index + 1),
    }));
  }

  #source(text: string, { measure, size, linebreaks }: TypstSetting): string {
    return [
      `#set page(width: ${measure * size + 2 * MARGIN}pt, height: auto, margin: ${MARGIN}pt)`,
      `#set text(font: "${this.#family}", size: ${size}pt, lang: "zh", region: "cn")`,
      `#set par(justify: true, linebreaks: "${linebreaks}", leading: 3pt, spacing: 100pt,`,
      `  first-line-indent: (amount: 2em, all: true))`,
      ...text
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => `#par(${JSON.stringify(line)})`),
    ].join("\n");
  }

  /** Text by the name Typst's SVG gives a glyph: each character set alone draws one glyph. */
  #glyphNames(text: string, setting: TypstSetting): Map<string, string> {
    const names = new Map<string, string>();
    const units = [...new Set(text.replace(/\s/g, "")), ...LIGATURES];
    // A common character takes the forms of the script beside it: —— between Han is not — between digits.
    for (const [before, after] of [
      ["", ""],
      ["中", "中"],
      ["a", "a"],
    ] as const) {
      const source = units.map((unit) => before + unit + after).join("\n");
      const rows = new Map<number, { name: string; x: number }[]>();
      for (const { name, x, y } of readUses(this.#compiler.plainSvg(this.compile(source, setting)))) {
        const key = Math.round(y * 10);
        rows.set(key, [...(rows.get(key) ?? []), { name, x }]);
      }
      const sorted = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.x - b.x));
      sorted.forEach((row, index) => {
        const inner = row.slice(before.length, row.length - after.length);
        const name = inner[0]?.name ?? "";
        if (inner.length === 1 && !names.has(name)) names.set(name, units[index] as string);
      });
    }
    return names;
  }

  #advance(text: string): number {
    return this.#face.shape(text).reduce((sum, glyph) => sum + glyph.advance, 0) / this.#face.unitsPerEm;
  }
}

/** Every glyph use of an SVG with its origin on the page. */
function* readUses(svg: string): Generator<{ name: string; x: number; y: number }> {
  const stack: [number, number][] = [[0, 0]];
  for (const [tag] of svg.matchAll(/<g\b[^>]*>|<\/g>|<use\b[^>]*>/g)) {
    const [x, y] = stack.at(-1) as [number, number];
    if (tag === "</g>") stack.pop();
    else if (tag.startsWith("<g")) {
      const move =
        /translate\(([-\d.]+)[ ,]+([-\d.]+)\)|matrix\((?:[-\d.]+[ ,]+){4}([-\d.]+)[ ,]+([-\d.]+)\)/.exec(tag);
      const dx = Number(move?.[1] ?? move?.[3] ?? 0);
      const dy = Number(move?.[2] ?? move?.[4] ?? 0);
      stack.push([x + dx, y + dy]);
    } else {
      const name = /href="#(\w+)"/.exec(tag)?.[1] ?? "";
      yield { name, x: x + Number(/ x="([-\d.]+)"/.exec(tag)?.[1] ?? 0), y };
    }
  }
}
