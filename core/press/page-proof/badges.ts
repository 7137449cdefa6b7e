/**
 * Where a finding's number stands on the page: beside its words and on no others. A number for a line of body goes
 * into the gutter, where newspaper columns have just the room for it; one for a headline goes under or beside it.
 */
import type { GlyphRun, Sheet } from "../../compose/sheet.ts";

/** In pt on the sheet, y down. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Text that runs down. */
  readonly vertical?: boolean;
}

export type Hand = "left" | "right";

export interface BadgeOrder {
  /** First stretch of the words. */
  readonly words: Area;
  /** The margin that the note stands in. */
  readonly hand: Hand;
  readonly width: number;
  readonly height: number;
}

/** Places badges one after the other on a sheet, each clear of the type and of those before it, as far as can be. */
export function badgePlacer(sheet: Sheet): (order: BadgeOrder) => Area {
  const taken: Area[] = sheet.items.flatMap((item) =>
    item.kind === "glyphs" && item.gids.length > 0 ? [runArea(item)] : [],
  );
  return (order) => {
    const { width, height } = order;
    const spots = candidates(order, sheet).map((at): Area => ({ ...at, width, height }));
    let best = spots[0] as Area;
    let least = Number.POSITIVE_INFINITY;
    for (const spot of spots) {
      const inside = spot.x >= 0 && spot.x + width <= sheet.width ? 0 : 1e6;
      // Type does not fill its box: a shaving of it does not count.
      const cost = inside + taken.reduce((sum, area) => sum + overlap(shaved(spot), area), 0);
      if (cost < least) [best, least] = [spot, cost];
      if (cost === 0) break;
    }
    taken.push(best);
    return best;
  };
}

function candidates({ words, hand, width, height }: BadgeOrder, sheet: Sheet): { x: number; y: number }[] {
  const middle = words.y + (words.height - height) / 2;
  const [right, bottom] = [words.x + words.width, words.y + words.height];
  const sides = (left: number, edge: number, y: number) => {
    const pair = [
      { x: left - width + 0.3, y },
      { x: edge - 0.3, y },
    ];
    return hand === "left" ? pair : pair.reverse();
  };
  const line = words.vertical
    ? undefined
    : sheet.lines.find(
        (l) =>
          l.baseline > words.y && l.baseline < bottom + 1 && l.x <= words.x + 1 && l.x + l.width >= right - 1,
      );
  const around = [
    { x: words.x, y: bottom + 2 },
    { x: right - width, y: bottom + 2 },
    { x: right + 1, y: bottom - height },
    { x: words.x, y: words.y - height - 1 },
    { x: right - width, y: words.y - height - 1 },
    { x: right + 1, y: words.y - 2 },
  ];
  const down = [
    { x: right + 2, y: words.y },
    { x: words.x - width - 1, y: words.y },
    { x: words.x, y: words.y - height - 1 },
    { x: words.x, y: bottom + 1 },
  ];
  const near = sides(words.x, right, middle);
  if (words.vertical) return [...down, ...near];
  return line ? [...sides(line.x, line.x + line.width, middle), ...around] : [...near, ...around];
}

function runArea(run: GlyphRun): Area {
  const length = (run.along.at(-1) ?? 0) + run.size;
  return run.vertical
    ? { x: run.x - run.size / 2, y: run.y, width: run.size, height: length }
    : { x: run.x, y: run.y - 0.88 * run.size, width: length, height: run.size };
}

const shaved = ({ x, y, width, height }: Area): Area => ({
  x: x + 0.9,
  y: y + 1.4,
  width: width - 1.8,
  height: height - 2.8,
});

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
