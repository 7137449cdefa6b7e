/** Marks of the wrong kind, or one too many: GB/T 15834, a pattern for each. */
import type { TextPart } from "../../edition/reading.ts";
import { wordsAround } from "../lexicon.ts";
import type { Finding, Severity } from "../proofing.ts";
import { REPORTS_PER_PART, reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";
import { KIND, kindsIn } from "./kinds.ts";

const report = reporter("punctuation", "advice");

interface Pattern {
  readonly pattern: RegExp;
  readonly key: string;
  readonly severity: Severity;
  /** Kinds of characters without which it is not tried. */
  readonly needs?: number;
  /** The right form of what was found; absent where a person must say. */
  readonly fix?: (found: string) => string;
  /** What must stand right before and behind. */
  readonly between?: RegExp;
  /** Only where a single part of the article has it. */
  readonly alone?: boolean;
  /** Only in running text, not in headlines and the like. */
  readonly body?: boolean;
  /** The right form: an article that has it throughout and this once or twice has slipped. */
  readonly right?: RegExp;
}

const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  ".": "。",
};

const PATTERNS: readonly Pattern[] = [
  {
    // 。， or ，，: neither can be meant. “？！” and “！！” can.
    pattern: /[，、；：。]{2,}|[！？][，、；。]|[，、；：][！？]/gu,
    key: "proof.punctuation.double",
    severity: "warning",
  },
  {
    pattern: /。{3,}|\.{3,}|(?<!…)…(?!…)|·{3,}/gu,
    key: "proof.punctuation.ellipsis",
    severity: "advice",
    fix: () => "……",
  },
  // Each pattern begins with the mark itself, not with a look behind it: a text without such marks costs one scan.
  {
    pattern:
      /[,;!?](?<=[\p{Script=Han}）”》’%％].)(?=[\p{Script=Han}“《（]|$)|:(?<=[\p{Script=Han}）”》].)(?=[\p{Script=Han}“《]|$)|\.(?<=\p{Script=Han}.)(?=$)/gu,
    key: "proof.punctuation.half",
    needs: KIND.latin,
    severity: "advice",
    fix: (found) => FULL[found] ?? found,
  },
  {
    pattern: /"(?:(?<=[\p{Script=Han}，。！？：；、…].)|(?=[\p{Script=Han}，。！？：；、]))/gu,
    key: "proof.punctuation.straight",
    needs: KIND.latin,
    severity: "advice",
    right: /[“”]/g,
  },
  {
    pattern: /-{2,}/g,
    between: /\p{Script=Han}/u,
    key: "proof.punctuation.dash",
    needs: KIND.latin,
    severity: "advice",
    fix: () => "——",
    body: true,
  },
  {
    pattern: /[０-９Ａ-Ｚａ-ｚ]+/g,
    key: "proof.punctuation.wide",
    needs: KIND.wide,
    severity: "advice",
    fix: narrow,
  },
  {
    pattern: /[ \t\u3000]+/g,
    between: /[\p{Script=Han}，。；：、]/u,
    key: "proof.punctuation.space",
    needs: KIND.blank,
    severity: "advice",
    fix: () => "",
  },
  // 0一24时: the character one for a dash.
  {
    pattern: /一(?<=\d.)(?=\d)/g,
    key: "proof.punctuation.one",
    needs: KIND.digit | KIND.numeral,
    severity: "warning",
    fix: () => "—",
  },
  {
    pattern: /[\uFFFD]|[\uD800-\uDFFF]/gu,
    key: "proof.punctuation.debris",
    needs: KIND.odd,
    severity: "warning",
  },
  // □ for a character that was not read, 囗 and radicals for one that was read in part.
  {
    pattern: /[□▯■](?<=[\p{Script=Han}\d，。“（、：；》”].)(?=[\p{Script=Han}\d“《（]|[，。、；：”）])/gu,
    key: "proof.punctuation.debris",
    needs: KIND.odd,
    severity: "warning",
  },
  // At the head of a line □ may mark an item or who signs; a text with one alone that is neither lacks a character.
  {
    pattern:
      /^[□▯](?=[\p{Script=Han}\d“])(?!(?:本报|本刊|特约|实习|见习)?(?:记者|通讯员)|[文图撰摄]|\p{Script=Han}{2,4}(?:[ 　、]|$))/gu,
    key: "proof.punctuation.debris",
    needs: KIND.odd,
    severity: "warning",
    alone: true,
  },
  {
    pattern:
      /[囗丨丿亅亠冂冖冫凵勹匚卩宀巛廴廾彐彡扌疒癶礻耂艹虍衤覀讠辶钅阝饣亻氵犭纟](?<=\p{Script=Han}{2}|[，。].)/gu,
    key: "proof.punctuation.debris",
    needs: KIND.odd,
    severity: "warning",
    body: true,
  },
  // 2O20年, l5日: a letter for a digit.
  {
    pattern: /(?<![A-Za-z0-9])(?:\d+[OolI]+\d*|l\d+)(?=[年月日时分元人个例%％])/g,
    key: "proof.punctuation.letter",
    needs: KIND.digit | KIND.letter,
    severity: "warning",
    fix: (found) => found.replace(/[Oo]/g, "0").replace(/[lI]/g, "1"),
  },
];

