/**
 * Where the words of two textblocks differ, by prosemirror-changeset.
 *
 * Numbers and Latin words are never cut: 78 to 79 is a changed number, not a changed digit. Chinese is compared by
 * character: words are not told apart in it, and a reader of proofs looks for the character.
 */
import { ChangeSet } from "prosemirror-changeset";
import type { Node } from "prosemirror-model";
import { StepMap } from "prosemirror-transform";

/** A stretch of text that differs, in UTF-16 offsets of the part before and after; either may be empty. */
export interface TextSpan {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** The stretches in which two textblocks differ; offsets are those of their text. */
export function compareTexts(old: Node, now: Node): TextSpan[] {
  const [a, b] = [old.textContent, now.textContent];
  return join(
    exactSpans(old, now).map((span) => widen(span, a, b)),
    a,
  );
}

/** The same unit by unit: a number may be cut, and what is alike between two changes keeps them apart. */
export function exactSpans(old: Node, now: Node): TextSpan[] {
  const whole = new StepMap([0, old.content.size, now.content.size]);
  const { changes } = ChangeSet.create(old).addSteps(now, [whole], null);
  return changes.map(({ fromA, toA, fromB, toB }) => ({ fromA, toA, fromB, toB }));
}

/** What must not be cut: a figure with its decimals and sign, a Latin word, a character of two UTF-16 units. */
const wordlike = /[\p{Nd}\p{Script=Latin}\p{Cs}.,%％‰]/u;

/** The span grown over the rest of a number or Latin word that it cuts; what it grows over is alike on both sides. */
function widen({ fromA, toA, fromB, toB }: TextSpan, a: string, b: string): TextSpan {
  const at = (text: string, i: number) => wordlike.test(text[i] ?? "");
  const cutsLeft = () => at(a, fromA - 1) && at(b, fromB - 1) && (at(a, fromA) || at(b, fromB));
  const cutsRight = () => at(a, toA) && at(b, toB) && (at(a, toA - 1) || at(b, toB - 1));
  while (fromA > 0 && fromB > 0 && cutsLeft()) [fromA, fromB] = [fromA - 1, fromB - 1];
  while (toA < a.length && toB < b.length && cutsRight()) [toA, toB] = [toA + 1, toB + 1];
  return { fromA, toA, fromB, toB };
}

/** Spans that touch, or leave a single character between them, read as one. */
function join(spans: readonly TextSpan[], a: string): TextSpan[] {
  const joined: TextSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const gap = last ? span.fromA - last.toA : Number.POSITIVE_INFINITY;
    // A mark of punctuation between two changes keeps them apart.
    const kept = last && gap === 1 && /\p{P}/u.test(a[last.toA] ?? "");
    if (last && gap <= 1 && !kept) {
      joined[joined.length - 1] = {
        ...last,
        toA: Math.max(last.toA, span.toA),
        toB: Math.max(last.toB, span.toB),
      };
    } else joined.push(span);
  }
  return joined;
}
