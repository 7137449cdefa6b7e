/** Versions, signatures, and files of the version before them. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { changedAspects, pageDigest } from "../../core/edition/versions.ts";
import type { Problem } from "../../core/problem.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { checksum, encodeChanges, foundingChanges, insertRow } from "../../host/store/log.ts";
import { pictureDigest } from "../../host/store/pictures.ts";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { APPLICATION_ID, migrations, PAGE_SIZE, VERSION } from "../../host/store/tables.ts";
import { pagesOf, sha256 } from "../../host/store/versions.ts";
import { act, hashFile, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";

const folder = workFolder();
let count = 0;
const fresh = () => join(folder, `version-${++count}.dayang`);
const signer = { author: "校对乙", time: "2020-02-17T22:00:00.000Z" };
const first = { round: "first", name: "一校", ...signer } as const;

function newFile(): string {
  const path = fresh();
  createEditionFile(path, smallEdition(2), { act });
  return path;
}

/** A file as version 1 of the format wrote it: a log of three rows, a picture and a decision. */
function fileOfVersion1(): string {
  const path = fresh();
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA page_size = ${PAGE_SIZE}; PRAGMA application_id = ${APPLICATION_ID}`);
  db.exec(migrations[0]?.schema ?? "");
  db.exec("PRAGMA user_version = 1");
  insertRow(db, { seq: 1, ...act, changes: encodeChanges(foundingChanges(smallEdition(2))) });
  for (const seq of [2, 3]) {
    insertRow(db, { seq, ...act, label: "typing", changes: encodeChanges(typing(smallEdition(2), "快")) });
  }
  const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 253);
  db.prepare(
    "INSERT INTO picture (digest, media, width, height, bytes) VALUES (?, 'image/png', 3, 2, ?)",
  ).run(pictureDigest(bytes), bytes);
  db.prepare(
    "INSERT INTO decision (time, author, subject, verdict, reason, checksum) VALUES (?, '甲', 's', 'ignored', '属实', ?)",
  ).run(act.time, checksum("decision", "s", "ignored", "属实", "甲", act.time));
  db.close();
  return path;
}

describe("a file of version 1", () => {
  it("is read as it is, and stays so", () => {
    const path = fileOfVersion1();
    const before = hashFile(path);
    const store = openEditionFile(path, { readOnly: true });
    expect(headlineOf(store.edition)).toBe("快快新桥今日通车");
    expect([store.versions.list(), store.signatures.list(), store.verify()]).toEqual([[], [], []]);
    store.close();
    expect(hashFile(path)).toBe(before);
  });

  it("is brought up to date when it is opened for writing, and has lost nothing", () => {
    const path = fileOfVersion1();
    const store = openEditionFile(path);
    expect(store.verify()).toEqual([]);
    expect(store.pictures.list()).toHaveLength(1);
    expect(store.decisions.list()).toMatchObject([{ subject: "s", author: "甲" }]);
    expect(store.versions.take(first)).toMatchObject({ id: 1, seq: 3 });
    store.close();
    const again = openEditionFile(path, { readOnly: true });
    expect(again.verify()).toEqual([]);
    expect(headlineOf(again.edition)).toBe("快快新桥今日通车");
    again.close();
    const db = new DatabaseSync(path, { readOnly: true });
    expect(db.prepare("PRAGMA user_version").get()).toEqual({ user_version: VERSION });
    db.close();
  });

  it("cut off in its migration is still whole, in one version or the other", () => {
    const path = fileOfVersion1();
    const copy = fresh();
    const db = new DatabaseSync(path);
    db.exec("PRAGMA cache_size = 1; BEGIN");
    db.exec(migrations[1]?.schema ?? "");
    db.exec(
      "INSERT INTO picture (digest, media, width, height, bytes) VALUES ('x', '', 1, 1, zeroblob(90000))",
    );
    for (const end of ["", "-journal"]) copyFileSync(path + end, copy + end);
    db.exec("ROLLBACK");
    db.close();
    const store = openEditionFile(copy);
    expect([store.seq, store.verify()]).toEqual([3, []]);
    store.close();
  });
});

describe("versions", () => {
  it("fix a place in the log, and what every page looks like there", () => {
    const path = newFile();
    const store = openEditionFile(path);
    store.append(typing(store.edition, "快讯："), act);
    const version = store.versions.take(first);
    expect(version).toMatchObject({
      id: 1,
      seq: 2,
      name: "一校",
      pages: [{ number: "A1" }, { number: "A2" }],
    });
    store.append(typing(store.edition, "更正", 1), act);
    store.close();

    const again = openEditionFile(path);
    expect(again.versions.list()).toEqual([version]);
    expect(headlineOf(again.at(version.seq))).toBe("快讯：新桥今日通车");
    const now = pagesOf(again.edition);
    expect(version.pages.map((page, i) => changedAspects(page, now[i]))).toEqual([[], ["text"]]);
    again.close();
  });

  it("are signed by page, with the findings that were open", () => {
    const path = newFile();
    const store = openEditionFile(path);
    const { id, pages } = store.versions.take(first);
    const open = [{ subject: "s1", message: "合计不符：78 ≠ 77" }];
    const given = { version: id, page: "p2", role: "proofreader", open, note: "已核", ...signer } as const;
    const signature = store.signatures.add(given);
    expect(signature).toEqual({ ...given, id: 1, digest: pageDigest(pages[1] as never, sha256) });
    for (const wrong of [{ version: 7 }, { page: "p9" }]) {
      expect(() => store.signatures.add({ ...given, ...wrong })).toThrow(
        expect.objectContaining({ key: "version.none" }) as Problem,
      );
    }
    store.close();
    const again = openEditionFile(path, { readOnly: true });
    expect(again.signatures.list()).toEqual([signature]);
    again.close();
  });

  it("of one page say nothing of the others", () => {
    const store = openEditionFile(newFile());
    store.append(typing(store.edition, "快讯："), act);
    const version = store.versions.take({ ...first, page: "p2" });
    expect(version.pages.map(({ number }) => number)).toEqual(["A2"]);
    expect(() => store.versions.take({ ...first, page: "p9" })).toThrow(
      expect.objectContaining({ key: "version.none" }) as Problem,
    );
    expect(store.verify()).toEqual([]);
    store.close();
  });

  it("that were changed, or taken away, are missed", () => {
    const tampering = [
      "UPDATE version SET name = '二校'",
      "UPDATE version SET seq = 2",
      "DELETE FROM version WHERE id = 2",
      "UPDATE signature SET role = 'night-editor'",
      "DELETE FROM signature",
    ];
    for (const sql of tampering) {
      const path = newFile();
      const store = openEditionFile(path);
      const { id } = store.versions.take(first);
      store.append(typing(store.edition, "快讯："), act);
      store.versions.take({ ...first, name: "" });
      store.signatures.add({ version: id, page: "p1", role: "editor", open: [], note: "", ...signer });
      store.close();
      const db = new DatabaseSync(path);
      db.exec(sql);
      db.close();
      const again = openEditionFile(path, { readOnly: true });
      expect(
        again.verify().filter((place) => !place.startsWith("chain")),
        sql,
      ).toHaveLength(1);
      again.close();
    }
  });

  it("and signatures come through a rescue, where the rows they stand on do", () => {
    const path = newFile();
    const store = openEditionFile(path);
    for (const word of ["一", "二", "三"]) {
      store.append(typing(store.edition, word), act);
      const { id } = store.versions.take({ ...first, name: word });
      store.signatures.add({ version: id, page: "p1", role: "editor", open: [], note: "", ...signer });
    }
    store.close();
    const out = fresh();
    expect(recover(path, out, { time: act.time, author: "值班" })).toMatchObject({
      versions: { saved: 3, lost: 0 },
      signatures: { saved: 3, lost: 0 },
    });
    const saved = openEditionFile(out);
    expect(saved.verify()).toEqual([]);
    expect(headlineOf(saved.at(saved.versions.list()[1]?.seq ?? 0))).toBe("二一新桥今日通车");
    saved.close();

    // Row 4 of the log can no longer be read: the third version has nowhere to stand.
    const db = new DatabaseSync(path);
    db.exec("UPDATE log SET label = 'x' WHERE seq = 4; DELETE FROM snapshot WHERE seq > 1");
    db.close();
    expect(recover(path, fresh(), { time: act.time, author: "值班" })).toMatchObject({
      rows: { lost: [[4, 4]] },
      versions: { saved: 2, lost: 1 },
      signatures: { saved: 2, lost: 1 },
    });
  });
});
