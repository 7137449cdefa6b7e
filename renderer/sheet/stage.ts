/**
 * The sheet on its canvas, outside React: what is in view, drawn when it changes, in the frame that composed it.
 *
 * The canvas covers the visible part of the scrolled area; pages are kept as rasters and copied into it. A drag shows
 * a preview: sheets of an edition that nobody has committed yet.
 */
import { pageGrid } from "../../core/compose/flow/grid.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { overlaps } from "../../core/edition/place.ts";
import type { DeskState } from "../desk/state.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { meets, type Rect } from "./bounds.ts";
import { rectsOf } from "./hit.ts";
import type { SheetMark } from "./marks.ts";
import {
  colours,
  type Frame,
  flag,
  paintFlag,
  paintGrid,
  paintLinks,
  paintMark,
  paintOutline,
  paintRange,
  paintSelected,
  paintWash,
} from "./overlay.ts";
import { Pictures } from "./pictures.ts";
import { type PlacedBlock, placedBlocks } from "./places.ts";
import { type PlateLayer, paintPlates } from "./plate-layer.ts";
import { PageRaster, pictureRects } from "./raster.ts";
import { layOut, type PagePlace, spreadOf, type ViewportLayout } from "./viewport.ts";

declare global {
  interface HTMLElement {
    /** The stage of a sheet's scrolled area: for measuring, and for tests. */
    stage?: Stage;
  }
}

export interface Preview {
  readonly edition: Edition;
  readonly sheets: readonly Sheet[];
  /** Words at the pointer: the size a block is being given. */
  readonly label: string;
}

/** A point of a page, in pt. */
export interface SheetPoint {
  readonly page: string;
  readonly x: number;
  readonly y: number;
}

export class Stage {
  readonly #workplace: Workplace;
  readonly #open: OpenEdition;
  readonly #canvas: HTMLCanvasElement;
  readonly #scroller: HTMLElement;
  readonly #sizer: HTMLElement;
  readonly #rasters = new Map<string, PageRaster>();
  readonly #pictures: Pictures;
  readonly #ends: (() => void)[] = [];
  #layout: ViewportLayout = { scale: 1, px: 1, width: 0, height: 0, pages: [] };
  #size = { width: 0, height: 0 };
  /** Known from its events: to ask while the galley has just changed would lay the whole window out. */
  #scroll = { left: 0, top: 0 };
  #marks: readonly SheetMark[] = [];
  #preview: Preview | null = null;
  #plates: PlateLayer | null = null;
  #hover: string | null = null;
  #frame = 0;
  #family: string | null = null;
  #blocks: { readonly page: unknown; readonly style: unknown; readonly list: readonly PlacedBlock[] } | null =
    null;
  /** Called after each painting with its time (performance.now()), for measuring. */
  painted: ((time: number) => void) | null = null;

