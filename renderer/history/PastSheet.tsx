/** A sheet drawn whole into the room there is, or as large as the desk's zoom says; what changed is washed. */
import { useEffect, useRef } from "react";
import type { Sheet } from "../../core/compose/sheet.ts";
import { useDesk, useOpenEdition, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { paintItems } from "../sheet/paint.ts";
import { Pictures } from "../sheet/pictures.ts";

interface PastSheetProps {
  readonly sheet: Sheet;
  /** Room in CSS px. */
  readonly width: number;
  readonly height: number;
  /** Ids of blocks that changed. */
  readonly changed: ReadonlySet<string>;
  readonly label: string;
  /** Told where on the sheet was clicked, in pt. */
  readonly onPoint?: (x: number, y: number) => void;
}

/** Room round the sheet in CSS px. */
const MARGIN = 20;
/** CSS px to a pt at a zoom of 1. */
const PX = 4 / 3;

export function PastSheet({ sheet, width, height, changed, label, onPoint }: PastSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pictures = useRef<Pictures | null>(null);
  const draw = useRef<() => void>(() => {});
  const workplace = useWorkplace();
  const t = useT();
  const open = useOpenEdition();
  const zoom = useDesk((state) => state.zoom);
  const fit =
    "fit" in zoom
      ? zoom.fit === "page"
        ? Math.min((width - 2 * MARGIN) / sheet.width, (height - 2 * MARGIN) / sheet.height)
        : (width - 2 * MARGIN) / sheet.width
      : zoom.scale * PX;
  const px = Math.max(0.05, fit);

  useEffect(() => {
    if (!open) return;
    const own = new Pictures(workplace.client, open.edition, () => draw.current(), t);
    pictures.current = own;
    return () => {
      draw.current = () => {};
      pictures.current = null;
    };
  }, [workplace, open, t]);

  useEffect(() => {
    const paper = canvas.current;
    const ctx = paper?.getContext("2d", { alpha: false });
    if (!open || !paper || !ctx) return;
    const scale = px * window.devicePixelRatio;
    const [w, h] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
    // A canvas that is given a size loses what is on it: while one drags, the old sheet stays until the new one is drawn.
    if (paper.width !== w || paper.height !== h) [paper.width, paper.height] = [w, h];
    paper.style.width = `${sheet.width * px}px`;
    paper.style.height = `${sheet.height * px}px`;
    draw.current = () => {
      if (!pictures.current) return;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.fillStyle = "#fff";
      ctx.fillRect(0, 0, w, h);
      paintItems(ctx, sheet.items, { faces: open.faces, pictures: pictures.current, scale, x: 0, y: 0 });
      for (const fits of sheet.fits) {
        if (!changed.has(fits.block) && !changed.has(fits.article ?? "")) continue;
        ctx.fillStyle = "rgb(178 58 46 / 0.09)";
        ctx.fillRect(fits.x * scale, fits.y * scale, fits.width * scale, fits.height * scale);
        ctx.strokeStyle = "rgb(178 58 46 / 0.75)";
        ctx.lineWidth = 1.5 * window.devicePixelRatio;
        ctx.strokeRect(fits.x * scale, fits.y * scale, fits.width * scale, fits.height * scale);
      }
    };
    draw.current();
  }, [open, sheet, px, changed]);

  return (
    <canvas
      ref={canvas}
      className="history-sheet"
      role="img"
      aria-label={label}
      data-page={sheet.number}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onPoint?.((event.clientX - box.left) / px, (event.clientY - box.top) / px);
      }}
    />
  );
}
