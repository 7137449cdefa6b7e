/**
 * Undo for the whole edition: one line of changes, words and layout and pages alike.
 *
 * Undo applies inverted changes as new ones, so the log only grows and an undone change is part of the record.
 */
import { applyChanges, type Change, invertChanges } from "./change.ts";
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

/**
 * Notes `changes`, which are about to be applied to `edition`. Changes of one `group` (a run of typing, one drag) that
 * follow each other are undone together; an empty group stands alone.
 */
export function record(history: History, edition: Edition, changes: readonly Change[], group = ""): History {
  if (changes.length === 0) return history;
  const undo = invertChanges(edition, changes);
  const last = history.done.at(-1);
  if (group && last?.group === group) {
    return { done: [...history.done.slice(0, -1), { undo: [...undo, ...last.undo], group }], undone: [] };
  }
  return { done: [...history.done, { undo, group }], undone: [] };
}

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
