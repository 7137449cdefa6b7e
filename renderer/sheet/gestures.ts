/**
 * Pointer on the sheet: clicks become a caret or a selected block, drags become places.
 *
 * A drag composes a preview on each frame and commits one change when it ends, so it is undone as one. Escape, or
 * losing the pointer, leaves everything as it was.
 */
import { composeEdition } from "../../core/compose/compose.ts";
import { pageGrid } from "../../core/compose/flow/grid.ts";
import { applyChanges } from "../../core/edition/change.ts";
import { type Command, run, setPlace, swapBlocks } from "../../core/edition/commands.ts";
import { locate } from "../../core/edition/outline.ts";
import { type Place, samePlace } from "../../core/edition/place.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { holds } from "./bounds.ts";
import { travelJump } from "./follow-jump.ts";
import { type Cut, cursors, cutOf, type Held, heldAt } from "./held.ts";
import { pictureAt, placeAt } from "./hit.ts";
import { type JumpEnd, jumpEndAt } from "./jump-ends.ts";
import { moveOnto, moveTo } from "./layout-commands.ts";
import type { SheetMark } from "./marks.ts";
import { HANDLE, markRects } from "./overlay.ts";
import { PageDrop } from "./page-drop.ts";
import { blockAt, cellsOf, dragged, type Handle, type PlacedBlock } from "./places.ts";
import { cutBy } from "./shape.ts";
import type { SheetPoint, Stage } from "./stage.ts";

interface Drag {
  readonly block: PlacedBlock;
  readonly handle: Handle;
  readonly start: SheetPoint;
  /** The corner that is being taken out, and what of it was out before; null where the block is moved or sized. */
  readonly cut: Cut | null;
  place: Place;
  /** Id of the page it would stand on: another one where it is dragged across a spread. */
  page: string;
  /** Number of the page in the list that it is held over. */
  list: string | null;
  /** The block a swap would be with: Alt is held over it. */
  other: string | null;
  /** Where every block stood when the drag began, by page: a preview moves them under the pointer. */
  readonly stood: ReadonlyMap<string, readonly PlacedBlock[]>;
  moved: boolean;
}

/** Pointer travel in CSS px before a press becomes a drag. */
const THRESHOLD = 4;

