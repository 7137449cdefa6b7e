/**
 * What scanning, conversion and the clipboard leave behind: characters that could not be read, halves of characters, one
 * character for another of its shape, letters among digits, markup.
 */
import type { TextPart } from "../../edition/reading.ts";
import { wordsAround } from "../lexicon.ts";
import type { Finding, Severity } from "../proofing.ts";
import { REPORTS_PER_PART, reporter } from "../report.ts";
import type { ArticleContext, Gazetteer, Rule } from "../rule.ts";
import { KIND, kindsOf } from "./kinds.ts";

const report = reporter("debris", "warning");

interface Pattern {
  readonly pattern: RegExp;
  readonly key: string;
  /** Kinds of characters without which it is not tried. */
  readonly needs: number;
  readonly severity?: Severity;
  /** What was meant; absent where a person must say. */
  readonly fix?: (found: string) => string;
  /** Only where a single part of the article has it. */
  readonly alone?: boolean;
  /** Only in running text, not in headlines and the like. */
  readonly body?: boolean;
  readonly unless?: (text: string, start: number, end: number) => boolean;
}

/** Characters of old and Japanese print that scanners give for others; no simplified text has them. */
const MISREAD = new Map(
  "髙高 釆采 囯国 戸户 靑青 産产 黒黑 歩步 徳德 亜亚 恵惠 戱戏 仼任 囙因 囸日 冋同 仐今 尓尔 侭尽 栄荣 沢泽 渉涉 穂穗 竜龙 臓脏 覧览 駅驿 鉄铁"
    .split(" ")
    .map((pair) => [pair[0] as string, pair[1] as string]),
);

/** Words on either side of a place that tell what is spoken of. */
const NEAR = 200;
const near = (text: string, at: number) => text.slice(Math.max(0, at - NEAR), at + NEAR);

/** 氵 is spoken of as such: “氵”旁, 部首. */
const isSpokenOf = (text: string, start: number, end: number) =>
  /^[”’]?[旁字部]/.test(text.slice(end, end + 2)) ||
  /[“‘]/.test(text[start - 1] ?? "") ||
  /偏旁|部首|笔画|汉字|书法/.test(near(text, start));

/** 于 read as 干 or 千 stands by itself; in 骨干 and 几千 it does not. */
const isWordsEnd = (text: string, start: number, end: number) =>
  /[若几数上好成一二两三四五六七八九十\d]/.test(text[start - 1] ?? "一") ||
  wordsAround(text, start, end).some((word) => word.start < start && word.end > start);

/** □是 □否: boxes to be ticked. */
const isTicked = (text: string, start: number) =>
  text.indexOf("□", start + 1) >= 0 || text.lastIndexOf("□", start - 1) >= 0;

const PATTERNS: readonly Pattern[] = [
  { pattern: /[\uFFFD]|[\uD800-\uDFFF]/gu, key: "proof.debris.unread", needs: KIND.odd },
  // Private use, and ligatures.
  { pattern: /[\uE000-\uF8FF\uFB00-\uFB06]/gu, key: "proof.debris.unread", needs: KIND.odd },
  {
    pattern: /[\u00AD\u200B\u200E\u200F\u2060\uFEFF\u007F]+/gu,
    key: "proof.debris.unseen",
    needs: KIND.odd,
    severity: "advice",
    fix: () => "",
  },
  {
    pattern: /锟斤拷|烫烫烫|屯屯屯|â€[œ\u009d\u2122]?|ï¼Œ|ã€‚/gu,
    key: "proof.debris.unread",
    needs: KIND.odd,
  },
  {
    pattern: /&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|#(?:\d{2,5}|x[0-9A-Fa-f]{2,5}));/g,
    key: "proof.debris.markup",
    needs: KIND.latin,
  },
  // □ for a character that was not read, 囗 and radicals for one that was read in part.
  {
    pattern: /[□▯■](?<=[\p{Script=Han}\d，。“（、：；》”].)(?=[\p{Script=Han}\d“《（]|[，。、；：”）])/gu,
    key: "proof.debris.unread",
    needs: KIND.odd,
    unless: isTicked,
  },
  // At the head of a line □ may mark an item or who signs; a text with one alone that is neither lacks a character.
  {
    pattern:
      /^[□▯](?=[\p{Script=Han}\d“])(?!(?:本报|本刊|特约|实习|见习)?(?:记者|通讯员)|[文图撰摄]|\p{Script=Han}{2,4}(?:[ 　、]|$))/gu,
    key: "proof.debris.unread",
    needs: KIND.odd,
    alone: true,
  },
  {
    pattern: /[囗丨丿亅亠冂冖冫凵勹匚卩宀巛廴廾彐彡癶耂虍覀](?<=\p{Script=Han}{2}|[，。].)/gu,
    key: "proof.debris.unread",
    needs: KIND.odd,
    body: true,
    unless: isSpokenOf,
  },
  {
    pattern: /[氵讠钅饣纟亻犭扌疒礻衤艹忄辶阝]/gu,
    key: "proof.debris.unread",
    needs: KIND.odd,
    unless: isSpokenOf,
  },
  {
    pattern: new RegExp(`[${[...MISREAD.keys()].join("")}]`, "gu"),
    key: "proof.debris.misread",
    needs: KIND.odd,
    fix: (found) => MISREAD.get(found) ?? found,
    // A name may be written so.
    unless: (text, start) => /日本|古籍|日文|日语|异体|繁体/.test(near(text, start)),
  },
  // 2月17曰, 今曰.
  {
    pattern: /曰(?<=(?:月|\d|[今昨明次当翌近每节生假即往昔连].)(?<!诗)曰)(?![：“])/gu,
    key: "proof.debris.misread",
    needs: KIND.shape,
    fix: () => "日",
  },
  {
    pattern: /曰(?=[报前益常]|本人|夜|子里)/gu,
    key: "proof.debris.misread",
    needs: KIND.shape,
    fix: () => "日",
  },
  // 0一24时: the character one for a dash.
  {
    pattern: /一(?<=\d.)(?=\d)/g,
    key: "proof.debris.one",
    needs: KIND.digit | KIND.numeral,
    fix: () => "—",
  },
  // 新桥干2月17日通车.
  {
    pattern: /[干千](?<=[\p{Script=Han}，].)(?=\d{4}年|\d{1,2}月\d|昨[日天]|今[日天年]|本月|近日|日前)/gu,
    key: "proof.debris.misread",
    needs: KIND.shape,
    fix: () => "于",
    unless: isWordsEnd,
  },
  // 2O20年, l5日: a letter for a digit.
  {
    pattern:
      /(?<![A-Za-z0-9])(?:\d+[OolI]+\d*|l\d+)(?=[年月日时分元人个例%％万亿])|(?<![A-Za-z0-9])\d+[Oo]+\d*(?=\p{Script=Han})/gu,
    key: "proof.debris.letter",
    needs: KIND.digit | KIND.letter,
    fix: (found) => found.replace(/[Oo]/g, "0").replace(/[lI]/g, "1"),
  },
];

