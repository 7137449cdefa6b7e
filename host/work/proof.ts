/** The page proof (大样) of an edition, made on this machine: its findings and figures where they stand on the sheets. */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { exportProof, type ProofFigure, type ProofNote } from "../../core/press/proof.ts";
import { decidedOf } from "../../core/proof/decided.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import type { Finding, Span } from "../../core/proof/proofing.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { preparePages } from "../pictures/adverts.ts";
import { preparePictures } from "../pictures/placed.ts";
import { loadProfile } from "../press/profile.ts";
import { pressWorld } from "../press/world.ts";
import type { Decision } from "../store/decisions.ts";
import { lineSetter, machinePrograms, type PdfRequest } from "./export.ts";
import { type SheetPlaces, sheetPlaces } from "./places.ts";
import { machineFaces } from "./sheets.ts";

export interface PageProofRequest extends Pick<PdfRequest, "edition" | "sheets" | "picture" | "created"> {
  readonly locale: Locale;
  readonly profile?: string | undefined;
  /** Those in force: a finding decided on is only counted, a figure checked by hand is shown as such. */
  readonly decisions?: Iterable<Decision>;
  /** Called as each part of the work begins. */
  readonly stage?: (stage: "proof" | "pictures" | "pdf") => void;
}

/** Quotes longer than this many characters are told by their ends. */
const QUOTE = 24;

/** The proof's bytes, a page for each sheet and more where notes run over. Throws a Problem as `makePdf` does. */
export async function makeProof(request: PageProofRequest): Promise<Uint8Array> {
  const { edition, sheets, locale, created } = request;
  const { facts, style } = edition;
  request.stage?.("proof");
  const reading = readEdition(edition);
  const gazetteer = createGazetteer(style.proof.places);
  const proofing = proofread(reading, { gazetteer, style, rules: allRules });
  const { findings, figures } = decidedOf(proofing, reading, request.decisions ?? []);
  const places = sheetPlaces(reading, sheets, machineFaces());
  const notes = (decided: boolean) =>
    findings.flatMap(({ finding, decision }) =>
      (decision !== null) === decided ? notesOf(finding, places, locale) : [],
    );
  const ignored = notes(true);
  request.stage?.("pictures");
  const pictures = await preparePictures(sheets, request.picture, {
    resolution: style.press.resolution,
    profile: loadProfile(request.profile ?? style.press.profile),
    colour: "cmyk",
    inkLimit: style.press.inkWarning,
  });
  const page = await preparePages(sheets, request.picture, { standard: null, errors: "accept", locale });
  request.stage?.("pdf");
  return exportProof(
    sheets,
    notes(false),
    pressWorld({ program: machinePrograms(), picture: pictures.picture, page }),
    {
      created: localTime(created),
      locale,
      paper: facts.paper,
      date: facts.date,
      setText: lineSetter(edition),
      ignored: sheets.map((_, index) => ignored.filter(({ sheet }) => sheet === index).length),
      figures: figures.flatMap(({ span, state }) =>
        places.of(span).map(({ sheet, areas }): ProofFigure => ({ sheet, boxes: areas, state })),
      ),
    },
  );
}

/** A note on each sheet that shows the words; words that no sheet shows (overset) are told on their page's. */
function notesOf(finding: Finding, places: SheetPlaces, locale: Locale): ProofNote[] {
  const { severity, span, message, fixes } = finding;
  const [fix] = fixes;
  const corrected = fix && fixes.length === 1 && sameSpan(fix.span, span) ? fix.text : undefined;
  const note = {
    severity,
    quote: shortened(quoteOf(span)),
    text: word(locale, message.key, message.values),
    ...(corrected === undefined
      ? {}
      : { fix: corrected === "" ? word(locale, "press.proof.delete") : shortened(corrected) }),
  };
  const found = places.of(span);
  if (found.length > 0) return found.map(({ sheet, areas }) => ({ ...note, sheet, boxes: areas }));
  const home = places.home(span);
  return home < 0 ? [] : [{ ...note, sheet: home, boxes: [] }];
}

const sameSpan = (a: Span, b: Span) =>
  a.from.part === b.from.part &&
  a.from.offset === b.from.offset &&
  a.to.part === b.to.part &&
  a.to.offset === b.to.offset;

function quoteOf({ from, to }: Span): string {
  if (from.part === to.part) return from.part.text.slice(from.offset, to.offset);
  return from.part.text.slice(from.offset) + to.part.text.slice(0, to.offset);
}

function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= QUOTE) return text;
  const half = Math.floor((QUOTE - 2) / 2);
  return `${characters.slice(0, half).join("")}……${characters.slice(-half).join("")}`;
}

/** The same instant by this machine's clock, which is the one on the desk's wall. */
function localTime(instant: string): string {
  const date = new Date(instant);
  const offset = -date.getTimezoneOffset();
  const two = (value: number) => String(value).padStart(2, "0");
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return new Date(date.getTime() + offset * 60_000).toISOString().replace(/(\.\d+)?Z$/, zone);
}
