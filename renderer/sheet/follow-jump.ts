/** From one end of a jump to the other: the page turns, the block there is selected and comes into sight. */
import { readJumps } from "../../core/edition/jumps.ts";
import { locate } from "../../core/edition/outline.ts";
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import { announce } from "../proofing/announce.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import { describeBlock } from "./describe.ts";
import { type JumpEnd, jumpEnds } from "./jump-ends.ts";

export function travelJump(
  { state }: Pick<Workplace, "state">,
  open: OpenEdition,
  leads: JumpEnd["leads"],
): void {
  const { page, number, block } = leads;
  state.dispatch({ type: "reveal", page, block });
  const { edition, sheets } = open.session.state;
  const t = translator(state.snapshot().locale);
  announce(t("desk.jump.followed", { page: number, words: describeBlock(t, edition, sheets, block) }));
}

/** Where the selected block's text goes on; from where it ends, back to its beginning. Null where it does not jump. */
function onward({ open, state }: CommandContext): JumpEnd["leads"] | null {
  const { block } = state.snapshot();
  if (!open || !block) return null;
  const { edition, sheets } = open.session.state;
  const [jump] = readJumps(edition).ofBlock(block);
  if (!jump) return null;
  const ends = jumpEnds(edition, sheets);
  const here = ends.filter(({ way, leads }) => way === "in" && leads.block === block).map((end) => end.jump);
  const next = ends.find((end) => end.way === "out" && here.includes(end.jump));
  if (next) return next.leads;
  const home = locate(edition, jump.article);
  return home && jump.article !== block
    ? { page: home.page.attrs.id, number: home.page.attrs.number, block: jump.article }
    : null;
}

export const followJumpCommand: DeskCommand = {
  id: "article.follow-jump",
  label: "desk.jump.follow",
  menu: "article",
  keys: ["Mod-Shift-j"],
  when: (context) => onward(context) !== null,
  run(context) {
    const leads = onward(context);
    if (leads && context.open) travelJump(context, context.open, leads);
  },
};
