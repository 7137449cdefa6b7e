/** Marks, numerals and paragraphs cut off: the rules' names, explanations and messages. */
import type { Area } from "./message.ts";

export const proofMarks = {
  "rule.pairing": { zh: "成对标点", en: "Paired marks" },
  "rule.pairing.about": {
    zh: "引号、括号、书名号要成对出现、不交叉。连续几段引文，每段段首用前引号、只在末段末尾用后引号，不算错。",
    en: "Quotation marks, brackets and title marks must pair up and not cross. In a quotation of several paragraphs each opens with a mark and only the last closes; that is correct.",
  },
  "proof.pairing.open": {
    zh: "{quote} 没有配对，缺 {partner}",
    en: "{quote} is not closed: no {partner} follows",
  },
  "proof.pairing.close": {
    zh: "{quote} 没有配对，前面缺 {partner}，或此处多余",
    en: "{quote} closes nothing: either {partner} is missing before it or it is one too many",
  },
  "proof.pairing.turned": {
    zh: "{quote} 方向反了，应为 {fix}",
    en: "{quote} faces the wrong way; it should be {fix}",
  },
  "proof.pairing.mixed": {
    zh: "一对括号一个全角、一个半角",
    en: "One of the pair is full width, the other half width",
  },
  "proof.pairing.nested": {
    zh: "引号里再用引号、书名号里再用书名号，内层应为 {inner}",
    en: "A pair within the same kind of pair: the inner one should be {inner}",
  },
  "proof.pairing.paragraphs": {
    zh: "引文跨段：除首段外，各段段首也应加前引号",
    en: "The quotation runs over paragraphs: each of them should open with a quotation mark",
  },

  "rule.fragment": { zh: "残段", en: "Broken paragraphs" },
  "rule.fragment.about": {
    zh: "段末没有收住，或段首少了文字。诗行、名单、署名和转版处不算。",
    en: "A paragraph that breaks off, or lacks its beginning. Verse, lists, signatures and places where a story jumps are left alone.",
  },
  "proof.fragment.head": {
    zh: "段首是“{quote}”，前面可能漏了文字",
    en: "The paragraph begins with “{quote}”: something may be missing before it",
  },
  "proof.fragment.end": {
    zh: "段末没有句末标点，后面可能漏了文字",
    en: "The paragraph ends without a stop: something may be missing after it",
  },

  "rule.numerals": { zh: "数字用法", en: "Numerals" },
  "rule.numerals.about": {
    zh: "数字写法：“〇”误作“0”，“多”“余”并用，“近……余”“约……左右”自相矛盾，汉字与阿拉伯数字混写，概数中间加顿号。",
    en: "How numbers are written: 0 for 〇, doubled or contradictory approximations, mixed numerals, a comma inside “some seventy or eighty”.",
  },
  "proof.numerals.nought": {
    zh: "年份用汉字书写时，零写作“〇”",
    en: "In a year written in characters, nought is 〇",
  },
  "proof.numerals.more": { zh: "“多”“余”只用一个", en: "Say “more than” once" },
  "proof.numerals.contradictory": {
    zh: "“{quote}”里概数词重复或矛盾",
    en: "“{quote}” approximates twice, or both ways",
  },
  "proof.numerals.mixed": {
    zh: "阿拉伯数字不与“千”“百”混写",
    en: "Arabic figures are not mixed with 千 and 百",
  },
  "proof.numerals.times": {
    zh: "减少、下降不用“倍”：减到几分之几，还是减少百分之几？",
    en: "Nothing can be less by a multiple: say by what share, or to what share",
  },
  "proof.numerals.clock": {
    zh: "时段与24小时制的钟点重复或矛盾：{quote}",
    en: "The part of the day and the 24-hour clock disagree, or say it twice: {quote}",
  },
  "proof.numerals.range": {
    zh: "百分数的范围，前后都带百分号：{fix}",
    en: "A range of percentages has the sign at both ends: {fix}",
  },
  "proof.numerals.some": {
    zh: "相邻两数连用表示概数，用汉字，不加顿号：{quote}",
    en: "Two neighbouring numbers for “some” are written in characters, without a comma: {quote}",
  },
  "proof.numerals.year": { zh: "年份不简写", en: "A year is not shortened" },
  "proof.numerals.comma": {
    zh: "相邻两数连用表示概数，中间不加顿号",
    en: "Two neighbouring numbers for “some” take no comma",
  },
  "proof.numerals.grouping": {
    zh: "数字分节不用中文逗号",
    en: "Digits are not grouped with a Chinese comma",
  },

  "rule.punctuation": { zh: "标点用法", en: "Punctuation" },
  "rule.punctuation.about": {
    zh: "标点叠用、省略号和破折号不合规、中文里用了半角标点或直引号、全角数字字母、多余空格、乱码。",
    en: "Doubled marks, wrong ellipses and dashes, half-width marks or straight quotes in Chinese text, full-width digits and letters, stray spaces, debris.",
  },
  "proof.punctuation.double": { zh: "标点“{quote}”叠用", en: "Marks doubled: “{quote}”" },
  "proof.punctuation.ellipsis": {
    zh: "省略号应为“……”（全文 {count} 处）",
    en: "An ellipsis is “……” (places in the article: {count})",
  },
  "proof.punctuation.half": {
    zh: "中文里应用全角“{fix}”（全文 {count} 处）",
    en: "Chinese text takes the full-width “{fix}” (places in the article: {count})",
  },
  "proof.punctuation.straight": {
    zh: "直引号应改为“”（全文 {count} 处）",
    en: "A straight quotation mark should be curly (places in the article: {count})",
  },
  "proof.punctuation.dash": {
    zh: "破折号应为“——”（全文 {count} 处）",
    en: "A dash is “——” (places in the article: {count})",
  },
  "proof.punctuation.wide": {
    zh: "数字和字母用半角：{fix}（全文 {count} 处）",
    en: "Digits and letters are half width: {fix} (places in the article: {count})",
  },
  "proof.punctuation.space": {
    zh: "汉字之间有多余空格（全文 {count} 处）",
    en: "A stray space between characters (places in the article: {count})",
  },
  "proof.punctuation.one": {
    zh: "数字之间的“一”应为连接号",
    en: "Between figures the character 一 stands for a dash",
  },
  "proof.punctuation.letter": {
    zh: "数字里混进了字母：{quote}，应为{fix}",
    en: "A letter among digits: {quote} should be {fix}",
  },
  "proof.punctuation.debris": { zh: "乱码或缺字", en: "Debris, or a character that could not be read" },
} as const satisfies Area;
