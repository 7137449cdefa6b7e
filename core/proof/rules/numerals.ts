/** How numbers are written: GB/T 15835, a pattern for each. */
import type { TextPart } from "../../edition/reading.ts";
import { Patterns, type Sought } from "../patterns.ts";
import type { Finding, Severity } from "../proofing.ts";
import { capped, reporter } from "../report.ts";
import type { Rule } from "../rule.ts";
import { KIND, kindsOf } from "./kinds.ts";

const report = reporter("numerals", "advice");

interface Pattern extends Sought {
  readonly key: string;
  readonly severity: Severity;
  /** Written in characters; every other pattern has a digit in it. */
  readonly words?: true;
  readonly fix?: (found: string) => string;
}

const DIGITS = "0123456789";

export const PATTERNS: readonly Pattern[] = [
  {
    // 二0二0年, 二O一九年: an Arabic nought or a letter for 〇.
    begins: "一二三四五六七八九〇零",
    pattern: /[一二三四五六七八九〇零]{1,3}[0OoＯ０][一二三四五六七八九〇零0OoＯ０]{0,2}(?=年)/gu,
    key: "proof.numerals.nought",
    words: true,
    severity: "warning",
    fix: (found) => found.replace(/[0OoＯ０零]/gu, "〇"),
  },
  {
    // 二零二零年, 二○二○年 with a circle for 〇.
    begins: "一二",
    pattern: /[一二][一二三四五六七八九零○]{3}(?=年)(?<=[零○].{0,3})/gu,
    key: "proof.numerals.nought",
    words: true,
    severity: "advice",
    fix: (found) => found.replace(/[零○]/gu, "〇"),
  },
  {
    begins: "一二",
    pattern: /[一二][零][一二][零一二三四五六七八九](?=年)|二零零[零一二三四五六七八九](?=年)/gu,
    key: "proof.numerals.nought",
    words: true,
    severity: "advice",
    fix: (found) => found.replaceAll("零", "〇"),
  },
  {
    begins: DIGITS,
    pattern: /(?<!\d)\d{1,12}[万亿]?(?:余多|多余|多多|余余)(?=\p{Script=Han})/gu,
    key: "proof.numerals.more",
    severity: "warning",
  },
  {
    begins: "近将约超至不",
    pattern: /(?:近|将近|(?<!节)约|超过|至少|不足|不到)\d[\d.]{0,12}[万亿]?(?:余|多)(?!年)/gu,
    key: "proof.numerals.contradictory",
    severity: "advice",
  },
  {
    begins: "约近",
    pattern: /(?:(?<!节)约|近)\d[\d.]{0,12}[万亿]?\p{Script=Han}{0,3}?(?:左右|上下)/gu,
    key: "proof.numerals.contradictory",
    severity: "advice",
  },
  {
    // 大约5公里左右, 至少50人以上, 近百余人: one says what the other says.
    begins: "大至最超高不约近",
    pattern:
      /大约\d[\d.]{0,12}[万亿]?\p{Script=Han}{0,3}?(?:左右|上下)|(?:至少|最少|最多|最高|超过|高达)可?[达到]?\d[\d.]{0,12}[万亿]?[%％]?\p{Script=Han}{0,3}?(?:以上|以下)|(?:不足|不到|不低于)\d[\d.]{0,12}[万亿]?[%％]?\p{Script=Han}{0,3}?(?:以上|以下)|(?:约有?)?近[百千万]余/gu,
    key: "proof.numerals.contradictory",
    words: true,
    severity: "advice",
  },
  {
    // 下降1倍: nothing can be less by itself.
    begins: "下减降缩",
    pattern:
      /(?:下降|减少|降低|缩短|缩小|下跌|减轻)了?(?:近|约)?[\d.一两二三四五六七八九十]{1,6}倍(?!速|镜)/gu,
    key: "proof.numerals.times",
    words: true,
    severity: "warning",
  },
  {
    // 凌晨14时, 上午15点; 下午15时 says it twice.
    begins: "凌清早上",
    pattern: /(?:凌晨|清晨|早上|上午)(?:1[3-9]|2[0-4])(?=[时点:：])/gu,
    key: "proof.numerals.clock",
    severity: "warning",
  },
  {
    begins: "下傍晚夜深",
    pattern: /(?:下午|傍晚|晚上|夜间|深夜)(?:1[3-9]|2[0-4])(?=[时点:：])/gu,
    key: "proof.numerals.clock",
    severity: "advice",
  },
  {
    // 5～8%: the sign stands at both ends.
    begins: DIGITS,
    pattern: /(?<![\d.])\d{1,3}(?:\.\d+)?[~～—－-]{1,2}\d{1,3}(?:\.\d+)?[%％‰]/gu,
    key: "proof.numerals.range",
    severity: "advice",
    fix: (found) => found.replace(/^[\d.]+/, (first) => first + (found.at(-1) as string)),
  },
  {
    // 30几度, 3十多岁, 1百多户, 5千多万元.
    begins: DIGITS,
    pattern:
      /(?<![\d.])\d{1,4}几(?=\p{Script=Han})|(?<![\d.第])\d{1,3}[十百](?=[多余几]|[个户人元里名亩])|(?<![\d.])\d{1,3}千[多余几](?=\p{Script=Han})/gu,
    key: "proof.numerals.mixed",
    severity: "advice",
  },
  {
    // 4、5里, 5、60人: neighbouring numbers for "some" are words (四五里).
    begins: DIGITS,
    pattern:
      /(?<![\d、.第图表])(?:2、3|3、4|3、5|4、5|5、6|6、7|7、8|8、9)0?[十百千万]?(?=个(?!月)|人|名|里路|里地|里[，。]|天|岁|家|斤|户|分钟|公里|亩)/gu,
    key: "proof.numerals.some",
    severity: "advice",
  },
  {
    // 3个半多小时, 两名多游客.
    begins: `${DIGITS}个一二两三四五六七八九十`,
    pattern:
      /个半多(?=[小时月年])|[\d一两二三四五六七八九十]{1,4}[名位]多(?![次种元方年少样边国])(?=\p{Script=Han})/gu,
    key: "proof.numerals.more",
    words: true,
    severity: "warning",
  },
  {
    begins: DIGITS,
    pattern: /(?<!\d)\d{1,6}[千百]\d{1,6}(?:百|十|$|(?=\p{Script=Han}))/gu,
    key: "proof.numerals.mixed",
    severity: "advice",
  },
  {
    // 三亿5000万, 二十8岁, 十几20人: one number in two scripts.
    begins: "一二两三四五六七八九十百千",
    pattern:
      /[一二两三四五六七八九十百千][亿万千]\d{1,4}(?=[万元个人名吨亩户])|[二三四五六七八九]?十(?<!第.?十)\d(?=[个岁人名元年号度])|十几\d{1,2}(?=[个岁人名元年])/gu,
    key: "proof.numerals.scripts",
    severity: "advice",
  },
  {
    // 三百多余元.
    begins: "十百千万",
    pattern: /[十百千万](?<=[一二两三四五六七八九].)(?:余多|多余|多多|余余)(?=[元个名人户亩吨斤里年天])/gu,
    key: "proof.numerals.more",
    words: true,
    severity: "warning",
  },
  {
    // 百分之35, 百分之三十五%.
    begins: "百",
    pattern: /百分之\d{1,3}(?:\.\d{1,4})?(?![\d百])/gu,
    key: "proof.numerals.percent",
    severity: "advice",
    fix: (found) => `${found.slice(3)}%`,
  },
  {
    begins: "百",
    pattern: /百分之[一二三四五六七八九十点]{1,7}[%％]/gu,
    key: "proof.numerals.percent",
    words: true,
    severity: "warning",
    fix: (found) => found.slice(0, -1),
  },
  {
    // 5.3.2万元: a number has one point.
    begins: DIGITS,
    pattern: /(?<![\d.])\d{1,6}\.\d{1,4}\.\d{1,4}(?=[万亿]?[元人吨亩户公米倍度%％])/gu,
    key: "proof.numerals.points",
    severity: "warning",
  },
  {
    // 12,34吨: groups are of three.
    begins: DIGITS,
    pattern: /(?<![\d,.])\d{1,3}(?:,\d{3})*,(?:\d{2}|\d{4})(?![\d,])(?=[万亿]?[元人吨亩户米名])/gu,
    key: "proof.numerals.groups",
    severity: "warning",
  },
  {
    // 9点75分.
    begins: DIGITS,
    pattern: /(?<!\d)\d{1,2}[时点][6-9]\d分/gu,
    key: "proof.numerals.minutes",
    severity: "warning",
  },
  {
    begins: "89",
    pattern: /(?<![\d.])[89]\d年(?=\d{1,2}月)/gu,
    key: "proof.numerals.year",
    severity: "advice",
  },
  {
    // Neighbouring numbers for "some": no comma between them (七八十).
    begins: "二三四五六七八",
    pattern:
      /(?<![一二三四五六七八九十百千万第、])(?:二、三|三、四|三、五|四、五|五、六|六、七|七、八|八、九)(?:[十百千](?=[多余]?[个名人米里年岁斤元家户亩棵])|(?=里路|里地|个人|个村|个小时))/gu,
    key: "proof.numerals.comma",
    words: true,
    severity: "advice",
    fix: (found) => found.replace("、", ""),
  },
  {
    begins: DIGITS,
    pattern: /(?<![\d.，])\d{1,3}(?:，\d{3})+(?![\d，])(?=[\p{Script=Han}])/gu,
    key: "proof.numerals.grouping",
    severity: "advice",
    fix: (found) => found.replaceAll("，", ""),
  },
];

