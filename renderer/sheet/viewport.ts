/**
 * Where pages stand in the scrolled area, in CSS pixels: pure arithmetic over sizes, zoom and spreads.
 *
 * At a scale of 1 a point of the page is 4⁄3 CSS pixels.
 */
import type { Zoom } from "../desk/state.ts";

export const PX_PER_PT = 4 / 3;

export interface PageSize {
  readonly page: string;
  /** Trim in pt. */
  readonly width: number;
  readonly height: number;
}

export interface PagePlace {
  readonly page: string;
  /** Top left corner and size in CSS px of the scrolled area. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ViewportLayout {
  readonly scale: number;
  /** CSS px to a point. */
  readonly px: number;
  readonly width: number;
  readonly height: number;
  readonly pages: readonly PagePlace[];
}

/** Space round the pages, and between the two of a spread, in CSS px. */
export const MARGIN = 24;
const GUTTER = 2;

/**
 * The pages shown together with `front`: itself, or its spread. An outer page stands alone, then 2–3, 4–5 …; the two
 * sides of a single leaf are shown together, since nothing else would be.
 */
export function spreadOf<P extends { readonly page: string }>(pages: readonly P[], front: string): P[] {
  if (pages.length === 2) return [...pages];
  const at = pages.findIndex(({ page }) => page === front);
  if (at <= 0) return pages.slice(0, at + 1);
  const first = at % 2 === 1 ? at : at - 1;
  return pages.slice(first, first + 2);
}

export function layOut(
  pages: readonly PageSize[],
  zoom: Zoom,
  view: { readonly width: number; readonly height: number },
): ViewportLayout {
  const widest = pages.reduce((sum, page) => sum + page.width, 0);
  const tallest = Math.max(1, ...pages.map((page) => page.height));
  const gutters = GUTTER * Math.max(0, pages.length - 1);
  const across = (view.width - 2 * MARGIN - gutters) / (Math.max(1, widest) * PX_PER_PT);
  const down = (view.height - 2 * MARGIN) / (tallest * PX_PER_PT);
  const scale =
    "scale" in zoom
      ? zoom.scale
      : pages.length === 0
        ? 1
        : Math.min(4, Math.max(0.05, zoom.fit === "width" ? across : Math.min(across, down)));
  const px = scale * PX_PER_PT;
  const inner = widest * px + gutters;
  const width = Math.max(view.width, Math.ceil(inner + 2 * MARGIN));
  const height = Math.max(view.height, Math.ceil(tallest * px + 2 * MARGIN));
  let x = Math.round((width - inner) / 2);
  const placed = pages.map((page) => {
    const place = {
      page: page.page,
      x,
      y: Math.round((height - tallest * px) / 2),
      width: page.width * px,
      height: page.height * px,
    };
    x += Math.round(place.width) + GUTTER;
    return place;
  });
  return { scale, px, width, height, pages: placed };
}
