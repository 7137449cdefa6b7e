/**
 * The page proof (大样) on paper: the sheet as it will print, every finding numbered at its words and told beside the
 * page, every figure underlined by its state, and below the page the version and the table to sign.
 *
 * It is for eyes and pencils, in colour, and says in its metadata that it is no file for the press: it claims no
 * PDF/X. What does not fit the margins goes on to a page of its own; nothing is left out.
 */
import { word } from "../catalogue/catalogue.ts";
import type { Values } from "../catalogue/message.ts";
import { grey, type Sheet } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import type { PressWorld } from "../world.ts";
import type { Box, PageBoxes } from "./boxes.ts";
import type { Content } from "./content.ts";
import { PdfFile } from "./file.ts";
import { PressFonts } from "./fonts.ts";
import { graphicsStates } from "./glyphs.ts";
import { moment } from "./metadata.ts";
import { pressDefaults } from "./options.ts";
import { writeSheet } from "./page.ts";
import { type Area, badgePlacer } from "./page-proof/badges.ts";
import { drawCorrection, drawLead } from "./page-proof/correction-marks.ts";
import { type FootFacts, footHeight, writeFoot } from "./page-proof/foot.ts";
import { EDGE, GAP, MARGIN, Margins, type Numbered, textEdges } from "./page-proof/margin.ts";
import { onPaper, type PaperChoice } from "./page-proof/paper.ts";
import { BADGE, Pen } from "./page-proof/pen.ts";
import type { ProofFigure, ProofNote, ProofRequest } from "./page-proof/request.ts";
import { drawRevisions } from "./page-proof/revisions.ts";
import { besides } from "./page-proof/sides.ts";
import {
  figureStyles,
  type MarkStyle,
  type ProofFigureState,
  type ProofVoice,
  severityStyles,
} from "./page-proof/styles.ts";
import { PressPictures } from "./pictures.ts";
import { spotSpaces } from "./spots.ts";
import { digestOf, versionOf } from "./version.ts";

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
  readonly #margins: Margins;
  /** Sheets drawn so far. */
  #sheets = 0;
  readonly #pages: { readonly content: Content; readonly boxes: PageBoxes; readonly number: string }[] = [];
  readonly #forms = new Map<
    string,
    { readonly content: Content; readonly size: readonly [number, number] }
  >();

  constructor(world: PressWorld, request: ProofRequest) {
    this.#world = world;
    this.#request = request;
    this.#file = new PdfFile(6, (data) => world.deflate(data));
    this.#fonts = new PressFonts(world);
    this.#pictures = new PressPictures(world);
    this.#pen = new Pen(request.setText, this.#fonts, world);
    this.#resources = this.#file.promise();
    this.#margin = request.margin ?? MARGIN;
    this.#margins = new Margins(this.#pen, this.#margin, request);
  }

  addSheet(
    sheet: Sheet,
    notes: readonly ProofNote[],
    figures: readonly ProofFigure[] | null,
    ignored: number,
  ): void {
    const boxes = proofBoxes(sheet, this.#margin);
    const content = this.#content(sheet, boxes);
    const [left, bottom, , top] = boxes.trim;
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
      notes.map((note) => this.#margins.note(note, sheet)),
      sheet.height,
      GAP,
    ).map((item, index): Numbered => ({ ...item, number: index + 1 }));
    const badge = badgePlacer(sheet);
    const badges: Area[] = [];
    for (const item of placed) {
      const { note } = item.note;
      const style = markOf(note);
      const { correction } = note;
      const start = correction ? drawCorrection(content, this.#pen, correction, at) : null;
      if (start)
        drawLead(content, this.#pen, start, item.hand === "left" ? boxes.trim[0] - 2 : boxes.trim[2] + 2);
      else for (const area of note.boxes) this.#underline(content, style, at(area), area.vertical, 2.1);
      const words = note.boxes[0];
      if (words) {
        const width = this.#pen.badgeWidth(item.number);
        const area = badge({ words, hand: item.hand, width, height: BADGE });
        const [x, y] = at(area);
        badges.push(area);
        this.#pen.badge(content, item.number, note.severity, x, y);
      }
      this.#margins.beside(content, item, boxes, textEdges(sheet), start?.[1] ?? null);
    }
    const changed = (this.#request.revisions ?? []).filter((one) => one.sheet === this.#sheets);
    const words = changed.flatMap(({ areas }) => areas);
    const revised = drawRevisions(content, this.#pen, sheet, words, badges, at);
    const overleaf = placed.filter((item) => item.y === null);
    const foot: Box = [EDGE, EDGE, boxes.media[2] - EDGE, bottom - EDGE];
    const signed = this.#request.signed?.filter((one) => one.sheet === this.#sheets) ?? [];
    const facts = {
      ...this.#facts(sheet, notes, figures),
      ignored,
      overleaf: overleaf.length,
      revised: this.#request.since ? revised : null,
      signed,
    };
    this.#sheets++;
    writeFoot(content, this.#pen, foot, facts, this.#request);
    this.#page(content, boxes, sheet.number);
    const empty = () => this.#content({ ...sheet, items: [] }, boxes);
    for (const page of this.#margins.overleaf(overleaf, sheet, boxes, empty))
      this.#page(page, boxes, sheet.number);
  }

  finish(digest: string): Uint8Array {
    const file = this.#file;
    const { locale, paper, date, created, creator = pressDefaults.creator, paperSize } = this.#request;
    if (paperSize) this.#onPaper(paperSize);
    const contents = [...this.#pages, ...this.#forms.values()].map(({ content }) => content);
    const fonts = this.#fonts.write(file);
    const forms = [...this.#forms].map(([name, { content, size }]) => {
      const entries = { Type: "XObject", Subtype: "Form", BBox: [0, 0, ...size], Resources: this.#resources };
      return [name, file.stream(content.bytes(), entries)] as const;
    });
    file.keep(this.#resources, {
      Font: fonts,
      XObject: { ...this.#pictures.write(file), ...Object.fromEntries(forms) },
      ExtGState: graphicsStates,
      ColorSpace: spotSpaces(contents),
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

  /** The page as a form, on one or more sheets of the desk's paper. */
  #onPaper(choice: PaperChoice): void {
    const { locale } = this.#request;
    const say = (key: string, values: Values) => word(locale, key, values);
    for (const { content, boxes, number } of this.#pages.splice(0)) {
      const form = `Proof${this.#forms.size + 1}`;
      const [, , width, height] = boxes.media;
      this.#forms.set(form, { content, size: [width, height] });
      const pages = onPaper(choice, [width, height], form, this.#pen, {
        reduced: (percent) => say("press.proof.reduced", { page: number, percent }),
        tile: (row, column, rows, columns) =>
          say("press.proof.tile", { page: number, row, column, rows, columns }),
      });
      for (const page of pages)
        this.#pages.push({
          ...page,
          boxes: { media: page.media, bleed: page.media, trim: page.media },
          number,
        });
    }
  }

  #content(sheet: Sheet, boxes: PageBoxes): Content {
    return writeSheet(sheet, boxes, this.#fonts, this.#pictures, {
      ...pressDefaults,
      missingPicture: "frame",
    });
  }

  #page(content: Content, boxes: PageBoxes, number: string): void {
    this.#pages.push({ content, boxes, number });
  }

  /** A line under the words, or at the right of words that run down. */
  #underline(content: Content, style: MarkStyle, [x1, y1, x2, y2]: Box, vertical = false, gap = 1): void {
    if (vertical) this.#pen.mark(content, style, x2 + gap, y2, x2 + gap, y1);
    else this.#pen.mark(content, style, x1, y1 - gap, x2, y1 - gap);
  }

  #facts(
    sheet: Sheet,
    notes: readonly ProofNote[],
    figures: readonly ProofFigure[] | null,
  ): Omit<FootFacts, "ignored" | "overleaf" | "revised" | "signed"> {
    const graded = (severity: ProofVoice) => notes.filter((note) => note.severity === severity).length;
    const inState = (state: ProofFigureState) => figures?.filter((f) => f.state === state).length ?? 0;
    return {
      page: sheet.number,
      version: versionOf(sheet, this.#world),
      findings: { error: graded("error"), warning: graded("warning"), advice: graded("advice") },
      remarks: { comment: graded("comment"), query: graded("query") },
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
