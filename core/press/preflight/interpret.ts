/**
 * Runs the content of every page and notes each mark it makes and each transparent thing it does.
 *
 * Clips are kept as boxes and glyphs are not drawn: positions are good to a few points; sizes, widths and colours are
 * exact. Forms are run where they are placed; depth and operators are bounded.
 */
import type { PdfDocument, PdfPage } from "./document.ts";
import type { Effect, Mark } from "./marks.ts";
import { operandsOf, operators } from "./operators.ts";
import { Run } from "./run.ts";
import { EVERYWHERE, initialState } from "./state.ts";
import { ContentStream, type Perform } from "./stream.ts";
import { operations } from "./tokens.ts";
import type { Typeface } from "./typefaces.ts";

export interface Interpretation {
  readonly marks: readonly Mark[];
  readonly effects: readonly Effect[];
  readonly typefaces: readonly Typeface[];
  /** Pages that could not be read to their end: a stream was damaged or went over a limit. */
  readonly unread: ReadonlySet<PdfPage>;
}

export function interpret(document: PdfDocument): Interpretation {
  const run = new Run(document);
  for (const page of document.pages) {
    run.begin(page);
    const state = initialState(page.media ?? EVERYWHERE);
    if (page.content === null) run.unread.add(page);
    else perform(new ContentStream(run, page, page.resources, state, perform), page.content);
  }
  return {
    marks: run.marks,
    effects: run.effects,
    typefaces: [...run.typefaces.values()],
    unread: run.unread,
  };
}

const perform: Perform = (stream, data) => {
  for (const operation of operations(data)) {
    if (!stream.next()) return;
    operators[operation.operator]?.(stream, operandsOf(operation));
  }
};
