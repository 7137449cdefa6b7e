/** Marks, widths, spaces and numbers written wrong. */
import { bodyOf, every, type Planted, type Planter, paragraphsOf, replaced } from "./plant.ts";

const at = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];

function each(
  name: string,
  rules: readonly string[],
  pattern: RegExp,
  by: (found: RegExpExecArray) => string,
  n = 1,
  from: (text: string) => number = () => 0,
): Planter {
  return {
    name,
    rules,
    *plant(text) {
      const found = at(text, pattern).filter(({ index }) => index >= from(text));
      for (const match of every(n, found))
        yield replaced(text, match.index, match.index + match[0].length, by(match));
    },
  };
}

const turned = new Map([..."“”‘’（）《》"].map((mark, i, all) => [mark, all[i ^ 1] as string]));

export const marks: readonly Planter[] = [
  {
    name: "a mark of a pair left out",
    rules: ["pairing"],
    *plant(text) {
      // Only its partner can be pointed at.
      for (const { start, end, words } of paragraphsOf(text))
        for (const { index } of words.matchAll(/[“”‘’（）《》]/gu))
          yield { text: text.slice(0, start + index) + text.slice(start + index + 1), start, end: end - 1 };
    },
  },
  each("a mark of a pair turned round", ["pairing"], /[“”（）《》]/gu, ([mark]) => turned.get(mark) ?? ""),
  each("brackets of two widths", ["pairing"], /（[^（）]*）/gu, ([words]) => `${words.slice(0, -1)})`),
  each("a straight quotation mark", ["punctuation", "pairing"], /[“”]/gu, () => '"'),
  {
    name: "double quotes inside double quotes",
    rules: ["pairing"],
    *plant(text) {
      for (const match of at(text, /“([^“”\n]{8,})”/gu)) {
        const inside = match.index + 3;
        yield {
          text: `${text.slice(0, inside)}“${text.slice(inside, inside + 2)}”${text.slice(inside + 2)}`,
          start: match.index,
          end: match.index + match[0].length + 2,
        };
      }
    },
  },
  each(
    "a mark set twice",
    ["punctuation", "fragment"],
    /[，。；：](?=\p{Script=Han})/gu,
    ([mark]) => mark + mark,
    6,
  ),
  each("two marks that cannot meet", ["punctuation"], /，(?=\p{Script=Han})/gu, () => "。，", 6),
  each(
    "a Latin comma or stop",
    ["punctuation"],
    /[，；：？！](?=\p{Script=Han})/gu,
    ([mark]) => ",;:?!"["，；：？！".indexOf(mark)] ?? "",
    6,
  ),
  each(
    "digits of full width",
    ["punctuation"],
    /\d{2,}/gu,
    ([digits]) => digits.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    2,
  ),
  // A headline's spaces part its phrases: what they should be, nobody can tell from the headline.
  ...(
    [
      ["a space between characters", /(?<=\p{Script=Han}{3})(?=\p{Script=Han}{3})/gu, () => " ", 40],
      ["two spaces between characters", /(?<=\p{Script=Han}{2})(?=\p{Script=Han}{2})/gu, () => "  ", 90],
      ["a space before a figure", /(?<=\p{Script=Han})(?=\d)/gu, () => " ", 4],
      ["a space behind a figure", /(?<=\d)(?=\p{Script=Han})/gu, () => " ", 4],
      ["a space behind a mark", /[，。：“](?=\p{Script=Han})/gu, ([mark]) => `${mark} `, 12],
      ["a space before a mark", /(?<=\p{Script=Han})[，。：“《]/gu, ([mark]) => ` ${mark}`, 12],
    ] as const satisfies readonly [string, RegExp, (found: RegExpExecArray) => string, number][]
  ).map(([name, pattern, by, n]) => each(name, ["spaces"], pattern, by, n, bodyOf)),
  each("dots for an ellipsis", ["punctuation"], /。(?=\n|$)/gu, () => "...", 2),
  each("a character that could not be read", ["debris"], /\p{Script=Han}/gu, () => "\uFFFD", 120),
  each("a dash read as 一", ["debris"], /(?<=\d)至(?=\d)/gu, () => "一"),
  each("a box for a character", ["debris"], /\p{Script=Han}/gu, () => "□", 130),
  each(
    "a letter for a digit",
    ["debris", "numerals"],
    /(?<!\d)(?:\d{0,3}0\d{0,2}|1\d{1,3}|\d{1,2}1\d{0,2})(?=[年月日元人个米])/gu,
    ([digits]) => digits.replace(/[01]/, (d) => (d === "0" ? "O" : "l")),
  ),
  {
    name: "a paragraph cut off",
    rules: ["fragment", "pairing"],
    *plant(text) {
      for (const { start, end, words } of paragraphsOf(text)) {
        const cut = /.*[，。][^，。“”]{4,}?(?=\p{Script=Han}{3,}[，。])/u.exec(words)?.[0].length ?? 0;
        if (cut < 40) continue;
        yield { text: text.slice(0, start + cut) + text.slice(end), start, end: start + cut + 1 };
      }
    },
  },
  {
    name: "a paragraph without its head",
    rules: ["fragment"],
    *plant(text) {
      for (const { start, words } of paragraphsOf(text)) {
        const cut = words.search(/[，、；]/);
        if (cut < 4 || words.length < 30) continue;
        yield { text: text.slice(0, start) + text.slice(start + cut), start, end: start + 4 };
      }
    },
  },
];

/** Sentences with a number written against GB/T 15835, each with the words at fault between brackets. */
const NUMBERS = [
  "全市今年【二0一九】年报告，集市上来了【3000多余】人。",
  "【二零二零】年春天，村里修了路。",
  "【一九八O】年建的水渠还在用。",
  "水库蓄水【约80万立方米左右】。",
  "现场来了【近300余】名观众。",
  "全长【大约5公里左右】的渠道已经疏浚。",
  "两村相距【2千3百】米。",
  "来了【七、八十】个人。",
  "走了【三、四】里路才到。",
  "全年接待游客【12，345】人。",
  "投资【5千多万】元的厂房封顶。",
  "气温升到【30几】度。",
  "产值增长【5~8％】之间。",
  "面积【不足20余】亩。",
  "涨幅【超过30%以上】。",
  "【至少50人以上】报名。",
  "年产量【最多可达3万吨以上】。",
  "价格【下降了1倍】。",
  "损耗【减少两倍】。",
  "他今年【3十多】岁。",
  "村里有【1百多】户。",
  "出席的有【5、60】人。",
  "从【98年7月】起实行。",
  "比赛从【下午15时】开始。",
  "会议定在【晚上20点】举行。",
  "【凌晨14时】许发生。",
  "全程【3个半多小时】。",
  "救起【两名多】游客。",
  "每亩增收【100余多】元。",
  "约有【近百余】人参加。",
  "他跑了【4、5】里路。",
];

export const numerals: Planter = {
  name: "numbers against GB/T 15835",
  once: true,
  rules: ["numerals", "punctuation", "count", "change", "dates"],
  *plant(text) {
    const place = text.lastIndexOf("\n") + 1;
    for (const sentence of NUMBERS) {
      const start = place + sentence.indexOf("【");
      const words = sentence.replace(/[【】]/g, "");
      const planted: Planted = {
        text: `${text.slice(0, place)}${words}\n${text.slice(place)}`,
        start,
        end: place + sentence.indexOf("】") - 1,
      };
      yield planted;
    }
  },
};
