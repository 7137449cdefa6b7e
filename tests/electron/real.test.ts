/**
 * The app in Electron itself, where its runtime is installed. Where it is not, this says so loudly, and nothing here
 * has been shown: tests/electron-double/ plays Electron's part, and cannot prove it.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildShell } from "../../electron/build.ts";

const root = join(import.meta.dirname, "../..");
// Its package.json is read; the package is never imported, which would start a download.
const runtime = join(createRequire(import.meta.url).resolve("electron/package.json"), "..", "dist");
const installed = existsSync(join(runtime, "version"));
const executable = join(
  runtime,
  { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" }[process.platform as string] ??
    "electron",
);

const suite = () => {
  const home = mkdtempSync(join(tmpdir(), "dayang-real-"));
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    await buildShell();
    app = await _electron.launch({
      executablePath: executable,
      args: [join(root, "dist/electron/main.mjs"), ...(process.platform === "linux" ? ["--no-sandbox"] : [])],
      env: { ...process.env, DAYANG_HOME: home } as Record<string, string>,
    });
    page = await app.firstWindow();
  });
  afterAll(async () => {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  });

  it("shows the desk under its own scheme, and the host answers", async () => {
    expect(page.url()).toBe("app://dayang/index.html");
    await page.getByRole("button", { name: "打开样报" }).first().click();
    await expect.poll(() => page.locator("[data-sheet]").count(), { timeout: 20_000 }).toBeGreaterThan(0);
  });

  it("gives the page nothing of Node, and a frozen bridge", async () => {
    expect(
      await page.evaluate("[typeof require, typeof process, typeof module, Object.isFrozen(dayang)]"),
    ).toEqual(["undefined", "undefined", "undefined", true]);
  });

  it("isolates and sandboxes the window", async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown;
      return (contents as { getLastWebPreferences(): object }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
  });

  it("refuses navigation, windows, permissions, and scripts from outside", async () => {
    await page.evaluate('location.href = "https://evil.example/"').catch(() => {});
    await page.evaluate('void window.open("https://evil.example/")');
    await page.waitForTimeout(500);
    expect(page.url()).toBe("app://dayang/index.html");
    expect(app.windows()).toHaveLength(1);
    expect(await page.evaluate("Notification.requestPermission()")).toBe("denied");
    expect(await page.evaluate(`fetch("https://evil.example/").then(() => "sent", () => "refused")`)).toBe(
      "refused",
    );
    expect(await page.evaluate(`fetch("/%2e%2e/%2e%2e/package.json").then(({ status }) => status)`)).toBe(
      404,
    );
  });

  it("has native menus from the command table", async () => {
    const labels = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
    await expect.poll(labels).toEqual(expect.arrayContaining(["文件", "编辑"]));
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("theme.dark")?.click());
    await expect.poll(() => page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
  });

  it("carries bytes from the host over its port", async () => {
    // A second connection of the page's own would replace the desk's: the desk's fonts are the proof.
    expect(await page.evaluate("[...document.fonts].some(({ status }) => status === 'loaded')")).toBe(true);
  });
};

if (installed) describe("in Electron itself", suite);
else {
  console.warn(
    "\n*** ELECTRON ITSELF WAS NOT TESTED: its runtime is not installed here (npx install-electron). ***\n" +
      "*** The shell was tested over a double only; sandbox, isolation and fuses are Electron's to keep. ***\n",
  );
  it.skip("in Electron itself: NOT RUN, its runtime is not installed here", () => {});
}
