/**
 * A package for the printer: a PDF for each page, preflight of each, lists of fonts and pictures, and the job ticket
 * that names every file with its digest. The same edition, options and moment give the same bytes.
 *
 * A page that was released for press is made again as it was sealed; where that is not what was sealed, nothing is
 * handed over.
 */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale, Values } from "../../core/catalogue/message.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import { pageNames } from "../../core/digital/names.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { releasesInForce } from "../../core/edition/rounds.ts";
import { preflight } from "../../core/press/preflight/preflight.ts";
import type { PreflightReport } from "../../core/press/preflight/report.ts";
import { versionOf } from "../../core/press/version.ts";
import { Problem } from "../../core/problem.ts";
import { decodeCmykJpeg } from "../pictures/jpeg.ts";
import { preparePictures } from "../pictures/placed.ts";
import { loadProfile } from "../press/profile.ts";
import type { EditionStore } from "../store/edition-store.ts";
import type { Release } from "../store/releases.ts";
import { makePdf } from "../work/export.ts";
import { composeSheets, pickSheets } from "../work/sheets.ts";
import { contentsOf } from "./contents.ts";
import { sha256 } from "./digest.ts";
import { type PreflightedFile, preflightPage } from "./preflight-page.ts";
import { TICKET, type Ticket, type TicketPage, ticketText } from "./ticket.ts";

export interface PackageOrder {
  readonly store: Pick<EditionStore, "edition" | "pictures" | "releases" | "reopenings">;
  /** Page numbers; all where none is named. */
  readonly pages: readonly string[];
  /** For pages that are not sealed: those are made as they were. */
  readonly standard: "x4" | "x1a";
  readonly profile: string;
  readonly marks: boolean;
  /** Errors that preflight finds in an advertisement's PDF: no package, or placed all the same. */
  readonly adverts: "refuse" | "accept";
  readonly contact: string;
  readonly note: string;
  readonly locale: Locale;
  /** ISO instant. */
  readonly created: string;
  /** Name and version of the program. */
  readonly producer: string;
  /** Called as each part of the work begins; `fraction` of all of it. */
  readonly stage?: (stage: "compose" | "pdf" | "preflight", page: string, fraction: number) => void;
}

