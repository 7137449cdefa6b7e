/** What a host tells of an evening: who worked when, who changed a paragraph, what a page was. */
import { join } from "node:path";
import fc from "fast-check";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { applyChanges, type Change, changeToJSON } from "../../core/edition/change.ts";
import { moveBlock, removeBlock, replaceText, run } from "../../core/edition/commands.ts";
import { addThread } from "../../core/edition/comments.ts";
import { type Edition, editionFromJSON, editionToJSON } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { clientOf } from "../../host/client.ts";
import { createHost } from "../../host/host.ts";
import { createEditionFile } from "../../host/store/create.ts";
import type { EditionStore } from "../../host/store/edition-store.ts";
import { finished } from "../../host/store/past.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { blame } from "../../host/work/blame.ts";
import { unhurried } from "../../host/work/unhurried.ts";
import { act, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";
import { machine } from "./wires.ts";

const folder = workFolder();
let files = 0;

/** An open file of a small edition, and a way to work on it by a clock of one's own. */
function evening(pages = 2) {
  const path = join(folder, `evening-${++files}.dayang`);
  createEditionFile(path, smallEdition(pages), { act });
  const store = openEditionFile(path);
  let minute = 0;
  let ids = 0;
  return {
    path,
    store,
    pass: (minutes: number) => {
      minute += minutes;
    },
    does(author: string, changes: readonly Change[], label = "typing") {
      const time = new Date(Date.UTC(2020, 1, 17, 20, 30) + minute * 60_000).toISOString();
      return store.append(changes, { time, author, label });
    },
    command: (command: Parameters<typeof run>[0]) => run(command, store.edition, () => `new-${++ids}`),
  };
}

/** A file of `rows` rows, each of which `see` is told with the edition after it. */
function longEvening(rows: number, see?: (seq: number, edition: Edition) => void): string {
  const path = join(folder, `long-${++files}.dayang`);
  function* later() {
    let current = smallEdition(2);
    see?.(1, current);
    for (let seq = 2; seq <= rows + 1; seq++) {
      const changes = seq === 351 ? run(removeBlock("a2"), current, () => "") : typing(current, "字");
      current = applyChanges(current, changes);
      see?.(seq, current);
      yield { act, changes };
    }
  }
  createEditionFile(path, smallEdition(2), { act, later: later() });
  return path;
}

/** Position before the first paragraph of a page. */
function paragraphOf(edition: Edition, page = 0): number {
  let at = -1;
  edition.pages[page]?.descendants((node, pos) => {
    if (node.type.name === "paragraph" && at < 0) at = pos;
    return at < 0;
  });
  return at;
}
const say = (edition: Edition, from: number, to: number, words: string, page = 0) =>
  replaceText(edition.pages[page]?.attrs.id, paragraphOf(edition, page), from, to, words);
function replaced(edition: Edition, page: string, pos: number, old: string, words: string): Change[] {
  const doc = edition.pages.find(({ attrs }) => attrs.id === page);
  const at = doc?.nodeAt(pos)?.textContent.indexOf(old) ?? -1;
  return run(replaceText(page, pos, at, at + old.length, words), edition, () => "");
}
const blames = (store: EditionStore, page = "p1", pos = paragraphOf(store.edition)) =>
  finished(blame(store, page, pos, 20));

describe("who changed a paragraph", () => {
  it("is told run by run, newest first, with the words before and after", () => {
    const { store, does, command, pass } = evening();
    does("编辑 甲", command(say(store.edition, 4, 5, "4")));
    does("编辑 甲", typing(store.edition, "快讯"));
    pass(1);
    does("编辑 甲", command(say(store.edition, 4, 5, "5")));
    does("校对 乙", command(say(store.edition, 0, 2, "新桥")));
    expect(
      blames(store).map(({ author, before, after }) => [author, before?.slice(0, 6), after.slice(0, 6)]),
    ).toEqual([
      ["校对 乙", "大桥全长5公", "新桥全长5公"],
      ["编辑 甲", "大桥全长3公", "大桥全长5公"],
      ["夜班", undefined, "大桥全长3公"],
    ]);
    store.close();
  });

  it("follows it through typing above, splitting, and to another page", () => {
    const { store, does, command } = evening();
    does("甲", command(say(store.edition, 4, 5, "4")));
    does("戊", command(say(store.edition, 8, 10, "前天")));
    // A paragraph that is parted keeps its words: nobody has changed them.
    const [doc] = store.edition.pages;
    const middle = paragraphOf(store.edition) + 1 + 8;
    if (doc) does("乙", [{ kind: "steps", page: "p1", steps: new Transform(doc).split(middle).steps }]);
    does("丙", command(moveBlock("a1", "A2")));
    does("丁", typing(store.edition, "题", 1));
    const [, a2] = store.edition.pages;
    let last = 0;
    a2?.descendants((node, pos) => {
      if (/^，?前天/.test(node.textContent)) last = pos;
      return !node.isTextblock;
    });
    does("己", replaced(store.edition, "p2", last, "完成", "做完"));
    expect(blames(store, "p2", last).map(({ author }) => author)).toEqual(["己", "戊", "夜班"]);
    store.close();
  });

  it("does not count a comment, and one undone and gone is nothing", () => {
    const { store, does, command } = evening();
    const from = paragraphOf(store.edition) + 1;
    const remark = { author: "甲", time: act.time, text: "？" };
    does("甲", command(addThread({ id: "t", kind: "comment", page: "p1", from, to: from + 4, remark })));
    does("乙", command(say(store.edition, 0, 1, "小")));
    does("乙", command(say(store.edition, 0, 1, "大")));
    expect(blames(store).map(({ author }) => author)).toEqual(["夜班"]);
    expect(blames(store, "p1", 0)).toEqual([]);
    expect(blames(store, "nowhere", 3)).toEqual([]);
    store.close();
  });
});

describe("a paragraph's past", () => {
  const marked = (edition: Edition): string | null => {
    for (const page of edition.pages)
      for (const block of page.children)
        for (const part of block.children) if (part.textContent.includes("§")) return part.textContent;
    return null;
  };
  const pages = (n: number) => ["p1", "p2"][n % 2] as string;

  /** A row of an evening on the paragraph that holds the mark, on others, or on where it stands. */
  const row = fc.tuple(
    fc.constantFrom("type", "cut", "split", "strong", "move", "two"),
    fc.nat(400),
    fc.nat(3),
  );
  function changesOf([kind, n, size]: [string, number, number], edition: Edition): Change[] {
    if (kind === "move") return run(moveBlock("a1", n % 2 ? "A1" : "A2"), edition, () => "");
    const page = edition.pages.find(({ attrs }) => attrs.id === pages(n));
    if (!page) return [];
    const places: number[] = [];
    page.descendants((node, pos) => {
      if (node.type.name === "paragraph")
        for (let k = 0; k <= node.content.size; k++) places.push(pos + 1 + k);
      return !node.isTextblock;
    });
    const at = places[n % places.length];
    if (at === undefined) return [];
    const end = Math.min(at + size, page.resolve(at).end());
    const tr = new Transform(page);
    if (kind === "type" || kind === "two") tr.insert(at, schema.text("字".repeat(size + 1)));
    if (kind === "two") tr.delete(at, at + 1);
    if (kind === "split") tr.split(at);
    if (kind === "strong" && end > at) tr.addMark(at, end, schema.mark("emphasis"));
    if (kind === "cut" && end > at && !page.textBetween(at, end).includes("§")) tr.delete(at, end);
    return tr.steps.length > 0 ? [{ kind: "steps", page: page.attrs.id, steps: tr.steps }] : [];
  }

  it("is told with the words that stood there, whatever was done beside it", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
        const { store, does, command, pass } = evening();
        does("零", command(say(store.edition, 4, 4, "§")));
        for (const [i, one] of rows.entries()) {
          const changes = changesOf(one as [string, number, number], store.edition);
          if (changes.length > 0) does(["甲", "乙", "丙"][i % 3] as string, changes);
          pass(3);
        }
        const page = store.edition.pages.find((doc) => doc.textContent.includes("§"));
        let at = 0;
        page?.descendants((node, pos) => {
          if (node.isTextblock && node.textContent.includes("§")) at = pos;
          return !node.isTextblock;
        });
        const runs = finished(blame(store, page?.attrs.id, at, 100));
        // What was parted from it later stood in the same paragraph, and is not told as its own.
        const parted = rows.some(([kind]) => kind === "split");
        const standsIn = (edition: Edition) => (words: string) => {
          const whole = marked(edition) ?? words;
          return parted ? whole.includes(words) : whole === words;
        };
        for (const { from, to, before, after } of runs) {
          expect(after).toSatisfy(standsIn(store.at(to)));
          if (before !== null) expect(before).toSatisfy(standsIn(store.at(from - 1)));
        }
        if (parted) return;
        // Whatever changed it is in one of the runs.
        for (let seq = 3; seq <= store.seq; seq++)
          if (marked(store.at(seq)) !== marked(store.at(seq - 1)))
            expect(
              runs.some(({ from, to }) => from <= seq && seq <= to) || runs.at(-1)?.before === null,
            ).toBe(true);
        store.close();
      }),
      { numRuns: 20 },
    );
  });
});