  constructor(
    workplace: Workplace,
    open: OpenEdition,
    elements: { canvas: HTMLCanvasElement; scroller: HTMLElement; sizer: HTMLElement },
  ) {
    this.#workplace = workplace;
    this.#open = open;
    this.#canvas = elements.canvas;
    this.#scroller = elements.scroller;
    this.#sizer = elements.sizer;
    this.#pictures = new Pictures(workplace.client, open.edition, (digest) => this.#pictureArrived(digest));

    let sheets = open.session.state.sheets;
    this.#ends.push(
      open.session.subscribe(() => {
        if (open.session.state.sheets === sheets) return;
        sheets = open.session.state.sheets;
        // Composed within this frame: painted within it too.
        this.#lay();
        this.paint();
      }),
    );
    let state = workplace.state.snapshot();
    this.#ends.push(
      workplace.state.subscribe(() => {
        const next = workplace.state.snapshot();
        if (next.page !== state.page || next.spread !== state.spread || next.zoom !== state.zoom) {
          this.#lay();
          this.#readScroll();
        }
        state = next;
        this.request();
      }),
    );
    const observer = new ResizeObserver(() => {
      this.#measure();
      this.#lay();
      this.paint();
    });
    observer.observe(this.#scroller);
    this.#ends.push(() => observer.disconnect());
    const onScroll = () => {
      this.#readScroll();
      this.request();
    };
    this.#scroller.addEventListener("scroll", onScroll, { passive: true });
    this.#ends.push(() => this.#scroller.removeEventListener("scroll", onScroll));
    const onFonts = () => this.request();
    document.fonts.addEventListener("loadingdone", onFonts);
    this.#ends.push(() => document.fonts.removeEventListener("loadingdone", onFonts));
    this.#measure();
    this.#lay();
    this.paint();
  }

  close(): void {
    for (const end of this.#ends) end();
    cancelAnimationFrame(this.#frame);
  }

  get layout(): ViewportLayout {
    return this.#layout;
  }

  /** The edition as it is shown: the one in a preview, where there is one. */
  get edition(): Edition {
    return this.#preview?.edition ?? this.#open.session.state.edition;
  }

  get sheets(): readonly Sheet[] {
    return this.#preview?.sheets ?? this.#open.session.state.sheets;
  }

  sheet(page: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.page === page);
  }

  setMarks(marks: readonly SheetMark[]): void {
    this.#marks = marks;
    this.request();
  }

  setPreview(preview: Preview | null): void {
    this.#preview = preview;
    this.request();
  }

  /** Plates of a page, drawn instead of it; null for the page. */
  setPlates(plates: PlateLayer | null): void {
    this.#plates = plates;
    this.request();
  }

  setHover(block: string | null): void {
    if (this.#hover === block) return;
    this.#hover = block;
    this.request();
  }

  /** Paints before the next repaint. */
  request(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => this.paint());
  }

  /** Placed blocks of a page that is shown. */
  blocks(page: string): readonly PlacedBlock[] {
    const { edition } = this;
    const doc = edition.pages.find((candidate) => candidate.attrs.id === page);
    if (!doc) return [];
    if (this.#blocks?.page === doc && this.#blocks.style === edition.style) return this.#blocks.list;
    this.#blocks = { page: doc, style: edition.style, list: placedBlocks(doc, edition.style) };
    return this.#blocks.list;
  }

  /** The point of a page under a pointer; outside all pages, of the nearest. */
  pointAt(clientX: number, clientY: number): SheetPoint | null {
    const box = this.#scroller.getBoundingClientRect();
    const x = clientX - box.left + this.#scroller.scrollLeft;
    const y = clientY - box.top + this.#scroller.scrollTop;
    const { pages, px } = this.#layout;
    const page = pages.find((p) => x < p.x + p.width) ?? pages.at(-1);
    return page ? { page: page.page, x: (x - page.x) / px, y: (y - page.y) / px } : null;
  }

  /** Scrolls so that a rectangle of a page (in pt) is in view, and all of `around` where the window holds it. */
  reveal(page: string, least: Rect, around = least): void {
    const place = this.#layout.pages.find((p) => p.page === page);
    if (!place) return;
    const { px } = this.#layout;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.#scroller;
    const room = 48;
    const fits = around.width * px <= clientWidth - 2 * room && around.height * px <= clientHeight - 2 * room;
    const rect = fits ? around : least;
    const left = place.x + rect.x * px;
    const top = place.y + rect.y * px;
    const inX = left >= scrollLeft && left + rect.width * px <= scrollLeft + clientWidth;
    const inY = top >= scrollTop && top + rect.height * px <= scrollTop + clientHeight;
    if (inX && inY) return;
    this.#scroller.scrollTo({
      left: inX ? scrollLeft : Math.max(0, left - Math.max(room, (clientWidth - rect.width * px) / 2)),
      top: inY ? scrollTop : Math.max(0, top - Math.max(room, (clientHeight - rect.height * px) / 2)),
    });
    this.#readScroll();
  }

  /** Zooms to `scale` with the point under the pointer held where it is. */
  zoomAt(scale: number, clientX: number, clientY: number): void {
    const point = this.pointAt(clientX, clientY);
    this.#workplace.state.dispatch({ type: "zoom", zoom: { scale } });
    const place = point && this.#layout.pages.find((p) => p.page === point.page);
    if (!place) return;
    const box = this.#scroller.getBoundingClientRect();
    const { px } = this.#layout;
    this.#scroller.scrollTo({
      left: place.x + point.x * px - (clientX - box.left),
      top: place.y + point.y * px - (clientY - box.top),
    });
    this.#readScroll();
  }

  #readScroll(): void {
    const { scrollLeft: left, scrollTop: top } = this.#scroller;
    this.#scroll = { left, top };
  }

  #measure(): void {
    this.#readScroll();
    const { clientWidth: width, clientHeight: height } = this.#scroller;
    this.#size = { width, height };
    const dpr = window.devicePixelRatio;
    this.#canvas.width = Math.round(width * dpr);
    this.#canvas.height = Math.round(height * dpr);
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
  }

  #lay(): void {
    const state = this.#workplace.state.snapshot();
    const { sheets } = this;
    const front = sheets.filter((sheet) => sheet.page === state.page);
    const shown = state.spread ? spreadOf(sheets, state.page) : front;
    this.#layout = layOut(shown, state.zoom, this.#size);
    this.#sizer.style.width = `${this.#layout.width}px`;
    this.#sizer.style.height = `${this.#layout.height}px`;
    const { scale } = this.#layout;
    if ("fit" in state.zoom && scale !== state.fitted)
      this.#workplace.state.dispatch({ type: "fitted", scale });
  }

  #pictureArrived(digest: string): void {
    for (const sheet of this.sheets)
      for (const rect of pictureRects(sheet, digest)) this.#rasters.get(sheet.page)?.drop(rect);
    this.request();
  }

  /** Paints now; what was asked for before is done with it. */
  paint(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const ctx = this.#canvas.getContext("2d");
    if (!ctx || this.#size.width === 0) return;
    const dpr = window.devicePixelRatio;
    const state = this.#workplace.state.snapshot();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    for (const place of this.#layout.pages) {
      const sheet = this.sheet(place.page);
      if (sheet) this.#paintPage(ctx, sheet, place, state, dpr);
    }
    this.painted?.(performance.now());
  }

  #paintPage(
    ctx: CanvasRenderingContext2D,
    sheet: Sheet,
    place: PagePlace,
    state: DeskState,
    dpr: number,
  ): void {
    const x = Math.round((place.x - this.#scroll.left) * dpr);
    const y = Math.round((place.y - this.#scroll.top) * dpr);
    const scale = this.#layout.px * dpr;
    const [width, height] = [place.width * dpr, place.height * dpr];
    if (x > this.#canvas.width || y > this.#canvas.height || x + width < 0 || y + height < 0) return;
    const view = {
      x: Math.max(0, -x / scale),
      y: Math.max(0, -y / scale),
      width: this.#canvas.width / scale,
      height: this.#canvas.height / scale,
    };
    ctx.fillStyle = "rgb(0 0 0 / 0.10)";
    ctx.fillRect(x - 1, y - 1, width + 2, height + 3 * dpr);
    if (this.#plates?.page === sheet.page) {
      paintPlates(ctx, sheet, this.#plates, { x, y, scale, dpr });
      return;
    }
    let raster = this.#rasters.get(sheet.page);
    if (!raster) {
      raster = new PageRaster(this.#open.faces, this.#pictures);
      this.#rasters.set(sheet.page, raster);
    }
    raster.draw(ctx, sheet, scale, x, y, view);
    this.#paintOver(ctx, sheet, { x, y, scale, dpr }, state, view);
  }

  #paintOver(ctx: CanvasRenderingContext2D, sheet: Sheet, frame: Frame, state: DeskState, view: Rect): void {
    const layout = state.view === "layout";
    const blocks = this.blocks(sheet.page);
    const selected = blocks.find((block) => block.id === state.block);
    if (this.#preview) paintGrid(ctx, pageGrid(this.edition.style), frame);
    if (layout && selected) {
      for (const block of blocks)
        if (block !== selected && overlaps(block.place, selected.place))
          paintWash(ctx, intersection(block.rect, selected.rect), colours.overlap, frame);
    }
    for (const mark of this.#marks) paintMark(ctx, sheet, mark, mark.id === state.mark, frame);
    for (const mark of this.#marks) paintLinks(ctx, sheet, mark, frame);
    if (state.selection) {
      const { from, to } = state.selection;
      paintRange(ctx, rectsOf(sheet, state.selection), from === to, frame);
    }
    if (layout || state.view === "write") this.#paintFits(ctx, sheet, frame, state, view);
    const hovered = layout
      ? blocks.find((block) => block.id === this.#hover && block !== selected)
      : undefined;
    if (hovered) paintOutline(ctx, hovered.rect, frame);
    if (selected && layout) paintSelected(ctx, selected.rect, !this.#open.session.readOnly, frame);
    else if (selected && state.view === "write") paintOutline(ctx, selected.rect, frame);
    if (selected && this.#preview?.label) {
      const { rect } = selected;
      const [right, top] = [frame.x + (rect.x + rect.width) * frame.scale, frame.y + rect.y * frame.scale];
      flag(ctx, this.#preview.label, right, top - 4 * frame.dpr, colours.select, frame.dpr, this.#font());
    }
  }

  #paintFits(ctx: CanvasRenderingContext2D, sheet: Sheet, frame: Frame, state: DeskState, view: Rect): void {
    const t = translator(state.locale);
    for (const fit of sheet.fits) {
      if (fit.characters === 0 || !meets(fit, view)) continue;
      // A block that is a little short says so where it is looked at; one that is over says so always.
      const looked = fit.block === state.block || fit.block === this.#hover || frame.scale / frame.dpr >= 1;
      if (fit.characters < 0 && !looked) continue;
      const key = fit.characters > 0 ? "desk.fit.over" : "desk.fit.short";
      paintFlag(ctx, fit, t(key, { n: Math.abs(fit.characters) }), frame, this.#font());
    }
  }

  #font(): string {
    this.#family ??= getComputedStyle(this.#scroller).fontFamily;
    return this.#family;
  }
}

function intersection(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  };
}
