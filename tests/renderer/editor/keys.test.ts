/** Keys in the galley, as a person presses them: `|` is the caret, `[` and `]` a selection. */
import type { Node } from "prosemirror-model";
import { type Command, EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { deleteAcross, mixesParts } from "../../../renderer/editor/delete-across.ts";
import { galleyKeys, toggleCrosshead, toggleEmphasis } from "../../../renderer/editor/keys.ts";
import { addPart, partsToAdd } from "../../../renderer/editor/parts.ts";
import {
  article,
  byline,
  caption,
  crosshead,
  deck,
  jump,
  kicker,
  p,
  picture,
} from "../../core/edition/builders.ts";

/** A state with the caret or selection where the signs stand in the text. */
function at(...parts: (Node | string)[]): EditorState {
  const doc = article({ id: "a" }, ...parts);
  const found: number[] = [];
  doc.descendants((node, pos) => {
    if (node.isText) for (const sign of node.text?.matchAll(/[|[\]]/g) ?? []) found.push(pos + sign.index);
  });
  let state = EditorState.create({ doc });
  const tr = state.tr;
  for (const pos of found.toReversed()) tr.delete(pos, pos + 1);
  state = state.apply(tr);
  const [start = 0, end = start + 1] = found;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start, Math.max(start, end - 1))));
}

/** The parts after a command, with the caret. */
function done(state: EditorState, command: Command | undefined): string[] | null {
  let next = state;
  if (!command?.(state, (tr) => (next = state.apply(tr)))) return null;
  return show(next);
}

function show({ doc, selection }: EditorState): string[] {
  const shown: string[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) {
      if (node.isAtom)
        shown.push(
          selection instanceof NodeSelection && selection.from === pos
            ? `<${node.type.name}>`
            : node.type.name,
        );
      return true;
    }
    let text = node.textContent;
    const start = pos + 1;
    const inside = (at: number) => at >= start && at <= start + node.content.size;
    if (!selection.empty && inside(selection.to))
      text = `${text.slice(0, selection.to - start)}]${text.slice(selection.to - start)}`;
    if (inside(selection.from))
      text = `${text.slice(0, selection.from - start)}${selection.empty ? "|" : "["}${text.slice(selection.from - start)}`;
    shown.push(`${node.type.name} ${text}`);
    return false;
  });
  return shown;
}

const key = (name: string) => galleyKeys[name];

describe("Enter", () => {
  it("splits a paragraph", () => {
    expect(done(at("题", p("前|后")), key("Enter"))).toEqual([
      "headline 题",
      "paragraph 前",
      "paragraph |后",
    ]);
  });
  it("goes on from the headline to the next field, selecting it", () => {
    expect(done(at("题|", deck("副题"), p("文")), key("Enter"))).toEqual([
      "headline 题",
      "deck [副题]",
      "paragraph 文",
    ]);
  });
  it("makes a first paragraph under a headline that has none", () => {
    expect(done(at("题|"), key("Enter"))).toEqual(["headline 题", "paragraph |"]);
  });
  it("leaves a crosshead for the text under it", () => {
    expect(done(at("题", crosshead("小题|"), p("文")), key("Enter"))).toEqual([
      "headline 题",
      "crosshead 小题",
      "paragraph |",
      "paragraph 文",
    ]);
  });
});

describe("Backspace", () => {
  it("joins paragraphs", () => {
    expect(done(at("题", p("前"), p("|后")), key("Backspace"))).toEqual(["headline 题", "paragraph 前|后"]);
  });
  it("takes away an empty part, but not the headline", () => {
    expect(done(at("题", deck("|"), p("文")), key("Backspace"))).toEqual(["headline 题|", "paragraph 文"]);
    expect(done(at("|", p("文")), key("Backspace"))).toEqual(["headline |", "paragraph 文"]);
  });
  it("never draws text into a field", () => {
    expect(done(at("题", byline("甲"), p("|文")), key("Backspace"))).toEqual([
      "headline 题",
      "byline 甲",
      "paragraph |文",
    ]);
  });
  it("makes a crosshead a paragraph again", () => {
    expect(done(at("题", p("前"), crosshead("|小题")), key("Backspace"))).toEqual([
      "headline 题",
      "paragraph 前",
      "paragraph |小题",
    ]);
  });
  it("selects a jump before it takes it", () => {
    expect(done(at("题", p("前"), jump("A2"), p("|后")), key("Backspace"))?.[2]).toBe("<jump>");
  });
  it("leaves letters to the browser", () => {
    expect(done(at("题", p("前|后")), key("Backspace"))).toBeNull();
  });
});

describe("Tab", () => {
  const state = at(
    "题|",
    kicker("引题"),
    deck("副题"),
    p("一"),
    p("二"),
    picture({ id: "pic" }, caption("图说")),
  );
  it("walks the fields in printed order, stopping once in the body", () => {
    const visited: string[] = [];
    let current = state;
    for (let i = 0; i < 9; i++) {
      let next: EditorState | null = null;
      if (!key("Tab")?.(current, (tr) => (next = current.apply(tr)))) break;
      current = next ?? current;
      visited.push(current.selection.$head.parent.textContent);
    }
    expect(visited).toEqual(["副题", "一", "图说"]);
  });
  it("leaves the galley past its ends", () => {
    const first = at("题", kicker("引|题"), p("一"));
    expect(done(first, key("Shift-Tab"))).toBeNull();
  });
});

describe("commands", () => {
  it("turns the selected paragraphs into crossheads and back", () => {
    const state = at("题", p("小[题"), p("又]一"), p("文"));
    expect(
      done(state, toggleCrosshead)
        ?.slice(1, 4)
        .map((line) => line.split(" ")[0]),
    ).toEqual(["crosshead", "crosshead", "paragraph"]);
    expect(done(at("题", crosshead("小|题")), toggleCrosshead)).toEqual(["headline 题", "paragraph 小|题"]);
    expect(done(at("题|", p("文")), toggleCrosshead)).toBeNull();
  });
  it("marks emphasis in paragraphs alone", () => {
    expect(toggleEmphasis(at("题", p("要[紧]的")))).toBe(true);
    expect(toggleEmphasis(at("[题]", p("文")))).toBe(false);
  });
  it("adds the parts there is room for, in their place, the caret in them", () => {
    const state = at("题", p("文|"));
    expect(partsToAdd(state.doc)).toEqual(["kicker", "deck", "series", "byline", "dateline"]);
    const tr = addPart(state, "byline");
    expect(tr && show(state.apply(tr))).toEqual(["headline 题", "byline |", "paragraph 文"]);
    expect(partsToAdd(article({ id: "a" }, "题", kicker("引")))).not.toContain("kicker");
  });
});

describe("deleting over parts", () => {
  const cut = (state: EditorState) => show(state.apply(deleteAcross(state)));
  it("keeps headline and text apart", () => {
    const state = at("标[题", byline("甲"), p("一"), p("二]三"));
    expect(mixesParts(state)).toBe(true);
    expect(cut(state)).toEqual(["headline 标|", "byline ", "paragraph 三"]);
  });
  it("takes jumps and pictures that lie in it", () => {
    expect(cut(at("标[题", p("一"), jump("A2"), p("二]三")))).toEqual(["headline 标|", "paragraph 三"]);
  });
  it("leaves deleting within the body as it is", () => {
    expect(mixesParts(at("题", p("一["), p("二]")))).toBe(false);
  });
});
