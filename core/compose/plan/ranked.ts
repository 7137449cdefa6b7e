/** The order of importance of a page's blocks, 1 being the lead (头条). */
import type { Node } from "prosemirror-model";

/** Ranks as given; blocks that have none follow those that do, in document order. */
export function ranked(blocks: readonly Node[]): { node: Node; rank: number }[] {
  const given = blocks.map((node) => (node.attrs.rank as number | undefined) ?? 0);
  const taken = Math.max(0, ...given);
  let next = taken;
  return blocks.map((node, i) => {
    const own = given[i] as number;
    if (node.type.name !== "article") return { node, rank: 50 + i };
    if (own === 0) next++;
    return { node, rank: own > 0 ? own : next };
  });
}
