import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editionToJSON } from "../../core/edition/edition.ts";
import type { Problem } from "../../core/problem.ts";
import { subjectOf } from "../../core/proof/subject.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { inForce } from "../../host/store/decisions.ts";
import { isHeld } from "../../host/store/lock.ts";
import { spare, surplus } from "../../host/store/snapshot.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, hashFile, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";

const folder = workFolder();
let count = 0;
const fresh = () => join(folder, `evening-${++count}.dayang`);

function newFile(pages = 1): string {
  const path = fresh();
  createEditionFile(path, smallEdition(pages), { act });
  return path;
}

const keyOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as Problem).key;
  }
  return "nothing thrown";
};

describe("an edition file", () => {
  it("holds the edition it was made of", () => {
    const store = openEditionFile(newFile(2));
    expect(editionToJSON(store.edition)).toEqual(editionToJSON(smallEdition(2)));
    expect(store.seq).toBe(1);
    store.close();
  });

  it("is one file: nothing else stays in the folder when it is made, opened, written and closed", () => {
    const alone = mkdtempSync(join(folder, "alone-"));
    const path = join(alone, "a.dayang");
    createEditionFile(path, smallEdition(), { act });
    const store = openEditionFile(path);
    store.append(typing(store.edition, "快讯："), act);
    expect(readdirSync(alone).sort()).toEqual([".a.dayang.lock", "a.dayang"]);
    store.close();
    expect(readdirSync(alone)).toEqual(["a.dayang"]);
  });

  it("is not changed by being opened and closed", () => {
    const path = newFile();
    const before = hashFile(path);
    openEditionFile(path).close();
    openEditionFile(path, { readOnly: true }).close();
    expect(hashFile(path)).toBe(before);
  });

  it("keeps every acknowledged change with its author, time and label", () => {
    const path = newFile();
    const store = openEditionFile(path);
    store.append(typing(store.edition, "一"), { ...act, author: "编辑甲", label: "typing" });
    store.append(typing(store.edition, "二"), { ...act, author: "校对乙", label: "typing" });
    store.close();

    const again = openEditionFile(path);
    expect(headlineOf(again.edition)).toBe("二一新桥今日通车");
    expect([...again.log()].map((entry) => entry.author)).toEqual(["夜班", "编辑甲", "校对乙"]);
    expect(headlineOf(again.at(2))).toBe("一新桥今日通车");
    expect(again.at(0).pages).toEqual([]);
    again.close();
  });

  it("opens from any mix of snapshots and log to the same edition", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[一-龥]{1,3}$/), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (words, every) => {
          const path = newFile();
          const store = openEditionFile(path, { snapshotRows: every });
          for (const word of words) store.append(typing(store.edition, word), act);
          const expected = editionToJSON(store.edition);
          store.close();
          const again = openEditionFile(path);
          expect(editionToJSON(again.edition)).toEqual(expected);
          expect(again.verify()).toEqual([]);
          again.close();
        },
      ),
      { numRuns: 12 },
    );
  });

  it("refuses a change that does not fit, and stays as it was", () => {
    const path = newFile();
    const store = openEditionFile(path);
    const before = hashFile(path);
    expect(() => store.append([{ kind: "steps", page: "nowhere", steps: [] }], act)).toThrow(
      /not in the edition/,
    );
    expect(store.seq).toBe(1);
    store.close();
    expect(hashFile(path)).toBe(before);
  });

  it("keeps a picture once, by what it is", () => {
    const path = newFile();
    const store = openEditionFile(path);
    const bytes = Uint8Array.from({ length: 9000 }, (_, i) => i % 251);
    const facts = store.pictures.add(bytes, { media: "image/png", width: 30, height: 20 });
    store.pictures.add(bytes, { media: "image/png", width: 30, height: 20 });
    expect(store.pictures.list()).toEqual([facts]);
    expect(store.pictures.get(facts.digest)?.bytes).toEqual(bytes);
    expect(store.pictures.get("0".repeat(64))).toBeNull();
    store.close();
  });

  it("remembers what was decided, and what was decided before", () => {
    const store = openEditionFile(newFile());
    const subject = subjectOf({ rule: "sum", article: "a1", quote: "78例", evidence: ["21例", "11例"] });
    const decision = {
      subject,
      verdict: "ignored" as const,
      reason: "含境外1例",
      author: "校对乙",
      time: act.time,
    };
    store.decisions.add(decision);
    expect(inForce(store.decisions.list()).get(subject)?.reason).toBe("含境外1例");
    store.decisions.add({ ...decision, verdict: "open", reason: "" });
    expect(inForce(store.decisions.list()).size).toBe(0);
    expect(store.decisions.list()).toHaveLength(2);
    store.close();
  });

  it("copies itself whole and compact", () => {
    const store = openEditionFile(newFile());
    store.append(typing(store.edition, "快讯："), act);
    const copy = fresh();
    store.copyTo(copy);
    const twin = openEditionFile(copy, { readOnly: true });
    expect(headlineOf(twin.edition)).toBe("快讯：新桥今日通车");
    twin.close();
    expect(keyOf(() => store.copyTo(copy))).toBe("store.exists");
    store.close();
  });
});

