/**
 * A block that wants a place, and what it would look like: the widths it may have, the depths it needs at each, and
 * what a width and a depth cost.
 *
 * Ranges are arithmetic, so that thousands of structures can be searched; the cost of a depth is asked of the real
 * composition, so that a plan's last line is where the block will end.
 */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { BoxStyle, HeadlineDirection } from "../../edition/schema.ts";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import type { UnplacedInput } from "../compose.ts";
import { straddled } from "../flow/arrange.ts";
import { setBlock } from "../flow/block.ts";
import { boxInset } from "../flow/box.ts";
import { columnsOver } from "../flow/frame.ts";
import { type Grid, pageGrid } from "../flow/grid.ts";
import { headlineOptions } from "../flow/headline.ts";
import { pictureDepth } from "../flow/picture.ts";
import { linesNeeded } from "../flow/pour.ts";
import { lengthFrom, readPicture, storyOf } from "../flow/story.ts";
import { advertDepth } from "../page/advert.ts";

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
  readonly shapes: readonly Shape[];
}

export interface LeafContext {
  readonly style: HouseStyle;
  readonly grid: Grid;
  readonly faces: Faces;
  /** Columns of the region to plan. */
  readonly columns: number;
  readonly lines: number;
}

export const leafContext = (
  style: HouseStyle,
  faces: Faces,
  columns: number,
  lines: number,
): LeafContext => ({
  style,
  grid: pageGrid(style),
  faces,
  columns,
  lines,
});

export function makeLeaf(node: Node, rank: number, input: UnplacedInput | null, context: LeafContext): Leaf {
  const kind = node.type.name as Leaf["kind"];
  const shapes: Shape[] = [];
  const pictured = kind === "picture" || node.children.some((child) => child.type.name === "picture");
  const leaf: Leaf = { id: node.attrs.id as string, node, kind, rank, input, pictured, shapes };
  if (kind === "picture") shapes.push(...pictureShapes(leaf, context));
  else if (kind === "advert") shapes.push(...advertShapes(leaf, context));
  else if (input) shapes.push(...storyShapes(leaf, input, context));
  return leaf;
}

const PLAIN: Dress = { direction: "horizontal", box: "none" };

function pictureShapes(leaf: Leaf, { style, grid, faces, columns, lines }: LeafContext): Shape[] {
  const picture = readPicture(leaf.node, 0);
  const shapes: Shape[] = [];
  for (const width of [4, 3, 5, 2].filter((n) => n <= columns)) {
    const natural = pictureDepth(picture, grid.span(width), style, grid, faces);
    const ideal = Math.min(natural, Math.floor(lines * 0.5));
    shapes.push({
      leaf,
      columns: width,
      dress: PLAIN,
      min: Math.max(5, Math.floor(ideal * 0.75)),
      max: Math.min(lines, Math.ceil(ideal * 1.3)),
      ideal,
      cost: 0,
      headlineSize: 0,
    });
  }
  return shapes;
}

/** Depth of an advert whose picture nobody has seen yet, in body lines. */
const ADVERT_DEPTH = 22;

/** An advert keeps its picture's proportion: a strip over the whole foot, or four to six columns of it. */
function advertShapes(leaf: Leaf, { grid, columns, lines }: LeafContext): Shape[] {
  const { width: across, height: down } = leaf.node.attrs as { width: number; height: number };
  const known = across > 0 && down > 0;
  const shapes: Shape[] = [];
  for (const width of new Set([columns, 6, 5, 4, 3, 2].filter((n) => n <= columns))) {
    const ideal = known ? advertDepth(across / down, width, true, grid) : ADVERT_DEPTH;
    if (ideal > lines * 0.5 && width > 2) continue;
    const cost = width === columns ? 0 : width >= 4 ? 0.8 : 2.5;
    const give = known ? 0 : Math.round(ideal * 0.3);
    shapes.push({
      leaf,
      columns: width,
      dress: PLAIN,
      min: Math.min(lines, ideal - give),
      max: Math.min(lines, ideal + give),
      ideal: Math.min(lines, ideal),
      cost: cost + (ideal < 9 ? (9 - ideal) * 0.5 : 0),
      headlineSize: 0,
    });
  }
  return shapes;
}

