/**
 * Years against this one: 1956年建成，今年是建成70周年; 1950年出生，今年76岁; 今年是新中国成立…周年.
 *
 * 今年 is the year of issue. An age may be counted from birth or by years begun, so a year more or less is let pass; an
 * anniversary is exact.
 */
import type { TextPart } from "../../edition/reading.ts";
import { chinese } from "../figures/numeral.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";
import { issueTime } from "./said-dates.ts";

const report = reporter("years", "warning");
const number = "(\\d{1,3}|[一二两三四五六七八九十百]{1,5})";
const year = "((?:18|19|20)\\d{2})年";
const founding =
  "建成|落成|成立|创办|创立|创建|创刊|建校|建厂|建院|建馆|建市|建县|建交|开业|开馆|开园|通车|投产|投用|诞辰|诞生|解放|开工|组建|设立|启动|出版|首演|逝世";
/** 1956年建成，今年是建成70周年. */
const anniversary = new RegExp(
  `${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:[^。；！？\\n\\d]{0,8}?(?:${founding})|(?<=(?:始建|始创|创建|创办|成立|建成|诞生|创刊|创立|建立|筹建)于(?:19|20|18)\\d{2}年))[^。；！？\\n\\d]{0,24}?(?:今年|今天|今日)[^。；！？\\n\\d，]{0,14}?(?<!\\d)${number}(周年|岁生日|年华诞)`,
  "g",
);
/** 1950年出生，今年76岁; 今年76岁的李明1950年出生. */
const born = new RegExp(
  `${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出生|生于|生人|生)[^。；！？\\n\\d]{0,20}?今年(?:已经?|刚|刚满|刚刚|正好|整整)?${number}(岁|周岁)|(?:出?生于)${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?[^。；！？\\n\\d]{0,20}?今年(?:已经?|刚|刚满|刚刚|正好|整整)?${number}(岁|周岁)|今年(?:已经?|刚|刚满)?${number}(岁|周岁)的?[^。；！？\\n\\d]{0,10}?[，,]?(?:出?生于)?${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出生|生(?!产|活|效|意)|[，。])`,
  "g",
);
/** 1950年出生，2020年逝世，享年70岁 */
const died = new RegExp(
  `(?:生于)?${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:出?生)?[^。；！？\\n\\d]{0,24}?${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?[^。；！？\\n\\d]{0,16}?(?:逝世|去世|病逝|辞世|离世)[^。；！？\\n\\d]{0,8}?(?:享年|终年)${number}(岁)`,
  "g",
);
/** What every reader can count from. */
const known: readonly (readonly [RegExp, number])[] = [
  [/(?:中华人民共和国|新中国|共和国|我国|国庆)(?:成立)?$/, 1949],
  [/(?:中国共产党|建党|(?<![\p{Script=Han}])党的?)(?:成立|建立|诞辰)?$/u, 1921],
  [/(?:中国人民解放军|解放军|建军)(?:建军|成立)?$/, 1927],
  [/(?:抗日战争|抗战|反法西斯战争)(?:胜利)?$/, 1945],
  [/改革开放$/, 1978],
  [/红军长征胜利$/, 1936],
  [/五四运动$/, 1919],
  [/辛亥革命$/, 1911],
  [/香港回归(?:祖国)?$/, 1997],
  [/澳门回归(?:祖国)?$/, 1999],
  [/全民族抗战爆发$/, 1937],
  [/孙中山(?:先生)?诞辰$/, 1866],
  [/毛泽东(?:同志)?诞辰$/, 1893],
  [/周恩来(?:同志)?诞辰$/, 1898],
  [/邓小平(?:同志)?诞辰$/, 1904],
];
const jubilee = new RegExp(`${number}周年`, "g");

const numberOf = (text: string) => (/\d/.test(text) ? Number(text) : (chinese(text)?.value ?? 0));

