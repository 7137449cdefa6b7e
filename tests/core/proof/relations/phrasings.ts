/**
 * One relation in many wordings: sentences where it holds, sentences where it fails, and near misses that say nothing
 * of the kind. Paragraphs are parted by "\n".
 */
import { describe, expect, test } from "vitest";
import { told } from "./told.ts";

export interface Phrasings {
  /** Read, and true. */
  readonly holds: readonly string[];
  /** Read, and false. */
  readonly fails: readonly string[];
  /** Nothing that is false. */
  readonly silent: readonly string[];
}

export function phrasings(kind: string, groups: Readonly<Record<string, Phrasings>>): void {
  describe.each(Object.entries(groups))(`${kind}: %s`, (_, { holds, fails, silent }) => {
    const failing = (text: string) => told(text).filter((line) => line.includes("≠"));
    test.each(holds)("holds: %s", (text) => {
      expect(told(text)).toContainEqual(expect.stringMatching(new RegExp(`^${kind} [^≠]*$`)));
      expect(failing(text)).toEqual([]);
    });
    test.each(fails)("fails: %s", (text) => {
      expect(failing(text)).toContainEqual(expect.stringMatching(new RegExp(`^${kind} `)));
    });
    test.each(silent)("is silent: %s", (text) => expect(failing(text)).toEqual([]));
  });
}
