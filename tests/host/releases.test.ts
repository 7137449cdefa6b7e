/** Pages released for press: sealed, reopened, tampered with, rescued; and what the log lets in meanwhile. */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import type { Change } from "../../core/edition/change.ts";
import type { Problem } from "../../core/problem.ts";
import { createEditionFile } from "../../host/store/create.ts";
import type { EditionStore } from "../../host/store/edition-store.ts";
import { recover } from "../../host/store/recover.ts";
import type { NewRelease } from "../../host/store/releases.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";

const folder = workFolder();
let count = 0;
const fresh = () => join(folder, `release-${++count}.dayang`);
const who = { author: "总编丙", time: "2020-02-17T23:40:00.000Z" };

function newFile(): string {
  const path = fresh();
  createEditionFile(path, smallEdition(2), { act });
  return path;
}

const sealOf = (version: number): NewRelease => ({
  ...{ version, page: "p1", ...who, file: "A1.pdf", pdf: "ab".repeat(32) },
  settings: { standard: "x4", profile: "", marks: false, created: who.time, bytes: 1234 },
  reasons: [{ subject: "s1", message: "地名有误", reason: "引自原件" }],
  note: "",
});

function release(store: EditionStore) {
  const { id } = store.versions.take({ round: "press", name: "", ...who });
  return store.releases.seal(sealOf(id));
}

const refused = (page: string) =>
  expect.objectContaining({
    key: "release.sealed",
    values: { page, author: who.author, time: who.time },
  }) as Problem;

describe("a released page", () => {
  it("keeps its seal, through a reopening of the file", () => {
    const path = newFile();
    const store = openEditionFile(path);
    const sealed = release(store);
    expect(sealed).toMatchObject({
      id: 1,
      page: "p1",
      pdf: "ab".repeat(32),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    store.close();
    const again = openEditionFile(path);
    expect(again.releases.list()).toEqual([sealed]);
    expect(() => again.append(typing(again.edition, "快讯："), act)).toThrow(refused("A1"));
    expect(again.verify()).toEqual([]);
    again.close();
  });

  it("is not changed by anything that would print, and by nothing else is anybody kept from working", () => {
    const store = openEditionFile(newFile());
    release(store);
    const { edition, seq } = store;
    const [page] = edition.pages;
    if (!page) throw new Error("no page");
    const refusedAll: Change[][] = [
      typing(edition, "快讯："),
      [{ kind: "page-removed", page }],
      [{ kind: "facts", from: edition.facts, to: { ...edition.facts, price: "2元" } }],
      [{ kind: "steps", page: "p1", steps: new Transform(page).setNodeAttribute(0, "box", "rule").steps }],
    ];
    for (const changes of refusedAll) expect(() => store.append(changes, act)).toThrow(refused("A1"));
    expect([store.seq, headlineOf(store.edition)]).toEqual([seq, "新桥今日通车"]);

    const proof = { ...edition.style.proof, lexicon: ["新词"] };
    store.append(typing(store.edition, "更正：", 1), act);
    store.append([{ kind: "style", from: edition.style, to: { ...edition.style, proof } }], act);
    store.append(
      [{ kind: "steps", page: "p1", steps: new Transform(page).setNodeAttribute(0, "pinned", true).steps }],
      act,
    );
    // A change taken back in the same act leaves the page as it was.
    const there = typing(store.edition, "误");
    const step = there[0]?.kind === "steps" ? there[0].steps[0] : undefined;
    if (!step) throw new Error("no step");
    const back = step.invert(store.edition.pages[0] as never);
    store.append([...there, { kind: "steps", page: "p1", steps: [back] }], act);
    expect(store.seq).toBe(seq + 4);
    store.close();
  });

  it("is changed again once it was reopened, and sealed again by another release", () => {
    const store = openEditionFile(newFile());
    const { id } = release(store);
    const reopening = store.reopenings.add({ release: id, page: "p1", ...who, reason: "更正死亡人数" });
    expect(reopening).toMatchObject({ id: 1, reason: "更正死亡人数" });
    store.append(typing(store.edition, "更正："), act);
    release(store);
    expect(() => store.append(typing(store.edition, "再"), act)).toThrow(refused("A1"));
    expect(store.releases.list().map(({ id }) => id)).toEqual([1, 2]);
    store.close();
  });

  it("names the version it seals, which must be there", () => {
    const store = openEditionFile(newFile());
    for (const wrong of [{ version: 7 }, { page: "p9" }]) {
      const { id } = store.versions.take({ round: "press", name: "", ...who });
      expect(() => store.releases.seal({ ...sealOf(id), ...wrong })).toThrow(
        expect.objectContaining({ key: "version.none" }) as Problem,
      );
    }
    store.close();
  });

  it("whose rows were changed, or taken away, is missed", () => {
    const source = newFile();
    const store = openEditionFile(source);
    const { id } = release(store);
    store.reopenings.add({ release: id, page: "p1", ...who, reason: "更正" });
    release(store);
    store.close();
    for (const sql of [
      "UPDATE release SET pdf = replace(pdf, 'ab', 'cd') WHERE id = 1",
      "UPDATE release SET settings = replace(settings, 'x4', 'x1a')",
      "UPDATE release SET reasons = '[]' WHERE id = 2",
      "DELETE FROM release WHERE id = 2",
      "UPDATE reopening SET reason = '无'",
      "DELETE FROM reopening",
    ]) {
      const path = fresh();
      copyFileSync(source, path);
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

  it("comes through a rescue with its seal", () => {
    const path = newFile();
    const store = openEditionFile(path);
    const { id } = release(store);
    store.reopenings.add({ release: id, page: "p1", ...who, reason: "更正" });
    store.append(typing(store.edition, "更正："), act);
    const last = release(store);
    store.close();
    const out = fresh();
    expect(recover(path, out, { time: act.time, author: "值班" })).toMatchObject({
      releases: { saved: 3, lost: 0 },
    });
    const saved = openEditionFile(out);
    expect(saved.verify()).toEqual([]);
    expect(saved.releases.list()[1]).toEqual(last);
    expect(() => saved.append(typing(saved.edition, "再"), act)).toThrow(refused("A1"));
    saved.close();
  });
});
