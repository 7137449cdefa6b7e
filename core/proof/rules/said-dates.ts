/**
 * Dates as a text says them (2月18日, 2019年2月18日, 一九九三年四月三十日), each in the year it must be of.
 *
 * A date without a year is the one nearest to the day of issue; once a paragraph has spoken of another year, it is of none.
 */
import type { Reading } from "../../edition/reading.ts";
import { chinese } from "../figures/numeral.ts";

export const DAY = 86_400_000;
const DATE = /(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;
const LAST = /^(?:至|到|—|－|-|～|~)(\d{1,2})日/;
const LUNAR = /(?:农历|阴历|旧历|夏历)(?:\d{4}年)?$/;
/** Days after the issue within which a date without a year is still read as a later one, not as last year's. */
const AHEAD = 183;

export interface DateSaid {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** UTC midnight in ms; null where the year is unknown. */
  readonly time: number | null;
}

export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** UTC midnight of the issue's date in ms, or null. */
export function issueTime(reading: Reading): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(reading.date);
  if (!match) return null;
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

/** The year in which month and day come nearest to `issue`. */
export function nearestTime(month: number, day: number, issue: number): number {
  const year = new Date(issue).getUTCFullYear();
  const times = [year - 1, year, year + 1].map((y) => Date.UTC(y, month - 1, day));
  const distance = (time: number) =>
    time > issue + AHEAD * DAY ? Number.POSITIVE_INFINITY : Math.abs(time - issue);
  return times.reduce((best, time) => (distance(time) < distance(best) ? time : best));
}

/** Words for a year, by their distance from the year of issue; null where the text alone knows which. */
const YEARS: Readonly<Record<string, number | null>> = {
  今年: 0,
  去年: -1,
  上年: -1,
  前年: -2,
  明年: 1,
  当年: null,
  同年: null,
  次年: null,
  翌年: null,
};
const YEAR = new RegExp(`(\\d{4})年|${Object.keys(YEARS).join("|")}`, "g");

interface YearSaid {
  readonly end: number;
  readonly year: number | null;
}

function yearsOf(text: string, issueYear: number | null): YearSaid[] {
  return [...text.matchAll(YEAR)].map((match) => {
    const offset = match[1] ? null : (YEARS[match[0]] ?? null);
    const year = match[1]
      ? Number(match[1])
      : offset === null || issueYear === null
        ? null
        : issueYear + offset;
    return { end: match.index + match[0].length, year };
  });
}

export function datesOf(text: string, issue: number | null): DateSaid[] {
  const issueYear = issue === null ? null : new Date(issue).getUTCFullYear();
  const years = yearsOf(text, issueYear);
  const dates: DateSaid[] = [];
  let next = 0;
  /** The paragraph has spoken of another year: a later date without one may be that year's or this one's. */
  let elsewhere = false;
  for (const match of text.matchAll(DATE)) {
    const end = match.index + match[0].length;
    if (LUNAR.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    const [month, day] = [Number(match[2]), Number(match[3])];
    let year = match[1] ? Number(match[1]) : null;
    let named = year !== null;
    for (; next < years.length && (years[next] as YearSaid).end <= end; next++) {
      const said = years[next] as YearSaid;
      if (said.end === match.index) [year, named] = [said.year, true];
      if (said.year !== issueYear) elsewhere = true;
    }
    const time =
      year !== null
        ? Date.UTC(year, month - 1, day)
        : named || elsewhere || issue === null
          ? null
          : nearestTime(month, day, issue);
    dates.push({ start: match.index, end, year, month, day, time });
    const last = LAST.exec(text.slice(end, end + 8));
    if (!last || time === null) continue;
    // 2月3日至8日: the last day too.
    const to = Number(last[1]);
    const until = time + (to - day) * DAY;
    if (to > day)
      dates.push({ start: match.index, end: end + last[0].length, year, month, day: to, time: until });
  }
  return dates;
}

const SPOKEN =
  /(?<![〇零一二三四五六七八九十正腊冬闰])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g;

/** 一九九三年四月三十日: dates in words, without a time. */
export function spokenDates(text: string): DateSaid[] {
  return [...text.matchAll(SPOKEN)].flatMap((match) => {
    const [month, day] = [chinese(match[1] as string)?.value, chinese(match[2] as string)?.value];
    if (month === undefined || day === undefined) return [];
    return [{ start: match.index, end: match.index + match[0].length, year: null, month, day, time: null }];
  });
}

export function isReal({ month, day }: DateSaid): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 29 : daysIn(2000, month));
}
