import { describe, expect, test } from "vitest";
import { intakeText } from "../../../core/intake/intake.ts";

const page = `我市图书馆延长开放时间

河东日报记者 陈小北

河东日报讯 3月5日，记者从市图书馆获悉，阅览室每天延长开放两小时，周末不闭

馆。读者可凭证入馆。>>> 下转 A2 版①
`;

describe("intakeText", () => {
  test("a small page", () => {
    const [article] = intakeText(page).pages[0]?.articles ?? [];
    expect(article?.parts.map((part) => [part.role, part.role === "picture" ? "" : part.text])).toEqual([
      ["headline", "我市图书馆延长开放时间"],
      ["byline", "河东日报记者 陈小北"],
      ["dateline", "河东日报讯 3月5日，"],
      ["paragraph", "记者从市图书馆获悉，阅览室每天延长开放两小时，周末不闭馆。读者可凭证入馆。"],
      ["jump", ">>> 下转 A2 版①"],
    ]);
  });
});
