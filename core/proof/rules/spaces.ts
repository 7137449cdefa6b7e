/**
 * Spaces that nobody meant: between characters, beside a mark, within a number, at a paragraph's head; and a space between
 * Chinese and a figure or a Latin word where the story has none elsewhere.
 *
 * Whether Han–Latin gaps are written as spaces is the house's own; only what differs from the story's habit, or stands on
 * one side of a word alone, is told. Names set wide, signatures, lists and what a headline parts are let be.
 */
import type { TextPart } from "../../edition/reading.ts";
import { isHanAt, wordsAround } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { reporter } from "../report.ts";
import type { Rule } from "../rule.ts";
import { inOne, type Slip } from "./habit.ts";
import { KIND, kindsOf } from "./kinds.ts";

const report = reporter("spaces", "advice");
const BLANKS = /[ \t\u00a0\u3000]+/g;
/** Marks of full width, which bring their own white space. */
const MARKS = "，。、；：？！“”‘’（）《》〈〉【】「」『』…";
/** Marks that nothing white may follow, and those that it may not stand before. */
const OPENS = "“‘（《〈【「『，、。；：？！";
const CLOSES = "”’）》〉】」』，、。；：？！";
const STOP = /[。！？；]/;

/** A space that parts names, a signature, a credit or a wording in brackets is no slip. */
const NAMES =
  /(?:记者|通讯员|读者|作者|摄影|供稿|供图|[摄图文])[\s/：:]|\s(?:记者|通讯员|[摄图文](?:[\s/：:）]|$))|（[^）。，]{0,14}\s[^）。，]{0,14}）/;
/** 第三条 承包人…, （一） 疏通…, 12月1日 星期二: what a space follows as a heading. */
const HEADING =
  /(?:第[〇零一二三四五六七八九十百千\d]{1,6}[章节条款项编篇讲课期集回]|^\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|\d日|[讯电息]|——)$/;
/** 张 明: a name of two characters set as wide as one of three; 主 编, 春 分 as lists have them. */
const EDGE = /[、，。；：:（）()《》【】\s/／|]/;

const isMark = (char: string | undefined) => char !== undefined && MARKS.includes(char);
const isAlone = (text: string, at: number) => at < 0 || at >= text.length || EDGE.test(text[at] as string);

function isSetWide(text: string, start: number, end: number): boolean {
  const behind = text.slice(end + 1, end + 3);
  return (
    isHanAt(text, start - 1) &&
    isHanAt(text, end) &&
    isAlone(text, start - 2) &&
    (isAlone(text, end + 1) || /^(?:[等摄]|同志|先生|女士)/.test(behind))
  );
}

/** Characters of the phrases that a headline is made of: 新渠通水 稻田添绿 has no 水稻. */
const PHRASE = 4;
/** Characters on either side of a blank that are looked at. */
const WORDS = 12;

/** 快递小 哥: a headline's spaces part its phrases; one inside a word parts nothing. */
function partsWord(text: string, start: number, end: number): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - WORDS), start), text.slice(end, end + WORDS)];
  const lengths = [/[^\s\p{P}]*$/u.exec(before), /^[^\s\p{P}]*/u.exec(behind)];
  if (lengths.every((found) => (found?.[0].length ?? 0) >= PHRASE)) return false;
  const at = before.length;
  return wordsAround(before + behind, at - 1, at + 1).some(
    (word) => word.start < at && word.end > at && word.word.length <= 3,
  );
}

/** Longest title or slogan. */
const TITLE = 40;

/** 以“大美非遗 和合天下”为题: a title or slogan has its own spaces, as a headline has. */
function isCited(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - TITLE), at);
  const open = Math.max(before.lastIndexOf("“"), before.lastIndexOf("《"));
  if (open < 0) return false;
  const cited = before.slice(open) + text.slice(at, at + TITLE);
  const close = cited.indexOf(cited[0] === "《" ? "》" : "”");
  return close >= before.length - open && close <= TITLE && !/[，。！？；]/.test(cited.slice(0, close));
}

/** Longer, with a comma in it, than a row of a list. */
const LONG = 24;
/** Spaces that make no list. */
const FEW = 2;

