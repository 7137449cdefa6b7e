/**
 * Faults of pictures on a composed page: one that is not there, or a frame that cuts off too much, or the very thing
 * the picture is about.
 */
import type { Node } from "prosemirror-model";
import type { Crop, Focus } from "../../edition/schema.ts";
import type { Sheet } from "../sheet.ts";

export interface PictureFault {
  readonly code: "heavy-crop" | "focus-cropped" | "picture-missing" | "picture-lost";
  readonly blocks: readonly string[];
  readonly detail: string;
}

/** Part of a picture that a frame of another shape may cut off beyond the editor's own crop. */
export const HEAVY = 0.3;

/** Tells by its digest whether the file has a picture. */
export type KeptPicture = (digest: string) => boolean;

/** Pictures that were never put in or are lost, of which the frame shows too little or not the focal point. */
export function pictureFaults(page: Node, sheet: Sheet, isKept: KeptPicture): PictureFault[] {
  const findings: PictureFault[] = [];
  for (const { code, block, detail } of sheet.notes)
    if (code === "picture-missing" && block) findings.push({ code, blocks: [block], detail });
  for (const item of sheet.items)
    if (item.kind === "picture" && item.source && !isKept(item.source))
      findings.push({ code: "picture-lost", blocks: [item.block], detail: "" });
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
    // The middle is what nobody has set: a crop may leave it out.
    const unset = focus.x === 0.5 && focus.y === 0.5;
    const inside =
      unset ||
      (focus.x >= frame.x &&
        focus.x <= frame.x + frame.width &&
        focus.y >= frame.y &&
        focus.y <= frame.y + frame.height);
    if (!inside) findings.push({ code: "focus-cropped", blocks: [id], detail: "" });
    return false;
  });
  return findings;
}
