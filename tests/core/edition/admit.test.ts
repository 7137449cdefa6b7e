import { describe, expect, it } from "vitest";
import { admitFacts, admitStyle } from "../../../core/edition/admit.ts";
import { applyChanges, type ChangeJSON, changeFromJSON } from "../../../core/edition/change.ts";
import { editionFromJSON, noFacts } from "../../../core/edition/edition.ts";
import { broadsheet } from "../../../core/edition/style.ts";

/** The house style with `value` at `path`. */
function styled(path: string, value: unknown): unknown {
  const style = structuredClone(broadsheet) as unknown as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() as string;
  const holder = keys.reduce((part, key) => part[key] as Record<string, unknown>, style);
  holder[last] = value;
  return style;
}

describe("the style of a file", () => {
  it("is taken as it is where it can be one", () => {
    expect(admitStyle(broadsheet)).toEqual(broadsheet);
    const house = styled("proof.people", [{ name: "方原", title: "主任" }]);
    expect(admitStyle(house)).toEqual(house);
  });

  it("gets the house's own for a setting that the file does not know yet", () => {
    expect(admitStyle({ name: "旧版", layout: { tint: 12 } })).toEqual({
      ...broadsheet,
      name: "旧版",
      layout: { ...broadsheet.layout, tint: 12 },
    });
    expect(admitStyle(undefined)).toEqual(broadsheet);
  });

  it.each([
    ["a grid that would never be filled", "grid.columns", 1e9],
    ["half a column", "grid.columns", 2.5],
    ["a negative size", "grid.size", -9],
    ["a number in words", "grid.lines", "122"],
    ["a number that is none", "grid.pitch", Number.NaN],
    ["no type sizes at all", "scale", []],
    ["a pair of three", "layout.leadDepth", [1, 2, 3]],
    ["a list with a hole", "scale", new Array(3)],
    ["a face that nobody has", "faces.body", "javascript:alert(1)"],
    ["a profile elsewhere on the disk", "press.profile", "../../../../dev/zero"],
    ["a profile on another machine", "press.profile", "\\\\evil\\share\\x.icc"],
    ["a severity of its own", "proof.severity", { sum: "fatal" }],
    ["a list instead of a group", "paper", [390, 543]],
    ["nothing instead of a group", "text", null],
  ])("is refused with %s", (_, path, value) => {
    expect(() => admitStyle(styled(path, value))).toThrow(RangeError);
  });

  it("brings no more than a style has", () => {
    const hostile = JSON.parse('{"name": "x", "__proto__": {"polluted": 1}, "constructor": {"polluted": 1}}');
    const style = admitStyle(hostile);
    expect(Object.keys(style)).toEqual(Object.keys(broadsheet));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("the house's lists in a file", () => {
  const proof = (value: object) =>
    admitStyle({ ...broadsheet, proof: { ...broadsheet.proof, ...value } }).proof;

  it("keep what they say: terms with and without a word instead, forms of bylines", () => {
    const terms = [{ term: "最佳", instead: "知名", severity: "error" }, { term: "绝后" }];
    const forms = { byline: "slash", dateline: "", reporter: "named" };
    expect(proof({ terms, forms })).toMatchObject({ terms, forms });
  });

  it("are empty in a file from before there were any", () => {
    const { terms: _, forms: __, ...old } = broadsheet.proof;
    expect(admitStyle({ ...broadsheet, proof: old }).proof).toEqual(broadsheet.proof);
  });

  it.each([
    [{ terms: {} }, "proof.terms"],
    [{ terms: [null] }, "proof.terms.0"],
    [{ terms: [{ term: 5 }] }, "proof.terms.0.term"],
    [{ terms: [{ term: "最佳", severity: "grave" }] }, "proof.terms.0.severity"],
    [{ forms: { byline: "comma" } }, "proof.forms.byline"],
  ])("refuse %j", (value, path) => {
    expect(() => proof(value)).toThrow(path);
  });
});

describe("facts", () => {
  it("are strings, of a length that can be printed", () => {
    expect(admitFacts({ paper: "江州晚报" })).toEqual({ ...noFacts, paper: "江州晚报" });
    for (const paper of [7, null, {}, "长".repeat(2000)])
      expect(() => admitFacts({ paper })).toThrow(RangeError);
  });
});

describe("what is no edition, or no change", () => {
  it.each([null, 7, {}, { pages: {} }, { pages: [null] }, { pages: [{ type: "paragraph" }] }])(
    "an edition: %o",
    (json) => {
      expect(() => editionFromJSON(json as never)).toThrow(RangeError);
    },
  );

  it.each([
    null,
    [],
    { kind: "steps", page: "p1" },
    { kind: "steps", page: "p1", steps: [null] },
    { kind: "page-added", page: { type: "article" } },
    { kind: "facts", to: { paper: [] } },
    { kind: "delete everything" },
  ])("a change: %o", (json) => {
    expect(() => changeFromJSON(json as unknown as ChangeJSON)).toThrow(RangeError);
  });

  it("a step to a place that is nowhere does not apply", () => {
    const edition = editionFromJSON({
      facts: noFacts,
      style: broadsheet,
      pages: [{ type: "page", attrs: { id: "p1", number: "A1" } }],
    });
    const step = { stepType: "replace", from: 900, to: 1000 };
    const change = changeFromJSON({ kind: "steps", page: "p1", steps: [step] });
    expect(() => applyChanges(edition, [change])).toThrow(RangeError);
  });
});
