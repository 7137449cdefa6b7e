/** A proposal carried out: the steps on its page, and the changes that make its jumps. */
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { applyChanges, type Change } from "../../edition/change.ts";
import { addJump } from "../../edition/commands.ts";
import { type Edition, pageNumbered } from "../../edition/edition.ts";
import { readJumps } from "../../edition/jumps.ts";
import { type NewId, settle } from "../../edition/settle.ts";
import type { PlannedBlock, PlanProposal } from "./proposal.ts";
import { ranked } from "./ranked.ts";

/** The steps that give the blocks of a page their places; jumps are made by `carriedOut`. */
export const applyProposal = (page: Node, { blocks }: PlanProposal): Transform => placed(page, blocks);

function placed(page: Node, blocks: readonly PlannedBlock[]): Transform {
  const tr = new Transform(page);
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const ranks = new Map<string, number>();
  const open: Node[] = [];
  page.forEach((block) => {
    if (byId.has(block.attrs.id) && block.type.name !== "masthead") open.push(block);
  });
  for (const { node, rank } of ranked(open)) if (node.type.name === "article") ranks.set(node.attrs.id, rank);
  page.forEach((block, pos) => {
    const planned = byId.get(block.attrs.id);
    if (!planned) return;
    const set = (name: string, value: unknown) => {
      if (name in block.attrs && block.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
    };
    set("place", planned.place);
    set("box", planned.dress.box);
    set("headlineDirection", planned.dress.direction);
    set("squeeze", planned.squeeze);
    if (planned.headlineSize > 0) set("headlineSize", planned.headlineSize);
    const rank = ranks.get(block.attrs.id);
    if (rank !== undefined) set("rank", rank);
  });
  return tr;
}

/**
 * What carries out a proposal: the places on its page, the jumps, and the continuations with their pages. Empty where the
 * page is not in the edition.
 */
export function carriedOut(edition: Edition, proposal: PlanProposal, newId: NewId): Change[] {
  const changes: Change[] = [];
  let current = edition;
  const take = (more: readonly Change[] | null) => {
    if (!more || more.length === 0) return;
    changes.push(...more);
    current = applyChanges(current, more);
  };
  const place = (page: Node | null | undefined, blocks: readonly PlannedBlock[]) => {
    const steps = page ? placed(page, blocks).steps : [];
    if (page && steps.length > 0) take([{ kind: "steps", page: page.attrs.id, steps }]);
  };
  place(
    current.pages.find(({ attrs }) => attrs.id === proposal.page),
    proposal.blocks,
  );
  for (const { article, target } of proposal.jumps) take(addJump(article, target)(current, newId));
  if (proposal.jumps.length > 0) take(settle(current, newId));
  for (const { article, target, onward } of proposal.jumps) {
    const made = readJumps(current).all.find((jump) => jump.article === article && jump.target === target);
    if (onward && made?.continuation)
      place(pageNumbered(current, target), [{ ...onward, id: made.continuation.id }]);
  }
  return changes;
}
