/** From a scheme to a plan: depths divided among its blocks, each composed, the page judged. */
import { type Allotted, allot } from "./allot.ts";
import { assessed, type Realized } from "./assess.ts";
import type { Scheme, Search } from "./scheme.ts";

/** The scheme as a plan; null where no division fills it, or it costs no less than `bound`. */
export function realize(scheme: Scheme, search: Search, bound = Infinity): Realized | null {
  const blocks: Allotted[] = [];
  let least = 0;
  for (const { piece, region } of scheme.parts) {
    const allotted = allot(piece, region, search.allotting);
    if (!allotted) return null;
    least += allotted.cost + piece.cost;
    if (least >= bound) return null;
    blocks.push(...allotted.blocks);
  }
  return assessed(scheme, blocks, search, bound);
}
