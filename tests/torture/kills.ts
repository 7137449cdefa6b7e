/**
 * Kill -9 at random moments, and what is there afterwards.
 *
 * A writer (writer.ts) works on an edition file in a process of its own and says what the host acknowledged; it is
 * killed at a random moment after it has started work. Then everything acknowledged must be there (aftermath.ts).
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "../../core/edition/edition.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { act, smallEdition } from "../host/typing.ts";
import { inspect } from "./aftermath.ts";
import { chance } from "./chance.ts";
import type { Acknowledged, Mode } from "./writer.ts";

export interface KillFigures {
  readonly kills: number;
  readonly acknowledged: Record<Acknowledged["did"], number>;
  /** Kills by what the writer was doing. */
  readonly modes: Record<Mode, number>;
  /** What was lost or broken, in words; empty where all is well. */
  readonly losses: string[];
  /** Files under temporary names that kills left lying about. */
  readonly litter: number;
}

/** Longest time in ms that a writer works before it is killed: a few of its acts. */
const longest: Record<Mode, number> = {
  edit: 250,
  import: 400,
  save: 250,
  export: 2500,
  move: 400,
  sign: 2500,
};
/** An edition is worked on through this many kills, then a new one is begun. */
const KILLS_PER_EDITION = 20;

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** An empty folder. */
  readonly folder: string;
  readonly progress?: (done: number) => void;
}

export async function torture({ kills, seed, folder, progress }: KillOptions): Promise<KillFigures> {
  const random = chance(seed);
  const acknowledged = {
    open: 0,
    step: 0,
    picture: 0,
    decision: 0,
    version: 0,
    comment: 0,
    import: 0,
    save: 0,
    export: 0,
    move: 0,
    signature: 0,
    release: 0,
    reopening: 0,
  };
  const modes = { edit: 0, import: 0, save: 0, export: 0, move: 0, sign: 0 };
  const losses: string[] = [];
  let litter = 0;
  let home = "";
  let path = "";
  for (let i = 0; i < kills; i++) {
    if (i % KILLS_PER_EDITION === 0) {
      if (home) rmSync(home, { recursive: true, force: true });
      home = join(folder, `night-${i}`);
      mkdirSync(home);
      path = join(home, "night.dayang");
      createEditionFile(path, evening(), { act });
    }
    const mode = pick(random(24));
    modes[mode]++;
    const run = await kill(home, path, mode, seed * 100_000 + i, random(longest[mode]));
    for (const done of run.done) acknowledged[done.did]++;
    const where = `kill ${i} (${mode}, seed ${seed})`;
    if (run.complaint) losses.push(`${where}: the writer failed: ${run.complaint}`);
    losses.push(...inspect(home, path, run.done).map((loss) => `${where}: ${loss}`));
    litter += sweep(home);
    progress?.(i + 1);
  }
  return { kills, acknowledged, modes, losses, litter };
}

/** Editing most of the time, as on a desk. */
const pick = (n: number): Mode =>
  n < 11 ? "edit" : n < 14 ? "import" : n < 17 ? "save" : n < 20 ? "export" : n < 22 ? "move" : "sign";

/** Two pages: the first is written on, the second stands in its place and goes to press. */
function evening(): Edition {
  const edition = smallEdition(2);
  const [first, second] = edition.pages;
  const article = second?.firstChild;
  if (!first || !second || !article) throw new Error("no second page");
  const place = { column: 0, line: 10, columns: 2, lines: 12 };
  const set = article.type.create({ ...article.attrs, place }, article.content);
  return { ...edition, pages: [first, second.type.create(second.attrs, [set])] };
}

/** Lets a writer work for `ms` after it has opened the edition, then kills it. */
async function kill(home: string, path: string, mode: Mode, seed: number, ms: number) {
  const writer = spawn(
    process.execPath,
    [join(import.meta.dirname, "writer.ts"), home, path, mode, String(seed)],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let out = "";
  let complaint = "";
  const opened = Promise.withResolvers<void>();
  writer.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    opened.resolve();
  });
  writer.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const ended = new Promise<void>((resolve) => writer.on("close", () => resolve()));
  await Promise.race([opened.promise, ended]);
  await new Promise((resolve) => setTimeout(resolve, ms));
  killed(writer);
  await ended;
  // The last line may have been cut off in the middle: then nobody has read it.
  const lines = out.split("\n").slice(0, -1);
  const failed = writer.signalCode !== "SIGKILL" || lines.length === 0;
  return {
    done: lines.map((line) => JSON.parse(line) as Acknowledged),
    complaint: failed ? complaint || "it ended by itself" : "",
  };
}

function killed(writer: ChildProcess): void {
  if (writer.exitCode === null && writer.signalCode === null) writer.kill("SIGKILL");
}

/** Takes away what a kill made, but for the edition and its home; returns how many temporary files lay about. */
function sweep(home: string): number {
  let litter = 0;
  for (const name of readdirSync(home)) {
    if (/^\d+-\d+\./.test(name)) rmSync(join(home, name));
    if (name.endsWith(".tmp") || name.endsWith(".tmp-journal")) {
      litter++;
      if (existsSync(join(home, name))) rmSync(join(home, name));
    }
  }
  return litter;
}
