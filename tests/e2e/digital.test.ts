/** The digital edition in a real browser, from a web server and from the disk, on a desk and on a phone. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDigital } from "../../host/digital/digital.ts";
import { readLaidOutSample } from "../../host/work/sample.ts";
import { article, at, byline, edition, kicker, p, page as paperPage } from "../core/edition/builders.ts";
import { axe, noWindow } from "./desk-window.ts";

const home = mkdtempSync(join(tmpdir(), "dayang-digital-"));
const folder = join(home, "sample");
const hostile = join(home, "hostile");

const nasty = `<script>window.broken = 1</script><img src=x onerror="window.broken = 2">"'&amp;`;
const small = {
  edition: edition(
    { paper: nasty, date: "2020-02-18", publisher: nasty },
    paperPage("A1", article({ place: at(0, 0, 4, 40) }, nasty, kicker(nasty), byline(nasty), p(nasty))),
    // A page that would be written beside the folder, and its article with it.
    paperPage("../evil", article({ place: at(0, 0, 4, 40) }, "平安", p("无事。"))),
  ),
  picture: () => null,
  pages: [],
  locale: "zh",
  width: 120,
} as const;

let server: Server;
let base = "";
let browser: Browser;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".png": "image/png",
  ".webp": "image/webp",
};

beforeAll(async () => {
  const { edition: sample, pictures } = await readLaidOutSample();
  await writeDigital(folder, {
    edition: sample,
    picture: (digest) => pictures.find((own) => own.digest === digest)?.bytes ?? null,
    pages: [],
    locale: "zh",
    width: 600,
  });
  await writeDigital(hostile, small);
  // As plain as a web server can be.
  server = createServer((request, response) => {
    const path = join(home, decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname));
    if (!existsSync(path)) response.writeHead(path.endsWith("favicon.ico") ? 204 : 404).end();
    else
      response
        .writeHead(200, { "content-type": types[extname(path)] ?? "text/plain" })
        .end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (noWindow) return;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(home, { recursive: true, force: true });
});

async function open(
  path: string,
  viewport = { width: 1280, height: 900 },
  colorScheme: "light" | "dark" = "light",
) {
  const page = await browser.newPage({ viewport, colorScheme });
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("response", (response) => response.status() >= 400 && complaints.push(response.url()));
  await page.goto(path.startsWith("file:") ? path : `${base}${path}`, { waitUntil: "load" });
  return { page, complaints };
}

/** True where nothing runs over the window's side. */
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

const phone = { width: 390, height: 844 };
const digests = (root: string) =>
  (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => extname(file))
    .sort()
    .map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(root, file)))
        .digest("hex"),
    ]);

describe("the folder", () => {
  it("is the same for the same edition, and replaced whole by the next", async () => {
    const before = digests(hostile);
    writeFileSync(join(hostile, "left-over.html"), "");
    await writeDigital(hostile, small);
    expect(digests(hostile)).toEqual(before);
    expect(readdirSync(home).sort()).toEqual(["hostile", "sample"]);
  });

  it("is not put over anything else", async () => {
    const other = join(home, "other");
    mkdirSync(other);
    writeFileSync(join(other, "thesis.docx"), "");
    await expect(writeDigital(other, small)).rejects.toMatchObject({ key: "digital.not-ours" });
    expect(readdirSync(other)).toEqual(["thesis.docx"]);
    rmSync(other, { recursive: true });
  });

  it("holds each page as PNG and WebP, once and twice the size", async () => {
    for (const [file, width] of [
      ["A1.png", 600],
      ["A1@2x.png", 1200],
      ["A1.webp", 600],
      ["A1@2x.webp", 1200],
    ] as const)
      expect((await sharp(join(folder, "pages", file)).metadata()).width, file).toBe(width);
  });

  it("shows paper white, to the last pixel of the margins", async () => {
    for (const file of ["A1.png", "A1@2x.png", "A1.webp", "A1@2x.webp"]) {
      const image = sharp(join(folder, "pages", file));
      const { width, height } = await image.metadata();
      for (const strip of [
        { left: 0, top: 0, width: Math.floor(width * 0.03), height },
        { left: 0, top: Math.floor(height * 0.98), width, height: Math.floor(height * 0.02) },
      ]) {
        const { channels } = await sharp(await image.clone().extract(strip).png().toBuffer()).stats();
        for (const { min } of channels.slice(0, 3)) expect(min, file).toBeGreaterThanOrEqual(253);
      }
    }
  });

  it("links to nothing that is not in it", () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
      const text = readFileSync(join(folder, file), "utf8");
      const links = [...text.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => link ?? "");
      const sets = [...text.matchAll(/srcset="([^"]+)"/g)].flatMap(([, set]) =>
        (set ?? "").split(", ").map((part) => part.split(" ")[0] ?? ""),
      );
      expect(links.length).toBeGreaterThan(3);
      for (const link of [...links, ...sets])
        expect(existsSync(join(folder, link)), `${file}: ${link}`).toBe(true);
    }
  });
});

