/** What is saved of a damaged file, and what is named as lost. */
import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { hashFile, headlineOf } from "./evening.ts";
import { evening, fresh, problemOf } from "./spoiled.ts";

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
