/**
 * The whole way, as a night editor goes it: the shared page is imported and read, a figure broken and mended, a block
 * resized, a jump inserted, the page exported and its PDF read. Through the loopback host, and in the shell over the
 * double of Electron: the same app, two ways to a machine.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtPages, shellTests } from "../electron/launch.ts";
import { tool } from "../system-tools.ts";
import { command, noWindow, openWindow, see, settled } from "./desk-window.ts";
import { breakSum, checked, chooseSum, previewShared, rows, shared, view } from "./round-page.ts";

const pdftotext = tool("pdftotext");

interface Way {
  readonly page: Page;
  readonly home: string;
  readonly complaints: readonly string[];
  /** Answers the question where a file shall go. */
  save(button: string, file: string): Promise<void>;
  close(): Promise<void>;
}

async function overLoopback(): Promise<Way> {
  const { page, home, complaints, close } = await openWindow();
  const save = async (button: string, file: string) => {
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("dialog").getByLabel("文件名").fill(file);
    await page.getByRole("button", { name: "存到这里" }).click();
  };
  return { page, home, complaints, save, close };
}

const shell = shellTests();

async function inTheShell(): Promise<Way> {
  const desk = await shell.open({ pages: builtPages });
  await desk.page.setViewportSize({ width: 1440, height: 900 });
  await desk.page.waitForSelector(".start-action");
  const { page, home, complaints } = desk;
  const save = async (button: string, file: string) => {
    desk.answers.push(join(home, file));
    await page.getByRole("button", { name: button }).click();
  };
  return { page, home, complaints, save, close: async () => {} };
}

const skip = Boolean(noWindow) || !existsSync(shared);

describe.skipIf(skip).each([
  { through: "the loopback host", open: overLoopback },
  { through: "the shell, over the double", open: inTheShell },
])("a night through $through", ({ open }) => {
  let way: Way;
  beforeAll(async () => {
    way = await open();
  });
  afterAll(() => way?.close());

  it("imports the page and lays it out", async () => {
    const { page } = way;
    await previewShared(page);
    expect(await page.locator(".found-page li").count()).toBeGreaterThanOrEqual(5);
    await way.save("建成新的一期…", "一夜.dayang");
    await page.waitForSelector("[data-sheet]");
    await settled(page);
    const { blocks, text } = await see(page);
    expect(blocks.length).toBeGreaterThanOrEqual(5);
    expect(text.length).toBeGreaterThan(5000);
  });

  it("reads the findings one by one, each readable on the sheet", async () => {
    const { page } = way;
    await view(page, "校对");
    await checked(page);
    const before = await rows(page).count();
    if (before > 0) {
      await page.keyboard.press("F8");
      await page.locator(".proof-card").waitFor();
      expect((await page.locator("[data-announcer]").textContent())?.length).toBeGreaterThan(4);
    }
    await view(page, "图数");
    await rows(page).first().waitFor();
  });

  it("breaks a figure: the sum turns red, with its own evidence, and holds again when that is undone", async () => {
    const { page } = way;
    const sum = await chooseSum(page);
    const parts = sum.split("＋").length;
    const part = await breakSum(page, sum);
    await view(page, "校对");
    const broken = rows(page).filter({ hasText: `＋1${part}）` });
    await broken.first().click();
    const card = page.locator(".proof-card");
    expect(await card.locator("strong").first().textContent()).toBe("差错");
    const evidence = await card.locator(".equation .place-link").allTextContents();
    expect(evidence).toHaveLength(parts + 1);
    expect(evidence.at(-1)).toBe(`1${part}`);
    await page.keyboard.press("Control+z");
    await checked(page);
    expect(await broken.count()).toBe(0);
    expect(await chooseSum(page)).toBe(sum);
  });

  it("resizes a block by its edge", async () => {
    const { page } = way;
    await view(page, "版面");
    const before = (await see(page)).blocks;
    const block = before.find(({ kind, place }) => kind === "article" && place.lines > 15);
    if (!block) throw new Error("no block deep enough");
    const middle = (block.left + block.right) / 2;
    await page.mouse.click(middle, block.top + 12);
    await page.mouse.move(middle, block.bottom);
    await page.mouse.down();
    const line = (block.bottom - block.top) / block.place.lines;
    await page.mouse.move(middle, block.bottom - 4 * line, { steps: 6 });
    await page.mouse.up();
    await settled(page);
    const after = (await see(page)).blocks.find(({ id }) => id === block.id);
    expect(after?.place.lines).toBe(block.place.lines - 4);
  });

  it("inserts a jump, exports, and the PDF says what the sheet says", async () => {
    const { page, home } = way;
    const article = (await see(page)).blocks.filter(({ kind }) => kind === "article").at(-1);
    if (!article) throw new Error("no article");
    await page.mouse.click((article.left + article.right) / 2, article.top + 12);
    await command(page, "转版");
    await page.getByRole("dialog").getByRole("button", { name: "转版", exact: true }).click();
    await settled(page);
    await command(page, "导出 PDF");
    await way.save("导出…", "一夜.pdf");
    await page.getByText("印前检查：").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "完成" }).click();
    const file = join(home, "一夜.pdf");
    expect(existsSync(file)).toBe(true);
    const headlines = (await see(page)).blocks.map(({ headline }) => headline.replace(/\s/g, ""));
    if (pdftotext.missing) return;
    const text = pdftotext.run("-enc", "UTF-8", file, "-").stdout.replace(/\s/g, "");
    expect(text).toMatch(/下转A\d版①/);
    expect(text).toMatch(/上接A1版/);
    expect(headlines.filter((headline) => headline && !text.includes(headline))).toEqual([]);
  }, 120_000);

  it("complained of nothing", () => expect(way.complaints).toEqual([]));
});
