/**
 * A word set twice: 疫情疫情, 提出的的要求.
 *
 * Words of two characters or more are found by comparing the text with itself a word further on; what Chinese doubles
 * by itself (商量商量, 一个一个, 雪白雪白) is let pass. A single character is only reported where it is a function word and
 * the dictionary segmenter too reads both as words of their own (not in 目的的, 为了了解, 和和平).
 */
import type { TextPart } from "../../edition/reading.ts";
import { isAccepted } from "../lexicon.ts";
import type { Finding } from "../proofing.ts";
import { capped, reporter } from "../report.ts";
import type { Rule } from "../rule.ts";
import { characters } from "./doubled-characters.ts";
import { isNatural, isSound } from "./natural.ts";
import { repeatsOf } from "./twice.ts";

const report = reporter("doubled", "error");

function* words(part: TextPart): Iterable<Finding> {
  const { text } = part;
  let done = 0;
  for (const { start, unit: n, run } of repeatsOf(text)) {
    if (start < done) continue;
    // 今年上半年上半年: what repeats may begin with the end of the word before it.
    for (let from = start; from <= start + run - n && from < start + n; from++) {
      const unit = text.slice(from, from + n);
      const left = run - (from - start);
      const end = from + n + left - (left % n);
      if (isNatural(text, unit, from, end)) continue;
      done = end;
      yield report(part, from, end, "proof.doubled.word", { values: { word: unit }, fix: unit });
      break;
    }
  }
}

/** “就是霸凌、霸凌”: the last words of a quotation, said again. */
const isCalledOut = (text: string, start: number, end: number) =>
  /^[，。！？…]?”/.test(text.slice(end, end + 2)) && text.lastIndexOf("“", start) >= 0;

/**
 * An item that stands twice in an enumeration of at least one more; a long one also where words stand before it
 * (网络无处不在、无处不在). An item with a note of its own is another one: 录音艺术、录音艺术（音乐编辑方向）.
 */
const ITEMS =
  /(?<=、)(\p{Script=Han}{2,8})、\1(?=[\p{P}\s]|$)(?![（(！])|(?<=^|[\p{P}\s])(\p{Script=Han}{2,8})、\2(?=[、和])|(\p{Script=Han}{4,8})、\3(?=[\p{P}\s]|$)(?![（(！])/gu;

/** UTF-16 units of the longest item. */
const LONGEST_ITEM = 16;

/** Whether what stands before some 、 begins and ends as what stands behind it does: the pattern has something to find. */
function mayRepeat(text: string): boolean {
  for (let at = text.indexOf("、"); at >= 0; at = text.indexOf("、", at + 1))
    for (let n = 2; n <= LONGEST_ITEM && n <= at; n++)
      if (
        text.charCodeAt(at - n) === text.charCodeAt(at + 1) &&
        text.charCodeAt(at - 1) === text.charCodeAt(at + n)
      )
        return true;
  return false;
}

function* items(part: TextPart): Iterable<Finding> {
  const { text } = part;
  if (!mayRepeat(text)) return;
  for (const match of text.matchAll(ITEMS)) {
    const word = (match[1] ?? match[2] ?? match[3]) as string;
    if ([...word].every(isSound) || isCalledOut(text, match.index, match.index + match[0].length)) continue;
    yield report(part, match.index, match.index + match[0].length, "proof.doubled.item", {
      severity: "warning",
      values: { word },
    });
  }
}

export const doubled: Rule = {
  id: "doubled",
  severity: "error",
  name: "rule.doubled",
  about: "rule.doubled.about",
  source: "《图书编校质量差错认定细则》：多字",
  fires: [
    { text: "水库水库大坝的加固工程已经完工。", quote: "水库水库" },
    { text: "代表们就此提出的的要求得到了答复。", quote: "的的" },
    {
      text: "全县全年粮食产量创下历史新高粮食产量创下历史新高。",
      quote: "粮食产量创下历史新高粮食产量创下历史新高",
    },
    { text: "苗木、花卉、花卉、盆景都卖得不错。", quote: "花卉、花卉" },
    { text: "全年跑了四十四十多栋楼，把每一分钱一分钱都记在账上。", quote: "四十四十" },
    { text: "不少人戴着戴着耳机听书。", quote: "戴着戴着" },
    { text: "孩子们在在操场上做操。", quote: "在在" },
    { text: "全市疫情疫情防控工作会议召开。", quote: "疫情疫情" },
    { text: "新路将于3月1日3月1日通车，书就放在在桌上。", quote: "3月1日3月1日" },
  ],
  silent: [
    { text: "有事大家商量商量，看看、想想，天天如此，常常见效。" },
    { text: "为了了解情况，以盈利为目的的行为，稳定和和平，现在在市区。" },
    { text: "一步一步走，一个一个查，高高兴兴回家，三三两两散去。" },
    { text: "各种各样的菜，越来越多的人，二〇二〇年，的的确确。" },
    { text: "窗口能办理退税缓税缓费，帕尼奥尼奥斯队来访。" },
    { text: "代表团到达南苏丹苏丹边境，在的黎波里停留，华为为会议供货。" },
    { text: "“每一年每一年，利润都在变薄。”他说着说着就停了下来。" },
    { text: "他支持服务服务业企业，鼓励发展发展中国家的合作。" },
  ],
  *article({ article, style }) {
    const { lexicon } = style.proof;
    for (const part of article.parts) {
      if (part.role === "jump") continue;
      const signed = part.role === "byline" || part.role === "credit";
      const checks = signed ? [words(part)] : [words(part), items(part), characters(part)];
      for (const check of checks)
        for (const finding of capped(check))
          if (!isAccepted(lexicon, part.text, finding.span.from.offset, finding.span.to.offset))
            yield finding;
    }
  },
};
