/**
 * An article as what flows: its headline group apart, its body as a row of items.
 *
 * Positions are relative to the block (the node before the block is 0), so that a story is cached by its node and
 * survives edits elsewhere on the page.
 */
import type { Fragment, Node } from "prosemirror-model";
import type { HouseStyle } from "../../edition/style.ts";
import type { StyledText } from "../line.ts";
import { type Cohesion, cohesionOf } from "./sense.ts";

/** A textblock and where it stands, relative to its block. */
export interface Field {
  readonly node: Node;
  readonly pos: number;
  readonly text: string;
}

export type BodyItem =
  | {
      readonly kind: "paragraph";
      readonly field: Field;
      readonly dateline: Field | null;
      readonly length: number;
    }
  | { readonly kind: "crosshead"; readonly field: Field; readonly length: number }
  | { readonly kind: "jump"; readonly id: string; readonly length: 0 };

export interface StoryPicture {
  readonly node: Node;
  /** Position before the picture. */
  readonly pos: number;
  readonly caption: Field | null;
  readonly credit: Field | null;
}

export interface Story {
  readonly kicker: Field | null;
  readonly headline: Field | null;
  readonly decks: readonly Field[];
  readonly series: Field | null;
  readonly bylines: readonly Field[];
  readonly body: readonly BodyItem[];
  readonly pictures: readonly StoryPicture[];
  /** How often two characters stand together in the story: tells words apart where a headline breaks. */
  readonly cohesion: Cohesion;
}

/** A place in a story's body: an item, and a UTF-16 offset in its text (dateline and paragraph joined). */
export interface Cursor {
  readonly item: number;
  readonly offset: number;
}

/** By content: a block that was moved or dressed otherwise tells the same story. */
const stories = new WeakMap<Fragment, Story>();

export function storyOf(block: Node): Story {
  let story = stories.get(block.content);
  if (!story) {
    story = readStory(block);
    stories.set(block.content, story);
  }
  return story;
}

function readStory(block: Node): Story {
  const one: Record<string, Field | null> = {};
  const decks: Field[] = [];
  const bylines: Field[] = [];
  const body: BodyItem[] = [];
  const pictures: StoryPicture[] = [];
  let dateline: Field | null = null;
  block.forEach((node, offset) => {
    const field: Field = { node, pos: offset + 1, text: node.isTextblock ? node.textContent : "" };
    switch (node.type.name) {
      case "deck":
        if (field.text) decks.push(field);
        break;
      case "byline":
        if (field.text) bylines.push(field);
        break;
      case "dateline":
        dateline = field.text ? field : null;
        break;
      case "paragraph":
        if (!field.text && !dateline) break;
        body.push({
          kind: "paragraph",
          field,
          dateline,
          length: (dateline?.text.length ?? 0) + field.text.length,
        });
        dateline = null;
        break;
      case "crosshead":
        if (field.text) body.push({ kind: "crosshead", field, length: field.text.length });
        break;
      case "jump":
        body.push({ kind: "jump", id: node.attrs.id as string, length: 0 });
        break;
      case "picture":
        pictures.push(readPicture(node, offset + 1));
        break;
      default:
        if (field.text) one[node.type.name] = field;
    }
  });
  // A dateline with no paragraph after it is printed all the same.
  if (dateline) {
    const alone = dateline as Field;
    body.push({ kind: "paragraph", field: alone, dateline: null, length: alone.text.length });
  }
  const { kicker = null, headline = null, series = null } = one;
  const cohesion = cohesionOf(() => block.textContent);
  return { kicker, headline, decks, series, bylines, body, pictures, cohesion };
}

export function readPicture(node: Node, pos: number): StoryPicture {
  let caption: Field | null = null;
  let credit: Field | null = null;
  node.forEach((child, offset) => {
    const field: Field = { node: child, pos: pos + 1 + offset, text: child.textContent };
    if (!field.text) return;
    if (child.type.name === "caption") caption = field;
    if (child.type.name === "credit") credit = field;
  });
  return { node, pos, caption, credit };
}

/** Characters of the body from `from` to the end. */
export function lengthFrom(story: Story, from: Cursor): number {
  return story.body.slice(from.item).reduce((sum, item) => sum + item.length, 0) - from.offset;
}

/** A textblock's text by face: what is marked as emphasis stands in 黑. */
export function styledField(field: Field, face: StyledText["face"], role: string): StyledText[] {
  const texts: StyledText[] = [];
  field.node.forEach((child, offset) => {
    const own = child.marks.some((mark) => mark.type.name === "emphasis") ? "hei" : face;
    const last = texts.at(-1);
    // An anchor of a comment begins or ends here: the text is set as if it did not.
    if (last?.face === own) texts[texts.length - 1] = { ...last, text: last.text + child.text };
    else texts.push({ text: child.text ?? "", face: own, ref: { page: "", pos: field.pos }, offset, role });
  });
  return texts;
}

/** The texts of a paragraph item, cut to the span from `from` to `to` of its joined text. */
export function paragraphTexts(
  item: Extract<BodyItem, { kind: "paragraph" }>,
  style: HouseStyle,
  kai: boolean,
  from = 0,
  to = item.length,
): StyledText[] {
  const role = item.field.node.type.name;
  const body = kai ? style.faces.commentary : style.faces.body;
  const all = [
    ...(item.dateline ? styledField(item.dateline, style.faces.dateline, "dateline") : []),
    ...styledField(item.field, role === "dateline" ? style.faces.dateline : body, role),
  ];
  if (from === 0 && to === item.length) return all;
  const cut: StyledText[] = [];
  let at = 0;
  for (const part of all) {
    const start = Math.max(0, from - at);
    const end = Math.min(part.text.length, to - at);
    if (start < end) cut.push({ ...part, text: part.text.slice(start, end), offset: part.offset + start });
    at += part.text.length;
  }
  return cut;
}
