/** Brings a block that was chosen elsewhere (list, undo, the other end of a jump) into sight. */
import { useEffect } from "react";
import { useDesk } from "../desk/workplace.ts";
import type { Stage } from "./stage.ts";

/** Where all of a block is more than the window holds, its head, in pt. */
const HEAD = 60;

export function useRevealBlock(stage: Stage | null): void {
  const asked = useDesk((state) => state.reveal);
  useEffect(() => {
    if (!stage || !asked) return;
    const rect = stage.blocks(asked.page).find(({ id }) => id === asked.block)?.rect;
    if (rect) stage.reveal(asked.page, { ...rect, height: Math.min(rect.height, HEAD) }, rect);
  }, [stage, asked]);
}
