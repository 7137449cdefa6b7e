/**
 * A shape tried at a place by composing it: what a plan says of a block is what composition said of that very place.
 *
 * A text a few lines over or short is set a little tighter or looser (挤行、抻行) where the house's tolerances let it; a
 * text that may go on elsewhere is cut, and stays whole where it fits.
 */
import type { Node } from "prosemirror-model";
import type { Place } from "../../edition/place.ts";
import type { UnplacedInput } from "../compose.ts";
import { type SetBlock, setBlock } from "../flow/block.ts";
import { lengthFrom, storyOf } from "../flow/story.ts";
import { holeDepth } from "./hole.ts";
import type { Dress, LeafContext, Shape } from "./leaf.ts";

/** A story set at a depth: what it costs, and what the node needs besides the place. */
export interface Trial {
  readonly cost: number;
  readonly headlineSize: number;
  readonly over: number;
  readonly short: number;
  /** Empty lines at the foot of each column that has text. */
  readonly hole: number;
  /** Largest part of one of its pictures that is cut off. */
  readonly lost: number;
  /** Lines that are over and have nowhere to go. */
  readonly beyond: number;
  /** Characters that go on on another page by a jump of planning's. */
  readonly onward: number;
  /** True where such a jump leaves too little on either side. */
  readonly scrap: boolean;
  /** Lines saved by tighter setting, or, negative, gained by looser. */
  readonly squeeze: number;
}

const CANNOT = 1000;
/** What each line to a column costs that a story leaves under a jump's least. */
const SCRAP = 2.5;

/** Part of a picture that its frame may cut off at no cost. */
const LOST = 0.2;

/** Columns over which a continuation is to have a jump's least. */
const ONWARD = 2;

/** Most lines of a block that are squeezed out or spread in, and what that costs: once, and for each line. */
const SQUEEZED = { most: 4, once: 1, each: 0.35 };

/** What `shape` costs at `place`, by composing it. */
export function tryShape(shape: Shape, place: Place, context: LeafContext): Trial {
  const { leaf } = shape;
  if (!leaf.input || !leaf.whole) return bareTrial(shape, place);
  let [input, { result, squeeze }] = [leaf.input, fitted(leaf.input, shape, place, context)];
  if (leaf.jump && !result.cut) {
    // It fits without a jump: none is made.
    input = leaf.whole;
    ({ result, squeeze } = fitted(input, shape, place, context));
  }
  const over = overOf(result, input);
  const short = over > 0 ? 0 : result.blank;
  const rows = short / Math.max(1, result.across);
  const columns = columnsOf(leaf.node, place);
  const { linesAvailable: available, across } = result;
  const hole = short > 0 ? holeDepth({ lines: available - short, available, columns, across }) : 0;
  let cost = result.headlineCost + result.faults * 0.35 + result.air * 0.5;
  if (over > 0) cost += 40 + over * 3;
  if (squeeze !== 0) cost += SQUEEZED.once + Math.abs(squeeze) * SQUEEZED.each;
  cost += rows < 1 ? rows * 0.8 : 0.8 + (rows - 1) * 4;
  cost += Math.max(0, short - 2) * 0.4;
  const { minJumpLines } = context.style.layout;
  // A story that goes on elsewhere still leaves the page a fair piece of itself.
  const lacking =
    input.continued && leaf.kind === "article"
      ? Math.max(0, minJumpLines - result.linesAvailable / place.columns)
      : 0;
  cost += lacking * SCRAP;
  const onward = leaf.jump && result.cut && result.rest ? lengthFrom(input.story, result.rest) : 0;
  const least = minJumpLines * ONWARD * context.style.grid.measure;
  const scrap = onward > 0 && (onward < least || lacking > 0);
  if (onward > 0) cost += (Math.max(0, least - onward) / context.style.grid.measure) * SCRAP;
  if (result.linesAvailable === 0 && input.story.body.length > 0) cost += CANNOT;
  cost += Math.max(0, result.lost - LOST) * 40;
  const told = leaf.kept < 1 && !leaf.jump && !leaf.whole.continued;
  const beyond = told ? Math.max(0, leaf.text - result.linesAvailable) : 0;
  const { headlineSize, lost } = result;
  return { cost, headlineSize, over, short, hole, lost, beyond, onward, scrap, squeeze };
}

