/**
 * An edition as composed sheets, one a page.
 *
 * Blocks are composed alone and remembered by their node: an edit composes its own article (and what that article's
 * jump carries over), everything else is taken as it was. The incremental result is the full one, because a block's
 * setting depends on nothing but what its cache entry is checked against.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "../edition/edition.ts";
import { type EditionJumps, inReadingOrder, readJumps } from "../edition/jumps.ts";
import type { Place } from "../edition/place.ts";
import type { BoxStyle } from "../edition/schema.ts";
import type { HouseStyle } from "../edition/style.ts";
import type { Faces } from "../world.ts";
import { type BlockNote, type SetBlock, STORY, setBlock } from "./flow/block.ts";
import { pageGrid } from "./flow/grid.ts";
import { setPicture } from "./flow/picture.ts";
import type { BlockInput } from "./flow/setting.ts";
import { type Cursor, readPicture, type Story, storyOf } from "./flow/story.ts";
import { advertItems } from "./page/advert.ts";
import { folioItems, footItems, mastheadItems } from "./page/furniture.ts";
import { separators } from "./page/separators.ts";
import type { BlockFit, SetLine, Sheet, SheetItem } from "./sheet.ts";

/** Where a block stands in the edition. */
interface Located {
  readonly page: Node;
  readonly pos: number;
  readonly node: Node;
}

export function composeEdition(edition: Edition, faces: Faces): Sheet[] {
  const { jumps, blocks, set } = composeBlocks(edition, faces);
  return edition.pages.map((page) => composePage(edition, page, jumps, blocks, set, faces));
}

/**
 * The sheet of one page: the same as `composeEdition` gives, without composing what prints on other pages only. Null
 * where no page has this id.
 */
export function composeSheet(edition: Edition, id: string, faces: Faces): Sheet | null {
  const page = edition.pages.find(({ attrs }) => attrs.id === id);
  if (!page) return null;
  const here = new Set(page.children.flatMap(({ attrs }) => [attrs.id as string, attrs.article as string]));
  const { jumps, blocks, set } = composeBlocks(edition, faces, (block) => here.has(block.attrs.id));
  return composePage(edition, page, jumps, blocks, set, faces);
}

interface ComposedBlocks {
  readonly jumps: EditionJumps;
  readonly blocks: ReadonlyMap<string, Located>;
  /** What each article and continuation is set from; those without a place are here too. */
  readonly inputs: ReadonlyMap<string, UnplacedInput>;
  /** Results by block id, of blocks that have a place. */
  readonly set: ReadonlyMap<string, SetBlock>;
}

export type UnplacedInput = Omit<BlockInput, "place">;

/** Articles and continuations alone, without sheets: what planning looks at. Only those `wanted` are set. */
export function composeBlocks(
  edition: Edition,
  faces: Faces,
  wanted: (block: Node) => boolean = () => true,
): ComposedBlocks {
  const jumps = readJumps(edition);
  const blocks = new Map<string, Located>();
  for (const page of edition.pages)
    page.forEach((node, pos) => void blocks.set(node.attrs.id as string, { page, pos, node }));
  const set = new Map<string, SetBlock>();
  const inputs = new Map<string, UnplacedInput>();
  for (const page of edition.pages)
    page.forEach((node) => {
      if (node.type.name === "article" && wanted(node))
        setArticle(node, edition, jumps, blocks, inputs, set, faces);
    });
  for (const page of edition.pages)
    page.forEach((node) => {
      if (node.type.name === "continuation" && !inputs.has(node.attrs.id) && wanted(node))
        setOrphan(node, edition, inputs, set, faces);
    });
  return { jumps, blocks, inputs, set };
}

const START: Cursor = { item: 0, offset: 0 };

