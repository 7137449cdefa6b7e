/** Dates: the rules' names, explanations and messages. */
import type { Area } from "./message.ts";

export const proofDates = {
  "rule.reporting-day": { zh: "统计日期", en: "Day of the figures" },
  "rule.reporting-day.about": {
    zh: "一篇通报里，“某日0—24时新增”与“截至某日24时累计”应是同一天。",
    en: "In one report “new from 0 to 24 hours” of a day and “in all as of 24 hours” of a day speak of the same day.",
  },
  "proof.reporting-day.differs": {
    zh: "这里是{quote}，同一篇别处是{other}，请核对统计日期",
    en: "{quote} here, {other} elsewhere in the story: check the day of the figures",
  },

  "rule.years": { zh: "年份与年数", en: "Years and ages" },
  "rule.years.about": {
    zh: "“某年建成，今年是多少周年”“某年出生，今年多少岁”以及建国、建党等周年，按年份推算；年龄差一岁的不算。",
    en: "Anniversaries and ages against the year they are counted from, national jubilees too; a year more or less of an age is let pass.",
  },
  "proof.years.differs": {
    zh: "从{from}年到{to}年是{years}年，文中为“{quote}”",
    en: "From {from} to {to} it is {years} years; the text says “{quote}”",
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
  "proof.dates.leap": {
    zh: "这一年二月有{days}天",
    en: "February of that year has {days} days",
  },
  "proof.dates.hour": { zh: "没有这个时刻", en: "There is no such time of day" },
} as const satisfies Area;
