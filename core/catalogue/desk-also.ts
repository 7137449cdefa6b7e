import type { Area } from "./message.ts";

/** Other words people look for a command by. Read by the palette only; never shown. */
export const deskAlso = {
  "desk.also.crop": { zh: "裁切 剪裁 图片取景", en: "trim picture" },
  "desk.also.plan": { zh: "排版方案 重排 划版", en: "layout proposals arrange" },
  "desk.also.new-article": { zh: "新建 补白 写稿", en: "write story filler" },
  "desk.also.advert": { zh: "广告位 新建广告", en: "advertisement new" },
  "desk.also.picture": { zh: "插图 照片 图片", en: "photograph image insert" },
  "desk.also.jump": { zh: "下转 上接 转接 接版", en: "continue continuation" },
  "desk.also.vertical": { zh: "竖排标题 直题", en: "upright headline" },
  "desk.also.spread": { zh: "双页 并排 跨版", en: "two pages side by side" },
  "desk.also.loupe": { zh: "局部放大 看清", en: "magnifier" },
  "desk.also.import": { zh: "收稿 来稿 word 文本", en: "word text copy in" },
  "desk.also.facts": { zh: "本期信息 报头 日期 期号 责编", en: "masthead date issue credits" },
  "desk.also.export": { zh: "付印 出片 印厂 印前检查", en: "press print preflight" },
  "desk.also.handover": { zh: "送印厂 传版 发排 上传 成品包", en: "send to the printer upload package" },
  "desk.also.report": { zh: "校对报告 差错清单 报告", en: "proofing report findings list" },
  "desk.also.digital": { zh: "网络版 电子报 发布", en: "web edition publish" },
} satisfies Area;
