import { describe, expect, it } from "vitest";
import { faultId, faultsOf } from "../../../renderer/preflight/faults.ts";
import { sheet } from "../../core/press/sheets.ts";

const place = { x: 10, y: 20, width: 30, height: 4 };
const problem = (page: number | null, places = [place]) => ({
  check: "ink",
  severity: "error" as const,
  page,
  place: places[0] ?? null,
  places,
  message: { key: "preflight.ink.over", values: { percent: 300, limit: 240, count: places.length } },
  advice: "preflight.ink.over.advice",
});

describe("faults on the sheets", () => {
  const sheets = [sheet([], { page: "p4", number: "A4" }), sheet([], { page: "p1", number: "A1" })];

  it("stand on the page that the file has in that place, whatever the edition's order", () => {
    const all = faultsOf([problem(2), problem(1, [])], sheets);
    expect(all.map((fault) => [fault.sheet.number, fault.places.length])).toEqual([
      ["A1", 1],
      ["A4", 0],
    ]);
  });

  it("of the file as a whole, or of pages that are not there any more, stand nowhere", () => {
    expect(faultsOf([problem(null), problem(3)], sheets)).toEqual([]);
    expect(faultsOf([problem(1)], [undefined])).toEqual([]);
  });

  it("have names of their own on each page", () => {
    expect(faultId(problem(1))).not.toBe(faultId(problem(2)));
  });
});
