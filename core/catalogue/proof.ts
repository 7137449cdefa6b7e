/** Names, explanations and messages of the proofing rules. */
import type { Area } from "./message.ts";

export const proof = {
  "rule.jump": { zh: "转版接版", en: "Jump lines" },
  "rule.jump.about": {
    zh: "核对“下转”“上接”：版号、序号是否一致，转去的版面在不在，有没有接上；有接无转、序号重复或跳号也一并指出。",
    en: "Checks “continued on” and “continued from” lines: page and number agree, the target page exists and carries the rest; also continuations without a jump, and repeated or skipped numbers.",
  },
  "proof.jump.no-page": {
    zh: "稿子转到 {page} 版，但文件里没有 {page} 版，无法核对接版",
    en: "The story jumps to page {page}, but page {page} is not in the file, so its continuation cannot be checked",
  },
  "proof.jump.no-continuation": {
    zh: "{page} 版上没有这篇稿子的接版",
    en: "Page {page} carries no continuation of this story",
  },
  "proof.jump.elsewhere": {
    zh: "写的是转到 {page} 版，接版却在 {really} 版",
    en: "The line says page {page}, but the story continues on page {really}",
  },
  "proof.jump.page": {
    zh: "转版行写的是 {said} 版，实际转到 {page} 版",
    en: "The jump line says page {said}; the story goes on on page {page}",
  },
  "proof.jump.unreadable": {
    zh: "转版行里看不出转到哪一版",
    en: "The jump line does not say which page the story goes on on",
  },
  "proof.jump.twice": {
    zh: "本版有两处转版都用了{number}",
    en: "Two jumps from this page both carry the number {number}",
  },
  "proof.jump.gap": {
    zh: "转版序号不连：本版共转 {count} 篇，缺{missing}，却有{number}",
    en: "Jump numbers skip: {count} stories jump from this page, {missing} is missing, yet there is a {number}",
  },
  "proof.jump.back": {
    zh: "接版行写的是“{said}”，应为“{should}”",
    en: "The continuation line says “{said}”; it should say “{should}”",
  },
  "proof.jump.orphan": {
    zh: "这里有接版，{page} 版上却没有转到这里的稿子",
    en: "A continuation stands here, but no story on page {page} jumps to it",
  },
  "proof.jump.no-origin": {
    zh: "这里接自 {page} 版，但文件里没有 {page} 版，无法核对",
    en: "This continues from page {page}, which is not in the file, so it cannot be checked",
  },

  "rule.pairing": { zh: "成对标点", en: "Paired marks" },
  "rule.pairing.about": {
    zh: "引号、括号、书名号要成对出现、不交叉。连续几段引文，每段段首用前引号、只在末段末尾用后引号，不算错。",
    en: "Quotation marks, brackets and title marks must pair up and not cross. In a quotation of several paragraphs each opens with a mark and only the last closes; that is correct.",
  },
  "proof.pairing.open": {
    zh: "“{quote}”没有配对，缺“{partner}”",
    en: "“{quote}” is not closed: no “{partner}” follows",
  },
  "proof.pairing.close": {
    zh: "“{quote}”没有配对，前面缺“{partner}”，或此处多余",
    en: "“{quote}” closes nothing: either “{partner}” is missing before it or it is one too many",
  },
  "proof.pairing.turned": {
    zh: "“{quote}”方向反了，应为“{fix}”",
    en: "“{quote}” faces the wrong way; it should be “{fix}”",
  },
  "proof.pairing.mixed": {
    zh: "一对括号一个全角、一个半角",
    en: "One of the pair is full width, the other half width",
  },
  "proof.pairing.nested": {
    zh: "引号里再用引号、书名号里再用书名号，内层应为“{inner}”",
    en: "A pair within the same kind of pair: the inner one should be “{inner}”",
  },
  "proof.pairing.paragraphs": {
    zh: "引文跨段：除首段外，各段段首也应加前引号",
    en: "The quotation runs over paragraphs: each of them should open with a quotation mark",
  },

  "rule.doubled": { zh: "重字重词", en: "Doubled words" },
  "rule.doubled.about": {
    zh: "同一个词连着排了两遍（疫情疫情），虚字重了（的的），并列项里同一项出现两次。“商量商量”“一步一步”“天天”等正常叠用不报。",
    en: "A word set twice running, a doubled function word, or the same item twice in a list. Ordinary reduplication is left alone.",
  },
  "proof.doubled.word": { zh: "“{word}”重复", en: "“{word}” stands twice" },
  "proof.doubled.item": { zh: "并列项“{word}”出现了两次", en: "The item “{word}” is listed twice" },
  "proof.doubled.character": { zh: "“{word}”字重复", en: "“{word}” stands twice" },

  "rule.duplicate-paragraph": { zh: "重复段落", en: "Repeated paragraphs" },
  "rule.duplicate-paragraph.about": {
    zh: "整段文字出现两次，或几乎相同。只有数字不同的段落不算重复。",
    en: "A paragraph that stands twice, or nearly. Paragraphs that differ in their figures are not repetitions.",
  },
  "proof.duplicate.paragraph": {
    zh: "此段与前文一段完全相同",
    en: "This paragraph stands word for word earlier",
  },
  "proof.duplicate.near-paragraph": {
    zh: "此段与前文一段几乎相同",
    en: "This paragraph is nearly the same as an earlier one",
  },

  "rule.duplicate-sentence": { zh: "重复语句", en: "Repeated sentences" },
  "rule.duplicate-sentence.about": {
    zh: "同一篇稿子里，一句话出现两次，或两句大半相同。数字不同的句子不算重复。",
    en: "A sentence that stands twice in one story, or two that share most of their words. Sentences that differ in their figures are not repetitions.",
  },
  "proof.duplicate.sentence": {
    zh: "这句话前面已经出现过",
    en: "This sentence has already stood in this story",
  },
  "proof.duplicate.near-sentence": {
    zh: "与前文一句大半相同：“{run}”",
    en: "Most of this sentence has already stood in this story: “{run}”",
  },

  "rule.place": { zh: "地名", en: "Place names" },
  "rule.place.about": {
    zh: "区、县、市名与行政区划和本报地名表核对：形近音近的错字，隶属关系写错。社区、园区、高新区等不是行政区的不查。",
    en: "Names of districts, counties and cities against the national divisions and the house list: near misses in shape or sound, and wrong parents. Zones and quarters that are no divisions are left alone.",
  },
  "proof.place.near": {
    zh: "{parent}没有“{quote}”，是否应为“{fix}”？",
    en: "There is no “{quote}” in {parent}; is it “{fix}”?",
  },
  "proof.place.parent": {
    zh: "“{inner}”不属{outer}，属{parent}",
    en: "“{inner}” is not in {outer} but in {parent}",
  },
  "proof.place.islet": { zh: "“{quote}”应为“{fix}”", en: "“{quote}” should be “{fix}”" },
} as const satisfies Area;
