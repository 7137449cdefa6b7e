/** Open comments and queries as notes of a page proof: beside their words, with all that was said in their thread. */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import { type StandingThread, standingThreads } from "../../core/edition/comments.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { shortened } from "../../core/edition/queries.ts";
import { partsByPlace, type Reading, type TextPart } from "../../core/edition/reading.ts";
import type { Remark } from "../../core/edition/thread.ts";
import type { ProofNote } from "../../core/press/page-proof/request.ts";
import type { SheetPlaces } from "./places.ts";

export interface CommentNotesRequest {
  readonly edition: Edition;
  readonly reading: Reading;
  readonly places: SheetPlaces;
  /** Numbers of the sheets' pages, in their order. */
  readonly pages: readonly string[];
  readonly locale: Locale;
  /** An instant as the proof tells it: "2-17 23:40". */
  readonly time: (instant: string) => string;
}

/** Longest quote in characters. */
const QUOTE = 24;

/** A note on each sheet that shows the words; a thread whose words are gone, or on no sheet, is told on its page's. */
export function commentNotes(request: CommentNotesRequest): ProofNote[] {
  const { edition, reading } = request;
  const parts = partsByPlace(reading);
  return standingThreads(edition)
    .filter(({ thread }) => !thread.resolved)
    .flatMap((standing) => notesOf(standing, parts, request));
}

function notesOf(
  { thread, places: anchors, number }: StandingThread,
  parts: ReadonlyMap<string, TextPart>,
  { places, pages, locale, time }: CommentNotesRequest,
): ProofNote[] {
  const said = (remark: Remark, key: string) =>
    word(locale, key, {
      author: remark.author || word(locale, "comments.no-author"),
      time: time(remark.time),
      text: remark.text.replace(/\s*\n\s*/g, " ").trim(),
    });
  const [first, ...replies] = thread.remarks;
  const opening = thread.kind === "query" ? "press.proof.remark.query" : "press.proof.remark";
  const text = [said(first, opening), ...replies.map((one) => said(one, "press.proof.remark"))].join(" ");
  const found = anchors.map(({ page, pos, from, to }) => {
    const part = parts.get(`${page} ${pos}`);
    const words = part?.text.slice(from, to) ?? "";
    const shown = part ? places.of({ from: { part, offset: from }, to: { part, offset: to } }) : [];
    return { words, shown };
  });
  const words = shortened(found.map((one) => one.words).join(" "), QUOTE);
  const quote =
    anchors.length > 0
      ? words
      : word(locale, "press.proof.remark.gone", { quote: shortened(thread.quote, QUOTE) });
  const note = { severity: thread.kind, quote, text };
  const bySheet = Map.groupBy(
    found.flatMap(({ shown }) => shown),
    ({ sheet }) => sheet,
  );
  if (bySheet.size > 0)
    return [...bySheet].map(([sheet, shown]) => ({
      ...note,
      sheet,
      boxes: shown.flatMap(({ areas }) => areas),
    }));
  const home = pages.indexOf(number);
  return home < 0 ? [] : [{ ...note, sheet: home, boxes: [] }];
}
