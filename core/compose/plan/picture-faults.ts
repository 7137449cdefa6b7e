/** Faults of pictures on a composed page: a frame that cuts off too much, or the very thing the picture is about. */
import type { Node } from "prosemirror-model";
import type { Crop, Focus } from "../../edition/schema.ts";
import type { Sheet } from "../sheet.ts";

export interface PictureFault {
  readonly code: "heavy-crop" | "focus-cropped";
  readonly blocks: readonly string[];
  readonly detail: string;
}

/** Part of a picture that a frame of another shape may cut off beyond the editor's own crop. */
export const HEAVY = 0.3;

/** Pictures of which the frame shows too little, or whose focal point it does not show. */
export function pictureFaults(page: Node, sheet: Sheet): PictureFault[] {
  const findings: PictureFault[] = [];
  const shown = new Map(
    sheet.items.flatMap((item) => (item.kind === "picture" ? [[item.block, item.crop] as const] : [])),
  );
  page.descendants((node) => {
    if (node.type.name !== "picture") return !node.isTextblock;
    const { id, crop, focus } = node.attrs as { id: string; crop: Crop; focus: Focus };
    const frame = shown.get(id);
    if (!frame) return false;
    const lost = 1 - (frame.width * frame.height) / (crop.width * crop.height);
    if (lost > HEAVY)
      findings.push({ code: "heavy-crop", blocks: [id], detail: String(Math.round(lost * 100)) });
    const inside =
      focus.x >= frame.x &&
      focus.x <= frame.x + frame.width &&
      focus.y >= frame.y &&
      focus.y <= frame.y + frame.height;
    if (!inside) findings.push({ code: "focus-cropped", blocks: [id], detail: "" });
    return false;
  });
  return findings;
}
