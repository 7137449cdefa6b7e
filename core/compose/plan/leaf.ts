/** A block that wants a place, with the shapes it may have there. */
import type { Node } from "prosemirror-model";
import type { BoxStyle, HeadlineDirection } from "../../edition/schema.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { UnplacedInput } from "../compose.ts";
import { type Grid, pageGrid } from "../flow/grid.ts";

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
  /** What it is set from, cut where only a part of the text stays; and what the edition has of it. */
  readonly input: UnplacedInput | null;
  readonly whole: UnplacedInput | null;
  /** Number of the page on which it may go on by a jump of planning's; null for none. */
  readonly jump: string | null;
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
