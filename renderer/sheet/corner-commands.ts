/** Corners of the selected block as commands: taken out where they are there, filled where they are not. */
import { cutCorner } from "../../core/edition/commands.ts";
import { locate } from "../../core/edition/outline.ts";
import { type Corner, corners, type Place } from "../../core/edition/place.ts";
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { firstCut } from "./shape.ts";

/** The selected block's place, where text flows in it. */
function placeOf({ open, state }: CommandContext): Place | null {
  const { block } = state.snapshot();
  const node =
    open && block && !open.session.readOnly ? locate(open.session.state.edition, block)?.node : null;
  const holdsText = node?.type.name === "article" || node?.type.name === "continuation";
  return holdsText ? (node.attrs.place as Place | null) : null;
}

const isTaken = (place: Place | null, corner: Corner) =>
  place?.notches?.some((notch) => notch.corner === corner) ?? false;

export const cornerCommands: readonly DeskCommand[] = corners.map((corner, at) => ({
  id: `layout.cut.${corner}`,
  label: `desk.cut.${corner}`,
  menu: "layout",
  ...(at === 0 ? { apart: true } : {}),
  when(context) {
    const place = placeOf(context);
    return place !== null && (isTaken(place, corner) || firstCut(place, corner) !== null);
  },
  checked: (context) => isTaken(placeOf(context), corner),
  run(context) {
    const { block } = context.state.snapshot();
    const place = placeOf(context);
    if (!block || !place) return;
    const { columns, lines } = (!isTaken(place, corner) && firstCut(place, corner)) || {
      columns: 0,
      lines: 0,
    };
    context.open?.session.dispatch(cutCorner(block, corner, columns, lines), { label: "desk.cut-corner" });
  },
}));
