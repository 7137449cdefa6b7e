/**
 * The sheet on its canvas, outside React: what is in view, drawn when it changes, in the frame that composed it.
 *
 * The canvas covers the visible part of the scrolled area; pages are kept as rasters and copied into it. A drag shows
 * a preview: sheets of an edition that nobody has committed yet.
 */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { DeskState } from "../desk/state.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import type { Rect } from "./bounds.ts";
import { type FaultLayer, paintFaults } from "./fault-layer.ts";
import { rectsOf } from "./hit.ts";
import { type JumpEnd, jumpEnds, lookedAt } from "./jump-ends.ts";
import { type Loupe, loupeFor, paintLoupe, throughLoupe } from "./loupe.ts";
import type { SheetMark } from "./marks.ts";
import { paintOver } from "./over.ts";
import { type Frame, markRects } from "./overlay.ts";
import { paintJumps } from "./paint-jumps.ts";
import { Pictures } from "./pictures.ts";
import { type PlacedBlock, placedBlocks } from "./places.ts";
import { type PlateLayer, paintPlates } from "./plate-layer.ts";
import { PageRaster, pictureRects } from "./raster.ts";
import { onSharpness, type SheetPoint, Sight } from "./sight.ts";
import { type PagePlace, spreadOf, type ViewportLayout } from "./viewport.ts";

export type { SheetPoint } from "./sight.ts";

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

