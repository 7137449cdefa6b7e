/**
 * The line breaker's door: a paragraph in, its lines out.
 *
 * Equal paragraphs have equal lines, so breaks are kept with the prepared paragraph and set lines with the pieces
 * they were set from; only what changed is composed again.
 */
import type { Faces } from "../../world.ts";
import type { Line, Measure, ParagraphSetting, StyledText } from "../line.ts";
import { type Prepared, prepare } from "../prepare/prepare.ts";
import type { DocRef } from "../sheet.ts";
import { type FittedLine, fitLines } from "./fit.ts";
import { setLines } from "./lines.ts";

/** Settings of one paragraph kept with it (it is seldom set to more than a few measures). */
const MEMO_LIMIT = 32;

/**
 * Sets `text` to `measure` (pt), total fit over the whole paragraph.
 *
 * Every UTF-16 unit of the text is in some run's `texts` except white space that a line ends in. A line is
 * `overfull` only where one cell (a character, a ——) is wider than the measure. An empty text has no lines.
 */
export function setParagraph(
  text: readonly StyledText[],
  setting: ParagraphSetting,
  measure: Measure,
  faces: Faces,
): Line[] {
  const prepared = prepare(text, setting.text, faces);
  if (typeof measure !== "number") {
    return setLines(prepared, fitLines(prepared, setting, measure), text, setting, faces);
  }
  const key = `${measure} ${setting.size} ${setting.indent} ${setting.align} ${setting.text.minLastLine} ${setting.lines ?? ""}`;
  const memo = memoOf(prepared, key, () => fitLines(prepared, setting, measure));
  if (!memo.set || !isSame(memo.set, text, setting)) {
    memo.set = { pieces: text, setting, lines: setLines(prepared, memo.fitted, text, setting, faces) };
  }
  return memo.set.lines;
}

interface Memo {
  readonly fitted: readonly FittedLine[];
  set: {
    readonly pieces: readonly StyledText[];
    readonly setting: ParagraphSetting;
    readonly lines: Line[];
  } | null;
}

function memoOf(prepared: Prepared, key: string, breaks: () => FittedLine[]): Memo {
  let memo = prepared.memo.get(key) as Memo | undefined;
  if (!memo) {
    if (prepared.memo.size >= MEMO_LIMIT) prepared.memo.clear();
    memo = { fitted: breaks(), set: null };
    prepared.memo.set(key, memo);
  }
  return memo;
}

/** True where the lines that were set before would come out the same to the last field. */
function isSame(
  set: NonNullable<Memo["set"]>,
  pieces: readonly StyledText[],
  setting: ParagraphSetting,
): boolean {
  const [a, b] = [set.setting.ink, setting.ink];
  return (
    (a === b || (a.c === b.c && a.m === b.m && a.y === b.y && a.k === b.k)) &&
    pieces.every((piece, index) => {
      const other = set.pieces[index] as StyledText;
      return (
        piece.offset === other.offset &&
        piece.role === other.role &&
        piece.ref.page === other.ref.page &&
        piece.ref.pos === other.ref.pos
      );
    })
  );
}

export interface MissingGlyph {
  readonly text: string;
  readonly ref: DocRef;
  /** Offset in its textblock, UTF-16; −1 for derived text. */
  readonly offset: number;
}

/** Characters of `lines` that no face has: they print as an empty box (glyph 0), and somebody must be told. */
export function missingGlyphs(lines: readonly Line[]): MissingGlyph[] {
  return lines.flatMap((line) =>
    line.runs.flatMap((run) =>
      run.gids.flatMap((gid, index) => {
        const text = run.texts[index] as string;
        return gid === 0 && text.trim() !== ""
          ? [{ text, ref: run.ref, offset: run.offsets[index] as number }]
          : [];
      }),
    ),
  );
}
