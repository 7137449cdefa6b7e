/**
 * What was cut from a galley last, whole: the clipboard's text and markup do not carry jumps and pictures.
 *
 * A jump that is cut takes its continuation off its page, as any removed jump does. Pasted again, it gets a new one;
 * here that is put where the old one stood, as it was dressed, in the same undo event as the paste.
 */
import type { Node, Slice } from "prosemirror-model";
import { setAttributes, setPlace } from "../../core/edition/commands.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { readJumps } from "../../core/edition/jumps.ts";
import { locate } from "../../core/edition/outline.ts";
import { overlaps, type Place } from "../../core/edition/place.ts";
import type { Session } from "../session/session.ts";

interface Cut {
  readonly text: string;
  readonly slice: Slice;
  /** Continuations by the id of their jump, with the page document they stood on. */
  readonly continuations: ReadonlyMap<string, { readonly page: string; readonly node: Node }>;
}

let last: Cut | null = null;

/** Plain text of a slice, as the clipboard has it. */
export const textOf = (slice: Slice) => slice.content.textBetween(0, slice.content.size, "\n");

/** Keeps `slice`, which is about to be cut out of `edition`; null forgets what was kept (something was copied). */
export function keepCut(edition: Edition, slice: Slice | null): void {
  last = slice && { text: textOf(slice), slice, continuations: continuationsOf(edition, slice) };
}

function continuationsOf(edition: Edition, slice: Slice) {
  const { byId } = readJumps(edition);
  const found = new Map<string, { page: string; node: Node }>();
  slice.content.descendants((node) => {
    const continuation = node.type.name === "jump" ? byId.get(node.attrs.id)?.continuation : null;
    const block = continuation ? locate(edition, continuation.id) : null;
    if (block) found.set(node.attrs.id, { page: block.page.attrs.id as string, node: block.node });
  });
  return found;
}

/** The slice that a clipboard with this text came from, where a galley cut it; else null. */
export const keptCut = (text: string): Slice | null => (last?.text === text ? last.slice : null);

/** Puts continuations that have come back where they stood before the cut, if nothing stands there now. */
export function restoreContinuations(session: Session, label: string, group: string): void {
  for (const [jump, { page, node }] of last?.continuations ?? []) {
    const { edition } = session.state;
    const id = readJumps(edition).byId.get(jump)?.continuation?.id;
    const back = id ? locate(edition, id) : null;
    if (!id || !back || back.node.attrs.place || back.page.attrs.id !== page) continue;
    const place = node.attrs.place as Place | null;
    const { textColumns, box } = node.attrs;
    session.dispatch(setAttributes(id, { textColumns, box }), { label, group });
    const taken = back.page.children.some(
      (other) => other.attrs.place && place && overlaps(other.attrs.place as Place, place),
    );
    if (place && !taken) session.dispatch(setPlace(id, place), { label, group });
  }
}
