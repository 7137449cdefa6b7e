import type { Area } from "./message.ts";

/** The desk: the field that a date is written into. */
export const deskDates = {
  "desk.date.example": { zh: "2020-02-18 或 2020年2月18日", en: "2020-02-18" },
  "desk.date.keys": {
    zh: "↑ ↓ 逐日，Shift + ↑ ↓ 逐周，PgUp PgDn 逐月",
    en: "↑ ↓ by days, Shift + ↑ ↓ by weeks, PgUp PgDn by months",
  },
  "desk.date.form": { zh: "请写成 2020-02-18 或 2020年2月18日", en: "Write it as 2020-02-18" },
  "desk.date.month": { zh: "没有 {month} 月", en: "There is no month {month}" },
  "desk.date.day": { zh: "{year} 年 {month} 月没有 {day} 日", en: "{year}-{month} has no day {day}" },
} satisfies Area;
