/** Marks of the wrong kind, or one too many: GB/T 15834, a pattern for each. */
import type { TextPart } from "../../edition/reading.ts";
import type { Severity } from "../proofing.ts";
import { REPORTS_PER_PART, reporter } from "../report.ts";
import type { Rule } from "../rule.ts";
import { inOne, type Slip } from "./habit.ts";
import { KIND, kindsOf } from "./kinds.ts";
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
  // 约翰.史密斯, 今年雨水多.稻子: which mark was meant nobody can tell from the marks.
  {
    pattern: /\.(?<=\p{Script=Han}.)(?=\p{Script=Han})/gu,
    key: "proof.punctuation.point",
    needs: KIND.latin,
    severity: "advice",
  },
  {
    pattern: /\((?=[^()\n]{0,40}\p{Script=Han}[^()\n]{0,40}\))[^()\n]+\)/gu,
    key: "proof.punctuation.brackets",
    needs: KIND.latin,
    severity: "advice",
    fix: (found) => `（${found.slice(1, -1)}）`,
    body: true,
  },
  // 27": inches, after a figure.
  {
    pattern: /["＂](?:(?<=[\p{Script=Han}，。！？：；、…].)|(?<!\d")(?=[\p{Script=Han}，。！？：；、]))/gu,
    key: "proof.punctuation.straight",
    needs: KIND.latin,
    severity: "advice",
    right: /[“”]/g,
  },
  {
    pattern:
      /['＇](?:(?<=[\p{Script=Han}，。！？：].)(?=[\p{Script=Han}，。！？])|(?<=[，。：（]|^)'(?=\p{Script=Han}))|``|''(?=[\p{Script=Han}，。]|$)/gu,
    key: "proof.punctuation.straight",
    needs: KIND.latin,
    severity: "advice",
    right: /[‘’]/g,
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
    pattern: /[０-９Ａ-Ｚａ-ｚ]+|[．％](?<=\d.)(?=\d)/g,
    key: "proof.punctuation.wide",
    needs: KIND.wide,
    severity: "advice",
    fix: narrow,
  },
  ...CLAUSES.map((clause) => ({ ...clause, severity: "advice" as const })),
];

function narrow(found: string): string {
  return found.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function* slips(
  { pattern, fix, body, between, needs = 0 }: Pattern,
  part: TextPart,
  kinds: number,
): Iterable<Slip> {
  const { text, role } = part;
  if ((kinds & needs) !== needs || (body && role !== "paragraph")) return;
  for (const match of text.matchAll(pattern)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (between && !(between.test(text[start - 1] ?? "") && between.test(text[end] ?? ""))) continue;
    yield { part, start, end, fix: fix ? fix(match[0]) : null };
  }
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
  ],
  silent: [{ text: "“真的？！”他问。“是啊……”她说——声音很轻。" }, { text: "使用率为12.5%，范围在3—5米。" }],
  *article({ article }) {
    const parts = article.parts.filter(
      ({ role }) => role !== "jump" && role !== "byline" && role !== "credit",
    );
    const kinds = parts.map(kindsOf);
    for (const pattern of PATTERNS) {
      if (pattern.severity === "advice") {
        const all = parts.flatMap((part, i) => [...slips(pattern, part, kinds[i] ?? 0)]);
        const finding = inOne(report, pattern.key, all);
        if (finding)
          yield isStray(pattern, all.length, parts) ? { ...finding, severity: "warning" } : finding;
        continue;
      }
      for (const [i, part] of parts.entries())
        for (const { start, end, fix } of [...slips(pattern, part, kinds[i] ?? 0)].slice(0, REPORTS_PER_PART))
          yield report(part, start, end, pattern.key, {
            severity: pattern.severity,
            ...(fix === null ? {} : { fix }),
          });
    }
  },
};
