/**
 * The shell's life: one instance, one window, one host. Everything the machine must do stands in host/; everything a
 * person sees stands in the page. What is here ties them together and keeps them apart.
 */
import { join } from "node:path";
import { word } from "../core/catalogue/catalogue.ts";
import type { Locale } from "../core/catalogue/message.ts";
import type { Environment } from "../host/environment.ts";
import type { WindowNews } from "../host/window.ts";
import type { Electron } from "./api.ts";
import { openDoor } from "./door.ts";
import { FileDialogs } from "./file-dialogs.ts";
import { linkHost } from "./host-link.ts";
import { contextTemplate, emptyModel, menuTemplate } from "./menu.ts";
import { fileOf, OpenFiles, watchOpenFiles } from "./open-files.ts";
import { registerScheme, servePages } from "./protocol.ts";
import { guardContents, guardSession } from "./security.ts";
import { type DeskWindow, openDeskWindow } from "./windows.ts";

export interface Launch {
  /** Folder with the built pages. */
  readonly pages: string;
  readonly preload: string;
  readonly hostModule: string;
  readonly icon?: string;
  readonly machine: Omit<Environment, "now">;
  readonly platform: NodeJS.Platform;
  readonly argv: readonly string[];
  readonly folder: string;
}

/** Resolves once the first window has been opened; at once where another instance runs already. */
export async function runApp(electron: Electron, launch: Launch): Promise<void> {
  const { app, dialog, Menu } = electron;
  const { machine, platform } = launch;
  const mac = platform === "darwin";

  // The lock is kept in the app's own folder, so that place comes first.
  app.setName("Dayang");
  const own = join(machine.home, "window");
  app.setPath("userData", own);
  app.setPath("sessionData", own);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.setAppUserModelId("org.dayang.desk");
  app.enableSandbox();
  registerScheme(electron);
  guardContents(electron);

  let desk: DeskWindow | null = null;
  let locale: Locale = machine.locale;
  let quitting = false;
  const files = new OpenFiles();
  const dialogs = new FileDialogs(electron, machine.documents);
  const tell = <C extends keyof WindowNews>(channel: C, body: WindowNews[C]) =>
    desk?.window.webContents.send(channel, body);
  const say = (key: string, values = {}) => word(locale, key, values);

  /** The page is loaded anew: with a new port, and from what is on the disk. */
  async function offerReload(message: string): Promise<void> {
    files.deliver(null);
    const { response } = await dialog.showMessageBox({
      type: "warning",
      message,
      buttons: [say("shell.reload"), say("shell.quit")],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 0) desk?.window.webContents.reload();
    else desk?.window.destroy();
  }

  const host = linkHost(electron, {
    module: launch.hostModule,
    machine,
    onGone: (code) => void offerReload(say("shell.host-gone", { code })),
  });

  function setMenu(model = emptyModel(locale)): void {
    const template = menuTemplate(model, mac, (id) => tell("window:command", id));
    Menu.setApplicationMenu(Menu.buildFromTemplate(template) as never);
  }

  function open(): void {
    desk = openDeskWindow(electron, {
      preload: launch.preload,
      stateFile: join(own, "place.json"),
      title: say("desk.app"),
      ...(launch.icon ? { icon: launch.icon } : {}),
      devTools: !app.isPackaged,
      async onUnsaved() {
        const { response } = await dialog.showMessageBox({
          type: "warning",
          message: say("shell.unsaved"),
          buttons: [say("shell.wait"), say("shell.close-anyway")],
          defaultId: 0,
          cancelId: 0,
          noLink: true,
        });
        return response === 1;
      },
    });
    const { window } = desk;
    window.on("closed", () => {
      desk = null;
      files.deliver(null);
    });
    window.webContents.on("render-process-gone", (_event, { reason }) => {
      if (reason !== "clean-exit" && !quitting) void offerReload(say("shell.page-gone", { reason }));
    });
    window.webContents.on("context-menu", (_event, params) => {
      const template = contextTemplate(params, locale);
      if (template) Menu.buildFromTemplate(template).popup();
    });
  }

  function front(): void {
    if (!desk) return void open();
    const { window } = desk;
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  watchOpenFiles(electron, files, front);
  const first = fileOf(launch.argv, launch.folder);
  if (first) files.add(first);

  await app.whenReady();
  guardSession(electron);
  servePages(electron, launch.pages);
  const windowOf = () => {
    if (!desk) throw new Error("refused: no window");
    return desk.window;
  };
  openDoor(electron, () => desk?.window.webContents ?? null, {
    connect: (_input, message) => host.connect(message),
    "choose-file": ({ kind }) => dialogs.open(windowOf(), kind, locale),
    "choose-save-path": ({ kind, name }) => dialogs.save(windowOf(), kind, name, locale),
    "show-in-folder": ({ path }) => dialogs.show(path),
    "set-menu": (model) => {
      locale = model.locale;
      setMenu(model);
    },
    ready() {
      desk?.ready();
      files.deliver((path) => {
        app.addRecentDocument(path);
        tell("window:open-path", path);
      });
    },
    flushed: () => desk?.flushed(),
  });
  setMenu();
  open();

  app.on("activate", front);
  app.on("before-quit", () => {
    quitting = true;
  });
  app.on("window-all-closed", async () => {
    await host.close();
    app.exit(0);
  });
}