/** The article, then each continuation its jumps lead to, the text handed on from one to the next. */
function setArticle(
  node: Node,
  edition: Edition,
  jumps: EditionJumps,
  blocks: ReadonlyMap<string, Located>,
  inputs: Map<string, UnplacedInput>,
  set: Map<string, SetBlock>,
  faces: Faces,
) {
  const story = storyOf(node);
  const kai = node.attrs.kind === "commentary";
  const own = story.body.flatMap((item, index) =>
    item.kind === "jump" ? [{ index, facts: jumps.byId.get(item.id) }] : [],
  );
  let from = START;
  let holder: Node | null = node;
  let backLine: string | null = null;
  for (let leg = 0; leg <= own.length; leg++) {
    const jump = own[leg];
    const target = jump?.facts?.continuation ? (blocks.get(jump.facts.continuation.id)?.node ?? null) : null;
    if (holder) {
      const input: UnplacedInput = {
        node: holder,
        story,
        from,
        until: jump?.index ?? story.body.length,
        foreign: holder !== node,
        kai,
        lead: node.attrs.rank === 1 && holder === node,
        second: usesSecondFace(node, holder !== node),
        jumpLine: jump?.facts?.line ?? null,
        continued: target !== null,
        backLine,
      };
      inputs.set(holder.attrs.id, input);
      const place = holder.attrs.place as Place | null;
      // Text whose block has no place yet goes on to the next one untouched.
      if (place) {
        const result = cachedBlock({ ...input, place }, edition.style, faces);
        set.set(holder.attrs.id, result);
        from = result.rest ?? { item: story.body.length, offset: 0 };
      }
    }
    if (!target) break;
    holder = target;
    backLine = jump?.facts?.backLine ?? null;
  }
}

/** Ranks alternate between the house's two headline faces, so that neighbours differ; a continuation's is small. */
const usesSecondFace = (node: Node, continuation: boolean) =>
  !continuation && (node.attrs.rank as number) % 2 === 1;

/** An imported continuation that no jump leads to holds its own text. */
function setOrphan(
  node: Node,
  edition: Edition,
  inputs: Map<string, UnplacedInput>,
  set: Map<string, SetBlock>,
  faces: Faces,
) {
  const story = storyOf(node);
  const literal = node.attrs.literal as { text: string } | null;
  const input: UnplacedInput = {
    node,
    story,
    from: START,
    until: story.body.length,
    foreign: false,
    kai: false,
    lead: false,
    second: false,
    jumpLine: null,
    continued: false,
    backLine: literal?.text ?? null,
  };
  inputs.set(node.attrs.id, input);
  const place = node.attrs.place as Place | null;
  if (place) set.set(node.attrs.id, cachedBlock({ ...input, place }, edition.style, faces));
}

interface CachedBlock {
  readonly input: BlockInput;
  readonly style: HouseStyle;
  readonly faces: Faces;
  readonly result: SetBlock;
}

const blockCache = new WeakMap<Node, CachedBlock>();

function cachedBlock(input: BlockInput, style: HouseStyle, faces: Faces): SetBlock {
  const known = blockCache.get(input.node);
  if (known && known.style === style && known.faces === faces && sameInput(known.input, input))
    return known.result;
  const head: Story = storyOf(input.node);
  const result = setBlock(input, head, { style, faces });
  blockCache.set(input.node, { input, style, faces, result });
  return result;
}

function sameInput(a: BlockInput, b: BlockInput): boolean {
  return (
    a.story === b.story &&
    a.from.item === b.from.item &&
    a.from.offset === b.from.offset &&
    a.until === b.until &&
    a.kai === b.kai &&
    a.lead === b.lead &&
    a.second === b.second &&
    a.jumpLine === b.jumpLine &&
    a.continued === b.continued &&
    a.backLine === b.backLine
  );
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

function composePage(
  edition: Edition,
  page: Node,
  jumps: EditionJumps,
  blocks: ReadonlyMap<string, Located>,
  set: ReadonlyMap<string, SetBlock>,
  faces: Faces,
): Sheet {
  const { style } = edition;
  const grid = pageGrid(style);
  const items: SheetItem[] = [];
  const fits: BlockFit[] = [];
  const lines: SetLine[] = [];
  const notes: { block: string | null; code: string; detail: string }[] = [];
  const order = inReadingOrder(page);
  const placed = order.filter((block) => block.attrs.place !== null);
  const hasMasthead = placed.some((block) => block.type.name === "masthead");

  if (!hasMasthead) items.push(...folioItems(edition, page, grid, faces));
  for (const block of placed) {
    const id = block.attrs.id as string;
    const place = block.attrs.place as Place;
    const own = blocks.get(id) as Located;
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
      const article = (articleId ? blocks.get(articleId) : undefined) ?? own;
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