/** A line without a stop, or of many items, is a headline, a list or a table's row. */
function isProse({ role, text }: TextPart): boolean {
  if (role !== "paragraph" || !(STOP.test(text) || (text.length >= LONG && text.includes("，"))))
    return false;
  return (text.match(/\S[ \u3000]+(?=\S)/g)?.length ?? 0) <= Math.max(FEW, text.length / 12);
}

const isDigit = (char: string | undefined) => char !== undefined && char >= "0" && char <= "9";

/** 2020年1月 15日 below a notice. */
const isWithinDate = (text: string, start: number, end: number) =>
  (/\d[年月]$/.test(text.slice(Math.max(0, start - 2), start)) && isDigit(text[end])) ||
  (isDigit(text[start - 1]) &&
    /^[年月日]/.test(text.slice(end, end + 1)) &&
    /[年月]\d{1,2}$/.test(text.slice(Math.max(0, start - 3), start)));

type Kind = "han" | "gap" | "number" | "head" | "wide";

/** What kind of slip a run of blanks is by what stands on its sides; null where it is none, or the story must say. */
function kindOf(part: TextPart, prose: boolean, start: number, end: number): Kind | null {
  const { text, role } = part;
  const [before, behind] = [text[start - 1], text[end]];
  if (behind === undefined) return null;
  if (before === undefined) return role === "paragraph" ? "head" : null;
  const [hanBefore, hanBehind] = [isHanAt(text, start - 1), isHanAt(text, end)];
  if ((OPENS.includes(before) && behind !== ")" && !CLOSES.includes(behind)) || CLOSES.includes(behind)) {
    if (hanBefore || hanBehind) return "han";
  } else if ((hanBefore || isMark(before)) && (hanBehind || isMark(behind))) {
    const around = text.slice(Math.max(0, start - 16), end + 16);
    if (NAMES.test(around) || (hanBehind && HEADING.test(text.slice(Math.max(0, start - 10), start))))
      return null;
    if (behind === "（" && "讯电息".includes(before)) return null;
    if (isSetWide(text, start, end)) return null;
    const words = hanBefore && hanBehind;
    return (prose && !(words && isCited(text, start))) || (words && partsWord(text, start, end))
      ? "han"
      : null;
  }
  if (
    /第[〇零一二三四五六七八九十百千\d]{1,6}[章节条款项编篇]$/.test(text.slice(Math.max(0, start - 8), start))
  )
    return null;
  if (!prose) return isWithinDate(text, start, end) ? "gap" : null;
  if (isMark(before) || isMark(behind)) {
    // rock ’n’ roll, “OK” 和: English has its own.
    const other = (isMark(before) ? behind : before) as string;
    const quotes = "“”‘’".includes((isMark(before) ? before : behind) as string);
    return quotes && /[A-Za-z]/.test(other) ? null : "han";
  }
  const [left, right] = [text.slice(Math.max(0, start - 3), start), text.slice(end, end + 3)];
  // 3. 5亿, 9: 30, 12.5 %; not “1. 5月底完工” at the head of an item, nor 12 345.
  if (isDigit(before) && /^(?:[%％‰℃]|[.:]\d)/.test(right)) return "number";
  if (
    /\d[.:]$/.test(left) &&
    isDigit(behind) &&
    !/(?:^|\s)\d{1,2}[.:]$/.test(text.slice(Math.max(0, start - 4), start))
  )
    return "number";
  if (/(?:^|[^A-Za-z])[GDCKZT]$/.test(left) && /^\d{1,4}次/.test(text.slice(end, end + 5))) return "number";
  if (
    end - start > 1 &&
    !/[\u3000\t]/.test(text.slice(start, end)) &&
    before !== "." &&
    !hanBefore &&
    !hanBehind
  )
    return "wide";
  return hanBefore !== hanBehind && /[A-Za-z0-9]/.test((hanBefore ? behind : before) as string)
    ? "gap"
    : null;
}

/** Chinese against a figure, against a Latin word, with no blank between. */
const TOUCHING = {
  figure: /\p{Script=Han}(?=\d)|[\d%％](?=\p{Script=Han})/gu,
  word: /\p{Script=Han}(?=[A-Za-z])|[A-Za-z](?=\p{Script=Han})/gu,
} as const;
const LATIN_BEHIND = /^[A-Za-z0-9.,:%％+\-/]+/;
const LATIN_BEFORE = /[A-Za-z0-9.,:%％+\-/]+$/;
const NEAR = 24;

