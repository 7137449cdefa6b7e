import { relationRule } from "./relation.ts";

/** A number of things against the list of them. */
export const count = relationRule("count", "warning", {
  source: "《图书编校质量差错认定细则》：数据前后矛盾",
  fires: [
    { text: "冲压、焊装、涂装、总装三大车间恢复生产。", quote: "三大" },
    { text: "会议提出五点要求：一是摸清底数；二是压实责任；三是强化督查；四是严明纪律。", quote: "五点" },
    { text: "获奖的3家企业分别是东江纸业、西江水泥、南山茶厂、北山果品。", quote: "3家" },
  ],
  silent: [
    { text: "冲压、焊装、涂装、总装四大车间恢复生产。" },
    { text: "会议提出四点要求：一是摸清底数；二是压实责任；三是强化督查；四是严明纪律。" },
    { text: "教育、卫生、交通等八个部门参加了会议。" },
    { text: "他到过东江、西江、南山和北山四个县。" },
    { text: "《通告》对核查人员、分类管理、就医就诊等方面提出了9条要求。" },
  ],
});
