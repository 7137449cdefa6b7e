/**
 * Undo for the whole edition: one line of changes, words and layout and pages alike.
 *
 * Undo applies inverted changes as new ones, so the log only grows and an undone change is part of the record. What is
 * kept to be undone is bounded: steps of typing that meet are one step, and the oldest events go when there are too
 * many changes in all. Whatever is no longer undone can still be looked back to in the log.
 */
import { applyChanges, type Change, invertChanges, joined } from "./change.ts";
import type { Edition } from "./edition.ts";

interface Event {
  readonly undo: readonly Change[];
  readonly group: string;
}

export interface History {
  readonly done: readonly Event[];
  readonly undone: readonly Event[];
}

export const emptyHistory: History = { done: [], undone: [] };

/** Changes kept to be undone, by default. */
export const UNDO_DEPTH = 1000;
/** A run of typing without a pause is undone in stretches of so many changes that could not be joined. */
const LONGEST = 50;

/**
 * Notes `changes`, which are about to be applied to `edition`. Changes of one `group` (a run of typing, one drag) that
 * follow each other are undone together; an empty group stands alone. `depth` is how many changes are kept in all; the
 * last event is kept whatever its size.
 */
export function record(
  history: History,
  edition: Edition,
  changes: readonly Change[],
  { group = "", depth = UNDO_DEPTH }: { readonly group?: string; readonly depth?: number } = {},
): History {
  if (changes.length === 0) return history;
  const undo = invertChanges(edition, changes);
  const last = history.done.at(-1);
  const together = group !== "" && last?.group === group && last.undo.length < LONGEST;
  const event = { undo: together ? joined(undo, last.undo) : undo, group };
  return {
    done: latest([...(together ? history.done.slice(0, -1) : history.done), event], depth),
    undone: [],
  };
}

/** The last events that hold no more than `depth` changes together; at least one. */
function latest(events: Event[], depth: number): Event[] {
  let first = events.length - 1;
  for (let left = depth - size(events[first]); first > 0; first--) {
    left -= size(events[first - 1]);
    if (left < 0) break;
  }
  return first === 0 ? events : events.slice(first);
}

const size = (event: Event | undefined): number => event?.undo.length ?? 0;

/** The changes to apply in order to undo the last event, and the history after it; null where there is none. */
export function undo(
  history: History,
  edition: Edition,
): { changes: readonly Change[]; history: History } | null {
  const event = history.done.at(-1);
  if (!event) return null;
  const redo = { undo: invertChanges(edition, event.undo), group: event.group };
  return {
    changes: event.undo,
    history: { done: history.done.slice(0, -1), undone: [...history.undone, redo] },
  };
}

/** The same for the last event that was undone. */
export function redo(
  history: History,
  edition: Edition,
): { changes: readonly Change[]; history: History } | null {
  const event = history.undone.at(-1);
  if (!event) return null;
  const back = { undo: invertChanges(edition, event.undo), group: event.group };
  return {
    changes: event.undo,
    history: { done: [...history.done, back], undone: history.undone.slice(0, -1) },
  };
}

/** The edition after undoing all of `history`: for tests and for reading an old version. */
export function rewind(history: History, edition: Edition): Edition {
  return history.done.reduceRight((current, event) => applyChanges(current, event.undo), edition);
}
