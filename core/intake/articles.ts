/**
 * Items to articles: headline groups open them, bodies are made whole again.
 *
 * A text extracted from a printed page is cut wherever a column ended; a paragraph is rejoined when it breaks off
 * in mid-sentence and what follows is neither a headline nor any other mark. Every item goes into exactly one
 * part: nothing is lost and nothing doubled.
 */
import type { PartName } from "../edition/schema.ts";
import type { DraftArticle, DraftJump, DraftPart, DraftPicture } from "./draft.ts";
import { fieldOf, type HeadlineGroup, headlineGroup } from "./groups.ts";
import {
  type BodyItem,
  endsSentence,
  type Item,
  isCutFrom,
  isNumbered,
  isUnbalanced,
  startsInside,
} from "./items.ts";
import { latinGlue, widthOf } from "./lines.ts";
import { isOpinionLabel } from "./marks.ts";
import { cut, join, type Passage } from "./passage.ts";
import { breaksWord } from "./words.ts";

/** Body of an article while it is read; paragraphs grow by pieces. */
type Growing = { role: "paragraph"; pieces: Passage[] } | DraftPart | DraftJump | DraftPicture;

interface Open {
  kind: "news" | "commentary" | null;
  kicker: Passage | null;
  headline: Passage | null;
  decks: Passage[];
  series: Passage | null;
  bylines: Passage[];
  dateline: Passage | null;
  body: Growing[];
  continues: DraftJump | null;
  /** The last paragraph, while it breaks off in mid-sentence. */
  tail: { role: "paragraph"; pieces: Passage[] } | null;
  /** The text has a line to a paragraph: no column cuts it. */
  readonly whole: boolean;
  /** The text left the page or said it was over. */
  ended: boolean;
}

const newArticle = (whole: boolean): Open => ({
  whole,
  kind: null,
  kicker: null,
  headline: null,
  decks: [],
  series: null,
  bylines: [],
  dateline: null,
  body: [],
  continues: null,
  tail: null,
  ended: false,
});

const part = (role: PartName, passage: Passage): DraftPart => ({
  role,
  text: passage.text,
  map: passage.map,
});
const awaitsText = (article: Open) =>
  article.body.length === 0 && (article.bylines.length > 0 || article.dateline !== null);
const hasText = (article: Open) => article.body.some((b) => b.role === "paragraph" || b.role === "crosshead");

/** Lines of running text from which a page tells whether columns cut it, and the characters that make a line running text. */
const LINES = 3;
const RUNNING = 30;

/** Of so many lines of running text one may be open in a page that no column cuts. */
const OPEN = 8;

/**
 * True where the lines of running text end as paragraphs do, but for one, or for few of many: those have lost their
 * end, or are captions without a stop, and their neighbours are other paragraphs. Columns leave a large share open.
 */
function hasWholeLines(items: readonly Item[]): boolean {
  const lines = items.filter(({ kind, text }) => kind === "body" && text.length >= RUNNING);
  const open = lines.filter(({ text }) => !endsSentence(text) && !/[：:；;]$/.test(text));
  return lines.length >= LINES && open.length <= Math.max(1, lines.length / OPEN);
}

