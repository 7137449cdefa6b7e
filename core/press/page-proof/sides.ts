/**
 * Notes beside the page: each in the margin nearer to its words, at their height or as near to it as the others allow,
 * in the words' order from top to bottom, so that no two leaders cross.
 */
import type { Hand } from "./badges.ts";

export interface SideNote {
  /** Middle of the words as a part of the page's width, and their height on the page in pt from its top. */
  readonly across: number;
  readonly down: number;
  /** Height of the note in pt. */
  readonly height: number;
  /** 0 is the gravest: where a margin is full the lightest notes leave it first. */
  readonly gravity: number;
}

/** The note, its margin, and how far down it stands; null where the margins have no room for it. */
export interface Placed<T> {
  readonly note: T;
  readonly hand: Hand;
  readonly y: number | null;
}

/** Notes of the left margin from top to bottom, then of the right; `room` is the margins' height in pt. */
export function besides<T extends SideNote>(notes: readonly T[], room: number, gap: number): Placed<T>[] {
  const byPlace = notes.toSorted((a, b) => a.across - b.across);
  const need = (list: readonly T[]) => list.reduce((sum, note) => sum + note.height + gap, 0);
  let cut = byPlace.filter((note) => note.across < 0.5).length;
  // A margin that is full gives the notes nearest to the middle to the other, if that has room.
  const over = (at: number) => need(byPlace.slice(0, at)) > room;
  const overRight = (at: number) => need(byPlace.slice(at)) > room;
  while (cut > 0 && over(cut) && !overRight(cut - 1)) cut--;
  while (cut < byPlace.length && overRight(cut) && !over(cut + 1)) cut++;
  return [
    ...stacked(byPlace.slice(0, cut), "left", room, gap),
    ...stacked(byPlace.slice(cut), "right", room, gap),
  ];
}

function stacked<T extends SideNote>(
  notes: readonly T[],
  hand: Hand,
  room: number,
  gap: number,
): Placed<T>[] {
  const order = notes.toSorted((a, b) => a.down - b.down || a.across - b.across);
  const kept = new Set(order);
  let total = order.reduce((sum, note) => sum + note.height + gap, -gap);
  const leaving = order.map((note, index) => ({ note, index }));
  leaving.sort((a, b) => b.note.gravity - a.note.gravity || b.index - a.index);
  for (const { note } of leaving) {
    if (total <= room) break;
    kept.delete(note);
    total -= note.height + gap;
  }
  const places = new Map<T, number>();
  let next = 0;
  for (const note of order) {
    if (!kept.has(note)) continue;
    const y = Math.max(note.down, next);
    places.set(note, y);
    next = y + note.height + gap;
  }
  let limit = room;
  for (const note of order.toReversed()) {
    const y = places.get(note);
    if (y === undefined) continue;
    places.set(note, Math.min(y, limit - note.height));
    limit = (places.get(note) ?? 0) - gap;
  }
  return order.map((note) => ({ note, hand, y: places.get(note) ?? null }));
}
