/** Files that are not, or no longer, sound edition files: each gets a clear error and stays byte for byte as it was. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { word } from "../../core/catalogue/catalogue.ts";
import { Problem } from "../../core/problem.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, hashFile, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";
import { smallDisk } from "./small-disk.ts";

const folder = workFolder();
const disk = smallDisk(512);
let count = 0;
const fresh = () => join(mkdtempSync(join(folder, "case-")), `page-${++count}.dayang`);

const bytesOf = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 17 + (i >> 8)) & 0xff);

const made = new Map<number, string>();

/** A copy of an edition file with a log of `rows` rows after its founding, three pictures and two decisions. */
function evening(rows = 60): string {
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

function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const setHeader = (path: string, pragma: string) => {
  const db = new DatabaseSync(path);
  db.exec(pragma);
  db.close();
};

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

describe("a writer that is killed", () => {
  it("has lost nothing that was acknowledged, and leaves no lock behind that holds", () => {
    const path = evening(0);
    const script = `
      import { openEditionFile } from "${new URL("../../host/store/store.ts", import.meta.url).pathname}";
      import { typing, act } from "${new URL("./typing.ts", import.meta.url).pathname}";
      const store = openEditionFile(${JSON.stringify(path)}, { snapshotRows: 7 });
      for (let i = 0; i < 1e6; i++) { const seq = store.append(typing(store.edition, "字"), act); process.stdout.write(seq + "\\n"); }`;
    let acknowledged = 0;
    // A machine under load takes longer to start one.
    for (let timeout = 900; acknowledged <= 3 && timeout < 30_000; timeout *= 3) {
      const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
        timeout,
        killSignal: "SIGKILL",
        encoding: "utf8",
      });
      acknowledged = Number(child.stdout.trim().split("\n").at(-1));
    }
    expect(acknowledged).toBeGreaterThan(3);

    const store = openEditionFile(path);
    expect(store.readOnly).toBeNull();
    expect(store.seq).toBeGreaterThanOrEqual(acknowledged);
    expect(store.verify()).toEqual([]);
    store.close();
  }, 60_000);
});

describe("a transaction that a crash cut off", () => {
  /** A file and its rollback journal as they lie on the disk when the power goes. */
  function crashed(): string {
    const path = evening();
    const db = new DatabaseSync(path);
    db.exec("PRAGMA cache_size = 1; BEGIN; UPDATE log SET label = label || 'x', checksum = x'00'");
    const copy = fresh();
    copyFileSync(path, copy);
    copyFileSync(`${path}-journal`, `${copy}-journal`);
    db.exec("ROLLBACK");
    db.close();
    expect(readFileSync(copy).equals(readFileSync(path))).toBe(false);
    return copy;
  }

  it.each([{ readOnly: true }, { readOnly: false }])("is taken back at opening (%o)", (options) => {
    const path = crashed();
    const store = openEditionFile(path, options);
    expect(store.seq).toBe(61);
    expect(store.verify()).toEqual([]);
    store.close();
    expect(existsSync(`${path}-journal`)).toBe(false);
  });

  it("is taken back by recover, on a copy", () => {
    const path = crashed();
    const before = [hashFile(path), hashFile(`${path}-journal`)];
    const out = fresh();
    expect(recover(path, out, { time: act.time, author: "值班" }).rows).toEqual({ saved: 61, lost: [] });
    expect([hashFile(path), hashFile(`${path}-journal`)]).toEqual(before);
  });
});

describe("a full disk", () => {
  const small = disk ?? "";
  const on = disk ? it : it.skip;

  on("while saving: the step is refused, all before it is kept, and there is room again later", () => {
    const path = join(small, "a.dayang");
    createEditionFile(path, smallEdition(), { act });
    const store = openEditionFile(path);
    let saved = 0;
    const problem = problemOf(() => {
      for (;;) {
        store.append(typing(store.edition, "满".repeat(3000)), act);
        saved++;
      }
    });
    expect(problem.key).toBe("store.full");
    expect(saved).toBeGreaterThan(5);
    expect(store.seq).toBe(saved + 1);
    store.close();

    const again = openEditionFile(path);
    expect(again.seq).toBe(saved + 1);
    expect(again.verify()).toEqual([]);
    again.close();
  });

  on("while creating: nothing half-written stays", () => {
    const before = readdirSync(small);
    const bytes = bytesOf(900_000, 1);
    const problem = problemOf(() =>
      createEditionFile(join(small, "b.dayang"), smallEdition(), {
        act,
        pictures: [{ bytes, facts: { media: "image/png", width: 1, height: 1 } }],
      }),
    );
    expect(problem.key).toBe("store.full");
    expect(readdirSync(small)).toEqual(before);
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

describe("recover", () => {
  const ask = { time: "2020-02-18T01:00:00.000Z", author: "值班" };

  it("of a sound file gives the same edition, log, pictures and decisions", () => {
    const path = evening();
    const out = fresh();
    const before = hashFile(path);
    const report = recover(path, out, ask);
    expect(hashFile(path)).toBe(before);
    expect(report).toMatchObject({ rows: { saved: 61, lost: [] }, pages: ["A1", "A2"], decisions: 2 });
    expect(report.pictures).toEqual({ saved: 3, lost: [] });
    const [a, b] = [openEditionFile(path, { readOnly: true }), openEditionFile(out)];
    expect(b.edition.pages.map((page) => page.toJSON())).toEqual(
      a.edition.pages.map((page) => page.toJSON()),
    );
    expect(b.verify()).toEqual([]);
    // One row more: the rescue itself.
    expect(b.seq).toBe(a.seq + 1);
    a.close();
    b.close();
  });

  it("of a file without its header", () => {
    const path = evening();
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 4096);
    writeFileSync(path, bytes);
    const out = fresh();
    expect(recover(path, out, ask)).toMatchObject({ rows: { saved: 61, lost: [] }, decisions: 2 });
  });

  it("of a truncated file: the rest, and what is missing is named", () => {
    const path = evening(150);
    const size = readFileSync(path).length;
    truncateSync(path, Math.floor(size * 0.5));
    const out = fresh();
    const report = recover(path, out, ask);
    expect(report.rows.saved).toBeGreaterThan(10);
    expect(report.pictures.saved).toBeLessThan(3);
    const store = openEditionFile(out);
    expect(headlineOf(store.edition)).toMatch(/^\d+、文/);
    store.close();
  });

  it("after a byte flipped anywhere: the new file is sound, and every row is either saved or named", () => {
    const path = evening();
    const whole = readFileSync(path);
    const hits = { all: 0, some: 0 };
    for (let at = 700; at < whole.length; at += 2711) {
      const damaged = fresh();
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] as number) ^ 0x55;
      writeFileSync(damaged, bytes);
      const out = join(damaged, "..", "out.dayang");
      const report = recover(damaged, out, ask);
      hits[report.rows.saved === 61 ? "all" : "some"]++;
      const lost = report.rows.lost.reduce((sum, [from, to]) => sum + to - from + 1, 0);
      expect(report.rows.saved + lost, `byte ${at}`).toBe(61);
      const store = openEditionFile(out);
      expect(store.verify(), `byte ${at}`).toEqual([]);
      store.close();
    }
    expect(hits.all).toBeGreaterThan(0);
    expect(hits.some).toBeGreaterThan(0);
  });

  it("says so where there is nothing to save, and writes nothing", () => {
    const path = fresh();
    writeFileSync(path, Buffer.alloc(50_000, 7));
    const out = fresh();
    expect(problemOf(() => recover(path, out, ask)).key).toBe("store.nothing");
    expect(existsSync(out)).toBe(false);
  });
});
