/**
 * Lone lines mended: paragraphs set a line shorter or longer, within tolerance, so that none stands alone at a column's
 * head or foot.
 *
 * All choices are weighed together, paragraph after paragraph: what a state has behind it is how many slots are filled
 * and at what cost, so of two ways to the same slot the cheaper is kept. The result is never longer than `limit` slots.
 */
import { crossheadAt } from "./crosshead.ts";
import type { Frame, Slot } from "./frame.ts";
import { loneIn } from "./lone-lines.ts";
import { paragraphAt, pour } from "./pour.ts";
import type { PourContext, Pouring, PourText } from "./poured.ts";
import type { BodyItem } from "./story.ts";

/** What a lone line costs beside a paragraph that is set otherwise than naturally. */
const HEAD = 10;
const FOOT = 4;
/** A paragraph set a line shorter or longer, at least; how much it has to take in or hand on comes on top, up to 1. */
const CHANGED = 0.4;
/** A slot left empty before a crosshead, and a line more or fewer than natural altogether. */
const SKIPPED = 1;
const LENGTH = 0.15;
/** The same where the block is set tighter or looser: so many lines were asked for. */
const LENGTH_ASKED = 3;
/** Ways kept after a paragraph; fewer where lines differ in width, for there each slot asks for a setting of its own. */
const WAYS = 32;
const WAYS_UNEVEN = 6;

/** A way through the paragraphs so far. */
interface Way {
  readonly at: number;
  readonly cost: number;
  readonly counts: ReadonlyMap<number, number> | undefined;
}

/** What the lone lines of a pouring cost. */
export const loneCost = ({ lone }: Pouring): number => HEAD * lone.head + FOOT * lone.foot;

/** `text` poured into `frame` with as few lone lines as tolerances allow, in no more than `limit` slots. */
export function pourMended(
  text: PourText,
  frame: Frame,
  context: PourContext,
  limit = frame.slots.length,
): Pouring {
  const natural = pour(text, frame, context);
  if (context.draft || loneCost(natural) === 0 || natural.end) return natural;
  const counts = cheapest(text, frame, context, natural.used, Math.max(limit, natural.used));
  if (!counts) return natural;
  const mended = pour({ ...text, counts }, frame, context);
  return mended.end || loneCost(mended) >= loneCost(natural) ? natural : mended;
}

function cheapest(
  text: PourText,
  frame: Frame,
  context: PourContext,
  used: number,
  limit: number,
): ReadonlyMap<number, number> | undefined {
  let ways: readonly Way[] = [{ at: 0, cost: 0, counts: text.counts }];
  for (let index = text.from.item; index < text.until; index++) {
    const item = text.story.body[index] as BodyItem;
    if (item.kind === "jump") continue;
    const next = new Map<number, Way>();
    const keep = (way: Way) => {
      if (way.at <= limit && way.cost < (next.get(way.at)?.cost ?? Infinity)) next.set(way.at, way);
    };
    for (const way of ways)
      if (item.kind === "crosshead") {
        const stand = crossheadAt(text, index, frame.slots, way.at, context);
        if (stand)
          keep({
            ...way,
            at: way.at + stand.skipped + stand.deep,
            cost: way.cost + SKIPPED * stand.skipped,
          });
      } else for (const set of settings(text, index, item, frame, way, context)) keep(set);
    ways = [...next.values()]
      .sort((a, b) => a.cost - b.cost || a.at - b.at)
      .slice(0, frame.even ? WAYS : WAYS_UNEVEN);
  }
  const length = text.gains ? LENGTH_ASKED : LENGTH;
  const total = (way: Way) => way.cost + length * Math.abs(way.at - used);
  return ways.toSorted((a, b) => total(a) - total(b))[0]?.counts;
}

/** A paragraph in its natural number of lines, in one fewer and in one more, as far as it can be had. */
function settings(
  text: PourText,
  index: number,
  item: Extract<BodyItem, { kind: "paragraph" }>,
  frame: Frame,
  way: Way,
  context: PourContext,
): Way[] {
  if (way.at >= frame.slots.length) return [];
  const natural = paragraphAt(text, index, item, frame, way.at, context);
  if (!natural) return [way];
  const { slots } = frame;
  const begins = index > text.from.item || text.from.offset === 0;
  const count = natural.lines.length;
  const { width } = slots[way.at] as Slot;
  const last = natural.lines.at(-1)?.width ?? 0;
  const after = (lines: number, cost: number, counts: Way["counts"]): Way => {
    const { head, foot } = loneIn(slots, way.at, lines, begins, natural.ends);
    return { at: way.at + lines, cost: way.cost + cost + HEAD * head + FOOT * foot, counts };
  };
  const ways = [after(count, 0, way.counts)];
  if (!natural.ends) return ways;
  for (const change of [-1, 1]) {
    const lines = count + change;
    if (lines < 2) continue;
    const counts = new Map([...(way.counts ?? []), [index, lines]]);
    const set = paragraphAt({ ...text, counts }, index, item, frame, way.at, context);
    if (set?.lines.length !== lines) continue;
    const strain = (change < 0 ? last : width - last) / (width * Math.max(1, count - 1));
    ways.push(after(lines, CHANGED + Math.min(1, strain), counts));
  }
  return ways;
}
