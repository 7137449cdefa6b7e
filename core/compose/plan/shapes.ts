/**
 * The shapes a block may have: every width in every dress, with the fewest, most and fitting lines of each, and its cost.
 *
 * Arithmetic only, so that thousands of structures can be searched; what a shape comes to is asked of composition.
 */
import type { Node } from "prosemirror-model";
import { jumpLine } from "../../edition/jumps.ts";
import type { BoxStyle } from "../../edition/schema.ts";
import type { UnplacedInput } from "../compose.ts";
import { boxInset } from "../flow/box.ts";
import { columnsOver } from "../flow/frame.ts";
import type { Grid } from "../flow/grid.ts";
import { headlineOptions } from "../flow/headline.ts";
import { pictureDepth } from "../flow/picture.ts";
import { straddled } from "../flow/place-pictures.ts";
import { linesNeeded } from "../flow/pour.ts";
import { lengthFrom, readPicture, storyOf } from "../flow/story.ts";
import { advertDepth } from "../page/advert.ts";
import type { Dress, Leaf, LeafContext, Shape } from "./leaf.ts";

const PLAIN: Dress = { direction: "horizontal", box: "none" };

export interface Asked {
  /** Under 1, the part of the text that stays here; over 1, what the block takes of its due. */
  readonly share: number;
  /** Number of the page on which the text may go on; null where what does not stay is over. */
  readonly jump: string | null;
}

export function makeLeaf(
  node: Node,
  rank: number,
  whole: UnplacedInput | null,
  context: LeafContext,
  { share, jump }: Asked = { share: 1, jump: null },
): Leaf {
  const kind = node.type.name as Leaf["kind"];
  const shapes: Shape[] = [];
  const pictured = kind === "picture" || node.children.some((child) => child.type.name === "picture");
  const kept = Math.min(1, share);
  // What is over goes on elsewhere, or will: the block may end wherever the page wants it to.
  const line = jump === null ? null : jumpLine(jump, 1);
  const input = whole && kept < 1 ? { ...whole, continued: true, jumpLine: whole.jumpLine ?? line } : whole;
  const text = input ? textLines(input, context) : 0;
  const id = node.attrs.id as string;
  const leaf: Leaf = { id, node, kind, rank, input, whole, jump, pictured, text, kept, shapes };
  if (kind === "picture") shapes.push(...pictureShapes(leaf, context));
  else if (kind === "advert") shapes.push(...advertShapes(leaf, context));
  else if (input) shapes.push(...storyShapes(leaf, input, context, Math.max(1, share)));
  return leaf;
}

const flowing = ({ story, from, until, kai }: UnplacedInput) => ({ story, from, until, cut: null, kai });

/** Lines of a basic column that a whole text takes. */
const textLines = (input: UnplacedInput, { style, grid, faces }: LeafContext) =>
  linesNeeded(flowing(input), grid.span(1), { style, faces });

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
      most: Math.min(lines, Math.ceil(ideal * 1.3)),
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
      most: Math.min(lines, ideal + give),
      ideal: Math.min(lines, ideal),
      cost: cost + (ideal < 9 ? (9 - ideal) * 0.5 : 0),
      headlineSize: 0,
    });
  }
  return shapes;
}

/** What a headline may cost more than the best where a story is to fill more than its due. */
const LARGER = 3.5;
/** Part of the columns beside a picture that text is to fill, and what each line to a column costs that it does not. */
const FILLED = 0.8;
const HOLLOW = 1.5;
/** What a text costs that has not two lines for each of its columns: one stays empty rather than take a lone line. */
const THIN = 6;
/** Text lines to a column that read well: fewer look like a caption, more like a scroll. */
const SHALLOW = 8;
const DEEP = 38;

