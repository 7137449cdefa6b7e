import { relationRule } from "./relation.ts";

/** Figures that account for each other by what they are: cases, contacts, attendance, money. */
export const balance = relationRule("balance", "error", {
  source: "《图书编校质量差错认定细则》：数据前后矛盾",
  fires: [
    { text: "截至10日24时，全市累计报告确诊病例50例，累计出院30例，仍有21例在院治疗。", quote: "50例" },
    { text: "会议应到代表120人，实到113人，请假8人。", quote: "120人" },
  ],
  silent: [
    { text: "截至10日24时，全市累计报告确诊病例50例，累计出院30例，仍有20例在院治疗。" },
    { text: "会议应到代表120人，实到113人，请假7人。" },
  ],
});
