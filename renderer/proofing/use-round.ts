/** The round of the open edition, for components: what is listed, and what is in front. */
import { useSelected } from "../desk/store.ts";
import { useDesk, useOpenEdition, useSession } from "../desk/workplace.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import type { Items } from "./items.ts";
import { itemsIn, type Round, type RoundState, roundOf } from "./round.ts";

/** Throws where no edition is open: only for the panels of the workspace. */
export function useRound(): {
  readonly open: OpenEdition;
  readonly items: Items | null;
  readonly round: RoundState;
  readonly set: Round["dispatch"];
  /** Id of the item in front. */
  readonly mark: string | null;
} {
  const open = useOpenEdition();
  if (!open) throw new Error("no edition is open");
  const store = roundOf(open);
  const round = useSelected(store, (state) => state);
  const mark = useDesk((state) => state.mark);
  useSession((state) => state.proofing);
  useSelected(open.decisions, (list) => list);
  return { open, items: itemsIn(open), round, set: store.dispatch, mark };
}
