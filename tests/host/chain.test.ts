/** The chain of sign-off: whoever alters the file with right checksums is told by the link, or by a digest noted before. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { chainFaults } from "../../host/store/chain.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { checksum, rowChecksum } from "../../host/store/log.ts";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, smallEdition, typing, workFolder } from "./evening.ts";

const folder = workFolder();
const who = { author: "校对乙", time: "2020-02-17T22:00:00.000Z" };

/** A file with a page typed in, proofed, signed; typed in again and proofed again. */
function evening(name: string): string {
  const path = join(folder, `${name}.dayang`);
  createEditionFile(path, smallEdition(2), { act });
  const store = openEditionFile(path);
  store.append(typing(store.edition, "快讯："), act);
  const { id } = store.versions.take({ round: "first", name: "", ...who });
  store.signatures.add({ version: id, page: "p1", role: "proofreader", open: [], note: "", ...who });
  store.append(typing(store.edition, "又讯："), act);
  store.versions.take({ round: "second", name: "", ...who });
  store.close();
  return path;
}

const linksOf = (path: string) => {
  const store = openEditionFile(path, { readOnly: true });
  try {
    return { links: store.chain.list(), faults: store.chain.faults(), verified: store.verify() };
  } finally {
    store.close();
  }
};

describe("the chain", () => {
  it("has a link for each act, that names user and machine", () => {
    const { links, faults, verified } = linksOf(evening("whole"));
    expect(links.map(({ kind, entry, seq }) => [kind, entry, seq])).toEqual([
      ["version", 1, 2],
      ["signature", 1, 2],
      ["version", 2, 3],
    ]);
    for (const { station, digest } of links) {
      expect(station).toMatch(/^.+@.+$/);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
    }
    expect([faults, verified]).toEqual([[], []]);
  });

  it("shows a signature that was given another name, its checksum made right", () => {
    const path = evening("forged");
    const db = new DatabaseSync(path);
    const row = db.prepare("SELECT * FROM signature").get() as Record<string, string>;
    const { id, version, page, role, time, digest, open, note } = row;
    const sum = checksum(
      ...(["signature", id, version, page, role, "某丁", time, digest, open, note] as string[]),
    );
    db.prepare("UPDATE signature SET author = '某丁', checksum = ?").run(sum);
    db.close();
    const { faults, verified } = linksOf(path);
    expect(faults).toEqual(["chain 2"]);
    expect(verified).toEqual(["chain 2"]);
  });

  it("shows a row of the log that was told of another author, its checksum made right", () => {
    const path = evening("log");
    const db = new DatabaseSync(path);
    const { time, label, changes } = db.prepare("SELECT * FROM log WHERE seq = 2").get() as Record<
      string,
      string
    >;
    const row = {
      seq: 2,
      time: String(time),
      author: "某丁",
      label: String(label),
      changes: String(changes),
    };
    db.prepare("UPDATE log SET author = '某丁', checksum = ? WHERE seq = 2").run(rowChecksum(row));
    db.close();
    const { faults, verified } = linksOf(path);
    // The list of rounds reads no log; verifying does.
    expect(faults).toEqual([]);
    expect(verified).toEqual(["log 1–2"]);
  });

  it("shows links that were taken away, also all of them", () => {
    const path = evening("cut");
    for (const sql of [
      "DELETE FROM chain WHERE id = 3",
      "DELETE FROM chain",
      "DELETE FROM chain WHERE id = 1",
    ]) {
      const copy = join(folder, "cut-copy.dayang");
      copyFileSync(path, copy);
      const db = new DatabaseSync(copy);
      db.exec(sql);
      expect(chainFaults(db, "copy"), sql).not.toEqual([]);
      db.close();
    }
  });

  it("made anew has other digests than those that were noted; a rescued file begins one of its own", () => {
    const path = evening("noted");
    const noted = linksOf(path).links.at(-1)?.digest;
    const copy = join(folder, "noted-copy.dayang");
    recover(path, copy, { ...who, force: true });
    const { links, verified } = linksOf(copy);
    expect(verified).toEqual([]);
    expect(links).toHaveLength(3);
    expect(links.map(({ digest }) => digest)).not.toContain(noted);
  });
});
