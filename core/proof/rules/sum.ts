import { relationRule } from "./relation.ts";

/** A total against the parts that are said to make it up. */
export const sum = relationRule("sum", "error", {
  source: "《图书编校质量差错认定细则》：数据前后矛盾",
  fires: [
    { text: "全县共有学校36所，其中小学20所、初中10所、高中7所。", quote: "36所" },
    { text: "比赛共报名58人，其中男选手31人，女选手28人。", quote: "58人" },
    {
      text: "截至8日，全市累计受理申请90件。其中：\n申请中，东城区40件、西城区30件、南山县21件。",
      quote: "90件",
    },
  ],
  silent: [
    { text: "全县共有学校36所，其中小学20所、初中10所、高中6所。" },
    { text: "全县共有教师412名，其中高级教师96名。" },
    { text: "东江县14例（核减3例）、西江县6例，全市共20例。" },
    { text: "今年开工项目总投资603亿元，其中包括投资85亿元的汽车厂、投资82亿元的硅片厂等。" },
  ],
});
