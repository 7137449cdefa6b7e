/**
 * What of the pages is in sight: the scrolled area, its size and place, and how the pages stand in it.
 *
 * Measures are taken when something has changed and then known: to ask while the galley has just changed would lay the
 * whole window out.
 */
import type { Zoom } from "../desk/state.ts";
import type { Rect } from "./bounds.ts";
import { layOut, type PageSize, type ViewportLayout } from "./viewport.ts";

/** A point of a page, in pt. */
export interface SheetPoint {
  readonly page: string;
  readonly x: number;
  readonly y: number;
}

/** Between what is revealed and the window's edge, in CSS px. */
const ROOM = 48;

export class Sight {
  readonly #canvas: HTMLCanvasElement;
  readonly #scroller: HTMLElement;
  readonly #sizer: HTMLElement;
  /** Of the window, and where it is scrolled to, in CSS px. */
  size = { width: 0, height: 0 };
  scroll = { left: 0, top: 0 };
  layout: ViewportLayout = { scale: 1, px: 1, width: 0, height: 0, pages: [] };

  constructor(elements: { canvas: HTMLCanvasElement; scroller: HTMLElement; sizer: HTMLElement }) {
    this.#canvas = elements.canvas;
    this.#scroller = elements.scroller;
    this.#sizer = elements.sizer;
  }

  /** Takes the window's measure; the canvas covers it in device pixels. */
  measure(): void {
    this.readScroll();
    const { clientWidth: width, clientHeight: height } = this.#scroller;
    this.size = { width, height };
    const dpr = window.devicePixelRatio;
    this.#canvas.width = Math.round(width * dpr);
    this.#canvas.height = Math.round(height * dpr);
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
  }

  readScroll(): void {
    const { scrollLeft: left, scrollTop: top } = this.#scroller;
    this.scroll = { left, top };
  }

  lay(pages: readonly PageSize[], zoom: Zoom): void {
    this.layout = layOut(pages, zoom, this.size);
    this.#sizer.style.width = `${this.layout.width}px`;
    this.#sizer.style.height = `${this.layout.height}px`;
  }

  /** A pointer's place in the window, from its top left corner, in CSS px. */
  inWindow(clientX: number, clientY: number): { x: number; y: number } {
    const box = this.#scroller.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }

  /** The point of a page at a place in the window; outside all pages, of the nearest. */
  pointAt(x: number, y: number): SheetPoint | null {
    const { pages, px } = this.layout;
    const [left, top] = [x + this.#scroller.scrollLeft, y + this.#scroller.scrollTop];
    const page = pages.find((p) => left < p.x + p.width) ?? pages.at(-1);
    return page ? { page: page.page, x: (left - page.x) / px, y: (top - page.y) / px } : null;
  }

  /** Scrolls so that a point stands at a place in the window. */
  hold(point: SheetPoint | null, x: number, y: number): void {
    const place = point && this.layout.pages.find(({ page }) => page === point.page);
    if (!place) return;
    const { px } = this.layout;
    this.#scroller.scrollTo({ left: place.x + point.x * px - x, top: place.y + point.y * px - y });
    this.readScroll();
  }

  /** Scrolls so that a rectangle of a page (in pt) is in view, and all of `around` where the window holds it. */
  reveal(page: string, least: Rect, around = least): void {
    const place = this.layout.pages.find((p) => p.page === page);
    if (!place) return;
    const { px } = this.layout;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#scroller;
    const fits = around.width * px <= clientWidth - 2 * ROOM && around.height * px <= clientHeight - 2 * ROOM;
    const rect = fits ? around : least;
    const left = place.x + rect.x * px;
    const top = place.y + rect.y * px;
    const inX = left >= scrollLeft && left + rect.width * px <= scrollLeft + clientWidth;
    const inY = top >= scrollTop && top + rect.height * px <= scrollTop + clientHeight;
    if (inX && inY) return;
    this.#scroller.scrollTo({
      left: inX ? scrollLeft : Math.max(0, left - Math.max(ROOM, (clientWidth - rect.width * px) / 2)),
      top: inY ? scrollTop : Math.max(0, top - Math.max(ROOM, (clientHeight - rect.height * px) / 2)),
    });
    this.readScroll();
  }
}

/** Told when the window comes to a screen of another sharpness. Returns a function that stops listening. */
export function onSharpness(told: () => void): () => void {
  let query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const onChange = () => {
    query.removeEventListener("change", onChange);
    query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener("change", onChange);
    told();
  };
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
