/** A sheet in small, drawn once: for comparing pages side by side. */
import { useEffect, useRef } from "react";
import type { Sheet } from "../../core/compose/sheet.ts";
import { useOpenEdition, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { paintItems } from "./paint.ts";
import { Pictures } from "./pictures.ts";

export function SheetPicture({ sheet, width }: { sheet: Sheet; width: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const workplace = useWorkplace();
  const t = useT();
  const open = useOpenEdition();
  useEffect(() => {
    const paper = canvas.current;
    const ctx = paper?.getContext("2d", { alpha: false });
    if (!open || !paper || !ctx) return;
    const dpr = window.devicePixelRatio;
    const scale = (width * dpr) / sheet.width;
    paper.width = Math.round(width * dpr);
    paper.height = Math.round(sheet.height * scale);
    paper.style.width = `${width}px`;
    let live = true;
    const pictures = new Pictures(workplace.client, open.edition, () => live && draw(), t);
    const draw = () => {
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.fillStyle = "#fff";
      ctx.fillRect(0, 0, paper.width, paper.height);
      paintItems(ctx, sheet.items, { faces: open.faces, pictures, scale, x: 0, y: 0 });
    };
    draw();
    return () => {
      live = false;
    };
  }, [workplace, open, sheet, width, t]);
  return <canvas ref={canvas} className="sheet-picture" />;
}
