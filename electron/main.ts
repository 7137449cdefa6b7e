/** Electron's entry: the real module and this machine, given to the shell. The only file that imports electron. */

import { join } from "node:path";
import * as electron from "electron";
import { thisMachine } from "../host/jobs/start.ts";
import { runApp } from "./app.ts";

const here = import.meta.dirname;

runApp(electron, {
  pages: join(here, "..", "renderer"),
  preload: join(here, "preload.cjs"),
  hostModule: join(here, "host-process.mjs"),
  icon: join(here, "..", "..", "assets", "icons", "icon", "512x512.png"),
  machine: thisMachine("zh"),
  platform: process.platform,
  argv: process.argv,
  folder: process.cwd(),
}).catch((error: unknown) => {
  electron.dialog.showErrorBox("大样 Dayang", error instanceof Error ? error.message : String(error));
  electron.app.exit(1);
});
