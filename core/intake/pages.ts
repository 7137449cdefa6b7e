/**
 * A file is a page, or several split by a line that holds only "# A2".
 *
 * Page numbers are kept in one form (capital section letter, no leading zeros), so that "A02" on a page line,
 * "Ａ２" in a jump line and "A2" are the same page.
 */
import { Problem } from "../problem.ts";

export interface PageText {
  readonly number: string;
  /** UTF-16 offsets of the page's text in the file; the "# A2" line belongs to no page. */
  readonly start: number;
  readonly end: number;
}

/** "Ａ０２", "a2" → "A2"; "12" → "12"; null where it is no page number. */
export function canonicalPage(text: string): string | null {
  const match = /^([A-Z]?)\s?0*(\d{1,3})$/.exec(text.normalize("NFKC").trim().toUpperCase());
  return match ? `${match[1]}${match[2]}` : null;
}

/**
 * The pages of a file in order. Text before the first page line is page `first`; white space alone is no page.
 * Throws a Problem (intake.pageTwice, with the line) where a number appears twice.
 */
export function splitPages(file: string, text: string, first: string): PageText[] {
  const marks: { number: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(
    /^[ \t\u3000]*[#＃](?:[ \t\u3000]+|(?=[A-Za-zＡ-Ｚ]))([A-Za-zＡ-Ｚ]?[\d０-９]{1,3})[ \t\u3000]*\r?$/gmu,
  )) {
    const number = canonicalPage(match[1] as string);
    if (number) marks.push({ number, start: match.index, end: match.index + match[0].length });
  }
  const pages: PageText[] = [];
  const head = marks[0]?.start ?? text.length;
  if (marks.length === 0 || text.slice(0, head).trim() !== "")
    pages.push({ number: first, start: 0, end: head });
  marks.forEach((mark, i) => {
    if (pages.some((page) => page.number === mark.number)) {
      const line = text.slice(0, mark.start).split("\n").length;
      throw new Problem("intake.pageTwice", { file, line, page: mark.number });
    }
    pages.push({ number: mark.number, start: mark.end, end: marks[i + 1]?.start ?? text.length });
  });
  return pages;
}
