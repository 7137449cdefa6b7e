/**
 * Open queries as a text to be sent to the authors: article by article, numbered, each with the words it is about.
 */
import { anchoredText } from "./anchors.ts";
import { type StandingThread, standingThreads } from "./comments.ts";
import type { Edition } from "./edition.ts";

/** Words a catalogue key says. */
type Say = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** Longest quote in characters; a longer one is cut in its middle. */
const QUOTE = 40;

/** The open queries of the page numbered `number`, or of every page, and how many they are; an empty text where none is. */
export function queriesText(edition: Edition, say: Say, number?: string): { text: string; count: number } {
  const open = standingThreads(edition).filter(
    (one) =>
      one.thread.kind === "query" && !one.thread.resolved && (number === undefined || one.number === number),
  );
  const byArticle = Map.groupBy(open, ({ thread, places }) => places[0]?.block ?? thread.block);
  const articles = [...byArticle.values()].map((threads) => {
    const [{ headline, number: page } = { headline: "", number: "" }] = threads;
    const head = say("queries.head", {
      headline: headline || say("comments.untitled", {}),
      page,
      n: threads.length,
    });
    return [head, ...threads.flatMap((one, i) => item(edition, one, i + 1, say))].join("\n");
  });
  return { text: articles.join("\n\n"), count: open.length };
}

function item(edition: Edition, { thread, places }: StandingThread, n: number, say: Say): string[] {
  const quote = shortened(places.length > 0 ? anchoredText(edition, places) : thread.quote);
  const [asked, ...replies] = thread.remarks;
  return [
    say(places.length > 0 ? "queries.item" : "queries.item.gone", { n, quote, text: flat(asked.text) }),
    ...replies.map(({ author, text }) =>
      say("queries.reply", { author: author || say("comments.no-author", {}), text: flat(text) }),
    ),
  ];
}

const flat = (text: string) => text.replace(/\s*\n\s*/g, " ").trim();

/** `text` on one line, its middle left out where it is long. */
export function shortened(text: string, longest = QUOTE): string {
  const characters = [...flat(text)];
  if (characters.length <= longest) return characters.join("");
  const half = Math.floor((longest - 1) / 2);
  return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}
