/** Where the rows of a red check stand on a sheet: words as stretches, blocks and pictures as frames. */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { placesOf, type RedGroup, type RedItem } from "../../core/report/red-items.ts";
import { isResized } from "../../core/report/red-words.ts";
import type { Rect } from "../sheet/bounds.ts";
import { union } from "../sheet/bounds.ts";
import { markRects } from "../sheet/overlay.ts";
import { placedBlocks } from "../sheet/places.ts";

export type Side = "before" | "after";

export interface RedMark {
  readonly item: RedItem;
  readonly group: RedGroup;
  /** In pt on the sheet. */
  readonly words: readonly Rect[];
  readonly frame: Rect | null;
  /** Catalogue key of what the frame is labelled with. */
  readonly label: string | null;
}

/** Kinds that are about a block and not about words. */
const framed = new Set([
  ...["place", "picture", "layout", "block-added", "block-removed", "order"],
  ...["jump-added", "jump-removed", "picture-added", "picture-removed"],
]);

/** Marks of one side's sheet; rows that do not stand on it have none. */
export function redMarks(items: readonly RedItem[], side: Side, edition: Edition, sheet: Sheet): RedMark[] {
  const doc = edition.pages.find(({ attrs }) => attrs.id === sheet.page);
  const blocks = doc ? placedBlocks(doc, edition.style) : [];
  return items.flatMap((item): RedMark[] => {
    const place = placesOf(item)[side];
    const words = place ? markRects(sheet, place) : [];
    const { change } = item;
    const kind = change && framed.has(change.kind) ? change.kind : null;
    // A jump is no rectangle of its own: its article is framed.
    const frame = kind
      ? (frameOf(change?.detail?.of ?? "", blocks, sheet) ?? frameOf(change?.block ?? "", blocks, sheet))
      : null;
    if (words.length === 0 && !frame) return [];
    const label = !kind
      ? null
      : kind === "place"
        ? `rounds.red.${change && isResized(change) ? "sized" : "moved"}-${side === "before" ? "from" : "to"}`
        : `rounds.red.kind.${kind}`;
    return [{ item, group: item.group, words, frame, label }];
  });
}

/** The rectangle of a block, or of a picture in one. */
function frameOf(
  id: string,
  blocks: readonly { readonly id: string; readonly rect: Rect }[],
  sheet: Sheet,
): Rect | null {
  const block = blocks.find((one) => one.id === id);
  if (block) return block.rect;
  const rects = sheet.items.flatMap((item) =>
    item.kind === "picture" && item.block === id
      ? [{ x: item.x, y: item.y, width: item.width, height: item.height }]
      : [],
  );
  return rects.length > 0 ? rects.reduce(union) : null;
}
