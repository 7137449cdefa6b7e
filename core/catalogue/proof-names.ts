/** People, places, bylines and datelines: the rules' names, explanations and messages. */
import type { Area } from "./message.ts";

export const proofNames = {
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
  "proof.place.rank": {
    zh: "“{quote}”应为“{fix}”",
    en: "“{quote}” should be “{fix}”: the rank is another's",
  },
  "proof.place.former": {
    zh: "“{quote}”{since}年已改设，现为“{fix}”；说的若是从前，写明“原”",
    en: "“{quote}” has been {fix} since {since}; if the past is meant, say so (原)",
  },
  "proof.place.house": {
    zh: "“{quote}”与本报地名表里的“{fix}”只差一字",
    en: "“{quote}” differs in one character from “{fix}” of the house's places",
  },
  "proof.place.islet": { zh: "“{quote}”应为“{fix}”", en: "“{quote}” should be “{fix}”" },

  "rule.headline-place": { zh: "标题与正文地点", en: "Places in headline and story" },
  "rule.headline-place.about": {
    zh: "标题说赴某地督导、调研，正文开头说的应是同一地。",
    en: "Where the headline sends somebody on an errand, the story's opening sends them to the same place.",
  },
  "proof.headline-place.differs": {
    zh: "标题是“{quote}”，正文是“{place}”",
    en: "The headline says “{quote}”, the story {place}",
  },

  "rule.dateline": { zh: "电头日期", en: "Date in the dateline" },
  "rule.dateline.about": {
    zh: "电头里的日期不应晚于出版日期，也不应早于首段里已经发生的事；早了一周以上的提请留意。",
    en: "The date in a dateline is never later than the day of issue, nor earlier than what the first paragraph tells as done; one more than a week old is pointed out.",
  },
  "proof.dateline.future": {
    zh: "电头日期晚于出版日期（{issue}）",
    en: "The dateline is later than the day of issue ({issue})",
  },
  "proof.dateline.old": {
    zh: "电头日期比出版日期早了 {days} 天，请核对",
    en: "The dateline is {days} days before the day of issue; please check",
  },

  "proof.dateline.before": {
    zh: "电头日期早于文中已发生的{date}",
    en: "The dateline is earlier than {date}, which the story tells as done",
  },

  "rule.people": { zh: "人名", en: "Names of people" },
  "rule.people.about": {
    zh: "同一个人的名字前后写法不一（音近、形近，或处在同一称谓之后）；设有本报名单的，还核对名单上的姓名和排序。",
    en: "One person's name written two ways, by sound, by shape or behind the same title; where the house keeps a list, its names and its order too.",
  },
  "proof.people.variant": {
    zh: "“{quote}”在别处写作“{fix}”，是否同一人？",
    en: "“{quote}” is “{fix}” elsewhere; is this the same person?",
  },
  "proof.people.listed": {
    zh: "“{quote}”与本报名单上的“{fix}”只差一字",
    en: "“{quote}” differs in one character from “{fix}” of the house's people",
  },
  "proof.people.holder": {
    zh: "同一职务“{office}”，别处写作“{other}”，是否同一人？",
    en: "The same office, {office}, is held by “{other}” elsewhere; is this the same person?",
  },
  "proof.people.order": {
    zh: "按本报名单，“{quote}”应排在“{before}”之前",
    en: "By the house list “{quote}” comes before “{before}”",
  },

  "rule.titles": { zh: "职务", en: "Offices of people" },
  "rule.titles.about": {
    zh: "同一人一处是正职、一处是副职；设有本报名单的，与名单上的职务核对。写明“原”“时任”的不算。",
    en: "One person who is head here and deputy there; where the house keeps a list, another office than it gives. Offices told as past are left alone.",
  },
  "proof.titles.differs": {
    zh: "{name}这里是“{office}”，别处是“{other}”，请核对职务",
    en: "{name} is {office} here and {other} elsewhere: check the office",
  },
  "proof.titles.list": {
    zh: "本报名单上{name}的职务是“{title}”，这里是“{office}”",
    en: "The house list gives {name} as {title}; here it is {office}",
  },

  "rule.reporters": { zh: "报名与记者姓名", en: "The paper's name and its reporters" },
  "rule.reporters.about": {
    zh: "署名、电头里的报名写错；设有本报名单的，记者姓名与名单核对。",
    en: "The paper's own name miswritten in a byline or dateline; where the house lists its reporters, names that are not on the list.",
  },
  "proof.reporters.paper": { zh: "报名应为“{fix}”", en: "The paper is “{fix}”" },
  "proof.reporters.near": {
    zh: "本报名单上没有记者“{quote}”，是否应为“{fix}”？",
    en: "No reporter “{quote}” on the house list; is it “{fix}”?",
  },
  "proof.reporters.unknown": {
    zh: "本报名单上没有记者“{quote}”",
    en: "No reporter “{quote}” on the house list",
  },

  "rule.form": { zh: "署名、电头体例", en: "Form of bylines and datelines" },
  "rule.form.about": {
    zh: "本报定了署名、电头体例的，照体例查；没有定的，以全报多数的写法为准，独一处不同的提请统一。",
    en: "Bylines and datelines follow the form the house has set; where it has set none, the form most of them have, and a single one that differs is pointed out.",
  },
  "proof.form.byline": { zh: "署名体例与别处（{other}）不一", en: "Bylines elsewhere read “{other}”" },
  "proof.form.dateline": { zh: "电头体例与别处（{other}）不一", en: "Datelines elsewhere read “{other}”" },

  "proof.form.byline.house": {
    zh: "本报署名体例是“{example}姓名”",
    en: "The house writes bylines “{example}name”",
  },
  "proof.form.dateline.space": {
    zh: "本报电头体例：“讯”与下文之间空一格",
    en: "The house leaves a space behind the dateline’s 讯",
  },
  "proof.form.dateline.close": {
    zh: "本报电头体例：“讯”与下文之间不空格",
    en: "The house leaves no space behind the dateline’s 讯",
  },
  "proof.form.dateline.named": {
    zh: "本报电头体例：“讯”后括注记者姓名",
    en: "The house names the reporters in brackets in the dateline",
  },
  "proof.form.dateline.unnamed": {
    zh: "本报电头体例：电头不括注记者姓名",
    en: "The house does not name reporters in the dateline",
  },

  "rule.country": { zh: "交易双方国别", en: "Countries of a deal" },
  "rule.country.about": {
    zh: "同一笔交易，货从一国采购，款却付给另一国，提请核实。",
    en: "In one deal the goods come from one country and the money goes to another: please check.",
  },
  "proof.country.differs": {
    zh: "前面说从{seller}采购，这里却付给“{quote}”，请核实",
    en: "Bought from {seller}, yet paid to “{quote}”: please check",
  },
} as const satisfies Area;
