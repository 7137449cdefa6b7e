/** What the rules about figures and their relations are called, and what they say. */
import type { Area } from "./message.ts";

export const proofFigures = {
  "rule.sum": { zh: "合计与分项", en: "Totals and their parts" },
  "rule.sum.about": {
    zh: "“其中”“包括”“……中”“共计”等引出的分项相加，应与总数一致；分项没有列全的不算。",
    en: "Parts listed after “of which”, “including” or before “in all” must add up to the total; lists that do not claim to be complete are left alone.",
  },
  "proof.sum.differs": {
    zh: "各项相加为{sum}（{parts}），文中总数为{total}，相差{difference}",
    en: "The parts add up to {sum} ({parts}); the total given is {total}, {difference} apart",
  },
  "proof.sum.shares": {
    zh: "各项占比相加为{sum}（{parts}），不是100%",
    en: "The shares add up to {sum} ({parts}), not 100%",
  },
  "proof.sum.confirmed": {
    zh: "各项相加为{sum}（{parts}），文中为{total}，相差{difference}；另一处算式{other}也说明应为{sum}",
    en: "The parts add up to {sum} ({parts}); the text says {total}, {difference} apart. {other} also speaks for {sum}",
  },
  "proof.sum.subset": {
    zh: "其中的一项是{sum}，比总数{total}还多{difference}",
    en: "A part is {sum}, more than its whole of {total} by {difference}",
  },

  "rule.balance": { zh: "收支平衡", en: "Figures that must balance" },
  "rule.balance.about": {
    zh: "累计确诊应等于出院、在院、死亡之和，密切接触者应等于解除与在观之和，应到等于实到加缺席，收入等于支出加结余。",
    en: "Cases equal discharged, in hospital and dead; contacts equal released and observed; due equals present and absent; income equals spending and surplus.",
  },
  "proof.balance.differs": {
    zh: "各项相加为{sum}（{parts}），与{total}对不上，相差{difference}",
    en: "These add up to {sum} ({parts}), which does not account for {total}: {difference} apart",
  },
  "proof.balance.unstated": {
    zh: "各项相加为{sum}（{parts}），比{total}少{difference}；如有死亡、转出等未写明，请核实",
    en: "These add up to {sum} ({parts}), {difference} short of {total}; check whether deaths or transfers are left unsaid",
  },
  "proof.balance.contacts": {
    zh: "解除与在观相加为{sum}（{parts}），与密切接触者{total}相差{difference}；转为病例的可能已剔除，请核对来源",
    en: "Released and observed add up to {sum} ({parts}), {difference} off the {total} contacts; some may have become cases: check the source",
  },
  "proof.balance.moved": {
    zh: "解除与在观相加为{sum}（{parts}），与密切接触者{total}相差{difference}；稿中未说转出、转归的，可能就差在这里",
    en: "Released and observed come to {sum} ({parts}), {difference} off the {total} contacts; those moved or fallen ill may be left unsaid",
  },

  "rule.change": { zh: "增减与前后值", en: "Growth against its ends" },
  "rule.change.about": {
    zh: "“由……增至……，增长……”“比上年的……增加……，达到……”等写法，增减的数与前后两个数应对得上。",
    en: "Where a text gives from, to and the growth, the three must agree, rounding allowed.",
  },
  "proof.change.differs": {
    zh: "按前后两数（{parts}）算应为{sum}，文中为{total}",
    en: "From the two ends ({parts}) it should be {sum}; the text says {total}",
  },
  "proof.change.rate": {
    zh: "按现值与增减量（{parts}）算应为{sum}，文中为{total}",
    en: "From the value and its change ({parts}) it should be {sum}; the text says {total}",
  },

  "proof.change.fold": {
    zh: "{parts}，是原来的{total}，增长的是{sum}；“增长几倍”不含原来的那一倍",
    en: "{parts} is {total} what it was, so it grew by {sum}: “grew by” leaves the original out",
  },
  "proof.change.points": {
    zh: "两个百分数（{parts}）相差{difference}，应说“个百分点”，不说“{total}”",
    en: "Two percentages ({parts}) that differ by {difference} differ by percentage points (个百分点), not by “{total}”",
  },
  "proof.change.times": {
    zh: "翻一番是原数的两倍，翻两番是四倍；按前后两数（{parts}）算是翻{sum}，文中为{quote}",
    en: "One 番 is a doubling, two are four times: the two ends ({parts}) give {sum}; the text says {quote}",
  },
  "proof.change.quotient": {
    zh: "按{parts}算是{sum}，文中为{total}",
    en: "{parts} is {sum}; the text says {total}",
  },
  "proof.change.worded": {
    zh: "按前后两数（{parts}）算是{sum}，与“{quote}”不合",
    en: "The two ends ({parts}) make it {sum}, which is not “{quote}”",
  },
  "proof.change.risen": {
    zh: "说是升、增，{total}却比原来的{parts}少",
    en: "Said to have risen, yet {total} is less than {parts} before",
  },
  "proof.change.fallen": {
    zh: "说是降、减，{total}却比原来的{parts}多",
    en: "Said to have fallen, yet {total} is more than {parts} before",
  },

  "rule.order": { zh: "大小与先后", en: "Order of figures" },
  "rule.order.about": {
    zh: "“突破”“超过”“不足”等与所指数字，“连续几天下降”与逐日数字，“最多”“最少”与列出的各项，应当相符。",
    en: "A bound (“over”, “short of”) against the figure it is said of, days of rise or fall against each day's figure, most and least against the list.",
  },
  "proof.order.above": {
    zh: "说是超过{total}，给出的数却是{sum}",
    en: "Said to be over {total}, yet the figure given is {sum}",
  },
  "proof.order.below": {
    zh: "说是不到{total}，给出的数却是{sum}",
    en: "Said to be under {total}, yet the figure given is {sum}",
  },
  "proof.order.most": {
    zh: "说是最多，却有更多的：{sum}，这里是{total}",
    en: "Said to be the most, yet another is {sum} and this {total}",
  },
  "proof.order.least": {
    zh: "说是最少，却有更少的：{sum}，这里是{total}",
    en: "Said to be the least, yet another is {sum} and this {total}",
  },
  "proof.order.ordinal": {
    zh: "写到了{quote}，累计数却只有{sum}",
    en: "The text tells of {quote}, yet counts only {sum} in all",
  },
  "proof.order.first": {
    zh: "同一地的“首例”“首个”前面已有，日期与这里的{quote}不同",
    en: "The place’s first was told before, on another day than {quote}",
  },
  "proof.order.trend": {
    zh: "与逐日数字（{parts}）的升降不符",
    en: "The figures day by day ({parts}) do not go that way",
  },
  "proof.order.row": {
    zh: "这一列数（{total}、{parts}）不是所说的次序",
    en: "These figures ({total}, {parts}) do not stand in the order told",
  },

  "rule.ratio": { zh: "占比与比率", en: "Shares and rates" },
  "rule.ratio.about": {
    zh: "占总数的百分比应与分子、分母相符，四舍五入造成的尾差不算。",
    en: "A share must agree with its part and whole, rounding allowed.",
  },
  "proof.ratio.differs": {
    zh: "按{parts}算应为{sum}，文中为{total}",
    en: "{parts} comes to {sum}; the text says {total}",
  },

  "proof.ratio.product": {
    zh: "{parts}应为{sum}，文中合计为{total}",
    en: "{parts} is {sum}; the text says {total} in all",
  },

  "rule.count": { zh: "列举与数目", en: "Lists and their number" },
  "rule.count.about": {
    zh: "“三支队伍”“四个一”“五点要求”等数目，应与前后列举的项数一致；用“等”没有列全的不算。",
    en: "A number such as “three teams” or “four demands” must match the list beside it; lists that say “and so on” are left alone.",
  },
  "proof.count.differs": {
    zh: "说的是“{quote}”，列出的是{count}项",
    en: "The text says “{quote}”, but {count} are listed",
  },
  "proof.count.places": {
    zh: "说是{sum}处，列出的却有{total}处",
    en: "{sum} places are announced, {total} are listed",
  },

  "proof.count.days": {
    zh: "说的是“{quote}”，按所列日期是{sum}",
    en: "The text says “{quote}”; by the dates given it is {sum}",
  },
  "proof.count.years": {
    zh: "说的是“{quote}”，按所列年份是{sum}",
    en: "The text says “{quote}”; by the years given it is {sum}",
  },
  "proof.count.hours": {
    zh: "说的是“{quote}”，按所列时刻是{hours}小时",
    en: "The text says “{quote}”; by the times given it is {hours} hours",
  },

  "rule.same": { zh: "同一数据前后一致", en: "One quantity told twice" },
  "rule.same.about": {
    zh: "标题、副题、图说与正文，或正文前后，同一对象的同一数据应当一致。",
    en: "A quantity told in headline, caption and body, or twice in the body, must be the same.",
  },
  "proof.same.differs": {
    zh: "同一数据前后不一：{total}与{sum}",
    en: "The same quantity is given as {total} and as {sum}",
  },
  "proof.same.clock": {
    zh: "同一件事的时刻前后不一：{quote}与{parts}",
    en: "One event is told at two times: {quote} and {parts}",
  },
  "proof.same.elsewhere": {
    zh: "同一数据，这里是{total}，《{headline}》一稿里是{sum}",
    en: "The same quantity is {total} here and {sum} in “{headline}”",
  },

  "rule.countdown": { zh: "倒计时天数", en: "Days to go" },
  "rule.countdown.about": {
    zh: "“距……还有几天”“倒计时几天”，按出版日期或句中的起算日推算；差一天的不算。",
    en: "“So many days to go” against the day of issue or the day the sentence counts from; a day more or less is let pass.",
  },
  "proof.countdown.days": {
    zh: "说的是“{quote}”，到{date}实为{days}天",
    en: "The text says “{quote}”; to {date} it is {days} days",
  },

  "rule.headline-figure": { zh: "标题数字有无出处", en: "Headline figures against the story" },
  "rule.headline-figure.about": {
    zh: "标题、副题里带单位的数字，正文里应当有，换算单位、取整、相加得到的都算有。",
    en: "A figure of the headline or deck must stand in the story, be it in another unit, rounded or added up.",
  },
  "proof.headline-figure.absent": {
    zh: "标题里的“{quote}”，正文里没有",
    en: "The headline’s “{quote}” stands nowhere in the story",
  },
} as const satisfies Area;
