/**
 * Bits flipped at random places of an edition file.
 *
 * A flip is either harmless (the file opens, verifies and says exactly what it said), or it is told: by a Problem at
 * opening, or by `verify`. Then `recover` must give a sound file in which every row of the log is saved or named as
 * lost, and every picture and decision that is given back is as it was.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editionToJSON } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import { createEditionFile } from "../../host/store/create.ts";
import type { EditionStore } from "../../host/store/edition-store.ts";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, smallEdition, typing } from "../host/typing.ts";
import { type Chance, chance } from "./chance.ts";

export interface FlipFigures {
  readonly files: number;
  readonly bytes: number;
  /** Files by what became of them. */
  readonly harmless: number;
  readonly refused: number;
  readonly found: number;
  /** Rows of the logs of files that were not harmless: saved, and lost but named. */
  readonly saved: number;
  readonly named: number;
  /** Rows that were neither, wrong contents, faults of the program; in words. */
  readonly losses: string[];
}

const ROWS = 120;
const PICTURES = 4;

export interface FlipOptions {
  readonly files: number;
  readonly seed: number;
  readonly folder: string;
  readonly progress?: (done: number) => void;
}

export function flip({ files, seed, folder, progress }: FlipOptions): FlipFigures {
  const random = chance(seed);
  const source = evening(join(folder, "evening.dayang"), random);
  const whole = readFileSync(source);
  const truth = say(source);
  const counts = { harmless: 0, refused: 0, found: 0, saved: 0, named: 0, bytes: 0 };
  const losses: string[] = [];
  for (let i = 0; i < files; i++) {
    const bytes = Buffer.from(whole);
    // One byte, a few, or a run of them as a bad sector leaves it.
    const places = hit(bytes, random);
    counts.bytes += places;
    const path = join(folder, "flipped.dayang");
    writeFileSync(path, bytes);
    const where = `file ${i} (seed ${seed})`;
    try {
      const verdict = judge(path, truth);
      if (verdict === "changed") losses.push(`${where}: says something else, and nobody noticed`);
      else counts[verdict]++;
      if (verdict !== "harmless") {
        const { saved, named, loss } = rescue(path, join(folder, "saved.dayang"), truth);
        counts.saved += saved;
        counts.named += named;
        if (loss) losses.push(`${where}: ${loss}`);
      }
    } catch (error) {
      losses.push(`${where}: ${error instanceof Error ? error.stack : error}`);
    }
    progress?.(i + 1);
  }
  return { files, ...counts, losses };
}

function evening(path: string, random: Chance): string {
  const pictures = Array.from({ length: PICTURES }, () => ({
    bytes: Uint8Array.from({ length: 6000 }, () => random(256)),
    facts: { media: "image/png", width: 9, height: 9 },
  }));
  createEditionFile(path, smallEdition(2), { act, pictures });
  const store = openEditionFile(path, { snapshotRows: 25 });
  for (let i = 1; i < ROWS; i++)
    store.append(typing(store.edition, `${i}、`.padEnd(1 + random(60), "文"), i % 2), act);
  const signer = { author: "校对", time: act.time };
  for (let i = 0; i < 6; i++) {
    const { id } = store.versions.take({ round: "first", name: `一校${i}`, ...signer });
    store.signatures.add({ version: id, page: "p1", role: "proofreader", open: [], note: "", ...signer });
    const release = store.releases.seal({
      ...{ version: id, page: "p1", ...signer, file: "A1.pdf", pdf: "ab".repeat(32), reasons: [], note: "" },
      settings: { standard: "x4", profile: "", marks: false, created: act.time, bytes: 9 },
    });
    store.reopenings.add({ release: release.id, page: "p1", ...signer, reason: "更正" });
    store.decisions.add({
      subject: `s${i}`,
      verdict: "ignored",
      reason: "属实",
      author: "校对",
      time: act.time,
    });
  }
  store.close();
  return path;
}

/** Flips bits in `bytes`; returns how many bytes. */
function hit(bytes: Uint8Array, random: Chance): number {
  const kind = random(10);
  const flipAt = (at: number) => {
    bytes[at] = (bytes[at] as number) ^ (1 << random(8));
  };
  if (kind < 6) {
    flipAt(random(bytes.length));
    return 1;
  }
  const count = kind < 9 ? 2 + random(7) : 512;
  const start = random(bytes.length - count);
  for (let i = 0; i < count; i++) flipAt(kind < 9 ? random(bytes.length) : start + i);
  return count;
}

interface Truth {
  readonly text: string;
  readonly pictures: ReadonlySet<string>;
}

/** All that a file says: edition, log, pictures, decisions. */
function say(path: string): Truth {
  const store = openEditionFile(path, { readOnly: true });
  try {
    return { text: wordsOf(store), pictures: new Set(store.pictures.list().map(({ digest }) => digest)) };
  } finally {
    store.close();
  }
}

const wordsOf = (store: EditionStore) =>
  JSON.stringify([
    editionToJSON(store.edition),
    [...store.log()].map(({ changes, ...row }) => ({ ...row, changes: JSON.stringify(changes) })),
    store.pictures.list(),
    store.decisions.list(),
    store.versions.list(),
    store.signatures.list(),
    store.releases.list(),
    store.reopenings.list(),
  ]);

function judge(path: string, truth: Truth): "harmless" | "refused" | "found" | "changed" {
  let store: EditionStore;
  try {
    store = openEditionFile(path, { readOnly: true });
  } catch (error) {
    if (error instanceof Problem) return "refused";
    throw error;
  }
  try {
    if (store.verify().length > 0) return "found";
    return wordsOf(store) === truth.text ? "harmless" : "changed";
  } finally {
    store.close();
  }
}

/** Recovers the file, and looks whether what it gives is sound and accounts for every row. */
function rescue(path: string, out: string, truth: Truth): { saved: number; named: number; loss: string } {
  const report = recover(path, out, { time: act.time, author: "值班", force: true });
  const named = report.rows.lost.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const faults: string[] = [];
  const { saved } = report.rows;
  if (saved + named < ROWS) faults.push(`${ROWS - saved - named} rows neither saved nor named`);
  const store = openEditionFile(out, { readOnly: true });
  try {
    faults.push(...store.verify());
    const odd = store.pictures.list().filter(({ digest }) => !truth.pictures.has(digest));
    if (odd.length > 0) faults.push("a picture that never was");
  } finally {
    store.close();
    rmSync(out);
  }
  return { saved, named, loss: faults.join("; ") };
}
