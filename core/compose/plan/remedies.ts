/**
 * What closes the gap of a block that is overset or short: each remedy tried by composing it.
 *
 * A remedy is offered only where the block then fits (nothing over, and less than a row of lines left empty) and
 * covers no block that it did not cover before.
 */
import type { Edition } from "../../edition/edition.ts";
import { overlaps, type Place } from "../../edition/place.ts";
import type { Faces } from "../../world.ts";
import { composeBlocks, type UnplacedInput } from "../compose.ts";
import { type SetBlock, setBlock } from "../flow/block.ts";
import { pageGrid } from "../flow/grid.ts";
import { paragraphLines } from "../flow/paragraph.ts";
import { storyOf } from "../flow/story.ts";

export interface Remedy {
  readonly kind: "headline-size" | "depth" | "width" | "text-columns" | "squeeze" | "cut";
  /** Size in pt, depth in body lines, width in basic columns, text columns, lines saved, or characters to cut. */
  readonly value: number;
  /** Characters over (positive) or short (negative) that remain. */
  readonly characters: number;
}

/** Grades of the type scale, and body lines, to either side that are tried. */
const GRADES = 3;
const LINES = 12;

/** Remedies for a block, the least intrusive first; empty where it fits or has no place. */
export function remediesFor(edition: Edition, faces: Faces, block: string): Remedy[] {
  const { blocks, inputs, set } = composeBlocks(edition, faces);
  const input = inputs.get(block);
  const now = set.get(block);
  const place = input?.node.attrs.place as Place | null | undefined;
  if (!input || !now || !place || fits(now, input, place.columns)) return [];
  const { style } = edition;
  const grid = pageGrid(style);
  const remedies: Remedy[] = [];
  const others = (blocks.get(block)?.page.children ?? []).flatMap((other) =>
    other.attrs.id === block ? [] : ((other.attrs.place as Place | null) ?? []),
  );
  const free = (at: Place) => others.every((other) => overlaps(other, place) || !overlaps(other, at));
  const attempt = (
    kind: Remedy["kind"],
    value: number,
    attrs: Record<string, unknown>,
    at: Place = place,
  ) => {
    const node = input.node.type.create({ ...input.node.attrs, ...attrs, place: at }, input.node.content);
    const result = setBlock({ ...input, node, place: at }, storyOf(node), { style, faces });
    if (fits(result, input, at.columns)) remedies.push({ kind, value, characters: result.characters });
    return fits(result, input, at.columns);
  };

  const over = overBy(now);
  const saved = over > 0 ? linesSaved(input, now, edition, faces) : 0;
  if (over > 0 && saved >= now.linesSet - now.linesAvailable)
    remedies.push({ kind: "squeeze", value: now.linesSet - now.linesAvailable, characters: 0 });

  const size = now.headlineSize;
  if ("headlineSize" in input.node.attrs && size > 0) {
    const scale = [...style.scale].sort((a, b) => Math.abs(a - size) - Math.abs(b - size));
    for (const other of scale.slice(1, 1 + 2 * GRADES))
      if (other < size === over > 0 && attempt("headline-size", other, { headlineSize: other })) break;
  }
  const own = (input.node.attrs.textColumns as number) || place.columns;
  for (const columns of [own - 1, own + 1])
    if (columns > 0) attempt("text-columns", columns, { textColumns: columns });
  for (let n = 1; n <= LINES; n++) {
    const lines = place.lines + (over > 0 ? n : -n);
    if (lines < 4 || place.line + lines > grid.lines) break;
    const at = { ...place, lines };
    if (!free(at) || attempt("depth", lines, {}, at)) break;
  }
  const columns = place.columns + (over > 0 ? 1 : -1);
  const wider = { ...place, columns };
  if (columns > 0 && place.column + columns <= grid.columns && free(wider))
    attempt("width", columns, {}, wider);
  if (over > 0) remedies.push({ kind: "cut", value: over, characters: 0 });
  return remedies;
}

const overBy = (result: SetBlock) => Math.max(0, result.characters);

function fits(result: SetBlock, input: UnplacedInput, columns: number): boolean {
  if (overBy(result) > 0) return false;
  if (result.cut && input.continued) return true;
  return result.blank < columns;
}

/** Paragraphs that could be set a line shorter within tolerance. */
function linesSaved(input: UnplacedInput, now: SetBlock, { style }: Edition, faces: Faces): number {
  const width = now.lines[0]?.width;
  if (width === undefined) return 0;
  let saved = 0;
  for (const item of input.story.body.slice(input.from.item, input.until)) {
    if (item.kind !== "paragraph") continue;
    const span = { from: 0, to: item.length };
    const natural = paragraphLines(item, span, width, style, faces, input.kai).length;
    if (natural < 3) continue;
    const shorter = paragraphLines(item, { ...span, count: natural - 1 }, width, style, faces, input.kai);
    if (shorter.length < natural) saved++;
  }
  return saved;
}
