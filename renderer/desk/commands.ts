/** Commands of the desk itself: files, undo, views, zoom, dialogs, language. */
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { chooseAndImport } from "./flows/import.ts";
import { chooseAndOpen, close, openSample, takeOver } from "./flows/open.ts";
import { factsCommand, pageCommands } from "./flows/page-commands.ts";
import { saveAs } from "./flows/save-as.ts";
import { travel } from "./flows/travel.ts";
import { scaleOf, type Theme, type View, views } from "./state.ts";

const isOpen = ({ open }: CommandContext) => open !== null;
const isWritable = ({ open }: CommandContext) => open !== null && !open.session.readOnly;

const zoomTo = (factor: number) => (context: CommandContext) => {
  const scale = scaleOf(context.state.snapshot());
  context.state.dispatch({ type: "zoom", zoom: { scale: nextStop(scale, factor) } });
};

const stops = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 2.5, 3, 4];

function nextStop(scale: number, direction: number): number {
  const next =
    direction > 0
      ? stops.find((stop) => stop > scale + 0.005)
      : stops.findLast((stop) => stop < scale - 0.005);
  return next ?? scale;
}

/** The page `by` steps from the one in front. */
const turn = (by: number) => (context: CommandContext) => {
  const pages = context.open?.session.state.edition.pages ?? [];
  const at = pages.findIndex((page) => page.attrs.id === context.state.snapshot().page);
  const page = pages[at + by];
  if (page) context.state.dispatch({ type: "page", page: page.attrs.id });
};

const viewCommand = (view: View): DeskCommand => ({
  id: `view.${view}`,
  label: `desk.view.${view}`,
  menu: "view",
  keys: [`Mod-${views.indexOf(view) + 1}`],
  when: isOpen,
  checked: ({ state }) => state.snapshot().view === view,
  run: ({ state }) => state.dispatch({ type: "view", view }),
});

const themeCommand = (theme: Theme): DeskCommand => ({
  id: `theme.${theme}`,
  label: `desk.theme.${theme}`,
  menu: "view",
  ...(theme === "system" ? { apart: true } : {}),
  checked: ({ state }) => state.snapshot().theme === theme,
  async run({ state, client }) {
    state.dispatch({ type: "theme", theme });
    await client.call("settings.set", { theme });
  },
});

const dialogCommand = (
  kind: "palette" | "shortcuts" | "new" | "export",
  rest: Omit<DeskCommand, "id" | "run">,
): DeskCommand => ({
  id: `dialog.${kind}`,
  ...rest,
  run: ({ state }) => state.dispatch({ type: "dialog", dialog: { kind } }),
});

/** Stand at the foot of their menu, after what other areas put there. */
export const footCommands: readonly DeskCommand[] = [
  {
    id: "file.take-over",
    label: "desk.take-over",
    apart: true,
    menu: "file",
    when: ({ open }) => open?.following?.snapshot().holder === null,
    run: takeOver,
  },
  { id: "file.close", label: "desk.close", menu: "file", apart: true, when: isOpen, run: close },
];

export const deskCommands: readonly DeskCommand[] = [
  dialogCommand("new", { label: "desk.new", menu: "file", keys: ["Mod-Alt-n"] }),
  { id: "file.open", label: "desk.open", menu: "file", keys: ["Mod-o"], run: chooseAndOpen },
  { id: "file.sample", label: "desk.open-sample", menu: "file", run: openSample },
  {
    id: "file.import",
    label: "desk.import",
    also: "desk.also.import",
    menu: "file",
    keys: ["Mod-i"],
    run: chooseAndImport,
  },
  {
    id: "file.save-as",
    label: "desk.save-as",
    menu: "file",
    keys: ["Mod-Shift-s"],
    when: isOpen,
    run: saveAs,
  },
  factsCommand,
  dialogCommand("export", {
    label: "desk.export",
    apart: true,
    also: "desk.also.export",
    menu: "file",
    keys: ["Mod-e"],
    when: isOpen,
  }),
  {
    id: "edit.undo",
    label: "desk.undo",
    menu: "edit",
    keys: ["Mod-z"],
    when: (context) => isWritable(context) && (context.open?.session.state.history.done.length ?? 0) > 0,
    run: (context) => travel(context, "undo"),
  },
  {
    id: "edit.redo",
    label: "desk.redo",
    menu: "edit",
    keys: ["Mod-Shift-z", "Mod-y"],
    when: (context) => isWritable(context) && (context.open?.session.state.history.undone.length ?? 0) > 0,
    run: (context) => travel(context, "redo"),
  },
  ...views.map(viewCommand),
  {
    id: "zoom.page",
    apart: true,
    label: "desk.zoom.page",
    menu: "view",
    keys: ["Mod-0"],
    when: isOpen,
    run: ({ state }) => state.dispatch({ type: "zoom", zoom: { fit: "page" } }),
  },
  {
    id: "zoom.width",
    label: "desk.zoom.width",
    menu: "view",
    keys: ["Mod-9"],
    when: isOpen,
    run: ({ state }) => state.dispatch({ type: "zoom", zoom: { fit: "width" } }),
  },
  {
    id: "zoom.actual",
    label: "desk.zoom.actual",
    menu: "view",
    keys: ["Mod-Alt-0"],
    when: isOpen,
    run: ({ state }) => state.dispatch({ type: "zoom", zoom: { scale: 1 } }),
  },
  {
    id: "zoom.in",
    label: "desk.zoom.in",
    menu: "view",
    keys: ["Mod-=", "Mod-+"],
    when: isOpen,
    run: zoomTo(1),
  },
  { id: "zoom.out", label: "desk.zoom.out", menu: "view", keys: ["Mod--"], when: isOpen, run: zoomTo(-1) },
  {
    id: "view.spread",
    label: "desk.spread",
    also: "desk.also.spread",
    menu: "view",
    when: isOpen,
    checked: ({ state }) => state.snapshot().spread,
    run: ({ state }) => state.dispatch({ type: "spread", spread: !state.snapshot().spread }),
  },
  {
    id: "view.loupe",
    label: "desk.loupe",
    also: "desk.also.loupe",
    menu: "view",
    keys: ["Mod-Alt-l"],
    when: isOpen,
    checked: ({ state }) => state.snapshot().loupe,
    run: ({ state }) => state.dispatch({ type: "loupe", loupe: !state.snapshot().loupe }),
  },
  {
    id: "page.next",
    apart: true,
    label: "desk.page.next",
    menu: "view",
    keys: ["Mod-PageDown", "Alt-PageDown"],
    when: isOpen,
    run: turn(1),
  },
  {
    id: "page.previous",
    label: "desk.page.previous",
    menu: "view",
    keys: ["Mod-PageUp", "Alt-PageUp"],
    when: isOpen,
    run: turn(-1),
  },
  ...pageCommands,
  ...(["system", "light", "dark"] as const).map(themeCommand),
  {
    id: "locale.switch",
    label: "desk.locale.switch",
    menu: "view",
    async run({ state, client }) {
      const locale = state.snapshot().locale === "zh" ? "en" : "zh";
      state.dispatch({ type: "locale", locale });
      await client.call("settings.set", { locale });
    },
  },
  dialogCommand("palette", { label: "desk.palette", menu: "help", keys: ["Mod-k", "Mod-Shift-p"] }),
  dialogCommand("shortcuts", { label: "desk.shortcuts", menu: "help", keys: ["?", "F1"] }),
];
