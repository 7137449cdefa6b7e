/** Plates drawn where the page stands, bleed and all, with the trim's edge and the point whose ink is read. */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Frame } from "./overlay.ts";
import type { Surface } from "./paint.ts";

export interface PlateLayer {
  /** Id of the page document. */
  readonly page: string;
  /** The sheet with its bleed. */
  readonly image: OffscreenCanvas;
  /** In pt. */
  readonly bleed: number;
  /** In pt from the corner of the trim. */
  readonly point: { readonly x: number; readonly y: number } | null;
}

const TRIM = "rgb(47 111 181 / 0.55)";
const POINT = "#2f6fb5";

export function paintPlates(ctx: Surface, sheet: Sheet, layer: PlateLayer, frame: Frame): void {
  const { x, y, scale, dpr } = frame;
  const bleed = layer.bleed * scale;
  const [width, height] = [sheet.width * scale, sheet.height * scale];
  ctx.save();
  ctx.imageSmoothingQuality = "high";
  ctx.drawImage(layer.image, x - bleed, y - bleed, width + 2 * bleed, height + 2 * bleed);
  ctx.lineWidth = dpr;
  ctx.strokeStyle = TRIM;
  ctx.setLineDash([4 * dpr, 3 * dpr]);
  ctx.strokeRect(x, y, width, height);
  ctx.setLineDash([]);
  if (layer.point) {
    const [px, py] = [x + layer.point.x * scale, y + layer.point.y * scale];
    for (const [colour, line] of [
      ["#fff", 3 * dpr],
      [POINT, dpr],
    ] as const) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = line;
      ctx.beginPath();
      ctx.arc(px, py, 6 * dpr, 0, 2 * Math.PI);
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        ctx.moveTo(px + dx * 3 * dpr, py + dy * 3 * dpr);
        ctx.lineTo(px + dx * 12 * dpr, py + dy * 12 * dpr);
      }
      ctx.stroke();
    }
  }
  ctx.restore();
}
