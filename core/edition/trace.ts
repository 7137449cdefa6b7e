/**
 * A stretch of a page's text followed back through the log: which changes touched it, and where it stood before them.
 */
import type { Node } from "prosemirror-model";
import {
  AddMarkStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from "prosemirror-transform";
import type { Change } from "./change.ts";

/** Positions in a page document, inside one textblock. */
export interface Track {
  readonly from: number;
  readonly to: number;
}

export interface Traced {
  /** Some of its characters were written, deleted or emphasized. */
  readonly touched: boolean;
  /** Where it stood before; null where it came with these changes. */
  readonly before: Track | null;
}

/** What `changes` did to the text at `track` of the page document `page`, as it stands after them. */
export function traceBack(changes: readonly Change[], page: string, track: Track): Traced {
  let now = track;
  let touched = false;
  for (const change of changes.toReversed()) {
    if (change.kind === "page-added" && change.page.attrs.id === page) return { touched: true, before: null };
    if (change.kind !== "steps" || change.page !== page) continue;
    for (const step of change.steps.toReversed()) {
      const back = through(step, now);
      touched ||= back.touched;
      if (!back.before) return { touched, before: null };
      now = back.before;
    }
  }
  return { touched, before: now };
}

function through(step: Step, { from, to }: Track): Traced {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    const shown = step.mark.type.name !== "comment" && step.from < to && step.to > from;
    return { touched: shown, before: { from, to } };
  }
  const map = step.getMap();
  let touched = false;
  let born = false;
  map.forEach((_oldStart, _oldEnd, start, end) => {
    if (start <= to && end >= from) touched = true;
    // The textblock's own tokens came with it.
    if (start < from && end > to) born = true;
  });
  if (born) return { touched: true, before: null };
  const back = map.invert();
  const before = { from: back.map(from, -1), to: back.map(to, 1) };
  // Nothing of it was there: the paragraph was split off empty.
  if (touched && before.from >= before.to && parts(step)) return { touched, before: null };
  return { touched, before };
}

/** True where the step parts or joins textblocks. */
const parts = (step: Step) =>
  (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) &&
  step.slice.content.content.some((node: Node) => !node.isText);
