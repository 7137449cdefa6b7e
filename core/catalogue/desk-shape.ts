/** The desk's words for a block's shape and for how tightly it is set. */
import type { Area } from "./message.ts";

export const deskShape = {
  "desk.column-rules": { zh: "栏间加线（全期）", en: "Rules Between Columns (Whole Edition)" },
  "desk.shape": { zh: "外形", en: "Shape" },
  "desk.mouse.alt-corner": { zh: "Alt + 拖边角", en: "Alt + drag a corner" },
  "desk.mouse.alt-corner.does": {
    zh: "切去一角，放短消息、图片或广告",
    en: "Take the corner out for a short or a picture",
  },
  "desk.shape.cut": { zh: "切角", en: "Take out" },
  "desk.shape.cut.none": { zh: "不切", en: "None" },
  "desk.shape.step": { zh: "再退一级", en: "Another step" },
  "desk.shape.fill": { zh: "填平", en: "Fill" },
  "desk.shape.corner.nw": { zh: "左上角", en: "Top left" },
  "desk.shape.corner.ne": { zh: "右上角", en: "Top right" },
  "desk.shape.corner.sw": { zh: "左下角", en: "Bottom left" },
  "desk.shape.corner.se": { zh: "右下角", en: "Bottom right" },
  "desk.shape.columns": { zh: "缺栏", en: "Columns" },
  "desk.shape.lines": { zh: "缺行", en: "Lines" },
  "desk.shape.words.nw": {
    zh: "左上角缺 {columns} 栏 {lines} 行",
    en: "without {columns} columns × {lines} lines at the top left",
  },
  "desk.shape.words.ne": {
    zh: "右上角缺 {columns} 栏 {lines} 行",
    en: "without {columns} columns × {lines} lines at the top right",
  },
  "desk.shape.words.sw": {
    zh: "左下角缺 {columns} 栏 {lines} 行",
    en: "without {columns} columns × {lines} lines at the bottom left",
  },
  "desk.shape.words.se": {
    zh: "右下角缺 {columns} 栏 {lines} 行",
    en: "without {columns} columns × {lines} lines at the bottom right",
  },
  "desk.cut.nw": { zh: "切左上角／填平", en: "Take out or fill the top left corner" },
  "desk.cut.ne": { zh: "切右上角／填平", en: "Take out or fill the top right corner" },
  "desk.cut.sw": { zh: "切左下角／填平", en: "Take out or fill the bottom left corner" },
  "desk.cut.se": { zh: "切右下角／填平", en: "Take out or fill the bottom right corner" },
  "desk.cut-corner": { zh: "切角", en: "Take a corner out of a block" },
  "desk.squeeze": { zh: "挤行（−抻）", en: "Lines saved" },
  "history.attribute.squeeze": { zh: "挤行、抻行", en: "Tighter or looser setting" },
  "history.attribute.shape": { zh: "外形", en: "Shape" },
} satisfies Area;
