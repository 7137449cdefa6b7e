/** Backups beside the file, and room given back. */
import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { auditTrail } from "../../core/edition/audit.ts";
import { editionToJSON } from "../../core/edition/edition.ts";
import { backupPath, listBackups, makeBackup } from "../../host/store/backups.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";

const folder = workFolder();

/** A file with one step since it was made. */
function newFile(): string {
  const path = join(mkdtempSync(join(folder, "backup-")), "a.dayang");
  const later = [{ act, changes: typing(smallEdition(), "快讯：") }];
  createEditionFile(path, smallEdition(), { act, later });
  return path;
}

const keep = (n: number, everyRows = 1000) => ({ backups: { keep: n, everyRows } });
const ago = (path: string) => utimesSync(path, new Date(0), new Date(0));

/** Opens, types `word`, closes; a backup is made on the way in. */
async function session(path: string, word: string, n = 3): Promise<void> {
  const store = openEditionFile(path, keep(n));
  await store.settled();
  store.append(typing(store.edition, word), act);
  store.close();
}

const headlines = (path: string) =>
  listBackups(path).map((backup) => {
    const store = openEditionFile(backup.path, { readOnly: true });
    store.close();
    return headlineOf(store.edition);
  });

describe("backups", () => {
  it("are made on opening and rotate: the newest is 1~, and no more are kept than asked for", async () => {
    const path = newFile();
    for (const word of ["一", "二", "三", "四"]) {
      await session(path, word);
      // As if the sessions were hours apart.
      for (const { path: backup } of listBackups(path)) ago(backup);
    }
    expect(headlines(path)).toEqual([
      "三二一快讯：新桥今日通车",
      "二一快讯：新桥今日通车",
      "一快讯：新桥今日通车",
    ]);
    await session(path, "五", 2);
    expect(headlines(path)).toEqual(["四三二一快讯：新桥今日通车", "三二一快讯：新桥今日通车"]);
    expect(readdirSync(join(path, "..")).sort()).toEqual(["a.dayang", "a.dayang.1~", "a.dayang.2~"]);
  });

  it("are not made of a file that has not changed, nor where none are asked for", async () => {
    const path = newFile();
    for (let i = 0; i < 3; i++) {
      const store = openEditionFile(path, keep(3));
      await store.settled();
      store.close();
    }
    expect(listBackups(path)).toHaveLength(1);
    const other = newFile();
    await session(other, "一", 0);
    expect(listBackups(other)).toEqual([]);
    const made = join(folder, "just-made.dayang");
    createEditionFile(made, smallEdition(), { act });
    await session(made, "一");
    expect(listBackups(made)).toEqual([]);
  });

  it("are made while steps are saved: none waits, none is lost", async () => {
    const path = newFile();
    const store = openEditionFile(path, { backups: { keep: 2, everyRows: 10 } });
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 7919) % 251);
    store.pictures.add(bytes, { media: "image/png", width: 1, height: 1 });
    for (let i = 0; i < 60; i++) {
      store.append(typing(store.edition, "字"), act);
      if (i % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await store.settled();
    store.close();
    const [newest] = listBackups(path);
    const copy = openEditionFile(newest?.path ?? "", { readOnly: true });
    expect(copy.verify()).toEqual([]);
    expect(copy.seq).toBeGreaterThanOrEqual(12);
    copy.close();
    const own = openEditionFile(path, { readOnly: true });
    expect([own.seq, own.verify()]).toEqual([62, []]);
    own.close();
  });

  it("that fail leave the edition and the older backups as they are", async () => {
    const path = newFile();
    await session(path, "一");
    ago(backupPath(path, 1));
    const before = readdirSync(join(path, ".."));
    const db = new DatabaseSync(path);
    expect(await makeBackup(db, path, 3, () => false)).toBeNull();
    const fails = makeBackup(db, path, 3, () => {
      throw new Error("the disk went away");
    });
    await expect(fails).rejects.toThrow("went away");
    db.close();
    expect(readdirSync(join(path, ".."))).toEqual(before);
    expect(headlines(path)).toEqual(["快讯：新桥今日通车"]);
  });

  it("finish although the edition was closed meanwhile", async () => {
    const path = newFile();
    const store = openEditionFile(path, keep(3));
    store.close();
    await store.settled();
    expect(headlines(path)).toEqual(["快讯：新桥今日通车"]);
  });

  it("are told from other files", () => {
    const path = newFile();
    for (const name of ["a.dayang.0~", "a.dayang.x~", "a.dayang~", "b.dayang.1~", "a.dayang.1~.bak"]) {
      writeFileSync(join(path, "..", name), "");
    }
    expect(listBackups(path)).toEqual([]);
  });
});

describe("what a crash left", () => {
  it("is swept away when it is old, and nothing else is", () => {
    const path = newFile();
    const home = join(path, "..");
    const old = [".a.dayang.0123456789ab.tmp", ".A1.pdf.0123456789ac.tmp"];
    const others = [".a.dayang.notes.tmp", "A1.pdf.0123456789ac.tmp", ".bashrc"];
    const young = ".b.dayang.0123456789ab.tmp";
    for (const name of [...old, ...others, young]) writeFileSync(join(home, name), "");
    for (const name of [...old, ...others]) ago(join(home, name));
    openEditionFile(path).close();
    expect(readdirSync(home).sort()).toEqual([...others, young, "a.dayang"].sort());
  });
});

describe("compaction", () => {
  it("gives room back, and keeps every row of the audit trail", () => {
    const path = newFile();
    const store = openEditionFile(path, { snapshotRows: 5 });
    const picture = store.pictures.add(new Uint8Array(9000), { media: "image/png", width: 1, height: 1 });
    for (let i = 0; i < 400; i++) {
      store.append(typing(store.edition, "字".repeat(1 + (i % 50))), { ...act, author: `编辑${i % 3}` });
    }
    store.versions.take({ round: "first", name: "", author: "校对", time: act.time });
    const told = () => [
      [...store.log()].map(({ changes, ...row }) => ({ ...row, changes: JSON.stringify(changes) })),
      [...auditTrail(store.log())],
      store.versions.list(),
      store.pictures.get(picture.digest),
      editionToJSON(store.at(200)),
    ];
    const truth = told();
    const { before, after } = store.compact();
    expect(after).toBeLessThan(before);
    expect(statSync(path).size).toBe(after);
    expect(told()).toEqual(truth);
    expect(store.verify()).toEqual([]);
    store.append(typing(store.edition, "完"), act);
    store.close();
    const again = openEditionFile(path);
    expect(again.seq).toBe(403);
    again.close();
  });
});
