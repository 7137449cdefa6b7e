/**
 * Advertisements that come as PDF: told from pictures by their first bytes, measured, and painted for the screen by
 * pdf.js. For the press they are never painted: see core/press/placed.ts.
 */
import { createRequire } from "node:module";
import { Problem } from "../../core/problem.ts";

export const PDF = "application/pdf";

/** True for bytes that begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes("%PDF-");
}

/** Units to a pt of the size that is kept of a placed page, where a picture has pixels. */
export const PAGE_UNITS = 10;

/** Size in tenths of a pt. Throws a Problem as `openPlaced` does. */
export async function pdfFacts(bytes: Uint8Array) {
  const { openPlaced } = await import("../../core/press/placed.ts");
  const { width, height } = await openPlaced(bytes);
  return { media: PDF, width: Math.round(width * PAGE_UNITS), height: Math.round(height * PAGE_UNITS) };
}

/**
 * The first page as PNG, cut to what is placed, at most `maxPx` pixels on its longer side.
 * Throws a Problem `placed.no-preview` where pdf.js or its canvas is not installed, or cannot paint the page.
 */
export async function rasterPdf(bytes: Uint8Array, maxPx: number): Promise<Uint8Array> {
  const { openPlaced } = await import("../../core/press/placed.ts");
  const { box } = await openPlaced(bytes);
  try {
    const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const { createCanvas } = createRequire(import.meta.url)("@napi-rs/canvas") as Canvases;
    // pdf.js takes the bytes for its own.
    const task = pdfjs.getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
    try {
      const page = await (await task.promise).getPage(1);
      const full = page.getViewport({ scale: 1 });
      const corners = [
        ...full.convertToViewportPoint(box[0], box[1]),
        ...full.convertToViewportPoint(box[2], box[3]),
      ];
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners;
      const scale = maxPx / Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
      const viewport = page.getViewport({
        scale,
        offsetX: -Math.min(x1, x2) * scale,
        offsetY: -Math.min(y1, y2) * scale,
      });
      const canvas = createCanvas(Math.ceil(Math.abs(x2 - x1) * scale), Math.ceil(Math.abs(y2 - y1) * scale));
      await page.render({ canvas: canvas as never, viewport, background: "#fff" }).promise;
      return new Uint8Array(canvas.toBuffer("image/png"));
    } finally {
      await task.destroy();
    }
  } catch (error) {
    throw new Problem("placed.no-preview", {}, error);
  }
}

/** The part of @napi-rs/canvas that is used: pdf.js brings it along. */
interface Canvases {
  createCanvas(width: number, height: number): { toBuffer(media: "image/png"): Uint8Array };
}
