/**
 * Faults of a page's layout that only the whole shows: 碰题, 断版, a lead that is not the largest.
 *
 * Works on placed rectangles, so a plan can be judged before it is composed and a page after an editor moved things.
 */
import { bandOf, type Place, stretchOf } from "../../edition/place.ts";

export interface JudgedBlock {
  readonly id: string;
  readonly place: Place;
  readonly rank: number;
  /** A horizontal headline at the block's top with no border round it. */
  readonly plainHeadline: boolean;
  readonly headlineSize: number;
  readonly verticalHeadline: boolean;
  /** Holds a photograph. */
  readonly pictured: boolean;
  /** Stands beside the nameplate (报眼): a place of its own, where a short outranks nobody. */
  readonly ear: boolean;
}

export type LayoutFaultCode =
  | "headlines-side-by-side"
  | "headlines-level"
  | "channel"
  | "lead-not-largest"
  | "straight-column"
  | "long-seam"
  | "vertical-headlines"
  | "picture-off-centre"
  | "out-of-order"
  | "monotonous";

export interface LayoutFault {
  readonly code: LayoutFaultCode;
  readonly blocks: readonly string[];
  readonly cost: number;
  /** False where it is a matter of taste, and of planning alone; else an editor would name it. */
  readonly plain: boolean;
}

/** A strip at the head or foot no deeper than this may be parted off by a straight cut. */
export const STRIP = 34;
/** A lead over the whole width is parted from what is under it by no more than this many lines of its own. */
const BANNER = 44;
/** 碰题 is the fault an editor forgives least: no other fault adds up to it. */
const SIDE_BY_SIDE = 24;
/** Headlines whose first lines start this close stand at one height. */
const NEAR = 4;

export function layoutFaults(
  blocks: readonly JudgedBlock[],
  columns: number,
  lines: number,
  head: number,
): LayoutFault[] {
  const faults: LayoutFault[] = [];
  for (const [i, a] of blocks.entries()) {
    for (const b of blocks.slice(i + 1)) {
      if (!a.plainHeadline || !b.plainHeadline || Math.abs(a.place.line - b.place.line) >= NEAR) continue;
      // A headline stands over the columns that its block's shape leaves at the head.
      const [x, y] = [bandOf(a.place), bandOf(b.place)];
      const beside = x.column + x.columns === y.column || y.column + y.columns === x.column;
      if (!beside) continue;
      // A headline half again as large as its neighbour does not run into it.
      const sizes = [a.headlineSize, b.headlineSize];
      const ratio = Math.max(...sizes) / Math.min(...sizes);
      if (ratio >= 1.5) {
        if (ratio < 2) faults.push({ code: "headlines-level", blocks: [a.id, b.id], cost: 5, plain: true });
        continue;
      }
      const alike = a.place.columns === b.place.columns && Math.abs(a.headlineSize - b.headlineSize) < 6;
      faults.push({
        code: "headlines-side-by-side",
        blocks: [a.id, b.id],
        cost: alike ? SIDE_BY_SIDE : SIDE_BY_SIDE * 0.75,
        plain: true,
      });
    }
  }
  faults.push(...channels(blocks, columns, lines, head));
  const lead = blocks.find((block) => block.rank === 1);
  if (lead) {
    const larger = blocks.filter((block) => block !== lead && block.headlineSize >= lead.headlineSize);
    if (larger.length > 0)
      faults.push({
        code: "lead-not-largest",
        blocks: [lead.id, ...larger.map((b) => b.id)],
        cost: larger.length * 4,
        plain: true,
      });
  }
  const vertical = blocks.filter((block) => block.verticalHeadline);
  if (vertical.length > 1)
    faults.push({
      code: "vertical-headlines",
      blocks: vertical.map((b) => b.id),
      cost: (vertical.length - 1) * 5,
      plain: true,
    });
  faults.push(...offCentre(blocks, lines), ...outOfOrder(blocks), ...monotonous(blocks));
  return faults;
}

/** Where the middle of a block with the photograph may stand, in parts of the page's depth: the upper half, about. */
const SEEN = { from: 0.1, to: 0.6 };

/** The photograph draws the eye first: it belongs near the optical centre or over it. */
function offCentre(blocks: readonly JudgedBlock[], lines: number): LayoutFault[] {
  const pictured = blocks.filter((block) => block.pictured);
  if (pictured.length === 0 || !blocks.some(({ headlineSize }) => headlineSize > 0)) return [];
  // The picture stands in the upper part of its block.
  const off = Math.min(
    ...pictured.map(({ place }) => {
      const middle = (place.line + place.lines * PICTURE) / lines;
      return Math.max(0, SEEN.from - middle, middle - SEEN.to);
    }),
  );
  return off > 0
    ? [{ code: "picture-off-centre", blocks: pictured.map((b) => b.id), cost: 4 + off * 16, plain: true }]
    : [];
}

/** How far down its block a photograph has its middle, about. */
const PICTURE = 0.5;

