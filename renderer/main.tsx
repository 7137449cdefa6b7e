/** Opens the host's client, puts the workplace together, and mounts the desk on it. */
import { createRoot } from "react-dom/client";
import "./desk/theme.css";
import "./desk/desk.css";
import { openClient } from "./client.ts";
import { contextOf, runCommand } from "./commands/table.ts";
import { Desk } from "./desk/Desk.tsx";
import { electronShell } from "./desk/electron-shell.ts";
import { openPath } from "./desk/flows/open.ts";
import { keepPlace } from "./desk/flows/resume.ts";
import { attachNativeWindow } from "./desk/native-window.ts";
import { browserShell } from "./desk/shell.ts";
import { initialState, reduce } from "./desk/state.ts";
import { createStore } from "./desk/store.ts";
import { type Workplace, WorkplaceContext } from "./desk/workplace.ts";
import { loadFonts } from "./session/fonts.ts";
import { OpenEditionHolder } from "./session/open-edition.ts";
import { createPlanner } from "./session/planner.ts";

const client = openClient();
const state = createStore(reduce, initialState);
const shown = Promise.withResolvers<void>();
// Fonts take longest: they are asked for before anybody chooses an edition, but after what the first screen asks.
const fonts = loadFonts(client, shown.promise);
const workplace: Workplace = {
  client,
  state,
  shell: window.dayang ? electronShell(window.dayang, browserShell(state)) : browserShell(state),
  editions: new OpenEditionHolder(),
  fonts,
  planner: createPlanner(fonts),
};

const settings = await client.call("settings.get", {});
state.dispatch({ type: "locale", locale: settings.locale });
state.dispatch({ type: "theme", theme: settings.theme });

keepPlace(workplace);
if (window.dayang) attachNativeWindow(window.dayang, workplace);
workplace.shell.onCommand((id) => void runCommand(id, workplace));
workplace.shell.onOpenPath((path) => void openPath(contextOf(workplace), path));

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <WorkplaceContext value={workplace}>
      <Desk />
    </WorkplaceContext>,
  );
}
setTimeout(shown.resolve, 0);
