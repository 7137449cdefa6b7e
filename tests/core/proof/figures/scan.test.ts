import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arabic, chinese } from "../../../../core/proof/figures/numeral.ts";
import { scan } from "../../../../core/proof/figures/scan.ts";

/** "16.29×10000 元" — value, scale, unit, and what else there is to say. */
const told = (text: string) =>
  scan(text)
    .filter(({ kind }) => kind === "quantity")
    .map(({ value, scale, unit, approximation, upper }) =>
      [
        `${value}${upper === null ? "" : `–${upper}`}${scale === 1 ? "" : `×${scale}`}`,
        unit,
        ...(approximation === null ? [] : [approximation]),
      ].join(" "),
    );

const figures: readonly [string, ...string[]][] = [
  ["确诊病例78例", "78 例"],
  ["捐赠１６．２９万元物资", "16.29×10000 元"],
  ["发出1,234份问卷，收回1,100份", "1234 份", "1100 份"],
  ["进出口9.89万亿元", "9.89×1000000000000 元"],
  ["参加者1·5万人，增长12·5%", "1.5×10000 人", "12.5 %"],
  ["2.7万余个微信群", "2.7×10000 个 over"],
  ["少缴10余万元", "10×10000 元 over"],
  ["约110万平方公里", "110×10000 平方公里 about"],
  ["近200人参加", "200 人 under"],
  ["每日2至3次", "2–3 次"],
  ["20—30人一组", "20–30 人"],
  ["增长8.4%，提高0.3个百分点", "8.4 %", "0.3 个百分点"],
  ["占百分之二十", "20 %"],
  ["占百分之八十七点八", "87.8 %"],
  ["产粮三点五万吨", "3.5×10000 吨"],
  ["三支队伍、两家企业、一百零八将", "3 支", "2 家"],
  ["收缴三十六支", "36 支"],
  ["两万亩稻田", "2×10000 亩"],
  ["容量315千伏安", "315 千伏安"],
  ["12金9银15铜", "12 金", "9 银", "15 铜"],
  ["入学率超过五成", "5 成 over"],
  ["产值是去年的2.4倍", "2.4 倍"],
  ["近百人、百余名、上千户、逾万名", "100 人 under", "100 名 over", "1000 户 over", "1×10000 名 over"],
  [
    "突破千万元，产值超百亿元，达万亿元",
    "1000×10000 元 over",
    "100×100000000 元 over",
    "1×1000000000000 元 about",
  ],
  ["十余人、二十多户", "10 人 over", "20 户 over"],
  ["一名司机和两名乘客", "1 名", "2 名"],
];

/** Numbers that count nothing. */
const none: readonly string[] = [
  "2020年2月16日0-24时",
  "2月3日0一24时",
  "上午8:30到9时许",
  "下转A2版，用5G和84消毒液，拨打110",
  "电话0731-28681234",
  "上午八点三十分到九点",
  "第14259号令、第三十二届、第5次",
  "“一摸四查”，两手抓，进一步统一思想，一个个来",
  "汽车零部件实行两部制电价",
  "二〇二〇年的三月",
  "数十家单位、几十种食品、数百人",
  "成千上万人、百家争鸣、万户千家、经过百户、不过百人",
  "COVID-19和PM2.5",
  "三分之一的人",
];

describe("figures", () => {
  test.each(figures)("%s", (text, ...expected) => expect(told(text)).toEqual(expected));
  test.each(none)("no figure: %s", (text) => expect(told(text)).toEqual([]));

  test("words can say a number", () => {
    expect(scan("出现首例，无死亡病例").map(({ kind, value }) => [kind, value])).toEqual([
      ["implicit", 1],
      ["implicit", 0],
    ]);
  });
});

describe("numerals", () => {
  test.each([
    ["一百零八", 108, 1],
    ["两千三百万", 2300, 10000],
    ["三万五千", 35000, 1],
    ["十二", 12, 1],
    ["二〇二〇", 2020, 1],
    ["一亿二千", 100002000, 1],
  ])("%s", (text, value, scale) => {
    expect(chinese(text)).toMatchObject({ value, scale });
  });

  test.each(["百十", "一二十三百千", "万亿万"])("%s is none", (text) => expect(chinese(text)).toBeNull());

  test("the last digit tells how finely a number is given", () => {
    expect(arabic("9.89").ulp).toBeCloseTo(0.01);
    expect(arabic("78").ulp).toBe(1);
  });
});

test("mentions ascend, do not overlap and lie within the text, whatever the text", () => {
  const piece = fc.constantFrom(
    "1",
    "一",
    "十",
    "万",
    "例",
    "%",
    "，",
    "至",
    "-",
    "（",
    "年",
    "个",
    "２",
    ".",
    "首例",
    "无死亡",
    "约",
    "\ud83d",
    "余",
    "第",
    "A",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      let end = 0;
      for (const mention of scan(text)) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(Number.isFinite(mention.value)).toBe(true);
        end = mention.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 300 },
  );
});
