/**
 * `node tests/bench/large.ts`: a large edition beside a new one of two pages, from disk to the desk.
 *
 *     [--pages 16] [--steps 200000] [--pictures 200] [--keep FILE] [--no-desk]
 *
 * Prints a line for each act: what it costs in the large edition, in the new one, and how often the one goes into the
 * other. Both are worked in turn by turn in one run, so the ratio holds on a busy machine too; the times do not. With
 * --keep the large file is written there and stays.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { composeSheet } from "../../core/compose/compose.ts";
import { type Change, changeToJSON } from "../../core/edition/change.ts";
import { replaceText, run } from "../../core/edition/commands.ts";
import { type Edition, editionFromJSON } from "../../core/edition/edition.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { sharing } from "../../core/edition/share.ts";
import type { Faces } from "../../core/world.ts";
import { type Client, clientOf } from "../../host/client.ts";
import { loadFaces } from "../../host/fonts/faces.ts";
import { createHost } from "../../host/host.ts";
import { thisMachine } from "../../host/jobs/start.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { noWindow } from "../e2e/desk-window.ts";
import { writeEvening } from "./evening.ts";
import { atTheDesk } from "./large-desk.ts";
import { acts, usual, Working } from "./working.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "16" },
    steps: { type: "string", default: "200000" },
    pictures: { type: "string", default: "200" },
    keep: { type: "string" },
    desk: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const size = {
  pages: Number(values.pages),
  steps: Number(values.steps),
  pictures: Number(values.pictures),
  picture: 400_000,
};

const say = (what: string, ...cells: string[]) =>
  console.log(what.padEnd(46), ...cells.map((cell) => cell.padStart(11)));
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const beside = (what: string, [large, small]: readonly [number, number]) =>
  say(what, ms(large), ms(small), (large / small).toFixed(2));

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** An act in the large edition, then in the new one, so many times in turn; the usual time of each. */
async function both(
  work: (at: 0 | 1, round: number) => unknown,
  rounds = 1,
): Promise<readonly [number, number]> {
  const times = [[], []] as [number[], number[]];
  for (let round = 0; round < rounds; round++)
    for (const at of [0, 1] as const) times[at].push(await time(() => work(at, round)));
  return [usual(times[0]), usual(times[1])];
}

const folder = mkdtempSync(join(tmpdir(), "dayang-large-"));
const paths = [values.keep ?? join(folder, "large.dayang"), join(folder, "new.dayang")] as const;
try {
  say("load average of the machine, 1 minute", (loadavg()[0] ?? 0).toFixed(1));
  await writeEvening(paths[0], size);
  await writeEvening(paths[1], { ...size, pages: 2, steps: 8, pictures: 2 });
  say(`size (its pictures ${megabytes(size.pictures * size.picture)})`, megabytes(statSync(paths[0]).size));
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
  await inNode(client, faces);
  await client.close();
  if (noWindow || !values.desk) console.log(`not opened at the desk${noWindow ? `: ${noWindow}` : ""}`);
  else
    for (const [what, numbers] of await atTheDesk(paths)) {
      if (what.endsWith("MB")) say(what, ...numbers.map((value) => value.toFixed(1)));
      else beside(what, numbers);
    }
  say("memory of this process", megabytes(process.resourceUsage().maxRSS * 1024));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function inNode(client: Client, faces: Faces): Promise<void> {
  say("in Node", "large", "new", "ratio");
  const opened: { edition: string; seq: number; now: Edition }[] = [];
  const opening = await both(async (at) => {
    const { edition, seq, content } = await client.call("editions.open", { path: paths[at] });
    const now = editionFromJSON(content);
    readEdition(now);
    composeSheet(now, now.pages[0]?.attrs.id, faces);
    opened.push({ edition, seq, now });
  });
  beside("opened, first page composed", opening);
  const [large, small] = opened as [(typeof opened)[number], (typeof opened)[number]];
  const of = [large, small] as const;
  say(
    "  characters",
    ...of.map(({ now }) => String(now.pages.reduce((sum, page) => sum + page.textContent.length, 0))),
  );

  const working = [new Working(large.now, faces), new Working(small.now, faces)] as const;
  for (let round = 0; round < 12; round++) for (const one of working) one.round();
  for (const act of acts) {
    const [a, b] = working.map((one) => usual(one.times.get(act) ?? [])) as [number, number];
    beside(act, [a, b]);
  }

  const pageOf = (at: 0 | 1): string => of[at].now.pages[0]?.attrs.id;
  beside(
    "a step written",
    await both(async (at, round) => {
      const changes: Change[] = run(
        replaceText(pageOf(at), textOf(of[at].now), 0, round ? 1 : 0, "字"),
        of[at].now,
        () => "",
      );
      const { seq } = await client.call("log.append", {
        ...{ edition: of[at].edition, after: of[at].seq, author: "甲", label: "typing" },
        changes: changes.map(changeToJSON),
      });
      of[at].seq = seq;
    }, 1),
  );
  beside(
    "timeline of a page, first time",
    await both((at) => client.call("log.timeline", { edition: of[at].edition, page: pageOf(at) })),
  );
  const lastPage = (at: 0 | 1) => of[at].now.pages.at(-1);
  beside(
    "who changed a paragraph of another page",
    await both((at) =>
      client.call("log.blame", {
        ...{ edition: of[at].edition, page: lastPage(at)?.attrs.id, most: 40 },
        pos: textOf({ ...of[at].now, pages: of[at].now.pages.slice(-1) }),
      }),
    ),
  );
  let last = of.map(({ now }) => now) as [Edition, Edition];
  const look = async (at: 0 | 1, seq: number) => {
    const { content } = await client.call("log.at", { edition: of[at].edition, seq });
    const past = sharing(last[at], editionFromJSON(content));
    last = last.with(at, past) as [Edition, Edition];
    composeSheet(past, pageOf(at), faces);
  };
  beside(
    "the page at half the evening, first time",
    await both((at) => look(at, Math.floor(of[at].seq / 2))),
  );
  beside(
    "  and a moment on",
    await both(
      (at, round) => look(at, at === 0 ? Math.floor(of[0].seq / 2) + 40 * round : 1 + (round % 8)),
      20,
    ),
  );
  beside(
    "audit trail of a page as a table",
    await both((at) =>
      client.call("log.export", {
        ...{ edition: of[at].edition, path: join(folder, `${at}.csv`), format: "csv", page: "A1" },
      }),
    ),
  );
  const rows = [...openEditionFile(paths[0], { readOnly: true }).log()].length;
  const { before, after } = await client.call("editions.compact", { edition: large.edition });
  say("compacted, size before and after", megabytes(before), megabytes(after));
  const kept = [...openEditionFile(paths[0], { readOnly: true }).log()].length;
  if (kept !== rows) throw new Error(`compaction kept ${kept} rows of ${rows}`);
}

/** Position before the first paragraph of the first page. */
function textOf(edition: Edition): number {
  const parts = readEdition(edition).pages[0]?.articles.flatMap((article) => article.parts) ?? [];
  return parts.find(({ role }) => role === "paragraph")?.pos ?? 0;
}
