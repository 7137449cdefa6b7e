/**
 * A page drawn once and kept: an edit draws only where its ink changed, a scroll draws nothing.
 *
 * At high zoom a whole page would be hundreds of megabytes; then the part in view is drawn directly, which is few
 * glyphs. The limit is in pixels.
 */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Faces } from "../../core/world.ts";
import { boundsOf, grown, meets, type Rect } from "./bounds.ts";
import { damage } from "./damage.ts";
import { type PictureSource, paintItems, type Surface } from "./paint.ts";

/** Pixels of a page kept as a bitmap: 96 MB. */
const LARGEST = 24e6;

export class PageRaster {
  #canvas: OffscreenCanvas | null = null;
  #sheet: Sheet | null = null;
  #scale = 0;
  readonly #faces: Faces;
  readonly #pictures: PictureSource;

  constructor(faces: Faces, pictures: PictureSource) {
    this.#faces = faces;
    this.#pictures = pictures;
  }

  /** Draws `sheet` with its top left corner at device pixel (`x`, `y`) of `ctx`; `view` is the part in sight, in pt. */
  draw(ctx: Surface, sheet: Sheet, scale: number, x: number, y: number, view: Rect): void {
    const width = Math.ceil(sheet.width * scale);
    const height = Math.ceil(sheet.height * scale);
    if (width * height > LARGEST) {
      this.drop();
      ctx.save();
      ctx.beginPath();
      ctx.rect(x, y, width, height);
      ctx.clip();
      ctx.fillStyle = "#fff";
      ctx.fillRect(x, y, width, height);
      paintItems(ctx, sheet.items, { ...this.#with(scale), x, y, clip: view });
      ctx.restore();
      return;
    }
    this.#update(sheet, scale, width, height);
    if (this.#canvas) ctx.drawImage(this.#canvas, x, y);
  }

  /** Forgets what is drawn within `rect` (a picture has arrived), or everything. */
  drop(rect?: Rect): void {
    if (!rect || !this.#sheet || !this.#canvas) {
      this.#canvas = null;
      this.#sheet = null;
    } else this.#repaint(this.#sheet, rect);
  }

  #with(scale: number) {
    return { faces: this.#faces, pictures: this.#pictures, scale };
  }

  #update(sheet: Sheet, scale: number, width: number, height: number): void {
    const standing = this.#sheet;
    if (this.#canvas && standing && this.#scale === scale && this.#canvas.width === width) {
      this.#sheet = sheet;
      if (standing !== sheet)
        for (const rect of damage(standing.items, sheet.items)) this.#repaint(sheet, rect);
      return;
    }
    this.#canvas = new OffscreenCanvas(width, height);
    this.#scale = scale;
    this.#sheet = sheet;
    this.#repaint(sheet, { x: 0, y: 0, width: sheet.width, height: sheet.height });
  }

  #repaint(sheet: Sheet, rect: Rect): void {
    const ctx = this.#canvas?.getContext("2d", { alpha: false });
    if (!ctx) return;
    const scale = this.#scale;
    // Whole pixels, and one more all round for what antialiasing spreads.
    const left = Math.floor(rect.x * scale) - 1;
    const top = Math.floor(rect.y * scale) - 1;
    const right = Math.ceil((rect.x + rect.width) * scale) + 1;
    const bottom = Math.ceil((rect.y + rect.height) * scale) + 1;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    ctx.fillStyle = "#fff";
    ctx.fillRect(left, top, right - left, bottom - top);
    const clip = grown(rect, 2 / scale);
    paintItems(ctx, sheet.items, { ...this.#with(scale), x: 0, y: 0, clip });
    ctx.restore();
  }
}

/** Places on the sheet where a picture stands. */
export const pictureRects = (sheet: Sheet, digest: string): Rect[] =>
  sheet.items
    .filter((item) => item.kind === "picture" && item.source === digest)
    .map(boundsOf)
    .filter((rect) => meets(rect, { x: 0, y: 0, width: sheet.width, height: sheet.height }));
