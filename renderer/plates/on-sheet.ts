/** Plates where the page stands: the picture the stage draws instead of the page, and the pointer that reads ink. */
import { type RefObject, useEffect, useMemo } from "react";
import { MM } from "../../core/edition/style.ts";
import { useSelected } from "../desk/store.ts";
import { useDesk, useOpenEdition } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import type { PlateLayer } from "../sheet/plate-layer.ts";
import type { Stage } from "../sheet/stage.ts";
import { picturePlates } from "./picture.ts";
import { inkAt, type PlatesState, platesIn } from "./plates.ts";

const nothing = { subscribe: () => () => {}, snapshot: () => null };

const usePlates = (open: OpenEdition | null): PlatesState | null =>
  useSelected<PlatesState | null, PlatesState | null>(open ? platesIn(open) : nothing, (state) => state);

/** What the stage draws in the plates view; null in any other, and while nothing is made. */
export function usePlateLayer(): PlateLayer | null {
  const open = useOpenEdition();
  const state = usePlates(open);
  const view = useDesk((desk) => desk.view);
  const { made, hidden, total, over, point } = state ?? {};
  const image = useMemo(() => {
    if (!made || view !== "plates") return null;
    const { plates } = made;
    const canvas = new OffscreenCanvas(plates.width, plates.height);
    const pixels = picturePlates(plates, {
      hidden: hidden ?? [],
      total: total ?? false,
      over: over ?? false,
    });
    canvas.getContext("2d")?.putImageData(new ImageData(pixels, plates.width, plates.height), 0, 0);
    return canvas;
  }, [made, view, hidden, total, over]);
  return useMemo(
    () =>
      image && made
        ? {
            page: made.sheet.page,
            image,
            bleed: made.plates.bleed,
            point: point?.page === made.sheet.page ? point : null,
          }
        : null,
    [image, made, point],
  );
}

/** Reads ink under the pointer; a click fixes the point. */
export function usePlatePointer(stage: Stage | null, scroller: RefObject<HTMLElement | null>): void {
  const open = useOpenEdition();
  const view = useDesk((state) => state.view);
  useEffect(() => {
    const target = scroller.current;
    if (!stage || !target || !open || view !== "plates") return;
    const store = platesIn(open);
    const pointOf = (event: PointerEvent) => stage.pointAt(event.clientX, event.clientY);
    const onMove = (event: PointerEvent) => store.dispatch({ hover: pointOf(event) });
    const onLeave = () => store.dispatch({ hover: null });
    const onDown = (event: PointerEvent) => {
      if (event.button === 0 && event.target !== target) store.dispatch({ point: pointOf(event) });
    };
    target.addEventListener("pointermove", onMove);
    target.addEventListener("pointerleave", onLeave);
    target.addEventListener("pointerdown", onDown);
    return () => {
      target.removeEventListener("pointermove", onMove);
      target.removeEventListener("pointerleave", onLeave);
      target.removeEventListener("pointerdown", onDown);
      store.dispatch({ hover: null });
    };
  }, [stage, scroller, open, view]);
}

/** Brings the point into view when it is moved from elsewhere: by keys, or to an over-limit area. */
export function usePlateReveal(stage: Stage | null): void {
  const point = usePlates(useOpenEdition())?.point;
  const view = useDesk((desk) => desk.view);
  useEffect(() => {
    if (stage && point && view === "plates")
      stage.reveal(point.page, { x: point.x, y: point.y, width: 1, height: 1 });
  }, [stage, point, view]);
}

/** The ink at the fixed point in words, for those who do not see the sheet; null in any other view. */
export function usePlateWords(): string | null {
  const t = useT();
  const state = usePlates(useOpenEdition());
  const view = useDesk((desk) => desk.view);
  if (view !== "plates" || !state?.made || state.point?.page !== state.made.sheet.page) return null;
  const read = inkAt(state.made.plates, state.point);
  if (!read) return null;
  return t("plates.said", {
    x: Math.round(state.point.x / MM),
    y: Math.round(state.point.y / MM),
    inks: read.inks.map(({ name, ink }) => `${name.toUpperCase()} ${Math.round(ink)}%`).join(" "),
    total: Math.round(read.total),
  });
}