/** Text lines to a column that read well: fewer look like a caption, more like a scroll. */
const SHALLOW = 8;
const DEEP = 38;

function storyShapes(leaf: Leaf, input: UnplacedInput, context: LeafContext): Shape[] {
  const { style, grid, faces, columns, lines } = context;
  const { node } = leaf;
  const asked = node.attrs.box as BoxStyle;
  const commentary = node.attrs.kind === "commentary";
  const plain: BoxStyle[] = commentary
    ? ["tint", "ornament"]
    : isShort(leaf, input)
      ? ["none", "rule"]
      : ["none"];
  const boxes: BoxStyle[] = asked === "none" ? plain : [asked];
  const text = { story: input.story, from: input.from, until: input.until, cut: null, kai: input.kai };
  const head = storyOf(node);
  const shapes: Shape[] = [];
  for (let width = 1; width <= Math.min(columns, 6); width++) {
    for (const box of boxes) {
      const inset = boxInset(box);
      const inner = grid.span(width) - 2 * inset * grid.size;
      const measure = columnsOver(grid, 0, inner, width)[0]?.width ?? grid.size;
      const needed = linesNeeded(text, measure, { style, faces }) + (input.jumpLine ? 1 : 0);
      const spec = {
        story: head,
        width: inner,
        columns: width,
        lead: input.lead,
        continuation: leaf.kind === "continuation",
        commentary: input.kai,
        size: 0,
        align: "start" as const,
        second: input.second,
        back: null,
      };
      const options = headlineOptions(spec, style, grid, faces);
      const best = options[0];
      if (!best) continue;
      const good = options.filter((option) => option.cost <= best.cost + 1.6).map((option) => option.depth);
      const rows = (extra: number) => Math.ceil((needed + extra) / width);
      const frame = 1 + 2 * inset + (input.backLine && head.bylines.length === 0 ? 1 : 0);
      const pictures = leaf.input?.foreign ? [] : head.pictures;
      const span = straddled(width);
      const pictured = pictures.reduce(
        (sum, picture) => sum + span * pictureDepth(picture, grid.span(span), style, grid, faces),
        0,
      );
      const full = rows(pictured);
      const tiny = pictures.length === 0 || span >= 3 ? 0 : span === 2 ? 3 : 12;
      const leaves = input.continued ? Math.min(full, style.layout.minJumpLines + 2) : rows(pictured * 0.8);
      const min = Math.min(...good) + leaves + frame;
      const ideal = best.depth + full + frame;
      const max = Math.max(...good) + 2 + rows(pictured * 1.3) + frame;
      if (min > lines) continue;
      if (box === "rule" && asked === "none" && (width < 2 || width > 3)) continue;
      const boxed = box === "rule" && asked === "none" ? BOXED : 0;
      const cost = best.cost + tiny + boxed + widthCost(leaf, input, width, full, needed, commentary);
      shapes.push({
        leaf,
        columns: width,
        dress: { direction: "horizontal", box },
        min,
        max,
        ideal,
        cost,
        headlineSize: best.size,
      });
      const words = head.headline?.text.length ?? 0;
      if (
        width >= 2 &&
        width <= 4 &&
        box === "none" &&
        !input.lead &&
        !input.foreign &&
        words <= 24 &&
        full >= 9
      ) {
        // A vertical headline takes one column's width beside the text instead of a group above it.
        const stem = Math.max(12, Math.min(24, Math.round(words * 1.6)));
        const deep = Math.max(stem + 2, Math.ceil((needed + pictured + stem) / width)) + 1;
        shapes.push({
          leaf,
          columns: width,
          dress: { direction: "vertical", box },
          min: input.continued ? Math.min(deep, stem + 6) : deep - 1,
          max: deep + 4,
          ideal: deep,
          cost: 1.8 + tiny + widthCost(leaf, input, width, full, needed, commentary),
          headlineSize: best.size,
        });
      }
    }
  }
  return shapes.filter((shape) => shape.cost < 40);
}

