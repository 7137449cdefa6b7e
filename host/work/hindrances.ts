/**
 * What stands in the way of releasing a page for press, each with what to do about it.
 *
 * The host looks for itself, on the edition as it is on the disk: what a window has shown somebody may be a minute old.
 */
import { lintPage } from "../../core/compose/plan/lint.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { headlineOf } from "../../core/edition/headline.ts";
import { locate } from "../../core/edition/outline.ts";
import { type Reading, readEdition } from "../../core/edition/reading.ts";
import { pageState } from "../../core/edition/rounds.ts";
import { preflight } from "../../core/press/preflight/preflight.ts";
import { Problem } from "../../core/problem.ts";
import { type DecidedFinding, decidedOf } from "../../core/proof/decided.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import type { Message } from "../../core/proof/proofing.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { decodeCmykJpeg } from "../pictures/jpeg.ts";
import { type Decision, inForce } from "../store/decisions.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { pagesOf } from "../store/versions.ts";
import { openQueriesOn } from "./open-queries.ts";
import { sheetPlaces } from "./places.ts";
import { composeSheets, machineFaces } from "./sheets.ts";
import { recordOf } from "./sign-off.ts";

export interface Hindrance {
  readonly kind:
    | "signature"
    | "finding"
    | "overset"
    | "unplaced"
    | "picture"
    | "layout"
    | "preflight"
    | "query";
  readonly message: Message;
  /** Catalogue key of what to do. */
  readonly todo: string;
  /** Id of the block it is about, and the subject of a finding. */
  readonly block: string | null;
  readonly subject: string | null;
}

/** A page on its way to press: composed, with its findings as decided. */
export interface PageReading {
  readonly edition: Edition;
  readonly sheet: Sheet;
  readonly hindrances: readonly Hindrance[];
  /** Errors, and queries left open, that stand with a recorded reason. */
  readonly reasons: readonly {
    readonly subject: string;
    readonly message: Message;
    readonly reason: string;
  }[];
}

/**
 * Looks at the page with this id. `leave` says why queries are left open, where somebody has. Throws a Problem
 * "export.no-page" where there is no such page.
 */
export function lookOver(store: EditionStore, page: string, leave = ""): PageReading {
  const { edition } = store;
  const sheets = composeSheets(edition);
  const sheet = sheets.find((one) => one.page === page);
  const now = pagesOf(edition).find(({ id }) => id === page);
  if (!sheet || !now) {
    const known = sheets.map(({ number }) => number).join("、");
    throw new Problem("export.no-page", { file: store.path, page, known });
  }
  const { signing } = edition.style;
  const { lacking } = pageState(now, recordOf(store), signing);
  const reading = readEdition(edition);
  const places = sheetPlaces(reading, sheets, machineFaces());
  const index = sheets.indexOf(sheet);
  const errors = decidedFindings(store, reading).filter(({ finding }) => {
    if (finding.severity !== "error") return false;
    const shown = places.of(finding.span);
    return shown.length > 0 ? shown.some((at) => at.sheet === index) : places.home(finding.span) === index;
  });
  const standing = errors.filter(({ decision }) => decision?.verdict === "ignored" && decision.reason !== "");
  const open = errors.filter((error) => !standing.includes(error));
  const queries =
    signing.queries === "free" ? [] : openQueriesOn(edition, reading, places, index, sheet.number);
  const reason = signing.queries === "reason" ? leave.trim() : "";
  return {
    edition,
    sheet,
    hindrances: [
      ...lacking.map(({ round, role, why }) => ({
        ...{ kind: "signature" as const, block: null, subject: null, todo: `release.todo.${why}` },
        message: { key: `release.lacks.${why}`, values: { round: `round.${round}`, role: `role.${role}` } },
      })),
      ...open.map(({ finding, article, subject }) => ({
        ...{ kind: "finding" as const, message: finding.message, todo: "release.todo.finding" },
        ...{ block: article.id, subject },
      })),
      ...layoutHindrances(edition, sheet, (digest) => store.pictures.get(digest) !== null),
      ...(reason === "" ? queries : []).map(({ message, block }) => ({
        ...{ kind: "query" as const, message, todo: `release.todo.query.${signing.queries}` },
        ...{ block, subject: null },
      })),
    ],
    reasons: [
      ...standing.map(({ finding, subject, decision }) => ({
        ...{ subject, message: finding.message, reason: decision?.reason ?? "" },
      })),
      ...(reason === "" ? [] : queries).map(({ subject, message }) => ({ subject, message, reason })),
    ],
  };
}

/** What proofing says of the edition as it is on the disk, with what was decided about each finding. */
export function decidedFindings(store: EditionStore, reading: Reading): readonly DecidedFinding<Decision>[] {
  const { style } = store.edition;
  const gazetteer = createGazetteer(style.proof.places);
  const proofing = proofread(reading, { gazetteer, style, rules: allRules });
  return decidedOf(proofing, reading, inForce(store.decisions.list()).values()).findings;
}

const notes: Readonly<Record<string, Hindrance["kind"]>> = {
  unplaced: "unplaced",
  "picture-missing": "picture",
  "no-room": "layout",
};

function layoutHindrances(edition: Edition, sheet: Sheet, kept: (digest: string) => boolean): Hindrance[] {
  const found: Hindrance[] = [];
  const add = (kind: Hindrance["kind"], block: string | null, message: Message) =>
    found.push({ kind, message, todo: `release.todo.${kind}`, block, subject: null });
  for (const { block, headline, characters } of sheet.fits)
    if (characters > 0)
      add("overset", block, { key: "desk.hindrance.over", values: { headline, n: characters } });
  for (const { code, block, detail } of sheet.notes) {
    const kind = notes[code];
    const key = kind === "picture" ? "desk.hindrance.picture" : `desk.hindrance.${code}`;
    if (kind) add(kind, block, { key, values: { detail } });
  }
  const page = edition.pages.find(({ attrs }) => attrs.id === sheet.page);
  const faults = page ? lintPage(page, sheet, edition.style, kept) : [];
  for (const { code, blocks } of faults) {
    if (code === "picture-lost")
      add("picture", blocks[0] ?? null, { key: "release.picture-lost", values: {} });
    if (code !== "overlap") continue;
    const names = blocks.map((id) => {
      const node = locate(edition, id)?.node;
      return node ? headlineOf(edition, node) : "";
    });
    add("layout", blocks[0] ?? null, {
      key: "release.overlap",
      values: { a: names[0] ?? "", b: names[1] ?? "" },
    });
  }
  return found;
}

/** What preflight calls an error in the PDF that was made. */
export async function preflightHindrances(pdf: Uint8Array): Promise<Hindrance[]> {
  const { problems } = await preflight(pdf, { decodeJpeg: decodeCmykJpeg });
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ message, advice }) => ({ kind: "preflight", message, todo: advice, block: null, subject: null }));
}
