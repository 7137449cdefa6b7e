/**
 * Headline groups (标题组): which run of short lines opens an article, and which of them is what.
 *
 * The signs are those a reader uses: a byline or dateline under the lines, a kicker that ends in …强调, a series
 * line led by a dash, the number of lines, their relative length (a kicker and a deck are set smaller and run
 * longer than the headline), and the white space around them.
 */
import {
  endsSentence,
  type Item,
  isAuthorLine,
  isCutFrom,
  isNumbered,
  isUnbalanced,
  type TitleItem,
} from "./items.ts";
import { isOpinionLabel } from "./marks.ts";
import { join, type Passage } from "./passage.ts";

export interface HeadlineGroup {
  readonly kicker: readonly TitleItem[];
  readonly headline: readonly TitleItem[];
  readonly decks: readonly TitleItem[];
  readonly series: readonly TitleItem[];
  /** Authors (names alone) and bylines. */
  readonly bylines: readonly Item[];
  /** Lines of `items` it takes. */
  readonly size: number;
  readonly opinion: boolean;
}

/** What stands before the lines in question. */
export interface Before {
  /** No article is open, or the open one ended (a jump, an end mark). */
  readonly fresh: boolean;
  /** The paragraph above breaks off in mid-sentence. */
  readonly open: boolean;
  /** A crosshead stands directly above. */
  readonly crosshead: boolean;
  /** The lines above introduce a list or are one: "名单如下：". */
  readonly list: boolean;
  /** The open article has its byline and waits for its text. */
  readonly signed: boolean;
  /** Blank lines that usually part paragraphs on this page. */
  readonly usualGap: number;
}

const MOST_LINES = 6;

/** The headline group that starts at `items[i]`, or null where those lines are something else. */
export function headlineGroup(items: readonly Item[], i: number, before: Before): HeadlineGroup | null {
  let end = i;
  while (end - i <= MOST_LINES && items[end]?.kind === "title") end++;
  let run = items.slice(i, end) as TitleItem[];
  if (run.length === 0) return null;
  if (run.length > MOST_LINES) run = before.fresh ? run.slice(0, 1) : [];

  const author = run.length >= 2 && isAuthorLine(run.at(-1) as Item) && items[end]?.kind === "body" ? 1 : 0;
  const bylines: Item[] = author ? [run.at(-1) as Item] : [];
  let size = run.length;
  while (items[i + size]?.kind === "byline") bylines.push(items[i + size++] as Item);
  const titles = author ? run.slice(0, -1) : run;

  const after = items[i + size];
  const hinted = titles.some((t) => t.hint === "headline" || t.hint === "kicker" || t.hint === "deck");
  const strong =
    hinted ||
    bylines.length > 0 ||
    (after?.kind === "body" && after.strong) ||
    titles.some((t) => t.series) ||
    (titles.length > 1 && SPEAKS.test(titles[0]?.text ?? ""));
  const signs = items[i + size - 1]?.kind === "byline" || (after?.kind === "body" && after.strong);
  if (!before.fresh && !signs && /[：:]$/.test(titles[0]?.text ?? "")) return null;
  if (!accept(titles, after, before, strong)) return null;
  return {
    ...roles(titles),
    bylines,
    size,
    opinion: author > 0 || titles.some((t) => isOpinionLabel(t.text)),
  };
}

function accept(
  run: readonly TitleItem[],
  after: Item | undefined,
  before: Before,
  strong: boolean,
): boolean {
  const [first] = run;
  if (!first) return false;
  if (before.list && !before.fresh && (!strong || (after?.kind === "body" && !after.strong))) return false;
  if (strong) return !first.indent || first.hint !== null || before.fresh || !before.open;
  if (before.open) return false;
  if (before.fresh) return after !== undefined;
  if (before.crosshead || before.signed || first.indent) return false;
  if (after?.kind !== "body" && after?.kind !== "caption" && after?.kind !== "picture") return false;
  if (run.some((title) => isNumbered(title) || endsSentence(title.text))) return false;
  if (run.length >= 2) return true;
  if (after.kind !== "body" || isCutFrom(first.text, after.text)) return false;
  // One line alone inside a text is a crosshead, unless its length, its white space or the lead under it tell otherwise.
  return (
    first.width > 18 ||
    (first.width > 12 && /\S[ \u3000]\S/.test(first.text)) ||
    first.gap > before.usualGap + 1 ||
    /^(?:近日|日前|昨日|昨天|记者)/.test(after.text) ||
    /^[^。]{0,40}记者[^。]{0,20}(?:获悉|了解到)/.test(after.text.slice(0, 80))
  );
}

/** A kicker that names who speaks: what stands under it is what they said, on one line or two. */
const SPEAKS = /(?:强调|指出|要求|批示|指示|寄语|勉励)$/;

/** Who took part, in a few words: a deck, however short. */
const ATTENDED = /(?:参加|出席|主持|陪同|讲话|见内文)$/;

/** A headline line longer than this many em stands alone. */
const HEADLINE_WIDTH = 24;

function roles(
  titles: readonly TitleItem[],
): Pick<HeadlineGroup, "kicker" | "headline" | "decks" | "series"> {
  const series = titles.filter((t) => t.series);
  const rest = titles.filter((t) => !t.series);
  if (rest.some((t) => t.hint !== null)) return { ...hintedRoles(rest), series };

  // A dash opens a deck that explains the headline above it; it never opens the group.
  const dashed = rest.findIndex((t, k) => k > 0 && /^[—–―]{1,2}/.test(t.text));
  const plain = dashed < 0 ? rest : rest.slice(0, dashed);
  const decks = dashed < 0 ? [] : rest.slice(dashed);

  let lead = 0;
  while (opensGroup(plain[lead], plain[lead + 1])) lead++;
  const speaks = SPEAKS.test(plain[lead - 1]?.text ?? "");
  if (lead === 0 && longer(plain[0], plain[1])) lead = 1;
  const [one, two] = plain.slice(lead);
  const couple =
    one !== undefined &&
    two !== undefined &&
    one.width <= HEADLINE_WIDTH &&
    two.width <= HEADLINE_WIDTH &&
    !ATTENDED.test(two.text) &&
    (speaks || isUnbalanced(one.text) || Math.abs(one.width - two.width) <= 2);
  const headline = plain.slice(lead, lead + (couple ? 2 : 1));
  return {
    kicker: plain.slice(0, lead),
    headline,
    decks: [...plain.slice(lead + headline.length), ...decks],
    series,
  };
}

/** A line that says itself that it is a kicker, over a line that can be a headline. */
function opensGroup(line: TitleItem | undefined, next: TitleItem | undefined): boolean {
  if (!line || !next || ATTENDED.test(next.text)) return false;
  return line.kicker || isOpinionLabel(line.text);
}

/** `a` runs clearly longer than `b` under it: set smaller, a kicker. */
function longer(a: TitleItem | undefined, b: TitleItem | undefined): boolean {
  return a !== undefined && b !== undefined && a.width > b.width + 2 && !ATTENDED.test(b.text);
}

function hintedRoles(rest: readonly TitleItem[]): Pick<HeadlineGroup, "kicker" | "headline" | "decks"> {
  const first = Math.max(
    0,
    rest.findIndex((t) => t.hint === "headline"),
  );
  let end = first + 1;
  while (rest[end]?.hint === "headline") end++;
  return { kicker: rest.slice(0, first), headline: rest.slice(first, end), decks: rest.slice(end) };
}

/** Lines of one field as one passage: headline lines are joined by a space. */
export function fieldOf(items: readonly Item[]): Passage {
  return join(
    items.map((item) => item.passage),
    " ",
  );
}