const columnsOf = ({ attrs }: Node, { columns }: Place): number =>
  (attrs.textColumns as number | undefined) || columns;

const overOf = (result: SetBlock, { continued }: UnplacedInput) =>
  result.rest && !continued ? Math.max(0, result.linesSet - result.linesAvailable) : 0;

/** The block set as it is, or, where lines are over or columns end early, with a few lines squeezed out or spread in. */
function fitted(
  input: UnplacedInput,
  shape: Shape,
  place: Place,
  context: LeafContext,
): { result: SetBlock; squeeze: number } {
  const set = (squeeze: number) => setAt(input, shape, place, { squeeze }, { ...context, draft: true });
  const plain = set(0);
  const over = overOf(plain, input);
  const spare = over > 0 || plain.cut ? 0 : plain.blank - plain.across + 1;
  const lines = over > 0 ? over : -spare;
  const fits = (result: SetBlock) =>
    lines > 0
      ? overOf(result, input) === 0
      : !result.cut && result.blank < plain.blank && overOf(result, input) === 0;
  if (
    lines === 0 ||
    (spare <= 0 && over === 0) ||
    Math.abs(lines) > SQUEEZED.most ||
    !("squeeze" in shape.leaf.node.attrs)
  )
    return { result: plain, squeeze: 0 };
  const other = set(lines);
  return fits(other) ? { result: other, squeeze: lines } : { result: plain, squeeze: 0 };
}

/** Lines squeezed out or spread in, one after the other, where a block set in full has a hole that its draft had not. */
const MENDS = [0, -1, -2, -3, -4, 1, 2];

/**
 * The trial as it will be printed: drafts know nothing of lone lines and their mending, so the block is composed in full,
 * its headline asked for in the size that was tried, or left to composition where that fits better. Null where text is
 * over or a hole deeper than `most` lines stays whatever a line or two does.
 */
export function inPrint(
  shape: Shape,
  place: Place,
  trial: Trial,
  most: number,
  context: LeafContext,
): Trial | null {
  const { input, whole, jump, node } = shape.leaf;
  const from = jump && trial.onward === 0 ? whole : input;
  if (!from) return trial;
  for (const mend of "squeeze" in node.attrs ? MENDS : [0])
    for (const headlineSize of trial.headlineSize > 0 ? [trial.headlineSize, 0] : [0]) {
      const squeeze = trial.squeeze + mend;
      const set = setAt(from, shape, place, { squeeze, headlineSize }, { ...context, draft: false });
      const { linesSet, linesAvailable: available } = set;
      const across = new Set(set.lines.map(({ column }) => column)).size;
      const columns = columnsOf(node, place);
      const hole = set.cut ? 0 : holeDepth({ lines: linesSet, available, columns, across });
      if (overOf(set, from) === 0 && hole <= most) return { ...trial, headlineSize, squeeze, hole };
    }
  return null;
}

function setAt(
  input: UnplacedInput,
  { leaf: { node }, dress }: Shape,
  place: Place,
  others: Readonly<Record<string, unknown>>,
  context: LeafContext & { readonly draft: boolean },
): SetBlock {
  const given = dressed(node, place, dress, others);
  const head = storyOf(given);
  const story = input.story === storyOf(node) ? head : input.story;
  return setBlock({ ...input, node: given, story, place }, head, context);
}

function bareTrial({ leaf, ideal }: Shape, place: Place): Trial {
  const off = Math.abs(place.lines - ideal);
  // A line's difference is trimmed off an advert; more shows as a white edge.
  const advert = leaf.kind === "advert" && (leaf.node.attrs.width as number) > 0;
  const cost = advert ? off * off * 1.2 : off * 0.25;
  return {
    cost,
    headlineSize: 0,
    over: 0,
    short: 0,
    hole: 0,
    lost: 0,
    beyond: 0,
    onward: 0,
    scrap: false,
    squeeze: 0,
  };
}

/** The node with a place, a dress and what else it is given, as far as it has such attributes; no size of its own. */
function dressed(node: Node, place: Place, dress: Dress, others: Readonly<Record<string, unknown>>): Node {
  const given: Record<string, unknown> = {
    ...others,
    place,
    box: dress.box,
    headlineDirection: dress.direction,
  };
  const known = Object.entries(given).filter(([name]) => name in node.attrs);
  return node.type.create({ ...node.attrs, ...Object.fromEntries(known) }, node.content, node.marks);
}
