/**
 * Kill -9 at random moments, and what is there afterwards.
 *
 * A writer (writer.ts) works on an edition file in a process of its own and says what the host acknowledged; it is
 * killed at a random moment after it has started work. Then every acknowledged step must stand in the log, every
 * picture, decision, copy, import and PDF must be whole, and whatever was not acknowledged is there whole or not at
 * all.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, smallEdition } from "../host/typing.ts";
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
const longest: Record<Mode, number> = { edit: 250, import: 400, save: 250, export: 2500 };
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
  };
  const modes = { edit: 0, import: 0, save: 0, export: 0 };
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
      createEditionFile(path, smallEdition(2), { act });
    }
    const mode = pick(random(20));
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
const pick = (n: number): Mode => (n < 11 ? "edit" : n < 14 ? "import" : n < 17 ? "save" : "export");

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

/** What is missing or broken after a kill, in words. */
function inspect(home: string, path: string, done: readonly Acknowledged[]): string[] {
  const losses: string[] = [];
  const attempt = (what: string, look: () => string | null | undefined) => {
    try {
      const loss = look();
      if (loss) losses.push(`${what}: ${loss}`);
    } catch (error) {
      losses.push(`${what}: ${error}`);
    }
  };
  attempt("the edition", () => {
    const store = openEditionFile(path);
    try {
      if (store.readOnly) losses.push(`read-only: ${store.readOnly}`);
      losses.push(...store.verify());
      const labels = new Map([...store.log()].map((entry) => [entry.seq, entry.label]));
      const pictures = new Set(store.pictures.list().map(({ digest }) => digest));
      const subjects = new Set(store.decisions.list().map(({ subject }) => subject));
      const versions = new Set(store.versions.list().map(({ name }) => name));
      const remarks = new Map(store.edition.comments?.map((one) => [one.id, one.remarks.length]));
      for (const act of done) {
        if (act.did === "version" && !versions.has(act.name)) losses.push(`${act.name} is lost`);
        if (act.did === "comment" && (remarks.get(act.id) ?? 0) < act.remarks)
          losses.push(`${act.id} is lost`);
        if (act.did === "step" && labels.get(act.seq) !== act.label) losses.push(`step ${act.seq} is lost`);
        if (act.did === "picture" && !pictures.has(act.digest)) losses.push(`picture ${act.digest} is lost`);
        if (act.did === "decision" && !subjects.has(act.subject)) losses.push(`${act.subject} is lost`);
      }
      return null;
    } finally {
      store.close();
    }
  });
  attempt("the list of recent editions", () => {
    const recent = JSON.parse(readFileSync(join(home, "recent.json"), "utf8")) as { path: string }[];
    const imports = done.flatMap((act) => (act.did === "import" ? [act.path] : []));
    const last = imports.at(-1) ?? path;
    return recent.some((one) => one.path === last) ? null : "the edition opened last is not in it";
  });
  for (const act of done) {
    if (act.did === "import" || act.did === "save") {
      attempt(act.path, () => {
        const store = openEditionFile(act.path, { readOnly: true });
        try {
          return store.seq === act.seq ? null : `at row ${store.seq}, not ${act.seq}`;
        } finally {
          store.close();
        }
      });
    }
    if (act.did === "export") {
      attempt(act.path, () => {
        const digest = createHash("sha256").update(readFileSync(act.path)).digest("hex");
        return digest === act.digest ? null : "is not the PDF that was made";
      });
    }
  }
  for (const name of readdirSync(home)) {
    const file = join(home, name);
    // What has its name is whole, acknowledged or not.
    if (/\.dayang(?:\.\d+~)?$/.test(name) && !name.startsWith(".")) {
      attempt(name, () => {
        const store = openEditionFile(file, { readOnly: true });
        try {
          return store.verify().join("; ");
        } finally {
          store.close();
        }
      });
    }
    if (name.endsWith(".pdf")) {
      attempt(name, () => {
        const end = readFileSync(file).subarray(-8).toString("latin1");
        return end.includes("%%EOF") ? null : "ends early";
      });
    }
  }
  return losses;
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
