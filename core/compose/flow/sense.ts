/**
 * Where a headline may break, and how well it reads there.
 *
 * A headline breaks at the space its editor set, else after a mark, else between words (Intl.Segmenter), never
 * inside a word or a number. Lines of a broken headline are balanced; sense outweighs balance.
 */

export interface SenseBreak {
  /** The line ends before this offset (UTF-16); the next begins at `next` (a space between them is not set). */
  readonly at: number;
  readonly next: number;
  /** 0 reads perfectly; 1 is a plain word boundary. */
  readonly penalty: number;
}

const words = new Intl.Segmenter("zh", { granularity: "word" });
const NO_START = /^[，、。；：！？”’」』）》〉】％%℃·—…-]/u;
const NO_END = /[“‘「『（《〈【·\-0-9]$/u;
const AFTER_MARK = /[，、。；：！？”’」』）》】—…]$/u;
/** UTF-16 units to either side of a break that are looked at: more than the longest mark or word here. */
const CONTEXT = 8;
/** Words that lean on what stands before them, and words that reach for what follows. */
const LEANS =
  /^(?:的|了|着|过|和|与|及|或|等|之|地|得|们|里|中|上|下|内|外|时|后|前|起|为|万|亿|元|个|例|名|人|家|条|项|天|年|月|日|号|次)/u;
const REACHES = /(?:的|和|与|及|或|在|对|把|将|被|为|向|从|以|到|由|就|于|让|使|第|各|每|我|市|新)$/u;

/**
 * How strongly the two characters around a break belong together, judged by the story itself: a pair that its text
 * uses over and over (疫|情) is a word, whatever the dictionary says.
 */
export type Cohesion = (pair: string) => number;

const loose: Cohesion = () => 0;

/** Cohesion counted in what `text` answers, when it is first asked for. */
export function cohesionOf(text: () => string): Cohesion {
  let counts: Map<string, number> | null = null;
  const count = () => {
    const found = new Map<string, number>();
    const chars = [...text()];
    for (let i = 0; i + 1 < chars.length; i++) {
      const pair = `${chars[i]}${chars[i + 1]}`;
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
    return found;
  };
  return (pair) => {
    counts ??= count();
    return counts.get(pair) ?? 0;
  };
}

const breakCache = new WeakMap<Cohesion, Map<string, readonly SenseBreak[]>>();

export function senseBreaks(text: string, cohesion: Cohesion = loose): readonly SenseBreak[] {
  let byText = breakCache.get(cohesion);
  if (!byText) {
    byText = new Map();
    breakCache.set(cohesion, byText);
  }
  let breaks = byText.get(text);
  if (!breaks) {
    // Only `loose` lives as long as the program; a story's own goes with the story.
    if (byText.size > 500) byText.clear();
    breaks = findBreaks(text, cohesion);
    byText.set(text, breaks);
  }
  return breaks;
}

const isSingle = (segment: string) => /^\p{Script=Han}$/u.test(segment);

function findBreaks(text: string, cohesion: Cohesion): SenseBreak[] {
  const breaks: SenseBreak[] = [];
  for (const match of text.matchAll(/[\s　]+/gu)) {
    if (match.index > 0) breaks.push({ at: match.index, next: match.index + match[0].length, penalty: 0 });
  }
  let depth = 0;
  let last = "";
  for (const { segment, index } of words.segment(text)) {
    const before = text.slice(Math.max(0, index - CONTEXT), index);
    if (index > 0 && !/^[\s　]/u.test(segment) && !/[\s　]$/u.test(before)) {
      const after = text.slice(index, index + CONTEXT);
      if (!NO_START.test(after) && !NO_END.test(before)) {
        let penalty = AFTER_MARK.test(before) ? 0.3 : 1;
        if (LEANS.test(after)) penalty += 1.2;
        if (REACHES.test(before)) penalty += 0.8;
        // A number belongs to the verb before it: 增长|6.8%, 达|98.5%.
        if (/^[0-9]/.test(after) && penalty >= 1) penalty += 0.8;
        // Two single characters side by side are often one word that the dictionary lacks: 转|版, 复|工.
        if (isSingle(last) && isSingle(segment)) penalty += 0.9;
        if (depth > 0) penalty += 2;
        const pair = `${[...before].at(-1)}${[...after][0]}`;
        penalty += Math.min(2.5, Math.log2(1 + Math.max(0, cohesion(pair) - 1)) * 0.9);
        breaks.push({ at: index, next: index, penalty });
      }
    }
    last = segment;
    for (const char of segment) {
      if ("“‘「『（《〈【".includes(char)) depth++;
      else if ("”’」』）》〉】".includes(char)) depth = Math.max(0, depth - 1);
    }
  }
  return breaks.sort((a, b) => a.at - b.at);
}

export interface SenseLine {
  readonly start: number;
  readonly end: number;
}

/**
 * The best way to set `text` in `count` lines no longer than `limit`, by `width` of a slice (any unit); null where
 * there is none. `cost` is 0 for equal lines broken at spaces.
 */
export function breakBySense(
  text: string,
  count: number,
  limit: number,
  width: (slice: string) => number,
  cohesion: Cohesion = loose,
): { readonly lines: readonly SenseLine[]; readonly cost: number } | null {
  const trimmed = text.replace(/[\s　]+$/u, "");
  if (count === 1) {
    return width(trimmed) <= limit ? { lines: [{ start: 0, end: trimmed.length }], cost: 0 } : null;
  }
  const whole = width(trimmed);
  // Too long for so many lines wherever it is broken: what a break leaves out is the white space it stands at.
  const left = [...trimmed.matchAll(/[\s　]+/gu)].reduce((sum, [gap]) => sum + width(gap), 0);
  if (whole - left > limit * count * 1.05) return null;
  const ideal = whole / count;
  const breaks = senseBreaks(trimmed, cohesion);
  // Where the editor set spaces enough for all breaks, a break elsewhere goes against his grain.
  const spaces = breaks.filter((point) => point.penalty === 0).length;
  const astray = spaces >= count - 1 ? 1.5 : 0;
  let best: { lines: SenseLine[]; cost: number } | null = null;
  const extend = (from: number, first: number, lines: SenseLine[], cost: number) => {
    if (best && cost >= best.cost) return;
    const spread = (w: number) => ((w - ideal) / ideal) ** 2 * 4;
    if (lines.length === count - 1) {
      const last = width(trimmed.slice(from));
      if (last > limit || from >= trimmed.length) return;
      const total = cost + spread(last);
      if (!best || total < best.cost)
        best = { lines: [...lines, { start: from, end: trimmed.length }], cost: total };
      return;
    }
    for (let i = first; i < breaks.length; i++) {
      const point = breaks[i] as SenseBreak;
      if (point.at <= from) continue;
      const w = width(trimmed.slice(from, point.at));
      if (w > limit) break;
      extend(
        point.next,
        i + 1,
        [...lines, { start: from, end: point.at }],
        cost + spread(w) + point.penalty + (point.penalty > 0 ? astray : 0),
      );
    }
  };
  extend(0, 0, [], 0);
  return best;
}
