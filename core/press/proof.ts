/**
 * The page proof (大样) on paper: the sheet as it will print, numbered findings at their words, the list of them in a
 * wide margin, and the box where first, second and third reader and the night editor sign.
 *
 * It is for eyes and pencils, in colour, and says in its metadata that it is no file for the press: it claims no
 * PDF/X. What does not fit the margin goes on to a page of its own; nothing is left out.
 */
import { word } from "../catalogue/catalogue.ts";
import type { Locale } from "../catalogue/message.ts";
import { BLACK, type GlyphRun, grey, type Ink, type Sheet } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import type { PressWorld } from "../world.ts";
import type { Box, PageBoxes } from "./boxes.ts";
import type { Content } from "./content.ts";
import { PdfFile } from "./file.ts";
import { PressFonts } from "./fonts.ts";
import { KNOCKOUT, OVERPRINT, overprint, writeRun } from "./glyphs.ts";
import { moment } from "./metadata.ts";
import { pressDefaults, type SetText } from "./options.ts";
import { writeSheet } from "./page.ts";
import { PressPictures } from "./pictures.ts";
import { wrapped } from "./wrap.ts";

/** Findings of one number, wherever on the sheet they show. */
export interface ProofNote {
  /** Index of the sheet. */
  readonly sheet: number;
  /** Where the words stand, in pt on the sheet. */
  readonly boxes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Text that runs down: the rule stands at its right. */
    readonly vertical?: boolean;
  }[];
  readonly number: number;
  readonly severity: "error" | "warning" | "advice";
  readonly text: string;
}

export interface ProofRequest {
  readonly created: string;
  readonly setText: SetText;
  readonly locale: Locale;
  readonly paper: string;
  readonly date: string;
  readonly creator?: string;
  /** Width of the margin at the right in pt. */
  readonly margin?: number;
}

const MARGIN = 210;
const EDGE = 14;
const SIZE = 8;
const LEADING = 11.5;
const INDENT = 18;

const inks: Record<ProofNote["severity"], Ink> = {
  error: { c: 0, m: 100, y: 100, k: 0 },
  warning: { c: 0, m: 60, y: 100, k: 0 },
  advice: { c: 90, m: 40, y: 0, k: 0 },
};

const stages = ["first", "second", "third", "release"] as const;
const ROW = 26;
const SIGN_OFF = ROW * (stages.length + 1);

/** Throws a Problem as `exportPdf` does for glyphs, fonts and dates. The same request gives the same bytes. */
export function exportProof(
  sheets: readonly Sheet[],
  notes: readonly ProofNote[],
  world: PressWorld,
  request: ProofRequest,
): Uint8Array {
  if (sheets.length === 0) throw new Problem("press.no-sheets");
  const proof = new Proof(world, request);
  sheets.forEach((sheet, index) => {
    proof.addSheet(
      sheet,
      notes.filter((note) => note.sheet === index),
    );
  });
  const digest = world.digest(new TextEncoder().encode(JSON.stringify([sheets, notes, request])));
  return proof.finish(digest);
}

class Proof {
  readonly #world: PressWorld;
  readonly #request: ProofRequest;
  readonly #file: PdfFile;
  readonly #fonts: PressFonts;
  readonly #pictures: PressPictures;
  readonly #resources;
  readonly #margin: number;

  constructor(world: PressWorld, request: ProofRequest) {
    this.#world = world;
    this.#request = request;
    this.#file = new PdfFile(6, (data) => world.deflate(data));
    this.#fonts = new PressFonts(world);
    this.#pictures = new PressPictures(world);
    this.#resources = this.#file.context.nextRef();
    this.#margin = request.margin ?? MARGIN;
  }

