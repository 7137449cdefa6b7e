import { describe, expect, it } from "vitest";
import { printedDate } from "../../../../core/compose/page/calendar.ts";

describe("the date as a masthead prints it", () => {
  it.each([
    ["2020-02-18", "2020年2月18日", "星期二", "庚子年正月廿五"],
    ["2020-01-25", "2020年1月25日", "星期六", "庚子年正月初一"],
    ["2020-01-24", "2020年1月24日", "星期五", "己亥年十二月三十"],
    ["2020-05-23", "2020年5月23日", "星期六", "庚子年闰四月初一"],
    ["2024-02-29", "2024年2月29日", "星期四", "甲辰年正月二十"],
  ])("%s", (date, text, weekday, lunar) => {
    expect(printedDate(date)).toMatchObject({ text, weekday, lunar });
  });

  it("is nothing for a day that does not exist", () => {
    for (const date of ["2020-02-30", "2019-02-29", "2020-13-01", "", "18 Feb"])
      expect(printedDate(date)).toBeNull();
  });
});
