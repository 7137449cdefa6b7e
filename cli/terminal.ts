/**
 * Where the command line reads its language from and writes to. Results go to stdout; progress, notes and the one
 * line about unusable input go to stderr. A reader that goes away (head, a closed pipe) ends the program quietly.
 */
import { word } from "../core/catalogue/catalogue.ts";
import type { Locale, Values } from "../core/catalogue/message.ts";
import type { Problem } from "../core/problem.ts";
import { told } from "../core/told.ts";

export interface Terminal {
  readonly locale: Locale;
  /** Writes a line of the result. */
  print(line?: string): void;
  /** Writes a line of the result from the catalogue. */
  say(key: string, values?: Values): void;
  /** Writes a line beside the result. */
  note(key: string, values?: Values): void;
  problem(problem: Problem): void;
  /**
   * Names the stage that begins. Shown at once where it is known to take long, otherwise once the command has been
   * running for a second: a quick command has no progress to show.
   */
  stage(key: string, values?: Values, options?: { readonly long?: boolean }): void;
  word(key: string, values?: Values): string;
}

export interface TerminalOptions {
  readonly locale: Locale;
  readonly quiet: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Milliseconds by any steady clock. */
  readonly clock: () => number;
}

export function createTerminal({ locale, quiet, out, err, clock }: TerminalOptions): Terminal {
  const began = clock();
  const inWords = (key: string, values?: Values) => word(locale, key, values);
  return {
    locale,
    word: inWords,
    print: (line = "") => out(`${line}\n`),
    say: (key, values) => out(`${inWords(key, values)}\n`),
    note: (key, values) => err(`${inWords(key, values)}\n`),
    problem({ key, values }) {
      err(`${oneLine(told(inWords, ownWords[key] ?? key, values))}\n`);
    },
    stage(key, values, { long = false } = {}) {
      if (quiet || (!long && clock() - began < 1000)) return;
      err(`${inWords(key, values)}\n`);
    },
  };
}

/** Problems whose way out is an option here and a box to tick at the desk. */
const ownWords: Readonly<Record<string, string>> = { "placed.preflight": "cli.placed.preflight" };

/** A file's name may hold anything; what is said about it stays one line. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

/** The language of the environment (POSIX order: LC_ALL, LC_MESSAGES, LANG). Chinese where it says nothing. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Locale {
  const value = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^en\b|^en_/i.test(value) ? "en" : "zh";
}
