/** Room kept for an advert or a filler (补白), where there is too little copy: a block of the plan, but none of the page. */
import { schema } from "../../edition/schema.ts";
import { FILLER, type Leaf, type LeafContext, type Shape } from "./leaf.ts";

/** Room for an advert or a filler (补白) of so many cells. */
export function fillerLeaf(cells: number, { columns, lines }: LeafContext): Leaf {
  const shapes: Shape[] = [];
  const node = schema.node("advert", { id: FILLER });
  const leaf: Leaf = {
    id: FILLER,
    node,
    kind: "advert",
    rank: 99,
    input: null,
    whole: null,
    jump: null,
    pictured: false,
    text: 0,
    kept: 1,
    shapes,
  };
  for (let width = Math.max(1, Math.ceil(columns / 2)); width <= columns; width++) {
    const ideal = Math.max(5, Math.round(cells / width));
    if (ideal > lines * 0.5) continue;
    const give = Math.ceil(ideal * 0.25);
    const cost = width === columns ? 0 : 1;
    const [min, max] = [Math.max(4, ideal - give), ideal + give];
    shapes.push({
      leaf,
      columns: width,
      dress: { direction: "horizontal", box: "none" },
      min,
      max,
      most: max,
      ideal,
      cost,
      headlineSize: 0,
    });
  }
  return leaf;
}
