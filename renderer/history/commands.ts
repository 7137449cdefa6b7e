/** Commands of the history view. */
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { blame, exportRecord, goTo, restore, step } from "./actions.ts";
import { historyOf, placeOf } from "./store.ts";

const isOpen = ({ open }: CommandContext) => open !== null;
/** An earlier moment is looked at, and the edition can be written. */
const looksBack = (context: CommandContext) => {
  const { open, state } = context;
  if (!open || open.session.readOnly || state.snapshot().view !== "history") return false;
  return placeOf(historyOf(context, open).snapshot()) !== null;
};

const walk = (id: string, key: string, run: (context: CommandContext) => void): DeskCommand => ({
  id: `history.${id}`,
  label: `history.${id}`,
  menu: "view",
  keys: [key],
  scope: "history",
  quiet: true,
  when: isOpen,
  run,
});

export const historyCommands: readonly DeskCommand[] = [
  walk("earlier", "ArrowLeft", (context) => step(context, -1)),
  walk("later", "ArrowRight", (context) => step(context, 1)),
  walk("earlier-stretch", "PageUp", (context) => step(context, -1, true)),
  walk("later-stretch", "PageDown", (context) => step(context, 1, true)),
  walk("first", "Home", (context) => context.open && goTo(context, context.open, 0)),
  walk("last", "End", (context) => context.open && goTo(context, context.open, null)),
  {
    id: "history.restore-page",
    apart: true,
    label: "history.restore-page",
    menu: "edit",
    when: looksBack,
    run: (context) => (context.open ? restore(context, context.open, null) : undefined),
  },
  {
    id: "history.blame",
    label: "history.blame",
    menu: "article",
    keys: ["Mod-Alt-b"],
    when: isOpen,
    run(context) {
      const { open, state } = context;
      if (!open) return;
      // Asked before the view changes: the galley takes its selection along when it goes.
      const asked = blame(context, open);
      state.dispatch({ type: "view", view: "history" });
      return asked;
    },
  },
  {
    id: "history.export",
    label: "history.export",
    menu: "file",
    when: isOpen,
    run: (context) => (context.open ? exportRecord(context, context.open) : undefined),
  },
];
