/** The shell as built, over the double: a person at a window, with a home of their own. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { type Launch, runApp } from "../../electron/app.ts";
import { buildShell } from "../../electron/build.ts";
import {
  chromiumPath,
  createElectron,
  type DoubleOptions,
  launchChromium,
  type Person,
} from "../electron-double/electron.ts";
import type { WindowDouble } from "../electron-double/window.ts";

const root = join(import.meta.dirname, "../..");

export interface Desk extends Person {
  readonly window: WindowDouble;
  readonly page: Page;
  readonly home: string;
  /** What the page said on its console as an error, or threw. */
  readonly complaints: string[];
}

export interface Start extends Omit<DoubleOptions, "browser"> {
  readonly home?: string;
  readonly argv?: readonly string[];
  readonly pages?: string;
  readonly platform?: NodeJS.Platform;
}

/** The desk as built; DAYANG_PAGES names another build. */
export const builtPages = process.env.DAYANG_PAGES ?? join(root, "dist/renderer");

/** Where there is no Chromium the tests skip, and say so; in CI they fail. */
const noChromium = !existsSync(chromiumPath);
if (noChromium) {
  if (process.env.CI) throw new Error(`no Chromium at ${chromiumPath}`);
  console.warn(`no Chromium at ${chromiumPath}: the tests of the shell are skipped`);
}
export const inChromium = describe.skipIf(noChromium);

/** Builds the shell and starts Chromium for a test file. */
export function shellTests() {
  // As deep as dist/electron, so that assets and packages are found as in the app.
  const shell = join(root, "dist", `electron-${process.pid}`);
  const folder = mkdtempSync(join(tmpdir(), "dayang-shell-"));
  const people: Person[] = [];
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (noChromium) return;
    await buildShell({ folder: shell });
    browser = await launchChromium();
  });
  afterAll(async () => {
    for (const person of people) await person.close();
    await browser?.close();
    for (const made of [shell, folder]) rmSync(made, { recursive: true, force: true });
  });

  const newFolder = (name: string) => mkdtempSync(join(folder, `${name}-`));

  /** A page of the app's own, instead of the desk. */
  function pageFolder(body = "", script = ""): string {
    const pages = newFolder("pages");
    writeFileSync(
      join(pages, "index.html"),
      `<!doctype html><meta charset="utf-8"><title>大样</title><body>${body}<script src="page.js"></script>`,
    );
    writeFileSync(join(pages, "page.js"), script);
    return pages;
  }

  async function start({ home = newFolder("home"), argv = [], pages, platform, ...rest }: Start = {}) {
    if (!browser) throw new Error("no Chromium");
    const person = await createElectron({ ...rest, browser });
    people.push(person);
    person.app.argv = ["dayang", ...argv];
    const launch: Launch = {
      pages: pages ?? pageFolder(),
      preload: join(shell, "preload.cjs"),
      hostModule: join(shell, "host-process.mjs"),
      machine: { home, documents: home, version: "0.0.0", user: "tester", locale: "zh" },
      platform: platform ?? "linux",
      argv: person.app.argv,
      folder: home,
    };
    await runApp(person.electron, launch);
    return { person, home };
  }

  async function open(options: Start = {}): Promise<Desk> {
    const { person, home } = await start(options);
    const [window] = person.windows;
    if (!window) throw new Error("no window was opened");
    const complaints: string[] = [];
    await window.loaded;
    const page = window.webContents.page as Page;
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    return { ...person, window, page, home, complaints };
  }

  return { open, start, pageFolder, newFolder };
}

/** Calls the host from the page, over the bridge as the renderer's own client does. */
export const hostCall = (page: Page, name: string, input: unknown) =>
  page.evaluate(
    ([called, given]) =>
      new Promise((resolve) => {
        const { dayang } = globalThis as unknown as {
          dayang: {
            host: { post(message: unknown): void; listen(listener: (message: never) => void): void };
          };
        };
        dayang.host.listen(({ id, answer }: { id: number; answer: unknown }) => {
          if (id === 1) resolve(answer);
        });
        dayang.host.post({ id: 1, name: called, input: given });
      }),
    [name, input] as const,
  );