const LINE = /一(?=\p{Script=Han}{2,3}(?:高铁|铁路|高速|公路|城际|航线|线|段|列车|动车))/gu;

/** 北京一广州高铁: 一 between two places of a line. */
function* lines(part: TextPart, gazetteer: Gazetteer): Iterable<Finding> {
  const { text } = part;
  for (const { index } of text.matchAll(LINE)) {
    const isPlace = (name: string) => name.length >= 2 && gazetteer.full(name) !== null;
    if (
      [2, 3].some((n) => isPlace(text.slice(Math.max(0, index - n), index))) &&
      [2, 3].some((n) => isPlace(text.slice(index + 1, index + 1 + n)))
    )
      yield report(part, index, index + 1, "proof.debris.one", { fix: "—" });
  }
}

function* check({ article, gazetteer }: ArticleContext): Iterable<Finding> {
  const parts = article.parts.filter(({ role }) => role !== "jump" && role !== "byline" && role !== "credit");
  for (const part of parts) {
    const { text, role } = part;
    const kinds = kindsOf(part);
    if ((kinds & KIND.numeral) !== 0) yield* lines(part, gazetteer);
    for (const { pattern, key, needs, severity, fix, alone, body, unless } of PATTERNS) {
      if ((kinds & needs) !== needs || (body && role !== "paragraph")) continue;
      if (alone && parts.filter((each) => "□▯".includes(each.text[0] || " ")).length > 1) continue;
      let left = REPORTS_PER_PART;
      for (const { index, 0: found } of text.matchAll(pattern)) {
        if (unless?.(text, index, index + found.length)) continue;
        yield report(part, index, index + found.length, key, {
          ...(severity && { severity }),
          ...(fix && { fix: fix(found) }),
        });
        if (--left === 0) break;
      }
    }
  }
}

export const debris: Rule = {
  id: "debris",
  severity: "warning",
  name: "rule.debris",
  about: "rule.debris.about",
  source: "《图书编校质量差错认定细则》：错字、残字、乱码；扫描识别常见误字",
  fires: [
    { text: "0一24时不得停水，北京一广州高铁照常运行。", quote: "一" },
    { text: "全县人囗普查已经开始。", quote: "囗" },
    { text: "□据了解，渠首闸门昨日开启。\n放水比去年早。", quote: "□" },
    { text: "计划2O20年建成。", quote: "2O20" },
    { text: "2月17曰，新桥干昨日通车。", quote: "曰" },
    { text: "村里人髙兴极了，钅艮行贷款也下来了。", quote: "髙" },
    { text: "春灌&nbsp;提前放水。", quote: "&nbsp;" },
  ],
  silent: [
    { text: "□本报记者 许昌浚\n渠首闸门昨日开启。" },
    { text: "需要的材料：\n□身份证的复印件\n□近期照片两张" },
    { text: "请在方框内打钩：□是 □否。“氵”旁的字与水有关，子曰：“学而时习之。”" },
    { text: "骨干昨日到齐，一五一十说了情况，B1O楼和H2O都不是错字。" },
  ],
  article: check,
};
