/**
 * Paragraphs of a story in lines, remembered.
 *
 * Lines are cached under the paragraph's node: an edit to one paragraph breaks that paragraph alone. Cached runs hold
 * positions relative to the paragraph; whoever places a line adds the paragraph's own.
 */
import type { Node } from "prosemirror-model";
import type { HouseStyle } from "../../edition/style.ts";
import type { Faces } from "../../world.ts";
import { setParagraph } from "../break/paragraph.ts";
import type { Line, Measure } from "../line.ts";
import { BLACK } from "../sheet.ts";
import { type BodyItem, paragraphTexts } from "./story.ts";

type ParagraphItem = Extract<BodyItem, { kind: "paragraph" }>;

export interface ParagraphSpan {
  readonly from: number;
  readonly to: number;
  /** Lines wanted where they can be had within tolerance; the natural number where left out. */
  readonly count?: number;
}

interface Entry {
  readonly style: HouseStyle;
  readonly faces: Faces;
  readonly kai: boolean;
  readonly dateline: Node | null;
  readonly datelineAt: number;
  readonly from: number;
  readonly to: number;
  readonly count: number | undefined;
  /** Width of all lines, or of each, as a key. */
  readonly measure: number | string;
  readonly lines: readonly Line[];
}

const cache = new WeakMap<Node, Entry[]>();

/** Lines of a paragraph, or of a span of it; `widths` is one width in pt, or the widths line by line (the last goes on). */
export function paragraphLines(
  item: ParagraphItem,
  span: ParagraphSpan,
  widths: number | readonly number[],
  style: HouseStyle,
  faces: Faces,
  kai: boolean,
): readonly Line[] {
  const { field, dateline } = item;
  const measure = typeof widths === "number" ? widths : widths.join(" ");
  const datelineAt = dateline ? dateline.pos - field.pos : 0;
  let entries = cache.get(field.node);
  if (!entries) {
    entries = [];
    cache.set(field.node, entries);
  }
  const hit = entries.find(
    (e) =>
      e.measure === measure &&
      e.from === span.from &&
      e.to === span.to &&
      e.count === span.count &&
      e.dateline === (dateline?.node ?? null) &&
      e.datelineAt === datelineAt &&
      e.kai === kai &&
      e.style === style &&
      e.faces === faces,
  );
  if (hit) return hit.lines;
  const by: Measure =
    typeof widths === "number"
      ? widths
      : (line) => ({ inset: 0, width: widths[Math.min(line, widths.length - 1)] as number });
  const lines = set(item, span, by, style, faces, kai);
  // A paragraph is asked for at a handful of measures; cuts at jumps come and go.
  if (entries.length >= 16) entries.shift();
  entries.push({
    style,
    faces,
    kai,
    dateline: dateline?.node ?? null,
    datelineAt,
    from: span.from,
    to: span.to,
    count: span.count,
    measure,
    lines,
  });
  return lines;
}

function set(
  item: ParagraphItem,
  { from, to, count }: ParagraphSpan,
  measure: Measure,
  style: HouseStyle,
  faces: Faces,
  kai: boolean,
): readonly Line[] {
  const texts = paragraphTexts(item, style, kai, from, to).map((text) => ({
    ...text,
    ref: { page: "", pos: text.ref.pos - item.field.pos },
  }));
  return setParagraph(
    texts,
    {
      size: style.grid.size,
      ink: BLACK,
      indent: from === 0 ? style.text.indent : 0,
      align: "justify",
      text: style.text,
      ...(count === undefined ? {} : { lines: count }),
    },
    measure,
    faces,
  );
}
