/**
 * The date as a masthead prints it: Gregorian, weekday, and the lunar calendar (农历) with its sexagenary year.
 *
 * Computed from the edition's date alone, through Intl's Chinese calendar in UTC: the same on every machine.
 */

const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const MONTHS = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

export interface PrintedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** "2020年2月18日". */
  readonly text: string;
  /** "星期二". */
  readonly weekday: string;
  /** "庚子年正月廿五". */
  readonly lunar: string;
}

const chinese = new Intl.DateTimeFormat("en-u-ca-chinese", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});

/** `date` (ISO 8601) as printed; null where it is no date. */
export function printedDate(date: string): PrintedDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const when = new Date(Date.UTC(year, month - 1, day));
  if (when.getUTCMonth() !== month - 1 || when.getUTCDate() !== day) return null;
  return {
    year,
    month,
    day,
    text: `${year}年${month}月${day}日`,
    weekday: `星期${"日一二三四五六".charAt(when.getUTCDay())}`,
    lunar: lunarDate(when),
  };
}

function lunarDate(when: Date): string {
  const parts = new Map<string, string>(chinese.formatToParts(when).map((part) => [part.type, part.value]));
  const year = Number(parts.get("relatedYear"));
  const month = parts.get("month") ?? "";
  const day = Number(parts.get("day"));
  const name = `${STEMS.charAt((year + 6) % 10)}${BRANCHES.charAt((year + 8) % 12)}年`;
  const leap = /bis/.test(month) ? "闰" : "";
  return `${name}${leap}${MONTHS[Number.parseInt(month, 10) - 1] ?? ""}月${lunarDay(day)}`;
}

function lunarDay(day: number): string {
  if (day <= 10) return `初${DIGITS[day] ?? ""}`;
  if (day === 20) return "二十";
  if (day === 30) return "三十";
  return `${day < 20 ? "十" : "廿"}${DIGITS[day % 10] ?? ""}`;
}
