import { relationRule } from "./relation.ts";

/** One quantity that is told twice, differently. */
export const same = relationRule("same", "warning", {
  source: "《图书编校质量差错认定细则》：数据前后矛盾",
  fires: [
    {
      text: "全县新建高标准农田1200亩。\n据介绍，全县新建高标准农田1300亩，惠及村民800户。",
      quote: "1200亩",
    },
  ],
  silent: [
    { text: "全县新建高标准农田1200亩。\n据介绍，全县新建高标准农田1200亩，惠及村民800户。" },
    { text: "2022年，全县新建高标准农田1200亩。2023年，全县新建高标准农田1300亩。" },
    { text: "东江县获一等奖3项、二等奖5项；西江县获一等奖2项、二等奖6项。" },
  ],
});
