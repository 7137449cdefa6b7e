/**
 * What an editor does to an edition, as functions from an edition to changes.
 *
 * A command says only what it is for; `settle` adds what follows. `null` means that it does not apply here (no such
 * block, a place off the grid), and nothing happens.
 */
import { Fragment, type Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { applyChanges, type Change } from "./change.ts";
import { type Edition, type EditionFacts, pageNumbered } from "./edition.ts";
import { locate } from "./outline.ts";
import { type Corner, fitsGrid, type Place, samePlace } from "./place.ts";
import { schema } from "./schema.ts";
import { type NewId, settle } from "./settle.ts";
import { shaped, withCorner } from "./shape.ts";
import type { HouseStyle } from "./style.ts";

export type Command = (edition: Edition, newId: NewId) => Change[] | null;

/** Page numbers a jump or a new page may have: a section letter and a number. */
export const isPageNumber = (text: string) => /^[A-Z]{1,2}[1-9]\d{0,2}$/.test(text);

/** The changes of `command`, settled; empty where it does not apply. */
export function run(command: Command, edition: Edition, newId: NewId): Change[] {
  const changes = command(edition, newId);
  if (!changes || changes.length === 0) return [];
  return [...changes, ...settle(applyChanges(edition, changes), newId)];
}

const steps = (page: Node, tr: Transform): Change[] =>
  tr.steps.length ? [{ kind: "steps", page: page.attrs.id, steps: tr.steps }] : [];

/** Puts a block on the grid, or takes it off (`null`). Two blocks may overlap while they are being laid out. */
export function setPlace(id: string, place: Place | null): Command {
  return (edition) => {
    const found = locate(edition, id);
    const { columns, lines } = edition.style.grid;
    if (!found || !("place" in found.node.attrs) || (place && !fitsGrid(place, columns, lines))) return null;
    if (place?.notches && !holdsText(found.node)) return null;
    return steps(found.page, new Transform(found.page).setNodeAttribute(found.pos, "place", place));
  };
}

/** Text flows through any shape; a picture, an advert and the masthead are rectangles. */
const holdsText = (block: Node) => block.type.name === "article" || block.type.name === "continuation";

/** Sets attributes of a block or picture that are not its identity or its links. */
export function setAttributes(id: string, attrs: Readonly<Record<string, unknown>>): Command {
  return (edition) => {
    const found = locate(edition, id);
    if (!found) return null;
    const names = Object.keys(attrs);
    if (names.some((name) => identity.has(name) || !(name in found.node.attrs))) return null;
    const tr = new Transform(found.page);
    try {
      // ProseMirror checks a value against the schema as it is set.
      for (const name of names) tr.setNodeAttribute(found.pos, name, attrs[name]);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
    return steps(found.page, tr);
  };
}

const identity = new Set(["id", "article", "jump", "literal"]);

/** Adds a block (article, picture, advert, masthead) at the end of a page. */
export function addBlock(page: string, block: Node): Command {
  return (edition) => {
    const doc = pageNumbered(edition, page);
    if (!doc?.canReplaceWith(doc.childCount, doc.childCount, block.type)) return null;
    return steps(doc, new Transform(doc).insert(doc.content.size, block));
  };
}

/** Puts a picture into an article, at the head of its body: its text runs round it. */
export function insertPicture(article: string, picture: Node): Command {
  return (edition) => {
    const found = locate(edition, article);
    if (found?.node.type.name !== "article" || picture.type.name !== "picture") return null;
    const body = found.node.children.findIndex(({ type }) => BODY.has(type.name));
    const before = found.node.children.slice(0, body < 0 ? undefined : body);
    const at = found.pos + 1 + before.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    return steps(found.page, new Transform(found.page).insert(at, picture));
  };
}

const BODY = new Set(["paragraph", "crosshead", "jump", "picture"]);

/** Takes a block off the edition. An article takes its continuations with it; a continuation its jump. */
export function removeBlock(id: string): Command {
  return (edition) => {
    const found = locate(edition, id);
    if (!found || found.node.type.name === "jump") return null;
    if (found.node.type.name === "continuation" && found.node.attrs.jump)
      return removeJump(found.node.attrs.jump)(edition, none);
    return steps(found.page, new Transform(found.page).delete(found.pos, found.pos + found.node.nodeSize));
  };
}

const none: NewId = () => {
  throw new Error("a removal makes no new block");
};

/**
 * Lets an article leave its page for page `target` after `after` of its body parts (default: at its end, wherever the
 * page is full). The continuation, and the page if need be, follow from it.
 */
export function addJump(article: string, target: string, after?: number): Command {
  return (edition, newId) => {
    const found = locate(edition, article);
    if (found?.node.type.name !== "article" || !isPageNumber(target) || target === found.page.attrs.number)
      return null;
    const head = found.node.children.findIndex((child) => bodyParts.has(child.type.name));
    const first = head < 0 ? found.node.childCount : head;
    const index = Math.min(found.node.childCount, first + (after ?? Number.MAX_SAFE_INTEGER));
    let pos = found.pos + 1;
    for (let i = 0; i < index; i++) pos += found.node.child(i).nodeSize;
    return steps(
      found.page,
      new Transform(found.page).insert(pos, schema.node("jump", { id: newId(), target })),
    );
  };
}

const bodyParts = new Set(["paragraph", "crosshead", "jump", "picture"]);

/** Sends a jump to another page; continuation and both printed lines follow. What an import said is forgotten. */
export function setJumpTarget(id: string, target: string): Command {
  return (edition) => {
    const found = locate(edition, id);
    if (found?.node.type.name !== "jump" || !isPageNumber(target)) return null;
    const tr = new Transform(found.page).setNodeAttribute(found.pos, "target", target);
    if (found.node.attrs.literal) tr.setNodeAttribute(found.pos, "literal", null);
    return steps(found.page, tr);
  };
}

export function removeJump(id: string): Command {
  return (edition) => {
    const found = locate(edition, id);
    if (found?.node.type.name !== "jump") return null;
    return steps(found.page, new Transform(found.page).delete(found.pos, found.pos + 1));
  };
}

/** Moves a block, whole, to the end of another page; it has no place there yet. */
export function moveBlock(id: string, page: string): Command {
  return (edition) => {
    const found = locate(edition, id);
    const target = pageNumbered(edition, page);
    if (!found || !target || target === found.page || found.page.resolve(found.pos).depth > 0) return null;
    // A continuation stands where its jump says: moving it is sending the jump elsewhere.
    if (found.node.type.name === "continuation" && found.node.attrs.jump) {
      return setJumpTarget(found.node.attrs.jump, page)(edition, none);
    }
    // A jump to where the article now stands has nothing to say any more, an imported one neither.
    const content = found.node.children.filter(
      (child) => child.type.name !== "jump" || child.attrs.target !== page,
    );
    const moved = found.node.type.create({ ...found.node.attrs, place: null, pinned: false }, content);
    return [
      ...steps(found.page, new Transform(found.page).delete(found.pos, found.pos + found.node.nodeSize)),
      ...steps(target, new Transform(target).insert(target.content.size, moved)),
    ];
  };
}

/** Two blocks of one page change places. */
export function swapBlocks(a: string, b: string): Command {
  return (edition) => {
    const [x, y] = [locate(edition, a), locate(edition, b)];
    if (!x || !y || x.page !== y.page || a === b || !("place" in x.node.attrs) || !("place" in y.node.attrs))
      return null;
    const tr = new Transform(x.page)
      .setNodeAttribute(x.pos, "place", placeFor(x.node, y.node.attrs.place))
      .setNodeAttribute(y.pos, "place", placeFor(y.node, x.node.attrs.place));
    return steps(x.page, tr);
  };
}

/** A place as `block` can stand in it: a rectangle where that is all it can fill. */
const placeFor = (block: Node, place: Place | null): Place | null =>
  place?.notches && !holdsText(block) ? shaped(place, []) : place;

/** Takes a corner of `columns` × `lines` cells out of a block, or fills it where either is 0. */
export function cutCorner(id: string, corner: Corner, columns: number, lines: number): Command {
  return (edition, newId) => {
    const place = locate(edition, id)?.node.attrs.place as Place | null | undefined;
    const next = place && withCorner(place, corner, columns, lines);
    return next && !samePlace(next, place) ? setPlace(id, next)(edition, newId) : null;
  };
}

/** Replaces the text of one textblock that starts at `pos` (the position before it) from `from` to `to`. */
export function replaceText(page: string, pos: number, from: number, to: number, text: string): Command {
  return (edition) => {
    const doc = edition.pages.find((p) => p.attrs.id === page);
    const node = doc && pos >= 0 && pos < doc.content.size ? doc.nodeAt(pos) : null;
    if (!doc || !node?.isTextblock || from < 0 || to < from || to > node.content.size) return null;
    const tr = new Transform(doc);
    const at = pos + 1;
    // The new words are set as the first of the old ones were, or as what they are put behind.
    const marks = from < to ? doc.nodeAt(at + from)?.marks : doc.resolve(at + from).marks();
    tr.replaceWith(at + from, at + to, text ? Fragment.from(schema.text(text, marks)) : Fragment.empty);
    return steps(doc, tr);
  };
}

export function addPage(number: string, title = ""): Command {
  return (edition, newId) => {
    if (!isPageNumber(number) || pageNumbered(edition, number)) return null;
    return [{ kind: "page-added", page: schema.node("page", { id: newId(), number, title }) }];
  };
}

/** Gives a page its name (版名); empty takes it away. */
export function setPageTitle(number: string, title: string): Command {
  return (edition) => {
    const page = pageNumbered(edition, number);
    if (!page || page.attrs.title === title) return null;
    return steps(page, new Transform(page).setDocAttribute("title", title));
  };
}

/** Takes a page and all that starts on it out of the edition. Articles that went on there end before it. */
export function removePage(number: string): Command {
  return (edition) => {
    const page = pageNumbered(edition, number);
    if (!page) return null;
    const gone = new Set<string>();
    page.forEach((block) => {
      if (block.type.name === "continuation" && block.attrs.jump) gone.add(block.attrs.jump);
    });
    let current = edition;
    const changes: Change[] = [];
    for (const jump of gone) {
      const removal = removeJump(jump)(current, none) ?? [];
      current = applyChanges(current, removal);
      changes.push(...removal);
    }
    return [...changes, { kind: "page-removed", page: pageNumbered(current, number) as Node }];
  };
}

export function setFacts(facts: Partial<EditionFacts>): Command {
  return (edition) => [{ kind: "facts", from: edition.facts, to: { ...edition.facts, ...facts } }];
}

export function setStyle(style: HouseStyle): Command {
  return (edition) => [{ kind: "style", from: edition.style, to: style }];
}
