import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../core/edition/change.ts";
import { run } from "../../../core/edition/commands.ts";
import { type Edition, editionFromJSON, editionToJSON, noFacts } from "../../../core/edition/edition.ts";
import { schema } from "../../../core/edition/schema.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import { changedAspects, digestPages, inFull } from "../../../core/edition/versions.ts";
import { newId } from "./builders.ts";
import { action, start } from "./random-commands.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** A1 has an article that goes on on A2, and a picture. */
function twoPages(): Edition {
  const text = (name: string, words: string) => schema.node(name, null, schema.text(words));
  const a1 = schema.node("page", { id: "p1", number: "A1" }, [
    schema.node("article", { id: "a", place: { column: 0, line: 0, columns: 4, lines: 40 } }, [
      text("headline", "新桥今日通车"),
      text("paragraph", "大桥全长3公里。"),
      schema.node("jump", { id: "j", target: "A2" }),
      text("paragraph", "总投资12亿元。"),
    ]),
    schema.node("picture", { id: "pic", source: "0".repeat(64) }),
  ]);
  const a2 = schema.node("page", { id: "p2", number: "A2" }, [
    schema.node("continuation", { id: "c", article: "a", jump: "j" }, [text("headline", "新桥通车")]),
  ]);
  return { facts: { ...noFacts, paper: "江州晚报" }, style: broadsheet, pages: [a1, a2] };
}

function change(edition: Edition, edit: (tr: Transform, find: (id: string) => number) => void): Edition {
  const pages = edition.pages.map((page) => {
    const tr = new Transform(page);
    edit(tr, (id) => positionOf(tr.doc, id));
    return tr.doc;
  });
  return { ...edition, pages };
}

function positionOf(doc: Node, id: string): number {
  let at = -1;
  doc.descendants((node, pos) => {
    if (node.attrs.id === id) at = pos;
  });
  return at;
}

/** What differs on each page. */
function differ(a: Edition, b: Edition) {
  const now = new Map(digestPages(b, digest).map((page) => [page.id, page]));
  return digestPages(a, digest).map((page) => changedAspects(page, now.get(page.id)).join());
}

describe("digests of a page", () => {
  it("are after any commands what they are of an edition that nobody has seen", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 10 }), (actions) => {
        let current = start();
        for (const make of actions) {
          current = applyChanges(current, run(make(current), current, newId));
          const anew = editionFromJSON(editionToJSON(current));
          expect(digestPages(current, inFull)).toEqual(digestPages(anew, inFull));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are not made again of a page that has not changed, whoever asks", () => {
    const edition = twoPages();
    const asked: string[] = [];
    const noting = (text: string) => {
      asked.push(text);
      return digest(text);
    };
    const [a1, a2] = digestPages(edition, noting);
    expect(asked).toHaveLength(6);
    const cropped = change(edition, (tr, find) => {
      if (find("pic") >= 0) tr.setNodeAttribute(find("pic"), "crop", { x: 0, y: 0, width: 0.5, height: 1 });
    });
    digestPages(edition, inFull);
    const now = digestPages(cropped, noting);
    expect(asked).toHaveLength(9);
    expect(now[1]).toBe(a2);
    expect(now[0]).not.toBe(a1);
  });

  const edition = twoPages();

  it("cover a block's shape and how tightly it is set", () => {
    const set = (name: string, value: unknown) =>
      differ(
        edition,
        change(edition, (tr, find) => {
          const at = find("a");
          if (at >= 0) tr.setNodeAttribute(at, name, value);
        }),
      )[0];
    const cut = { column: 0, line: 0, columns: 4, lines: 40 };
    expect(set("place", { ...cut, notches: [{ corner: "se", columns: 2, lines: 9 }] })).toBe("layout");
    expect(set("squeeze", 2)).toBe("layout");
    expect(set("squeeze", 0)).toBe("");
  });

  it("stand as they were signed before blocks could be squeezed", () => {
    // What the layout of A2 said then, attribute by attribute: a signature of that day still holds.
    let said = "";
    digestPages(edition, (text) => {
      if (text.includes("continuation") && text.startsWith("[{")) said = text;
      return digest(text);
    });
    expect(said).not.toBe("");
    expect(said).not.toContain("squeeze");
  });

  it("are the same for what prints alike", () => {
    expect(differ(edition, twoPages())).toEqual(["", ""]);
    const pinned = change(edition, (tr, find) => {
      const at = find("a");
      if (at >= 0) tr.setNodeAttribute(at, "pinned", true);
    });
    expect(differ(edition, pinned)).toEqual(["", ""]);
    const lexicon = { ...broadsheet, proof: { ...broadsheet.proof, lexicon: ["新词"] } };
    expect(differ(edition, { ...edition, style: lexicon })).toEqual(["", ""]);
  });

  it("tell a changed word on every page that prints it", () => {
    const reworded = change(edition, (tr, find) => {
      const at = find("a");
      if (at >= 0) tr.insert(at + 2, schema.text("快讯："));
    });
    expect(differ(edition, reworded)).toEqual(["text", "text"]);
  });

  it("tell a block that was moved from one that was reworded", () => {
    const moved = change(edition, (tr, find) => {
      const at = find("c");
      if (at >= 0) tr.setNodeAttribute(at, "place", { column: 0, line: 0, columns: 2, lines: 20 });
    });
    expect(differ(edition, moved)).toEqual(["", "layout"]);
  });

  it("tell a picture that was cropped anew", () => {
    const cropped = change(edition, (tr, find) => {
      const at = find("pic");
      if (at >= 0) tr.setNodeAttribute(at, "crop", { x: 0.1, y: 0, width: 0.9, height: 1 });
    });
    expect(differ(edition, cropped)).toEqual(["pictures", ""]);
  });

  it("tell emphasis, the masthead's facts and a page that is gone", () => {
    const strong = change(edition, (tr, find) => {
      const at = find("a");
      if (at >= 0) tr.addMark(at + 10, at + 12, schema.mark("emphasis"));
    });
    expect(differ(edition, strong)).toEqual(["text", "text"]);
    expect(differ(edition, { ...edition, facts: { ...edition.facts, price: "1元" } })).toEqual([
      "text",
      "text",
    ]);
    expect(differ(edition, { ...edition, pages: edition.pages.slice(0, 1) })[1]).toBe("text,layout,pictures");
  });
});
