import { relationRule } from "./relation.ts";

/** A bound, a trend or a rank against the figures it is said of. */
export const order = relationRule("order", "warning", {
  source: "《图书编校质量差错认定细则》：数据前后矛盾",
  fires: [
    { text: "全县完成投资48.6亿元，首次突破50亿元。", quote: "50亿元" },
    { text: "新增病例连续三天下降，1日12例、2日9例、3日10例。", quote: "三天" },
    { text: "全市共有合作社26家，其中东江县12家、西江县9家、南山县5家，西江县最多。", quote: "9家" },
  ],
  silent: [
    { text: "全县完成投资51.2亿元，首次突破50亿元。" },
    { text: "新增病例连续三天下降，1日12例、2日9例、3日7例。" },
    { text: "全市共有合作社26家，其中东江县12家、西江县9家、南山县5家，东江县最多。" },
    { text: "出口比上年增加20亿元，突破100亿元。" },
  ],
});
