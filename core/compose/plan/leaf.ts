/**
 * A block that wants a place, and what it comes to in one: each of its shapes tried by composing it.
 *
 * What a plan says of a block's depth, headline and last line is what composition said of that very place.
 */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { BoxStyle, HeadlineDirection } from "../../edition/schema.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { UnplacedInput } from "../compose.ts";
import { setBlock } from "../flow/block.ts";
import { type Grid, pageGrid } from "../flow/grid.ts";
import { storyOf } from "../flow/story.ts";

/** How a block is set besides its place: what planning decides of a node's attributes. */
export interface Dress {
  readonly direction: HeadlineDirection;
  readonly box: BoxStyle;
}

/** A block at one width in one dress. */
export interface Shape {
  readonly leaf: Leaf;
  readonly columns: number;
  readonly dress: Dress;
  /** Body lines: fewest it can do with, most it can fill, and what suits it. */
  readonly min: number;
  readonly max: number;
  readonly ideal: number;
  /** Most it can be stretched to where there is too little copy: a larger headline, more air, larger pictures. */
  readonly most: number;
  readonly cost: number;
  /** Size in pt its headline will have, about; 0 for none. */
  readonly headlineSize: number;
}

export interface Leaf {
  readonly id: string;
  readonly node: Node;
  readonly kind: "article" | "continuation" | "picture" | "advert";
  /** 1 is the lead; blocks nobody ranked follow in document order. */
  readonly rank: number;
  readonly input: UnplacedInput | null;
  /** Is, or holds, a photograph. */
  readonly pictured: boolean;
  /** Lines of a basic column that its whole text takes. */
  readonly text: number;
  /** Part of its text that stays here where the rest is over, else 1 (see measure.ts). */
  readonly kept: number;
  readonly shapes: readonly Shape[];
}

export interface LeafContext {
  readonly style: HouseStyle;
  readonly grid: Grid;
  readonly faces: Faces;
  /** Columns of the region to plan. */
  readonly columns: number;
  readonly lines: number;
  /** True where there are so few blocks that one may run over the whole width. */
  readonly few: boolean;
}

export const leafContext = (
  style: HouseStyle,
  faces: Faces,
  columns: number,
  lines: number,
  few = false,
): LeafContext => ({
  style,
  grid: pageGrid(style),
  faces,
  columns,
  lines,
  few,
});

/** Id of the room that is kept for an advert or a filler: it is no block of the page. */
export const FILLER = "@filler";

/** A story set at a depth: what it costs, and what the node needs besides the place. */
export interface Trial {
  readonly cost: number;
  readonly headlineSize: number;
  readonly over: number;
  readonly short: number;
  /** Empty lines at the foot of each column that has text. */
  readonly hole: number;
  /** Largest part of one of its pictures that is cut off. */
  readonly lost: number;
  /** Lines that go on elsewhere, or are over where they have nowhere to go: what the plan was made for. */
  readonly beyond: number;
}

const CANNOT = 1000;
/** What each line to a column costs that a story leaves under a jump's least. */
const SCRAP = 2.5;

/** Part of a picture that its frame may cut off at no cost. */
const LOST = 0.2;

/** What `shape` costs at `place`, by composing it. */
export function tryShape(shape: Shape, place: Place, context: LeafContext): Trial {
  const { leaf } = shape;
  if (!leaf.input) {
    const off = Math.abs(place.lines - shape.ideal);
    // A line's difference is trimmed off an advert; more shows as a white edge.
    const advert = leaf.kind === "advert" && (leaf.node.attrs.width as number) > 0;
    return {
      cost: advert ? off * off * 1.2 : off * 0.25,
      headlineSize: 0,
      over: 0,
      short: 0,
      hole: 0,
      lost: 0,
      beyond: 0,
    };
  }
  const node = dressed(leaf.node, place, shape.dress, null);
  const story = leaf.input.story === storyOf(leaf.node) ? storyOf(node) : leaf.input.story;
  const result = setBlock({ ...leaf.input, node, story, place }, storyOf(node), { ...context, draft: true });
  const over =
    result.rest && !leaf.input.continued ? Math.max(0, result.linesSet - result.linesAvailable) : 0;
  const short = over > 0 ? 0 : result.blank;
  const rows = short / Math.max(1, result.across);
  let cost = result.headlineCost + result.faults * 0.35 + result.air * 0.5;
  if (over > 0) cost += 40 + over * 3;
  cost += rows < 1 ? rows * 0.8 : 0.8 + (rows - 1) * 4;
  cost += Math.max(0, short - 2) * 0.4;
  // A story that goes on elsewhere still leaves the page a fair piece of itself.
  if (leaf.input.continued && leaf.kind === "article")
    cost += Math.max(0, context.style.layout.minJumpLines - result.linesAvailable / place.columns) * SCRAP;
  if (result.linesAvailable === 0 && leaf.input.story.body.length > 0) cost += CANNOT;
  cost += Math.max(0, result.lost - LOST) * 40;
  const beyond = leaf.kept < 1 ? Math.max(0, leaf.text - result.linesAvailable) : 0;
  return { cost, headlineSize: result.headlineSize, over, short, hole: rows, lost: result.lost, beyond };
}

/** The node with a place and a dress; a headline size where one is given. */
export function dressed(node: Node, place: Place, dress: Dress, headlineSize: number | null): Node {
  const attrs: Record<string, unknown> = { ...node.attrs, place };
  if ("box" in node.attrs) attrs.box = dress.box;
  if ("headlineDirection" in node.attrs) attrs.headlineDirection = dress.direction;
  if (headlineSize !== null && "headlineSize" in node.attrs) attrs.headlineSize = headlineSize;
  return node.type.create(attrs, node.content, node.marks);
}