/** More than this many lines above a story of higher rank, a story outranks it to the eye. */
const ABOVE = 16;
/** Ranks nearer than this may change places; ranks this far apart are out of order to any reader. */
const RANKS = 2;
const PLAIN_RANKS = 4;

function outOfOrder(blocks: readonly JudgedBlock[]): LayoutFault[] {
  const faults: LayoutFault[] = [];
  for (const a of blocks)
    for (const b of blocks) {
      const apart = b.rank - a.rank;
      if (b.ear || apart < RANKS || b.rank >= 50 || b.place.line + ABOVE >= a.place.line) continue;
      // A smaller headline says by itself that the story counts for less.
      const plain = apart >= PLAIN_RANKS && b.headlineSize >= a.headlineSize;
      const cost = Math.min(5, apart) * 0.3 + (plain ? 3 : 0);
      faults.push({ code: "out-of-order", blocks: [b.id, a.id], cost, plain });
    }
  return faults;
}

/** Blocks no more than this much deeper than one another look alike. */
const ALIKE = 1.6;

/** Three and more blocks of one width and about one depth under each other look like a list; briefs in a column are one. */
function monotonous(blocks: readonly JudgedBlock[]): LayoutFault[] {
  const under = (a: JudgedBlock) =>
    blocks.find(
      (b) =>
        b.place.line === a.place.line + a.place.lines &&
        b.place.column === a.place.column &&
        b.place.columns === a.place.columns,
    );
  return blocks.flatMap((a): LayoutFault[] => {
    const second = under(a);
    const third = second && under(second);
    if (!third) return [];
    const three = [a, second, third];
    const depths = three.map(({ place }) => place.lines);
    const alike = three.every((block) => block.plainHeadline && !block.pictured);
    const plain = a.place.columns > 1 && alike && Math.max(...depths) <= Math.min(...depths) * ALIKE;
    return [{ code: "monotonous", blocks: three.map(({ id }) => id), cost: plain ? 6 : 1.5, plain }];
  });
}

/** Part of the page's depth down which a seam runs that goes through it: two blocks side by side on an empty page have none. */
const THROUGH = 0.75;
/** The same for a seam that ends at a strip: planning avoids it, an editor lets it pass; and what all of the page would cost. */
const LONG = 0.6;
const SEAM = 18;

/** Straight cuts across the whole width that part more than a strip from the rest. `head` is the masthead's depth. */
function channels(
  blocks: readonly JudgedBlock[],
  columns: number,
  lines: number,
  head: number,
): LayoutFault[] {
  const faults: LayoutFault[] = [];
  for (const cut of new Set(blocks.map((block) => block.place.line))) {
    if (cut <= head || lines - cut <= STRIP) continue;
    if (blocks.some((b) => b.place.line < cut && cut < b.place.line + b.place.lines)) continue;
    const parted = Array.from({ length: columns }, (_, column) =>
      blocks.some((b) => stretchOf(b.place, column)?.from === cut),
    );
    if (parted.includes(false)) continue;
    const over = blocks.filter((b) => b.place.line + b.place.lines === cut);
    // The lead alone may run over the whole width (通栏头条).
    const banner = cut - head <= BANNER && over.length === 1 && over[0]?.rank === 1;
    const cost = banner ? 1.5 : cut - head <= STRIP ? 5 : 8;
    const ids = blocks.filter((b) => b.place.line === cut).map((b) => b.id);
    faults.push({ code: "channel", blocks: ids, cost, plain: !banner });
  }
  const depth = lines - head;
  for (let cut = 1; cut < columns; cut++) {
    const { run, crossed, deep } = seamAt(blocks, cut);
    const through = !crossed && deep >= depth * THROUGH;
    if (!through && run < depth * LONG) continue;
    const along = blocks.filter((b) => b.place.column === cut).map(({ id }) => id);
    const cost = through ? 8 : (run / depth - LONG) * SEAM;
    faults.push({ code: through ? "straight-column" : "long-seam", blocks: along, cost, plain: through });
  }
  return faults;
}

/** The seam at the head of column `cut`: lines of its longest run with no block across it, and of blocks that begin there. */
function seamAt(blocks: readonly JudgedBlock[], cut: number) {
  let [from, to, deep, crossed] = [Infinity, 0, 0, false];
  const ends: number[] = [];
  for (const { place } of blocks) {
    const foot = place.line + place.lines;
    if (place.column === cut) deep += place.lines;
    else if (place.column < cut && cut < place.column + place.columns) {
      crossed = true;
      ends.push(foot);
      continue;
    } else if (place.column + place.columns !== cut) continue;
    from = Math.min(from, place.line);
    to = Math.max(to, foot);
  }
  let run = 0;
  for (const start of deep > 0 ? [from, ...ends] : []) {
    let end = to;
    for (const { place } of blocks)
      if (place.column < cut && cut < place.column + place.columns && place.line + place.lines > start)
        end = Math.min(end, place.line);
    run = Math.max(run, end - start);
  }
  return { run, crossed, deep };
}
