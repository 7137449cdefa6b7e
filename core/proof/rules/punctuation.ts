/** Marks of the wrong kind, or one too many: GB/T 15834, a pattern for each. */
import type { TextPart } from "../../edition/reading.ts";
import { Patterns } from "../patterns.ts";
import type { Severity } from "../proofing.ts";
import { REPORTS_PER_PART, reporter } from "../report.ts";
import type { Rule } from "../rule.ts";
import { inOne, type Slip } from "./habit.ts";
import { CLAUSES, type MarkPattern } from "./marks.ts";

const report = reporter("punctuation", "advice");

interface Pattern extends MarkPattern {
  readonly severity: Severity;
}

const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  ".": "。",
};

const WIDE = Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0xff00 + i)).join("");

export const PATTERNS: readonly Pattern[] = [
  {
    // 。， or ，，: neither can be meant. “？！” and “！！” can.
    begins: "，、；：。！？",
    pattern: /[，、；：。]{2,}|[！？][，、；。]|[，、；：][！？]/gu,
    key: "proof.punctuation.double",
    severity: "warning",
  },
  {
    begins: "。.…·",
    pattern: /。{3,}|\.{3,}|(?<!…)…(?!…)|·{3,}/gu,
    key: "proof.punctuation.ellipsis",
    severity: "advice",
    fix: () => "……",
  },
  // Each pattern begins with the mark itself, not with a look behind it: a text without such marks costs one scan.
  {
    begins: ",;!?:.",
    pattern:
      /[,;!?](?<=[\p{Script=Han}）”》’%％].)(?=[\p{Script=Han}“《（]|$)|:(?<=[\p{Script=Han}）”》].)(?=[\p{Script=Han}“《]|$)|\.(?<=\p{Script=Han}.)(?=$)/gu,
    key: "proof.punctuation.half",
    severity: "advice",
    fix: (found) => FULL[found] ?? found,
  },
  // 约翰.史密斯, 今年雨水多.稻子: which mark was meant nobody can tell from the marks.
  {
    begins: ".",
    pattern: /\.(?<=\p{Script=Han}.)(?=\p{Script=Han})/gu,
    key: "proof.punctuation.point",
    severity: "advice",
  },
  {
    begins: "(",
    pattern: /\((?=[^()\n]{0,40}\p{Script=Han}[^()\n]{0,40}\))[^()\n]+\)/gu,
    key: "proof.punctuation.brackets",
    severity: "advice",
    fix: (found) => `（${found.slice(1, -1)}）`,
    body: true,
  },
  // 27": inches, after a figure.
  {
    begins: '"＂',
    pattern: /["＂](?:(?<=[\p{Script=Han}，。！？：；、…].)|(?<!\d")(?=[\p{Script=Han}，。！？：；、]))/gu,
    key: "proof.punctuation.straight",
    severity: "advice",
    right: /[“”]/g,
  },
  {
    begins: "'＇`",
    pattern:
      /['＇](?:(?<=[\p{Script=Han}，。！？：].)(?=[\p{Script=Han}，。！？])|(?<=[，。：（]|^)'(?=\p{Script=Han}))|``|''(?=[\p{Script=Han}，。]|$)/gu,
    key: "proof.punctuation.straight",
    severity: "advice",
    right: /[‘’]/g,
  },
  {
    begins: "-",
    pattern: /-{2,}/g,
    between: /\p{Script=Han}/u,
    key: "proof.punctuation.dash",
    severity: "advice",
    fix: () => "——",
    body: true,
  },
  {
    begins: WIDE,
    pattern: /[０-９Ａ-Ｚａ-ｚ]+|[．％](?<=\d.)(?=\d)/g,
    key: "proof.punctuation.wide",
    severity: "advice",
    fix: narrow,
  },
  ...CLAUSES.map((clause) => ({ ...clause, severity: "advice" as const })),
];

function narrow(found: string): string {
  return found.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

const patterns = new Patterns(PATTERNS);

function slips(
  { fix, body, between }: Pattern,
  part: TextPart,
  matches: readonly RegExpExecArray[] | undefined,
): Slip[] {
  if (!matches || matches.length === 0 || (body && part.role !== "paragraph")) return NONE;
  const found: Slip[] = [];
  for (const match of matches) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (between && !(between.test(part.text[start - 1] ?? "") && between.test(part.text[end] ?? "")))
      continue;
    found.push({ part, start, end, fix: fix ? fix(match[0]) : null });
  }
  return found;
}

const NONE: Slip[] = [];

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
  ],
  silent: [{ text: "“真的？！”他问。“是啊……”她说——声音很轻。" }, { text: "使用率为12.5%，范围在3—5米。" }],
  *article({ article }) {
    const parts = article.parts.filter(
      ({ role }) => role !== "jump" && role !== "byline" && role !== "credit",
    );
    const matches = parts.map(({ text }) => patterns.in(text));
    for (const [k, pattern] of PATTERNS.entries()) {
      if (!matches.some((ofPart) => ofPart && (ofPart[k]?.length ?? 0) > 0)) continue;
      if (pattern.severity === "advice") {
        const all = parts.flatMap((part, i) => slips(pattern, part, matches[i]?.[k]));
        const finding = inOne(report, pattern.key, all);
        if (finding)
          yield isStray(pattern, all.length, parts) ? { ...finding, severity: "warning" } : finding;
        continue;
      }
      for (const [i, part] of parts.entries())
        for (const { start, end, fix } of slips(pattern, part, matches[i]?.[k]).slice(0, REPORTS_PER_PART))
          yield report(part, start, end, pattern.key, {
            severity: pattern.severity,
            ...(fix === null ? {} : { fix }),
          });
    }
  },
};
