/**
 * The page proof (大样) on paper: the sheet as it will print, every finding numbered at its words and told beside the
 * page, every figure underlined by its state, and below the page the version and the table to sign.
 *
 * It is for eyes and pencils, in colour, and says in its metadata that it is no file for the press: it claims no
 * PDF/X. What does not fit the margins goes on to a page of its own; nothing is left out.
 */
import { word } from "../catalogue/catalogue.ts";
import type { Locale } from "../catalogue/message.ts";
import { BLACK, type GlyphRun, grey, type Sheet } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import type { PressWorld } from "../world.ts";
import type { Box, PageBoxes } from "./boxes.ts";
import type { Content } from "./content.ts";
import { PdfFile } from "./file.ts";
import { PressFonts } from "./fonts.ts";
import { graphicsStates } from "./glyphs.ts";
import { moment } from "./metadata.ts";
import { pressDefaults, type SetText } from "./options.ts";
import { writeSheet } from "./page.ts";
import { type Area, badgePlacer } from "./page-proof/badges.ts";
import { type FootFacts, footHeight, writeFoot } from "./page-proof/foot.ts";
import { BADGE, BOLD, Pen } from "./page-proof/pen.ts";
import { besides, type Placed } from "./page-proof/sides.ts";
import {
  figureStyles,
  type MarkStyle,
  type ProofFigureState,
  type ProofSeverity,
  severities,
  severityStyles,
} from "./page-proof/styles.ts";
import { PressPictures } from "./pictures.ts";
import { spotSpaces } from "./spots.ts";
import { digestOf, versionOf } from "./version.ts";

/** What is to be said about one place of a sheet. Notes are numbered here, sheet by sheet, as they stand beside it. */
export interface ProofNote {
  /** Index of the sheet. */
  readonly sheet: number;
  /** Where the words stand, in pt on the sheet; none where the words are not on it (overset text). */
  readonly boxes: readonly Area[];
  readonly severity: ProofSeverity;
  /** The words, and what to put in their place, as a proofreader would write it in the margin. */
  readonly quote?: string;
  readonly fix?: string;
  readonly text: string;
}

export interface ProofFigure {
  readonly sheet: number;
  readonly boxes: readonly Area[];
  readonly state: ProofFigureState;
}

export interface ProofRequest {
  readonly created: string;
  readonly setText: SetText;
  readonly locale: Locale;
  readonly paper: string;
  readonly date: string;
  readonly creator?: string;
  /** Every figure with its state; left out where nobody looked at the figures. */
  readonly figures?: readonly ProofFigure[];
  /** Findings of each sheet that were decided on and are not among the notes, counted in its foot; none where not given. */
  readonly ignored?: readonly number[];
  /** Width of the margin at each side in pt. */
  readonly margin?: number;
}

const MARGIN = 182;
/** Between the paper's edge and anything printed. */
const EDGE = 14;
/** Between the trim and the notes: badges and leaders. */
const LANE = 34;
const SIZE = 11;
const LEADING = 15;
const GAP = 10;
/** Badges beside the page are as much larger than those on it. */
const LARGER = 1.25;
/** Columns of notes that go on overleaf, in pt. */
const OVERLEAF = 340;

interface Note {
  readonly note: ProofNote;
  readonly across: number;
  readonly down: number;
  readonly height: number;
  readonly gravity: number;
  readonly lines: readonly Line[];
}

interface Line {
  readonly runs: readonly GlyphRun[];
  readonly strong: boolean;
}

type Numbered = Placed<Note> & { readonly number: number };

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
    const here = (item: { readonly sheet: number }) => item.sheet === index;
    proof.addSheet(
      sheet,
      notes.filter(here),
      request.figures?.filter(here) ?? null,
      request.ignored?.[index] ?? 0,
    );
  });
  const digest = world.digest(
    new TextEncoder().encode(JSON.stringify([sheets.map((sheet) => digestOf(sheet, world)), notes, request])),
  );
  return proof.finish(digest);
}

class Proof {
  readonly #world: PressWorld;
  readonly #request: ProofRequest;
  readonly #file: PdfFile;
  readonly #fonts: PressFonts;
  readonly #pictures: PressPictures;
  readonly #pen: Pen;
  readonly #resources;
  readonly #margin: number;
  readonly #pages: { readonly content: Content; readonly boxes: PageBoxes }[] = [];

