/**
 * Two versions of a page side by side, outside React: one zoom, one scroll, and what differs marked on both.
 *
 * Each side keeps its page as a raster, as the sheet's own stage does; marks are drawn over it.
 */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { RedGroup, RedItem } from "../../core/report/red-items.ts";
import { scaleOf } from "../desk/state.ts";
import type { Workplace } from "../desk/workplace.ts";
import { type Translate, translator } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { type Rect, union } from "../sheet/bounds.ts";
import { type Frame, flag } from "../sheet/overlay.ts";
import { Pictures } from "../sheet/pictures.ts";
import { PageRaster, pictureRects } from "../sheet/raster.ts";
import { layOut, type ViewportLayout } from "../sheet/viewport.ts";
import { type RedMark, redMarks, type Side } from "./red-marks.ts";

export interface SideElements {
  readonly scroller: HTMLElement;
  readonly sizer: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

/** What one side shows; null where its version has no such page. */
export type Shown = { readonly edition: Edition; readonly sheet: Sheet } | null;

/** The paper is white in either theme. */
const inks: Readonly<Record<RedGroup, readonly [line: string, wash: string]>> = {
  open: ["#c8281f", "rgb(200 40 31 / 0.16)"],
  other: ["#b0560a", "rgb(214 120 0 / 0.20)"],
  changed: ["#8a6d1f", "rgb(214 170 40 / 0.24)"],
  gone: ["#625e58", "rgb(98 94 88 / 0.18)"],
  unasked: ["#6b4fa0", "rgb(107 79 160 / 0.20)"],
  made: ["#2b7341", "rgb(43 115 65 / 0.18)"],
};

const sides: readonly Side[] = ["before", "after"];

export class RedStage {
  readonly #workplace: Workplace;
  readonly #elements: Readonly<Record<Side, SideElements>>;
  readonly #rasters: Readonly<Record<Side, PageRaster>>;
  readonly #ends: (() => void)[] = [];
  #shown: Readonly<Record<Side, Shown>> = { before: null, after: null };
  #marks: Readonly<Record<Side, readonly RedMark[]>> = { before: [], after: [] };
  #layouts: Record<Side, ViewportLayout | null> = { before: null, after: null };
  #front: string | null = null;
  #frame = 0;

