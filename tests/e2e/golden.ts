/**
 * Golden pictures of the desk: how each view looked when somebody last looked at it and said it was right.
 *
 * Both pictures are shrunk before they are compared, so that the edges of letters, which differ from one machine's
 * Chromium to the next, count for little; a control that moves, grows or changes colour still counts.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";

const folder = join(import.meta.dirname, "../golden/desk");

/** A channel that differs by more than this, of 255, makes a pixel different. */
const CHANNEL = 24;
/** Share of pixels that may differ. */
const SHARE = 0.015;

let failed: string | null = null;

/** Golden pictures are kept this wide, in px: large enough to be read, and small files. */
const KEPT = 960;

/** Share of the pixels that differ, 0–1, both seen at `width` px; 1 where their proportions differ. */
export async function difference(one: Uint8Array, other: Uint8Array, width = 720): Promise<number> {
  const [a, b] = await Promise.all([shrunk(one, width), shrunk(other, width)]);
  if (a.info.width !== b.info.width || a.info.height !== b.info.height) return 1;
  let different = 0;
  for (let i = 0; i < a.data.length; i += 3) {
    for (let channel = 0; channel < 3; channel++) {
      if (Math.abs((a.data[i + channel] ?? 0) - (b.data[i + channel] ?? 0)) <= CHANNEL) continue;
      different++;
      break;
    }
  }
  return different / (a.info.width * a.info.height);
}

function shrunk(picture: Uint8Array, width: number) {
  return sharp(picture)
    .removeAlpha()
    .resize({ width, kernel: "linear" })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/** A view is drawn within this, in ms, or it looks wrong. */
const PATIENCE = 4000;

/**
 * What is wrong with the picture of `page` against the golden one called `name`, or null as soon as it looks right: what
 * is still being drawn is looked at again. UPDATE_GOLDEN=1 makes the golden picture.
 */
export async function againstGolden(page: Page, name: string): Promise<string | null> {
  const path = join(folder, `${name}.png`);
  if (process.env.UPDATE_GOLDEN) {
    await page.waitForTimeout(PATIENCE / 4);
    mkdirSync(folder, { recursive: true });
    const kept = await sharp(await pictureOf(page))
      .resize({ width: KEPT, kernel: "lanczos3" })
      .png({ palette: true, dither: 0, effort: 10 })
      .toBuffer();
    writeFileSync(path, kept);
  }
  if (!existsSync(path)) return `there is no golden picture ${name}: UPDATE_GOLDEN=1 makes it`;
  const golden = readFileSync(path);
  const until = Date.now() + PATIENCE;
  for (;;) {
    const seen = await pictureOf(page);
    const { width } = await sharp(seen).metadata();
    // Smaller than it is kept, so that neither was only shrunk once: fine print would come out another grey.
    const share = await difference(seen, golden, Math.min(Math.round(width / 2), KEPT * 0.8));
    if (share <= SHARE) return null;
    if (Date.now() < until) {
      await page.waitForTimeout(100);
      continue;
    }
    failed ??= mkdtempSync(join(tmpdir(), "dayang-golden-"));
    const actual = join(failed, `${name}.png`);
    writeFileSync(actual, seen);
    return `${name} differs in ${(share * 100).toFixed(2)} % of its pixels; it looks like ${actual}`;
  }
}

const pictureOf = (page: Page) => page.screenshot({ animations: "disabled", caret: "hide" });

/** Makes the desk look the same on every machine: its own face for all words, nothing that moves. */
export async function still(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(async () => {
    document.documentElement.style.setProperty("--font", '"Dayang Hei", sans-serif');
    await document.fonts.ready;
  });
  // The host sends it with the fonts of the sheet, after the first screen.
  await page.waitForFunction(
    () => [...document.fonts].some(({ family, status }) => /Dayang Hei/.test(family) && status === "loaded"),
    undefined,
    { timeout: 60_000 },
  );
  await page.mouse.move(2, 2);
}
