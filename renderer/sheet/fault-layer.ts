/** Places that preflight objects to, framed on the page: red for errors, amber for warnings, the one in front strongest. */
import type { Fault } from "../preflight/faults.ts";
import type { Frame } from "./overlay.ts";
import type { Surface } from "./paint.ts";

export interface FaultLayer {
  readonly faults: readonly Fault[];
  readonly front: string | null;
}

const colours = { error: "#c8281f", warning: "#b87900" } as const;
const washes = { error: "rgb(200 40 31 / 0.16)", warning: "rgb(214 145 0 / 0.18)" } as const;
/** Smallest frame in CSS px: a hairline has to be seen too. */
const LEAST = 9;

export function paintFaults(ctx: Surface, page: string, layer: FaultLayer, frame: Frame): void {
  const { x, y, scale, dpr } = frame;
  const here = layer.faults.filter(({ sheet }) => sheet.page === page);
  ctx.save();
  // The one in front last, over the others.
  for (const fault of here.toSorted((a, b) => Number(a.id === layer.front) - Number(b.id === layer.front))) {
    const front = fault.id === layer.front;
    const { severity } = fault.problem;
    ctx.strokeStyle = colours[severity];
    ctx.fillStyle = washes[severity];
    ctx.lineWidth = (front ? 2 : 1) * dpr;
    ctx.setLineDash(severity === "warning" ? [4 * dpr, 3 * dpr] : []);
    for (const place of fault.places) {
      const width = Math.max(LEAST * dpr, place.width * scale + 4 * dpr);
      const height = Math.max(LEAST * dpr, place.height * scale + 4 * dpr);
      const left = x + (place.x + place.width / 2) * scale - width / 2;
      const top = y + (place.y + place.height / 2) * scale - height / 2;
      if (front) ctx.fillRect(left, top, width, height);
      ctx.strokeRect(left, top, width, height);
    }
  }
  ctx.restore();
}
