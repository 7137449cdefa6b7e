/**
 * Glyph runs to text operators, each glyph exactly where composition put it.
 *
 * The pen is followed with the roundings of the file itself (W widths, TJ numbers), so errors never add up along a
 * line. Extraction is exact: where a font's one ToUnicode entry would tell another text than the run's, or a cluster
 * has several glyphs, an ActualText span (ISO 32000-1, 14.9.4) tells the right one.
 */
import { type GlyphRun, type Ink, isBlack } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import { type Content, number, type ShownGlyphs } from "./content.ts";
import type { PressFont, PressFonts } from "./fonts.ts";
import type { PdfDict } from "./objects.ts";

export interface GlyphStyle {
  /** Black text up to this size in pt overprints. */
  readonly overprintLimit: number;
  /** Page number, for messages. */
  readonly page: string;
}

/** Names of the graphics states every page of ours has; the last is what a page starts with. */
export const OVERPRINT = "GO";
export const KNOCKOUT = "GK";
export const FIRST = "GI";

/** OPM 1: a zero in DeviceCMYK leaves the plate below alone, so black over colour prints without a white halo. */
const overprint = (on: boolean, mode = 1): PdfDict => ({ Type: "ExtGState", OP: on, op: on, OPM: mode });

export const graphicsStates: PdfDict = {
  [OVERPRINT]: overprint(true),
  [KNOCKOUT]: overprint(false),
  [FIRST]: overprint(false, 0),
};

/**
 * Writes `run` with its origin at (`x`, `y`) in PDF space.
 * Throws a Problem where a glyph is missing from the face: a page with blank boxes must not reach the press.
 */
export function writeRun(
  content: Content,
  run: GlyphRun,
  fonts: PressFonts,
  style: GlyphStyle,
  x: number,
  y: number,
): void {
  if (run.gids.length === 0) return;
  refuseMissing(run, style);
  const font = fonts.use(run.face, run.vertical);
  const stretch = run.stretch ?? 1;
  content.beginText();
  content.set("gs", overprints(run.ink, run.size, style) ? `/${OVERPRINT} gs` : `/${KNOCKOUT} gs`);
  content.fill(run.ink);
  content.set("font", `/${font.resource} ${number(run.size)} Tf`);
  content.set("stretch", run.vertical ? "100 Tz" : `${number(stretch * 100)} Tz`);

  let first = 0;
  while (first < run.gids.length) {
    const across = run.across?.[first] ?? 0;
    let end = first + 1;
    while (end < run.gids.length && (run.across?.[end] ?? 0) === across) end++;
    const start = run.along[first] ?? 0;
    const setting = { run, font, scale: run.size * (run.vertical ? 1 : stretch) };
    const rooms = roomsOf(setting, first, end);
    const [left, base] = run.vertical ? [x + across, y - start] : [x + start, y - across];
    const [room] = rooms;
    const gap = gapBehind(content, setting, left, base);
    if (room && gap > SPACE && gap < WORD) room.before = Math.round(gap / font.em(font.step));
    const before = font.em((room?.before ?? 0) * font.step) * setting.scale;
    if (run.vertical) content.lineAt(left, base + before);
    else content.lineAt(left - before, base);
    const pen = writeSegment(content, setting, rooms, first, end);
    content.end = run.vertical ? null : [x + pen, base];
    first = end;
  }
}

/**
 * Em from what was written last to a run of an article that goes on from there: on the same level in another face, or
 * down a vertical line after figures that stand upright in it. 0 where it does not.
 */
function gapBehind(content: Content, { run, scale }: Setting, left: number, base: number): number {
  if (content.end === null || run.ref.pos < 0) return 0;
  const [x, y] = content.end;
  if (run.vertical) return (y - base) / scale;
  return y === base ? (left - x) / scale : 0;
}

function overprints(ink: Ink, size: number, style: GlyphStyle): boolean {
  return isBlack(ink) && size <= style.overprintLimit;
}

interface Setting {
  readonly run: GlyphRun;
  readonly font: PressFont;
  /** Pt to an em along the line. */
  readonly scale: number;
}

