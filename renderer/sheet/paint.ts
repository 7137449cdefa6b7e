/**
 * A sheet's items onto a canvas: the same display list as the press's, glyph by glyph.
 *
 * `origin` and `scale` take points of the sheet to device pixels. Rules that run straight are set on whole pixels, so
 * that a hairline is one crisp line at every zoom.
 */
import type { GlyphRun, PictureItem, Rule, SheetItem } from "../../core/compose/sheet.ts";
import type { Faces } from "../../core/world.ts";
import { boundsOf, meets, type Rect } from "./bounds.ts";
import { glyphPath } from "./glyphs.ts";
import { inkColour } from "./ink.ts";

export type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Pictures as far as they are here; asking for one that is not starts its loading. */
export interface PictureSource {
  bitmap(digest: string, pixels: number): ImageBitmap | null;
  /** What a frame without its picture says: that none was put in, or that it is lost; "" while one is on its way. */
  lack(source: string | null): string;
}

export interface Painting {
  readonly faces: Faces;
  readonly pictures: PictureSource;
  /** Device pixels to a point, and the device pixel of the sheet's top left corner. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Only items that meet this part of the sheet (in pt) are drawn. */
  readonly clip?: Rect | undefined;
}

/** Top of the em box over the baseline in a vertical line, in em (ISO 32000-2 §9.7.4.3). */
const VERTICAL_ORIGIN = 0.88;

export function paintItems(ctx: Surface, items: readonly SheetItem[], painting: Painting): void {
  const { clip } = painting;
  for (const item of items) {
    if (clip && !meets(boundsOf(item), clip)) continue;
    switch (item.kind) {
      case "glyphs":
        paintGlyphs(ctx, item, painting);
        break;
      case "rule":
        paintRule(ctx, item, painting);
        break;
      case "tint": {
        const { scale, x, y } = painting;
        ctx.setTransform(scale, 0, 0, scale, x, y);
        ctx.fillStyle = inkColour(item.ink);
        ctx.fillRect(item.x, item.y, item.width, item.height);
        break;
      }
      case "picture":
        paintPicture(ctx, item, painting);
    }
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
}

function paintGlyphs(ctx: Surface, run: GlyphRun, { faces, scale, x, y }: Painting): void {
  const face = faces.face(run.face);
  const unit = (run.size / face.unitsPerEm) * scale;
  const stretch = run.vertical ? 1 : (run.stretch ?? 1);
  ctx.fillStyle = inkColour(run.ink);
  for (let i = 0; i < run.gids.length; i++) {
    const gid = run.gids[i] as number;
    const path = glyphPath(face, gid);
    if (!path) continue;
    const along = run.along[i] ?? 0;
    const across = run.across?.[i] ?? 0;
    const left = run.vertical
      ? run.x + across - (face.advance(gid) / face.unitsPerEm / 2) * run.size
      : run.x + along;
    const base = run.vertical ? run.y + along + VERTICAL_ORIGIN * run.size : run.y + across;
    ctx.setTransform(unit * stretch, 0, 0, -unit, x + left * scale, y + base * scale);
    ctx.fill(path);
  }
}

function paintRule(ctx: Surface, rule: Rule, { scale, x, y }: Painting): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  const thick = rule.width * scale;
  const colour = inkColour(rule.ink);
  const [x1, y1, x2, y2] = [
    x + rule.x1 * scale,
    y + rule.y1 * scale,
    x + rule.x2 * scale,
    y + rule.y2 * scale,
  ];
  const straight = Math.abs(x1 - x2) < 0.01 || Math.abs(y1 - y2) < 0.01;
  // Thinner than a pixel: one pixel, paler, but never so pale that it is lost.
  ctx.globalAlpha = Math.max(0.45, Math.min(1, thick));
  if (straight && !rule.dash) {
    ctx.fillStyle = colour;
    const width = Math.max(1, Math.round(thick));
    if (Math.abs(x1 - x2) < 0.01) {
      const top = Math.round(Math.min(y1, y2));
      ctx.fillRect(Math.round(x1 - width / 2), top, width, Math.max(1, Math.round(Math.max(y1, y2)) - top));
    } else {
      const left = Math.round(Math.min(x1, x2));
      ctx.fillRect(left, Math.round(y1 - width / 2), Math.max(1, Math.round(Math.max(x1, x2)) - left), width);
    }
  } else {
    ctx.strokeStyle = colour;
    ctx.lineWidth = Math.max(1, thick);
    ctx.setLineDash((rule.dash ?? []).map((length) => length * scale));
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  ctx.globalAlpha = 1;
}

function paintPicture(ctx: Surface, item: PictureItem, { pictures, scale, x, y }: Painting): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  const [left, top] = [x + item.x * scale, y + item.y * scale];
  const [width, height] = [item.width * scale, item.height * scale];
  const { crop, source } = item;
  const longest = Math.max(width / crop.width, height / crop.height);
  const bitmap = source ? pictures.bitmap(source, longest) : null;
  if (bitmap) {
    ctx.imageSmoothingQuality = "high";
    ctx.drawImage(
      bitmap,
      crop.x * bitmap.width,
      crop.y * bitmap.height,
      crop.width * bitmap.width,
      crop.height * bitmap.height,
      left,
      top,
      width,
      height,
    );
    return;
  }
  // A frame that waits for its picture: pale, with its diagonals, as a layout sheet (版样纸) draws one.
  ctx.fillStyle = "#eeece9";
  ctx.fillRect(left, top, width, height);
  ctx.strokeStyle = "#c9c5bf";
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(left, top);
  ctx.lineTo(left + width, top + height);
  ctx.moveTo(left + width, top);
  ctx.lineTo(left, top + height);
  ctx.stroke();
  ctx.strokeRect(
    Math.round(left) + 0.5,
    Math.round(top) + 0.5,
    Math.round(width) - 1,
    Math.round(height) - 1,
  );
  const words = pictures.lack(source);
  if (words) paintLack(ctx, words, source !== null, { left, top, width, height });
}

/** Words in the middle of a frame, on a plate that breaks its diagonals; left out where the frame is too small for them. */
function paintLack(
  ctx: Surface,
  words: string,
  lost: boolean,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): void {
  const size = Math.min(width / (words.length + 2), height / 3, 28);
  if (size < 7) return;
  ctx.font = `500 ${size}px "Noto Sans SC", "Dayang Hei", sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const plate = ctx.measureText(words).width + size;
  ctx.fillStyle = "#eeece9";
  ctx.fillRect(left + (width - plate) / 2, top + height / 2 - size, plate, 2 * size);
  ctx.fillStyle = lost ? "#b3261e" : "#5f5a52";
  ctx.fillText(words, left + width / 2, top + height / 2);
  ctx.textAlign = "start";
  ctx.textBaseline = "alphabetic";
}
