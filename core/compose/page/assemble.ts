/**
 * A sheet put together: masthead or folio, the page's blocks as they were set, pictures, adverts, what stands between.
 *
 * Set blocks know nothing of where they stand; here their items get the positions of the documents. A sheet that was
 * put together is kept with all it was made of, and is the same sheet while none of that changes.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "../../edition/edition.ts";
import { type EditionJumps, inReadingOrder } from "../../edition/jumps.ts";
import { type Located, pageNumbers } from "../../edition/outline.ts";
import type { Place } from "../../edition/place.ts";
import type { BoxStyle } from "../../edition/schema.ts";
import type { Faces } from "../../world.ts";
import type { BlockNote, SetBlock } from "../flow/block.ts";
import { STORY } from "../flow/block.ts";
import { pageGrid } from "../flow/grid.ts";
import { setPicture } from "../flow/picture.ts";
import { readPicture } from "../flow/story.ts";
import type { BlockFit, SetLine, Sheet, SheetItem } from "../sheet.ts";
import { advertItems } from "./advert.ts";
import { folioItems, footItems } from "./folio.ts";
import { mastheadItems } from "./masthead.ts";
import { separators } from "./separators.ts";

/** Blocks of the edition by id. */
export interface Blocks {
  get(id: string): Located | null;
}

/** A block's items with the positions of the documents as they now stand. */
interface Rebased {
  readonly page: string;
  readonly pos: number;
  readonly storyPage: string;
  readonly storyPos: number;
  readonly items: readonly SheetItem[];
}

const rebased = new WeakMap<SetBlock, Rebased>();

function rebase(block: SetBlock, own: Located, story: Located): readonly SheetItem[] {
  const page = own.page.attrs.id as string;
  const storyPage = story.page.attrs.id as string;
  const known = rebased.get(block);
  if (
    known?.page === page &&
    known.pos === own.pos &&
    known.storyPage === storyPage &&
    known.storyPos === story.pos
  )
    return known.items;
  const items = block.items.map((item) => shifted(item, page, own.pos, storyPage, story.pos));
  rebased.set(block, { page, pos: own.pos, storyPage, storyPos: story.pos, items });
  return items;
}

function shifted(item: SheetItem, page: string, pos: number, storyPage: string, storyPos: number): SheetItem {
  if (item.kind !== "glyphs") return item;
  const { ref } = item;
  if (ref.pos < 0) return { ...item, ref: { page, pos: -1 } };
  return ref.page === STORY
    ? { ...item, ref: { page: storyPage, pos: ref.pos + storyPos } }
    : { ...item, ref: { page, pos: ref.pos + pos } };
}

interface KnownSheet {
  readonly faces: Faces;
  readonly ingredients: readonly unknown[];
  readonly sheet: Sheet;
}

const sheetCache = new WeakMap<Node, KnownSheet>();

/** The page's sheet, the one known where nothing that it is made of has changed. */
export function pageSheet(
  edition: Edition,
  page: Node,
  jumps: EditionJumps,
  blocks: Blocks,
  set: ReadonlyMap<string, SetBlock>,
  faces: Faces,
): Sheet {
  // Masthead, folio and foot print what is true of the whole edition, how many pages it has among that.
  const ingredients: unknown[] = [edition.facts, edition.style, pageNumbers(edition)];
  page.forEach(({ attrs, type }) => {
    const result = set.get(attrs.id);
    if (!result) return;
    ingredients.push(result);
    // What a block prints of another: where its story stands, that article's headline, the numbers of its jumps.
    const article = type.name === "continuation" && attrs.article ? blocks.get(attrs.article) : null;
    if (article) ingredients.push(article.page.attrs.id, article.pos, headlineOf(article.node));
    for (const { id, line, target } of jumps.ofBlock(attrs.id)) ingredients.push(id, line, target);
  });
  const known = sheetCache.get(page);
  const { length } = ingredients;
  if (known?.faces === faces && known.ingredients.length === length)
    if (ingredients.every((one, i) => one === known.ingredients[i])) return known.sheet;
  const sheet = composePage(edition, page, jumps, blocks, set, faces);
  sheetCache.set(page, { faces, ingredients, sheet });
  return sheet;
}

