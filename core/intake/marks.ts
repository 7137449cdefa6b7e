/**
 * The marks by which a line of a newspaper page says what it is: bylines, datelines, credits, crossheads, jump
 * lines, folios. Each recogniser looks at one text alone; context is weighed in items.ts and groups.ts.
 *
 * All look at a bounded stretch of the line only, so a line of any length costs the same.
 */
import type { JumpLiteral } from "../edition/schema.ts";
import { isName, isNames } from "./names.ts";
import { canonicalPage } from "./pages.ts";

const ROLE =
  "(?:记者|通讯员|评论员|特派员|观察员|撰稿人|撰稿|撰文|供稿|采写|整理|编辑|作者|实习生|摄影报道|摄影|文图|图文|文|图|报道组)";
const SOLE_ROLE = new RegExp(`^[\\p{Script=Han}A-Za-z·]{0,14}?${ROLE}$`, "u");
const ROLE_AND_NAME =
  /^[\p{Script=Han}A-Za-z·]{0,14}?(?:记者|通讯员|评论员|特派员|实习生)(\p{Script=Han}{2,4})$/u;
const BULLET = /^[□■○●◎◆◇▲△▶►•·*\s]+/u;

/** 署名: "河东日报记者 刘青", "通讯员/朱卫健", "文/图 本报记者 张三", "本报评论员". */
export function isByline(line: string): boolean {
  if (line.length > 80 || /[。！？；《》“”]/.test(line)) return false;
  const bare = line.replace(BULLET, "").replace(/^[（(](.*)[）)]$/u, "$1");
  if (/^(?:来源|稿件来源|作者)[：:]\s*\S{2,20}$/.test(bare)) return true;
  const tokens = bare.split(/[\s/／|｜、，,：:]+/).filter((token) => token !== "");
  let roles = 0;
  let afterRole = false;
  let single = "";
  for (const token of tokens) {
    const joined = ROLE_AND_NAME.exec(token);
    if (SOLE_ROLE.test(token) && !isName(token)) {
      roles++;
      afterRole = true;
    } else if (joined && isName(joined[1] as string)) {
      roles++;
      afterRole = true;
    } else if (/^\p{Script=Han}$/u.test(token)) {
      // "刘 琼": a name of two characters set wide.
      single += token;
      if (single.length > 3) return false;
    } else if (
      !(isName(token) || (afterRole && /^[\p{Script=Han}·]{2,8}$|^[A-Z][A-Za-z.·-]+$/u.test(token)))
    ) {
      return false;
    }
  }
  if (single.length === 1) return false;
  return (
    roles > 0 &&
    (tokens.length > roles ||
      /(?:记者|评论员|报道组)$/.test(bare) ||
      tokens.some((t) => ROLE_AND_NAME.test(t)))
  );
}

/** A line that is nothing but the author's name, with or without a bullet before it. */
export function isAuthor(line: string): boolean {
  return line.length <= 24 && isNames(line.replace(BULLET, ""));
}

const MEDIUM =
  "(?:本报|本刊|本网|本台|[\\p{Script=Han}A-Za-z·]{1,14}?(?:报|社|网|台|时刻|在线|客户端|频道|新闻|发布|融媒|号|周刊|杂志))";
const DAY = "(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日";
const DATELINE = new RegExp(
  `^(?:据)?${MEDIUM}(?:[\\p{Script=Han}·]{0,10}?)(${DAY})?(?:上午|下午|晚)?(?:综合)?(?:讯|专电|电|消息)(?=$|[\\s（(：:，,\\d《“])`,
  "u",
);
const REPORTER =
  /^\s*[（(][^（）()。]{0,12}?(?:记者|通讯员|评论员|新闻|频道|客户端|摄)[^（）()。]{0,40}[）)]/u;
const REPORTER_LEAD = /^[（(][^（）()。，]{0,12}?(?:记者|通讯员)[\s/]*[^（）()。，]{2,40}[）)]/u;
const RUN_IN_REPORTER =
  /^\s*(?:\p{Script=Han}{0,10}?(?:记者|通讯员)\s*\p{Script=Han}{2,4}[\s、]*){1,4}(?:报道|摄影报道)[：:，]/u;
