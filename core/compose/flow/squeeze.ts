/**
 * Tighter or looser setting of a whole block (挤行、抻行): which paragraphs are set a line shorter, or longer.
 *
 * A paragraph gives a line only where the house's tolerances let it; those are taken first that have the fewest
 * characters to take in (or the fewest to hand on), so that no more lines than asked for are touched.
 */
import { paragraphLines } from "./paragraph.ts";
import type { PourContext, PourText } from "./poured.ts";

/** Lines a paragraph has at least to be worth squeezing: in fewer the change is seen. */
const LEAST = 2;

/**
 * A line fewer (−1) or more (+1) by item of the story, so that `lines` lines are saved in a measure of `width` pt;
 * negative `lines` are gained. As many as can be had; null where there is nothing to do.
 */
export function gainsOf(
  text: PourText,
  lines: number,
  width: number,
  context: PourContext,
): ReadonlyMap<number, number> | null {
  if (lines === 0) return null;
  const change = lines > 0 ? -1 : 1;
  const found: { item: number; strain: number }[] = [];
  for (let index = text.from.item; index < text.until; index++) {
    const item = text.story.body[index];
    if (item?.kind !== "paragraph") continue;
    const span = { from: index === text.from.item ? text.from.offset : 0, to: item.length };
    const set = (count?: number) =>
      paragraphLines(
        item,
        count === undefined ? span : { ...span, count },
        width,
        context.style,
        context.faces,
        text.kai,
      );
    const natural = set();
    const last = natural.at(-1);
    if (natural.length < LEAST || !last || set(natural.length + change).length !== natural.length + change)
      continue;
    found.push({ item: index, strain: (change < 0 ? last.width : width - last.width) / natural.length });
  }
  found.sort((a, b) => a.strain - b.strain || a.item - b.item);
  const chosen = found.slice(0, Math.abs(lines));
  return chosen.length > 0 ? new Map(chosen.map(({ item }) => [item, change])) : null;
}
