/** What a block is called in lists: its headline, its caption, or the name of the article it continues. */
import type { Node } from "prosemirror-model";
import type { Edition } from "./edition.ts";
import { locate } from "./outline.ts";

export function headlineOf(edition: Edition, block: Node): string {
  const own = ownHeadline(block);
  if (own || block.type.name !== "continuation" || !block.attrs.article) return own;
  const article = locate(edition, block.attrs.article as string);
  return article ? part(article.node, "headline") : "";
}

/** What stands in the block itself; empty where it has neither. */
export const ownHeadline = (block: Node): string => part(block, "headline") || part(block, "caption");

function part(block: Node, name: string): string {
  return block.children.find((child) => child.type.name === name)?.textContent ?? "";
}