function composePage(
  edition: Edition,
  page: Node,
  jumps: EditionJumps,
  blocks: Blocks,
  set: ReadonlyMap<string, SetBlock>,
  faces: Faces,
): Sheet {
  const { style } = edition;
  const grid = pageGrid(style);
  const items: SheetItem[] = [];
  const fits: BlockFit[] = [];
  const lines: SetLine[] = [];
  const notes: { block: string | null; code: string; detail: string }[] = [];
  const standing = new Map<string, Located>();
  page.forEach((node, pos) => void standing.set(node.attrs.id, { page, node, pos }));
  const order = inReadingOrder(page);
  const placed = order.filter((block) => block.attrs.place !== null);
  const hasMasthead = placed.some((block) => block.type.name === "masthead");

  if (!hasMasthead) items.push(...folioItems(edition, page, grid, faces));
  for (const block of placed) {
    const id = block.attrs.id as string;
    const place = block.attrs.place as Place;
    const own = standing.get(id) as Located;
    const tell = (list: readonly BlockNote[]) => notes.push(...list.map((note) => ({ block: id, ...note })));
    if (block.type.name === "masthead") items.push(...mastheadItems(edition, page, place, grid, faces));
    else if (block.type.name === "picture" || block.type.name === "advert") {
      const inner = { x: grid.columnX(place.column), width: grid.span(place.columns) };
      if (block.type.name === "advert")
        items.push(...advertItems(block, place, own.pos, page, style, grid, faces));
      else {
        const foot = place.line + place.lines < grid.lines ? place.lines : place.lines + 1;
        const result = setPicture(
          readPicture(block, 0),
          inner.x,
          inner.width,
          place.line,
          foot,
          style,
          grid,
          faces,
        );
        items.push(...result.items.map((item) => shifted(item, page.attrs.id, own.pos, "", 0)));
        if (result.missing) tell([{ code: "picture-missing", detail: block.textContent }]);
      }
    } else {
      const result = set.get(id);
      if (!result) continue;
      const articleId = block.type.name === "continuation" ? (block.attrs.article as string | null) : id;
      const article = (articleId ? blocks.get(articleId) : null) ?? own;
      items.push(...rebase(result, own, article));
      for (const line of result.lines) lines.push({ block: id, ...line });
      tell(result.notes);
      if (block.type.name === "continuation" && result.lines.length === 0 && articleId)
        tell([{ code: "continuation-empty", detail: "" }]);
      fits.push({
        block: id,
        article: articleId,
        headline: headlineOf(article.node),
        lines: result.linesSet,
        available: result.linesAvailable,
        characters: result.characters,
        jumps: jumps.ofBlock(id).map(({ id: jump, line, target }) => ({ id: jump, line, target })),
        x: grid.columnX(place.column),
        y: grid.lineTop(place.line),
        width: grid.span(place.columns),
        height: place.lines * grid.pitch,
      });
    }
  }
  for (const block of order) {
    if (block.attrs.place === null && block.type.name !== "masthead")
      notes.push({ block: block.attrs.id, code: "unplaced", detail: headlineOf(block) });
  }
  if (hasMasthead) items.push(...footItems(edition, grid, faces));
  items.push(
    ...separators(
      placed.map((block) => ({
        place: block.attrs.place as Place,
        bordered: (block.attrs.box ?? "none") !== ("none" as BoxStyle) || block.type.name === "advert",
        masthead: block.type.name === "masthead",
      })),
      grid,
      style,
    ),
  );
  return {
    page: page.attrs.id,
    number: page.attrs.number,
    width: grid.width,
    height: grid.height,
    bleed: grid.bleed,
    items,
    fits,
    lines,
    notes,
  };
}

function headlineOf(block: Node): string {
  let text = "";
  block.forEach((child) => {
    if (child.type.name === "headline") text = child.textContent;
  });
  return text;
}