describe.skipIf(noWindow)("in a browser", () => {
  it("leads from the index to a page, by its picture to an article, and on to the next", async () => {
    const { page, complaints } = await open("/sample/index.html");
    await page.getByRole("link", { name: "A1 要闻" }).first().click();
    await page.waitForURL(/A1\.html$/);
    // The map lies on the picture: a click where the photograph's article stands.
    const map = page.getByRole("group", { name: "版面上的稿件" });
    const target = map.getByRole("link", { name: "北汽株洲分公司焊花再起" });
    const box = await target.boundingBox();
    if (!box) throw new Error("no area");
    await page.mouse.click(box.x + box.width / 2, box.y + 12);
    await page.waitForURL(/A1-\d+\.html$/);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("北汽株洲分公司焊花再起");
    const photo = page.locator("figure img");
    expect(await photo.getAttribute("alt")).not.toBe("");
    expect(await photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(300);
    await page.locator("a[rel=next]").click();
    await page.waitForLoadState();
    expect(await page.locator("h1").textContent()).not.toBe("北汽株洲分公司焊花再起");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("is walked by keys, an area of the picture showing where one is", async () => {
    const { page } = await open("/sample/A2.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
    const stroke = () =>
      page.evaluate(() => {
        const polygon = document.activeElement?.querySelector("polygon");
        return polygon ? getComputedStyle(polygon).stroke : null;
      });
    for (let i = 0; i < 10 && (await stroke()) === null; i++) await page.keyboard.press("Tab");
    await expect.poll(stroke).toBe("rgb(165, 53, 42)");
    const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/A[12]-\d+\.html$/);
    expect(await page.locator("h1").textContent()).toBe(name);
    await page.close();
  });

  it("joins an article that jumps, and leads to both of its pages", async () => {
    const { page } = await open("/sample/A2.html");
    await page
      .getByRole("group")
      .getByRole("link", { name: /^连续两日/ })
      .click();
    await page.waitForURL(/A1-\d+\.html$/);
    const links = await page.locator(".facts a").allTextContents();
    expect(links).toEqual(["A1 版", "接 A2 版"]);
    expect(await page.locator("article").textContent()).not.toMatch(/下转|上接/);
    await page.close();
  });

  it.each([
    ["desk, light", { width: 1280, height: 900 }, "light"],
    ["phone, dark", phone, "dark"],
  ] as const)(
    "is clean by axe and fits the window: %s",
    async (_, viewport, scheme) => {
      for (const file of ["index", "A1", "A1-01"]) {
        const { page, complaints } = await open(`/sample/${file}.html`, viewport, scheme);
        expect(await fits(page), file).toBe(true);
        expect(complaints).toEqual([]);
        // axe is put in by the debugger, which a policy does not bind.
        expect(await axe(page), file).toEqual([]);
        const size = await page
          .locator("p.text, li a")
          .first()
          .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
        expect(size).toBeGreaterThanOrEqual(14);
        await page.close();
      }
    },
    60_000,
  );

  it("prints hostile words as they were written, and runs none of them", async () => {
    const { page, complaints } = await open("/hostile/A1-01.html", phone);
    expect(await page.locator("h1").textContent()).toBe(nasty);
    expect(await page.locator("p.text").textContent()).toBe(nasty);
    expect(await page.evaluate(() => (window as { broken?: number }).broken)).toBeUndefined();
    expect(await page.locator("article img, article script").count()).toBe(0);
    expect(await fits(page)).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("opens from the disk, without a web server", async () => {
    const { page, complaints } = await open(`file://${folder}/A1.html`);
    expect(
      await page.locator(".sheet img").evaluate((img: HTMLImageElement) => img.naturalWidth),
    ).toBeGreaterThan(100);
    expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe("0px");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
