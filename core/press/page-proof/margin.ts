/**
 * The margins of a page proof: each note as lines beside the page at the height of its words, its number, and the lead
 * to them; notes that found no room go on in columns overleaf.
 */
import { word } from "../../catalogue/catalogue.ts";
import { BLACK, type GlyphRun, type Sheet } from "../../compose/sheet.ts";
import type { PageBoxes } from "../boxes.ts";
import type { Content } from "../content.ts";
import { drawSymbol } from "./correction-marks.ts";
import { BADGE, BOLD, type Pen } from "./pen.ts";
import type { ProofNote, ProofRequest } from "./request.ts";
import type { Placed } from "./sides.ts";
import { severityStyles, voices } from "./styles.ts";

export const MARGIN = 182;
/** Between the paper's edge and anything printed. */
export const EDGE = 14;
/** Between the trim and the notes: badges and leaders. */
const LANE = 34;
const SIZE = 11;
const LEADING = 15;
export const GAP = 10;
/** Badges beside the page are as much larger than those on it. */
const LARGER = 1.25;
/** Room for a correction's mark before its note. */
const SYMBOL = 17;
/** Columns of notes that go on overleaf, in pt. */
const OVERLEAF = 340;

export interface Note {
  readonly note: ProofNote;
  readonly across: number;
  readonly down: number;
  readonly height: number;
  readonly gravity: number;
  readonly lines: readonly Line[];
}

interface Line {
  readonly runs: readonly GlyphRun[];
  readonly indent: number;
}

export type Numbered = Placed<Note> & { readonly number: number };

export class Margins {
  readonly #pen: Pen;
  readonly #margin: number;
  readonly #request: Pick<ProofRequest, "locale" | "paper" | "date">;

  constructor(pen: Pen, margin: number, request: Pick<ProofRequest, "locale" | "paper" | "date">) {
    this.#pen = pen;
    this.#margin = margin;
    this.#request = request;
  }

  /** The note as lines of the margin: the words and what to put for them, then what is wrong. */
  note(note: ProofNote, sheet: Sheet): Note {
    const width = this.#margin - EDGE - LANE;
    const heading = note.quote ? [note.quote, note.fix].filter((s) => s !== undefined).join(" → ") : "";
    const indent = note.correction ? SYMBOL : 0;
    const strong = heading ? this.#pen.lines(heading, SIZE, width - indent, BOLD) : [];
    const plain = note.text ? this.#pen.lines(note.text, SIZE, width) : [];
    const most = Math.max(1, Math.floor(sheet.height / LEADING));
    const lines = [
      ...strong.map((runs) => ({ runs, indent })),
      ...plain.map((runs) => ({ runs, indent: 0 })),
    ].slice(0, most);
    const first = note.boxes[0];
    return {
      note,
      lines,
      height: Math.max(1, lines.length) * LEADING,
      across: first ? (first.x + first.width / 2) / sheet.width : 1,
      down: first ? first.y + first.height / 2 - LEADING / 2 : sheet.height,
      gravity: voices.indexOf(note.severity),
    };
  }

  /** The note in its margin, its number next to the page, and a leader from the height of its words. */
  beside(
    content: Content,
    item: Numbered,
    { trim, media }: PageBoxes,
    edges: readonly [number, number],
    lead: number | null,
  ): void {
    const { note, hand, number, y } = item;
    if (y === null) return;
    const { severity, boxes } = note.note;
    const left = hand === "left";
    const width = this.#pen.badgeWidth(number, LARGER);
    const middle = trim[3] - y - LEADING / 2;
    const x = left ? trim[0] - LANE + 5 : trim[2] + LANE - 5 - width;
    const words = boxes[0];
    if (words) {
      const { ink } = severityStyles[severity];
      const height = lead ?? trim[3] - words.y - words.height / 2;
      const edge = left ? trim[0] : trim[2];
      const end = left ? x + width : x;
      const knee = left ? edge - 2 : edge + 2;
      const start = lead === null ? trim[0] + (left ? edges[0] - 10 : edges[1] + 10) : knee;
      this.#pen.stroke(content, ink, 0.45);
      content.draw(start, height, "m", knee, height, "l", end, middle, "l S");
    }
    this.#pen.badge(content, number, severity, x, middle - (BADGE * LARGER) / 2, LARGER);
    const text = left ? EDGE : media[2] - this.#margin + LANE;
    this.#lines(content, note.lines, text, middle - 0.36 * SIZE);
    this.#symbol(content, note.note, text, middle);
  }

  /** The mark of a correction, in the room its heading leaves. */
  #symbol(content: Content, { correction }: ProofNote, x: number, middle: number): void {
    if (correction) drawSymbol(content, this.#pen, correction.kind, x + SYMBOL / 2 - 2, middle, SIZE);
  }

  #lines(content: Content, lines: readonly Line[], x: number, y: number): void {
    lines.forEach(({ runs, indent }, index) => {
      for (const run of runs) this.#pen.run(content, run, x + indent, y - index * LEADING, BLACK);
    });
  }

  /** Pages for notes that the margins had no room for, in columns; `begin` gives an empty one. */
  overleaf(notes: readonly Numbered[], sheet: Sheet, boxes: PageBoxes, begin: () => Content): Content[] {
    const { locale, paper, date } = this.#request;
    const [, bottom, , top] = boxes.trim;
    const pages: Content[] = [];
    const columns = Math.max(1, Math.floor((boxes.media[2] - 2 * EDGE) / OVERLEAF));
    const width = (boxes.media[2] - 2 * EDGE) / columns;
    let content: Content | null = null;
    let column = 0;
    let y = 0;
    for (const { note, number } of notes) {
      if (content && y - note.height < bottom) {
        column++;
        y = top - 30;
      }
      if (content && column >= columns) {
        content = null;
      }
      if (!content) {
        content = begin();
        pages.push(content);
        const heading = word(locale, "press.proof.overleaf", { paper, date, page: sheet.number });
        this.#pen.text(content, heading, 12, EDGE, top - 12, BLACK, BOLD);
        column = 0;
        y = top - 30;
      }
      const x = EDGE + column * width;
      const middle = y - LEADING / 2;
      this.#pen.badge(content, number, note.note.severity, x, middle - (BADGE * LARGER) / 2, LARGER);
      this.#lines(content, note.lines, x + LANE, middle - 0.36 * SIZE);
      this.#symbol(content, note.note, x + LANE, middle);
      y -= note.height + GAP / 2;
    }
    return pages;
  }
}

/** Left and right edge of the type on the sheet, in pt from its left. */
export function textEdges(sheet: Sheet): readonly [number, number] {
  const lines = sheet.lines.length > 0 ? sheet.lines : [{ x: 0, width: sheet.width }];
  return [
    Math.max(10, Math.min(...lines.map((line) => line.x))),
    Math.min(sheet.width - 10, Math.max(...lines.map((line) => line.x + line.width))),
  ];
}