/** The articles of one page, in the order of its lines. Folio items are left to the caller. */
export function readArticles(items: readonly Item[]): DraftArticle[] {
  const articles: Open[] = [];
  const whole = hasWholeLines(items);
  const start = (): Open => {
    const article = newArticle(whole);
    articles.push(article);
    return article;
  };
  const usualGap = usual(items);

  for (let i = 0; i < items.length; ) {
    const item = items[i] as Item;
    const article = articles.at(-1) ?? null;
    if (item.kind === "folio") {
      i++;
      continue;
    }
    if (item.kind === "title") {
      const group = headlineGroup(items, i, {
        fresh:
          article === null ||
          article.ended ||
          (article.continues !== null && !hasText(article) && !article.headline),
        open: article?.tail != null,
        crosshead: items[i - 1]?.kind === "crosshead",
        list: items[i - 1]?.kind === "title" || /[：:]$/.test(items[i - 1]?.text ?? ""),
        signed: article !== null && awaitsText(article),
        usualGap,
      });
      if (group) {
        // A group under a 上接 line is the headline of what goes on here.
        const waiting = article?.continues && !article.headline && !hasText(article) ? article : start();
        openWith(waiting, group);
        i += group.size;
        continue;
      }
      addLoose(article ?? start(), item, items[i - 1], items[i + 1]);
      i++;
      continue;
    }
    i++;
    switch (item.kind) {
      case "body": {
        const fits =
          article !== null && !article.ended && !(item.strong && (hasText(article) || article.dateline));
        addBody(fits ? article : start(), item);
        break;
      }
      case "byline": {
        const next = items[i];
        const stranded = article !== null && (hasText(article) || article.ended) && next?.kind === "body";
        const target = article === null || stranded ? start() : article;
        target.bylines.push(item.passage);
        break;
      }
      case "crosshead": {
        const target = article !== null && !article.ended ? article : start();
        if (!hasText(target) && !target.headline && items[i]?.kind === "title") {
          // A bracketed line above a headline is its label.
          const group = headlineGroup(items, i, {
            fresh: true,
            open: false,
            crosshead: false,
            list: false,
            signed: false,
            usualGap,
          });
          if (group) {
            openWith(target, group);
            target.kicker = join([item.passage, ...(target.kicker ? [target.kicker] : [])], " ");
            if (isOpinionLabel(item.text)) target.kind = "commentary";
            i += group.size;
            break;
          }
        }
        target.tail = null;
        target.body.push(part("crosshead", item.passage));
        break;
      }
      case "caption": {
        const target = article ?? start();
        addCaption(target, item.passage, item.credit);
        break;
      }
      case "picture": {
        const target = article ?? start();
        target.body.push({ role: "picture", caption: null, credit: null, source: item.source });
        break;
      }
      case "jump": {
        const jump: DraftJump = {
          role: "jump",
          text: item.mark.literal.text,
          literal: item.mark.literal,
          map: item.passage.map,
        };
        if (item.mark.back) {
          const target =
            article !== null && !hasText(article) && !article.ended && !article.continues ? article : start();
          target.continues = jump;
        } else {
          const target = article ?? start();
          target.body.push(jump);
          target.tail = null;
          target.ended = true;
        }
        break;
      }
    }
  }
  return articles.map(finish);
}

