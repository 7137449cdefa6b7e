/**
 * The fonts of a print file: which glyphs the pages use, and the PDF objects that say so.
 *
 * One Type0 font a face over one descendant CIDFont (TrueType, or bare CFF), glyph ids as codes through Identity-H,
 * and a second Type0 font through Identity-V where a vertical line uses the face. Widths are read from the program
 * that is embedded, so W and font file cannot disagree (ISO 15930-7, 6.3).
 */
import type { FaceId } from "../edition/style.ts";
import { Problem } from "../problem.ts";
import type { FontProgram, PaddedGlyph, PressWorld } from "../world.ts";
import type { PdfFile } from "./file.ts";
import { type PdfRef, type PdfValue, text } from "./objects.ts";
import { type CffProgram, readCff } from "./programs/cff.ts";
import { sfntTable } from "./programs/sfnt.ts";
import { toUnicode } from "./tounicode.ts";

/** Vertical origin above the baseline and vertical advance, in thousandths of an em: PDF's own defaults. */
const VERTICAL_ORIGIN = 880;
const VERTICAL_ADVANCE = 1000;
const DEFAULT_WIDTH = 1000;
/** Glyph ids are 16-bit numbers; padded glyphs are numbered from here until they have codes. */
const PADDED = 0x10000;

export class PressFonts {
  readonly #world: PressWorld;
  readonly #fonts = new Map<string, PressFont>();

  constructor(world: PressWorld) {
    this.#world = world;
  }

