/**
 * What closes the gap of a block that is overset or short: each remedy tried by composing it.
 *
 * A remedy is offered only where the block then fits (nothing over, and less than a row of lines left empty) and
 * covers no block that it did not cover before. It carries the attributes that were tried, so that carrying it out
 * gives exactly what was promised.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "../../edition/edition.ts";
import { overlaps, type Place } from "../../edition/place.ts";
import { shaped } from "../../edition/shape.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import { composeBlocks, type UnplacedInput } from "../compose.ts";
import { type SetBlock, setBlock } from "../flow/block.ts";
import { type Grid, pageGrid } from "../flow/grid.ts";
import { storyOf } from "../flow/story.ts";
import { cropsOf } from "./crops.ts";

export interface Remedy {
  readonly kind: "squeeze" | "spread" | "headline-size" | "crop" | "text-columns" | "depth" | "width" | "cut";
  /**
   * Lines saved or added, size in pt, percent of the picture's height kept, text columns, depth in body lines, width in
   * basic columns, or characters to cut.
   */
  readonly value: number;
  /** Characters over (positive) or short (negative) that remain. */
  readonly characters: number;
  /** The node whose attributes do it; null where a person has to write less. */
  readonly change: { readonly of: string; readonly attrs: Readonly<Record<string, unknown>> } | null;
}

/** Grades of the type scale, lines saved, and body lines to either side that are tried. */
const GRADES = 3;
const SQUEEZED = 6;
const LINES = 12;

interface Case {
  readonly block: string;
  readonly input: UnplacedInput;
  readonly now: SetBlock;
  readonly place: Place;
  readonly style: HouseStyle;
  readonly faces: Faces;
  readonly grid: Grid;
  /** True where a place covers nobody that the block does not cover now. */
  readonly free: (at: Place) => boolean;
}

/** Remedies for a block, the least intrusive first; empty where it fits or has no place. */
export function remediesFor(edition: Edition, faces: Faces, block: string): Remedy[] {
  const { blocks, inputs, set } = composeBlocks(edition, faces);
  const input = inputs.get(block);
  const now = set.get(block);
  const place = input?.node.attrs.place as Place | null | undefined;
  if (!input || !now || !place || fits(now, input, place.columns)) return [];
  const { style } = edition;
  const others = (blocks.get(block)?.page.children ?? []).flatMap((other) =>
    other.attrs.id === block ? [] : ((other.attrs.place as Place | null) ?? []),
  );
  const free = (at: Place) => others.every((other) => overlaps(other, place) || !overlaps(other, at));
  const at: Case = { block, input, now, place, style, faces, grid: pageGrid(style), free };
  const over = overBy(now);
  const cut: Remedy = { kind: "cut", value: over, characters: 0, change: null };
  return [
    ...bySpacing(at),
    ...byHeadline(at),
    ...byCrop(at),
    ...byColumns(at),
    ...byDepth(at),
    ...byWidth(at),
    ...(over > 0 ? [cut] : []),
  ];
}

/** What a change comes to, or nothing where the block would not fit. */
function attempt(
  { block, input, place, style, faces }: Case,
  kind: Remedy["kind"],
  value: number,
  attrs: Readonly<Record<string, unknown>>,
): Remedy[] {
  const at = (attrs.place as Place | undefined) ?? place;
  const node = input.node.type.create({ ...input.node.attrs, ...attrs }, input.node.content);
  const result = setBlock({ ...input, node, place: at }, storyOf(node), { style, faces });
  if (!fits(result, input, at.columns)) return [];
  return [{ kind, value, characters: result.characters, change: { of: block, attrs } }];
}

/** The first of `tries` that gives a remedy. */
function first(tries: Iterable<() => Remedy[]>): Remedy[] {
  for (const tried of tries) {
    const found = tried();
    if (found.length > 0) return found;
  }
  return [];
}

/** Tighter setting saves lines, looser setting adds them: the fewest that will do. */
function bySpacing(at: Case): Remedy[] {
  const over = overBy(at.now) > 0;
  const asked = (at.input.node.attrs.squeeze as number | undefined) ?? 0;
  const gap = over ? at.now.linesSet - at.now.linesAvailable : at.now.blank;
  const least = over ? gap : gap - at.place.columns + 1;
  // Every paragraph gives one line at most.
  const most = at.input.story.body.length;
  const counts = Array.from({ length: SQUEEZED }, (_, i) => Math.max(1, least) + i).filter((n) => n <= most);
  return first(
    counts.map(
      (lines) => () =>
        attempt(at, over ? "squeeze" : "spread", lines, { squeeze: asked + (over ? lines : -lines) }),
    ),
  );
}

function byHeadline(at: Case): Remedy[] {
  const size = at.now.headlineSize;
  if (!("headlineSize" in at.input.node.attrs) || size <= 0) return [];
  const over = overBy(at.now) > 0;
  const nearest = [...at.style.scale].sort((a, b) => Math.abs(a - size) - Math.abs(b - size));
  const sizes = nearest.slice(1, 1 + 2 * GRADES).filter((other) => other < size === over);
  return first(sizes.map((other) => () => attempt(at, "headline-size", other, { headlineSize: other })));
}

/** A picture of the block shown shallower where text is over, and deeper where it is short. */
function byCrop(at: Case): Remedy[] {
  const { input, style, faces, now } = at;
  if (input.foreign) return [];
  const crops = storyOf(input.node).pictures.flatMap((picture) => cropsOf(picture.node, overBy(now) > 0));
  return first(
    crops.map(({ picture, crop, kept }) => () => {
      const children = input.node.children.map(
        (child): Node =>
          child === picture ? child.type.create({ ...child.attrs, crop }, child.content, child.marks) : child,
      );
      const node = input.node.type.create(input.node.attrs, children);
      const story = storyOf(node);
      const result = setBlock({ ...input, node, story, place: at.place }, story, { style, faces });
      if (!fits(result, input, at.place.columns)) return [];
      const change = { of: picture.attrs.id as string, attrs: { crop } };
      return [{ kind: "crop", value: kept, characters: result.characters, change }];
    }),
  );
}

function byColumns(at: Case): Remedy[] {
  const own = (at.input.node.attrs.textColumns as number) || at.place.columns;
  return [own - 1, own + 1].flatMap((columns) =>
    columns > 0 ? attempt(at, "text-columns", columns, { textColumns: columns }) : [],
  );
}

function byDepth(at: Case): Remedy[] {
  const { place, grid, free, now } = at;
  const way = overBy(now) > 0 ? 1 : -1;
  for (let n = 1; n <= LINES; n++) {
    const lines = place.lines + way * n;
    const deeper = shaped({ ...place, lines }, place.notches ?? []);
    if (lines < 4 || place.line + lines > grid.lines || !deeper || !free(deeper)) return [];
    const found = attempt(at, "depth", lines, { place: deeper });
    if (found.length > 0) return found;
  }
  return [];
}

function byWidth(at: Case): Remedy[] {
  const { place, grid, free, now } = at;
  const columns = place.columns + (overBy(now) > 0 ? 1 : -1);
  const wider = columns > 0 ? shaped({ ...place, columns }, place.notches ?? []) : null;
  if (!wider || place.column + columns > grid.columns || !free(wider)) return [];
  return attempt(at, "width", columns, { place: wider });
}

const overBy = (result: SetBlock) => Math.max(0, result.characters);

function fits(result: SetBlock, input: UnplacedInput, columns: number): boolean {
  if (overBy(result) > 0) return false;
  if (result.cut && input.continued) return true;
  return result.blank < columns;
}
