/** An anchor goes where its words go, a thread is never lost, and neither changes what prints. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { expect, it } from "vitest";
import { anchoredText, anchorsOf, contentWithout, withoutAnchors } from "../../../core/edition/anchors.ts";
import {
  applyChanges,
  type Change,
  ChangeError,
  changeFromJSON,
  changeToJSON,
} from "../../../core/edition/change.ts";
import { moveBlock, run } from "../../../core/edition/commands.ts";
import {
  addThread,
  openThreads,
  removeThread,
  reopen,
  reply,
  resolve,
  standingThreads,
} from "../../../core/edition/comments.ts";
import { compareEditions } from "../../../core/edition/compare.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../../core/edition/edition.ts";
import { emptyHistory, record, rewind } from "../../../core/edition/history.ts";
import { schema } from "../../../core/edition/schema.ts";
import { digestPages } from "../../../core/edition/versions.ts";
import { article, edition, newId, p, page } from "./builders.ts";

const start = () =>
  edition(
    page("A1", article({ id: "a" }, "渡口复航", p("首班船昨晨六点离岸。"), p("船票仍为两元。"))),
    page("A2", article({ id: "b" }, "简讯", p("四条新线开通。"))),
  );

const remark = (text: string, minute = 0) => ({
  author: "校对 甲",
  time: `2020-02-17T21:${String(minute).padStart(2, "0")}:00.000Z`,
  text,
});

/** Positions of `words` on their page. */
function find(edition: Edition, words: string): { page: string; from: number; to: number } {
  for (const doc of edition.pages) {
    let at = -1;
    doc.descendants((node, pos) => {
      const offset = node.isTextblock ? node.textContent.indexOf(words) : -1;
      if (offset >= 0) at = pos + 1 + offset;
      return !node.isTextblock;
    });
    if (at >= 0) return { page: doc.attrs.id, from: at, to: at + words.length };
  }
  throw new Error(`no "${words}"`);
}

const commented = (words = "昨晨六点", id = "t1", minute = 0): Edition => on(start(), words, id, minute);
function on(edition: Edition, words: string, id: string, minute = 0): Edition {
  const command = addThread({ id, kind: "query", ...find(edition, words), remark: remark("几点？", minute) });
  const changes = run(command, edition, newId);
  expect(changes).not.toEqual([]);
  return applyChanges(edition, changes);
}

const edit = (edition: Edition, page: string, act: (tr: Transform) => Transform): Change[] => {
  const tr = act(new Transform(edition.pages.find((doc) => doc.attrs.id === page) as Node));
  return [{ kind: "steps", page, steps: tr.steps }];
};
const words = (edition: Edition, id = "t1") => anchoredText(edition, anchorsOf(edition).get(id) ?? []);

it("is anchored to its words, and undone to the node", () => {
  const before = start();
  const changes = run(
    addThread({ id: "t1", kind: "comment", ...find(before, "两元"), remark: remark("三元？") }),
    before,
    newId,
  );
  const after = applyChanges(before, changes);
  expect(words(after)).toBe("两元");
  expect(after.comments?.[0]).toMatchObject({ block: "a", quote: "两元", resolved: null });
  const history = record(emptyHistory, before, changes);
  expect(editionToJSON(rewind(history, after))).toEqual(editionToJSON(before));
});

it("moves with its words when they are split, joined, or sent to another page", () => {
  let now = commented();
  const { page: a1, from } = find(now, "六点");
  now = applyChanges(
    now,
    edit(now, a1, (tr) => tr.split(from)),
  );
  expect(words(now)).toBe("昨晨\n六点");
  now = applyChanges(
    now,
    edit(now, a1, (tr) => tr.join(from + 1)),
  );
  expect(words(now)).toBe("昨晨六点");
  now = applyChanges(now, run(moveBlock("a", "A2"), now, newId));
  expect(standingThreads(now)).toMatchObject([{ number: "A2", headline: "渡口复航" }]);
});

it("does not grow when text is typed at its end, and grows when it is typed inside", () => {
  const now = commented();
  const { page: a1, from, to } = find(now, "昨晨六点");
  const at = (pos: number) => {
    const doc = now.pages[0] as Node;
    const marks = doc.resolve(pos).marks();
    return applyChanges(
      now,
      edit(now, a1, (tr) => tr.insert(pos, schema.text("整", marks))),
    );
  };
  expect(words(at(to))).toBe("昨晨六点");
  expect(words(at(from + 2))).toBe("昨晨整六点");
});

it("outlives its words, and has them again after undo", () => {
  const now = commented();
  const { page: a1, from, to } = find(now, "首班船昨晨六点离岸");
  const changes = edit(now, a1, (tr) => tr.delete(from, to));
  const after = applyChanges(now, changes);
  expect(standingThreads(after)).toMatchObject([
    { places: [], number: "A1", headline: "渡口复航", thread: { quote: "昨晨六点" } },
  ]);
  const back = rewind(record(emptyHistory, now, changes), after);
  expect(words(back)).toBe("昨晨六点");
});

it("lists threads as a reader meets them, those without words last in their article", () => {
  let now = on(on(commented("两元", "second", 1), "渡口", "first", 9), "新线", "third", 2);
  now = on(now, "首班", "gone", 3);
  const { page: a1, from, to } = find(now, "首班");
  now = applyChanges(
    now,
    edit(now, a1, (tr) => tr.delete(from, to)),
  );
  expect(standingThreads(now).map(({ thread }) => thread.id)).toEqual(["first", "second", "gone", "third"]);
  expect([openThreads(now), openThreads(now, "A1")]).toEqual([4, 3]);
});