/** The Latin side of a gap: 16 of iPhone 16 is part of a name, 5 of 5G a word's. */
function isFigure({ part: { text }, start, end }: Slip): boolean {
  const run = isHanAt(text, end)
    ? /[A-Za-z0-9.,:%％+\-/ ]+$/.exec(text.slice(Math.max(0, start - NEAR), start))
    : /^[A-Za-z0-9.,:%％+\-/ ]+/.exec(text.slice(end, end + NEAR));
  return run !== null && !/[A-Za-z]/.test(run[0]);
}

/** True where the word beside the blank touches Chinese on its other side: 共有5 万人. */
function isOneSided({ part: { text }, start, end }: Slip): boolean {
  if (isHanAt(text, start - 1)) {
    const word = LATIN_BEHIND.exec(text.slice(end, end + NEAR))?.[0].length ?? 0;
    return isHanAt(text, end + word);
  }
  const word = LATIN_BEFORE.exec(text.slice(Math.max(0, start - NEAR), start))?.[0].length ?? 0;
  return isHanAt(text, start - word - 1);
}

/** Gaps with a blank in a story that has as many without one, figures and Latin words each by their own habit. */
function strays(gaps: readonly Slip[], parts: readonly TextPart[]): readonly Slip[] {
  if (gaps.length === 0) return [];
  const count = (pattern: RegExp) =>
    parts.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
  const figures = gaps.filter(isFigure);
  const words = gaps.filter((gap) => !isFigure(gap));
  return [
    { slips: figures, touching: count(TOUCHING.figure) },
    { slips: words, touching: count(TOUCHING.word) / 2 },
  ].flatMap(({ slips, touching }) =>
    touching >= slips.length ? slips : slips.length <= FEW ? slips.filter(isOneSided) : [],
  );
}

const KEYS: Readonly<Record<Kind, string>> = {
  han: "proof.spaces.han",
  gap: "proof.spaces.gap",
  number: "proof.spaces.number",
  head: "proof.spaces.head",
  wide: "proof.spaces.wide",
};

export const spaces: Rule = {
  id: "spaces",
  severity: "advice",
  name: "rule.spaces",
  about: "rule.spaces.about",
  source: "CY/T 154—2017；《中文排版需求》（CLREQ）§3.2；GB/T 15834—2011",
  fires: [
    { text: "修好的路 一直通到村口。", quote: " " },
    { text: "他说： “路修好了。”", quote: " " },
    { text: "全镇共有5 万人，今年修路20公里。", quote: " " },
    { text: "气温升到12.5 ℃，比赛9: 30开始。", quote: " " },
    { page: true, text: "快递小 哥的一天\n天刚亮，老周就出了门。", quote: " " },
  ],
  silent: [
    { page: true, text: "新渠通水 稻田添绿\n天刚亮，老周就出了门。" },
    { text: "（记者 张三 通讯员 李四）比分是3:2，时间是9:30，网址见文末。" },
    { text: "全镇共有 5 万人，今年修路 20 公里，坐 Boeing 737 来的人不少。" },
    { text: "评委有张 明、李小军、王 芳等。第三条 承包人须按时缴费。" },
    { text: "全长 12 345 米，由 12 个标段组成，以“水清岸绿 鱼翔浅底”为题拍了片子。" },
  ],
  *article({ article }): Iterable<Finding> {
    const slips = new Map<Kind, Slip[]>();
    const parts = article.parts.filter(
      ({ role }) => role !== "jump" && role !== "byline" && role !== "credit",
    );
    for (const part of parts) {
      if ((kindsOf(part) & KIND.blank) === 0) continue;
      const prose = isProse(part);
      for (const { index, 0: blanks } of part.text.matchAll(BLANKS)) {
        const end = index + blanks.length;
        const kind = kindOf(part, prose, index, end);
        if (kind === null) continue;
        const slip = { part, start: index, end, fix: kind === "wide" ? " " : "" };
        const list = slips.get(kind);
        if (list) list.push(slip);
        else slips.set(kind, [slip]);
      }
    }
    for (const [kind, all] of slips) {
      const finding = inOne(report, KEYS[kind], kind === "gap" ? strays(all, parts) : all);
      if (finding) yield finding;
    }
  },
};