describe("two openings of one file", () => {
  it("the second reads, and is told who writes", () => {
    const path = newFile();
    const first = openEditionFile(path);
    const second = openEditionFile(path);
    expect(second.readOnly).toBe("held");
    expect(second.holder).toMatchObject({ pid: process.pid });
    expect(keyOf(() => second.append(typing(second.edition, "甲"), act))).toBe("store.held");
    first.append(typing(first.edition, "乙"), act);
    second.close();
    first.close();

    const third = openEditionFile(path);
    expect(third.readOnly).toBeNull();
    expect(headlineOf(third.edition)).toBe("乙新桥今日通车");
    third.close();
  });

  it("the second sees what the first writes, when it looks again", () => {
    const path = newFile();
    const [first, second] = [openEditionFile(path), openEditionFile(path)];
    expect(second.refresh()).toBe(false);
    first.append(typing(first.edition, "甲"), act);
    first.append(typing(first.edition, "乙"), act);
    expect(headlineOf(second.edition)).toBe("新桥今日通车");
    expect(second.refresh()).toBe(true);
    expect(second.seq).toBe(first.seq);
    expect(editionToJSON(second.edition)).toEqual(editionToJSON(first.edition));
    expect(first.refresh()).toBe(false);
    expect(isHeld(path)).toBe(true);
    first.close();
    expect(isHeld(path)).toBe(false);
    // The lock was tried, and is there to be taken.
    const third = openEditionFile(path);
    expect(third.readOnly).toBeNull();
    third.close();
    second.close();
  });

  it("a step is refused rather than lost where both could write after all", () => {
    const path = newFile();
    const first = openEditionFile(path);
    // The lock file is taken away by hand, so that a second opening wins too.
    rmSync(join(folder, `.${path.split("/").at(-1)}.lock`));
    const second = openEditionFile(path);
    expect(second.readOnly).toBeNull();
    second.append(typing(second.edition, "乙"), act);
    expect(keyOf(() => first.append(typing(first.edition, "甲"), act))).toBe("store.taken");
    first.close();
    second.close();
    const after = openEditionFile(path, { readOnly: true });
    expect(headlineOf(after.edition)).toBe("乙新桥今日通车");
    after.close();
  });

  it("a file moved away underneath is not written into the void", () => {
    const path = newFile();
    const store = openEditionFile(path);
    const elsewhere = fresh();
    renameSync(path, elsewhere);
    expect(keyOf(() => store.append(typing(store.edition, "甲"), act))).toBe("store.moved");
    expect(store.seq).toBe(1);
    store.close();
    const moved = openEditionFile(elsewhere);
    expect(moved.seq).toBe(1);
    moved.close();
  });
});

describe("creating", () => {
  it("refuses a path that exists, and replaces it when forced", () => {
    const path = newFile();
    const before = hashFile(path);
    expect(keyOf(() => createEditionFile(path, smallEdition(3), { act }))).toBe("store.exists");
    expect(hashFile(path)).toBe(before);
    createEditionFile(path, smallEdition(3), { act, force: true });
    const store = openEditionFile(path);
    expect(store.edition.pages).toHaveLength(3);
    expect(keyOf(() => createEditionFile(path, smallEdition(), { act, force: true }))).toBe("store.held");
    store.close();
  });

  it("refuses a folder, and a folder that is not there", () => {
    expect(keyOf(() => createEditionFile(folder, smallEdition(), { act, force: true }))).toBe(
      "store.directory",
    );
    const nowhere = join(folder, "no", "such", "x.dayang");
    expect(keyOf(() => createEditionFile(nowhere, smallEdition(), { act }))).toMatch(
      /store\.(missing|denied)/,
    );
  });
});

describe("snapshots", () => {
  it("thin out with age: a long log keeps few, the newest two among them, and no row is far from one", () => {
    let kept: number[] = [];
    for (let seq = 200; seq <= 200_000; seq += 200) {
      kept.push(seq);
      const drop = new Set(surplus(kept));
      kept = kept.filter((s) => !drop.has(s));
    }
    expect(kept.slice(-2)).toEqual([199_800, 200_000]);
    expect(kept.length).toBeLessThan(40);
    const farthest = kept.map((seq, i) => seq - (kept[i - 1] ?? 0));
    expect(Math.max(...farthest)).toBeLessThan(20_000);
    // Compaction keeps what an evening is looked back to from.
    const drop = new Set(spare(kept));
    const left = kept.filter((seq) => !drop.has(seq));
    expect(left.at(-1)).toBe(200_000);
    expect(left.length).toBeLessThan(22);
    expect(Math.max(...left.map((seq, i) => seq - (left[i - 1] ?? 0)))).toBeLessThan(20_000);
  });

  it("a broken one is passed over", () => {
    const path = newFile();
    const store = openEditionFile(path, { snapshotRows: 2 });
    for (const word of ["甲", "乙", "丙"]) store.append(typing(store.edition, word), act);
    store.close();
    const db = new DatabaseSync(path);
    db.exec("UPDATE snapshot SET edition = x'00' WHERE seq = (SELECT max(seq) FROM snapshot)");
    db.close();
    const again = openEditionFile(path);
    expect(headlineOf(again.edition)).toBe("丙乙甲新桥今日通车");
    again.close();
  });
});
