/**
 * A user's mistake or bad input, told in the user's words: never a stack trace, never a crash.
 *
 * Carries a catalogue key rather than a sentence, so that the edge that shows it chooses the language. Anything
 * else that is thrown is a fault of the program.
 */
import type { Values } from "./catalogue/message.ts";

export class Problem extends Error {
  override readonly name = "Problem";
  /** Key in the catalogue. */
  readonly key: string;
  /** What the message speaks of; `file` and `place` (line, page, offset) where there is one. */
  readonly values: Values;

  constructor(key: string, values: Values = {}, cause?: unknown) {
    super(`${key} ${JSON.stringify(values)}`, cause === undefined ? undefined : { cause });
    this.key = key;
    this.values = values;
  }
}
