import { anchoredText } from "../../core/edition/anchors.ts";
import { type StandingThread, standingThreads } from "../../core/edition/comments.ts";
import { type Edition, pageNumbered } from "../../core/edition/edition.ts";
import { queriesText, shortened } from "../../core/edition/queries.ts";
import { Problem } from "../../core/problem.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { command } from "../command.ts";
import type { Terminal } from "../terminal.ts";

/** `comments EDITION`: the open comments and queries, or the queries alone as a text for their authors. */
export const comments = command({
  name: "comments",
  options: {
    page: { type: "string" },
    queries: { type: "boolean" },
    all: { type: "boolean" },
    json: { type: "boolean" },
  },
  files: [1, 1],
  async run({ page, queries, all, json }, [file = ""], { terminal }) {
    const store = openEditionFile(file, { readOnly: true });
    const { edition } = store;
    store.close();
    if (page !== undefined && !pageNumbered(edition, page))
      throw new Problem("export.no-page", { file, page, known: numbers(edition).join("、") });
    if (queries) {
      const { text, count } = queriesText(edition, terminal.word, page);
      if (count > 0) terminal.print(text);
      else terminal.note("cli.comments.no-queries");
      return 0;
    }
    const threads = standingThreads(edition).filter(
      ({ thread, number }) => (all || !thread.resolved) && (page === undefined || number === page),
    );
    if (json) terminal.print(JSON.stringify({ file, comments: threads.map((one) => told(edition, one)) }));
    else print(edition, threads, terminal);
    return 0;
  },
});

const numbers = ({ pages }: Edition) => pages.map(({ attrs }) => attrs.number as string);

function told(edition: Edition, { thread, places, number, headline }: StandingThread) {
  const { id, kind, quote, remarks, resolved } = thread;
  const text = places.length > 0 ? anchoredText(edition, places) : null;
  return { id, kind, page: number, article: headline, quote, text, remarks, resolved };
}

function print(edition: Edition, threads: readonly StandingThread[], terminal: Terminal): void {
  if (threads.length === 0) terminal.note("cli.comments.none");
  let under = "";
  for (const { thread, places, number, headline } of threads) {
    const group = terminal.word("comments.group", {
      page: number,
      headline: headline || terminal.word("comments.untitled"),
    });
    if (group !== under) terminal.print(group);
    under = group;
    const quote = places.length > 0 ? shortened(anchoredText(edition, places)) : shortened(thread.quote);
    const key = places.length > 0 ? "cli.comments.thread" : "cli.comments.thread.gone";
    terminal.say(key, { kind: terminal.word(`comments.kind.${thread.kind}`), quote });
    for (const { author, text } of thread.remarks) {
      const name = author || terminal.word("comments.no-author");
      terminal.say("queries.reply", { author: name, text: text.replace(/\s*\n\s*/g, " ") });
    }
  }
}
