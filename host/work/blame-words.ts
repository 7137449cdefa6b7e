/**
 * The words of a paragraph between the changes that touched it, carried from one to the next.
 *
 * A change that writes or deletes within the paragraph says all that is needed to go on from the words before it. So of
 * a long evening one document is asked for, not one for every run of work; where a change does more than that (parts a
 * paragraph, comes with its block) the document after it is asked for too.
 */
import type { Slice } from "prosemirror-model";
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from "prosemirror-transform";
import type { Track } from "../../core/edition/trace.ts";
import type { LogEntry } from "../store/log.ts";

/** The words after `entry`, of those that stood at `at` of `page` before it; null where the words alone do not tell. */
export function wordsAfter(entry: LogEntry, page: string, at: Track, words: string): string | null {
  let now: { readonly at: Track; readonly words: string } | null = { at, words };
  for (const change of entry.changes) {
    if (change.kind === "page-added" || change.kind === "page-removed") {
      if (change.page.attrs.id === page) return null;
      continue;
    }
    if (change.kind !== "steps" || change.page !== page) continue;
    for (const step of change.steps) {
      now = through(step, now.at, now.words);
      if (!now) return null;
    }
  }
  return now.words;
}

function through(step: Step, at: Track, words: string): { at: Track; words: string } | null {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return { at, words };
  let outside = true;
  step.getMap().forEach((start, end) => {
    // Its own tokens stand right before `from` and right behind `to`.
    if (end >= at.from && start <= at.to) outside = false;
  });
  const map = step.getMap();
  const moved = { from: map.map(at.from, -1), to: map.map(at.to, 1) };
  if (outside) return { at: moved, words };
  if (!(step instanceof ReplaceStep) || step.from < at.from || step.to > at.to) return null;
  const written = textOf(step.slice);
  if (written === null) return null;
  const text = words.slice(0, step.from - at.from) + written + words.slice(step.to - at.from);
  return { at: moved, words: text };
}

function textOf({ content, openStart, openEnd }: Slice): string | null {
  if (openStart > 0 || openEnd > 0) return null;
  let text = "";
  for (const node of content.content) {
    if (!node.isText) return null;
    text += node.text;
  }
  return text;
}
