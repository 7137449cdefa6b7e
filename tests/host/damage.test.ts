/** Files that are not, or no longer, sound edition files: each gets a clear error and stays byte for byte as it was. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { word } from "../../core/catalogue/catalogue.ts";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, hashFile, headlineOf } from "./evening.ts";
import { evening, folder, fresh, problemOf, setHeader } from "./spoiled.ts";

const cases: Record<string, { key: string; make: (path: string) => void }> = {
  "an empty file": { key: "store.empty", make: (path) => writeFileSync(path, "") },
  "a text": { key: "store.not-database", make: (path) => writeFileSync(path, "今日要闻\n".repeat(50)) },
  "three bytes": { key: "store.not-database", make: (path) => writeFileSync(path, "SQL") },
  "a header and no more": {
    key: "store.truncated",
    make: (path) => writeFileSync(path, readFileSync(evening(1)).subarray(0, 60)),
  },
  "a truncated file": {
    key: "store.truncated",
    make: (path) => {
      copyFileSync(evening(), path);
      truncateSync(path, 30_000);
    },
  },
  "another application's database": {
    key: "store.foreign",
    make: (path) => setHeader(path, "CREATE TABLE t(x)"),
  },
  "a file of a newer version": {
    key: "store.newer",
    make: (path) => {
      copyFileSync(evening(1), path);
      setHeader(path, "PRAGMA user_version = 99");
    },
  },
  "a file with a trigger planted in it": {
    key: "store.damaged",
    make: (path) => {
      copyFileSync(evening(1), path);
      setHeader(path, "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM log; END");
    },
  },
  "a database in WAL mode": {
    key: "store.damaged",
    make: (path) => {
      copyFileSync(evening(1), path);
      const bytes = readFileSync(path);
      bytes[18] = bytes[19] = 2;
      writeFileSync(path, bytes);
    },
  },
  "a log row whose words were changed": {
    key: "store.damaged",
    make: (path) => {
      copyFileSync(evening(3), path);
      setHeader(path, "UPDATE log SET author = 'someone else' WHERE seq = 3; DELETE FROM snapshot");
    },
  },
  "a log with a row missing": {
    key: "store.damaged",
    make: (path) => {
      copyFileSync(evening(3), path);
      setHeader(path, "DELETE FROM log WHERE seq = 2; DELETE FROM snapshot");
    },
  },
  "a log whose end is missing": {
    key: "store.damaged",
    make: (path) => {
      copyFileSync(evening(3), path);
      setHeader(path, "DELETE FROM log WHERE seq = 4; DELETE FROM snapshot");
    },
  },
};

describe("opening", () => {
  for (const [name, { key, make }] of Object.entries(cases)) {
    it(`${name}: ${key}, untouched`, () => {
      const path = fresh();
      make(path);
      const before = hashFile(path);
      for (const readOnly of [true, false]) {
        const problem = problemOf(() => openEditionFile(path, { readOnly }));
        expect(problem.key).toBe(key);
        expect(word("zh", problem.key, problem.values)).not.toMatch(/[{}]/);
        expect(word("en", problem.key, problem.values)).not.toMatch(/[{}]/);
      }
      expect(hashFile(path)).toBe(before);
      expect(readdirSync(join(path, "..")).filter((file) => !path.endsWith(`/${file}`))).toEqual([]);
    });
  }

  it("a folder, and a file that is not there", () => {
    const path = fresh();
    expect(problemOf(() => openEditionFile(path)).key).toBe("store.missing");
    mkdirSync(path);
    expect(problemOf(() => openEditionFile(path)).key).toBe("store.directory");
  });
});

const root = process.getuid?.() === 0;

describe("rights", () => {
  // Root may read and write everything, so the test becomes another user in a process of its own.
  const nobody = root ? { uid: 65534, gid: 65534 } : {};
  const script = (path: string, then: string) => `
    import { openEditionFile } from "${new URL("../../host/store/store.ts", import.meta.url).pathname}";
    try { const store = openEditionFile(${JSON.stringify(path)}); ${then} }
    catch (error) { console.log(error.key); }`;
  const run = (path: string, then: string) =>
    spawnSync(process.execPath, ["--input-type=module", "-e", script(path, then)], {
      ...nobody,
      encoding: "utf8",
    });

  it("a file nobody may read", () => {
    const path = evening(1);
    chmodSync(folder, 0o755);
    chmodSync(join(path, ".."), 0o755);
    chmodSync(path, 0o000);
    expect(run(path, "").stdout.trim()).toBe("store.denied");
    chmodSync(path, 0o600);
  });

  it("a folder that cannot be written opens read-only and says so", () => {
    const path = evening(1);
    chmodSync(folder, 0o755);
    chmodSync(path, 0o444);
    chmodSync(join(path, ".."), 0o555);
    const before = hashFile(path);
    expect(run(path, "console.log(store.readOnly, store.seq); store.close()").stdout.trim()).toBe("folder 2");
    expect(hashFile(path)).toBe(before);
    chmodSync(join(path, ".."), 0o755);
  });
});

describe("a column that holds an integer of 64 bits", () => {
  const huge = "CAST(-8654064123512453146 AS INTEGER)";
  const spoiled = (sql: string) => {
    const path = evening();
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
    return path;
  };

  it.each([
    ["log", `UPDATE log SET checksum = ${huge} WHERE seq = 60`],
    ["head", `UPDATE head SET seq = ${huge} WHERE id = 1`],
  ])("of the %s is refused as damage", (_, sql) => {
    const path = spoiled(sql);
    expect(problemOf(() => openEditionFile(path)).key).toBe("store.damaged");
    expect(recover(path, fresh(), { time: act.time, author: "" }).rows.saved).toBeGreaterThan(50);
  });

  it.each([
    ["snapshot", `UPDATE snapshot SET edition = ${huge}, checksum = ${huge}`],
    ["snapshot", `INSERT INTO snapshot VALUES (${huge}, x'00', x'00')`],
    ["picture", `UPDATE picture SET bytes = ${huge} WHERE id = 1`],
    ["picture", `UPDATE picture SET width = ${huge} WHERE id = 2`],
    ["picture", `UPDATE picture_facts SET checksum = ${huge} WHERE id = 3`],
    ["decision", `UPDATE decision SET checksum = ${huge} WHERE id = 1`],
    ["version", `INSERT INTO version VALUES (1, ${huge}, 'named', '', '', '', '[]', x'00')`],
    ["signature", `INSERT INTO signature VALUES (1, ${huge}, '', 'editor', '', '', '', '[]', '', x'00')`],
    ["release", `INSERT INTO release VALUES (1, ${huge}, '', '', '', '', '', '', '{}', '[]', '', x'00')`],
  ])("of a %s is passed over, and told", (what, sql) => {
    const store = openEditionFile(spoiled(sql), { readOnly: true });
    expect(headlineOf(store.edition)).toContain("、");
    expect(store.pictures.list().length).toBeGreaterThanOrEqual(2);
    store.versions.list();
    // What nobody counted is no loss: a row that was only added says nothing.
    const told = store.verify().some((fault) => fault.startsWith(what));
    expect(told || sql.startsWith("INSERT")).toBe(true);
    store.close();
  });
});
