/** The page proof (大样) of an edition, made on this machine: its findings and figures where they stand on the sheets. */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { correctionOf } from "../../core/press/page-proof/correction.ts";
import type { PaperChoice } from "../../core/press/page-proof/paper.ts";
import type { ProofFigure, ProofNote } from "../../core/press/page-proof/request.ts";
import { exportProof } from "../../core/press/proof.ts";
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
import { commentNotes } from "./proof-comments.ts";
import { lastProof, type ProofRecord, revisionsOn, signaturesOn } from "./proof-history.ts";
import { machineFaces } from "./sheets.ts";

export interface PageProofRequest extends Pick<PdfRequest, "edition" | "sheets" | "picture" | "created"> {
  readonly locale: Locale;
  readonly profile?: string | undefined;
  /** Those in force: a finding decided on is only counted, a figure checked by hand is shown as such. */
  readonly decisions?: Iterable<Decision>;
  /** The proofs before this one: changes since the last are marked, signatures stand in their cells. */
  readonly record?: ProofRecord;
  /** Paper to print on: reduced, or tiled at full size. */
  readonly paper?: PaperChoice | undefined;
  /** Minutes east of UTC of the clock that times are told by; this machine's, the one on the desk's wall, if not given. */
  readonly offset?: number;
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
  const { record } = request;
  const last = record
    ? lastProof(
        record,
        sheets.map((sheet) => sheet.page),
        locale,
      )
    : null;
  const clock = (instant: string) =>
    localTime(instant, request.offset ?? -new Date(instant).getTimezoneOffset());
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
    [
      ...notes(false),
      ...commentNotes({
        ...{ edition, reading, places, locale },
        pages: sheets.map(({ number }) => number),
        time: (instant) => short(clock(instant)),
      }),
    ],
    pressWorld({ program: machinePrograms(), picture: pictures.picture, page }),
    {
      created: clock(created),
      ...(last
        ? {
            since: { name: last.name, time: clock(last.time) },
            revisions: revisionsOn(sheets, last.edition, edition, machineFaces()),
          }
        : {}),
      signed: record ? signaturesOn(sheets, edition, record, (instant) => short(clock(instant))) : [],
      ...(request.paper ? { paperSize: request.paper } : {}),
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
  const marked = fix && fixes.length === 1 ? correctionsOn(fix, places) : [];
  if (found.length > 0)
    return found.map(({ sheet, areas }) => {
      const correction = marked.find((one) => one.sheet === sheet)?.correction;
      return { ...note, sheet, boxes: areas, ...(correction ? { correction } : {}) };
    });
  const home = places.home(span);
  return home < 0 ? [] : [{ ...note, sheet: home, boxes: [] }];
}

/** The fix as a proofreader marks it, on each sheet that shows the words. */
function correctionsOn({ span, text }: Finding["fixes"][number], places: SheetPlaces) {
  const { from, to } = span;
  const change = from.part === to.part ? correctionOf(quoteOf(span), text) : null;
  if (!change) return [];
  const { kind, middle } = change;
  const at = (start: number, end: number) =>
    places.of({
      from: { part: from.part, offset: from.offset + start },
      to: { part: from.part, offset: from.offset + end },
    });
  if (kind === "insert" || kind === "space") {
    // Beside the character before, or the one behind where the part begins here.
    const first = from.offset + change.from === 0;
    const spots = first ? at(change.from, change.from + 1) : at(change.from - 1, change.from);
    const edge = first ? ("before" as const) : ("after" as const);
    return spots.map(({ sheet, areas }) => ({ sheet, correction: { kind, boxes: areas, edge } }));
  }
  if (middle === undefined)
    return at(change.from, change.to).map(({ sheet, areas }) => ({
      sheet,
      correction: { kind, boxes: areas },
    }));
  const others = at(middle, change.to);
  return at(change.from, middle).map(({ sheet, areas }) => ({
    sheet,
    correction: {
      kind,
      boxes: areas,
      others: others.find((one) => one.sheet === sheet)?.areas ?? [],
    },
  }));
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

/** The same instant by a clock `offset` minutes east of UTC, with that said. */
export function localTime(instant: string, offset: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return new Date(Date.parse(instant) + offset * 60_000).toISOString().replace(/(\.\d+)?Z$/, zone);
}

/** "2-17 23:40" of an ISO time: what a cell of the table has room for. */
const short = (iso: string) => `${Number(iso.slice(5, 7))}-${Number(iso.slice(8, 10))} ${iso.slice(11, 16)}`;
