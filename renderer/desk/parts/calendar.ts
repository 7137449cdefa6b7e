/** Dates as a person writes them, to the ISO dates that editions keep, and steps from one to another. */

export type ReadDate =
  | { readonly date: string }
  /** "form": this is no date; "month", "day": there is no such month, or the month has no such day. */
  | {
      readonly fault: "form" | "month" | "day";
      readonly values: Readonly<Record<string, string | number>>;
    };

const YEAR = "(\\d{4})";
const forms: readonly RegExp[] = [
  new RegExp(`^${YEAR}\\s*[-./]\\s*(\\d{1,2})\\s*[-./]\\s*(\\d{1,2})$`),
  new RegExp(`^${YEAR}\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?$`),
  new RegExp(`^${YEAR}(\\d{2})(\\d{2})$`),
  // Without a year, as it is said at the desk: the year is the one at hand.
  /^()(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^()(\d{1,2})\s*[-./]\s*(\d{1,2})$/,
];

/**
 * Reads 2020-02-18, 2020/2/18, 2020.2.18, 20200218, 2020年2月18日 and, with `year` for what is not said, 2月18日 and
 * 2-18; full-width digits too, and a weekday behind is let go.
 */
export function readDate(text: string, year: number): ReadDate {
  const plain = text
    .normalize("NFKC")
    .replace(/(星期|周|礼拜)[一二三四五六日天]/gu, "")
    .replace(/[()]/g, "")
    .trim();
  for (const form of forms) {
    const match = form.exec(plain);
    if (!match) continue;
    const [y, month, day] = [Number(match[1] || year), Number(match[2]), Number(match[3])];
    if (month < 1 || month > 12) return { fault: "month", values: { month } };
    if (day < 1 || day > daysIn(y, month)) return { fault: "day", values: { year: y, month, day } };
    return { date: iso(y, month, day) };
  }
  return { fault: "form", values: {} };
}

/** A date so many days or months on; where the month is shorter, its last day. */
export function stepDate(date: string, by: { readonly days?: number; readonly months?: number }): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const months = year * 12 + (month - 1) + (by.months ?? 0);
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
  const at = new Date(Date.UTC(y, m - 1, Math.min(day, daysIn(y, m)) + (by.days ?? 0)));
  return iso(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

const iso = (year: number, month: number, day: number) =>
  [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
