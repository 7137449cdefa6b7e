/** Words, and what stands twice: the rules' names, explanations and messages. */
import type { Area } from "./message.ts";

export const proofWords = {
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

  "rule.wording": { zh: "错别字词", en: "Misspelt words" },
  "rule.wording.about": {
    zh: "常见的写错的成语和词语。两个词相接碰巧成形的（会议＋提出）不算。",
    en: "Set phrases and words that are often written wrong. Forms that arise where two right words meet are left alone.",
  },
  "proof.wording.usage": {
    zh: "此处“{quote}”应为“{fix}”",
    en: "“{quote}” should be “{fix}” here",
  },
  "proof.wording.wrong": { zh: "“{quote}”应为“{fix}”", en: "“{quote}” should be “{fix}”" },
  "proof.wording.variant": {
    zh: "“{quote}”是异形词，推荐写“{fix}”",
    en: "“{quote}” is a variant; the recommended form is “{fix}”",
  },

  "rule.deprecated": { zh: "已停用的名称", en: "Replaced names" },
  "rule.deprecated.about": {
    zh: "机构改名、疾病更名以后的旧称，以及不宜再用的称呼。写明“原”“时任”的不算。",
    en: "Names of bodies and diseases that have been replaced, and terms no longer used. Where the text says “former”, they are left alone.",
  },
  "proof.deprecated.term": { zh: "“{quote}”现称“{fix}”", en: "“{quote}” is now “{fix}”" },

  "rule.house-terms": { zh: "本报用语", en: "House terms" },
  "rule.house-terms.about": {
    zh: "本报用语表里不用的词，有替换说法的一并给出。用语表随报纸体例保存，也可写在规则包里。",
    en: "Words of the house's own list that it does not print, with what to say instead. The list is kept with the house style, or in a rule pack.",
  },
  "proof.house-terms.banned": { zh: "本报不用“{quote}”", en: "The house does not print “{quote}”" },
  "proof.house-terms.instead": {
    zh: "本报不用“{quote}”，用“{fix}”",
    en: "The house prints “{fix}”, not “{quote}”",
  },
} as const satisfies Area;
