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
  "proof.pairing.single": {
    zh: "引号先用双引号，引文里再引用才用单引号",
    en: "Quotation marks are double; single ones stand within a quotation",
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
  "proof.numerals.scripts": {
    zh: "一个数不要汉字、阿拉伯数字混写",
    en: "One number is not written in two scripts",
  },
  "proof.numerals.percent": {
    zh: "百分数写作“{fix}”",
    en: "The percentage is written {fix}",
  },
  "proof.numerals.points": { zh: "一个数里有两个小数点", en: "Two decimal points in one number" },
  "proof.numerals.groups": {
    zh: "数字三位一节，这里位数不对",
    en: "Digits are grouped by three; here they are not",
  },
  "proof.numerals.minutes": { zh: "一小时只有60分", en: "An hour has sixty minutes" },
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
    zh: "标点叠用、省略号和破折号不合规、中文里用了半角标点或直引号、全角数字字母；顿号、句号与引号的先后、序次语后的标点。",
    en: "Doubled marks, wrong ellipses and dashes, half-width marks or straight quotes in Chinese text, full-width digits and letters; enumeration commas, stops and quotation marks in order, marks behind ordinals.",
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
  "proof.punctuation.point": {
    zh: "汉字之间的“.”：外国人名中间应为“·”，句末应为“。”（全文 {count} 处）",
    en: "A full point between characters: “·” within a foreign name, “。” at a sentence's end (places in the article: {count})",
  },
  "proof.punctuation.brackets": {
    zh: "中文里的括号用全角（）（全文 {count} 处）",
    en: "Brackets in Chinese text are full width （） (places in the article: {count})",
  },
  "proof.punctuation.enumerated": {
    zh: "并列的引号、书名号之间不用顿号（全文 {count} 处）",
    en: "No enumeration comma between quotation marks or title marks in a row (places in the article: {count})",
  },
  "proof.punctuation.and": {
    zh: "“和”之前不用顿号（全文 {count} 处）",
    en: "No enumeration comma before 和 (places in the article: {count})",
  },
  "proof.punctuation.etc": {
    zh: "“等”之前不用顿号、省略号（全文 {count} 处）",
    en: "Neither an enumeration comma nor an ellipsis before 等 (places in the article: {count})",
  },
  "proof.punctuation.after": {
    zh: "前面已有句末标点，后面的句号多余（全文 {count} 处）",
    en: "The sentence has ended: the full stop behind it is one too many (places in the article: {count})",
  },
  "proof.punctuation.inside": {
    zh: "引的是完整的话，句号放在后引号之内（全文 {count} 处）",
    en: "A sentence quoted whole keeps its full stop inside (places in the article: {count})",
  },
  "proof.punctuation.outside": {
    zh: "引的是词语，句号放在后引号之外（全文 {count} 处）",
    en: "Words quoted within a sentence leave its full stop outside (places in the article: {count})",
  },
  "proof.punctuation.joins": {
    zh: "数字之间用一字线“—”或浪纹线“～”（全文 {count} 处）",
    en: "Between figures stands “—” or “～” (places in the article: {count})",
  },
  "proof.punctuation.ordinal": {
    zh: "序次语后的标点：“第一，”“一、”，带括号的不加标点（全文 {count} 处）",
    en: "Behind an ordinal: “第一，” “一、”, and nothing behind one in brackets (places in the article: {count})",
  },

  "rule.spaces": { zh: "多余空格", en: "Stray spaces" },
  "rule.spaces.about": {
    zh: "汉字之间、标点旁边、数字当中、段首的多余空格；汉字与数字、字母之间的空格同全文的习惯不一。人名加空、署名、列表、标题分句的空格不算。",
    en: "Spaces between characters, beside marks, within numbers, at a paragraph's head; and a space between Chinese and a figure or Latin word where the story has none elsewhere. Names set wide, signatures, lists and what a headline parts are no slips.",
  },
  "proof.spaces.han": {
    zh: "多余空格（全文 {count} 处）",
    en: "A stray space (places in the article: {count})",
  },
  "proof.spaces.gap": {
    zh: "汉字与数字、字母之间多了空格，与全文别处不一（全文 {count} 处）",
    en: "A space between Chinese and a figure or word, as nowhere else in the story (places: {count})",
  },
  "proof.spaces.number": {
    zh: "数字当中有空格（全文 {count} 处）",
    en: "A space within a number (places in the article: {count})",
  },
  "proof.spaces.head": {
    zh: "段首空格多余：缩进由排版做（全文 {count} 处）",
    en: "A space at the head of a paragraph: composing indents it (places in the article: {count})",
  },
  "proof.spaces.wide": {
    zh: "空格重复（全文 {count} 处）",
    en: "More than one space (places in the article: {count})",
  },

  "rule.debris": { zh: "乱码与误识", en: "Debris" },
  "rule.debris.about": {
    zh: "扫描识别、转换格式、复制粘贴留下的痕迹：缺字、残字、乱码、形近误识（曰/日、髙/高）、数字里的字母、“一”作连接号、网页代码。",
    en: "What scanning, conversion and pasting leave behind: characters missing or in halves, mojibake, one character for another of its shape (曰 for 日, 髙 for 高), letters among digits, 一 for a dash, markup.",
  },
  "proof.debris.unread": { zh: "乱码或缺字", en: "Debris, or a character that could not be read" },
  "proof.debris.unseen": {
    zh: "看不见的字符（零宽空格之类），粘贴时带进来的",
    en: "An unseen character (a space without width or the like), brought in by pasting",
  },
  "proof.debris.misread": { zh: "形近误识：{quote}，应为{fix}", en: "Misread: {quote} should be {fix}" },
  "proof.debris.markup": { zh: "网页代码：{quote}", en: "Markup of a web page: {quote}" },
  "proof.debris.one": {
    zh: "“一”应为连接号",
    en: "The character 一 stands for a dash",
  },
  "proof.debris.letter": {
    zh: "数字里混进了字母：{quote}，应为{fix}",
    en: "A letter among digits: {quote} should be {fix}",
  },
} as const satisfies Area;