  /** Throws a Problem where the font's licence forbids embedding a subset. */
  use(face: FaceId, vertical: boolean): PressFont {
    const key = `${face}${vertical ? " vertical" : ""}`;
    let font = this.#fonts.get(key);
    if (!font) {
      const other = this.#fonts.get(`${face}${vertical ? "" : " vertical"}`);
      font = new PressFont(
        `F${this.#fonts.size + 1}`,
        vertical,
        other?.glyphs ?? new UsedGlyphs(embeddable(this.#world.program(face))),
      );
      this.#fonts.set(key, font);
    }
    return font;
  }

  /** Resource dictionary entries of all fonts used so far, after their objects were added to the file. */
  write(file: PdfFile): Record<string, PdfRef> {
    const descendants = new Map<UsedGlyphs, { ref: PdfRef; name: string; unicode: PdfRef }>();
    const resources: Record<string, PdfRef> = {};
    for (const font of this.#fonts.values()) {
      let descendant = descendants.get(font.glyphs);
      if (!descendant) {
        descendant = writeDescendant(file, font.glyphs, this.#world);
        descendants.set(font.glyphs, descendant);
      }
      const encoding = font.vertical ? "Identity-V" : "Identity-H";
      resources[font.resource] = file.add({
        Type: "Font",
        Subtype: "Type0",
        // A CFF composite names its encoding too (ISO 32000-1, table 121); a TrueType one does not.
        BaseFont: font.glyphs.program.kind === "cff" ? `${descendant.name}-${encoding}` : descendant.name,
        Encoding: encoding,
        DescendantFonts: [descendant.ref],
        ToUnicode: descendant.unicode,
      });
    }
    return resources;
  }
}

/** A face in one writing direction. */
export class PressFont {
  readonly resource: string;
  readonly vertical: boolean;
  readonly glyphs: UsedGlyphs;

  constructor(resource: string, vertical: boolean, glyphs: UsedGlyphs) {
    this.resource = resource;
    this.vertical = vertical;
    this.glyphs = glyphs;
  }

  /** True where a glyph can be given room before and after it. */
  get pads(): boolean {
    return this.glyphs.program.pads;
  }

  /** The glyph itself, which the file will need, or the one that draws the same in more room (in font units). */
  note(gid: number, before = 0, after = 0): number {
    return this.glyphs.note(gid, before, after, this.vertical);
  }

  /** The step in which room is given, in font units: 0.15 em, so that few glyphs are made and little is left over. */
  get step(): number {
    return Math.round(0.15 * this.glyphs.program.unitsPerEm);
  }

  /** Font units in em. */
  em(units: number): number {
    return thousandths(units, this.glyphs.program) / 1000;
  }

  /** The glyph's code; known once the fonts are written. */
  code(gid: number): number {
    return this.glyphs.code(gid);
  }

  /** In em, as the file's W (or DW2, W2) says it. */
  advance(gid: number, vertical: boolean): number {
    return (vertical ? this.glyphs.verticalWidth(gid) : this.glyphs.width(gid)) / 1000;
  }

  /**
   * What the glyphs say together, where ToUnicode alone would not tell it; several clusters in one span are told whole.
   * Null where it does. `gids` are as noted; `texts` is "" for a glyph that belongs to the one before it.
   */
  actualText(gids: readonly number[], texts: readonly string[]): string | null {
    const each = spread(texts);
    const plain = each.map((text, i) => text !== null && this.glyphs.means(gids[i] ?? 0, text));
    return plain.every(Boolean) && texts.filter((text) => text !== "").length === 1 ? null : texts.join("");
  }
}

/** What each glyph says: a cluster of as many glyphs as characters says one with each (……), any other says null. */
function spread(texts: readonly string[]): (string | null)[] {
  return texts.flatMap((text, i) => {
    if (text === "") return [];
    const next = texts.findIndex((other, j) => j > i && other !== "");
    const glyphs = (next < 0 ? texts.length : next) - i;
    const characters = [...text];
    if (glyphs === 1) return [text];
    return characters.length === glyphs ? characters : Array.from({ length: glyphs }, () => null);
  });
}

/** What the pages use of one font program. */
export class UsedGlyphs {
  readonly program: FontProgram;
  readonly texts = new Map<number, string>();
  readonly #noted = new Set<number>();
  readonly #padded: (PaddedGlyph & { readonly over: number; readonly down: number })[] = [];
  readonly #paddedIds = new Map<string, number>();
  #codes: ReadonlyMap<number, number> | null = null;

  constructor(program: FontProgram) {
    this.program = program;
  }

  /** `gid`, or the number of a padded glyph. Down the page a glyph's room is its vertical advance, which W2 tells. */
  note(gid: number, before: number, after: number, vertical: boolean): number {
    if (before === 0 && after === 0) {
      this.#noted.add(gid);
      return gid;
    }
    const key = `${gid} ${before} ${after} ${vertical}`;
    let id = this.#paddedIds.get(key);
    if (id === undefined) {
      id = PADDED + this.#padded.length;
      this.#paddedIds.set(key, id);
      this.#padded.push(
        vertical
          ? { gid, before: 0, after: 0, over: before, down: after }
          : { gid, before, after, over: 0, down: 0 },
      );
    }
    return id;
  }

  /** Glyphs as they are, in ascending order. */
  get used(): readonly number[] {
    return [...this.#noted].sort((a, b) => a - b);
  }

  /** Glyphs with more room; the number of the first is `PADDED`. */
  get padded(): readonly PaddedGlyph[] {
    return this.#padded;
  }

  /** All numbers, in the order of their codes. */
  get all(): readonly number[] {
    return [...this.used, ...this.#padded.keys().map((i) => PADDED + i)];
  }

  /** Numbers the glyphs: a code is the glyph's id in the program that is embedded. */
  number(codes: ReadonlyMap<number, number>): void {
    this.#codes = codes;
  }

  code(gid: number): number {
    const code = this.#codes?.get(gid);
    if (code === undefined) throw new Error(`glyph ${gid} of ${this.program.name} has no code`);
    return code;
  }

  /** True where ToUnicode says `text` for the glyph; the first text a glyph is used for is what it means. */
  means(gid: number, text: string): boolean {
    const known = this.texts.get(gid);
    if (known === undefined && text !== "") this.texts.set(gid, text);
    return known === undefined ? text !== "" : known === text;
  }

  width(id: number): number {
    const { gid, before, after } = this.#paddedAs(id);
    return thousandths(this.program.advance(gid) + before + after, this.program);
  }

  verticalWidth(id: number): number {
    const { gid, over, down } = this.#paddedAs(id);
    return thousandths(this.program.verticalAdvance(gid) + over + down, this.program);
  }

  /** Height of the pen over the baseline, in thousandths of an em, where the glyph is set down the page. */
  verticalOrigin(id: number): number {
    return VERTICAL_ORIGIN + thousandths(this.#paddedAs(id).over, this.program);
  }

  #paddedAs(id: number) {
    return this.#padded[id - PADDED] ?? { gid: id, before: 0, after: 0, over: 0, down: 0 };
  }
}

/** OS/2 fsType: bit 1 alone forbids embedding, bit 8 subsetting, bit 9 outlines. */
function embeddable(program: FontProgram): FontProgram {
  const restricted = (program.embedding & 0x0f) === 0x02;
  if (restricted || program.embedding & 0x0300)
    throw new Problem("press.font-not-embeddable", { font: program.name });
  return program;
}

function writeDescendant(file: PdfFile, glyphs: UsedGlyphs, world: PressWorld) {
  const { program, used, padded, all } = glyphs;
  const { data: subset, renumbered } = program.subset(used, padded);
  glyphs.number(new Map(all.map((id, i) => [id, renumbered ? i + 1 : id])));
  const made = [program.name, ...used, ...padded.flatMap(({ gid, before, after }) => [gid, before, after])];
  const name = `${subsetTag(world.digest(bytesOf(made.join(" "))))}+${program.name.replace(/[^\x21-\x7e]|[()<>[\]{}/%#]/g, "")}`;
  const em = (units: number) => thousandths(units, program);
  const truetype = program.kind === "truetype";
  const cff = truetype ? null : bareCff(subset, program);
  const fontFile = cff
    ? { FontFile3: file.stream(cff.data, { Subtype: "CIDFontType0C" }) }
    : { FontFile2: file.stream(subset, { Length1: subset.length }) };
  const descriptor = file.add({
    Type: "FontDescriptor",
    FontName: name,
    Flags: 4, // symbolic: codes are glyph ids, not a Latin character set
    FontBBox: program.bbox.map(em),
    ItalicAngle: program.italicAngle,
    Ascent: em(program.ascender),
    Descent: em(program.descender),
    CapHeight: em(program.capHeight),
    StemV: 80,
    ...fontFile,
  });
  const ref = file.add({
    Type: "Font",
    Subtype: truetype ? "CIDFontType2" : "CIDFontType0",
    BaseFont: name,
    CIDSystemInfo: { Registry: text("Adobe"), Ordering: text("Identity"), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: DEFAULT_WIDTH,
    W: widths(glyphs),
    DW2: [VERTICAL_ORIGIN, -VERTICAL_ADVANCE],
    ...verticalWidths(glyphs),
    ...(truetype ? { CIDToGIDMap: "Identity" } : {}),
  });
  const texts = [...glyphs.texts].map(([gid, text]) => [glyphs.code(gid), text] as const);
  const unicode = file.stream(bytesOf(toUnicode(texts)));
  return { ref, name, unicode };
}

/** Runs of consecutive glyphs as `first [w w w]` (ISO 32000-1, 9.7.4.3); glyphs of the default width are left out. */
function widths(glyphs: UsedGlyphs): PdfValue {
  const array: (number | number[])[] = [];
  let next = -1;
  for (const gid of glyphs.all) {
    const [code, w] = [glyphs.code(gid), glyphs.width(gid)];
    if (w === DEFAULT_WIDTH) continue;
    const last = array.at(-1);
    if (code === next && Array.isArray(last)) last.push(w);
    else array.push(code, [w]);
    next = code + 1;
  }
  return array;
}

function verticalWidths(glyphs: UsedGlyphs) {
  const odd = glyphs.all.filter((gid) => glyphs.verticalWidth(gid) !== VERTICAL_ADVANCE);
  if (odd.length === 0) return {};
  const entries = odd.flatMap((gid) => [
    glyphs.code(gid),
    [-glyphs.verticalWidth(gid), glyphs.width(gid) / 2, glyphs.verticalOrigin(gid)],
  ]);
  return { W2: entries };
}

/** The CFF table alone: a font file of PDF 1.3 that every press knows. */
function bareCff(subset: Uint8Array, program: FontProgram): CffProgram {
  const table = sfntTable(subset, "CFF ");
  const cff = table && readCff(table);
  // With glyph ids as codes a CID-keyed program must number its glyphs likewise (ISO 32000-1, 9.7.4.2).
  if (!cff?.identity) throw new Problem("press.font-unsupported", { font: program.name });
  return cff;
}

function thousandths(units: number, program: FontProgram): number {
  return Math.round((units * 1_000_000) / program.unitsPerEm) / 1000;
}

function subsetTag(digest: string): string {
  return Array.from({ length: 6 }, (_, i) =>
    String.fromCharCode(65 + (Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16) % 26)),
  ).join("");
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
