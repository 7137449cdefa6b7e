#!/usr/bin/env node
/**
 * `npm start`: the app in Electron where its runtime is here, else the same app in the browser, served on 127.0.0.1.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { word } from "../core/catalogue/catalogue.ts";
import type { Locale, Values } from "../core/catalogue/message.ts";
import { Problem } from "../core/problem.ts";
import { startHost, thisMachine } from "../host/jobs/start.ts";
import { serveHttp } from "../host/transports/http.ts";
import { choiceOption, numberOption } from "./command.ts";
import { keepCompiled } from "./compile-cache.ts";
import { type HandOver, handOver } from "./hand-over.ts";
import { localeOf } from "./terminal.ts";

keepCompiled();

const root = fileURLToPath(new URL("..", import.meta.url));
const built = join(root, "dist", "renderer");

/**
 * Electron's executable, or null. Its package is never imported: that would start a download where the runtime is
 * missing.
 */
function electronBinary(): string | null {
  try {
    const home = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
    const name = readFileSync(join(home, "path.txt"), "utf8").trim();
    const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(home, "dist"), name);
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}

/** True where the app's pages stand built, newer than what they are built from. */
function isBuilt(): boolean {
  const page = statSync(join(built, "index.html"), { throwIfNoEntry: false });
  return (
    page !== undefined && ["renderer", "core", "host"].every((f) => newest(join(root, f)) <= page.mtimeMs)
  );
}

/** Builds the app's pages where that is needed; false where there are none, which is told. */
async function buildApp(say: (key: string, values?: Values) => void): Promise<boolean> {
  if (!existsSync(join(root, "renderer", "index.html"))) return false;
  if (isBuilt()) return true;
  say("start.building");
  try {
    const { build } = await import("vite");
    await build({ configFile: join(root, "vite.config.ts"), logLevel: "silent" });
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say("start.build-failed", { message: plainLine(message) });
    // What was built before is better than nothing.
    return existsSync(join(built, "index.html"));
  }
}

/** The first sentences of a message in one line, without the terminal's colours. */
const plainLine = (message: string) =>
  stripVTControlCharacters(message).replace(/\s+/g, " ").trim().slice(0, 200);

async function start(
  say: (key: string, values?: Values) => void,
  locale: Locale,
  port: number,
  open: boolean,
) {
  const electron = electronBinary();
  const main = join(root, "electron", "main.ts");
  if (electron && existsSync(main)) {
    await buildApp(say);
    await (await import("../electron/build.ts")).buildShell();
    const child = spawn(electron, [root, ...process.argv.slice(2)], { stdio: "inherit" });
    child.on("exit", (code) => process.exit(code ?? 0));
    return;
  }
  say("start.no-electron");
  const hasApp = await buildApp(say);
  const machine = thisMachine(locale);
  const host = startHost(machine);
  const pages = hasApp ? { pages: built } : { page: (await import("./page-list.ts")).pageList(locale) };
  const server = await serveHttp(host, { ...pages, port });
  say("start.address", { address: server.address });
  const handed = open ? openBrowser(server.address, machine.home) : null;

  let closing = false;
  const stop = async () => {
    if (closing) return;
    closing = true;
    handed?.drop();
    await server.close();
    await host.close();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** Best effort: the address has been printed. */
function openBrowser(address: string, folder: string): HandOver | null {
  try {
    const handed = handOver(address, folder);
    const [command, args] =
      process.platform === "darwin"
        ? ["open", [handed.file]]
        : process.platform === "win32"
          ? ["cmd", ["/c", "start", "", handed.file]]
          : ["xdg-open", [handed.file]];
    const child = spawn(command as string, args as string[], { stdio: "ignore", detached: true });
    child.on("error", () => {});
    child.unref();
    return handed;
  } catch {
    return null;
  }
}

/** Whether a person sits at this machine who would want a window. */
function hasScreen(): boolean {
  if (process.env.CI) return false;
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

let locale: Locale = localeOf(process.env);
try {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      "no-open": { type: "boolean" },
      lang: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
    // Electron has options of its own.
    strict: false,
  });
  if (typeof values.lang === "string") locale = choiceOption("--lang", values.lang, ["zh", "en"]);
  const say = (key: string, given?: Values) => process.stdout.write(`${word(locale, key, given)}\n`);
  if (values.help) say("start.help");
  else {
    const port = numberOption("--port", String(values.port ?? 0), 0, 65535, { whole: true });
    await start(say, locale, port, !values["no-open"] && hasScreen());
  }
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  const problem =
    error instanceof Problem
      ? error
      : code === "EADDRINUSE"
        ? new Problem("start.port-taken")
        : new Problem("host.fault", { message: error instanceof Error ? error.message : String(error) });
  process.stderr.write(`${word(locale, problem.key, problem.values)}\n`);
  process.exit(2);
}
