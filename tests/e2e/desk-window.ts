/**
 * The desk as a person meets it: the built renderer in Chromium, over the loopback host.
 *
 * DAYANG_PAGES names another build than dist/renderer. Where there is no Chromium, or nothing is built, the tests that
 * need it skip and say so; in CI they fail.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { startHost, thisMachine } from "../../host/jobs/start.ts";
import { serveHttp } from "../../host/transports/http.ts";
import type {} from "../../renderer/sheet/stage.ts";

const pages = process.env.DAYANG_PAGES ?? join(import.meta.dirname, "../../dist/renderer");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why no window can be opened here, or null. */
export const noWindow: string | null = !existsSync(executablePath)
  ? `no Chromium at ${executablePath}`
  : !existsSync(join(pages, "index.html"))
    ? "the renderer is not built: npm run build"
    : null;
if (noWindow) {
  if (process.env.CI) throw new Error(noWindow);
  console.warn(`${noWindow}: the tests of the desk are skipped`);
}

export interface DeskWindow {
  readonly page: Page;
  /** Where this host keeps its things; the file dialog starts here too. */
  readonly home: string;
  /** What the page said on its console as an error, or threw. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
  readonly theme?: "light" | "dark";
  readonly locale?: "zh" | "en";
}

export async function openWindow(options: WindowOptions = {}): Promise<DeskWindow> {
  const home = mkdtempSync(join(tmpdir(), "dayang-desk-"));
  const host = startHost({ ...thisMachine(options.locale ?? "zh"), home, documents: home });
  if (options.theme) await host.request("settings.set", { theme: options.theme });
  const server = await serveHttp(host, { pages });
  const browser = await chromium.launch({
    executablePath,
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
    locale: options.locale === "en" ? "en-GB" : "zh-CN",
  });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(server.address);
  await page.waitForSelector(".start-action");
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

/** Opens the sample from the start screen and waits until it is laid out, proofed and saved. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole("button", { name: "打开样报" }).click();
  await page.waitForSelector("[data-sheet]");
  await settled(page);
}

/** Waits until nothing is under way: no planning, nothing unsaved, pictures and proofing there. */
export async function settled(page: Page): Promise<void> {
  await saved(page);
  await page.waitForTimeout(500);
}

/** Waits until nothing is planned and nothing unsaved; what is drawn may come a moment later. */
export async function saved(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector(".notice[data-tone=busy]") &&
      document.querySelector(".saved")?.getAttribute("data-tone") === "ok",
    undefined,
    { timeout: 60_000 },
  );
}

/** Runs a command by its name, as a person does in the palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "命令面板" }).fill(name);
  await page.keyboard.press("Enter");
}

export interface Seen {
  readonly page: string;
  readonly zoom: number;
  readonly fits: readonly {
    readonly block: string;
    readonly headline: string;
    readonly characters: number;
  }[];
  /** Placed blocks with their cells, and their rectangle in the window. */
  readonly blocks: readonly {
    readonly id: string;
    readonly kind: string;
    readonly headline: string;
    readonly place: { column: number; line: number; columns: number; lines: number };
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }[];
  readonly text: string;
}

/** What stands on the sheet in front. */
export function see(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const target = document.querySelector<HTMLElement>("[data-sheet]");
    const stage = target?.stage;
    const place = stage?.layout.pages[0];
    const sheet = place && stage.sheet(place.page);
    if (!target || !stage || !place || !sheet) throw new Error("no sheet is shown");
    const box = target.getBoundingClientRect();
    const { px, scale } = stage.layout;
    const x = box.left + place.x - target.scrollLeft;
    const y = box.top + place.y - target.scrollTop;
    return {
      page: sheet.number,
      zoom: scale,
      fits: sheet.fits.map(({ block, headline, characters }) => ({ block, headline, characters })),
      blocks: stage.blocks(place.page).map(({ id, kind, node, place: cells, rect }) => ({
        id,
        kind,
        headline: node.children.find((child) => child.type.name === "headline")?.textContent ?? "",
        place: { ...cells },
        left: x + rect.x * px,
        top: y + rect.y * px,
        right: x + (rect.x + rect.width) * px,
        bottom: y + (rect.y + rect.height) * px,
      })),
      text: sheet.items.map((item) => (item.kind === "glyphs" ? item.texts.join("") : "")).join(""),
    };
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const aa = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
const contrast = { type: "rule", values: ["color-contrast"] };

/**
 * What axe finds wrong on the page as it is, a line each: rule, and the first place. WCAG 2.2 A and AA, or of these
 * what colours alone can break.
 */
export async function axe(page: Page, asked: "aa" | "contrast" = "aa"): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as {
        axe: {
          run(
            options: unknown,
          ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      };
      const { violations } = await axe.run({ runOnly });
      return violations.map(
        ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html} — ${nodes[0]?.failureSummary}`,
      );
    },
    asked === "contrast" ? contrast : aa,
  );
}
