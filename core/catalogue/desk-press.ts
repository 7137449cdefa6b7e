/** What the desk says of inks, advertisements as PDF and proofs on paper. */
import type { Area } from "./message.ts";

export const deskPress = {
  "desk.masthead-ink": { zh: "报头用色", en: "Nameplate colour" },
  "desk.masthead-ink.black": { zh: "黑", en: "Black" },
  "desk.masthead-ink.process": { zh: "四色套色", en: "Process" },
  "desk.masthead-ink.spot": { zh: "专色", en: "Spot" },
  "desk.masthead-ink.name": { zh: "专色名", en: "Spot colour" },
  "desk.masthead-ink.name.example": {
    zh: "如 PANTONE 186 C，以印厂叫法为准",
    en: "PANTONE 186 C, as the printer calls it",
  },
  "desk.masthead-ink.taken": {
    zh: "青、品红、黄、黑本来就有版，请写专色自己的名称",
    en: "Cyan, magenta, yellow and black have plates already: name the spot colour itself",
  },
  "desk.masthead-ink.hint": {
    zh: "专色单独出一块版；下面四色只用于屏幕和打样显示",
    en: "A spot colour prints from a plate of its own; the process colours stand for it on screen and proofs",
  },
  "desk.masthead-ink.c": { zh: "青 %", en: "Cyan %" },
  "desk.masthead-ink.m": { zh: "品红 %", en: "Magenta %" },
  "desk.masthead-ink.y": { zh: "黄 %", en: "Yellow %" },
  "desk.masthead-ink.k": { zh: "黑 %", en: "Black %" },
  "plates.unknown": {
    zh: "{n} 处广告 PDF 未参加分色：其油墨请以印厂的分色预览为准",
    en: "{n} advertisements placed as PDF are not separated here: see the printer's own preview for their inks",
  },
  "desk.preflight.next": { zh: "下一处", en: "Next" },
  "desk.preflight.away": { zh: "收起", en: "Put away" },
  "desk.export.paper": { zh: "校样用纸", en: "Paper of the proof" },
  "desk.export.paper.full": { zh: "原大", en: "Full size" },
  "desk.export.tile": {
    zh: "不缩小，分多张打印再拼贴",
    en: "At full size on several sheets, to be pasted up",
  },
  "desk.advert.page": { zh: "广告 PDF", en: "PDF page" },
} as const satisfies Area;