const patterns = new Patterns(PATTERNS);

function* checkPart(part: TextPart): Iterable<Finding> {
  const kinds = kindsOf(part);
  const [digits, words] = [(kinds & KIND.digit) !== 0, (kinds & KIND.numeral) !== 0];
  const matches = digits || words ? patterns.in(part.text) : null;
  if (!matches) return;
  for (const [i, { key, severity, fix, words: spelt }] of PATTERNS.entries()) {
    if (!(digits || (spelt && words))) continue;
    for (const match of matches[i] ?? [])
      yield report(part, match.index, match.index + match[0].length, key, {
        severity,
        ...(fix ? { fix: fix(match[0]) } : {}),
      });
  }
}

export const numerals: Rule = {
  id: "numerals",
  severity: "advice",
  name: "rule.numerals",
  about: "rule.numerals.about",
  source: "GB/T 15835—2011",
  fires: [
    { text: "二0二0年的计划已经下达。", quote: "二0二0" },
    { text: "集市上来了3000多余人。", quote: "3000多余" },
    { text: "现场来了近300余名观众。", quote: "近300余" },
    { text: "水库蓄水约80万立方米左右。", quote: "约80万立方米左右" },
    { text: "两村相距2千3百米。", quote: "2千3百" },
    { text: "来了七、八十个人。", quote: "七、八十" },
    { text: "凌晨14时许，雨停了。", quote: "凌晨14" },
    { text: "新工艺让能耗减少两倍。", quote: "减少两倍" },
    { text: "产值每年增长5～8%。", quote: "5～8%" },
    { text: "投资三亿5000万元，用去百分之35。", quote: "三亿5000" },
    { text: "会议9点75分开始，收粮12,34吨。", quote: "9点75分" },
    { text: "走了4、5里路，村里来了1百多户。", quote: "4、5" },
  ],
  silent: [
    { text: "二〇二〇年，来了三四十人，近300人领到种子，用去3000多元，还有80余斤。" },
    { text: "约2小时后，水位降到1.5米左右。90年代修的渠还在用。" },
    { text: "增长5%～8%，下降三成；一年级3、4班的三名同学，来了好多次。" },
  ],
  *article({ article }) {
    for (const part of article.parts) if (part.role !== "jump") yield* capped(checkPart(part));
  },
};
