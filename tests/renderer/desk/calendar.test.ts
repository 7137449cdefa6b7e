import { describe, expect, it } from "vitest";
import { readDate, stepDate } from "../../../renderer/desk/parts/calendar.ts";

describe("a date as it is written", () => {
  it.each([
    "2020-02-18",
    "2020-2-18",
    "2020/2/18",
    "2020.02.18",
    "20200218",
    "2020年2月18日",
    "2020 年 2 月 18 日",
    "２０２０年２月１８日",
    "2020年2月18日 星期二",
    "2020-02-18（周二）",
    "2月18日",
    "2月18号",
    " 2-18 ",
  ])("%s", (text) => expect(readDate(text, 2020)).toEqual({ date: "2020-02-18" }));

  it("is refused with the reason where there is no such day", () => {
    expect(readDate("2020年13月1日", 2020)).toEqual({ fault: "month", values: { month: 13 } });
    expect(readDate("2019-02-29", 2020)).toEqual({
      fault: "day",
      values: { year: 2019, month: 2, day: 29 },
    });
    expect(readDate("2020-02-29", 2020)).toEqual({ date: "2020-02-29" });
    expect(readDate("2020-00-10", 2020)).toEqual({ fault: "month", values: { month: 0 } });
  });

  it.each(["", "明天", "18/02/2020", "2020-02", "2020年2月", "2020-02-18-1"])("no date: “%s”", (text) =>
    expect(readDate(text, 2020)).toMatchObject({ fault: "form" }),
  );
});

describe("steps", () => {
  it("over the end of a month, of February in a leap year, and of a year", () => {
    expect(stepDate("2020-02-28", { days: 1 })).toBe("2020-02-29");
    expect(stepDate("2020-02-29", { days: 1 })).toBe("2020-03-01");
    expect(stepDate("2020-01-01", { days: -7 })).toBe("2019-12-25");
  });

  it("by a month, to the last day where the month is shorter", () => {
    expect(stepDate("2020-01-31", { months: 1 })).toBe("2020-02-29");
    expect(stepDate("2020-12-31", { months: 1 })).toBe("2021-01-31");
    expect(stepDate("2020-01-15", { months: -1 })).toBe("2019-12-15");
  });
});
