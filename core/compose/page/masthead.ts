/**
 * The masthead (报头): the paper's name larger than all other type, and what the edition says of itself.
 *
 * All of it is derived from the edition's facts; a fact that is empty is not printed.
 */
import type { Node } from "prosemirror-model";
import type { Edition } from "../../edition/edition.ts";
import type { Place } from "../../edition/place.ts";
import { MM } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import { ASCENT, type Grid } from "../flow/grid.ts";
import { derived, displayWidth, moved, setDisplay } from "../flow/heading.ts";
import type { GlyphRun, Ink, SheetItem } from "../sheet.ts";
import { type PrintedDate, printedDate } from "./calendar.ts";
import { rule, word } from "./words.ts";

/** What the edition says of itself, in the order a masthead prints it. */
function mastheadFacts(edition: Edition, date: PrintedDate | null): { date: string[]; issue: string[] } {
  const { facts, pages } = edition;
  const present = (items: string[]) => items.filter((item) => item !== "");
  const issue = facts.issue && !/期/.test(facts.issue) ? `总第${facts.issue}期` : facts.issue;
  const serial =
    facts.serial && !/刊号|出版物号/.test(facts.serial)
      ? `国内统一连续出版物号 ${facts.serial}`
      : facts.serial;
  const publisher =
    facts.publisher && !/出版|主办|主管/.test(facts.publisher) ? `${facts.publisher}出版` : facts.publisher;
  const price = facts.price && !/价|元\/|零售/.test(facts.price) ? `零售价 ${facts.price}` : facts.price;
  return {
    date: present([date?.text ?? facts.date, date?.weekday ?? "", date?.lunar ?? ""]),
    issue: present([issue, `今日${pages.length}版`, serial, publisher, price]),
  };
}

/** From the heavier of the two rules that close a masthead to the lighter, in pt. */
const CLOSING = 2.6;

/** Part of a wide masthead's width that the name takes; where it is long, all but the ears, in pt. */
const HALF = 0.5;
const EAR = 170;
/** Figures beside the name are no larger than this part of it: nothing outdoes the name. */
const BESIDE = 0.6;

/** From the trim to the top of a nameplate at the head of a page, in pt: as much as a folio keeps clear. */
const HEAD = 10 * MM;

/**
 * The masthead in its place. Wide (7 columns and more): the name in the middle, date and issue at its sides. Narrower:
 * the name over the whole width and the facts under it between thin rules.
 */
