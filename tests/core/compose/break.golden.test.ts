/**
 * Golden lines: small cases named by the clause they show, each glyph's place in em. To accept a change, run vitest
 * with -u and read the difference in tests/golden/lines.txt.
 */
import { expect, test } from "vitest";
import { type Options, positionsOf, setText } from "./setting.ts";

const CASES: readonly (readonly [clause: string, text: string, measure: number, options?: Options])[] = [
  ["CLREQ §3.1.6 一个标点占一字，全角", "天高，云淡。望断南飞雁", 12, { text: { punctuation: "quanjiao" } }],
  ["CLREQ §3.1.6 开明：句末点号占一字，其余半字", "天高，云淡。望断南飞雁", 12],
  ["半角：所有标点半字", "天高，云淡。望断南飞雁", 12, { text: { punctuation: "banjiao" } }],
  ["原样：不作挤压", "他说：“好。”又写道：《信》", 14, { text: { punctuation: "plain" } }],
  [
    "CLREQ 相邻标点：两个标点占一个半字",
    "他说：“好。”又写《信》、《书》",
    20,
    { text: { punctuation: "quanjiao" } },
  ],
  ["GB/T 15834 §5.1.10 行末标点占半字", "春天来了我们去看花，回来了。", 10],
  ["行首开始引号缩去半字", "“春天来了”“夏天走了”", 5, { text: { punctuation: "quanjiao" } }],
  ["段首缩进之后的开始引号也缩去半字", "“春天来了”他们都说", 12, { indent: 2 }],
  ["GB/T 15834 §5.1.2 问号叹号叠用占一字，三个占两字", "真的？！太好了！！！走", 16],
  ["§5.1.5 破折号、省略号占两字，不可拆", "春天——秋天……冬天来了又走了", 7],
  ["§5.1.7 间隔号占半字", "诺尔曼·白求恩", 12],
  ["中西间距四分之一字，行首行尾与标点旁没有", "共有AI企业8家，占15%（含A股）等", 30],
  [
    "挤压先于推出：逗号让出半字，句号不到行首",
    "春天来了，我们去看花。",
    10,
    { text: { punctuation: "quanjiao" } },
  ],
  ["拉伸次序：中西间距先到三分之一，再均分", "全市共有AI企业都在这里了。明白", 9],
  ["开明的逗号先还原为一字，再均分字距", "春天来了，我们都去看红红的花朵吧", 10],
  ["数字与量词不分", "全市今年一共新增就业岗位十分充足约1.2万个左右", 17.5],
  ["数字与量词只在行将拉得太松时分开", "全市今年一共新增就业岗位1.2万个左右", 14],
  ["孤字：末行至少两个字", "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯，辰", 12],
  ["网址超过行长，在分隔处断开", "见https://example.org/news/2024/index.html一文", 9],
  ["引号在西文里是西文引号", "他读“Gone with the Wind”与say “yes” now一课", 40],
  ["连接号、分隔号不拉开，也不在行首", "北京—上海—广州—深圳—香港", 7],
];

test("lines stand where the clauses say", async () => {
  const golden = CASES.map(([clause, text, measure, options]) =>
    [`# ${clause} (${measure})`, ...setText(text, measure, options).map(positionsOf), ""].join("\n"),
  ).join("\n");
  await expect(golden).toMatchFileSnapshot("../../golden/lines.txt");
});
