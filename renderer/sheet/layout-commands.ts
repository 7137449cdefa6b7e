/** Layout as edition commands: what the sheet's menu, keys, inspector and dialogs all run. */
import type { Node } from "prosemirror-model";
import { largestFree } from "../../core/compose/plan/free.ts";
import { carriedOut, type PlanProposal } from "../../core/compose/plan/plan.ts";
import { applyChanges, type Change } from "../../core/edition/change.ts";
import { addJump, type Command, moveBlock, run, setPlace } from "../../core/edition/commands.ts";
import { type Edition, pageNumbered } from "../../core/edition/edition.ts";
import { readJumps } from "../../core/edition/jumps.ts";
import { locate } from "../../core/edition/outline.ts";
import { type Place, samePlace } from "../../core/edition/place.ts";
import type { HouseStyle } from "../../core/edition/style.ts";
import { dragged, type Handle } from "./places.ts";

/** Moves or resizes a block by cells; does not apply where it would stay as it is. */
export function nudge(id: string, handle: Handle, dx: number, dy: number): Command {
  return (edition, newId) => {
    const place = locate(edition, id)?.node.attrs.place as Place | null | undefined;
    if (!place) return null;
    const { columns, lines } = edition.style.grid;
    const next = dragged(place, handle, dx, dy, columns, lines);
    return samePlace(next, place) ? null : setPlace(id, next)(edition, newId);
  };
}

/** The largest free rectangle of a page, or null where it is full or too small for a block. */
export function freePlace(edition: Edition, pageNumber: string): Place | null {
  const page = pageNumbered(edition, pageNumber);
  if (!page) return null;
  const { columns, lines } = edition.style.grid;
  const taken = page.children.flatMap((block) => (block.attrs.place as Place | null) ?? []);
  const free = largestFree(taken, columns, lines);
  return free && free.lines >= 4 ? free : null;
}

/** Puts a block that has no place into the largest free one of its page, no larger than its text may need. */
export function placeFree(id: string): Command {
  return (edition, newId) => {
    const found = locate(edition, id);
    const free = found && freePlace(edition, found.page.attrs.number as string);
    return free ? setPlace(id, cutTo(free, found.node, edition.style))(edition, newId) : null;
  };
}

/** Lines for a headline and its company, and for half empty last lines. */
const HEAD = 8;
/** A block is at most this much deeper, in lines, than it is wide, in characters. */
const DEEPEST = 1.2;

/** The head of a free place, as wide and as deep as an article of this length: the rest stays free. */
function cutTo(free: Place, block: Node, { grid }: HouseStyle): Place {
  if (block.type.name !== "article") return free;
  const characters = block.textContent.length;
  const lines = (columns: number) => Math.ceil((characters * 1.1) / (columns * grid.measure)) + HEAD;
  let columns = Math.min(2, free.columns);
  while (columns < free.columns && lines(columns) > Math.min(free.lines, columns * grid.measure * DEEPEST))
    columns++;
  return { ...free, columns, lines: Math.min(free.lines, lines(columns)) };
}

/**
 * A jump to page `target` (made where there is none), its continuation in the largest free place there. A page that is
 * full keeps the continuation without a place.
 */
export function jumpTo(article: string, target: string): Command {
  return (edition, newId) => {
    const changes = run(addJump(article, target), edition, newId);
    if (changes.length === 0) return null;
    const after = applyChanges(edition, changes);
    const known = new Set(readJumps(edition).all.map(({ id }) => id));
    const made = readJumps(after).all.find(({ id }) => !known.has(id));
    const free = made?.continuation ? freePlace(after, made.continuation.page) : null;
    if (!made?.continuation || !free) return changes;
    return [...changes, ...(setPlace(made.continuation.id, free)(after, newId) ?? [])];
  };
}

/** Moves a block to another page, into the largest free place there. */
export function moveTo(id: string, target: string): Command {
  return (edition, newId) => {
    const changes = run(moveBlock(id, target), edition, newId);
    if (changes.length === 0) return null;
    const after = applyChanges(edition, changes);
    const placed = placeFree(id)(after, newId) ?? [];
    return [...changes, ...placed];
  };
}

/** Moves a block to another page, to a place there. */
export function moveOnto(id: string, target: string, place: Place): Command {
  return (edition, newId) => {
    const changes = run(moveBlock(id, target), edition, newId);
    if (changes.length === 0) return null;
    const after = applyChanges(edition, changes);
    return [...changes, ...(setPlace(id, place)(after, newId) ?? [])];
  };
}

/** Takes every block of a page off the grid but the pinned ones, so that the page can be planned anew. */
export function clearPage(pageId: string): Command {
  return (edition, newId) => {
    const page = edition.pages.find((candidate) => candidate.attrs.id === pageId);
    const changes: Change[] = [];
    page?.forEach((block) => {
      if (block.attrs.place && !block.attrs.pinned)
        changes.push(...(setPlace(block.attrs.id as string, null)(edition, newId) ?? []));
    });
    return changes;
  };
}

/** Carries out a proposal, jumps and all, that was made for the page as `clearPage` (or nothing) left it. */
export function takeProposal(proposal: PlanProposal, whole: boolean): Command {
  return (edition, newId) => {
    const cleared = whole ? (clearPage(proposal.page)(edition, newId) ?? []) : [];
    const changes = carriedOut(applyChanges(edition, cleared), proposal, newId);
    return changes.length > 0 ? [...cleared, ...changes] : null;
  };
}
