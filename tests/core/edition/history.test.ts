/** What is kept to be undone: bounded, joined where steps meet, and exact. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, type Change, joined } from "../../../core/edition/change.ts";
import { replaceText, run } from "../../../core/edition/commands.ts";
import { type Edition, editionToJSON } from "../../../core/edition/edition.ts";
import { emptyHistory, type History, record, rewind, undo } from "../../../core/edition/history.ts";
import { article, edition, newId, p, page } from "./builders.ts";

const ferry = () => edition(page("A1", article({ id: "a" }, "渡口", p("昨日清晨。"))));
/** Position before the paragraph: masthead and headline stand before it. */
const paragraph = (e: Edition): number => {
  let found = -1;
  e.pages[0]?.descendants((node, pos) => {
    if (node.type.name === "paragraph") found = pos;
  });
  return found;
};
const put = (e: Edition, from: number, to: number, text: string): Change[] =>
  run(replaceText("page-A1", paragraph(e), from, to, text), e, newId);

/** Types `texts` one after the other at the paragraph's beginning plus its index. */
function typed(texts: readonly string[], options: { group?: string; depth?: number }) {
  let [current, history]: [Edition, History] = [ferry(), emptyHistory];
  texts.forEach((text, i) => {
    const changes = put(current, i, i, text);
    history = record(history, current, changes, options);
    current = applyChanges(current, changes);
  });
  return { current, history };
}

describe("undo", () => {
  it("keeps a run of typing as one step, however long", () => {
    const { current, history } = typed([..."今年的橘子比去年多收了三成"], { group: "typing" });
    expect(history.done).toHaveLength(1);
    expect(history.done[0]?.undo).toHaveLength(1);
    expect(editionToJSON(rewind(history, current))).toEqual(editionToJSON(ferry()));
  });

  it("keeps no more changes than it is told, the last event whole", () => {
    const { current, history } = typed(["甲", "乙", "丙", "丁"], { depth: 2 });
    expect(history.done).toHaveLength(2);
    expect(rewind(history, current).pages[0]?.textContent).toContain("甲乙昨日");
    const changes = [...put(current, 0, 0, "戊"), ...put(current, 0, 0, "己"), ...put(current, 0, 0, "庚")];
    expect(record(history, current, changes, { depth: 2 }).done.map((event) => event.undo.length)).toEqual([
      3,
    ]);
  });

  it("of a run that does not join is parted, so that one undo does not take an hour", () => {
    let [current, history]: [Edition, History] = [ferry(), emptyHistory];
    for (let i = 0; i < 120; i++) {
      // Now at the head, now at the foot: no two steps meet.
      const end = current.pages[0]?.nodeAt(paragraph(current))?.content.size ?? 0;
      const changes = put(current, i % 2 ? end : 0, i % 2 ? end : 0, "字");
      history = record(history, current, changes, { group: "typing" });
      current = applyChanges(current, changes);
    }
    expect(history.done.length).toBeGreaterThan(1);
    expect(Math.max(...history.done.map((event) => event.undo.length))).toBeLessThanOrEqual(50);
    expect(editionToJSON(rewind(history, current))).toEqual(editionToJSON(ferry()));
  });

  it("goes back exactly, whatever was typed and deleted in one run", () => {
    const act = fc.record({ at: fc.nat(12), take: fc.nat(3), text: fc.constantFrom("", "夜", "班编", "🚢") });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let [current, history]: [Edition, History] = [ferry(), emptyHistory];
        for (const { at, take, text } of acts) {
          const length = current.pages[0]?.nodeAt(paragraph(current))?.content.size ?? 0;
          const from = Math.min(at, length);
          const changes = put(current, from, Math.min(length, from + take), text);
          history = record(history, current, changes, { group: "typing" });
          current = applyChanges(current, changes);
        }
        for (let back = undo(history, current); back; back = undo(history, current)) {
          current = applyChanges(current, back.changes);
          history = back.history;
        }
        expect(editionToJSON(current)).toEqual(editionToJSON(ferry()));
      }),
      { numRuns: 60 },
    );
  });

  it("joins steps of one page only", () => {
    const e = edition(page("A1", article("渡口", p("清晨。"))), page("A2", article("对岸", p("清晨。"))));
    const [a] = put(e, 0, 0, "昨日");
    const b = run(replaceText("page-A2", paragraph(e), 2, 2, "的"), e, newId)[0];
    expect(joined([a as Change], [b as Change])).toHaveLength(2);
  });
});
