/**
 * Total fit: the breaks of a whole paragraph that cost least together, by dynamic programming over its cells.
 *
 * Passes admit breaks by strength, as TeX does: first where any line may end; then hyphenation points and long
 * code; then between number and measure word, where a line would be seen to gape without; last anywhere, so that
 * no line runs over its measure while it has two cells. A pass is final when no line is overfull and the loosest is
 * within the pass's tolerance.
 */
import type { Measure, ParagraphSetting } from "../line.ts";
import type { Prepared } from "../prepare/prepare.ts";
import { STRENGTH } from "../prepare/words.ts";
import { EPSILON, gapCost, gapOf, shrinkCost, stretchCost } from "./stages.ts";

export interface FittedLine {
  /** Cells of the line: from, up to and not including to. */
  readonly from: number;
  readonly to: number;
  /** Width there is, in em, the indent taken off; and the column's inset and indent in em. */
  readonly measure: number;
  readonly inset: number;
  readonly indent: number;
  /** Em short of the measure before adjustment; negative where the line must give. */
  readonly demand: number;
  /** True where a hyphen is added at the line's end. */
  readonly hyphenated: boolean;
  readonly last: boolean;
  readonly overfull: boolean;
}

interface Pass {
  /** Breaks up to this strength are admitted. */
  readonly strength: number;
  /** The pass is final where no gap is wider than this, in em. */
  readonly tolerance: number;
}

const PASSES: readonly Pass[] = [
  { strength: STRENGTH.loth, tolerance: 0.05 },
  { strength: STRENGTH.code, tolerance: 0.05 },
  { strength: STRENGTH.kept, tolerance: Number.POSITIVE_INFINITY },
  { strength: STRENGTH.inside, tolerance: Number.POSITIVE_INFINITY },
  { strength: STRENGTH.forbidden, tolerance: Number.POSITIVE_INFINITY },
];

/** A paragraph is set to another number of lines than is natural only where no gap grows wider than this, in em. */
const WANTED_TOLERANCE = 0.12;

/** Every line costs this: one is saved where the marks give it without a strain, never for a gap. */
const LINE_COST = 20;
/** A last line of fewer than `minLastLine` characters (孤字) is worth a line parted by this many em, no more. */
const SHORT_LAST_LINE_GAP = 0.5;
const SHORT_LAST_LINE_COST = gapCost(SHORT_LAST_LINE_GAP);
/** Breaking at a boundary of each strength. A number leaves its measure word for a line seen loose, not for less. */
const BREAK_COST: readonly number[] = [0, 60, 120, 90, 250, 700, 50_000, 2_000_000];
const OVERFULL_COST = 1e9;
/** Share of the measure that a line may lack before longer ones are sought first. */
const SPARSE = 0.5;

interface Node {
  readonly at: number;
  readonly line: number;
  readonly cost: number;
  readonly previous: Node | null;
}

/** Breaks `paragraph` into lines. `measure` in pt. */
export function fitLines(paragraph: Prepared, setting: ParagraphSetting, measure: Measure): FittedLine[] {
  if (paragraph.cells.length === 0) return [];
  if (setting.lines !== undefined) {
    const { lines: count, ...natural } = setting;
    const wanted = fitPass(paragraph, setting, measure, PASSES[0] as Pass);
    if (wanted?.length === count && isWithin(paragraph, setting, wanted, WANTED_TOLERANCE)) return wanted;
    return fitLines(paragraph, natural, measure);
  }
  let best: { lines: FittedLine[]; isFinal: boolean } | null = null;
  for (const pass of PASSES) {
    const lines = fitPass(paragraph, setting, measure, pass);
    if (!lines) continue;
    best = { lines, isFinal: isWithin(paragraph, setting, lines, pass.tolerance) };
    if (best.isFinal) break;
  }
  return best?.lines ?? [];
}

function isWithin(
  paragraph: Prepared,
  setting: ParagraphSetting,
  lines: readonly FittedLine[],
  tolerance: number,
) {
  return lines.every((line) => {
    if (line.overfull) return false;
    if (line.last)
      return (
        tolerance === Number.POSITIVE_INFINITY || lines.length === 1 || !isShort(paragraph, setting, line)
      );
    return setting.align !== "justify" || gapOf(paragraph, line.from, line.to, line.demand) <= tolerance;
  });
}

const isShort = (paragraph: Prepared, setting: ParagraphSetting, line: { from: number; to: number }) =>
  (paragraph.characters[line.to] as number) - (paragraph.characters[line.from] as number) <
  setting.text.minLastLine;