function narrow(found: string): string {
  return found.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** A space that parts names, a signature or a credit is no slip. */
const NAMES = /记者|通讯员|读者|作者|摄影|供稿|供图|[摄图文][\s/：:]|（[^）]*$|\([^)]*$/;

interface Slip {
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  readonly fix: string | null;
}

/** Characters of the phrases that a headline is made of: 新渠通水 稻田添绿 has no 水稻. */
const PHRASE = 4;

/** 快递小 哥: a headline's spaces part its phrases; one inside a word parts nothing. */
function partsWord(text: string, start: number, end: number): boolean {
  const lengths = [/[^\s\p{P}]*$/u.exec(text.slice(0, start)), /^[^\s\p{P}]*/u.exec(text.slice(end))];
  if (lengths.every((found) => (found?.[0].length ?? 0) >= PHRASE)) return false;
  const closed = text.slice(0, start) + text.slice(end);
  return wordsAround(closed, start - 1, start + 1).some(
    (word) => word.start < start && word.end > start && word.word.length <= 3,
  );
}

function* slips(
  { pattern, key, fix, body, between, needs = 0 }: Pattern,
  part: TextPart,
  kinds: number,
): Iterable<Slip> {
  const { text, role } = part;
  if ((kinds & needs) !== needs || (body && role !== "paragraph")) return;
  for (const match of text.matchAll(pattern)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (between && !(between.test(text[start - 1] ?? "") && between.test(text[end] ?? ""))) continue;
    if (key === "proof.punctuation.space") {
      if (NAMES.test(text.slice(Math.max(0, start - 16), end + 16))) continue;
      if (role !== "paragraph" && !partsWord(text, start, end)) continue;
    }
    yield { part, start, end, fix: fix ? fix(match[0]) : null };
  }
}

/** A habit of the whole article is one remark, at its first place, that mends every place. */
function inOne(key: string, all: readonly Slip[]): Finding | null {
  const [first, ...others] = all;
  if (!first) return null;
  const finding = report(first.part, first.start, first.end, key, {
    severity: "advice",
    values: { count: all.length, fix: first.fix ?? "" },
    evidence: others.slice(0, REPORTS_PER_PART).map(({ part, start, end }) => spanOf(part, start, end)),
  });
  const fixes = all.flatMap(({ part, start, end, fix }) =>
    fix === null ? [] : [{ span: spanOf(part, start, end), text: fix }],
  );
  return { ...finding, fixes };
}

/** Few enough, beside the right form used many times, to be no habit. */
const STRAY = 2;
const HABIT = 6;

/** True where the article itself has the right form throughout: what differs is a slip, not the article's own way. */
function isStray({ right }: Pattern, count: number, parts: readonly TextPart[]): boolean {
  if (!right || count > STRAY) return false;
  let found = 0;
  for (const { text } of parts) for (const _ of text.matchAll(right)) if (++found >= HABIT) return true;
  return false;
}

export const punctuation: Rule = {
  id: "punctuation",
  severity: "advice",
  name: "rule.punctuation",
  about: "rule.punctuation.about",
  source: "GB/T 15834—2011",
  fires: [
    { text: "雨停了，，大家又回到地里。", quote: "，，" },
    { text: "他想了想...还是没有说。", quote: "..." },
    { text: "今年雨水多,稻子长得好。", quote: "," },
    { text: '大家把这里叫"老街"。', quote: '"' },
    { text: '“你好。”“你来了。”“坐。”他说：“茶来了"。', quote: '"' },
    { text: "２０２０年的头一场雪。", quote: "２０２０" },
    { text: "修好的路 一直通到村口。", quote: " " },
    { text: "0一24时不得停水。", quote: "一" },
    { text: "全县人囗普查已经开始。", quote: "囗" },
    { page: true, text: "快递小 哥的一天\n天刚亮，老周就出了门。", quote: " " },
    { text: "□据了解，渠首闸门昨日开启。\n放水比去年早。", quote: "□" },
    { text: "计划2O20年建成。", quote: "2O20" },
  ],
  silent: [
    { page: true, text: "新渠通水 稻田添绿\n天刚亮，老周就出了门。" },
    { text: "□本报记者 许昌浚\n渠首闸门昨日开启。" },
    { text: "需要的材料：\n□身份证的复印件\n□近期照片两张" },
    { text: "“真的？！”他问。“是啊……”她说——声音很轻。" },
    { text: "（记者 张三 通讯员 李四）比分是3:2，时间是9:30，网址见文末。" },
    { text: "使用率为12.5%，范围在3—5米。" },
  ],
  *article({ article }) {
    const parts = article.parts.filter(
      ({ role }) => role !== "jump" && role !== "byline" && role !== "credit",
    );
    const kinds = parts.map(({ text }) => kindsIn(text));
    for (const pattern of PATTERNS) {
      if (pattern.severity === "advice") {
        const all = parts.flatMap((part, i) => [...slips(pattern, part, kinds[i] ?? 0)]);
        const finding = inOne(pattern.key, all);
        if (finding)
          yield isStray(pattern, all.length, parts) ? { ...finding, severity: "warning" } : finding;
        continue;
      }
      if (pattern.alone && parts.filter(({ text }) => "□▯".includes(text[0] || " ")).length > 1) continue;
      for (const [i, part] of parts.entries())
        for (const { start, end, fix } of [...slips(pattern, part, kinds[i] ?? 0)].slice(0, REPORTS_PER_PART))
          yield report(part, start, end, pattern.key, {
            severity: pattern.severity,
            ...(fix === null ? {} : { fix }),
          });
    }
  },
};