  constructor(world: PressWorld, request: ProofRequest) {
    this.#world = world;
    this.#request = request;
    this.#file = new PdfFile(6, (data) => world.deflate(data));
    this.#fonts = new PressFonts(world);
    this.#pictures = new PressPictures(world);
    this.#pen = new Pen(request.setText, this.#fonts, world);
    this.#resources = this.#file.promise();
    this.#margin = request.margin ?? MARGIN;
  }

  addSheet(
    sheet: Sheet,
    notes: readonly ProofNote[],
    figures: readonly ProofFigure[] | null,
    ignored: number,
  ): void {
    const boxes = proofBoxes(sheet, this.#margin);
    const content = this.#content(sheet, boxes);
    const [left, bottom, right, top] = boxes.trim;
    this.#pen.frame(content, boxes.trim, grey(45), 0.4);
    const at = (area: Area): Box => [
      left + area.x,
      top - area.y - area.height,
      left + area.x + area.width,
      top - area.y,
    ];
    for (const { boxes, state } of figures ?? [])
      for (const area of boxes) this.#underline(content, figureStyles[state], at(area), area.vertical, 0.9);

    const placed = besides(
      notes.map((note) => this.#note(note, sheet)),
      sheet.height,
      GAP,
    ).map((item, index): Numbered => ({ ...item, number: index + 1 }));
    const badge = badgePlacer(sheet);
    for (const item of placed) {
      const { note } = item.note;
      const style = markOf(note);
      for (const area of note.boxes) this.#underline(content, style, at(area), area.vertical, 2.1);
      const words = note.boxes[0];
      if (words) {
        const width = this.#pen.badgeWidth(item.number);
        const spot = at(badge({ words, hand: item.hand, width, height: BADGE }));
        this.#pen.badge(content, item.number, note.severity, spot[0], spot[1]);
      }
      this.#beside(content, item, boxes, textEdges(sheet));
    }
    const overleaf = placed.filter((item) => item.y === null);
    const foot: Box = [EDGE, EDGE, boxes.media[2] - EDGE, bottom - EDGE];
    const facts = { ...this.#facts(sheet, notes, figures), ignored, overleaf: overleaf.length };
    writeFoot(content, this.#pen, foot, facts, this.#request);
    this.#page(content, boxes);
    this.#continue(overleaf, sheet, boxes, [bottom, right, top]);
  }

  finish(digest: string): Uint8Array {
    const file = this.#file;
    const { locale, paper, date, created, creator = pressDefaults.creator } = this.#request;
    file.keep(this.#resources, {
      Font: this.#fonts.write(file),
      XObject: this.#pictures.write(file),
      ExtGState: graphicsStates,
      ColorSpace: spotSpaces(this.#pages.map(({ content }) => content)),
    });
    for (const { content, boxes } of this.#pages)
      file.addPage({
        MediaBox: boxes.media,
        TrimBox: boxes.trim,
        Resources: this.#resources,
        Contents: file.stream(content.bytes()),
      });
    return file.finish({
      title: [paper, date, word(locale, "press.proof.title")].filter(Boolean).join(" "),
      subject: word(locale, "press.proof.not-for-press"),
      creator,
      created: moment(created),
      digest,
      standard: null,
    });
  }

  #content(sheet: Sheet, boxes: PageBoxes): Content {
    return writeSheet(sheet, boxes, this.#fonts, this.#pictures, {
      ...pressDefaults,
      missingPicture: "frame",
    });
  }

  #page(content: Content, boxes: PageBoxes): void {
    this.#pages.push({ content, boxes });
  }

  /** The note as lines of the margin: the words and what to put for them, then what is wrong. */
  #note(note: ProofNote, sheet: Sheet): Note {
    const width = this.#margin - EDGE - LANE;
    const heading = note.quote ? [note.quote, note.fix].filter((s) => s !== undefined).join(" → ") : "";
    const strong = heading ? this.#pen.lines(heading, SIZE, width, BOLD) : [];
    const plain = note.text ? this.#pen.lines(note.text, SIZE, width) : [];
    const most = Math.max(1, Math.floor(sheet.height / LEADING));
    const lines = [
      ...strong.map((runs) => ({ runs, strong: true })),
      ...plain.map((runs) => ({ runs, strong: false })),
    ].slice(0, most);
    const first = note.boxes[0];
    return {
      note,
      lines,
      height: Math.max(1, lines.length) * LEADING,
      across: first ? (first.x + first.width / 2) / sheet.width : 1,
      down: first ? first.y + first.height / 2 - LEADING / 2 : sheet.height,
      gravity: severities.indexOf(note.severity),
    };
  }

  /** A line under the words, or at the right of words that run down. */
  #underline(content: Content, style: MarkStyle, [x1, y1, x2, y2]: Box, vertical = false, gap = 1): void {
    if (vertical) this.#pen.mark(content, style, x2 + gap, y2, x2 + gap, y1);
    else this.#pen.mark(content, style, x1, y1 - gap, x2, y1 - gap);
  }

