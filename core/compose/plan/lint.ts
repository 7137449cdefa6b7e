/**
 * Layout lint: what an editor would fault on a composed page, as findings.
 *
 * Reads the page and its sheet; the desk shows the findings, and a plan is good when it has none that cost much.
 */
import type { Node } from "prosemirror-model";
import { bandOf, overlaps, type Place } from "../../edition/place.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { pageGrid } from "../flow/grid.ts";
import type { Sheet } from "../sheet.ts";
import { largestFree } from "./free.ts";
import { holeDepth } from "./hole.ts";
import { type JudgedBlock, type LayoutFaultCode, layoutFaults, STRIP } from "./judge.ts";
import { type KeptPicture, type PictureFault, pictureFaults } from "./picture-faults.ts";
import { type ReadingFault, readingFaults } from "./reading-faults.ts";
import { type TypeFault, typeFaults } from "./type-faults.ts";

export interface LayoutFinding {
  readonly code:
    | LayoutFaultCode
    | ReadingFault["code"]
    | "hole"
    | "overset"
    | "overlap"
    | TypeFault["code"]
    | PictureFault["code"];
  readonly blocks: readonly string[];
  /** What the catalogue's words speak of: lines, characters, a size in pt. */
  readonly detail: string;
}

/** Rank of what has none: pictures, adverts and continuations fill the page, and outrank nothing. */
const UNRANKED = 50;

const NOBODY = {
  id: "",
  rank: UNRANKED,
  plainHeadline: false,
  headlineSize: 0,
  verticalHeadline: false,
  pictured: false,
  ear: false,
};

/** Findings of a page; empty for one that a picky editor would pass. `isKept` tells which pictures the file has. */
export function lintPage(
  page: Node,
  sheet: Sheet,
  style: HouseStyle,
  isKept: KeptPicture = () => true,
): LayoutFinding[] {
  const { columns, lines } = style.grid;
  const judged: JudgedBlock[] = [];
  const places: { id: string; place: Place }[] = [];
  // The nameplate's foot is no cut through the page, whether it takes the whole width or leaves room for an ear.
  const plate = page.children.find(({ type, attrs }) => type.name === "masthead" && attrs.place?.line === 0);
  const head = (plate?.attrs.place as Place | undefined)?.lines ?? 0;
  page.forEach((block) => {
    const place = block.attrs.place as Place | null;
    if (!place) return;
    const id = block.attrs.id as string;
    places.push({ id, place });
    if (block.type.name === "masthead") return;
    const article = block.type.name === "article";
    const vertical = block.attrs.headlineDirection === "vertical";
    judged.push({
      id,
      place,
      rank: article ? (block.attrs.rank as number) || 49 : UNRANKED,
      plainHeadline: article && block.attrs.box === "none" && !vertical,
      headlineSize: article ? largest(sheet, "headline", place) : 0,
      verticalHeadline: vertical,
      pictured:
        block.type.name === "picture" || block.children.some((child) => child.type.name === "picture"),
      ear: place.line + place.lines <= head,
    });
  });
  const free = largestFree(
    places.map(({ place }) => place),
    columns,
    lines,
  );
  // Whatever comes to fill a strip that is left free crosses the cuts that end at it.
  if (free && free.lines <= STRIP && judged.length > 0) judged.push({ ...NOBODY, place: free });
  const told = layoutFaults(judged, columns, lines, head).filter(({ plain }) => plain);
  const findings: LayoutFinding[] = told.map(({ code, blocks }) => ({
    code,
    blocks: blocks.filter((id) => id !== NOBODY.id),
    detail: "",
  }));
  places.forEach((a, i) => {
    for (const b of places.slice(i + 1))
      if (overlaps(a.place, b.place)) findings.push({ code: "overlap", blocks: [a.id, b.id], detail: "" });
  });
  findings.push(
    ...readingFaults(page, sheet, style),
    ...fitFindings(page, sheet, style),
    ...typeFaults(page, sheet, style),
    ...pictureFaults(page, sheet, isKept),
  );
  return findings;

  /** Largest type of a role where a block's headline stands. */
  function largest(of: Sheet, role: string, place: Place): number {
    const grid = pageGrid(style);
    const band = bandOf(place);
    const left = grid.columnX(band.column) - 1;
    const right = grid.columnX(band.column) + grid.span(band.columns);
    const top = grid.lineTop(place.line);
    const foot = grid.lineTop(place.line + place.lines);
    const sizes = of.items.flatMap((item) =>
      item.kind === "glyphs" &&
      item.role === role &&
      item.x >= left &&
      item.x <= right &&
      item.y >= top &&
      item.y <= foot
        ? [item.size]
        : [],
    );
    return Math.max(0, ...sizes);
  }
}

/** Text columns of a block: as many as it is wide, or as it asks for (破栏). */
const columnsOf = (block: Node | undefined): number =>
  (block?.attrs.textColumns as number | undefined) || (block?.attrs.place as Place | undefined)?.columns || 1;

function fitFindings(page: Node, sheet: Sheet, style: HouseStyle): LayoutFinding[] {
  const findings: LayoutFinding[] = [];
  for (const fit of sheet.fits) {
    if (fit.characters > 0)
      findings.push({ code: "overset", blocks: [fit.block], detail: String(fit.characters) });
    const { lines, available } = fit;
    const used = sheet.lines.filter((line) => line.block === fit.block).map(({ column }) => column);
    const block = page.children.find(({ attrs }) => attrs.id === fit.block);
    const empty = holeDepth({ lines, available, columns: columnsOf(block), across: new Set(used).size });
    if (fit.characters < 0 && empty > style.layout.holeLines)
      findings.push({ code: "hole", blocks: [fit.block], detail: String(Math.floor(empty)) });
  }
  return findings;
}
