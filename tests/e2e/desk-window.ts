/** The desk as a person meets it: the built renderer in Chromium, over the loopback host. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { startHost, thisMachine } from "../../host/jobs/start.ts";
import { serveHttp } from "../../host/transports/http.ts";

const root = join(import.meta.dirname, "../..");

export interface DeskWindow {
  readonly page: Page;
  readonly home: string;
  /** What the page said on its console as an error, or threw. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  readonly dark?: boolean;
}

export async function openWindow(options: WindowOptions = {}): Promise<DeskWindow> {
  const home = mkdtempSync(join(tmpdir(), "dayang-desk-"));
  const host = startHost({ ...thisMachine("zh"), home, documents: home });
  const server = await serveHttp(host, { pages: join(root, "dist/renderer") });
  const browser: Browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.dark ? "dark" : "light",
  });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(server.address);
  return {
    page,
    home,
    complaints,
    async close() {
      await browser.close();
      await server.close();
      await host.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