export function attachGestures(
  workplace: Workplace,
  open: OpenEdition,
  stage: Stage,
  target: HTMLElement,
  marks: () => readonly SheetMark[],
): () => void {
  const { state } = workplace;
  const { session } = open;
  let drag: Drag | null = null;
  let toGalley = false;
  let pan: { x: number; y: number; left: number; top: number } | null = null;
  let pending = 0;
  /** The printed jump line that was pressed, and until when presses mean nothing: a page that has just turned. */
  let led: JumpEnd | null = null;
  let turned = 0;
  const pageDrop = new PageDrop();

  const endUnder = (point: SheetPoint) =>
    jumpEndAt(stage.jumpEnds, point.page, point.x, point.y, 3 / stage.layout.px);

  function handleUnder(point: SheetPoint): Held | null {
    const block = stage.blocks(point.page).find(({ id }) => id === state.snapshot().block);
    if (!block || session.readOnly) return null;
    const grid = pageGrid(session.state.edition.style);
    return heldAt(block, point, (HANDLE + 3) / stage.layout.px, grid);
  }

  function markUnder(point: SheetPoint): SheetMark | null {
    const sheet = stage.sheet(point.page);
    if (!sheet) return null;
    return (
      marks().find((mark) => markRects(sheet, mark).some((rect) => holds(rect, point.x, point.y))) ?? null
    );
  }

  const onDown = (event: PointerEvent) => {
    toGalley = false;
    if (event.button === 1) {
      pan = { x: event.clientX, y: event.clientY, left: target.scrollLeft, top: target.scrollTop };
      target.setPointerCapture(event.pointerId);
      event.preventDefault();
      return;
    }
    // The scroll bars are the scroller's own.
    if (event.button !== 0 || event.target === target) return;
    // The second press of a double click on a jump line falls on whatever stands on the page it led to.
    if (event.timeStamp < turned) return;
    const point = stage.pointAt(event.clientX, event.clientY);
    if (!point) return;
    if (point.page !== state.snapshot().page) state.dispatch({ type: "page", page: point.page });
    // There it reads ink, which is the view's own work.
    if (state.snapshot().view === "plates") return;
    const layout = state.snapshot().view === "layout";
    const held = layout ? handleUnder(point) : null;
    led = held ? null : endUnder(point);
    if (led && !layout) return;
    const block = held?.block ?? blockAt(stage.blocks(point.page), point.x, point.y);
    state.dispatch({ type: "block", block: block?.id ?? null });
    if (!block || !layout) {
      const mark = markUnder(point);
      if (mark) state.dispatch({ type: "mark", mark: mark.id });
      toGalley = emitCaret(point) && state.snapshot().view === "write";
      return;
    }
    if (session.readOnly) return;
    drag = {
      block,
      handle: held?.handle ?? "move",
      start: point,
      cut: held && cutOf(held, event.altKey),
      place: block.place,
      page: point.page,
      list: null,
      other: null,
      stood: new Map(stage.layout.pages.map(({ page }) => [page, stage.blocks(page)])),
      moved: false,
    };
    target.setPointerCapture(event.pointerId);
  };

  function emitCaret(point: SheetPoint): boolean {
    const sheet = stage.sheet(point.page);
    const place = (sheet && placeAt(sheet, point.x, point.y)) ?? null;
    if (place) state.dispatch({ type: "caret", ...place });
    return place !== null;
  }

  /** The galley has taken the keyboard with the caret; the sheet must not take it back. */
  const onMouseDown = (event: MouseEvent) => {
    if (toGalley) event.preventDefault();
    toGalley = false;
  };

  const onMove = (event: PointerEvent) => {
    if (pan) {
      target.scrollTo({
        left: pan.left - (event.clientX - pan.x),
        top: pan.top - (event.clientY - pan.y),
      });
      return;
    }
    const point = stage.pointAt(event.clientX, event.clientY);
    if (!point) return;
    if (!drag) {
      hover(point);
      return;
    }
    const { px } = stage.layout;
    const [dx, dy] = [point.x - drag.start.x, point.y - drag.start.y];
    if (!drag.moved && Math.hypot(dx, dy) * px < THRESHOLD) return;
    drag.moved = true;
    const free = drag.handle === "move" && drag.block.kind !== "masthead";
    const list = free ? pageDrop.over(event.clientX, event.clientY) : null;
    const page = free ? point.page : drag.start.page;
    const { grid } = session.state.edition.style;
    const cells = cellsOf(pageGrid(session.state.edition.style), dx, dy);
    const place = drag.cut
      ? cutBy(drag.block.place, drag.cut.corner, drag.cut.held, ...cells)
      : dragged(drag.block.place, drag.handle, ...cells, grid.columns, grid.lines);
    const swaps = event.altKey && drag.handle === "move" && !list;
    const others = drag.stood.get(point.page)?.filter(({ id }) => id !== drag?.block.id) ?? [];
    const other = (swaps && blockAt(others, point.x, point.y)?.id) || null;
    stage.setHover(other);
    const same = samePlace(place, drag.place) && page === drag.page && list === drag.list;
    if (same && other === drag.other) return;
    Object.assign(drag, { place, page, list, other });
    preview();
  };

  function hover(point: SheetPoint): void {
    const end = state.snapshot().view === "plates" ? null : endUnder(point);
    stage.setUnder(end);
    if (end && !handleUnder(point)) {
      target.style.cursor = "pointer";
      stage.setHover(null);
      return;
    }
    if (state.snapshot().view !== "layout") {
      target.style.cursor = state.snapshot().view === "plates" ? "crosshair" : "text";
      stage.setHover(null);
      return;
    }
    const held = handleUnder(point);
    target.style.cursor = held ? cursors[held.handle] : "default";
    stage.setHover(blockAt(stage.blocks(point.page), point.x, point.y)?.id ?? null);
  }

  const numberOf = (page: string) =>
    session.state.edition.pages.find(({ attrs }) => attrs.id === page)?.attrs.number as string;

  /** What the drag comes to where it is let go now. */
  function landing({ block, start, place, page, list, other }: Drag): Command {
    if (other) return swapBlocks(block.id, other);
    if (list && list !== numberOf(start.page)) return moveTo(block.id, list);
    return page === start.page ? setPlace(block.id, place) : moveOnto(block.id, numberOf(page), place);
  }

  /** Composes what the drag has come to, at most once a frame. */
  function preview(): void {
    if (pending) return;
    pending = requestAnimationFrame(() => {
      pending = 0;
      if (!drag) return;
      const { edition } = session.state;
      if (drag.list) return stage.setPreview(null);
      const newId = () => crypto.randomUUID();
      // On its own page nothing follows from where it stands: jumps need not be settled at every frame.
      const stays = drag.page === drag.start.page && !drag.other;
      const changes = stays ? landing(drag)(edition, newId) : run(landing(drag), edition, newId);
      if (!changes?.length) return;
      const next = applyChanges(edition, changes);
      const t = translator(state.snapshot().locale);
      const { columns, lines } = drag.place;
      const label = drag.other ? t("desk.swap.title") : t("desk.place.size", { columns, lines });
      stage.setPreview({ edition: next, sheets: composeEdition(next, open.faces), label });
      stage.paint();
    });
  }

  function end(commit: boolean): void {
    const ended = drag;
    drag = null;
    if (pending) cancelAnimationFrame(pending);
    pending = 0;
    if (ended?.moved && commit) {
      if (ended.other) session.dispatch(landing(ended), { label: "desk.swap" });
      else if (ended.page !== ended.start.page || ended.list) travelled(ended);
      else if (!samePlace(ended.place, ended.block.place))
        session.dispatch(landing(ended), {
          label: ended.handle === "move" ? "desk.move-block" : "desk.resize-block",
        });
    }
    pageDrop.clear();
    stage.setHover(null);
    // The preview stands until the commit has been composed, so that nothing flickers back.
    requestAnimationFrame(() => stage.setPreview(null));
  }

  /** Let go on another page: the block is shown there. */
  function travelled(ended: Drag): void {
    const { id } = ended.block;
    if (!session.dispatch(landing(ended), { label: "desk.move-to-page" })) return;
    const found = locate(session.state.edition, id);
    if (found) state.dispatch({ type: "reveal", page: found.page.attrs.id, block: id });
  }

  const onUp = (event: PointerEvent) => {
    pan = null;
    const line = led;
    led = null;
    const moved = drag?.moved ?? false;
    if (drag) end(true);
    else if (!line) return;
    if (line && !moved) {
      turned = event.timeStamp + 500;
      travelJump(workplace, open, line.leads);
    } else if (!moved) {
      const point = stage.pointAt(event.clientX, event.clientY);
      if (point) emitCaret(point);
    }
  };
  const onCancel = () => {
    pan = null;
    led = null;
    end(false);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !drag) return;
    event.preventDefault();
    event.stopPropagation();
    end(false);
  };
  const onDouble = (event: MouseEvent) => {
    if (state.snapshot().view !== "layout" || event.timeStamp < turned) return;
    const point = stage.pointAt(event.clientX, event.clientY);
    const block = point && blockAt(stage.blocks(point.page), point.x, point.y);
    if (!point || !block || block.kind === "masthead") return;
    const picture = pictureAt(stage.sheet(point.page), point.x, point.y);
    if (picture?.source && block.kind !== "advert" && !session.readOnly) {
      state.dispatch({ type: "dialog", dialog: { kind: "crop", picture: picture.block } });
      return;
    }
    state.dispatch({ type: "view", view: "write" });
    emitCaret(point);
  };
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    stage.zoomAt(stage.layout.scale * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  };

  target.addEventListener("pointerdown", onDown);
  target.addEventListener("mousedown", onMouseDown);
  target.addEventListener("pointermove", onMove);
  const onLeave = () => {
    stage.setUnder(null);
    stage.setHover(null);
  };
  target.addEventListener("pointerleave", onLeave);
  target.addEventListener("pointerup", onUp);
  target.addEventListener("pointercancel", onCancel);
  target.addEventListener("dblclick", onDouble);
  target.addEventListener("wheel", onWheel, { passive: false });
  document.addEventListener("keydown", onKey, true);
  return () => {
    target.removeEventListener("pointerdown", onDown);
    target.removeEventListener("mousedown", onMouseDown);
    target.removeEventListener("pointermove", onMove);
    target.removeEventListener("pointerleave", onLeave);
    target.removeEventListener("pointerup", onUp);
    target.removeEventListener("pointercancel", onCancel);
    target.removeEventListener("dblclick", onDouble);
    target.removeEventListener("wheel", onWheel);
    document.removeEventListener("keydown", onKey, true);
  };
}
