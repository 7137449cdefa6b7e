/**
 * Paragraphs cut off at the end or at the head: no stop at the end of prose, a mark or a comma at the start.
 *
 * Prose is a paragraph that has a stop or two commas inside. Lists, signatures, verse and what a jump cuts are none.
 */
import type { TextPart } from "../../edition/reading.ts";
import { isHanAt } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { reporter } from "../report.ts";
import type { Rule } from "../rule.ts";

const report = reporter("fragment", "warning");
const PROSE = 24;
const VERSE = 24;
/** Longer than any headline's line. */
const LONG = 40;
/** What items of a list that goes on begin with. */
const ITEM =
  /^\s*(?:[一二三四五六七八九十\d]{1,3}[、.．是要）)]|[（(①-⑳●■▲◆—·]|第[一二三四五六七八九十]|[是要对把将在从以])/u;
/** A mark, or a word that leans on the one before it. */
const HEADLESS =
  /^\s*(?:[，、；：。！？]|们|的(?![确士黎里卢])|了(?![解结却不然如若无得])|着(?![力眼手重实想落色火装陆急凉迷数魔]))/;

function isVerse(part: TextPart | undefined): boolean {
  return (
    part !== undefined && part.role === "paragraph" && part.text.length <= VERSE && !/[：？]/.test(part.text)
  );
}

function isSigned(text: string): boolean {
  return /(?:摄|文|图|摄影|供图|制图|整理|报道|年\d+月\d+日|记者[^，。]{2,12}|电话[^，。]{5,}|网址[^，。]+)$/.test(
    text,
  );
}

function* checkPart(parts: readonly TextPart[], i: number): Iterable<Finding> {
  const part = parts[i] as TextPart;
  const { text } = part;
  const behind = HEADLESS.exec(text);
  // 株洲日报讯 2月17日 ，: the mark behind a dateline may be the paragraph's.
  const before = parts[i - 1];
  const dateline = before?.role === "dateline" && !/[，、；：。]\s*$/.test(before.text);
  if (behind && !dateline)
    yield report(part, 0, behind[0].length, "proof.fragment.head", {
      values: { quote: behind[0].trim() },
    });

  const end = text.trimEnd().length;
  const last = text[end - 1] ?? "";
  if (parts[i + 1]?.role === "jump" || end < PROSE || isSigned(text)) return;
  if (end <= 2 * VERSE && isVerse(parts[i - 1]) && isVerse(parts[i + 1])) return;
  // Before the first sentence that ends stand the lines of a long headline.
  const begun = parts
    .slice(0, i)
    .some(({ role, text: words }) => role === "paragraph" && /[。！？”]$/.test(words));
  const clauses = text.match(/，/g)?.length ?? 0;
  const prose =
    /[。！？]/.test(text.slice(0, end - 1)) ||
    (clauses >= 2 && (begun || (end >= LONG && !isBeforeStory(parts, i))));
  if (
    "，、".includes(last) ||
    (prose && (isHanAt(text, end - 1) || /[0-9%％]/.test(last))) ||
    isLeftOpen(parts, i) ||
    isCutItem(parts, i)
  )
    yield report(part, end - 1, end, "proof.fragment.end");
}

/** Lines over the dateline belong to the headline, however long. */
const STORY = /^\p{Script=Han}{2,8}(?:消息|讯|电)(?=[ \u3000（(])/u;
const isBeforeStory = (parts: readonly TextPart[], i: number) =>
  parts.slice(i + 1).some(({ role, text }) => role === "dateline" || STORY.test(text));

const NUMBERED = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])/;

/** 二、时间：每天15时和19时30: an item without a stop among items that have theirs. */
function isCutItem(parts: readonly TextPart[], i: number): boolean {
  const ends = (part: TextPart | undefined) => part !== undefined && /[。；！？]$/.test(part.text.trimEnd());
  const text = (parts[i] as TextPart).text;
  if (!NUMBERED.test(text) || !/，/.test(text) || !/[\p{Script=Han}\d]$/u.test(text.trimEnd())) return false;
  return [parts[i - 1], parts[i + 1]].some((part) => ends(part) && NUMBERED.test(part?.text ?? ""));
}

/** A semicolon behind which no item follows, a colon at the end of an article. */
function isLeftOpen(parts: readonly TextPart[], i: number): boolean {
  const { text } = parts[i] as TextPart;
  const next = parts[i + 1];
  if (/[：:]$/.test(text.trimEnd())) return next === undefined && /[。！？]/.test(text);
  if (!/[；;]$/.test(text.trimEnd())) return false;
  // Items that are told one a paragraph all end so; one of several sentences ends in a full stop.
  if (NUMBERED.test(text) && /[。！？]/.test(text))
    return /[。！？]$/.test(
      (NUMBERED.test(parts[i - 1]?.text ?? "") ? parts[i - 1] : next)?.text.trimEnd() ?? "",
    );
  const isItem = (part: TextPart | undefined) =>
    part?.role === "paragraph" && (ITEM.test(part.text) || /[；;]\s*$/.test(part.text));
  return !ITEM.test(text) && !isItem(next) && !isItem(parts[i - 1]);
}

export const fragment: Rule = {
  id: "fragment",
  severity: "warning",
  name: "rule.fragment",
  about: "rule.fragment.about",
  source: "GB/T 15834—2011 §4.1；排版惯例",
  fires: [
    { text: "水位回落后，抢险队连夜加固了三处堤段，运来的砂石全部用完，", quote: "，" },
    { text: "抢险队连夜加固了三处堤段。天亮时，第一批砂石已经全部运到工\n下午雨停了。", quote: "工" },
    { text: "抢险队连夜加固了三处堤段。天亮时，运来的砂石已经用完；\n下午雨停了。", quote: "；" },
    { text: "，他们又赶往下一个村。", quote: "，" },
    { text: "抢险队加固了三处堤段。\n的人都来帮忙，不到半天就装了三百袋。", quote: "的" },
    { text: "抢险队连夜加固了三处堤段。天亮时，运来的砂石用完，参加抢险的共31\n下午雨停了。", quote: "1" },
  ],
  silent: [
    { text: "会议明确了三件事：\n一是疏通沟渠，赶在汛前完工，由各乡镇负责；\n二是加固堤段，由水务局负责。" },
    { text: "评选结果如下，按得票多少排列，共分三类：\n一等奖，两名\n二等奖，五名" },
    { text: "远山如黛水如烟，\n一叶扁舟下钓滩，\n归来带得鲈鱼满，\n月上柴门犬不喧。" },
    { text: "“这条路，我们盼了三年。”他说，“总算修通了！”" },
    {
      text: "要求如下：\n（一）清淤。先清干渠，再清支渠；\n（二）加固。先闸门后堤段；\n（三）值守。昼夜不断。",
    },
    { text: "的确，这一夜不容易。\n了解情况的人都说，着实要谢谢他们。" },
    { text: "读者可以来信，也可以来电，热线全天开通，电话0731-00000000" },
  ],
  *article({ article }) {
    for (const [i, part] of article.parts.entries()) {
      if (part.role === "paragraph") yield* checkPart(article.parts, i);
    }
  },
};