export interface PackageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Package {
  /** Name of its folder. */
  readonly name: string;
  /** The ticket last. */
  readonly files: readonly PackageFile[];
  readonly ticket: Ticket;
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Throws a Problem as `makePdf` does, and "handover.seal-broken" where a released page is no longer what was sealed. */
export async function makePackage(order: PackageOrder): Promise<Package> {
  const { store, created, locale } = order;
  const { edition } = store;
  const { facts, style } = edition;
  order.stage?.("compose", "", 0.02);
  const sheets = pickSheets(composeSheets(edition), order.pages);
  const seals = releasesInForce({ releases: store.releases.list(), reopenings: store.reopenings.list() });
  const versions = sheets.map((sheet) => versionOf(sheet, { digest: sha256 }));
  const name = nameOf(edition, sheets, versions);
  const names = pageNames(sheets.map(({ number }) => number));

  const files: PackageFile[] = [];
  const pages: TicketPage[] = [];
  const checked: PreflightedFile[] = [];
  for (const [i, sheet] of sheets.entries()) {
    const at = (part: number) => 0.05 + (0.9 * (i + part)) / sheets.length;
    order.stage?.("pdf", sheet.number, at(0));
    const seal = seals.get(sheet.page) ?? null;
    const file = `${fileName([facts.paper, facts.date, names.get(sheet.number) ?? ""])}.pdf`;
    const bytes = await pdfOf(order, sheet, seal);
    order.stage?.("preflight", sheet.number, at(0.6));
    const report = await preflight(bytes, { decodeJpeg: decodeCmykJpeg });
    files.push({ name: file, bytes });
    checked.push({ file, report });
    pages.push(pageOf(order, sheet, { file, version: versions[i] ?? "", seal, report }));
  }

  const placed = await preparePictures(sheets, (digest) => store.pictures.get(digest)?.bytes ?? null, {
    resolution: style.press.resolution,
    profile: loadProfile(order.profile || style.press.profile),
    colour: "cmyk",
    inkLimit: style.press.inkWarning,
  });
  files.push(
    { name: "preflight.json", bytes: json(checked.map(inWords)) },
    { name: "preflight.html", bytes: text(preflightPage(name, checked, locale)) },
    { name: "contents.json", bytes: json(contentsOf(edition, sheets, placed)) },
  );
  const ticket: Ticket = {
    format: "dayang-handover/1",
    name,
    paper: facts.paper,
    date: facts.date,
    pages,
    ink: { limit: style.press.inkWarning, error: style.press.inkError },
    resolution: style.press.resolution,
    contact: order.contact,
    note: order.note,
    files: files.map((file) => ({ name: file.name, bytes: file.bytes.length, sha256: sha256(file.bytes) })),
    created,
    producer: order.producer,
  };
  return { name, files: [...files, { name: TICKET, bytes: text(ticketText(ticket)) }], ticket };
}

/** A report as another program reads it: what is wrong and what to do in both languages, places in pt from the trim. */
function inWords({ file, report }: PreflightedFile) {
  const both = (key: string, values: Values) => ({
    zh: word("zh", key, values),
    en: word("en", key, values),
  });
  const { standard, checkedAs, pages, problems } = report;
  return {
    file,
    standard,
    checkedAs,
    pages,
    problems: problems.map(({ check, severity, page, place, message, advice }) => ({
      check,
      severity,
      page,
      place: place ?? null,
      message: both(message.key, message.values),
      advice: both(advice, message.values),
    })),
  };
}

/** Problems of severity error in all pages. */
export const preflightErrors = ({ pages }: Pick<Ticket, "pages">): number =>
  pages.reduce((sum, page) => sum + page.preflight.errors, 0);

async function pdfOf(order: PackageOrder, sheet: Sheet, seal: Release | null): Promise<Uint8Array> {
  const { store, created } = order;
  const settings = seal?.settings ?? { ...order, created };
  const bytes = await makePdf({
    edition: store.edition,
    sheets: [sheet],
    picture: (digest) => store.pictures.get(digest)?.bytes ?? null,
    standard: settings.standard,
    profile: settings.profile || undefined,
    marks: settings.marks,
    created: settings.created,
    // What stands in a released page has been answered for.
    adverts: seal ? "accept" : order.adverts,
    locale: order.locale,
  });
  if (seal && sha256(bytes) !== seal.pdf) throw new Problem("handover.seal-broken", { page: sheet.number });
  return bytes;
}

interface Made {
  readonly file: string;
  readonly version: string;
  readonly seal: Release | null;
  readonly report: PreflightReport;
}

function pageOf(order: PackageOrder, sheet: Sheet, { file, version, seal, report }: Made): TicketPage {
  const { edition } = order.store;
  const page = edition.pages.find((candidate) => candidate.attrs.id === sheet.page);
  const settings = seal?.settings ?? order;
  const profile = loadProfile(settings.profile || edition.style.press.profile);
  const errors = report.problems.filter(({ severity }) => severity === "error").length;
  const mm = (pt: number) => Math.round((pt / 72) * 25.4 * 100) / 100;
  return {
    number: sheet.number,
    title: (page?.attrs.title as string | undefined) ?? "",
    file,
    width: mm(sheet.width),
    height: mm(sheet.height),
    bleed: mm(sheet.bleed),
    version,
    standard: settings.standard === "x4" ? "PDF/X-4" : "PDF/X-1a:2003",
    profile: { identifier: profile.identifier, info: profile.info, sha256: sha256(profile.data) },
    marks: settings.marks,
    preflight: { errors, warnings: report.problems.length - errors },
    seal: seal && {
      author: seal.author,
      time: seal.time,
      digest: seal.digest,
      pdf: seal.pdf,
      note: seal.note,
    },
  };
}

/** Paper, date, pages, and a few digits that tell what is printed: another version is another package. */
function nameOf(edition: Edition, sheets: readonly Sheet[], versions: readonly string[]): string {
  const { paper, date } = edition.facts;
  const [first, last] = [sheets[0]?.number ?? "", sheets.at(-1)?.number ?? ""];
  const pages = first === last ? first : `${first}-${last}`;
  return fileName([paper, date, pages, sha256(versions.join(" ")).slice(0, 8)]);
}

/** Parts of a name that every file system takes, Windows' and the printer's. */
export function fileName(parts: readonly string[]): string {
  const name = parts
    .filter(Boolean)
    .join("_")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zs}<>:"/\\|?*.]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return [...name].slice(0, 100).join("") || "dayang";
}
