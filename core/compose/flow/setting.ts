/** What a block is set from: its node and place, the story that flows in it, and the room that leaves. */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { Column } from "./frame.ts";
import type { Grid } from "./grid.ts";
import type { PourContext, PourText } from "./poured.ts";
import type { Room } from "./room.ts";
import type { Cursor, Story } from "./story.ts";

export interface BlockInput {
  readonly node: Node;
  readonly place: Place;
  /** The story whose body flows here and the span of it: from a cursor up to the jump at `until` (or the end). */
  readonly story: Story;
  readonly from: Cursor;
  readonly until: number;
  /** True where the body's text belongs to another block (a continuation's). */
  readonly foreign: boolean;
  readonly kai: boolean;
  readonly lead: boolean;
  readonly second: boolean;
  /** The jump that ends the text here, as printed; null for none. */
  readonly jumpLine: string | null;
  /** True where what does not fit can go on elsewhere. */
  readonly continued: boolean;
  readonly backLine: string | null;
}

export interface Setting {
  readonly input: BlockInput;
  readonly context: PourContext;
  readonly grid: Grid;
  readonly room: Room;
  readonly columns: readonly Column[];
  readonly text: PourText;
  /** Story whose headline group this is: the article's, or the continuation's own. */
  readonly head: Story;
}
