/**
 * Drafts to an edition: page documents, with the way back from each text to the file.
 *
 * A text that a 上接 line opens belongs to the article whose jump leads here: it is put after that jump, and a
 * continuation block takes its place. Where no jump leads here the text stays, as an article behind the orphan.
 */
import type { Node } from "prosemirror-model";
import { comparePageNumbers, type Edition, type EditionFacts, noFacts } from "../edition/edition.ts";
import { schema } from "../edition/schema.ts";
import { shortHeadline } from "../edition/settle.ts";
import { broadsheet, type HouseStyle } from "../edition/style.ts";
import { Problem } from "../problem.ts";
import type { Draft, DraftArticle, DraftJump, DraftPart, DraftPicture, Segment } from "./draft.ts";
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
  const plans = pages.flatMap(({ draft, page }) =>
    page.articles.map(
      (article): Plan => ({
        draft,
        page: page.number,
        article,
        id: newId(),
        jumps: [],
        carried: [],
        origin: null,
      }),
    ),
  );
  linkContinuations(plans, newId);
  const build = builder(
    sources,
    newId,
    pages.map(({ page }) => page.number),
  );
  const nodes = pages.map(({ page }) => {
    const blocks = plans.filter((plan) => plan.page === page.number).flatMap(build);
    const masthead = /^A?1$/.test(page.number) ? [schema.node("masthead", { id: newId() })] : [];
    return schema.node("page", { id: newId(), number: page.number }, [...masthead, ...blocks]);
  });
  return {
    edition: { facts, style: options.style ?? broadsheet, pages: nodes },
    sources,
    pictures: new Map(all.flatMap((draft) => [...draft.pictures])),
  };
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

interface Plan {
  readonly draft: number;
  readonly page: string;
  readonly article: DraftArticle;
  readonly id: string;
  /** Ids for its jumps, in order. */
  jumps: string[];
  /** Text of continuations, to stand after the jump that leads to them. */
  carried: { readonly jump: number; readonly plan: Plan }[];
  /** The article and jump this text continues. */
  origin: { readonly article: string; readonly jump: string; readonly from: Plan } | null;
}

const jumpsOf = (article: DraftArticle) =>
  article.parts.filter((part): part is DraftJump => part.role === "jump");

const headlineOf = ({ parts }: DraftArticle): DraftPart | undefined =>
  parts.flatMap((part) => (part.role === "headline" ? [part] : []))[0];

/** A 上接 line finds its jump by page, then by number, else by being the only one. */
function linkContinuations(plans: Plan[], newId: () => string): void {
  for (const plan of plans) plan.jumps = jumpsOf(plan.article).map(() => newId());
  const open = plans.flatMap((plan) =>
    jumpsOf(plan.article).map((jump, index) => ({ plan, jump, index, taken: false })),
  );
  for (const plan of plans) {
    const back = plan.article.continues?.literal;
    if (!back) continue;
    const coming = open.filter(
      (o) =>
        !o.taken &&
        o.plan !== plan &&
        o.plan.page !== plan.page &&
        o.jump.literal.page === plan.page &&
        (back.page === null || o.plan.page === back.page),
    );
    const found =
      coming.find((o) => o.jump.literal.number === back.number && back.number !== null) ??
      (coming.length === 1 && (back.number === null || coming[0]?.jump.literal.number === null)
        ? coming[0]
        : undefined);
    if (!found || found.plan.origin) continue;
    found.taken = true;
    found.plan.carried.push({ jump: found.index, plan });
    plan.origin = {
      article: found.plan.id,
      jump: found.plan.jumps[found.index] as string,
      from: found.plan,
    };
  }
}

function builder(sources: Map<Node, Source>, newId: () => string, numbers: readonly string[]) {
  const textblock = (draft: number, part: DraftPart): Node => {
    const node = schema.node(part.role, null, part.text ? [schema.text(part.text)] : []);
    sources.set(node, { draft, map: part.map });
    return node;
  };
  const empty = (role: "headline") => schema.node(role);
  const picture = (draft: number, part: DraftPicture): Node =>
    schema.node(
      "picture",
      { id: newId(), source: part.source },
      [part.caption, part.credit].flatMap((text) => (text ? [textblock(draft, text)] : [])),
    );

  /** A printed 上接 often has no headline; the block opens with its article's short one all the same. */
  const borrowed = ({ origin }: Plan): Node => {
    const whole = origin && headlineOf(origin.from.article);
    const short = shortHeadline(whole?.text ?? "");
    if (!whole || !short) return empty("headline");
    return textblock(origin.from.draft, { ...whole, text: short });
  };

  const isHead = (part: DraftArticle["parts"][number]): part is DraftPart =>
    ["kicker", "headline", "deck", "series", "byline", "dateline"].includes(part.role);

  function body(plan: Plan, asParagraphs: boolean): Node[] {
    const nodes: Node[] = [];
    let jump = 0;
    for (const part of plan.article.parts) {
      if (isHead(part)) {
        // What the schema has no room for inside a body keeps its words as a paragraph.
        if (asParagraphs && part.role !== "headline")
          nodes.push(textblock(plan.draft, { ...part, role: "paragraph" }));
      } else if (part.role === "picture") nodes.push(picture(plan.draft, part));
      else if (part.role === "jump") {
        const node = schema.node("jump", {
          id: plan.jumps[jump],
          target: part.literal.page ?? nextPage(plan.page, numbers),
          literal: part.literal,
        });
        sources.set(node, { draft: plan.draft, map: part.map });
        nodes.push(node);
        for (const carried of plan.carried)
          if (carried.jump === jump) nodes.push(...body(carried.plan, true));
        jump++;
      } else nodes.push(textblock(plan.draft, part));
    }
    return nodes;
  }

  return (plan: Plan): Node[] => {
    const { article, draft } = plan;
    const heads = article.parts.filter(isHead);
    const headline = heads.find((part) => part.role === "headline");
    const title = headline ? textblock(draft, headline) : borrowed(plan);
    const blocks: Node[] = [];
    if (article.continues) {
      const attrs = {
        id: plan.id,
        article: plan.origin?.article ?? null,
        jump: plan.origin?.jump ?? null,
        literal: article.continues.literal,
      };
      const node = schema.node("continuation", attrs, [title]);
      sources.set(node, { draft, map: article.continues.map });
      blocks.push(node);
      if (plan.origin || article.parts.every((part) => part === headline)) return blocks;
    }
    const orphan = article.continues !== null;
    const others = heads.filter((part) => part !== headline);
    const before = others.filter((part) => part.role === "kicker").map((part) => textblock(draft, part));
    const after = others.filter((part) => part.role !== "kicker").map((part) => textblock(draft, part));
    blocks.push(
      schema.node("article", { id: orphan ? newId() : plan.id, kind: article.kind }, [
        ...before,
        orphan ? empty("headline") : title,
        ...after,
        ...body(plan, false),
      ]),
    );
    return blocks;
  };
}

/** The page a jump with no legible page is taken to lead to: the next of the edition, or the next number. */
function nextPage(page: string, numbers: readonly string[]): string {
  const next = numbers[numbers.indexOf(page) + 1];
  const match = /^([A-Z]?)(\d+)$/.exec(page);
  return next ?? canonicalPage(`${match?.[1] ?? ""}${Number(match?.[2] ?? 1) + 1}`) ?? page;
}
