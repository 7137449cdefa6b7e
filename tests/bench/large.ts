/**
 * `node tests/bench/large.ts`: a large edition from disk to the first page, and what working in it costs beside a new one.
 *
 *     [--pages 16] [--steps 200000] [--pictures 200] [--keep FILE]
 *
 * Prints a line for each number. With --keep the file is written there and stays.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Transform } from "prosemirror-transform";
import { composeEdition, composeSheet } from "../../core/compose/compose.ts";
import { applyChanges, type Change, changeToJSON } from "../../core/edition/change.ts";
import { type Edition, editionFromJSON } from "../../core/edition/edition.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { schema } from "../../core/edition/schema.ts";
import { sharing } from "../../core/edition/share.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { clientOf } from "../../host/client.ts";
import { loadFaces } from "../../host/fonts/faces.ts";
import { createHost } from "../../host/host.ts";
import { thisMachine } from "../../host/jobs/start.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { noWindow, openWindow } from "../e2e/desk-window.ts";
import { writeEvening } from "./evening.ts";
import { opening } from "./opening.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "16" },
    steps: { type: "string", default: "200000" },
    pictures: { type: "string", default: "200" },
    keep: { type: "string" },
  },
});
const size = {
  pages: Number(values.pages),
  steps: Number(values.steps),
  pictures: Number(values.pictures),
  picture: 400_000,
};

const say = (what: string, value: string) => console.log(what.padEnd(52), value.padStart(12));
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  say(what, ms(performance.now() - start));
  return result;
}

const folder = mkdtempSync(join(tmpdir(), "dayang-large-"));
const path = values.keep ?? join(folder, "large.dayang");
try {
  await timed("write it", () => writeEvening(path, size));
  const ofPictures = size.pictures * size.picture;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  say(`size (its pictures ${megabytes(ofPictures)})`, megabytes(statSync(path).size));
  const faces = loadFaces();
  for (const face of ["song", "hei", "song-black", "hei-black", "kai", "song-bold"] as const)
    faces.face(face);

  const client = clientOf(
    createHost({
      ...thisMachine("zh"),
      home: folder,
      documents: folder,
      now: () => new Date().toISOString(),
    }),
  );
  // A backup beside it would be made while it is measured.
  await client.call("settings.set", { backups: 0 });
  const start = performance.now();
  const opened = await timed("host: open", () => client.call("editions.open", { path }));
  const edition = await timed("read what it sent", () => editionFromJSON(opened.content));
  const characters = edition.pages.reduce((sum, page) => sum + page.textContent.length, 0);
  await timed("read it as text", () => readEdition(edition));
  await timed("compose the first page", () => composeSheet(edition, edition.pages[0]?.attrs.id, faces));
  say(`to the first page, all in all (${characters} characters)`, ms(performance.now() - start));
  await timed("compose the other pages", () => composeEdition(edition, faces));
  await timed("proofread all of it", () => check(edition));

  say("a sign typed: applied, read, composed (median of 200)", ms(typing(edition, faces)));
  const small = { ...edition, pages: edition.pages.slice(0, 2) };
  composeEdition(small, faces);
  say("  the same in an edition of two pages", ms(typing(small, faces)));

  const page: string = edition.pages[0]?.attrs.id;
  const { stretches } = await timed("timeline of a page, first time", () =>
    client.call("log.timeline", { edition: opened.edition, page }),
  );
  await timed(`timeline again (${stretches.length} stretches)`, () =>
    client.call("log.timeline", { edition: opened.edition, page }),
  );
  const middle = Math.floor(opened.seq / 2);
  const past = await timed("the edition at half the evening, first time", () =>
    client.call("log.at", { edition: opened.edition, seq: middle }),
  );
  await timed("  40 rows later", () => client.call("log.at", { edition: opened.edition, seq: middle + 40 }));
  await timed("  read, shared with today's, composed", () =>
    composeSheet(sharing(edition, editionFromJSON(past.content)), page, faces),
  );
  const pos = paragraphOf(edition);
  await timed("who changed a paragraph", () =>
    client.call("log.blame", { edition: opened.edition, page, pos }),
  );
  const one: Change[] = [insertion(edition)];
  await timed("a step written while nothing else is asked", () =>
    client.call("log.append", {
      edition: opened.edition,
      after: opened.seq,
      changes: one.map(changeToJSON),
      author: "甲",
      label: "typing",
    }),
  );
  const rows = [...openEditionFile(path, { readOnly: true }).log()].length;
  const { before, after } = await timed("compact", () =>
    client.call("editions.compact", { edition: opened.edition }),
  );
  say("  size before and after", `${megabytes(before)}, ${megabytes(after)}`);
  const kept = [...openEditionFile(path, { readOnly: true }).log()].length;
  if (kept !== rows) throw new Error(`compaction kept ${kept} rows of ${rows}`);
  await client.close();
  if (noWindow) console.log(`not opened at the desk: ${noWindow}`);
  else await atTheDesk();
  say("memory of this process", `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The same file opened in a window, from the list of recent editions. */
async function atTheDesk(): Promise<void> {
  const desk = await openWindow();
  try {
    say("at the desk: the sample, pressed to painted", ms(await opening(desk.page, ".start-action")));
    const recent = { path, paper: "", date: "", pages: [], opened: new Date().toISOString() };
    writeFileSync(join(desk.home, "recent.json"), JSON.stringify([recent]));
    await desk.page.reload();
    await desk.page.waitForSelector(".recent-list button");
    // The fonts have arrived by then, as when somebody has looked for the file.
    await desk.page.waitForTimeout(4000);
    say("at the desk: this edition, pressed to painted", ms(await opening(desk.page, ".recent-list button")));
  } finally {
    await desk.close();
  }
}

function check(edition: Edition) {
  const { style } = edition;
  return proofread(readEdition(edition), {
    gazetteer: createGazetteer(style.proof.places),
    style,
    rules: allRules,
  });
}

function paragraphOf(edition: Edition): number {
  let at = 0;
  edition.pages[0]?.descendants((node, pos) => {
    if (node.type.name === "paragraph" && at === 0) at = pos;
    return at === 0;
  });
  return at;
}

function insertion(edition: Edition): Change {
  const [doc] = edition.pages;
  if (!doc) throw new Error("no page");
  const steps = new Transform(doc).insert(paragraphOf(edition) + 3, schema.text("字")).steps;
  return { kind: "steps", page: doc.attrs.id, steps };
}

function typing(edition: Edition, faces: Parameters<typeof composeEdition>[1]): number {
  const times: number[] = [];
  let current = edition;
  for (let i = 0; i < 200; i++) {
    const start = performance.now();
    current = applyChanges(current, [insertion(current)]);
    readEdition(current);
    composeEdition(current, faces);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[100] ?? Number.NaN;
}