/** The commonest number of blank lines before a body line. */
function usual(items: readonly Item[]): number {
  const counts = new Map<number, number>();
  for (const item of items) if (item.kind === "body") counts.set(item.gap, (counts.get(item.gap) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function openWith(article: Open, group: HeadlineGroup): void {
  if (group.kicker.length > 0) article.kicker = fieldOf(group.kicker);
  article.headline = fieldOf(group.headline);
  article.decks = group.decks.map((deck) => deck.passage);
  if (group.series.length > 0) article.series = fieldOf(group.series);
  article.bylines.push(...group.bylines.map((byline) => byline.passage));
  const commentator = group.bylines.some((byline) => /评论员/.test(byline.text));
  if (group.opinion || commentator || /评论|社论/.test(article.series?.text ?? ""))
    article.kind = "commentary";
}

function addBody(article: Open, item: BodyItem): void {
  let passage = item.passage;
  if (item.dateline > 0 && !hasText(article) && !article.dateline) {
    article.dateline = cut(passage, 0, item.dateline);
    passage = cut(passage, item.dateline);
  }
  addParagraph(article, passage, item.indent);
}

function addParagraph(article: Open, passage: Passage, indent: boolean): void {
  const last = article.body.at(-1);
  const before = last?.role === "paragraph" && "pieces" in last ? last : null;
  const goesOn = startsInside(passage.text) && before && !isHeadless(before, passage.text) ? before : null;
  const cut = article.tail && (!article.whole || isBroken(article.tail, passage.text));
  const tail = indent
    ? null
    : (goesOn ?? (cut && article.tail && joins(article.tail, passage.text) ? article.tail : null));
  const paragraph = tail ?? { role: "paragraph" as const, pieces: [] };
  paragraph.pieces.push(passage);
  if (!tail) article.body.push(paragraph);
  article.tail = endsSentence(passage.text) ? null : paragraph;
  if (END_MARK.test(passage.text)) {
    article.tail = null;
    article.ended = true;
  }
}

/** "（完）", "（据新华社）", "（详见A3版）": nothing of the article follows. */
const END_MARK =
  /^[（(](?:完|.{0,6}记者.{0,20}|据.{0,20}|详见.{0,12}|相关报道见.{0,12}|.{0,8}(?:供稿|整理|综合))[）)]$/;

/** What begins a sentence rather than going on with one. */
const OPENER = /^(?:截至|目前|此外|同时|另外|此前|其中|当日|累计|新增|现有|据|\d{1,2}月\d{1,2}日|\d{4}年)/;
/** What a statement that lacks its full stop may end with. */
const COMPLETE = /[\d例人个名元%％次件户家吨倍）)”》]$/;

/** A comma cannot go on from a sentence that has ended: the paragraph has lost its head. */
const isHeadless = ({ pieces }: { pieces: Passage[] }, next: string) =>
  /^[，、；：]/.test(next) && endsSentence(pieces.at(-1)?.text ?? "");

/** A question, an answer, a numbered item: it begins a paragraph, whatever the one before it breaks off in. */
const BEGINS =
  /^(?:[问答]|主持人|记者|嘉宾)[：:]|^[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|^[（(][一二三四五六七八九十]{1,3}[）)]/;

/** "1）": a bracket that numbers has no partner. */
const NUMBERING = /(?<=^|[：；，。、\s])\d{1,2}[）)]/g;

/** True where `next` begins a paragraph though `before` breaks off: 第一、⏎二、三产业 is one enumeration. */
function begins(next: string, before: string): boolean {
  if (!BEGINS.test(next) && !(next.startsWith("“") && /\d$/.test(before))) return false;
  return !/[一二三四五六七八九十]、?$/.test(before) && !isUnbalanced(before.replace(NUMBERING, ""));
}

/** A word or a quotation that `tail` leaves open goes on in `next`. */
function isBroken({ pieces }: { pieces: Passage[] }, next: string): boolean {
  const before = pieces.at(-1)?.text ?? "";
  if (begins(next, before)) return false;
  // A bracket or quotation that the next paragraph does not close does not go on in it.
  const closes = isUnbalanced(before) && !isUnbalanced(before + next);
  return breaksWord(before, next) || /[：:；;]$/.test(before) || closes;
}

/** True where a paragraph that breaks off after `tail` goes on with `next`. */
function joins(tail: { pieces: Passage[] }, next: string): boolean {
  const before = tail.pieces.at(-1)?.text ?? "";
  // 第一、⏎二、三产业 is one enumeration.
  if (begins(next, before)) return false;
  if (/[：:]$/.test(before))
    return /(?:说|道|表示|指出|强调|认为|介绍|写道)[：:]$/.test(before) && /^[“「]/.test(next);
  // Items of a list end in semicolons, each a paragraph.
  if (/[；;]$/.test(before))
    return !/^(?:[一二三四五六七八九十\d]{1,3}[、.．是要]|[（(])/.test(next) && isUnbalanced(before);
  return !(COMPLETE.test(before) && OPENER.test(next) && !isUnbalanced(before));
}

/** A short line that opens no article: the rest of a cut paragraph, a crosshead, or a paragraph without a stop. */
function addLoose(article: Open, item: Item, before: Item | undefined, after: Item | undefined): void {
  if (article.tail && !item.indent) {
    addParagraph(article, item.passage, false);
    return;
  }
  // Columns cut a body's first line in pieces only where all its lines are short; a short line alone is a crosshead.
  if (awaitsText(article) && !item.indent && (after?.kind === "title" || widthOf(item.text) > 14)) {
    addParagraph(article, item.passage, false);
    return;
  }
  const shown = before?.kind === "crosshead" || isNumbered(item);
  if (after?.kind === "body" && hasText(article) && !shown && isCutFrom(item.text, after.text)) {
    addParagraph(article, item.passage, true);
    return;
  }
  const started = hasText(article) || awaitsText(article);
  const heads = after?.kind === "body" || after?.kind === "title";
  const listed = before?.kind === "title" || /[：:]$/.test(before?.text ?? "");
  const plain = after?.kind === "body" && !item.indent && !listed;
  if (started && heads && (shown || plain) && !endsSentence(item.text)) {
    article.body.push(part("crosshead", item.passage));
    return;
  }
  addParagraph(article, item.passage, true);
  // A list of short lines stays a list.
  article.tail = null;
}

function addCaption(article: Open, passage: Passage, at: number): void {
  const caption = cut(passage, 0, at);
  const credit = cut(passage, at);
  const fields = {
    caption: caption.text ? part("caption", caption) : null,
    credit: credit.text ? part("credit", credit) : null,
  };
  const last = article.body.at(-1);
  if (last?.role === "picture" && !last.caption && !last.credit)
    article.body[article.body.length - 1] = { ...last, ...fields };
  else article.body.push({ role: "picture", ...fields, source: null });
}

/** A text of one paragraph that nobody signed, no longer than this many characters, is a brief (简讯). */
const BRIEF = 200;

function finish(article: Open): DraftArticle {
  const body = article.body.map((b) => ("pieces" in b ? part("paragraph", join(b.pieces, latinGlue)) : b));
  const paragraphs = body.filter((b): b is DraftPart => b.role === "paragraph");
  const brief =
    article.bylines.length === 0 && paragraphs.length <= 1 && (paragraphs[0]?.text.length ?? 0) <= BRIEF;
  const head: DraftPart[] = [];
  const put = (role: PartName, passage: Passage | null) => passage && head.push(part(role, passage));
  put("kicker", article.kicker);
  put("headline", article.headline);
  for (const deck of article.decks) put("deck", deck);
  put("series", article.series);
  for (const byline of article.bylines) put("byline", byline);
  put("dateline", article.dateline);
  return {
    kind: article.kind ?? (brief ? "brief" : "news"),
    parts: [...head, ...body],
    continues: article.continues,
  };
}
