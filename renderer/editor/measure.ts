/** How wide the galley is to be: as many characters as most printed lines of its text. */
import type { Node } from "prosemirror-model";
import type { HouseStyle } from "../../core/edition/style.ts";
import type { PrintedText } from "./printed.ts";

export interface Measure {
  /** Width of most printed lines, in characters of the body. */
  readonly characters: number;
  /** How far into its line the text behind the dateline begins, in characters. */
  readonly lead: number;
}

/** The measure of `doc`, which stands at page position `origin`; the basic column's where nothing of it is printed. */
export function measureOf(
  { width, lines }: PrintedText,
  doc: Node,
  origin: number,
  { measure, size }: HouseStyle["grid"],
): Measure {
  const dateline = doc.children.findIndex((child) => child.type.name === "dateline");
  const after = doc.children.slice(0, dateline + 1).reduce((sum, child) => sum + child.nodeSize, origin + 1);
  const lead = dateline < 0 ? undefined : lines.find(({ from }) => from === after)?.lead;
  return { characters: width === null ? measure : Math.round(width / size), lead: (lead ?? 0) / size };
}
