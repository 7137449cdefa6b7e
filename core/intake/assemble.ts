/**
 * Drafts to an edition: page documents, with the way back from each text to the file.
 *
 * A text that a 上接 line opens is built as a continuation and an article that holds its text; `settle` then joins the
 * two with the article whose jump leads there. Where none does, they stay, and join when that article is imported.
 */
import type { Node } from "prosemirror-model";
import { applyChanges } from "../edition/change.ts";
import { comparePageNumbers, type Edition, type EditionFacts, noFacts } from "../edition/edition.ts";
import { schema } from "../edition/schema.ts";
import { settle } from "../edition/settle.ts";
import { broadsheet, type HouseStyle } from "../edition/style.ts";
import { Problem } from "../problem.ts";
import { Anchoring } from "./anchoring.ts";
import type { Draft, DraftArticle, DraftPart, DraftPicture, Segment } from "./draft.ts";
import { canonicalPage } from "./pages.ts";
import { fileSpan as spanOfMap } from "./passage.ts";

export interface AssembleOptions {
  /** Facts the caller knows; paper and date fall back on what the drafts name. */
  readonly facts?: Partial<EditionFacts>;
  readonly style?: HouseStyle;
  /** A new id, unique in the edition, at each call. */
  readonly newId: () => string;
}

/** Where a node's text came from. */
export interface Source {
  /** Index of the draft, 0 where there is only one. */
  readonly draft: number;
  readonly map: readonly Segment[];
}

export interface Intake {
  readonly edition: Edition;
  /** By textblock and jump node of the edition's pages, as `readEdition` lists them (`TextPart.node`). */
  readonly sources: ReadonlyMap<Node, Source>;
  /** Pictures of all drafts by digest. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * The edition that the drafts make up; pages in printed order, a masthead first on the front page (A1, or 1).
 *
 * Throws a Problem: intake.date where the date is none, intake.pageTwiceAcross where two drafts hold one page.
 */
export function toEdition(drafts: Draft | readonly Draft[], options: AssembleOptions): Intake {
  const all: readonly Draft[] = "pages" in drafts ? [drafts] : drafts;
  const { newId } = options;
  const facts: EditionFacts = {
    ...noFacts,
    ...options.facts,
    id: options.facts?.id || newId(),
    paper: options.facts?.paper || firstOf(all, (draft) => draft.paper),
    date: checkDate(options.facts?.date || firstOf(all, (draft) => draft.date)),
  };
  const pages = all
    .flatMap((draft, index) => draft.pages.map((page) => ({ draft: index, page })))
    .sort((a, b) => comparePageNumbers(a.page.number, b.page.number));
  pages.forEach(({ page }, i) => {
    if (pages[i - 1]?.page.number === page.number)
      throw new Problem("intake.pageTwiceAcross", { page: page.number });
  });

  const sources = new Map<Node, Source>();
  const anchoring = new Anchoring(all, newId);
  const build = builder(
    sources,
    anchoring,
    newId,
    pages.map(({ page }) => page.number),
  );
  const nodes = pages.map(({ draft, page }) => {
    const blocks = page.articles.flatMap((article) => build(draft, page.number, article));
    const masthead = /^A?1$/.test(page.number) ? [schema.node("masthead", { id: newId() })] : [];
    return schema.node("page", { id: newId(), number: page.number }, [...masthead, ...blocks]);
  });
  const read: Edition = { facts, style: options.style ?? broadsheet, pages: nodes };
  const edition = anchoring.threaded(applyChanges(read, settle(read, newId)), all);
  return {
    edition,
    sources: followed(sources, edition),
    pictures: new Map(all.flatMap((draft) => [...draft.pictures])),
  };
}

/**
 * The sources of the settled edition. Joining makes some nodes anew: a continuation is known again by its id, a text by
 * its content, and the headline a continuation borrowed comes from its article's, whose beginning it is.
 */
function followed(sources: ReadonlyMap<Node, Source>, edition: Edition): Map<Node, Source> {
  const known = new Map<unknown, Source>();
  for (const [node, source] of sources) {
    known.set(node, source);
    if (node.attrs.id) known.set(node.attrs.id, source);
    if (node.content.size > 0) known.set(node.content, source);
  }
  const headlines = new Map<string, Source>();
  const settled = new Map<Node, Source>();
  for (const page of edition.pages) {
    page.descendants((node, _pos, parent) => {
      const borrowed = parent?.type.name === "continuation" ? headlines.get(parent.attrs.article) : undefined;
      const source = known.get(node) ?? known.get(node.attrs.id) ?? known.get(node.content) ?? borrowed;
      if (source) settled.set(node, source);
      if (source && node.type.name === "headline" && parent?.type.name === "article") {
        headlines.set(parent.attrs.id, source);
      }
      return !node.isTextblock;
    });
  }
  return settled;
}

/**
 * File offsets of characters `start` to `end` of a part's text; null where the part was not imported or the
 * characters stand in no file (the space between two headline lines).
 */
export function fileSpan(
  intake: Pick<Intake, "sources">,
  part: { readonly node: Node },
  start: number,
  end: number,
): { draft: number; start: number; end: number } | null {
  const source = intake.sources.get(part.node);
  const span = source && spanOfMap(source.map, start, end);
  return span ? { draft: source.draft, ...span } : null;
}

function firstOf(drafts: readonly Draft[], pick: (draft: Draft) => string | null): string {
  for (const draft of drafts) {
    const value = pick(draft);
    if (value) return value;
  }
  return "";
}

/** The date itself, if it is empty or a day of the calendar (ISO 8601). Throws a Problem (intake.date) else. */
export function checkDate(date: string): string {
  if (date === "") return date;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = (match?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined)
    throw new Problem("intake.date", { date });
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > days) throw new Problem("intake.date", { date });
  return date;
}