export class Stage {
  readonly #workplace: Workplace;
  readonly #open: OpenEdition;
  readonly #canvas: HTMLCanvasElement;
  readonly #scroller: HTMLElement;
  readonly #sight: Sight;
  readonly #rasters = new Map<string, PageRaster>();
  readonly #pictures: Pictures;
  readonly #ends: (() => void)[] = [];
  #marks: readonly SheetMark[] = [];
  #faults: FaultLayer | null = null;
  #preview: Preview | null = null;
  #plates: PlateLayer | null = null;
  #hover: string | null = null;
  #under: JumpEnd | null = null;
  #loupe: Loupe | null = null;
  #frame = 0;
  #family: string | null = null;
  readonly #blocks = new WeakMap<
    object,
    { readonly style: unknown; readonly list: readonly PlacedBlock[] }
  >();
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
    this.#sight = new Sight(elements);
    this.#pictures = new Pictures(
      workplace.client,
      open.edition,
      (digest) => this.#pictureArrived(digest),
      (key) => translator(workplace.state.snapshot().locale)(key),
    );

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
        if (next.zoom !== state.zoom) this.#zoom();
        else if (next.page !== state.page || next.spread !== state.spread) {
          open.session.show(next.page);
          this.#lay();
          this.#sight.readScroll();
        }
        state = next;
        this.request();
      }),
    );
    const observer = new ResizeObserver(() => this.#resized());
    observer.observe(this.#scroller);
    this.#ends.push(() => observer.disconnect());
    const onScroll = () => {
      this.#sight.readScroll();
      this.request();
    };
    this.#scroller.addEventListener("scroll", onScroll, { passive: true });
    this.#ends.push(() => this.#scroller.removeEventListener("scroll", onScroll));
    this.#ends.push(onSharpness(() => this.#resized()));
    const onFonts = () => this.request();
    document.fonts.addEventListener("loadingdone", onFonts);
    this.#ends.push(() => document.fonts.removeEventListener("loadingdone", onFonts));
    this.#sight.measure();
    this.#lay();
    this.paint();
  }

  #resized(): void {
    this.#sight.measure();
    this.#lay();
    this.paint();
  }

  close(): void {
    for (const end of this.#ends) end();
    cancelAnimationFrame(this.#frame);
  }

  get layout(): ViewportLayout {
    return this.#sight.layout;
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

  /** What preflight objects to, framed over the pages. */
  setFaults(faults: FaultLayer | null): void {
    this.#faults = faults;
    this.request();
  }

  setHover(block: string | null): void {
    if (this.#hover === block) return;
    this.#hover = block;
    this.request();
  }

  /** The end of a jump that the pointer is over. */
  setUnder(end: JumpEnd | null): void {
    if (this.#under === end) return;
    this.#under = end;
    this.request();
  }

  /** Printed ends of jumps on the sheets that are shown. */
  get jumpEnds(): readonly JumpEnd[] {
    return jumpEnds(this.edition, this.sheets);
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
    const known = this.#blocks.get(doc);
    if (known?.style === edition.style) return known.list;
    const list = placedBlocks(doc, edition.style);
    this.#blocks.set(doc, { style: edition.style, list });
    return list;
  }

  /** The point of a page under a pointer, through the loupe too; outside all pages, of the nearest. */
  pointAt(clientX: number, clientY: number): SheetPoint | null {
    const { x, y } = this.#sight.inWindow(clientX, clientY);
    const seen = this.#loupe && throughLoupe(this.#loupe, x, y);
    return this.#loupe && seen ? { page: this.#loupe.page, ...seen } : this.#sight.pointAt(x, y);
  }

  /** Scrolls so that a rectangle of a page (in pt) is in view, and all of `around` where the window holds it. */
  reveal(page: string, least: Rect, around = least): void {
    this.#sight.reveal(page, least, around);
  }

  /** Zooms to `scale` with the point under the pointer held where it is. */
  zoomAt(scale: number, clientX: number, clientY: number): void {
    const point = this.pointAt(clientX, clientY);
    this.#workplace.state.dispatch({ type: "zoom", zoom: { scale } });
    const { x, y } = this.#sight.inWindow(clientX, clientY);
    this.#sight.hold(point, x, y);
  }

  /** Zooms about the middle of the window, then to what is worked on: caret, mark in front, selected block. */
  #zoom(): void {
    const { width, height } = this.#sight.size;
    const middle = this.#sight.pointAt(width / 2, height / 2);
    this.#lay();
    this.#sight.hold(middle, width / 2, height / 2);
    const { page, selection, mark, block, view } = this.#workplace.state.snapshot();
    const sheet = this.sheet(page);
    if (!sheet) return;
    const front = this.#marks.find(({ id }) => id === mark);
    const caret = view === "write" || view === "layout" ? selection : null;
    const [rect] = caret ? rectsOf(sheet, caret) : front ? markRects(sheet, front) : [];
    const around = this.blocks(page).find(({ id }) => id === block)?.rect;
    if (rect) this.reveal(page, rect);
    else if (around) this.reveal(page, { ...around, height: Math.min(around.height, 60) }, around);
  }

  #lay(): void {
    const state = this.#workplace.state.snapshot();
    const { sheets } = this;
    const front = sheets.filter((sheet) => sheet.page === state.page);
    this.#sight.lay(state.spread ? spreadOf(sheets, state.page) : front, state.zoom);
    const { scale } = this.layout;
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
    if (!ctx || this.#sight.size.width === 0) return;
    const dpr = window.devicePixelRatio;
    const state = this.#workplace.state.snapshot();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    const frames = new Map<string, Frame>();
    for (const place of this.layout.pages) {
      const sheet = this.sheet(place.page);
      const frame = sheet && this.#paintPage(ctx, sheet, place, state, dpr);
      if (frame) frames.set(place.page, frame);
    }
    this.#paintJumps(ctx, frames, state);
    this.#paintLoupe(ctx, state, dpr);
    this.painted?.(performance.now());
  }

  /** Where the block that is selected jumps, and the jump under the pointer. */
  #paintJumps(ctx: CanvasRenderingContext2D, frames: ReadonlyMap<string, Frame>, state: DeskState): void {
    const all = this.jumpEnds;
    const shown = state.view === "layout" || state.view === "write";
    const { ends, under } = lookedAt(all, this.#under, shown ? state.block : null);
    if (ends.length === 0) return;
    const key = under?.way === "out" ? "desk.jump.on" : "desk.jump.back";
    paintJumps(ctx, {
      ends,
      frames,
      under: under && { end: under, words: translator(state.locale)(key, { page: under.leads.number }) },
      font: this.#font(),
    });
  }

  #paintLoupe(ctx: CanvasRenderingContext2D, state: DeskState, dpr: number): void {
    this.#loupe = null;
    if (!state.loupe || (state.view !== "proof" && state.view !== "figures")) return;
    const lit = this.#marks.filter((mark) => mark.lit && mark.kind === "evidence");
    const front = lit.length > 0 ? lit : this.#marks.filter((mark) => mark.id === state.mark);
    for (const place of this.layout.pages) {
      const sheet = this.sheet(place.page);
      const sight = { place, scroll: this.#sight.scroll, size: this.#sight.size, px: this.layout.px };
      const loupe = sheet && loupeFor(sheet, front, sight);
      if (!sheet || !loupe) continue;
      this.#loupe = loupe;
      const source = { faces: this.#open.faces, pictures: this.#pictures, dpr };
      paintLoupe(ctx, loupe, sheet, this.#marks, state.mark, source);
      return;
    }
  }

  #paintPage(
    ctx: CanvasRenderingContext2D,
    sheet: Sheet,
    place: PagePlace,
    state: DeskState,
    dpr: number,
  ): Frame | null {
    const x = Math.round((place.x - this.#sight.scroll.left) * dpr);
    const y = Math.round((place.y - this.#sight.scroll.top) * dpr);
    const scale = this.layout.px * dpr;
    const [width, height] = [place.width * dpr, place.height * dpr];
    if (x > this.#canvas.width || y > this.#canvas.height || x + width < 0 || y + height < 0) return null;
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
      return null;
    }
    let raster = this.#rasters.get(sheet.page);
    if (!raster) {
      raster = new PageRaster(this.#open.faces, this.#pictures);
      this.#rasters.set(sheet.page, raster);
    }
    raster.draw(ctx, sheet, scale, x, y, view);
    const frame = { x, y, scale, dpr };
    const over = {
      sheet,
      state,
      style: this.edition.style,
      blocks: this.blocks(sheet.page),
      marks: this.#marks,
      hover: this.#hover,
      dragging: this.#preview?.label ?? null,
      writable: !this.#open.session.readOnly,
      font: this.#font(),
      view,
    };
    paintOver(ctx, over, frame);
    if (this.#faults) paintFaults(ctx, sheet.page, this.#faults, frame);
    return frame;
  }

  #font(): string {
    this.#family ??= getComputedStyle(this.#scroller).fontFamily;
    return this.#family;
  }
}
