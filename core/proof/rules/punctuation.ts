/** Marks of the wrong kind, or one too many: GB/T 15834, a pattern for each. */
import type { TextPart } from "../../edition/reading.ts";
import type { Finding, Severity } from "../proofing.ts";
import { capped, reporter } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("punctuation", "advice");

interface Pattern {
  readonly pattern: RegExp;
  readonly key: string;
  readonly severity: Severity;
  /** The right form of what was found; absent where a person must say. */
  readonly fix?: (found: string) => string;
  /** Only in running text, not in headlines and the like. */
  readonly body?: boolean;
}

const HAN = "\\p{Script=Han}";
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
  {
    pattern: new RegExp(`(?<=${HAN})[,;!?](?=${HAN}|$)|(?<=${HAN}):(?=${HAN})|(?<=${HAN})\\.(?=$)`, "gu"),
    key: "proof.punctuation.half",
    severity: "advice",
    fix: (found) => FULL[found] ?? found,
  },
  {
    pattern: new RegExp(`(?<=${HAN}|^)"|"(?=${HAN})`, "gu"),
    key: "proof.punctuation.straight",
    severity: "advice",
  },
  {
    pattern: new RegExp(`(?<=${HAN})(?:--|—)(?=${HAN})`, "gu"),
    key: "proof.punctuation.dash",
    severity: "advice",
    body: true,
  },
  { pattern: /[０-９Ａ-Ｚａ-ｚ]+/gu, key: "proof.punctuation.wide", severity: "advice", fix: narrow },
  {
    pattern: new RegExp(`(?<=[${HAN}，。；：、])[ \\t\\u3000]+(?=[${HAN}])`, "gu"),
    key: "proof.punctuation.space",
    severity: "advice",
    fix: () => "",
    body: true,
  },
  // 0一24时: the character one for a dash.
  { pattern: /(?<=\d)一(?=\d)/gu, key: "proof.punctuation.one", severity: "warning", fix: () => "—" },
  { pattern: /[\uFFFD]|[\uD800-\uDFFF]|□{1,}/gu, key: "proof.punctuation.debris", severity: "warning" },
];

function narrow(found: string): string {
  return found.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** A space that parts names, a signature or a credit is no slip. */
const NAMES = /记者|通讯员|摄|图|文|供稿|（[^）]*$|\([^)]*$/;

function* checkPart(part: TextPart): Iterable<Finding> {
  const { text, role } = part;
  for (const { pattern, key, severity, fix, body } of PATTERNS) {
    if (body && role !== "paragraph") continue;
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (
        key === "proof.punctuation.space" &&
        NAMES.test(text.slice(Math.max(0, match.index - 16), end + 16))
      )
        continue;
      if (key === "proof.punctuation.dash" && /[\d，]/.test(text[match.index - 1] ?? "")) continue;
      yield report(part, match.index, end, key, { severity, ...(fix ? { fix: fix(match[0]) } : {}) });
    }
  }
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
    { text: "２０２０年的头一场雪。", quote: "２０２０" },
    { text: "修好的路 一直通到村口。", quote: " " },
    { text: "0一24时不得停水。", quote: "一" },
  ],
  silent: [
    { text: "“真的？！”他问。“是啊……”她说——声音很轻。" },
    { text: "（记者 张三 通讯员 李四）比分是3:2，时间是9:30，网址见文末。" },
    { text: "使用率为12.5%，范围在3—5米。" },
  ],
  *article({ article }) {
    for (const part of article.parts) {
      if (part.role === "jump" || part.role === "byline" || part.role === "credit") continue;
      yield* capped(checkPart(part));
    }
  },
};
