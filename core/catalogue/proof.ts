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

  "rule.jump-join": { zh: "转接文字", en: "Text across a jump" },
  "rule.jump-join.about": {
    zh: "转版处前后文字接不上：后文没有、重复、引号只在一边、一句未完而另起一句。",
    en: "Text that does not go on across a jump: nothing follows, words stand twice, a quotation is open on one side only, a cut sentence is followed by another.",
  },
  "proof.jump-join.lost": {
    zh: "这句话转版时没有说完，接版处没有下文",
    en: "The sentence is cut at the jump, and nothing follows",
  },
  "proof.jump-join.repeated": {
    zh: "接版处重复了转版前的文字",
    en: "The words before the jump stand again behind it",
  },
  "proof.jump-join.quote": {
    zh: "接版处的引号在转版前没有开头，前后接不上",
    en: "The quotation that closes here was not open before the jump",
  },
  "proof.jump-join.cut": {
    zh: "转版前一句话没有说完，接版处却另起一句",
    en: "The sentence before the jump is cut, and another begins here",
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

  "rule.reporting-day": { zh: "统计日期", en: "Day of the figures" },
  "rule.reporting-day.about": {
    zh: "一篇通报里，“某日0—24时新增”与“截至某日24时累计”应是同一天。",
    en: "In one report “new from 0 to 24 hours” of a day and “in all as of 24 hours” of a day speak of the same day.",
  },
  "proof.reporting-day.differs": {
    zh: "这里是{quote}，同一篇别处是{other}，请核对统计日期",
    en: "{quote} here, {other} elsewhere in the story: check the day of the figures",
  },

  "rule.dates": { zh: "日期时间", en: "Dates and times" },
  "rule.dates.about": {
    zh: "不存在的日期（2月30日）、与星期不符、超过24时、起止颠倒，以及出版日之后却写成已经发生的事。",
    en: "Dates that do not exist, wrong weekdays, hours past 24, periods that end before they begin, and things told as done after the day of issue.",
  },
  "proof.dates.month": { zh: "没有{month}月", en: "There is no month {month}" },
  "proof.dates.day": { zh: "{month}月只有{days}天", en: "Month {month} has only {days} days" },
  "proof.dates.weekday": {
    zh: "{date}是星期{fix}，不是星期{quote}",
    en: "{date} is 星期{fix}, not 星期{quote}",
  },
  "proof.dates.relative": {
    zh: "从出版日算，“{word}”是{date}",
    en: "Counted from the day of issue, “{word}” is {date}",
  },
  "proof.dates.range": { zh: "起止日期颠倒", en: "The period ends before it begins" },
  "proof.dates.future": {
    zh: "出版日期是 {issue}，这一天还没到，却写成已经发生",
    en: "The paper is dated {issue}; this day is still to come, yet it is told as past",
  },
  "proof.dates.hour": { zh: "没有这个时刻", en: "There is no such time of day" },

  "rule.people": { zh: "人名", en: "Names of people" },
  "rule.people.about": {
    zh: "同一个人的名字前后写法不一（音近、形近，或处在同一称谓之后）；设有本报名单的，还核对名单上的姓名和排序。",
    en: "One person's name written two ways, by sound, by shape or behind the same title; where the house keeps a list, its names and its order too.",
  },
  "proof.people.variant": {
    zh: "“{quote}”在别处写作“{fix}”，是否同一人？",
    en: "“{quote}” is “{fix}” elsewhere; is this the same person?",
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

  "rule.wording": { zh: "错别字词", en: "Misspelt words" },
  "rule.wording.about": {
    zh: "常见的写错的成语和词语。两个词相接碰巧成形的（会议＋提出）不算。",
    en: "Set phrases and words that are often written wrong. Forms that arise where two right words meet are left alone.",
  },
  "proof.wording.wrong": { zh: "“{quote}”应为“{fix}”", en: "“{quote}” should be “{fix}”" },

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
