/**
 * Where text that leaves a page can go (转版): the pages behind it, and what room they have.
 *
 * A page of its own is made for it only where the edition has no other page at all: how many pages a paper has is not
 * for planning to say.
 */
import type { Node } from "prosemirror-model";
import { applyChanges } from "../../edition/change.ts";
import type { Edition } from "../../edition/edition.ts";
import type { Place } from "../../edition/place.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import { composeBlocks } from "../compose.ts";
import { carriedOut } from "./carry-out.ts";
import { largestFree } from "./free.ts";
import { leafContext } from "./leaf.ts";
import type { PlannedBlock, PlannedJump, PlanProposal } from "./proposal.ts";
import { makeLeaf } from "./shapes.ts";
import { onShelves } from "./shelves.ts";

interface Onward {
  readonly number: string;
  /** Cells of it that nothing stands in and nothing else is to fill. */
  cells: number;
}

/** Cells for each cell of text that goes on: its headline, its 上接, its last line. */
const MORE = 1.2;
/** Cells that headline group and air of a block take beside its text, about; and a photograph or an advert. */
const HEAD = 14;
const PICTURE = 75;

/** Gives each of `texts` (cells of text that leave `page`) the number of the page it goes on on; none where none has room. */
export function targets(
  edition: Edition,
  page: Node,
  texts: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const pages = onward(edition, page);
  const found = new Map<string, string>();
  for (const [id, cells] of texts) {
    const wanted = cells * MORE + HEAD;
    const target = pages.find((one) => one.cells >= wanted);
    if (!target) continue;
    target.cells -= wanted;
    found.set(id, target.number);
  }
  return found;
}

function onward(edition: Edition, page: Node): Onward[] {
  const { grid } = edition.style;
  if (edition.pages.length === 1)
    return [{ number: numberAfter(page.attrs.number as string), cells: grid.columns * grid.lines }];
  const behind = edition.pages.slice(edition.pages.findIndex(({ attrs }) => attrs.id === page.attrs.id) + 1);
  return behind.map((one) => ({ number: one.attrs.number as string, cells: spareCells(one, edition.style) }));
}

/** The page number after `number`: A2 after A1. */
const numberAfter = (number: string) => number.replace(/\d+$/u, (digits) => String(Number(digits) + 1));

function spareCells(page: Node, { grid }: HouseStyle): number {
  const places = page.children.flatMap(({ attrs }) => (attrs.place as Place | null) ?? []);
  const free = largestFree(places, grid.columns, grid.lines);
  const due = page.children
    .filter(({ attrs }) => attrs.place === null)
    .reduce((sum, block) => sum + wants(block, grid.measure), 0);
  return free ? free.columns * free.lines - due : 0;
}

function wants(block: Node, measure: number): number {
  if (block.type.name === "masthead") return 120;
  const pictures = block.children.filter(({ type }) => type.name === "picture").length;
  const alone = block.type.name === "picture" || block.type.name === "advert" ? 1 : 0;
  return HEAD + (pictures + alone) * PICTURE + (block.textContent.length / measure) * 1.1;
}

/** The proposal with places for what goes on elsewhere, on pages on which nothing else waits for one. */
export function withOnward(edition: Edition, proposal: PlanProposal, faces: Faces): PlanProposal {
  if (proposal.jumps.length === 0) return proposal;
  let count = 0;
  const after = applyChanges(
    edition,
    carriedOut(edition, proposal, () => `@onward-${++count}`),
  );
  const known = new Set(edition.pages.flatMap((page) => page.children.map(({ attrs }) => attrs.id)));
  const placed = new Map<string, PlannedBlock>();
  for (const number of new Set(proposal.jumps.map(({ target }) => target))) {
    const page = after.pages.find(({ attrs }) => attrs.number === number);
    if (!page) continue;
    const waiting = page.children.filter(({ attrs }) => attrs.place === null);
    if (waiting.some(({ attrs }) => known.has(attrs.id))) continue;
    for (const [article, block] of placedOn(after, page, waiting, faces)) placed.set(article, block);
  }
  const jumps = proposal.jumps.map(
    (jump): PlannedJump => ({ ...jump, onward: placed.get(jump.article) ?? null }),
  );
  return { ...proposal, jumps };
}

/** Places for continuations in what a page has free, by the article that goes on. */
function placedOn(
  edition: Edition,
  page: Node,
  waiting: readonly Node[],
  faces: Faces,
): Map<string, PlannedBlock> {
  const { grid } = edition.style;
  const { inputs } = composeBlocks(edition, faces);
  const places = page.children.flatMap(({ attrs }) => (attrs.place as Place | null) ?? []);
  const free = largestFree(places, grid.columns, grid.lines);
  if (!free) return new Map();
  const context = leafContext(edition.style, faces, free.columns, free.lines);
  const leaves = waiting.map((node, i) => makeLeaf(node, 50 + i, inputs.get(node.attrs.id) ?? null, context));
  const articles = new Map(waiting.map(({ attrs }) => [attrs.id as string, attrs.article as string]));
  return new Map(onShelves(leaves, free, context).map((block) => [articles.get(block.id) as string, block]));
}
