/**
 * The loupe: on a sheet too small to read, the words in front and what stands round them, at reading size beside their
 * place. The sheet itself neither zooms nor scrolls, so the eye keeps its place from one finding to the next.
 */
import type { Sheet } from "../../core/compose/sheet.ts";
import { type Rect, union } from "./bounds.ts";
import type { SheetMark } from "./marks.ts";
import { colours, type Frame, markRects, paintMark } from "./overlay.ts";
import { type Painting, paintItems } from "./paint.ts";
import type { PagePlace } from "./viewport.ts";

/** Type lower than this on the sheet, in CSS px, is not read but guessed. */
const READABLE = 11;
/** CSS px to a point inside the loupe: 9 pt body type stands 15 px high. */
const PX = 5 / 3;
const WIDEST = 520;
const HIGHEST = 190;
/** Between the words on the sheet and the loupe, and from it to the window's edge, in CSS px. */
const GAP = 14;
const EDGE = 12;
/** Beside the outer columns inside it, in pt. */
const MARGIN = 6;

export interface Loupe {
  readonly page: string;
  /** Where it stands, and the words it is of, in CSS px of the canvas. */
  readonly box: Rect;
  readonly words: Rect;
  /** The part of the page it shows, in pt. */
  readonly part: Rect;
}

interface Sight {
  readonly place: PagePlace;
  readonly scroll: { readonly left: number; readonly top: number };
  /** Of the canvas, in CSS px. */
  readonly size: { readonly width: number; readonly height: number };
  /** CSS px to a point on the sheet. */
  readonly px: number;
}

/** Null where the marks are not on this sheet, out of sight, or large enough to read. */
export function loupeFor(sheet: Sheet, marks: readonly SheetMark[], sight: Sight): Loupe | null {
  const rects = marks.flatMap((mark) => markRects(sheet, mark));
  const [first] = rects;
  const { place, scroll, size, px } = sight;
  if (!first || first.height * px >= READABLE || first.width === 0) return null;
  const words = {
    x: place.x - scroll.left + first.x * px,
    y: place.y - scroll.top + first.y * px,
    width: first.width * px,
    height: first.height * px,
  };
  const middle = { x: words.x + words.width / 2, y: words.y + words.height / 2 };
  if (middle.x < 0 || middle.y < 0 || middle.x > size.width || middle.y > size.height) return null;

  const most = Math.min(WIDEST, size.width - 2 * EDGE, sheet.width * PX);
  const height = Math.min(HIGHEST, (size.height - 2 * EDGE) / 2);
  const all = rects.reduce(union);
  const [wide, high] = [most / PX, height / PX];
  const seen = all.width < wide - 24 && all.height < high - 24 ? all : first;
  const across = columnsRound(sheet, first, seen.x + seen.width / 2 - wide / 2, wide);
  const part = {
    x: between(across.x, 0, Math.max(0, sheet.width - across.width)),
    y: between(seen.y + seen.height / 2 - high / 2, 0, Math.max(0, sheet.height - high)),
    width: across.width,
    height: high,
  };
  const width = part.width * PX;
  const below = words.y + words.height + GAP;
  const box = {
    x: Math.round(between(middle.x - width / 2, EDGE, size.width - EDGE - width)),
    y: Math.round(below + height + EDGE <= size.height ? below : words.y - GAP - height),
    width,
    height,
  };
  return { page: sheet.page, box, words, part };
}

/** Whole columns about the words, from near `x` and no wider than `wide`, in pt; where there are none, just that. */
function columnsRound(sheet: Sheet, words: Rect, x: number, wide: number): { x: number; width: number } {
  const near = sheet.lines.filter(({ baseline }) => Math.abs(baseline - words.y - words.height) < 40);
  const left = near
    .map((line) => line.x - MARGIN)
    .filter((start) => start <= words.x)
    .sort((a, b) => Math.abs(a - x) - Math.abs(b - x))[0];
  if (left === undefined) return { x, width: wide };
  const right = near
    .map((line) => line.x + line.width + MARGIN)
    .filter((end) => end - left <= wide && end >= words.x + words.width);
  return right.length > 0 ? { x: left, width: Math.max(...right) - left } : { x, width: wide };
}

/** The point of the page under a point of the canvas (CSS px) that the loupe covers; null outside it. */
export function throughLoupe({ box, part }: Loupe, x: number, y: number): { x: number; y: number } | null {
  const inside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
  return inside ? { x: part.x + (x - box.x) / PX, y: part.y + (y - box.y) / PX } : null;
}

export function paintLoupe(
  ctx: CanvasRenderingContext2D,
  loupe: Loupe,
  sheet: Sheet,
  marks: readonly SheetMark[],
  front: string | null,
  { dpr, ...source }: Pick<Painting, "faces" | "pictures"> & { readonly dpr: number },
): void {
  const { box, words, part } = loupe;
  const [x, y, width, height] = [box.x * dpr, box.y * dpr, box.width * dpr, box.height * dpr];
  const scale = PX * dpr;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  // A stem from the words to the loupe says whose it is.
  ctx.strokeStyle = colours.select;
  ctx.lineWidth = 1.5 * dpr;
  const under = box.y > words.y;
  const stem = (words.x + words.width / 2) * dpr;
  ctx.beginPath();
  ctx.moveTo(stem, (under ? words.y + words.height + 3 : words.y - 3) * dpr);
  ctx.lineTo(stem, under ? y : y + height);
  ctx.stroke();
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 6 * dpr);
  ctx.shadowColor = "rgb(0 0 0 / 0.28)";
  ctx.shadowBlur = 18 * dpr;
  ctx.shadowOffsetY = 4 * dpr;
  ctx.fillStyle = "#fff";
  ctx.fill();
  ctx.shadowColor = "transparent";
  ctx.save();
  ctx.clip();
  const frame: Frame = { x: x - part.x * scale, y: y - part.y * scale, scale, dpr };
  paintItems(ctx, sheet.items, { ...source, scale, x: frame.x, y: frame.y, clip: part });
  for (const mark of marks) paintMark(ctx, sheet, mark, mark.id === front, frame);
  ctx.restore();
  ctx.strokeStyle = colours.select;
  ctx.lineWidth = dpr;
  ctx.beginPath();
  ctx.roundRect(x + 0.5 * dpr, y + 0.5 * dpr, width - dpr, height - dpr, 5.5 * dpr);
  ctx.stroke();
  ctx.restore();
}

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