const DATE_AFTER =
  /^\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间|深夜)?(?:\d{1,2}时(?:\d{1,2}分)?许?|\d{1,2}点(?:半)?许?)?[，,]\s*/u;

/**
 * Length of the dateline (电头) that opens a text, with the white space after it and the date that belongs to it;
 * 0 where there is none. `strong` where it can only stand at the head of an article.
 */
export function datelineOf(text: string): { length: number; strong: boolean } {
  const head = text.slice(0, 160);
  const dateline = DATELINE.exec(head);
  if (!dateline) {
    const lead = REPORTER_LEAD.exec(head);
    return lead && lead[0].length < head.length
      ? { length: withDate(head, lead[0].length), strong: true }
      : { length: 0, strong: false };
  }
  let length = dateline[0].length;
  // A dateline on its own says nothing: some text has to follow.
  if (length >= text.length) return { length: 0, strong: false };
  for (const more of [REPORTER, RUN_IN_REPORTER]) length += more.exec(head.slice(length))?.[0].length ?? 0;
  length += /^[：:]/.exec(head.slice(length))?.[0].length ?? 0;
  if (!dateline[1]) length = withDate(head, length);
  length += /^\s*/.exec(head.slice(length))?.[0].length ?? 0;
  return length < text.length ? { length, strong: !head.startsWith("据") } : { length: 0, strong: false };
}

function withDate(head: string, length: number): number {
  return length + (DATE_AFTER.exec(head.slice(length))?.[0].length ?? 0);
}

/** Name of the paper in its own dateline: "河东日报讯" → "河东日报"; null for agencies and 本报. */
export function paperOfDateline(dateline: string): string | null {
  return /^(\p{Script=Han}{2,8}报)(?:\p{Script=Han}{0,4})?(?:\d|讯)/u.exec(dateline)?.[1] ?? null;
}

const TAKEN = "(?:摄影报道|摄影|摄|供图|制图|绘|/图)";
const CREDIT_TAIL = new RegExp(
  `(?:(?<=^|[。！？；：，,”）)\\s])(?:[\\p{Script=Han}A-Za-z·/／、\\s]{1,40}?)${TAKEN}|[（(][^（）()]{0,40}?(?:${TAKEN}|资料图片|资料图|资料照片)[）)]|新华社发(?:[（(][^（）()]{1,20}[）)])?)$`,
  "u",
);
const CREDIT_WORDS = new RegExp(`(?:${TAKEN}|[（(）)])`, "gu");
const CAPTION_HEAD = /^(?:[▲△↑↓←→◀▶◄►]+\s*|(?:上图|下图|左图|右图|图[①-⑳\d一二三四五六]?)[：:为])/u;

/**
 * Offset at which a caption's credit starts ("河东日报记者 吴小敏 摄"): 0 where the line is all credit, the text's
 * length where it is a caption without credit; null where the line is no caption.
 */
export function creditOf(text: string): number | null {
  if (text.length > 300) return null;
  const tailFrom = Math.max(0, text.length - 80);
  const tail = text.slice(tailFrom);
  const match = CREDIT_TAIL.exec(tail);
  if (match) {
    // The lazy stretch may have begun in the sentence before: the credit is its last run of roles and names.
    const start = tailFrom + match.index;
    const at = creditStart(text.slice(start));
    if (at !== null) return start + at;
  }
  return CAPTION_HEAD.test(text) && text.length < 120 ? text.length : null;
}

