/** Words before and after, in one line of reading: what was taken away struck through, what came underlined. */
import type { TextSpan } from "../../core/edition/compare-text.ts";

/** Characters shown on either side of a difference. */
const AROUND = 14;

interface WordsProps {
  readonly before: string | null;
  readonly after: string | null;
  readonly spans: readonly TextSpan[];
}

export function Words({ before, after, spans }: WordsProps) {
  const [a, b] = [before ?? "", after ?? ""];
  const pieces: React.ReactNode[] = [];
  let at = 0;
  spans.forEach(({ fromA, toA, fromB, toB }, i) => {
    pieces.push(<Kept key={`kept ${fromB}`} text={b.slice(at, fromB)} first={i === 0} />);
    if (toA > fromA) pieces.push(<del key={`old ${fromA}`}>{cut(a.slice(fromA, toA))}</del>);
    if (toB > fromB) pieces.push(<ins key={`new ${fromB}`}>{cut(b.slice(fromB, toB))}</ins>);
    at = toB;
  });
  pieces.push(<Kept key="rest" text={b.slice(at)} first={false} last />);
  return (
    <p className="words" lang="zh-Hans">
      {pieces}
    </p>
  );
}

/** What did not change, as far as it helps to find the place. */
function Kept({ text, first, last = false }: { text: string; first: boolean; last?: boolean }) {
  const signs = [...text];
  if (signs.length <= AROUND * (first || last ? 1 : 2)) return text;
  const head = first ? "" : signs.slice(0, AROUND).join("");
  const tail = last ? "" : signs.slice(-AROUND).join("");
  return `${head}…${tail}`;
}

/** A whole paragraph that came or went is told by its beginning and end. */
function cut(text: string): string {
  const signs = [...text];
  return signs.length > 120 ? `${signs.slice(0, 80).join("")}…${signs.slice(-30).join("")}` : text;
}

/** Two texts compared from either end: enough for one run of typing. */
export function endsDiffer(before: string | null, after: string): TextSpan[] {
  const [a, b] = [before ?? "", after];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return [{ fromA: head, toA: a.length - tail, fromB: head, toB: b.length - tail }];
}
