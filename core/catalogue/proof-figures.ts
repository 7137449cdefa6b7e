/** What the rules about figures and their relations are called, and what they say. */
import type { Area } from "./message.ts";

export const proofFigures = {
  "rule.sum": { zh: "合计与分项", en: "Totals and their parts" },
  "rule.sum.about": {
    zh: "“其中”“包括”“……中”“共计”等引出的分项相加，应与总数一致；分项没有列全的不算。",
    en: "Parts listed after “of which”, “including” or before “in all” must add up to the total; lists that do not claim to be complete are left alone.",
  },
  "proof.sum.differs": {
    zh: "各项相加为{sum}（{parts}），文中总数为{total}，相差{difference}",
    en: "The parts add up to {sum} ({parts}); the total given is {total}, {difference} apart",
  },
  "proof.sum.subset": {
    zh: "其中的一项是{sum}，比总数{total}还多{difference}",
    en: "A part is {sum}, more than its whole of {total} by {difference}",
  },

  "rule.balance": { zh: "收支平衡", en: "Figures that must balance" },
  "rule.balance.about": {
    zh: "累计确诊应等于出院、在院、死亡之和，密切接触者应等于解除与在观之和，应到等于实到加缺席，收入等于支出加结余。",
    en: "Cases equal discharged, in hospital and dead; contacts equal released and observed; due equals present and absent; income equals spending and surplus.",
  },
  "proof.balance.differs": {
    zh: "各项相加为{sum}（{parts}），与{total}对不上，相差{difference}",
    en: "These add up to {sum} ({parts}), which does not account for {total}: {difference} apart",
  },
  "proof.balance.unstated": {
    zh: "各项相加为{sum}（{parts}），比{total}少{difference}；如有死亡、转出等未写明，请核实",
    en: "These add up to {sum} ({parts}), {difference} short of {total}; check whether deaths or transfers are left unsaid",
  },
  "proof.balance.contacts": {
    zh: "解除与在观相加为{sum}（{parts}），与密切接触者{total}相差{difference}；转为病例的可能已剔除，请核对来源",
    en: "Released and observed add up to {sum} ({parts}), {difference} off the {total} contacts; some may have become cases: check the source",
  },
} as const satisfies Area;
