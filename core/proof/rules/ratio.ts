import { relationRule } from "./relation.ts";

/** A share against its part and its whole. */
export const ratio = relationRule("ratio", "warning", {
  source: "《图书编校质量差错认定细则》：数据前后矛盾",
  fires: [{ text: "全校共有教师120人，其中女教师54人，占总数的54%。", quote: "54%" }],
  silent: [
    { text: "全校共有教师120人，其中女教师54人，占总数的45%。" },
    { text: "会议应到120人，实到114人，出勤率95%。" },
    { text: "全县粮食产量12万吨，占全市的三成；农机3400台，占全省的8%。" },
  ],
});