function creditStart(tail: string): number | null {
  if (/^(?:[（(]|新华社发)/.test(tail)) return 0;
  const words = [...tail.matchAll(/[^\s、/／]+/gu)];
  let start: number | null = null;
  for (const word of words.reverse()) {
    const bare = word[0].replace(CREDIT_WORDS, "");
    const one = /^\p{Script=Han}$/u.test(bare);
    const known =
      bare === "" ||
      isName(bare) ||
      SOLE_ROLE.test(bare) ||
      ROLE_AND_NAME.test(bare) ||
      /^(?:文|图)$/.test(bare) ||
      (one && !/^[的了在]$/.test(bare));
    if (!known) break;
    start = word.index;
  }
  return start;
}

const PAGE = "(?:[A-Za-zＡ-Ｚ]\\s?[\\d０-９]{1,3}|[\\d０-９]{1,3}|[一二三四五六七八九十]{1,3})";
const NUMBER = "(?:[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇]|[（(][\\d一二三四五六七八九十]{1,2}[）)])";
const ARROWS = "(?:[>＞»▶►→☞■●]+|》{2,})";
const JUMP_LINE = `(?:${ARROWS}\\s*)?[（(【\\[［]?\\s*(?:${ARROWS}\\s*)?(VERB)\\s*(第?)\\s*(${PAGE})(?:\\s*[、,，]\\s*${PAGE})*\\s*(版?)\\s*(${NUMBER})?\\s*(?:${ARROWS}|[）)】\\]］])*`;
const JUMP_TAIL = new RegExp(`${JUMP_LINE.replace("VERB", "下转|上接|紧接|转|接")}\\s*$`, "u");
const JUMP_HEAD = new RegExp(`^${JUMP_LINE.replace("VERB", "上接|紧接|接")}\\s*`, "u");

export interface JumpMark {
  readonly start: number;
  readonly end: number;
  /** 上接: the text comes from another page rather than going there. */
  readonly back: boolean;
  readonly literal: JumpLiteral;
}

/** A jump line at the end of `text` (or all of it). `page` is the page it stands on: "第二版" on A1 is A2. */
export function jumpAtEnd(text: string, page: string): JumpMark | null {
  const from = Math.max(0, text.length - 60);
  const match = JUMP_TAIL.exec(text.slice(from));
  return match ? jumpMark(match, from + match.index, text, page) : null;
}

/** A 上接 line at the head of `text` (or all of it). */
export function jumpAtStart(text: string, page: string): JumpMark | null {
  const match = JUMP_HEAD.exec(text.slice(0, 60));
  return match ? jumpMark(match, 0, text, page) : null;
}

function jumpMark(match: RegExpExecArray, start: number, text: string, page: string): JumpMark | null {
  const [whole, verb = "", ordinal = "", target = "", edition = "", number] = match;
  const bracketed = /^\s*(?:[（(【[［]|[>＞»▶►→☞])/u.test(whole);
  const alone = whole.trim().length === text.trim().length;
  const lettered = /^[A-Za-zＡ-Ｚ]/u.test(target);
  // 转 and 接 are common verbs: without 下/上 they need a page that can be nothing else.
  if (edition === "" && !lettered) return null;
  if (verb.length === 1 && !(bracketed || alone) && !(lettered && edition)) return null;
  if (verb.length === 1 && !lettered && !ordinal && !edition) return null;
  const from = start + (whole.length - whole.trimStart().length);
  const end = start + whole.trimEnd().length;
  const literal = { text: text.slice(from, end), page: pageNamed(target, page), number: numberOf(number) };
  return { start: from, end, back: /^(?:上接|紧接|接)$/.test(verb), literal };
}

const DIGITS = "零一二三四五六七八九";

function chineseNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!match || text === "") return null;
  const [, tens = "", ten = "", ones = ""] = match;
  if (!ten) return tens && ones ? null : DIGITS.indexOf(tens || ones);
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

function pageNamed(target: string, here: string): string | null {
  const lettered = canonicalPage(target);
  if (lettered && /^[A-Z]/.test(lettered)) return lettered;
  const n = chineseNumber(target.normalize("NFKC"));
  return n ? `${/^[A-Z]*/.exec(here)?.[0] ?? ""}${n}` : null;
}

function numberOf(mark: string | undefined): number | null {
  if (!mark) return null;
  const code = mark.codePointAt(0) as number;
  if (code >= 0x2776 && code <= 0x277f) return code - 0x2775;
  return chineseNumber(mark.normalize("NFKC").replace(/[（()）]/g, ""));
}

const ENUMERATED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部分]+|\d{1,2}[.．、](?!\d)|[■●◆▲★□◎○▶]\s*)/u;