  /** The note in its margin, its number next to the page, and a leader from the height of its words. */
  #beside(
    content: Content,
    item: Numbered,
    { trim, media }: PageBoxes,
    edges: readonly [number, number],
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
      const height = trim[3] - words.y - words.height / 2;
      const edge = left ? trim[0] : trim[2];
      const start = trim[0] + (left ? edges[0] - 10 : edges[1] + 10);
      const end = left ? x + width : x;
      const knee = left ? edge - 2 : edge + 2;
      this.#pen.stroke(content, ink, 0.45);
      content.draw(start, height, "m", knee, height, "l", end, middle, "l S");
    }
    this.#pen.badge(content, number, severity, x, middle - (BADGE * LARGER) / 2, LARGER);
    const text = left ? EDGE : media[2] - this.#margin + LANE;
    this.#lines(content, note.lines, text, middle - 0.36 * SIZE);
  }

  #lines(content: Content, lines: readonly Line[], x: number, y: number): void {
    lines.forEach(({ runs }, index) => {
      for (const run of runs) this.#pen.run(content, run, x, y - index * LEADING, BLACK);
    });
  }

  /** Notes that the margins had no room for, in columns on pages of their own. */
  #continue(
    notes: readonly Numbered[],
    sheet: Sheet,
    boxes: PageBoxes,
    [bottom, , top]: readonly [number, number, number],
  ): void {
    const { locale, paper, date } = this.#request;
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
        this.#page(content, boxes);
        content = null;
      }
      if (!content) {
        content = this.#content({ ...sheet, items: [] }, boxes);
        const heading = word(locale, "press.proof.overleaf", { paper, date, page: sheet.number });
        this.#pen.text(content, heading, 12, EDGE, top - 12, BLACK, BOLD);
        column = 0;
        y = top - 30;
      }
      const x = EDGE + column * width;
      const middle = y - LEADING / 2;
      this.#pen.badge(content, number, note.note.severity, x, middle - (BADGE * LARGER) / 2, LARGER);
      this.#lines(content, note.lines, x + LANE, middle - 0.36 * SIZE);
      y -= note.height + GAP / 2;
    }
    if (content) this.#page(content, boxes);
  }

  #facts(
    sheet: Sheet,
    notes: readonly ProofNote[],
    figures: readonly ProofFigure[] | null,
  ): Omit<FootFacts, "ignored" | "overleaf"> {
    const graded = (severity: ProofSeverity) => notes.filter((note) => note.severity === severity).length;
    const inState = (state: ProofFigureState) => figures?.filter((f) => f.state === state).length ?? 0;
    return {
      page: sheet.number,
      version: versionOf(sheet, this.#world),
      findings: { error: graded("error"), warning: graded("warning"), advice: graded("advice") },
      figures: figures && {
        verified: inState("verified"),
        contradicted: inState("contradicted"),
        unchecked: inState("unchecked"),
        checked: inState("checked"),
      },
    };
  }
}

/** Stretches of more lines than this are ruled thinly: a paragraph must stay readable. */
const LONG = 3;

function markOf({ severity, boxes }: ProofNote): MarkStyle {
  const style = severityStyles[severity];
  return boxes.length > LONG ? { ...style, width: 0.4 } : style;
}

/** Left and right edge of the type on the sheet, in pt from its left. */
function textEdges(sheet: Sheet): readonly [number, number] {
  const lines = sheet.lines.length > 0 ? sheet.lines : [{ x: 0, width: sheet.width }];
  return [
    Math.max(10, Math.min(...lines.map((line) => line.x))),
    Math.min(sheet.width - 10, Math.max(...lines.map((line) => line.x + line.width))),
  ];
}

function proofBoxes(sheet: Sheet, margin: number): PageBoxes {
  const width = sheet.width + 2 * margin;
  const bottom = EDGE + footHeight(width - 2 * EDGE) + EDGE;
  const trim: Box = [margin, bottom, margin + sheet.width, bottom + sheet.height];
  return {
    media: [0, 0, width, trim[3] + EDGE],
    bleed: trim,
    trim,
  };
}