/** Glyphs `first` up to `end`, which lie on one straight line; the pen stands at the first. Says where it ends up. */
function writeSegment(
  content: Content,
  setting: Setting,
  rooms: readonly Room[],
  first: number,
  end: number,
): number {
  const { run, font, scale } = setting;
  const spacing = commonGap(setting, first, end);
  content.set("spacing", `${number(spacing * run.size)} Tc`);
  // As the file has it: three decimals of a pt, before the stretch.
  const every = (Number(number(spacing * run.size)) / run.size) * scale;
  let pen = (run.along[first] ?? 0) - font.em((rooms[0]?.before ?? 0) * font.step) * scale;
  let items: (ShownGlyphs | number)[] = [];
  let gids: number[] = [];
  const flush = () => {
    if (gids.length > 0) items.push({ codes: font, gids });
    gids = [];
  };
  const show = () => {
    flush();
    content.show(items);
    items = [];
  };
  for (let i = first; i < end; ) {
    const spanEnd = endOfSpan(setting, i, end);
    const noted = run.gids.slice(i, spanEnd).map((gid, k) => {
      const { before, after } = rooms[i + k - first] ?? NO_ROOM;
      return font.note(gid, before * font.step, after * font.step);
    });
    const text = font.actualText(noted, run.texts.slice(i, spanEnd));
    if (text !== null) {
      show();
      content.beginActualText(text);
    }
    for (let j = i; j < spanEnd; j++) {
      const before = (rooms[j - first] ?? NO_ROOM).before * font.step;
      const thousandths = Math.round((((run.along[j] ?? pen) - pen) / scale - font.em(before)) * 10000) / 10;
      if (thousandths !== 0) {
        flush();
        // A positive number moves back along a horizontal line, but down a vertical one (ISO 32000-1, 9.4.3).
        items.push(run.vertical ? thousandths : -thousandths);
        pen += (thousandths / 1000) * scale;
      }
      const id = noted[j - i] ?? 0;
      gids.push(id);
      pen += font.advance(id, run.vertical) * scale + every;
    }
    if (text !== null) {
      show();
      content.endActualText();
    }
    i = spanEnd;
  }
  show();
  return pen - every;
}

/** Steps of padding about a glyph. */
interface Room {
  before: number;
  after: number;
}
const NO_ROOM: Room = { before: 0, after: 0 };

/**
 * Readers guess a space from a gap between the advance of one glyph and the next. So the gaps that would mislead them
 * become part of a glyph: of the Latin one, of which there are few, else of the one before. What is left of the gap,
 * half a step at most, is below every reader's threshold.
 */
function roomsOf(setting: Setting, first: number, end: number): readonly Room[] {
  const { run, font } = setting;
  if (!font.pads) return [];
  const rooms = Array.from({ length: end - first }, () => ({ ...NO_ROOM }));
  for (let i = first + 1; i < end; i++) {
    if (!standsApart(setting, i)) continue;
    const steps = Math.round(gapBefore(setting, i) / font.em(font.step));
    const [room, last] = [rooms[i - first], rooms[i - 1 - first]];
    if (room && !run.vertical && LATIN.test(run.texts[i] ?? "")) room.before = steps;
    else if (last) last.after = steps;
  }
  return rooms;
}

/** Digits and letters of Latin, which are few whatever a page says. */
const LATIN = /^[\x21-\x7e]/;

/** The gap in em that most glyphs of a justified line have after them; 0 where there is none such. */
function commonGap(setting: Setting, first: number, end: number): number {
  // Down the page readers do not agree on which way spacing goes.
  if (setting.run.vertical || end - first < 4) return 0;
  const counts = new Map<number, number>();
  for (let i = first + 1; i < end; i++) {
    const gap = Math.round(gapBefore(setting, i) * 10000);
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  const [gap, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return count * 2 > end - first ? gap / 10000 : 0;
}

/** Between glyph `i` and the one before, in em. */
function gapBefore({ run, font, scale }: Setting, i: number): number {
  const step = ((run.along[i] ?? 0) - (run.along[i - 1] ?? 0)) / scale;
  return step - font.advance(run.gids[i - 1] ?? 0, run.vertical);
}

/** Readers of a PDF take a gap wider than a tenth of an em for a space, and an overlap of about as much for a new line. */
const SPACE = 0.095;
const OVERLAP = 0.08;
/** From here on, in em, what follows on a line is something else. */
const WORD = 0.6;

/** True where readers would put a space before glyph `i` that nobody wrote: Han–Latin spacing, a loose line's. */
function standsApart(setting: Setting, i: number): boolean {
  const { texts } = setting.run;
  return gapBefore(setting, i) > SPACE && !/\s$/.test(texts[i - 1] ?? "") && !/^\s/.test(texts[i] ?? "");
}

/** True where only its own reading helps: a squeezed mark, or a gap in a font whose glyphs take no padding. */
function misleads(setting: Setting, i: number): boolean {
  if (setting.run.vertical) return false;
  return gapBefore(setting, i) < -OVERLAP || (!setting.font.pads && standsApart(setting, i));
}

/** Glyphs that only a reading of their own tells rightly: a cluster, with those it stands apart from or runs into. */
function endOfSpan(setting: Setting, start: number, limit: number): number {
  let end = endOfCluster(setting.run, start, limit);
  while (end < limit && misleads(setting, end)) end = endOfCluster(setting.run, end, limit);
  return end;
}

function endOfCluster(run: GlyphRun, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && run.texts[end] === "") end++;
  return end;
}

function refuseMissing(run: GlyphRun, style: GlyphStyle): void {
  const at = run.gids.indexOf(0);
  if (at < 0) return;
  const character = run.texts[at] || run.texts.slice(0, at).findLast((text) => text !== "") || "?";
  const along = run.along[at] ?? 0;
  throw new Problem("press.missing-glyph", {
    character,
    code: [...character]
      .map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
      .join(" "),
    face: run.face,
    page: style.page,
    line: run.texts.join(""),
    x: Math.round(run.x + (run.vertical ? 0 : along)),
    y: Math.round(run.y + (run.vertical ? along : 0)),
  });
}
