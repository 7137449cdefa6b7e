/**
 * The articles of an edition as a reader on a screen wants them: whole, whichever pages they run over, in reading
 * order, with the areas that they take up on the printed pages.
 *
 * Pictures of an article go with it. A picture that stands on a page by itself is a story when it has words.
 */
import type { Node } from "prosemirror-model";
import { pageGrid } from "../compose/flow/grid.ts";
import { outlineOf, type Point } from "../compose/flow/outline.ts";
import { withoutAnchors } from "../edition/anchors.ts";
import type { Edition } from "../edition/edition.ts";
import { inReadingOrder } from "../edition/jumps.ts";
import type { Place } from "../edition/place.ts";
import type { Crop } from "../edition/schema.ts";
import { pageNames } from "./names.ts";

/** A stretch of text, emphasized or not. */
export interface Words {
  readonly text: string;
  readonly emphasis: boolean;
}

export interface StoryPicture {
  readonly kind: "picture";
  /** Digest of the picture in the edition file. */
  readonly source: string;
  readonly crop: Crop;
  readonly caption: string;
  readonly credit: string;
}

export type StoryPart =
  | { readonly kind: "paragraph"; readonly words: readonly Words[] }
  | { readonly kind: "crosshead"; readonly text: string }
  | StoryPicture;

/** A part of a page. */
export interface StoryArea {
  /** Number of the page. */
  readonly page: string;
  /** Its outline, in pt from the corner of the trim. */
  readonly points: readonly Point[];
}

export interface Story {
  /** Name of its file without the ending: "A1-03". */
  readonly name: string;
  /** Number of the page it starts on. */
  readonly page: string;
  readonly commentary: boolean;
  readonly kicker: string;
  /** Never empty: a story without a headline is called by its first words. */
  readonly headline: string;
  readonly decks: readonly string[];
  readonly series: string;
  readonly bylines: readonly string[];
  readonly body: readonly StoryPart[];
  readonly areas: readonly StoryArea[];
}

/** Characters of the first words that name a story without a headline. */
const CALLED = 18;

/** Stories of the pages named, in reading order; their areas are on those pages. */
export function storiesOf(edition: Edition, pages: readonly string[]): Story[] {
  const shown = edition.pages.filter((page) => pages.includes(page.attrs.number as string));
  const areas = areasByStory(edition, shown);
  const names = pageNames(pages);
  return shown.flatMap((page) => {
    const number = page.attrs.number as string;
    let count = 0;
    return inReadingOrder(page).flatMap((block): Story[] => {
      const story = storyOf(block);
      if (!story) return [];
      const name = `${names.get(number)}-${String(++count).padStart(2, "0")}`;
      return [{ ...story, name, page: number, areas: areas.get(block.attrs.id as string) ?? [] }];
    });
  });
}

function storyOf(block: Node): Omit<Story, "name" | "page" | "areas"> | null {
  if (block.type.name !== "article" && block.type.name !== "picture") return null;
  const texts = (name: string) =>
    block.children
      .filter((child) => child.type.name === name)
      .map((child) => child.textContent.trim())
      .filter(Boolean);
  if (block.type.name === "picture") {
    const picture = pictureOf(block);
    const [caption = ""] = texts("caption");
    if (!picture || caption === "") return null;
    return { ...noWords, headline: called(caption), body: [picture] };
  }
  const body = bodyOf(block);
  const [headline = ""] = texts("headline");
  const first = body.find((part) => part.kind === "paragraph");
  const name = headline || called(first?.words.map(({ text }) => text).join("") ?? "");
  if (name === "" && body.length === 0) return null;
  return {
    commentary: block.attrs.kind === "commentary",
    kicker: texts("kicker").join(" "),
    headline: name || "—",
    decks: texts("deck"),
    series: texts("series").join(" "),
    bylines: texts("byline"),
    body,
  };
}

const noWords = { commentary: false, kicker: "", decks: [], series: "", bylines: [] } as const;

function called(text: string): string {
  const signs = [...text.trim()];
  return signs.length > CALLED ? `${signs.slice(0, CALLED).join("")}…` : signs.join("");
}

/** Paragraphs whole across every jump; the dateline runs in, as it is printed. */
function bodyOf(article: Node): StoryPart[] {
  const parts: StoryPart[] = [];
  let dateline: Words[] = [];
  article.forEach((child) => {
    const kind = child.type.name;
    if (kind === "dateline") dateline = [{ text: child.textContent, emphasis: true }];
    else if (kind === "crosshead") parts.push({ kind, text: child.textContent });
    else if (kind === "picture") {
      const picture = pictureOf(child);
      if (picture) parts.push(picture);
    } else if (kind === "paragraph") {
      const words = [...dateline, ...wordsOf(child)];
      dateline = [];
      if (words.length > 0) parts.push({ kind, words });
    }
  });
  if (dateline.length > 0) parts.push({ kind: "paragraph", words: dateline });
  return parts;
}

/** A comment on some words is nobody's business on a screen. */
function wordsOf(paragraph: Node): Words[] {
  return withoutAnchors(paragraph).children.map((text) => ({
    text: text.text ?? "",
    emphasis: text.marks.length > 0,
  }));
}

function pictureOf(node: Node): StoryPicture | null {
  const source = node.attrs.source as string | null;
  if (!source) return null;
  const words = (name: string) =>
    node.children.find((child) => child.type.name === name)?.textContent.trim() ?? "";
  return {
    kind: "picture",
    source,
    crop: node.attrs.crop as Crop,
    caption: words("caption"),
    credit: words("credit"),
  };
}

/** By the id of an article, or of a picture on a page: continuations are their article's. */
function areasByStory(edition: Edition, pages: readonly Node[]): Map<string, StoryArea[]> {
  const grid = pageGrid(edition.style);
  const areas = new Map<string, StoryArea[]>();
  for (const page of pages)
    page.forEach((block) => {
      const { id, article, place } = block.attrs as {
        id: string;
        article?: string | null;
        place: Place | null;
      };
      const kind = block.type.name;
      if (!place || !["article", "continuation", "picture"].includes(kind)) return;
      const owner = kind === "continuation" ? (article ?? id) : id;
      const area = { page: page.attrs.number as string, points: outlineOf(place, grid) };
      areas.set(owner, [...(areas.get(owner) ?? []), area]);
    });
  return areas;
}