function builder(
  sources: Map<Node, Source>,
  anchoring: Anchoring,
  newId: () => string,
  numbers: readonly string[],
) {
  const textblock = (draft: number, part: DraftPart): Node => {
    const node = schema.node(part.role, null, part.text ? anchoring.textOf(draft, part) : []);
    sources.set(node, { draft, map: part.map });
    return node;
  };
  const picture = (draft: number, part: DraftPicture): Node =>
    schema.node(
      "picture",
      { id: newId(), source: part.source },
      [part.caption, part.credit].flatMap((text) => (text ? [textblock(draft, text)] : [])),
    );

  const isHead = (part: DraftArticle["parts"][number]): part is DraftPart =>
    ["kicker", "headline", "deck", "series", "byline", "dateline"].includes(part.role);

  const body = (draft: number, page: string, part: DraftArticle["parts"][number]): Node => {
    if (part.role === "picture") return picture(draft, part);
    if (part.role !== "jump") return textblock(draft, part);
    const target = part.literal.page ?? nextPage(page, numbers);
    const node = schema.node("jump", { id: newId(), target, literal: part.literal });
    sources.set(node, { draft, map: part.map });
    return node;
  };

  return (draft: number, page: string, article: DraftArticle): Node[] => {
    const heads = article.parts.filter(isHead);
    const headline = heads.find((part) => part.role === "headline");
    const title = headline ? textblock(draft, headline) : schema.node("headline");
    const others = heads.filter((part) => part !== headline);
    const whole = (own: Node): Node =>
      schema.node("article", { id: newId(), kind: article.kind }, [
        ...others.filter((part) => part.role === "kicker").map((part) => textblock(draft, part)),
        own,
        ...others.filter((part) => part.role !== "kicker").map((part) => textblock(draft, part)),
        ...article.parts.filter((part) => !isHead(part)).map((part) => body(draft, page, part)),
      ]);
    if (!article.continues) return [whole(title)];
    const { literal, map } = article.continues;
    const text = article.parts.every((part) => part === headline) ? [] : [whole(schema.node("headline"))];
    const attrs = { id: newId(), article: text[0]?.attrs.id ?? null, literal };
    const continuation = schema.node("continuation", attrs, [title]);
    sources.set(continuation, { draft, map });
    return [continuation, ...text];
  };
}

/** The page a jump with no legible page is taken to lead to: the next of the edition, or the next number. */
function nextPage(page: string, numbers: readonly string[]): string {
  const next = numbers[numbers.indexOf(page) + 1];
  const match = /^([A-Z]?)(\d+)$/.exec(page);
  return next ?? canonicalPage(`${match?.[1] ?? ""}${Number(match?.[2] ?? 1) + 1}`) ?? page;
}
