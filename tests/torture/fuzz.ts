/**
 * Spoiled inputs to every reader for a bounded time; what crashes, hangs or throws wildly is kept as a seed.
 *
 * A reader runs in a process of its own: one that dies or does not answer in time is counted, its input is written
 * to `seeds/READER/`, and a new process goes on with the next.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inputOf, type Said } from "./fuzz-child.ts";
import { readers } from "./readers.ts";

export interface FuzzFigures {
  readonly reader: string;
  readonly inputs: number;
  readonly answered: number;
  readonly refused: number;
  /** In ms. */
  readonly slowest: number;
  /** What went wrong, in words, each with the seed it was kept as. */
  readonly faults: string[];
}

/** An input that takes longer than this hangs, in ms. */
const PATIENCE = 15_000;
/** A reader's faults after which it is left alone. */
const ENOUGH = 10;
/** Memory of a reader's process, in MB: a bomb is not to take the machine along. */
const MEMORY = 2048;

export async function fuzz(name: string, seconds: number, seed: number): Promise<FuzzFigures> {
  const faults: string[] = [];
  const sum = { inputs: 0, answered: 0, refused: 0, slowest: 0 };
  const end = performance.now() + seconds * 1000;
  for (let from = 0; faults.length < ENOUGH; ) {
    const left = (end - performance.now()) / 1000;
    if (left <= 0.2) break;
    const round = await runChild(name, seed, from, left);
    for (const fault of round.faults) faults.push(await keep(name, seed, fault.index, fault.what));
    sum.inputs += round.last - from + 1;
    sum.answered += round.answered;
    sum.refused += round.refused;
    sum.slowest = Math.max(sum.slowest, round.slowest);
    from = round.last + 1;
    if (round.over) break;
  }
  return { reader: name, ...sum, faults };
}

interface Round {
  readonly last: number;
  readonly answered: number;
  readonly refused: number;
  readonly slowest: number;
  /** The process ended by itself, at its time. */
  readonly over: boolean;
  readonly faults: { readonly index: number; readonly what: string }[];
}

async function runChild(name: string, seed: number, from: number, seconds: number): Promise<Round> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${MEMORY}`,
      ...[join(import.meta.dirname, "fuzz-child.ts"), name, String(seed), String(from), String(seconds)],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const faults: Round["faults"] = [];
  let last = from - 1;
  let end: Said | null = null;
  let complaint = "";
  let rest = "";
  let hung = false;
  // The first answer waits for the seeds to be made.
  let timer = setTimeout(hang, PATIENCE * 4);
  function hang() {
    hung = true;
    child.kill("SIGKILL");
  }
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(hang, PATIENCE);
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const said = JSON.parse(line) as Said;
      if (said.next !== undefined) last = said.next;
      else if (said.fault !== undefined) faults.push({ index: said.fault, what: said.error ?? "" });
      else end = said;
    }
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  await new Promise((resolve) => child.on("close", resolve));
  clearTimeout(timer);
  if (hung) faults.push({ index: last, what: `no answer in ${PATIENCE / 1000} s` });
  else if (!end) {
    faults.push({
      index: last,
      what: `the process died (${child.signalCode ?? child.exitCode}): ${complaint}`,
    });
  }
  const { answered = 0, refused = 0, slowest = 0 } = (end ?? {}) as Said;
  return { last, answered, refused, slowest, over: end !== null, faults };
}

const seedFolder = join(import.meta.dirname, "seeds");
const folderOf = (name: string) => join(seedFolder, name.replaceAll(/[^a-z]+/gi, "-"));

/** Keeps an input that went wrong beside the tests, where every later run reads it first. */
async function keep(name: string, seed: number, index: number, what: string): Promise<string> {
  if (index < 0) return `${name}: ${what}`;
  const folder = folderOf(name);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${seed}-${index}`);
  writeFileSync(file, await inputOf(name, seed, index));
  return `${file.slice(seedFolder.length + 1)}: ${what}`;
}

/** The kept inputs of every reader. */
export function keptSeeds(): { reader: string; file: string; bytes: Uint8Array }[] {
  return Object.keys(readers).flatMap((reader) => {
    const folder = folderOf(reader);
    let files: string[] = [];
    try {
      files = readdirSync(folder);
    } catch {
      // Nothing has ever gone wrong with this one.
    }
    return files.map((file) => ({ reader, file, bytes: readFileSync(join(folder, file)) }));
  });
}
