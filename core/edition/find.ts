/**
 * Find and replace across an edition, over its reading.
 *
 * A match is a span of one text part; printed jump lines are not text and are never found. Replacing is one command:
 * all of it applies, or what no longer reads as it was found is left alone.
 */
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import type { Change } from "./change.ts";
import type { Command } from "./commands.ts";
import type { Reading } from "./reading.ts";
import { schema } from "./schema.ts";
import { foldWidth } from "./width.ts";

export interface FindOptions {
  /** "A" finds "a". */
  readonly ignoreCase: boolean;
  /** "2" finds "２", a half-width comma a full-width one. */
  readonly foldWidth: boolean;
}

export interface Match {
  /** Number of the page, and id of its document. */
  readonly number: string;
  readonly page: string;
  /** Id of the block, and its headline or caption. */
  readonly block: string;
  readonly headline: string;
  readonly role: string;
  /** Position before the textblock in the page; UTF-16 offsets in its text. */
  readonly pos: number;
  readonly from: number;
  readonly to: number;
  /** The text found, and what stands around it (up to 16 characters a side). */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

const AROUND = 16;

/** Every place in reading order of the documents; overlapping ones count once. Empty for an empty query. */
export function find(reading: Reading, query: string, options: FindOptions): Match[] {
  const wanted = fold(query, options);
  const matches: Match[] = [];
  if (wanted === "") return matches;
  for (const page of reading.pages) {
    for (const article of page.articles) {
      for (const { role, text, pos } of article.parts) {
        if (role === "jump") continue;
        const folded = fold(text, options);
        for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
          const to = at + wanted.length;
          matches.push({
            number: page.number,
            page: page.node.attrs.id as string,
            block: article.id,
            headline: article.headline ?? article.parts[0]?.text ?? "",
            role,
            pos,
            from: at,
            to,
            text: text.slice(at, to),
            before: text.slice(Math.max(0, at - AROUND), at),
            after: text.slice(to, to + AROUND),
          });
        }
      }
    }
  }
  return matches;
}

/** Length is kept, so that offsets hold. Lower case may be longer (İ): such a letter is compared as it is. */
function fold(text: string, options: FindOptions): string {
  const folded = options.foldWidth ? foldWidth(text) : text;
  if (!options.ignoreCase) return folded;
  const lower = folded.toLowerCase();
  return lower.length === folded.length ? lower : folded;
}

/** Puts `replacement` in the place of each match. A match whose text has changed since it was found is left alone. */
export function replaceMatches(matches: readonly Match[], replacement: string): Command {
  return (edition) => {
    const changes: Change[] = [];
    for (const page of edition.pages) {
      // From the end, so that positions of the matches before hold.
      const own = matches
        .filter((match) => match.page === page.attrs.id)
        .sort((a, b) => b.pos - a.pos || b.from - a.from);
      const tr = new Transform(page);
      for (const match of own) if (stands(page, match)) replace(tr, match, replacement);
      if (tr.steps.length > 0) changes.push({ kind: "steps", page: page.attrs.id, steps: tr.steps });
    }
    return changes.length > 0 ? changes : null;
  };
}

function stands(page: Node, { pos, from, to, text }: Match): boolean {
  const node = pos >= 0 && pos < page.content.size ? page.nodeAt(pos) : null;
  return Boolean(node?.isTextblock) && node?.textContent.slice(from, to) === text;
}

function replace(tr: Transform, { pos, from, to, text }: Match, replacement: string): void {
  if (replacement === text) return;
  const [start, end] = [pos + 1 + from, pos + 1 + to];
  // The new words are set as the first of the old ones were.
  const marks = tr.doc.nodeAt(start)?.marks ?? [];
  if (replacement === "") tr.delete(start, end);
  else tr.replaceWith(start, end, schema.text(replacement, marks));
}
