/** What an editor counts on a page: every block but the masthead, in reading order. List and status line count alike. */
import type { Node } from "prosemirror-model";
import { inReadingOrder } from "../../core/edition/jumps.ts";

export const piecesOf = (page: Node): Node[] =>
  inReadingOrder(page).filter((block) => block.type.name !== "masthead");
