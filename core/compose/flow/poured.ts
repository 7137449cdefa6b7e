/** What is poured into a frame, and what comes of it. */
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { Line } from "../line.ts";
import type { Slot } from "./frame.ts";
import type { LoneLines } from "./lone-lines.ts";
import type { SenseLine } from "./sense.ts";
import type { Cursor, Field, Story } from "./story.ts";

export interface PouredLine {
  readonly line: Line;
  readonly slot: Slot;
  /** Position of the paragraph, relative to its block. */
  readonly pos: number;
}

export interface PouredCrosshead {
  readonly field: Field;
  readonly lines: readonly SenseLine[];
  /** Slots it covers, the first to the last. */
  readonly slots: readonly Slot[];
}

export interface Pouring {
  readonly lines: readonly PouredLine[];
  readonly crossheads: readonly PouredCrosshead[];
  /** Where the text goes on; null where all of it is set. */
  readonly end: Cursor | null;
  /** Slots used, counting those that had to stay empty. */
  readonly used: number;
  readonly lone: LoneLines;
  /** Lone lines, and slots left empty before crossheads, weighed. */
  readonly faults: number;
}

export interface PourText {
  readonly story: Story;
  readonly from: Cursor;
  /** Items before this index are poured; of the last of them only up to `cut` (its whole length where null). */
  readonly until: number;
  readonly cut: number | null;
  readonly kai: boolean;
  /** Lines wanted of a paragraph, by item: one more or fewer than natural, so that no line stands alone. */
  readonly counts?: ReadonlyMap<number, number>;
  /** Lines more or fewer than natural that a tighter or looser setting of the block asks for, by item. */
  readonly gains?: ReadonlyMap<number, number>;
}

export interface PourContext {
  readonly style: HouseStyle;
  readonly faces: Faces;
  /** True while layouts are only compared: lone lines are counted, not mended. */
  readonly draft?: boolean;
}
