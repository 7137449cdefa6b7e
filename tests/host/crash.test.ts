/** Writers that are killed, transactions that are cut off, disks that are full. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { createEditionFile } from "../../host/store/create.ts";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, hashFile, smallEdition, typing } from "./evening.ts";
import { smallDisk } from "./small-disk.ts";
import { bytesOf, evening, fresh, problemOf } from "./spoiled.ts";

const disk = smallDisk(512);

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
