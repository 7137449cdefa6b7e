/**
 * A digital edition (数字报) as one folder that any web server serves: pages as pictures with their articles as links,
 * articles as clean HTML, no scripts, nothing from elsewhere. The same edition gives the same bytes.
 *
 * The folder appears whole: it is made beside its place and put there in one go, in place of an earlier one of its kind.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Locale } from "../../core/catalogue/message.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import { pageNames } from "../../core/digital/names.ts";
import {
  type DigitalEdition,
  type DigitalPage,
  type DigitalPicture,
  digitalFiles,
  imageFile,
  STYLE,
} from "../../core/digital/pages.ts";
import { type Story, type StoryPicture, storiesOf } from "../../core/digital/stories.ts";
import { digitalCss } from "../../core/digital/style.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import { guarded } from "../store/fault.ts";
import { composeSheets, machineFaces, pickSheets } from "../work/sheets.ts";
import { publishFolder, type Scaffold, scaffoldOf } from "./publish.ts";
import { type PictureBytes, rasterPage, webPicture } from "./rasters.ts";

export interface DigitalOrder {
  readonly edition: Edition;
  readonly picture: PictureBytes;
  /** Page numbers; all where none is named. */
  readonly pages: readonly string[];
  readonly locale: Locale;
  /** Width of a page's picture in pixels; there is one of twice the width too. */
  readonly width?: number;
  /** Named by whoever may stop the writing, and takes it down then. */
  readonly scaffold?: Scaffold;
  readonly stage?: (stage: "compose" | "page" | "pictures" | "write", page: string, fraction: number) => void;
}

export interface DigitalFolder {
  readonly folder: string;
  readonly pages: readonly string[];
  readonly stories: number;
  readonly bytes: number;
}

const WIDTH = 1200;
/** Widths of an article's picture in pixels. */
const PICTURE = [800, 1600] as const;
/** Says that a folder is one of ours, and what is in it, to programs. */
const LISTING = "edition.json";
const FORMAT = "dayang-digital/1";

/**
 * Throws a Problem: "digital.not-ours" where `out` holds something else, "store.…" where it cannot be written, and as
 * pictures do. Nothing is left half made.
 */
export async function writeDigital(out: string, order: DigitalOrder): Promise<DigitalFolder> {
  const folder = resolve(out);
  checkFolder(folder);
  const files = await makeDigital(order);
  order.stage?.("write", "", 0.95);
  guarded(basename(folder), () => publishFolder(folder, files.all, order.scaffold ?? scaffoldOf(folder)));
  const bytes = [...files.all.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  return { folder, pages: files.pages, stories: files.stories, bytes };
}

interface Made {
  /** By path in the folder. */
  readonly all: ReadonlyMap<string, Uint8Array | string>;
  readonly pages: readonly string[];
  readonly stories: number;
}

async function makeDigital({ edition, picture, locale, ...order }: DigitalOrder): Promise<Made> {
  order.stage?.("compose", "", 0.02);
  const sheets = pickSheets(composeSheets(edition), order.pages);
  const numbers = sheets.map(({ number }) => number);
  const names = pageNames(numbers);
  const stories = storiesOf(edition, numbers);
  const all = new Map<string, Uint8Array | string>([[STYLE, digitalCss.trimStart()]]);

  const pages: DigitalPage[] = [];
  for (const [i, sheet] of sheets.entries()) {
    const name = names.get(sheet.number) ?? "";
    order.stage?.("page", sheet.number, 0.05 + (0.75 * i) / sheets.length);
    const { once, twice } = await rasterPage(sheet, machineFaces(), picture, order.width ?? WIDTH);
    for (const [raster, double] of [
      [once, false],
      [twice, true],
    ] as const)
      for (const ending of ["png", "webp"] as const) all.set(imageFile(name, ending, double), raster[ending]);
    pages.push({ ...pageFacts(edition, sheet), name, image: { width: once.width, height: once.height } });
  }

  order.stage?.("pictures", "", 0.82);
  const pictures = await storyPictures(stories, picture, all);
  const whole: DigitalEdition = {
    locale,
    facts: edition.facts,
    pages,
    stories,
    picture: (placed) => pictures.get(pictureName(placed)) ?? null,
  };
  for (const [name, text] of digitalFiles(whole)) all.set(name, text);
  all.set(LISTING, `${JSON.stringify(listing(whole), null, 2)}\n`);
  return { all, pages: numbers, stories: stories.length };
}

function pageFacts(edition: Edition, sheet: Sheet): Omit<DigitalPage, "image" | "name"> {
  const page = edition.pages.find((candidate) => candidate.attrs.id === sheet.page);
  return {
    number: sheet.number,
    title: (page?.attrs.title as string | undefined) ?? "",
    trim: { width: sheet.width, height: sheet.height },
  };
}

/** One name for a picture cut in one way. */
const pictureName = ({ source, crop }: StoryPicture): string =>
  createHash("sha256")
    .update(JSON.stringify([source, crop.x, crop.y, crop.width, crop.height]))
    .digest("hex")
    .slice(0, 16);

async function storyPictures(
  stories: readonly Story[],
  picture: PictureBytes,
  all: Map<string, Uint8Array | string>,
): Promise<Map<string, DigitalPicture>> {
  const made = new Map<string, DigitalPicture>();
  for (const part of stories.flatMap((story) => story.body)) {
    if (part.kind !== "picture") continue;
    const name = pictureName(part);
    const bytes = made.has(name) ? null : picture(part.source);
    if (!bytes) continue;
    const sizes: { file: string; width: number; height: number }[] = [];
    for (const most of PICTURE) {
      const { webp, width, height } = await webPicture(bytes, part.crop, most);
      if (sizes.some((other) => other.width === width)) continue;
      const file = `pictures/${name}-${width}.webp`;
      all.set(file, webp);
      sizes.push({ file, width, height });
    }
    const [first] = sizes;
    if (first) made.set(name, { width: first.width, height: first.height, sizes });
  }
  return made;
}

/** What a program wants to know of the folder. */
function listing({ facts, pages, stories }: DigitalEdition) {
  return {
    format: FORMAT,
    paper: facts.paper,
    date: facts.date,
    pages: pages.map(({ name, number, title, trim, image }) => ({
      number,
      title,
      html: `${name}.html`,
      picture: imageFile(name, "png", false),
      ...image,
      trim,
    })),
    articles: stories.map(({ name, page, headline, areas }) => ({
      html: `${name}.html`,
      page,
      headline,
      /** In pt from the corner of the trim. */
      areas,
    })),
  };
}

function checkFolder(folder: string): void {
  if (!existsSync(folder)) {
    if (!existsSync(dirname(folder)))
      throw new Problem("store.no-folder", { file: basename(folder), folder: dirname(folder) });
    return;
  }
  const names = guarded(basename(folder), () => readdirSync(folder));
  if (names.length > 0 && !isOurs(folder)) throw new Problem("digital.not-ours", { folder });
}

function isOurs(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, LISTING), "utf8")).format === FORMAT;
  } catch {
    return false;
  }
}
