/**
 * Where two texts differ, told in whole words.
 *
 * prosemirror-changeset says which characters differ; Intl.Segmenter says which words they stand in. A span grows over
 * the rest of the words it cuts on either side; what it grows over is alike in both texts, so that the spans still put
 * the later text together from the earlier.
 */
import { exactSpans, type TextSpan } from "./compare-text.ts";
import { schema } from "./schema.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

const asPart = (text: string) => schema.node("paragraph", null, text ? schema.text(text) : []);

/** Where two texts differ, by UTF-16 unit. */
export const compareUnits = (a: string, b: string): TextSpan[] =>
  a === b ? [] : exactSpans(asPart(a), asPart(b));

/** Where two texts differ, by word. */
export const compareWords = (a: string, b: string): TextSpan[] => inWords(compareUnits(a, b), a, b);

/** Spans of `a` and `b`, in order, grown to the words that they cut; those that come to touch are one. */
export function inWords(spans: readonly TextSpan[], a: string, b: string): TextSpan[] {
  if (spans.length === 0) return [];
  const [edgesA, edgesB] = [edgesOf(a), edgesOf(b)];
  const grown: TextSpan[] = [];
  for (const [i, { fromA, toA, fromB, toB }] of spans.entries()) {
    const last = grown.at(-1);
    const next = spans[i + 1];
    let left = 0;
    const room = fromA - (last?.toA ?? 0);
    while (left < room && !(edgesA.has(fromA - left) && edgesB.has(fromB - left))) left++;
    let right = 0;
    const rest = (next?.fromA ?? a.length) - toA;
    while (right < rest && !(edgesA.has(toA + right) && edgesB.has(toB + right))) right++;
    const span = { fromA: fromA - left, toA: toA + right, fromB: fromB - left, toB: toB + right };
    // Nothing alike is left between the two: they are one change.
    if (last && span.fromA <= last.toA && span.fromB <= last.toB)
      grown[grown.length - 1] = { ...last, toA: span.toA, toB: span.toB };
    else grown.push(span);
  }
  return grown;
}

/** Texts whose words are known; as many as a large edition's red check asks for. */
const MOST = 2000;
const known = new Map<string, ReadonlySet<number>>();

/** Offsets at which a word begins, and the end. A text that is compared is compared again at every key. */
function edgesOf(text: string): ReadonlySet<number> {
  let edges = known.get(text);
  if (!edges) {
    edges = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
    if (known.size >= MOST) known.clear();
    known.set(text, edges);
  }
  return edges;
}
