/** Walking the list of a red check, or of what has changed since a signature: by keys, round and round. */

import { blockOf, placesOf, type RedItem } from "../../core/report/red-items.ts";
import { itemWords } from "../../core/report/red-words.ts";
import type { CommandContext } from "../commands/command.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import { announce } from "../proofing/announce.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import { markRects } from "../sheet/overlay.ts";

/** Brings an item in front: list and sheets follow, and a screen reader hears it. */
export function show(workplace: Workplace, open: OpenEdition, item: RedItem): void {
  const { state } = workplace;
  open.rounds.dispatch({ front: item.id });
  const { after } = placesOf(item);
  const block = blockOf(item);
  const { page, locale } = state.snapshot();
  // Side by side, both sheets turn to where it stands; alone, the sheet does where these words are on another.
  if (after && open.rounds.snapshot().mode === "sign") {
    const shows = open.session.state.sheets.filter((sheet) => markRects(sheet, after).length > 0);
    const other = shows.some((sheet) => sheet.page === page) ? null : shows[0];
    if (other) state.dispatch({ type: "page", page: other.page });
  }
  if (block) state.dispatch({ type: "block", block });
  state.dispatch({ type: "mark", mark: item.id });
  const t = translator(locale);
  const at = open.rounds.snapshot().walked.findIndex(({ id }) => id === item.id);
  const position =
    at < 0 ? "" : t("rounds.red.position", { n: at + 1, of: open.rounds.snapshot().walked.length });
  announce(`${itemWords(t, item)} ${position}`);
}

export function step(context: CommandContext, by: 1 | -1): void {
  const { open } = context;
  const items = open?.rounds.snapshot().walked ?? [];
  if (!open || items.length === 0) return;
  const at = items.findIndex(({ id }) => id === open.rounds.snapshot().front);
  const from = at >= 0 ? at + by : by > 0 ? 0 : -1;
  const next = items[(from + items.length) % items.length];
  if (next) show(context, open, next);
}