/** 小标题 that shows itself as one: "【交通】". */
export const isBracketed = (line: string) => /^[【［〖][^】］〗]{1,30}[】］〗]$/.test(line);

/** "一、…", "（二）…", "■ …": numbered or bulleted. */
export const isEnumerated = (line: string) => ENUMERATED.test(line);

/** Labels of opinion: with one of these over it an article is a commentary. */
export const isOpinionLabel = (line: string) =>
  line.length <= 16 &&
  /(?:评论员文章|社论|社评|时评|短评|快评|锐评|微评|论坛|观察家|编者按|评论|今日谈|杂谈)[】］〗]?$/.test(
    line,
  );

/** "——…系列评论之一". */
export const isSeries = (line: string) =>
  line.length <= 60 &&
  /^[—–―-]{1,3}/.test(line) &&
  /(?:系列|评论|述评|[论谈][\p{Script=Han}]{0,12}$|之[一二三四五六七八九十百\d]+[）)]?$)/u.test(line);

const FOLIO_TOKEN = new RegExp(
  [
    "\\p{Script=Han}{2,8}(?:日报|晚报|晨报|时报|早报|商报|都市报|快报|周报|新报|电报|报)",
    "\\d{4}年\\d{1,2}月\\d{1,2}日(?:[,，]?星期[一二三四五六日天])?",
    "\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}",
    "[（(]?星期[一二三四五六日天][）)]?",
    "(?:农历)?\\p{Script=Han}{0,3}年?(?:闰)?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|卅|二十|三十)[一二三四五六七八九十]?",
    "(?:总)?第?[\\d０-９]+期",
    "国内统一(?:连续出版物|刊)号.*",
    "(?:CN)?\\d{2}[-—]\\d{4}",
    "CN",
    "今日\\d+版|第?[A-Z]?\\d{1,2}版|[A-Z]\\d{1,2}",
    "邮发代号.*|(?:责编|责任编辑|编辑|版式|美编|校对|版面|值班编委|主编|审读)[：:/／]?.*",
  ]
    .map((part) => `(?:${part})`)
    .join("|")
    .replace(/^/, "^(?:")
    .replace(/$/, ")$"),
  "u",
);

/** A line of the masthead or folio: every word of it is paper, date, issue, page, or credits. */
export function isFolio(line: string): boolean {
  if (line.length > 120) return false;
  const tokens = line.split(/[\s|｜]+/).filter((token) => token !== "");
  return (
    tokens.every((token) => FOLIO_TOKEN.test(token)) &&
    (/\d{4}/.test(line) || /报(?:\s|$)/u.test(tokens[0] ?? ""))
  );
}

/** Paper and date (ISO 8601) that folio lines name. */
export function folioFacts(lines: readonly string[]): { paper: string | null; date: string | null } {
  const text = lines.join(" ");
  const date = /(\d{4})[年\-./](\d{1,2})[月\-./](\d{1,2})/.exec(text);
  const paper = /(?:^|\s)(\p{Script=Han}{2,8}报)(?=\s|$)/u.exec(text);
  return {
    paper: paper?.[1] ?? null,
    date: date ? `${date[1]}-${date[2]?.padStart(2, "0")}-${date[3]?.padStart(2, "0")}` : null,
  };
}

/** Who was responsible for the page: "责编/张三 版式/李四 校对/王五". */
export const isCredits = (line: string) =>
  line.length <= 80 &&
  /^(?:本版)?(?:责编|责任编辑|值班编委|值班编辑|版式|美编|校对|主编|审读)[：:\s/／]/.test(line) &&
  !/[。，]/.test(line);
