/** The house's lists as rows: what is read is what is put back, and nothing is let in that a rule pack would refuse. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broadsheet, type HouseStyle } from "../../../core/edition/style.ts";
import { withProof } from "../../../core/proof/house.ts";
import { packText, readPack } from "../../../core/proof/pack.ts";
import {
  emptyRow,
  faultOf,
  houseLists,
  type ListId,
  matching,
  moved,
  rowsOf,
  trimmed,
} from "../../../renderer/proofing/house/lists.ts";

const style: HouseStyle = withProof(broadsheet, {
  terms: [{ term: "最佳", instead: "知名", severity: "error" }, { term: "绝后" }],
  lexicon: ["渡假村"],
  people: [
    { name: "段慕白", title: "市委书记" },
    { name: "江若水", title: "首席记者" },
    { name: "喻敬之", title: "市长" },
  ],
  places: [{ name: "云龙示范区", parent: "株洲市" }],
});
const ids = Object.keys(houseLists) as ListId[];

describe.each(ids)("the list of %s", (id) => {
  const list = houseLists[id];

  it("puts back what it reads", () => {
    const again = list.write(style, list.read(style));
    expect(list.read(again)).toEqual(list.read(style));
    expect({ ...again.proof, people: [] }).toEqual({ ...style.proof, people: [] });
    expect(new Set(again.proof.people)).toEqual(new Set(style.proof.people));
  });

  it("lets nothing in that a rule pack would refuse", () => {
    const text = fc.oneof(
      fc.constantFrom("", " ", "甲", "甲乙", "  丙丁 ", "记者"),
      fc.string({ maxLength: 6 }),
    );
    const row = fc.record(
      Object.fromEntries(
        list.fields.map(({ name, kind }) => [name, kind === "text" ? text : fc.constantFrom("", "error")]),
      ),
    );
    fc.assert(
      fc.property(row, (said) => {
        if (faultOf(list, list.read(style), said, -1)) return;
        const next = list.write(style, [...list.read(style), trimmed(said)]);
        expect(() => readPack(packText(next))).not.toThrow();
        expect(list.read(next)).toHaveLength(list.read(style).length + 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a row", () => {
  const { terms, reporters, officials } = houseLists;
  const rows = terms.read(style);

  it("is refused where it is there already, or too short, and says which field", () => {
    expect(faultOf(terms, rows, { term: " 最佳 " }, -1)).toMatchObject({
      field: "term",
      key: "house.list.again",
    });
    expect(faultOf(terms, rows, { term: "最佳" }, 0)).toBeNull();
    expect(faultOf(terms, rows, { term: "佳" }, -1)).toMatchObject({
      key: "house.list.short",
      values: { least: 2 },
    });
  });

  it("of a new reporter is a reporter's", () => {
    const next = reporters.write(style, [...reporters.read(style), { ...emptyRow(reporters), name: "秦朗" }]);
    expect(reporters.read(next).map(({ name }) => name)).toEqual(["江若水", "秦朗"]);
    expect(officials.read(next).map(({ name }) => name)).toEqual(["段慕白", "喻敬之"]);
  });

  it("comes from each line of what is pasted, where it can", () => {
    const text = "极佳\t优秀\r\n最佳\t知名\n\n佳\n 空前 → 前所未有 \n极佳";
    expect(rowsOf(terms, text, rows)).toEqual({
      added: [
        { term: "极佳", instead: "优秀", severity: "" },
        { term: "空前", instead: "前所未有", severity: "" },
      ],
      refused: 3,
    });
    expect(rowsOf(reporters, "秦朗\n乔一鸣\t见习记者", []).added).toEqual([
      { name: "秦朗", title: "记者" },
      { name: "乔一鸣", title: "见习记者" },
    ]);
  });

  it("moves within the list and no further", () => {
    const names = (list: ReturnType<typeof moved>) => list.map(({ name }) => name).join();
    const people = officials.read(style);
    expect(names(moved(people, 1, -1))).toBe("喻敬之,段慕白");
    expect(moved(people, 0, -1)).toBe(people);
    expect(moved(people, 1, 1)).toBe(people);
  });

  it("is found by any of its fields", () => {
    expect(matching(rows, "知名").map(({ at }) => at)).toEqual([0]);
    expect(matching(rows, " ")).toHaveLength(2);
  });
});
