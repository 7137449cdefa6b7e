/**
 * Undo and redo, with the eye taken to where something changed: nothing is undone out of sight.
 */
import type { Edition } from "../../../core/edition/edition.ts";
import type { CommandContext } from "../../commands/command.ts";

export interface Changed {
  /** Id of the page document. */
  readonly page: string;
  /** Id of the block; null where blocks only went, or the page itself changed. */
  readonly block: string | null;
}

/** Where `now` differs from `before`, page by page. A page that is gone is not told. */
export function changedPlaces(before: Edition, now: Edition): Changed[] {
  const known = new Map(before.pages.map((page) => [page.attrs.id as string, page]));
  return now.pages.flatMap((page): Changed[] => {
    const id = page.attrs.id as string;
    const old = known.get(id);
    if (old === page) return [];
    const same = new Set(old?.children ?? []);
    const blocks = old ? page.children.filter((block) => !same.has(block)) : [];
    return blocks.length > 0
      ? blocks.map((block) => ({ page: id, block: block.attrs.id as string }))
      : [{ page: id, block: null }];
  });
}

/** Undoes or redoes, and shows the page and the block it happened in where neither is in front. */
export function travel({ open, state }: CommandContext, direction: "undo" | "redo"): void {
  if (!open) return;
  const before = open.session.state.edition;
  if (!open.session[direction]()) return;
  // What was said of the change that has gone is true no longer.
  if (state.snapshot().notice?.tone !== "error") state.dispatch({ type: "notice", notice: null });
  const now = open.session.state.edition;
  const { page, block } = state.snapshot();
  const places = changedPlaces(before, now);
  const here = places.filter((place) => place.page === page);
  const stands = now.pages.some((candidate) => candidate.attrs.id === page);
  const [place] = here.length > 0 || (stands && places.length === 0) ? here : places;
  if (!place) {
    if (!stands && now.pages[0]) state.dispatch({ type: "page", page: now.pages[0].attrs.id });
    return;
  }
  if (place.block && !here.some((other) => other.block === block))
    state.dispatch({ type: "reveal", page: place.page, block: place.block });
  else state.dispatch({ type: "page", page: place.page });
}
