/** Builders for line-breaking tests: a paragraph of plain text, and its lines as one can read them. */
import { setParagraph } from "../../../core/compose/break/paragraph.ts";
import type { Line, Measure, ParagraphSetting, StyledText } from "../../../core/compose/line.ts";
import { BLACK } from "../../../core/compose/sheet.ts";
import { broadsheet, type HouseStyle } from "../../../core/edition/style.ts";
import type { Faces } from "../../../core/world.ts";
import { fakeFaces } from "./fake-faces.ts";

/** Type size of all these tests, so that positions in pt are ten times those in em. */
export const SIZE = 10;

export interface Options {
  readonly text?: Partial<HouseStyle["text"]>;
  readonly indent?: number;
  readonly align?: ParagraphSetting["align"];
  readonly faces?: Faces;
}

export const piece = (text: string, offset = 0, pos = 0): StyledText => ({
  text,
  face: "song",
  ref: { page: "A1", pos },
  offset,
  role: "paragraph",
});

/** Sets `text` to `measure` em; no indent unless it is asked for. */
export function setText(
  text: string | readonly StyledText[],
  measure: number | Measure,
  { text: style, indent = 0, align = "justify", faces = fakeFaces() }: Options = {},
): Line[] {
  const setting: ParagraphSetting = {
    size: SIZE,
    ink: BLACK,
    indent,
    align,
    text: { ...broadsheet.text, ...style },
  };
  const pieces = typeof text === "string" ? [piece(text)] : text;
  return setParagraph(pieces, setting, typeof measure === "number" ? measure * SIZE : measure, faces);
}

export const textOf = (line: Line) => line.runs.map((run) => run.texts.join("")).join("");
export const textsOf = (lines: readonly Line[]) => lines.map(textOf);

/** Where each glyph of a line stands, in em rounded to .01: "天 0 气 1 ， 2". */
export function positionsOf(line: Line): string {
  return line.runs
    .flatMap((run) =>
      run.gids.map((_, index) => {
        const x = (run.x + (run.along[index] as number)) / SIZE;
        return `${run.texts[index] || "+"} ${Number(x.toFixed(2))}`;
      }),
    )
    .join("  ");
}