function fitPass(
  paragraph: Prepared,
  setting: ParagraphSetting,
  measure: Measure,
  pass: Pass,
): FittedLine[] | null {
  const count = paragraph.cells.length;
  const isConstant = typeof measure === "number" && setting.lines === undefined;
  const widthOf = lineWidths(setting, measure);
  const { widths, shrink, strengths, ideals, breakWidths } = paragraph;
  // Nodes by the cell that opens their line; where the measure varies or a number of lines is wanted, one for each
  // line number that can stand there.
  const nodes: Node[][] = Array.from({ length: count + 1 }, () => []);
  nodes[0]?.push({ at: 0, line: 0, cost: 0, previous: null });
  for (let from = 0; from < count; from++) {
    for (const node of nodes[from] as Node[]) extend(node);
  }
  const end = ends(nodes[count] as Node[], setting.lines).reduce<Node | null>(
    (a, b) => (a && a.cost <= b.cost ? a : b),
    null,
  );
  return end && readBack(end);

  function extend(node: Node): void {
    const from = node.at;
    const { width } = widthOf(node.line);
    const base = widths[from] as number;
    const shrinkBase = shrink[from] as number;
    const line = isConstant ? 1 : node.line + 1;
    // A line less than half full is taken only where no longer one can be.
    let sparse = -1;
    let isReached = false;
    for (let to = from + 1; to <= count; to++) {
      const strength = strengths[to - 1] as number;
      const ideal = (widths[to] as number) - base - (ideals[to - 1] as number);
      const isOver = ideal - (shrink[to - 1] as number) + shrinkBase > width + EPSILON;
      if (isOver && (isReached || sparse >= 0)) break;
      if (strength > pass.strength) continue;
      const demand = width - ideal - (breakWidths[to - 1] as number);
      if (demand > width * SPARSE && to < count) {
        sparse = to;
        continue;
      }
      const cost = lineCost(node, from, to, width, demand, strength);
      if (cost < OVERFULL_COST) isReached = true;
      offer(node, to, line, node.cost + cost);
      if (isOver) return;
    }
    if (isReached || sparse < 0) return;
    const ideal = (widths[sparse] as number) - base - (ideals[sparse - 1] as number);
    const demand = width - ideal - (breakWidths[sparse - 1] as number);
    const cost = lineCost(node, from, sparse, width, demand, strengths[sparse - 1] as number);
    offer(node, sparse, line, node.cost + cost);
  }

  function lineCost(
    node: Node,
    from: number,
    to: number,
    width: number,
    demand: number,
    strength: number,
  ): number {
    const isLast = to === count;
    let cost = LINE_COST + (BREAK_COST[strength] as number);
    if (demand < -EPSILON) {
      const shrink = shrinkCost(paragraph, from, to, -demand);
      if (shrink === Number.POSITIVE_INFINITY) return OVERFULL_COST - demand;
      cost += shrink;
    } else if (!isLast && demand > EPSILON) {
      cost +=
        setting.align === "justify" ? stretchCost(paragraph, from, to, demand) : raggedCost(demand / width);
    }
    if (isLast && node.line > 0 && isShort(paragraph, setting, { from, to })) cost += SHORT_LAST_LINE_COST;
    return cost;
  }

  function offer(previous: Node, at: number, line: number, cost: number): void {
    const there = nodes[at] as Node[];
    const index = isConstant && there.length > 0 ? 0 : there.findIndex((other) => other.line === line);
    if (index < 0) there.push({ at, line, cost, previous });
    else if ((there[index] as Node).cost > cost) there[index] = { at, line, cost, previous };
  }

  function readBack(end: Node): FittedLine[] {
    const path: Node[] = [];
    for (let node: Node | null = end; node; node = node.previous) path.unshift(node);
    return path.slice(1).map((node, index) => {
      const from = (path[index] as Node).at;
      const { width, inset, indent } = widthOf(index);
      const space = paragraph.spaces[node.at - 1];
      const hyphenated = space?.strength === STRENGTH.hyphenation;
      const ideal =
        (paragraph.widths[node.at] as number) - (paragraph.widths[from] as number) - (space?.ideal ?? 0);
      const demand = width - ideal - (paragraph.breakWidths[node.at - 1] as number);
      const give = (paragraph.shrink[node.at - 1] as number) - (paragraph.shrink[from] as number);
      const overfull = demand + give < -EPSILON;
      return {
        from,
        to: node.at,
        measure: width,
        inset,
        indent,
        demand,
        hyphenated,
        last: node.at === count,
        overfull,
      };
    });
  }
}

/** Nodes at the paragraph's end: those with the lines wanted, where there are any. */
function ends(nodes: readonly Node[], wanted: number | undefined): readonly Node[] {
  const exact = nodes.filter((node) => node.line === wanted);
  return exact.length > 0 ? exact : nodes;
}

/** Cost of a line set ragged that leaves `share` of its measure empty. */
const raggedCost = (share: number) => 400 * share * share;

/** Width, inset and indent of each line in em. */
function lineWidths(setting: ParagraphSetting, measure: Measure) {
  const { size, align } = setting;
  const indentOf = (line: number) =>
    line === 0 && (align === "justify" || align === "start") ? setting.indent : 0;
  if (typeof measure === "number") {
    const lines = [0, 1].map((line) => ({
      width: measure / size - indentOf(line),
      inset: 0,
      indent: indentOf(line),
    }));
    return (line: number) => lines[Math.min(line, 1)] as (typeof lines)[number];
  }
  return (line: number) => {
    const { inset, width } = measure(line);
    const indent = indentOf(line);
    return { width: width / size - indent, inset: inset / size, indent };
  };
}