  constructor(workplace: Workplace, open: OpenEdition, elements: Readonly<Record<Side, SideElements>>) {
    this.#workplace = workplace;
    this.#elements = elements;
    const raster = (side: Side) => {
      const arrived = (digest: string) => {
        const shown = this.#shown[side];
        if (shown) for (const rect of pictureRects(shown.sheet, digest)) this.#rasters[side].drop(rect);
        this.request();
      };
      const words = (key: string) => translator(workplace.state.snapshot().locale)(key);
      const pictures = new Pictures(workplace.client, open.edition, arrived, words);
      return new PageRaster(open.faces, pictures);
    };
    this.#rasters = { before: raster("before"), after: raster("after") };
    let zoom = workplace.state.snapshot().zoom;
    this.#ends.push(
      workplace.state.subscribe(() => {
        const next = workplace.state.snapshot().zoom;
        if (next === zoom) return;
        zoom = next;
        this.#lay();
      }),
    );
    const observer = new ResizeObserver(() => this.#lay());
    for (const side of sides) {
      const { scroller } = elements[side];
      observer.observe(scroller);
      const other = elements[side === "before" ? "after" : "before"].scroller;
      const onScroll = () => {
        // Both are of one size: what is seen on one is seen on the other.
        if (other.scrollTop !== scroller.scrollTop) other.scrollTop = scroller.scrollTop;
        if (other.scrollLeft !== scroller.scrollLeft) other.scrollLeft = scroller.scrollLeft;
        this.request();
      };
      const onWheel = (event: WheelEvent) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const scale = scaleOf(workplace.state.snapshot()) * Math.exp(-event.deltaY / 400);
        workplace.state.dispatch({ type: "zoom", zoom: { scale } });
      };
      scroller.addEventListener("scroll", onScroll, { passive: true });
      scroller.addEventListener("wheel", onWheel, { passive: false });
      this.#ends.push(() => {
        scroller.removeEventListener("scroll", onScroll);
        scroller.removeEventListener("wheel", onWheel);
      });
    }
    this.#ends.push(() => observer.disconnect());
    this.#lay();
  }

  close(): void {
    for (const end of this.#ends) end();
    cancelAnimationFrame(this.#frame);
  }

  show(shown: Readonly<Record<Side, Shown>>, items: readonly RedItem[]): void {
    this.#shown = shown;
    const marks = (side: Side) => {
      const one = shown[side];
      return one ? redMarks(items, side, one.edition, one.sheet) : [];
    };
    this.#marks = { before: marks("before"), after: marks("after") };
    this.#lay();
  }

  /** Brings the row with this id in front, into view on both sides. */
  setFront(front: string | null): void {
    this.#front = front;
    // Where both sides have it, the later one decides: what stands now is what can be put right.
    for (const side of ["after", "before"] as const) {
      const mark = this.#marks[side].find(({ item }) => item.id === front);
      const rect = mark ? [...mark.words, ...(mark.frame ? [mark.frame] : [])].reduce(union) : null;
      if (rect && this.#reveal(side, rect)) break;
    }
    this.request();
  }

  /** For tests: how many marks of each group a side has. */
  marked(side: Side): readonly RedGroup[] {
    return this.#marks[side].map(({ group }) => group);
  }

  #reveal(side: Side, rect: Rect): boolean {
    const layout = this.#layouts[side];
    const [page] = layout?.pages ?? [];
    if (!layout || !page) return false;
    const { scroller } = this.#elements[side];
    const [left, top] = [page.x + rect.x * layout.px, page.y + rect.y * layout.px];
    const [width, height] = [rect.width * layout.px, rect.height * layout.px];
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
    if (left < scrollLeft || left + width > scrollLeft + clientWidth)
      scroller.scrollLeft = Math.max(0, left - Math.max(24, (clientWidth - width) / 2));
    if (top < scrollTop || top + height > scrollTop + clientHeight)
      scroller.scrollTop = Math.max(0, top - Math.max(24, (clientHeight - height) / 2));
    return true;
  }

  #lay(): void {
    const { state } = this.#workplace;
    const { zoom, fitted } = state.snapshot();
    for (const side of sides) {
      const { scroller, sizer, canvas } = this.#elements[side];
      const { clientWidth: width, clientHeight: height } = scroller;
      const dpr = window.devicePixelRatio;
      if (canvas.width !== Math.round(width * dpr) || canvas.height !== Math.round(height * dpr)) {
        canvas.width = Math.round(width * dpr);
        canvas.height = Math.round(height * dpr);
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      // The other side's page stands in for one that is missing, so that both scroll alike.
      const sheet = (this.#shown[side] ?? this.#shown[side === "before" ? "after" : "before"])?.sheet;
      const layout = sheet ? layOut([sheet], zoom, { width, height }) : null;
      this.#layouts[side] = layout;
      sizer.style.width = layout ? `${layout.width}px` : "100%";
      sizer.style.height = layout ? `${layout.height}px` : "100%";
      if (layout && "fit" in zoom && layout.scale !== fitted)
        state.dispatch({ type: "fitted", scale: layout.scale });
    }
    this.request();
  }

  request(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const t = translator(this.#workplace.state.snapshot().locale);
      for (const side of sides) this.#paint(side, t);
    });
  }

  #paint(side: Side, t: Translate): void {
    const { canvas, scroller } = this.#elements[side];
    const ctx = canvas.getContext("2d");
    if (!ctx) return;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    const [shown, layout] = [this.#shown[side], this.#layouts[side]];
    const [page] = layout?.pages ?? [];
    if (!shown || !layout || !page) return;
    const dpr = window.devicePixelRatio;
    const frame: Frame = {
      x: Math.round((page.x - scroller.scrollLeft) * dpr),
      y: Math.round((page.y - scroller.scrollTop) * dpr),
      scale: layout.px * dpr,
      dpr,
    };
    const view = {
      x: Math.max(0, -frame.x / frame.scale),
      y: Math.max(0, -frame.y / frame.scale),
      width: canvas.width / frame.scale,
      height: canvas.height / frame.scale,
    };
    ctx.fillStyle = "rgb(0 0 0 / 0.10)";
    ctx.fillRect(frame.x - 1, frame.y - 1, page.width * dpr + 2, page.height * dpr + 3 * dpr);
    this.#rasters[side].draw(ctx, shown.sheet, frame.scale, frame.x, frame.y, view);
    const font = getComputedStyle(scroller).fontFamily;
    const marks = this.#marks[side];
    for (const mark of marks) if (mark.item.id !== this.#front) paint(ctx, mark, false, frame, t, font);
    for (const mark of marks) if (mark.item.id === this.#front) paint(ctx, mark, true, frame, t, font);
  }
}

function paint(
  ctx: CanvasRenderingContext2D,
  { group, words, frame: block, label }: RedMark,
  front: boolean,
  frame: Frame,
  t: Translate,
  font: string,
): void {
  const [line, wash] = inks[group];
  const { dpr } = frame;
  const pixels = ({ x, y, width, height }: Rect) =>
    [
      frame.x + x * frame.scale,
      frame.y + y * frame.scale,
      width * frame.scale,
      height * frame.scale,
    ] as const;
  ctx.strokeStyle = line;
  if (block) {
    const [x, y, width, height] = pixels(block);
    ctx.lineWidth = (front ? 2.5 : 1.25) * dpr;
    ctx.setLineDash(front ? [] : [5 * dpr, 3 * dpr]);
    ctx.strokeRect(x, y, width, height);
    ctx.setLineDash([]);
    if (label && (front || width > 90 * dpr)) flag(ctx, t(label), x + width, y + 17 * dpr, line, dpr, font);
  }
  for (const rect of words) {
    const [x, y, width, height] = pixels(rect);
    ctx.fillStyle = wash;
    ctx.fillRect(x, y, width, height);
    if (front) {
      ctx.fillRect(x, y, width, height);
      ctx.lineWidth = Math.max(1, 1.5 * dpr);
      ctx.strokeRect(x - dpr, y - dpr, width + 2 * dpr, height + 2 * dpr);
    } else {
      ctx.fillStyle = line;
      ctx.fillRect(x, y + height, width, Math.max(1, dpr));
    }
  }
}