  addSheet(sheet: Sheet, notes: readonly ProofNote[]): void {
    const boxes = proofBoxes(sheet, this.#margin);
    const content = writeSheet(sheet, boxes, this.#fonts, this.#pictures, {
      ...pressDefaults,
      missingPicture: "frame",
    });
    const [left, bottom, right, top] = boxes.trim;
    frame(content, boxes.trim, grey(40));
    for (const note of notes) this.#mark(content, note, left, top);
    const column: Box = [right + EDGE, bottom, boxes.media[2] - EDGE, top];
    this.#signOff(content, [column[0], bottom, column[2], bottom + SIGN_OFF]);
    const head = this.#head(content, sheet, notes.length, column);
    let rest = this.#list(content, notes, [[column[0], bottom + SIGN_OFF + LEADING, column[2], head]], sheet);
    this.#page(content, boxes);
    while (rest.length > 0) {
      const more = emptyPage(sheet);
      const content = writeSheet(more, boxes, this.#fonts, this.#pictures, {
        ...pressDefaults,
        missingPicture: "frame",
      });
      const width = this.#margin - 2 * EDGE;
      const count = Math.max(1, Math.floor((boxes.media[2] - EDGE) / (width + EDGE)));
      const columns = Array.from({ length: count }, (_, i): Box => {
        const x = EDGE + i * (width + EDGE);
        return [x, bottom, x + width, top];
      });
      const left = this.#list(content, rest, columns, sheet);
      this.#page(content, boxes);
      // A note taller than a page would never fit; it is cut there rather than looped over.
      rest = left.length < rest.length ? left : rest.slice(1);
    }
  }

  finish(digest: string): Uint8Array {
    const file = this.#file;
    const { locale, paper, date, created, creator = pressDefaults.creator } = this.#request;
    file.context.assign(
      this.#resources,
      file.dict({
        Font: file.dict(this.#fonts.write(file)),
        XObject: file.dict(this.#pictures.write(file)),
        ExtGState: file.dict({ [OVERPRINT]: overprint(file, true), [KNOCKOUT]: overprint(file, false) }),
      }),
    );
    return file.finish({
      title: [paper, date, word(locale, "press.proof.title")].filter(Boolean).join(" "),
      subject: word(locale, "press.proof.not-for-press"),
      creator,
      created: moment(created),
      digest,
      standard: null,
    });
  }

  #page(content: Content, boxes: PageBoxes): void {
    this.#file.addPage({
      MediaBox: this.#file.context.obj([...boxes.media]),
      TrimBox: this.#file.context.obj([...boxes.trim]),
      Resources: this.#resources,
      Contents: this.#file.stream(new TextEncoder().encode(content.toString())),
    });
  }

  /** A rule under the words (beside, where they run down) and the number at their end. */
  #mark(content: Content, note: ProofNote, left: number, top: number): void {
    const ink = inks[note.severity];
    content.endText();
    for (const box of note.boxes) {
      const [x1, y1] = [left + box.x, top - box.y - box.height];
      const [x2, y2] = [x1 + box.width, y1 + box.height];
      content.set("gs", `/${KNOCKOUT} gs`);
      content.stroke(ink);
      content.set("width", 0.8, "w");
      content.set("dash", "[] 0 d");
      if (box.vertical) content.draw(x2 + 1, y1, "m", x2 + 1, y2, "l S");
      else content.draw(x1, y1 - 1, "m", x2, y1 - 1, "l S");
    }
    const last = note.boxes.at(-1);
    if (!last) return;
    const [x, y] = [left + last.x + last.width + 1, top - last.y - (last.vertical ? last.height : 0) + 1];
    this.#text(content, String(note.number), 6, x, y, ink);
  }

  /** Paper, date, page, how many findings. Gives the height the list may start at. */
  #head(content: Content, sheet: Sheet, count: number, [x, , , top]: Box): number {
    const { locale, paper, date } = this.#request;
    this.#text(content, [paper, date, sheet.number].filter(Boolean).join("　"), 11, x, top - 11, BLACK);
    this.#text(content, word(locale, "press.proof.count", { count }), SIZE, x, top - 26, BLACK);
    this.#text(content, word(locale, "press.proof.not-for-press"), SIZE, x, top - 38, inks.error);
    return top - 52;
  }

  /** Sets as many notes as the columns hold; gives those left over. */
  #list(
    content: Content,
    notes: readonly ProofNote[],
    columns: readonly Box[],
    sheet: Sheet,
  ): readonly ProofNote[] {
    let column = 0;
    let y = (columns[0]?.[3] ?? 0) - SIZE;
    for (const [index, note] of notes.entries()) {
      const lines = this.#lines(note, sheet);
      let box = columns[column];
      if (box && y - (lines.length - 1) * LEADING < box[1]) {
        box = columns[++column];
        y = (box?.[3] ?? 0) - SIZE;
      }
      if (!box || y - (lines.length - 1) * LEADING < box[1]) return notes.slice(index);
      this.#text(content, String(note.number), SIZE, box[0], y, inks[note.severity]);
      for (const line of lines) {
        for (const run of line) this.#run(content, run, box[0] + INDENT, y, BLACK);
        y -= LEADING;
      }
      y -= LEADING / 3;
    }
    return [];
  }

  #lines(note: ProofNote, sheet: Sheet): GlyphRun[][] {
    const width = this.#margin - 2 * EDGE - INDENT;
    const lines = wrapped(this.#request.setText(note.text, SIZE), width, (face) => this.#world.program(face));
    const most = Math.floor(sheet.height / LEADING) - 2;
    return lines.slice(0, most);
  }

  #signOff(content: Content, box: Box): void {
    const { locale } = this.#request;
    const [x1, y1, x2, y2] = box;
    const [name, time] = [x1 + 52, x1 + 52 + (x2 - x1 - 52) * 0.6];
    frame(content, box, BLACK);
    for (let i = 1; i <= stages.length; i++) content.draw(x1, y2 - ROW * i, "m", x2, y2 - ROW * i, "l S");
    for (const x of [name, time]) content.draw(x, y1, "m", x, y2, "l S");
    const put = (text: string, x: number, row: number) =>
      this.#text(content, text, 9, x + 5, y2 - ROW * row - 16, BLACK);
    put(word(locale, "press.proof.signature"), name, 0);
    put(word(locale, "press.proof.time"), time, 0);
    stages.forEach((stage, i) => {
      put(word(locale, `press.proof.${stage}`), x1, i + 1);
    });
  }

  #text(content: Content, text: string, size: number, x: number, y: number, ink: Ink): void {
    for (const run of this.#request.setText(text, size)) this.#run(content, run, x, y, ink);
  }

  #run(content: Content, run: GlyphRun, x: number, y: number, ink: Ink): void {
    writeRun(content, { ...run, ink }, this.#fonts, { overprintLimit: 0, page: "" }, x + run.x, y - run.y);
  }
}

function proofBoxes(sheet: Sheet, margin: number): PageBoxes {
  const [width, height] = [sheet.width + 2 * EDGE + margin, sheet.height + 2 * EDGE];
  const trim: Box = [EDGE, EDGE, EDGE + sheet.width, EDGE + sheet.height];
  return { media: [0, 0, width, height], bleed: trim, trim };
}

function emptyPage(sheet: Sheet): Sheet {
  return { ...sheet, items: [] };
}

function frame(content: Content, [x1, y1, x2, y2]: Box, ink: Ink): void {
  content.endText();
  content.set("gs", `/${KNOCKOUT} gs`);
  content.stroke(ink);
  content.set("width", 0.5, "w");
  content.set("dash", "[] 0 d");
  content.draw(x1, y1, x2 - x1, y2 - y1, "re S");
}