function* anniversaries(part: TextPart, issue: number | null): Iterable<Finding> {
  if (issue !== null)
    for (const match of part.text.matchAll(anniversary))
      yield* judge(part, match, Number(match[1]), issue, match[2] as string, 0);
  for (const match of part.text.matchAll(jubilee)) {
    const before = part.text.slice(Math.max(0, match.index - 40), match.index);
    const since = known.find(([event]) => event.test(before))?.[1];
    if (since === undefined) continue;
    // 2019年庆祝…; 今年是…: without a year an anniversary may be any of the past.
    const said = new RegExp(`(?:${year}(?:\\d{1,2}月)?(?:\\d{1,2}日)?|今年)[^。；！？\\n\\d]*$`).exec(before);
    const of = said?.[1] !== undefined ? Number(said[1]) : said ? issue : null;
    if (of === null) continue;
    yield* judge(part, match, since, of, match[1] as string, 0);
  }
}

function* ages(part: TextPart, issue: number | null): Iterable<Finding> {
  if (part.text.includes("今年") && issue !== null)
    for (const match of part.text.matchAll(born)) {
      const from = match[1] ?? match[4] ?? match[9];
      yield* judge(part, match, Number(from), issue, (match[2] ?? match[5] ?? match[7]) as string, 1);
    }
  if (/享年|终年/.test(part.text))
    for (const match of part.text.matchAll(died))
      yield* judge(part, match, Number(match[1]), Number(match[2]), match[3] as string, 1);
}

/** The number of years told, against those from one to the other; `slack` more or less are let pass. */
function* judge(
  part: TextPart,
  match: RegExpExecArray,
  from: number,
  to: number,
  said: string,
  slack: number,
): Iterable<Finding> {
  const value = numberOf(said);
  const really = to - from;
  if (value === 0 || really <= 0 || Math.abs(value - really) <= slack) return;
  const [whole] = match;
  const at = match.index + whole.lastIndexOf(said, whole.length - 1);
  const unit = /^(?:周年|周岁|岁|年)/.exec(part.text.slice(at + said.length))?.[0] ?? "";
  const base = whole.indexOf(String(from));
  yield report(part, at, at + said.length + unit.length, "proof.years.differs", {
    values: { from, to, years: really },
    evidence: base < 0 ? [] : [spanOf(part, match.index + base, match.index + base + 5)],
  });
}

export const years: Rule = {
  id: "years",
  severity: "warning",
  name: "rule.years",
  about: "rule.years.about",
  source: "公历；以本期出版年份推算",
  fires: [
    { text: "这座水库1970年建成，今年是建成60周年。", quote: "60周年" },
    { text: "李明1950年出生，今年60岁，仍天天下地。", quote: "60岁" },
    { text: "今年60岁的李明1950年出生，仍天天下地。", quote: "60岁" },
    { text: "今年是中华人民共和国成立72周年。", quote: "72周年" },
    { text: "2019年，在新中国成立60周年之际，他登上了天安门城楼。", quote: "60周年" },
    { text: "王芳生于1932年，2019年12月逝世，享年78岁。", quote: "78岁" },
  ],
  silent: [
    {
      text: "今年是致公党成立95周年。这座水库1970年建成，今年是建成50周年。学校1956年建成，30周年时盖了新楼。",
    },
    { text: "李明1950年出生，今年70岁，1968年下乡，20岁入党。王芳今年69岁，1950年生。" },
    { text: "今年是中华人民共和国成立71周年，2019年是新中国成立70周年。" },
    { text: "在庆祝改革开放40周年大会上，他受到表彰。王芳生于1932年，2019年12月逝世，享年88岁。" },
  ],
  *article({ article, reading }): Iterable<Finding> {
    const time = issueTime(reading);
    const issue = time === null ? null : new Date(time).getUTCFullYear();
    for (const part of article.parts) {
      if (part.role === "jump" || !part.text.includes("年")) continue;
      if (part.text.includes("周年") || part.text.includes("华诞")) yield* anniversaries(part, issue);
      if (part.text.includes("岁")) yield* ages(part, issue);
    }
  },
};