describe("an evening's timeline", () => {
  it("is of one page, by author and pause, with moments to go back to", async () => {
    const { store, path, does, pass, command } = evening();
    does("甲", typing(store.edition, "一"));
    does("甲", typing(store.edition, "二", 1));
    does("甲", typing(store.edition, "三"));
    pass(2);
    does("甲", command(moveBlock("a2", "A1")), "move");
    does("乙", typing(store.edition, "四"));
    pass(-90);
    does("乙", typing(store.edition, "五"));
    pass(30);
    does("乙", [{ kind: "facts", from: store.edition.facts, to: { ...store.edition.facts, paper: "晚报" } }]);
    store.close();
    const client = clientOf(createHost({ ...machine(folder), now: () => act.time }));
    const { edition } = await client.call("editions.open", { path });
    const { stretches, seq } = await client.call("log.timeline", { edition, page: "p1" });
    expect(seq).toBe(8);
    expect(stretches.map(({ author, from, to, rows }) => [author, from, to, rows])).toEqual([
      ["夜班", 1, 1, 1],
      ["甲", 2, 5, 3],
      ["乙", 6, 6, 1],
      ["乙", 7, 7, 1],
      ["乙", 8, 8, 1],
    ]);
    expect(stretches[1]?.moments.map((moment) => moment.seq)).toEqual([4, 5]);
    expect(stretches[1]?.labels).toEqual([
      { label: "typing", rows: 2 },
      { label: "move", rows: 1 },
    ]);
    const { content } = await client.call("log.at", { edition, seq: 4 });
    expect(headlineOf(editionFromJSON(content))).toBe("三一新桥今日通车");
    await client.close();
  });

  it("lets a step be written while a long evening is read", async () => {
    const path = longEvening(3000);
    const client = clientOf(createHost({ ...machine(folder), now: () => act.time }));
    const { edition, seq, content } = await client.call("editions.open", { path });
    const order: string[] = [];
    const looking = client.call("log.at", { edition, seq: 2990 }).then(() => order.push("the past"));
    const changes = typing(editionFromJSON(content), "急").map(changeToJSON);
    await client.call("log.append", { edition, after: seq, changes, author: "乙", label: "typing" });
    order.push("the step");
    await looking;
    expect(order).toEqual(["the step", "the past"]);
    await client.close();
  });

  it("is given up where the edition is closed meanwhile", async () => {
    let open = true;
    function* endless(): Generator<void, never> {
      for (;;) yield;
    }
    const work = unhurried(endless(), () => {
      if (!open) throw new Error("closed");
    });
    open = false;
    await expect(work).rejects.toThrow("closed");
  });
});

it("the past is the same from wherever it is reached", () => {
  const was = new Map<number, string>();
  const path = longEvening(1500, (seq, edition) => was.set(seq, JSON.stringify(editionToJSON(edition))));
  const again = openEditionFile(path, { readOnly: true });
  for (const seq of [1400, 3, 1401, 352, 351, 1499, 1, 520, 352, 1100])
    expect(JSON.stringify(editionToJSON(again.at(seq)))).toBe(was.get(seq));
  expect(() => again.at(1502)).toThrow(RangeError);
  again.close();
});
