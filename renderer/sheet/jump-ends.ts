/**
 * The two printed ends of a jump on the sheets: the 下转 line where a text leaves, the 上接 line where it goes on.
 *
 * Each is found by what it prints: a number stands once among the jumps that leave a page, so the words are its name.
 */
import type { GlyphRun, Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { type JumpFacts, readJumps } from "../../core/edition/jumps.ts";
import { boundsOf, holds, type Rect } from "./bounds.ts";

export interface JumpEnd {
  /** Id of the jump. */
  readonly jump: string;
  readonly way: "out" | "in";
  /** Id of the page document it is printed on. */
  readonly page: string;
  /** Its line, in pt. */
  readonly rect: Rect;
  /** Where the text is at the other end: the block that goes on or that it came from, and its page. */
  readonly leads: { readonly page: string; readonly number: string; readonly block: string };
}

const known = new WeakMap<readonly Sheet[], readonly JumpEnd[]>();

/** Ends on all sheets, by page. Kept with the sheets: they are another list after each change. */
export function jumpEnds(edition: Edition, sheets: readonly Sheet[]): readonly JumpEnd[] {
  let ends = known.get(sheets);
  if (!ends) {
    ends = find(edition, sheets);
    known.set(sheets, ends);
  }
  return ends;
}

interface OnSheet {
  /** Printed lines of jumps by their words. */
  readonly lines: ReadonlyMap<string, GlyphRun>;
  /** Blocks that a jump leaves from, by the jump's id. */
  readonly blocks: ReadonlyMap<string, string>;
}

const onSheets = new WeakMap<Sheet, OnSheet>();

function onSheet(sheet: Sheet): OnSheet {
  const seen = onSheets.get(sheet);
  if (seen) return seen;
  const lines = new Map<string, GlyphRun>();
  for (const item of sheet.items)
    if (item.kind === "glyphs" && item.role === "jump") lines.set(item.texts.join(""), item);
  const blocks = new Map(
    sheet.fits.flatMap(({ block, jumps }) => jumps.map(({ id }) => [id, block] as const)),
  );
  const found = { lines, blocks };
  onSheets.set(sheet, found);
  return found;
}

function find(edition: Edition, sheets: readonly Sheet[]): JumpEnd[] {
  const { all } = readJumps(edition);
  const pageOf = (number: string) => sheets.find((sheet) => sheet.number === number)?.page;
  const blockOf = ({ id, article }: JumpFacts) => {
    for (const sheet of sheets) {
      const block = onSheet(sheet).blocks.get(id);
      if (block !== undefined) return block;
    }
    return article;
  };
  return sheets.flatMap((sheet) => {
    const { lines } = onSheet(sheet);
    if (lines.size === 0) return [];
    return all.flatMap((jump): JumpEnd[] => {
      const { id, from, continuation } = jump;
      const ends: JumpEnd[] = [];
      const out = from === sheet.number ? lines.get(jump.line) : undefined;
      const there = continuation && pageOf(continuation.page);
      if (out && continuation && there)
        ends.push({
          jump: id,
          way: "out",
          page: sheet.page,
          rect: lineOf(out),
          leads: { page: there, number: continuation.page, block: continuation.id },
        });
      const back = continuation?.page === sheet.number ? lines.get(jump.backLine) : undefined;
      const home = pageOf(from);
      if (back && home)
        ends.push({
          jump: id,
          way: "in",
          page: sheet.page,
          rect: lineOf(back),
          leads: { page: home, number: from, block: blockOf(jump) },
        });
      return ends;
    });
  });
}

/** The end under a point of a page, in pt. A line is thin: a little beside it counts. */
export function jumpEndAt(
  ends: readonly JumpEnd[],
  page: string,
  x: number,
  y: number,
  reach: number,
): JumpEnd | null {
  const near = ({ rect }: JumpEnd) =>
    holds(
      {
        x: rect.x - reach,
        y: rect.y - reach,
        width: rect.width + 2 * reach,
        height: rect.height + 2 * reach,
      },
      x,
      y,
    );
  return ends.find((end) => end.page === page && near(end)) ?? null;
}

/** The ends that are looked at: of the jump under the pointer, and of those of the selected block. */
export function lookedAt(
  all: readonly JumpEnd[],
  pointed: JumpEnd | null,
  block: string | null,
): { readonly ends: readonly JumpEnd[]; readonly under: JumpEnd | null } {
  // The sheets may be newer than what the pointer was over.
  const under = all.find((end) => end.jump === pointed?.jump && end.way === pointed.way) ?? null;
  const jumps = new Set(under ? [under.jump] : []);
  // An end leads to the block at the other one: what leads to the selected block is its own jump.
  if (block) for (const end of all) if (end.leads.block === block) jumps.add(end.jump);
  return { ends: all.filter(({ jump }) => jumps.has(jump)), under };
}

function lineOf(run: GlyphRun): Rect {
  const { x, size, vertical, along, y } = run;
  if (vertical) return boundsOf(run);
  const last = along.at(-1) ?? 0;
  return { x: x - size * 0.2, y: y - 0.95 * size, width: last + size * 1.4, height: size * 1.2 };
}
