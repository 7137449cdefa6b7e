/** An evening in a file, and ways to spoil it. */
import { copyFileSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Problem } from "../../core/problem.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, smallEdition, typing, workFolder } from "./evening.ts";

export const folder = workFolder();
let count = 0;
export const fresh = () => join(mkdtempSync(join(folder, "case-")), `page-${++count}.dayang`);

export const bytesOf = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 17 + (i >> 8)) & 0xff);

const made = new Map<number, string>();

/** A copy of an edition file with a log of `rows` rows after its founding, three pictures and two decisions. */
export function evening(rows = 60): string {
  const path = fresh();
  if (!made.has(rows)) made.set(rows, makeEvening(rows));
  copyFileSync(made.get(rows) as string, path);
  return path;
}

function makeEvening(rows: number): string {
  const path = fresh();
  createEditionFile(path, smallEdition(2), { act });
  const store = openEditionFile(path, { snapshotRows: 25 });
  for (let i = 0; i < rows; i++) store.append(typing(store.edition, `${i}、`.padEnd(60, "文"), i % 2), act);
  for (let i = 0; i < 3; i++)
    store.pictures.add(bytesOf(20_000, i), { media: "image/png", width: 9, height: 9 });
  for (const subject of ["s1", "s2"]) {
    store.decisions.add({ subject, verdict: "ignored", reason: "属实", author: "校对", time: act.time });
  }
  store.close();
  return path;
}

export function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

export const setHeader = (path: string, pragma: string) => {
  const db = new DatabaseSync(path);
  db.exec(pragma);
  db.close();
};
