/** Queries to authors that nobody has answered, by the sheet that shows their words: what release has to reckon with. */
import { standingThreads } from "../../core/edition/comments.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { shortened } from "../../core/edition/queries.ts";
import { partsByPlace, type Reading } from "../../core/edition/reading.ts";
import type { Message } from "../../core/proof/proofing.ts";
import type { SheetPlaces } from "./places.ts";

export interface OpenQuery {
  /** What a release that leaves it open names it by. */
  readonly subject: string;
  readonly block: string;
  readonly message: Message;
}

/** Longest quote and question in characters. */
const QUOTE = 24;
const QUESTION = 120;

/** Those whose words the sheet `index` shows; a query whose words are gone, or on no sheet, is its page's. */
export function openQueriesOn(
  edition: Edition,
  reading: Reading,
  places: SheetPlaces,
  index: number,
  number: string,
): OpenQuery[] {
  const parts = partsByPlace(reading);
  return standingThreads(edition)
    .filter(({ thread }) => thread.kind === "query" && !thread.resolved)
    .filter((standing) => {
      const sheets = standing.places.flatMap(({ page, pos, from, to }) => {
        const part = parts.get(`${page} ${pos}`);
        return part ? places.of({ from: { part, offset: from }, to: { part, offset: to } }) : [];
      });
      return sheets.length > 0 ? sheets.some(({ sheet }) => sheet === index) : standing.number === number;
    })
    .map(({ thread, places: [first] }) => ({
      subject: `comment ${thread.id}`,
      block: first?.block ?? thread.block,
      message: {
        key: "release.query",
        values: {
          quote: shortened(thread.quote, QUOTE),
          text: shortened(thread.remarks[0].text, QUESTION),
        },
      },
    }));
}