it("is answered, resolved, opened again and taken away; each applies once", () => {
  let now = commented();
  const does = (command: Parameters<typeof run>[0]) => {
    const changes = run(command, now, newId);
    now = applyChanges(now, changes);
    return changes.length > 0;
  };
  expect(does(reply("t1", remark("六点零五分", 4)))).toBe(true);
  expect(does(reply("t1", remark("  ", 4)))).toBe(false);
  expect(does(reply("none", remark("？")))).toBe(false);
  expect(does(resolve("t1", "责编 乙", "2020-02-17T22:00:00.000Z"))).toBe(true);
  expect(does(resolve("t1", "责编 乙", "2020-02-17T22:01:00.000Z"))).toBe(false);
  expect(now.comments?.[0]).toMatchObject({
    remarks: [{}, { text: "六点零五分" }],
    resolved: { by: "责编 乙" },
  });
  expect(openThreads(now)).toBe(0);
  expect(does(reopen("t1"))).toBe(true);
  expect(does(removeThread("t1"))).toBe(true);
  expect(now.comments).toBeUndefined();
  expect(anchorsOf(now).size).toBe(0);
});

it("begins on words of one block only", () => {
  const now = start();
  const { page: a1 } = find(now, "渡口");
  const from = find(now, "渡口").from;
  const none = (range: { from: number; to: number }) =>
    run(addThread({ id: "t", kind: "comment", page: a1, ...range, remark: remark("？") }), now, newId);
  expect(none({ from, to: from })).toEqual([]);
  expect(none({ from: 0, to: (now.pages[0] as Node).content.size + 1 })).toEqual([]);
  expect(none({ from: -1, to: 4 })).toEqual([]);
});

it("may overlap another, and neither loses anything when one goes", () => {
  const now = on(commented("昨晨六点", "t1"), "六点离岸", "t2", 1);
  expect([words(now, "t1"), words(now, "t2")]).toEqual(["昨晨六点", "六点离岸"]);
  const after = applyChanges(now, run(removeThread("t1"), now, newId));
  expect([words(after, "t1"), words(after, "t2")]).toEqual(["", "六点离岸"]);
});

it("changes no digest and no comparison", () => {
  const before = start();
  const after = commented();
  const digest = (text: string) => text;
  expect(digestPages(after, digest)).toEqual(digestPages(before, digest));
  expect(compareEditions(before, after).blocks).toEqual([]);
  expect(withoutAnchors(after.pages[0] as Node).eq(before.pages[0] as Node)).toBe(true);
  const kept = contentWithout((after.pages[0] as Node).content, () => false);
  expect(kept).toBe((after.pages[0] as Node).content);
});

it("refuses a change to a thread that is not there, and one that is there already", () => {
  const now = commented();
  const [thread] = now.comments ?? [];
  if (!thread) throw new Error("no thread");
  expect(() => applyChanges(now, [{ kind: "comment", from: null, to: thread }])).toThrow(ChangeError);
  expect(() => applyChanges(start(), [{ kind: "comment", from: thread, to: null }])).toThrow(ChangeError);
});

it.each([
  ["no remark", { remarks: [] }],
  ["a remark that is no text", { remarks: [{ author: "", time: "", text: 5 }] }],
  ["a remark without end", { remarks: [{ author: "", time: "", text: "长".repeat(10_001) }] }],
  ["another kind", { kind: "script" }],
  ["no id", { id: "" }],
  ["a page that is no text", { page: { toString: "A1" } }],
  ["a strange resolution", { resolved: "yes" }],
])("lets no thread in that has %s", (_, wrong) => {
  const json = editionToJSON(commented());
  const thread = { ...json.comments?.[0], ...wrong };
  expect(() => editionFromJSON({ ...json, comments: [thread] as never })).toThrow(RangeError);
  expect(() => changeFromJSON({ kind: "comment", from: null, to: thread } as never)).toThrow(RangeError);
});

it("keeps threads and anchors sound through any edits, as JSON too, and undoes all of them", () => {
  const action = fc.tuple(fc.nat(5), fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
      let now = commented();
      let history = emptyHistory;
      const first = editionToJSON(now);
      actions.forEach(([kind, x, y], i) => {
        const doc = now.pages[0] as Node;
        const [from, to] = [Math.min(x, y), Math.max(x, y)];
        let changes: Change[] = [];
        try {
          if (kind === 0) changes = edit(now, doc.attrs.id, (tr) => tr.deleteRange(from, to));
          if (kind === 1) changes = edit(now, doc.attrs.id, (tr) => tr.insert(from, schema.text("添")));
          if (kind === 2) changes = edit(now, doc.attrs.id, (tr) => tr.split(from));
        } catch {
          // Not every position takes every edit.
          return;
        }
        const say = { page: doc.attrs.id as string, from, to, remark: remark("？", i), id: `x${i}` };
        if (kind === 3) changes = run(addThread({ kind: "comment", ...say }), now, newId);
        if (kind === 4) changes = run(removeThread(`x${i - 1}`), now, newId);
        if (kind === 5) changes = run(resolve("t1", "乙", "2020-02-17T22:00:00.000Z"), now, newId);
        const sent = changes.map((change) =>
          changeFromJSON(JSON.parse(JSON.stringify(changeToJSON(change)))),
        );
        history = record(history, now, sent);
        now = applyChanges(now, sent);
      });
      const known = new Set(now.comments?.map(({ id }) => id));
      for (const id of anchorsOf(now).keys()) expect(known).toContain(id);
      expect(editionToJSON(editionFromJSON(editionToJSON(now)))).toEqual(editionToJSON(now));
      expect(editionToJSON(rewind(history, now))).toEqual(first);
    }),
    { numRuns: 60 },
  );
});
