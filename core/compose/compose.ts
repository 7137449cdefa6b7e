/**
 * An edition as composed sheets, one a page.
 *
 * Pages and blocks are composed alone and remembered by their node: an edit composes its own article (and what that
 * article's jump carries over), everything else is taken as it was. The incremental result is the full one, because
 * nothing depends on anything but what its cache entry is checked against: a page's entry knows every block of other
 * pages that was asked for.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "../edition/edition.ts";
import { type EditionJumps, readJumps } from "../edition/jumps.ts";
import { type Located, locateBlock, pageNumbers } from "../edition/outline.ts";
import type { Place } from "../edition/place.ts";
import type { HouseStyle } from "../edition/style.ts";
import type { Faces } from "../world.ts";
import { type SetBlock, setBlock } from "./flow/block.ts";
import type { BlockInput } from "./flow/setting.ts";
import { type Cursor, type Story, storyOf } from "./flow/story.ts";
import { type Blocks, pageSheet } from "./page/assemble.ts";
import type { Sheet } from "./sheet.ts";

export const composeEdition = (edition: Edition, faces: Faces): Sheet[] =>
  edition.pages.map((page) => sheetOf(edition, page, faces));

/**
 * The sheet of one page: the same as `composeEdition` gives, without composing what prints on other pages only. Null
 * where no page has this id.
 */
export function composeSheet(edition: Edition, id: string, faces: Faces): Sheet | null {
  const page = edition.pages.find(({ attrs }) => attrs.id === id);
  return page ? sheetOf(edition, page, faces) : null;
}

interface KnownSheet {
  readonly faces: Faces;
  readonly style: HouseStyle;
  readonly facts: Edition["facts"];
  readonly numbers: string;
  readonly jumps: EditionJumps;
  /** Blocks that were asked for, by id, and where they stood. */
  readonly asked: ReadonlyMap<string, Located | null>;
  readonly sheet: Sheet;
}

const sheets = new WeakMap<Node, KnownSheet>();

function sheetOf(edition: Edition, page: Node, faces: Faces): Sheet {
  const { style, facts } = edition;
  const jumps = readJumps(edition);
  const numbers = pageNumbers(edition);
  const known = sheets.get(page);
  if (
    known?.faces === faces &&
    known.style === style &&
    known.facts === facts &&
    known.numbers === numbers &&
    known.jumps === jumps &&
    known.asked
      .entries()
      // On a page that is still there it stands where it stood.
      .every(
        ([id, then]) =>
          (then && edition.pages.includes(then.page)) || standsAs(then, locateBlock(edition, id)),
      )
  )
    return known.sheet;
  const asked = new Map<string, Located | null>();
  const blocks: Blocks = {
    get(id) {
      const found = locateBlock(edition, id);
      asked.set(id, found);
      return found;
    },
  };
  const { set } = composeBlocks(edition, faces, { page, blocks });
  const sheet = pageSheet(edition, page, jumps, blocks, set, faces);
  sheets.set(page, { faces, style, facts, numbers, jumps, asked, sheet });
  return sheet;
}

const standsAs = (then: Located | null, now: Located | null): boolean =>
  then?.node === now?.node && then?.pos === now?.pos && then?.page.attrs.id === now?.page.attrs.id;

interface ComposedBlocks {
  readonly blocks: Blocks;
  /** What each article and continuation is set from; those without a place are here too. */
  readonly inputs: ReadonlyMap<string, UnplacedInput>;
  /** Results by block id, of blocks that have a place. */
  readonly set: ReadonlyMap<string, SetBlock>;
}

export type UnplacedInput = Omit<BlockInput, "place">;

/** Articles and continuations alone, without sheets: what planning looks at. With `page`, only what prints there. */
export function composeBlocks(
  edition: Edition,
  faces: Faces,
  { page, blocks = { get: (id) => locateBlock(edition, id) } }: { page?: Node; blocks?: Blocks } = {},
): ComposedBlocks {
  const jumps = readJumps(edition);
  const set = new Map<string, SetBlock>();
  const inputs = new Map<string, UnplacedInput>();
  const pages = page ? [page] : edition.pages;
  const own = pages.flatMap(({ children }) => children);
  const foreign = page ? storiesOf(page, jumps, blocks) : [];
  for (const node of [...own, ...foreign])
    if (node.type.name === "article" && !inputs.has(node.attrs.id))
      setArticle(node, edition, jumps, blocks, inputs, set, faces);
  for (const node of own)
    if (node.type.name === "continuation" && !inputs.has(node.attrs.id))
      setOrphan(node, edition, inputs, set, faces);
  return { blocks, inputs, set };
}

/** Articles that continuations on the page are of, by what they say or by the jump that leads to them. */
function storiesOf(page: Node, jumps: EditionJumps, blocks: Blocks): Node[] {
  return page.children
    .filter(({ type }) => type.name === "continuation")
    .flatMap(({ attrs }) => {
      const leading = jumps.ofBlock(attrs.id).map(({ article }) => article);
      return attrs.article ? [...leading, attrs.article as string] : leading;
    })
    .flatMap((id) => blocks.get(id)?.node ?? []);
}

const START: Cursor = { item: 0, offset: 0 };

/** The article, then each continuation its jumps lead to, the text handed on from one to the next. */
function setArticle(
  node: Node,
  edition: Edition,
  jumps: EditionJumps,
  blocks: Blocks,
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
