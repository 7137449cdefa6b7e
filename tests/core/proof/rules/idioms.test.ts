/** Set phrases and sayings with one character wrong, and what is near one without being wrong. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slipsOfPhrases } from "../../../../core/proof/rules/idioms.ts";

const slips = (text: string) =>
  [...slipsOfPhrases(text)].map(({ start, end, phrase }) => `${text.slice(start, end)}→${phrase}`);

describe("a slip of one character", () => {
  test.each([
    ["大家一愁莫展。", "一愁莫展→一筹莫展"],
    ["工作要按步就班地推进", "按步就班→按部就班"],
    ["队员们再接再励夺得冠军", "再接再励→再接再厉"],
    ["席间谈笑风声", "谈笑风声→谈笑风生"],
    ["消息不径而走", "不径而走→不胫而走"],
    ["他迫不急待地打开", "迫不急待→迫不及待"],
    ["爱心企业慷慨解曩", "慷慨解曩→慷慨解囊"],
    ["村民敢怒而不敢严", "敢怒而不敢严→敢怒而不敢言"],
  ])("%s", (text, told) => {
    expect(slips(text)).toEqual([told]);
  });
});

test.each([
  "战争毫无意义，心中有所不安。", // 毫无疑义, 心中有数
  "中国共产党愿同各国政党交往，俄罗斯驻美大使到会。", // 共产党员, 俄罗斯族
  "名符其实，莫明其妙，指手划脚，有礼有节，因事制宜。", // in use beside the recommended form
  "《格物致智》今晚播出。", // called so
  "旨在进一步放宽准入，世界市长对话今天举行。", // 再进一步, 世界市场
])("not wrong: %s", (text) => {
  expect(slips(text)).toEqual([]);
});

describe("the list", () => {
  const url = new URL("../../../../assets/words/idioms.json", import.meta.url);
  const raw = readFileSync(url, "utf8");
  const list = JSON.parse(raw) as { origin: string; phrases: string; also: string; sayings: string[] };
  const phrases = list.phrases.match(/.{4}/gu) ?? [];

  test("says where it is from, is small, and holds each phrase once", () => {
    expect(list.origin).toContain("ISC");
    expect(raw.length).toBeLessThan(100_000);
    expect(list.phrases.length % 4).toBe(0);
    expect(new Set(phrases).size).toBe(phrases.length);
    expect(phrases.length).toBeGreaterThan(10_000);
  });

  test("finds nothing wrong with its own phrases and sayings, wherever they stand", () => {
    const phrase = fc.constantFrom(...phrases, ...list.sayings);
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 20 }), (said) => {
        expect(slips(said.join("，"))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