/** A short may stand in a box: it then stands beside any headline. */
const SHORT = 560;
const isShort = (leaf: Leaf, input: UnplacedInput) =>
  leaf.kind === "article" &&
  !input.lead &&
  !input.continued &&
  input.story.pictures.length === 0 &&
  lengthFrom(input.story, input.from) <= SHORT;

/** What a box round a short costs: one or two to a page are salt. */
const BOXED = 1.6;

/** Lines of a basic column under which a story is a brief. */
const BRIEF = 16;

/** What the house thinks of a story this wide: importance asks for width, and so does length. */
function widthCost(
  leaf: Leaf,
  input: UnplacedInput,
  width: number,
  depth: number,
  lines: number,
  commentary: boolean,
): number {
  let cost = 0;
  if (input.lead) return [60, 60, 5, 1, 0, 1.5][width - 1] ?? 3;
  if (depth < SHALLOW) cost += (SHALLOW - depth) * 0.7;
  if (depth > DEEP) cost += (depth - DEEP) * 0.2;
  if (width === 1 && lines > 30) cost += 4;
  if (commentary) return cost + (width === 1 || width > 4 ? 6 : 0);
  if (input.foreign) return cost + (width === 1 ? 1 : 0);
  // News near the top of the list is not hidden in a narrow column; briefs are not blown up.
  if (leaf.rank <= 4 && width < 3) cost += (3 - width) * (5 - leaf.rank) * 0.7;
  if (lines < 28 && width > 2) cost += (width - 2) * (lines < BRIEF ? 2.4 : 1.2);
  if (width >= 6) cost += 2;
  return cost;
}

/** A story set at a depth: what it costs, and what the node needs besides the place. */
export interface Trial {
  readonly cost: number;
  readonly headlineSize: number;
  readonly over: number;
  readonly short: number;
}

const CANNOT = 1000;
/** What each line to a column costs that a story leaves under a jump's least. */
const SCRAP = 2.5;

/** What `shape` costs at `place`, by composing it. */
export function tryShape(shape: Shape, place: Place, context: LeafContext): Trial {
  const { leaf } = shape;
  if (!leaf.input) {
    const off = Math.abs(place.lines - shape.ideal);
    // A line's difference is trimmed off an advert; more shows as a white edge.
    const advert = leaf.kind === "advert" && (leaf.node.attrs.width as number) > 0;
    return { cost: advert ? off * off * 1.2 : off * 0.25, headlineSize: 0, over: 0, short: 0 };
  }
  const node = dressed(leaf.node, place, shape.dress, null);
  const story = leaf.input.story === storyOf(leaf.node) ? storyOf(node) : leaf.input.story;
  const result = setBlock({ ...leaf.input, node, story, place }, storyOf(node), { ...context, draft: true });
  const over =
    result.rest && !leaf.input.continued ? Math.max(0, result.linesSet - result.linesAvailable) : 0;
  const short = over > 0 ? 0 : result.blank;
  const rows = short / shape.columns;
  let cost = result.headlineCost + result.faults * 0.35 + result.air * 0.5;
  if (over > 0) cost += 40 + over * 3;
  cost += rows < 1 ? rows * 0.8 : 0.8 + (rows - 1) * 4;
  cost += Math.max(0, short - 2) * 0.4;
  // A story that goes on elsewhere still leaves the page a fair piece of itself.
  if (leaf.input.continued && leaf.kind === "article")
    cost += Math.max(0, context.style.layout.minJumpLines - result.linesAvailable / shape.columns) * SCRAP;
  if (result.linesAvailable === 0 && leaf.input.story.body.length > 0) cost += CANNOT;
  return { cost, headlineSize: result.headlineSize, over, short };
}

/** The node with a place and a dress; a headline size where one is given. */
export function dressed(node: Node, place: Place, dress: Dress, headlineSize: number | null): Node {
  const attrs: Record<string, unknown> = { ...node.attrs, place };
  if ("box" in node.attrs) attrs.box = dress.box;
  if ("headlineDirection" in node.attrs) attrs.headlineDirection = dress.direction;
  if (headlineSize !== null && "headlineSize" in node.attrs) attrs.headlineSize = headlineSize;
  return node.type.create(attrs, node.content, node.marks);
}
