import { describe, expect, it } from "vitest";
import { replaceText } from "../../../core/edition/commands.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { type Reading, readEdition } from "../../../core/edition/reading.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { equationWords } from "../../../core/proof/equation.ts";
import { createGazetteer } from "../../../core/proof/gazetteer.ts";
import { proofread } from "../../../core/proof/proofread.ts";
import { allRules } from "../../../core/proof/rules/all.ts";
import { fixing } from "../../../renderer/proofing/fixing.ts";
import { itemsOf, tally } from "../../../renderer/proofing/items.ts";
import { tracer } from "../../../renderer/proofing/places.ts";
import { figuresOn, listed, type RoundState } from "../../../renderer/proofing/round.ts";
import type { Decision } from "../../../renderer/session/decisions.ts";
import { Session } from "../../../renderer/session/session.ts";
import { article, edition, newId, p, page } from "../../core/edition/builders.ts";

const schools = "全县共有学校36所，其中小学20所、初中10所、高中7所。";
const proof = (reading: Reading, style = broadsheet) =>
  proofread(reading, { gazetteer: createGazetteer(style.proof.places), style, rules: allRules });

function items(made: Edition, decisions: readonly Decision[] = []) {
  const reading = readEdition(made);
  return itemsOf(proof(reading), reading, decisions);
}

const all: RoundState = {
  grouping: "page",
  hidden: [],
  ignored: false,
  asking: null,
  relation: 0,
  lit: [],
  at: -1,
};
const ignored = (subject: string): Decision => ({
  subject,
  verdict: "ignored",
  reason: "与原件核对无误",
  author: "校对甲",
  time: "2020-02-17T15:00:00Z",
});

describe("findings as rows", () => {
  const made = edition(
    page("A1", article({ id: "a" }, "学校", p(schools)), article({ id: "b" }, "再说学校", p(schools))),
  );

  it("keep their names while the text about them moves", () => {
    const moved = edition(page("A1", article({ id: "a" }, "学校", p("前言。"), p(schools))));
    const [before, after] = [items(made), items(moved)];
    expect(after.findings[0]?.id).toBe(before.findings[0]?.id);
  });

  it("stand once each, in groups that lose none", () => {
    const found = items(made);
    for (const grouping of ["page", "article", "rule"] as const) {
      const groups = listed(found, { ...all, grouping });
      expect(groups.flatMap((group) => group.items.map(({ id }) => id)).toSorted()).toEqual(
        found.findings.map(({ id }) => id).toSorted(),
      );
    }
    expect(new Set(found.findings.map(({ id }) => id)).size).toBe(found.findings.length);
  });

  it("a decision about one place leaves the same words elsewhere open; one for the edition covers them", () => {
    const sums = (decisions: Decision[]) => {
      const { findings } = items(made, decisions);
      return findings
        .filter(({ finding }) => finding.rule === "sum")
        .map(({ decision }) => decision !== null);
    };
    const [first] = items(made).findings.filter(({ finding }) => finding.rule === "sum");
    if (!first) throw new Error("no sum");
    expect(first.alike).toBe(1);
    expect(sums([])).toEqual([false, false]);
    expect(sums([ignored(first.subject)])).toEqual([true, false]);
    expect(sums([ignored(first.everywhere)])).toEqual([true, true]);
  });

  it("other evidence makes another matter of it: the decision no longer holds", () => {
    const [first] = items(made).findings;
    const worse = edition(page("A1", article({ id: "a" }, "学校", p(schools.replace("7", "8")))));
    expect(first && items(worse, [ignored(first.everywhere)]).findings[0]?.decision).toBe(null);
  });
});

describe("figures as rows", () => {
  it("show the sum that speaks against them, and how it reads", () => {
    const found = items(edition(page("A1", article({ id: "a" }, "学校", p(schools)))));
    const [total] = found.figures;
    expect(total?.state).toBe("contradicted");
    expect(total?.relations.map(equationWords)).toEqual(["36所≠20＋10＋7＝37所"]);
    expect(tally(found.figures)).toMatchObject({ contradicted: 4, verified: 0 });
  });

  it("are checked by hand where no sum speaks of them, and only there", () => {
    const made = edition(page("A1", article({ id: "a" }, "学校", p("去年新建食堂5座。"), p(schools))));
    const subjects = items(made).figures.map(({ subject }) => ignored(subject));
    expect(items(made, subjects).figures.map(({ state }) => state)).toEqual([
      "checked",
      ...Array(4).fill("contradicted"),
    ]);
    expect(figuresOn(items(made), "page-A1", { ...all, hidden: ["contradicted"] })).toHaveLength(1);
    expect(figuresOn(items(made), "elsewhere", all)).toEqual([]);
  });
});

describe("a correction", () => {
  const wrong = "一年来，全县上下再接再励，办成了几件实事。";

  /** An edition at the desk that was checked before anything was typed. */
  function atDesk() {
    const quiet = () => () => {};
    const session = new Session(edition(page("A1", article({ id: "a" }, "实事", p(wrong)))), {
      compose: () => [],
      proofread: (reading, { style }) => proof(reading, style),
      append: async () => {},
      newId,
      onFrame: quiet,
      onPause: quiet,
      wait: async () => {},
    });
    const checked = session.state.reading;
    const found = proof(checked).findings.find(({ fixes }) => fixes.length > 0);
    if (!found) throw new Error("nothing to mend");
    const mend = () =>
      session.dispatch(fixing(tracer(checked, session.state.reading), found.fixes), {
        label: "desk.proof.accept",
      });
    const type = (from: number, to: number, text: string) =>
      session.dispatch(replaceText("page-A1", found.span.from.part.pos, from, to, text), {
        label: "desk.undo",
      });
    const text = () => session.state.edition.pages[0]?.textContent;
    return { session, mend, type, text, offset: found.span.from.offset };
  }

  it("is one step, and undone as one", () => {
    const { session, mend, text } = atDesk();
    expect(mend()).toBe(true);
    expect(text()).toContain("再接再厉");
    expect(session.state.history.done).toHaveLength(1);
    session.undo();
    expect(text()).toBe(`实事${wrong}`);
  });

  it("is made at its place after typing before it", () => {
    const { mend, type, text } = atDesk();
    type(0, 0, "记者获悉：");
    expect(mend()).toBe(true);
    expect(text()).toBe("实事记者获悉：一年来，全县上下再接再厉，办成了几件实事。");
  });

  it("is refused where the words are no longer those that were checked", () => {
    const { mend, type, text, offset } = atDesk();
    type(offset + 1, offset + 2, "连");
    const before = text();
    expect(mend()).toBe(false);
    expect(text()).toBe(before);
  });
});