export function mastheadItems(
  edition: Edition,
  sheet: Node,
  place: Place,
  grid: Grid,
  faces: Faces,
): SheetItem[] {
  const { style, facts } = edition;
  const date = printedDate(facts.date);
  const said = mastheadFacts(edition, date);
  const x = grid.columnX(place.column);
  const width = grid.span(place.columns);
  // At the head of the page no folio stands over the nameplate: it rises into the margin.
  const top = place.line === 0 ? Math.min(HEAD, grid.top) : grid.lineTop(place.line);
  // Its last rule is level with the foot of a boxed short in the ear.
  const foot = grid.lineTop(place.line + place.lines - 1) - grid.pitch / 4 - CLOSING;
  return place.columns >= 7 ? wideMasthead() : narrowMasthead();

  function name(cx: number, from: number, to: number, most: number): { items: GlyphRun[]; size: number } {
    const text = [derived(facts.paper, style.faces.masthead, "masthead")];
    const unit = displayWidth(text, { size: 1 }, faces) || 1;
    const size = Math.min((to - from) * 0.98, most / unit);
    const line = setDisplay(text, { size }, faces);
    // Brush letters are centred by their ink: their em boxes sit high or low from face to face.
    const face = faces.face(style.faces.masthead);
    let low = 0;
    let high = ASCENT;
    const boxes = line.runs.flatMap((run) =>
      run.gids.map((gid) => face.bounds(gid)).filter((b) => b !== null),
    );
    if (boxes.length > 0) {
      low = Math.min(...boxes.map((b) => b.y)) / face.unitsPerEm;
      high = Math.max(...boxes.map((b) => b.y + b.height)) / face.unitsPerEm;
    }
    const y = (from + to) / 2 + ((low + high) / 2) * size;
    const { spot, ...process } = style.press.masthead;
    const ink: Ink = spot ? { ...process, spot } : process;
    return { items: line.runs.map((run) => ({ ...moved(run, cx - line.width / 2, y), ink })), size };
  }

  function wideMasthead(): SheetItem[] {
    const items: SheetItem[] = [];
    const bar = grid.pitch * 1.55;
    const barTop = foot - bar;
    // A long name reaches for the ears rather than shrink.
    const unit = displayWidth([derived(facts.paper, style.faces.masthead, "masthead")], { size: 1 }, faces);
    const isLong = (width * HALF) / unit < (barTop - top) * HALF;
    const plate = name(x + width / 2, top, barTop - 4, isLong ? width - 2 * EAR : width * HALF);
    items.push(...plate.items);
    // Thin rules hold the line of facts; the heavier one under it closes the masthead.
    items.push(rule(x, barTop, x + width, barTop, 0.5));
    items.push(rule(x, foot, x + width, foot, 1.6), rule(x, foot + CLOSING, x + width, foot + CLOSING, 0.4));
    const base = barTop + bar / 2 + 3.2;
    const line = said.issue.join("　　");
    items.push(
      ...word(
        { text: line, face: "song", size: 9, role: "masthead" },
        x + width / 2,
        base,
        "center",
        faces,
        width - 20,
      ),
    );
    items.push(...dateEar(x, top, grid.span(2), barTop - 8 - top, plate.size));
    items.push(...numberEar(x + width, top, barTop - 8 - top, plate.size));
    return items;
  }

  /** Year and month, the day in large figures, weekday and lunar date. */
  function dateEar(left: number, from: number, span: number, height: number, largest: number): SheetItem[] {
    if (!date)
      return word(
        { text: said.date.join("　"), face: "song", size: 10.5, role: "masthead" },
        left,
        from + 12,
        "start",
        faces,
      );
    const items: SheetItem[] = [];
    const day = Math.min(height * 0.56, 66, largest * BESIDE);
    const y = from + height / 2 + day * 0.36;
    const figure = word(
      { text: String(date.day), face: "song-black", size: day, role: "masthead" },
      left,
      y,
      "start",
      faces,
    );
    items.push(...figure);
    const inset = displayWidth([derived(String(date.day), "song-black", "")], { size: day }, faces) + 10;
    // Three lines over the height of the figures, never closer than they can be read.
    const first = y - day * 0.72 + 12;
    const middle = (first + y) / 2;
    const step = Math.max((y - first) / 2, 14);
    items.push(
      ...word(
        { text: date.weekday, face: "hei-bold", size: 14, role: "masthead" },
        left + inset,
        middle - step,
        "start",
        faces,
        span - inset,
      ),
    );
    items.push(
      ...word(
        { text: `${date.year}年${date.month}月`, face: "song-bold", size: 10.5, role: "masthead" },
        left + inset,
        middle + 3,
        "start",
        faces,
        span - inset,
      ),
    );
    items.push(
      ...word(
        { text: date.lunar, face: "kai", size: 10.5, role: "masthead" },
        left + inset,
        middle + step,
        "start",
        faces,
        span - inset,
      ),
    );
    return items;
  }

  function numberEar(right: number, from: number, height: number, largest: number): SheetItem[] {
    const size = Math.min(height * 0.34, 36, largest * BESIDE);
    const y = from + height / 2 + size * 0.1;
    const items: SheetItem[] = [];
    items.push(
      ...word(
        { text: sheet.attrs.number, face: "song-black", size, role: "masthead" },
        right,
        y,
        "end",
        faces,
      ),
    );
    items.push(
      ...word(
        { text: sheet.attrs.title, face: "hei-bold", size: 14, role: "masthead", tracking: 0.2 },
        right,
        y + 21,
        "end",
        faces,
      ),
    );
    return items;
  }

  function narrowMasthead(): SheetItem[] {
    const items: SheetItem[] = [];
    const rows = said.issue.length > 0 ? 2 : 1;
    const bar = grid.pitch * (rows === 2 ? 2.9 : 1.6);
    const barTop = foot - bar;
    items.push(...name(x + width / 2, top, barTop - 4, width * 0.94).items);
    items.push(rule(x, barTop, x + width, barTop, 0.5));
    items.push(rule(x, foot, x + width, foot, 1.6), rule(x, foot + CLOSING, x + width, foot + CLOSING, 0.4));
    const step = bar / rows;
    const side = 4;
    // The page's number and name close the line of the date, as they stand in every folio.
    const page = [sheet.attrs.number, sheet.attrs.title].filter((text) => text !== "").join("　");
    const label = { text: page, face: "hei-bold" as const, size: 10.5, role: "masthead" };
    const room = displayWidth([derived(page, label.face, "")], { size: label.size }, faces) + 2 * side;
    items.push(
      ...word(label, x + width - side, barTop + step / 2 + 3.6, "end", faces),
      ...word(
        { text: said.date.join("　"), face: "song-bold", size: 10.5, role: "masthead" },
        x + width / 2,
        barTop + step / 2 + 3.6,
        "center",
        faces,
        width - 2 * room,
      ),
    );
    if (rows === 2)
      items.push(
        ...word(
          { text: said.issue.join("　"), face: "song", size: 9, role: "masthead" },
          x + width / 2,
          barTop + step * 1.5 + 2.4,
          "center",
          faces,
          width - 12,
        ),
      );
    return items;
  }
}
