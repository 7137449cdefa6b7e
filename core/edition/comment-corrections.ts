/** What comments on a proof ask for: each open thread is a correction that only a person, or its being resolved, can tick. */
import { anchorsOf } from "./anchors.ts";
import type { Correction } from "./correction.ts";
import type { Edition } from "./edition.ts";
import type { Thread } from "./thread.ts";

export interface CommentCorrection extends Correction {
  readonly thread: Thread;
}

/** Threads that were open on `proof` and had their words there; resolved since then they count as done. */
export function commentCorrections(proof: Edition, later: Edition): CommentCorrection[] {
  const anchors = anchorsOf(proof);
  const resolved = new Set(later.comments?.filter((thread) => thread.resolved).map(({ id }) => id));
  return (proof.comments ?? []).flatMap((thread) => {
    const [place] = anchors.get(thread.id) ?? [];
    if (!place || thread.resolved) return [];
    const settled = resolved.has(thread.id) ? { settled: () => true } : {};
    return [{ id: `comment ${thread.id}`, thread, place, text: null, ...settled }];
  });
}