function storyShapes(leaf: Leaf, input: UnplacedInput, context: LeafContext, roomy: number): Shape[] {
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
  const text = flowing(input);
  const head = storyOf(node);
  const shapes: Shape[] = [];
  const widest = input.lead || context.few ? columns : Math.ceil(columns * 0.75);
  for (let width = 1; width <= widest; width++) {
    for (const box of boxes) {
      const inset = boxInset(box);
      const inner = grid.span(width) - 2 * inset * grid.size;
      const measure = columnsOver(grid, 0, inner, width)[0]?.width ?? grid.size;
      const needed =
        Math.ceil(linesNeeded(text, measure, { style, faces }) * leaf.kept) + (input.jumpLine ? 1 : 0);
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
      // Columns beside a picture that the text does not fill stay empty.
      const beside = width > span ? ((width - span) * pictured) / Math.max(1, span) : 0;
      const hollow = pictures.length === 1 && width === span + 1 ? 0 : Math.max(0, beside * FILLED - needed);
      const thin = pictures.length === 0 && width > 1 && needed < width * 2 ? THIN : 0;
      const full = rows(pictured);
      const tiny = pictures.length === 0 || span >= 3 ? 0 : span === 2 ? 3 : 12;
      const leaves = input.continued ? Math.min(full, style.layout.minJumpLines + 2) : rows(pictured * 0.8);
      const min = Math.min(...good) + leaves + frame;
      const due = best.depth + full + frame;
      const deepest = Math.max(...good);
      const beyond = leaf.kept < 1 ? rows(needed * (1 / leaf.kept - 1)) : 0;
      const wider = width > span && span > 0 && pictures.length === 1 ? (span + 1) ** 2 / span ** 2 : 1;
      const largest = Math.max(
        ...options.filter(({ cost }) => cost <= best.cost + LARGER).map(({ depth }) => depth),
      );
      const air = Math.max(2, Math.floor(largest / 3));
      const most = largest + air + rows(pictured * 1.3 * wider) + frame + beyond;
      const max = roomy > 1 ? most : deepest + 2 + rows(pictured * 1.3) + frame + beyond;
      const ideal = Math.min(Math.max(due, max), Math.round(due * roomy));
      if (min > lines) continue;
      if (box === "rule" && asked === "none" && (width < 2 || width > 3)) continue;
      const boxed = box === "rule" && asked === "none" ? BOXED : 0;
      const cost =
        best.cost +
        tiny +
        boxed +
        (hollow / width) * HOLLOW +
        thin +
        widthCost(leaf, input, width, full, needed, grid);
      shapes.push({
        leaf,
        columns: width,
        dress: { direction: "horizontal", box },
        min,
        max,
        most,
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
          most: deep + 4,
          ideal: deep,
          cost: 1.8 + tiny + widthCost(leaf, input, width, full, needed, grid),
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

/** What the lead costs by its part of the page's width, in eighths. */
const LEAD_WIDTH = [60, 60, 5, 1, 0, 1.5, 4, 3];

const NARROW_LEAD = 8;

/** What the house thinks of a story this wide: importance asks for width, and so does length. */
function widthCost(
  leaf: Leaf,
  input: UnplacedInput,
  columns: number,
  depth: number,
  lines: number,
  grid: Grid,
): number {
  // A house of fewer, broader columns thinks alike of the same part of the page.
  const width = Math.max(1, Math.round((columns * 8) / grid.columns));
  let cost = 0;
  // In fewer than three columns a lead cannot have the largest headline.
  if (input.lead) return (LEAD_WIDTH[width - 1] ?? 3) + (columns < 3 && grid.columns > 3 ? NARROW_LEAD : 0);
  if (depth < SHALLOW) cost += (SHALLOW - depth) * 0.7;
  if (depth > DEEP) cost += (depth - DEEP) * 0.2;
  if (width === 1 && lines > 30) cost += 4;
  if (leaf.node.attrs.kind === "commentary") return cost + (width === 1 || width > 4 ? 6 : 0);
  if (input.foreign) return cost + (width === 1 ? 1 : 0);
  // News near the top of the list is not hidden in a narrow column; briefs are not blown up.
  if (leaf.rank <= 4 && width < 3) cost += (3 - width) * (5 - leaf.rank) * 0.7;
  const brief = lines * grid.columns < 28 * 8;
  if (brief && width > 2) cost += (width - 2) * (lines < BRIEF ? 2.4 : 1.2);
  return cost + Math.max(0, width - 5) * 2;
}
