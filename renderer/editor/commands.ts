/** Commands of the writing view. Those on the text work in the galley that is open. */
import type { Command } from "prosemirror-state";
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { editorStore } from "./editor-state.ts";
import { addPartTo } from "./GalleyHead.tsx";
import { toggleCrosshead, toggleEmphasis } from "./keys.ts";
import { optionalParts, placeFor } from "./parts.ts";

const galley = () => editorStore.snapshot().galley;
const isOpen = ({ open }: CommandContext) => open !== null;
const writes = () => {
  const { galley } = editorStore.snapshot();
  return galley !== null && !galley.open.session.readOnly;
};

const onText = (id: string, label: string, key: string, command: Command): DeskCommand => ({
  id,
  label,
  menu: "article",
  keys: [key],
  when: () => writes() && command(galley()?.state as never),
  run: () => void galley()?.run(command, label),
});

export const editorCommands: readonly DeskCommand[] = [
  {
    id: "editor.find",
    apart: true,
    label: "editor.find",
    menu: "edit",
    keys: ["Mod-f"],
    when: isOpen,
    run({ state }) {
      state.dispatch({ type: "view", view: "write" });
      editorStore.dispatch({ type: "find" });
    },
  },
  {
    id: "editor.house-width",
    label: "editor.house-width",
    menu: "edit",
    when: isOpen,
    checked: () => editorStore.snapshot().houseWidth,
    run: () => editorStore.dispatch({ type: "house-width" }),
  },
  { ...onText("editor.crosshead", "editor.crosshead", "Mod-Alt-2", toggleCrosshead), apart: true },
  onText("editor.emphasis", "editor.emphasis", "Mod-b", toggleEmphasis),
  ...optionalParts.map(
    (name, at): DeskCommand => ({
      id: `editor.add.${name}`,
      ...(at === 0 ? { apart: true } : {}),
      label: `editor.add.${name}`,
      menu: "article",
      when: () => writes() && placeFor(galley()?.state.doc as never, name) !== null,
      run: () => {
        const open = galley();
        if (open) addPartTo(open, name);
      },
    }),
  ),
  {
    id: "editor.jump.target",
    apart: true,
    label: "editor.jump.target",
    menu: "article",
    keys: ["Mod-Alt-j"],
    when: () =>
      writes() && (galley()?.state.doc.children.some((child) => child.type.name === "jump") ?? false),
    run: () => void galley()?.focusJump(),
  },
  {
    id: "editor.overset",
    label: "editor.overset",
    menu: "article",
    when: () => galley()?.hasOverset ?? false,
    run: () => galley()?.goToOverset(),
  },
];
