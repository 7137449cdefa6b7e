/** Sheets to a PDF with what the machine has: its fonts, the edition's pictures, the press's profile. */
import type { Locale } from "../../core/catalogue/message.ts";
import { setParagraph } from "../../core/compose/break/paragraph.ts";
import { BLACK, type Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { exportPdf } from "../../core/press/export.ts";
import type { PressStandard, SetText } from "../../core/press/options.ts";
import { loadPrograms } from "../fonts/programs.ts";
import { preparePages } from "../pictures/adverts.ts";
import { preparePictures } from "../pictures/placed.ts";
import { loadProfile } from "../press/profile.ts";
import { pressWorld } from "../press/world.ts";
import { machineFaces } from "./sheets.ts";

let programs: ReturnType<typeof loadPrograms> | null = null;

/** The machine's font programs, read once. */
export function machinePrograms(): ReturnType<typeof loadPrograms> {
  programs ??= loadPrograms();
  return programs;
}

export interface PdfRequest {
  readonly edition: Edition;
  readonly sheets: readonly Sheet[];
  /** Bytes of a picture by its digest, or null where the edition has none. */
  readonly picture: (digest: string) => Uint8Array | null;
  readonly standard: PressStandard;
  /** A shipped profile by name, or a file's path; the house style's where not given. */
  readonly profile?: string | undefined;
  readonly marks: boolean;
  /** ISO instant. */
  readonly created: string;
  /** Errors that preflight finds in an advertisement's PDF: no file (unless said otherwise), or placed all the same. */
  readonly adverts?: "refuse" | "accept";
  /** Of what is told of an advertisement. */
  readonly locale?: Locale;
  /** Called as each part of the work begins. */
  readonly stage?: (stage: "pictures" | "pdf") => void;
}

/** The file's bytes. Throws a Problem as the press, the profile or a picture gives one. */
export async function makePdf(request: PdfRequest): Promise<Uint8Array> {
  const { edition, sheets } = request;
  const { facts, style } = edition;
  const profile = loadProfile(request.profile ?? style.press.profile);
  request.stage?.("pictures");
  const pictures = await preparePictures(sheets, request.picture, {
    resolution: style.press.resolution,
    profile,
    colour: "cmyk",
    inkLimit: style.press.inkWarning,
  });
  const page = await preparePages(sheets, request.picture, {
    standard: request.standard,
    errors: request.adverts ?? "refuse",
    locale: request.locale ?? "zh",
  });
  request.stage?.("pdf");
  return exportPdf(sheets, pressWorld({ program: machinePrograms(), picture: pictures.picture, page }), {
    standard: request.standard,
    profile,
    created: request.created,
    paper: facts.paper,
    date: facts.date,
    marks: request.marks,
    setText: lineSetter(edition),
  });
}

/** Sets a line of slug or margin as body text is set, in one line however long; in the folio's face if none is asked. */
export function lineSetter({ style }: Edition): SetText {
  return (text, size, face = style.faces.folio) =>
    setParagraph(
      [{ text, face, ref: { page: "", pos: -1 }, offset: -1, role: "slug" }],
      { size, ink: BLACK, indent: 0, align: "start", text: style.text },
      (text.length + 1) * size * 2,
      machineFaces(),
    ).flatMap((line) => line.runs);
}
