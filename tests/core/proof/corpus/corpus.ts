/**
 * Stories of our own with the relations a reader finds in them, for `npm run eval` and the corpus test.
 *
 * A file is stories with an empty line between; its first block is a comment. A story's lines are its paragraphs; a
 * line `> sum 9=5+4` is a relation that must be read, all of them of the kinds that the story is labelled for. Sums and
 * balances that are not labelled must not be told. The stories of kept*.txt are not looked at while rules are made.
 */
import { readdirSync, readFileSync } from "node:fs";

export interface Labelled {
  readonly kind: string;
  readonly total: number;
  readonly parts: readonly number[];
  /** Of bulletins: "ambiguous" where the text does not claim it. */
  readonly claimed?: boolean | string;
}

export interface Story {
  /** File and number, "relief 7". */
  readonly name: string;
  readonly text: string;
  readonly relations: readonly Labelled[];
  /** Not looked at while rules are made. */
  readonly kept: boolean;
}

const folder = new URL("./", import.meta.url);

/** Every story of the folder, in order of file and place. Throws on a label that cannot be read. */
export function corpus(): Story[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) =>
      storiesIn(
        file.replace(".txt", ""),
        readFileSync(new URL(file, folder), "utf8"),
        file.startsWith("kept"),
      ),
    );
}

/** The stories of one file of that name. Throws on a label that cannot be read. */
export function storiesIn(name: string, text: string, kept = false): Story[] {
  const [, ...blocks] = text.trim().split(/\n\s*\n/);
  return blocks.map((block, i) => storyOf(`${name} ${i + 1}`, block, kept));
}

function storyOf(name: string, block: string, kept: boolean): Story {
  const lines = block.split("\n");
  return {
    name,
    kept,
    text: lines.filter((line) => !line.startsWith(">")).join("\n"),
    relations: lines.filter((line) => line.startsWith(">")).map((line) => labelOf(name, line)),
  };
}

function labelOf(name: string, line: string): Labelled {
  const [, kind, total, parts] = /^> (\w+) ([\d.]+)=([\d.+]+)$/.exec(line) ?? [];
  if (kind === undefined || parts === undefined) throw new SyntaxError(`${name}: ${line}`);
  return { kind, total: Number(total), parts: parts.split("+").map(Number) };
}
