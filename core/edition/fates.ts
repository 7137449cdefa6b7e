/**
 * What became of each part of an earlier version: it stands where it stood, was rewritten, was moved, or is gone.
 *
 * What was moved word for word is found before what is merely alike, and no part is the goal of two.
 */
import { type BlockChange, type EditionComparison, likeness, type PartChange } from "./compare.ts";
import type { TextPlace } from "./correction.ts";
import type { Edition } from "./edition.ts";

/** A part of the earlier version with the one it became. */
export interface Fate {
  readonly text: string;
  readonly now: {
    readonly page: string;
    readonly block: string;
    readonly pos: number;
    readonly text: string;
  } | null;
  readonly moved: boolean;
}

/** Words on either side that make a place findable where paragraphs were parted or joined. */
const CONTEXT = 6;
/** Parts shorter than this are not looked for elsewhere: a crosshead of two characters is like any other. */
const MOVABLE = 8;
/** Share of character pairs that a part which was moved and touched up keeps. */
const ALIKE = 0.6;

type Standing = NonNullable<Fate["now"]>;

/** What became of each part of the earlier version. */
export class Fates {
  readonly #before: Edition;
  readonly #after: Edition;
  readonly #changes = new Map<string, { block: BlockChange; part: PartChange }>();
  /** Parts that came new, in the comparison's order, and where the parts that left have gone. */
  readonly #added: Standing[] = [];
  readonly #moves = new Map<PartChange, Standing>();
  readonly #blocks: ReadonlyMap<string, BlockChange>;

  constructor(before: Edition, after: Edition, comparison: EditionComparison) {
    this.#before = before;
    this.#after = after;
    this.#blocks = new Map(comparison.blocks.map((block) => [block.id, block]));
    const gone: PartChange[] = [];
    for (const block of comparison.blocks) {
      for (const part of block.parts) {
        if (part.at.before !== null) this.#changes.set(`${block.id} ${part.at.before}`, { block, part });
        if (part.after === null) gone.push(part);
        if (part.before === null && part.at.after !== null) {
          const page = this.#pageOf(after, block.page.after);
          this.#added.push({ page, block: block.id, pos: part.at.after, text: part.after ?? "" });
        }
      }
    }
    const free = new Set(this.#added);
    // What was moved word for word first: a part that is merely alike must not take its place.
    for (const least of [1, ALIKE]) {
      for (const part of gone) {
        const text = part.before ?? "";
        if (this.#moves.has(part) || text.length < MOVABLE) continue;
        const to = [...free].find((one) =>
          least === 1 ? one.text === text : one.text.length >= MOVABLE && likeness(text, one.text) >= least,
        );
        if (!to) continue;
        free.delete(to);
        this.#moves.set(part, to);
      }
    }
  }

  /** Null where nothing stood at the place. */
  of({ page, block, pos }: TextPlace): Fate | null {
    const node = this.#before.pages.find(({ attrs }) => attrs.id === page)?.nodeAt(pos);
    if (!node?.isTextblock) return null;
    const text = node.textContent;
    const change = this.#changes.get(`${block} ${pos}`);
    if (!change) return { text, now: this.#unchanged(block, node.type.name, text), moved: false };
    const { part } = change;
    if (part.after !== null && part.at.after !== null) {
      const now = this.#pageOf(this.#after, change.block.page.after);
      return { text, now: { page: now, block, pos: part.at.after, text: part.after }, moved: false };
    }
    return { text, now: this.#moves.get(part) ?? null, moved: this.#moves.has(part) };
  }

  /** Where a part that is no longer in its block has gone, and whether a part that is new came from somewhere. */
  moveOf = (part: PartChange): Standing | null => this.#moves.get(part) ?? null;
  isMoved = (block: string, part: PartChange): boolean =>
    [...this.#moves.values()].some((to) => to.block === block && to.pos === part.at.after);

  textAt({ page, pos }: TextPlace): string {
    return this.#after.pages.find(({ attrs }) => attrs.id === page)?.nodeAt(pos)?.textContent ?? "";
  }

  /** The words, or what was to stand for them, in a part that is new, between the words they stood between. */
  byContext(
    old: string,
    from: number,
    to: number,
    text: string | null,
  ): { place: TextPlace; made: boolean } | null {
    const [left, right] = [old.slice(Math.max(0, from - CONTEXT), from), old.slice(to, to + CONTEXT)];
    // The words on one side may have stayed behind where a paragraph was parted.
    const sides = [
      [left, right],
      ["", right],
      [left, ""],
    ].filter((around) => around.join("").length >= CONTEXT);
    for (const [before = "", after = ""] of sides) {
      for (const [words, made] of [
        [text, true],
        [old.slice(from, to), false],
      ] as const) {
        if (words === null) continue;
        for (const { page, block, pos, text: now } of this.#added) {
          const found = now.indexOf(before + words + after);
          if (found < 0) continue;
          const start = found + before.length;
          return { place: { page, block, pos, from: start, to: start + words.length }, made };
        }
      }
    }
    return null;
  }

  /** The part that says the same in the block as it is now. */
  #unchanged(block: string, role: string, text: string): Standing | null {
    for (const page of this.#after.pages) {
      let found: Standing | null = null;
      page.forEach((node, offset) => {
        if (node.attrs.id !== block) return;
        node.descendants((part, pos) => {
          if (!found && part.isTextblock && part.type.name === role && part.textContent === text)
            found = { page: page.attrs.id, block, pos: offset + 1 + pos, text };
          return !part.isTextblock;
        });
      });
      if (found) return found;
    }
    return null;
  }

  #pageOf(edition: Edition, number: string | null): string {
    return edition.pages.find(({ attrs }) => attrs.number === number)?.attrs.id ?? "";
  }

  /** Node name of what has this id in one of the versions; null where nothing has. */
  typeOf(id: string, side: "before" | "after"): string | null {
    for (const page of (side === "before" ? this.#before : this.#after).pages) {
      let type: string | null = null;
      page.descendants((node) => {
        if (node.attrs.id === id) type = node.type.name;
        return type === null && !node.isTextblock;
      });
      if (type) return type;
    }
    return null;
  }

  /** Ids of the page documents a block stands on, then and now. */
  pagesOf(id: string): { before: string; after: string } {
    const page = this.#blocks.get(id)?.page;
    return {
      before: this.#pageOf(this.#before, page?.before ?? null),
      after: this.#pageOf(this.#after, page?.after ?? null),
    };
  }
}
