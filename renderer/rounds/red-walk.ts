/** Walking the list of a red check, or of what has changed since a signature: by keys, round and round. */
import { locate } from "../../core/edition/settle.ts";
import type { CommandContext } from "../commands/command.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import { announce } from "../proofing/announce.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import { blockOf, placesOf, type RedItem } from "./red.ts";
import { itemWords } from "./red-words.ts";

/** Brings an item in front: list and sheets follow, and a screen reader hears it. */
export function show(workplace: Workplace, open: OpenEdition, item: RedItem): void {
  const { state } = workplace;
  open.rounds.dispatch({ front: item.id });
  const { after } = placesOf(item);
  const block = blockOf(item);
  const { edition, sheets } = open.session.state;
  const stands = after?.page ?? locate(edition, block)?.page.attrs.id;
  const { page, locale } = state.snapshot();
  // An article that goes on elsewhere is printed on two pages; the one in front is kept where it is one of them.
  const shown = sheets.some(
    (sheet) => sheet.page === page && sheet.fits.some((fit) => (fit.article ?? fit.block) === block),
  );
  if (stands && !shown && stands !== page) state.dispatch({ type: "page", page: stands });
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
