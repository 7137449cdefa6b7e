/** The findings report of an edition, made on this machine: proofed, decisions put in, pages drawn small. */

import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { decidedOf } from "../../core/proof/decided.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { findingsPage, type ReportView } from "../../core/report/findings-page.ts";
import { type PictureBytes, thumbnail } from "../digital/rasters.ts";
import { inForce } from "../store/decisions.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { type SheetPlaces, sheetPlaces } from "../work/places.ts";
import { composeSheets, machineFaces } from "../work/sheets.ts";
import { clock } from "./clock.ts";

export interface ReportOrder {
  readonly store: Pick<EditionStore, "edition" | "pictures" | "decisions" | "signatures">;
  /** Page numbers; all where none is named. */
  readonly pages: readonly string[];
  readonly locale: Locale;
  /** ISO instant. */
  readonly created: string;
  readonly stage?: (stage: "check" | "views", page: string, fraction: number) => void;
}

export interface Report {
  readonly html: string;
  readonly pages: readonly string[];
  readonly findings: number;
  readonly figures: number;
}

/** Width of a page's small picture in pixels: sharp on paper at 58 mm. */
const VIEW = 640;

/** Throws a Problem as pictures do. */
export async function makeReport({ store, locale, created, ...order }: ReportOrder): Promise<Report> {
  const { edition } = store;
  order.stage?.("check", "", 0.1);
  const reading = readEdition(edition);
  const gazetteer = createGazetteer(edition.style.proof.places);
  const proofing = proofread(reading, { gazetteer, style: edition.style, rules: allRules });
  const decisions = [...inForce(store.decisions.list()).values()].map((decision) => ({
    ...decision,
    time: clock(decision.time),
  }));
  const decided = decidedOf(proofing, reading, decisions);
  const all = reading.pages.map(({ number }) => number);
  const pages = order.pages.length > 0 ? all.filter((number) => order.pages.includes(number)) : all;

  const picture: PictureBytes = (digest) => store.pictures.get(digest)?.bytes ?? null;
  const sheets = composeSheets(edition);
  const places = sheetPlaces(reading, sheets, machineFaces());
  const views = new Map<string, ReportView>();
  for (const [i, sheet] of sheets.entries()) {
    if (!pages.includes(sheet.number)) continue;
    order.stage?.("views", sheet.number, 0.2 + (0.7 * i) / sheets.length);
    const webp = await thumbnail(sheet, machineFaces(), picture, VIEW);
    views.set(sheet.number, {
      picture: `data:image/webp;base64,${Buffer.from(webp).toString("base64")}`,
      width: sheet.width,
      height: sheet.height,
      places: (span) => placesOn(places, span, i),
    });
  }

  const { signs } = edition.style.signing;
  const roles = [...new Set(Object.values(signs).flat())].map((role) => `role.${role}`);
  const numbers = new Map(reading.pages.map(({ number, node }) => [node.attrs.id as string, number]));
  const signatures = store.signatures.list().flatMap(({ page, role, author, time }) => {
    const number = numbers.get(page);
    return number && pages.includes(number)
      ? [`${number} ${word(locale, `role.${role}`)} ${author} ${clock(time)}`]
      : [];
  });
  const html = findingsPage({
    locale,
    facts: edition.facts,
    reading,
    proofing,
    decided,
    rules: allRules,
    pages,
    views,
    roles,
    signatures,
    made: clock(created),
  });
  const on = ({ page }: { readonly page: { readonly number: string } }) => pages.includes(page.number);
  return {
    html,
    pages,
    findings: decided.findings.filter(on).length,
    figures: decided.figures.filter(on).length,
  };
}

/** The left end of the first words of a span on a sheet. */
function placesOn(places: SheetPlaces, span: Parameters<SheetPlaces["of"]>[0], sheet: number) {
  const [area] = places.of(span).find((place) => place.sheet === sheet)?.areas ?? [];
  return area ? [{ x: area.x, y: area.y + area.height / 2 }] : [];
}
