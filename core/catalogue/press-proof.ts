/** What the page proof says beyond its findings: marks, revisions, signatures, the paper it is on. */
import type { Area } from "./message.ts";

export const pressProof = {
  "press.proof.mark.replace": { zh: "改", en: "change" },
  "press.proof.mark.delete": { zh: "删", en: "delete" },
  "press.proof.mark.insert": { zh: "增", en: "insert" },
  "press.proof.mark.transpose": { zh: "调", en: "swap" },
  "press.proof.mark.space": { zh: "空", en: "space" },
  "press.proof.mark.close": { zh: "紧", en: "close up" },
  "press.proof.revised": {
    zh: "改动　{count} 行（与{since}相比，{time}）",
    en: "{count} lines changed since {since}, {time}",
  },
  "press.proof.remarks": {
    zh: "批注　{count} 条，其中问作者 {queries} 条",
    en: "{count} comments, {queries} of them for the author",
  },
  "press.proof.remark": { zh: "{author} {time}：{text}", en: "{author}, {time}: {text}" },
  "press.proof.remark.query": {
    zh: "问作者　{author} {time}：{text}",
    en: "For the author — {author}, {time}: {text}",
  },
  "press.proof.remark.gone": { zh: "原文已删：{quote}", en: "deleted: {quote}" },
  "press.proof.stale": { zh: "{name}（签后有改）", en: "{name} (changed since)" },
  "press.proof.reduced": { zh: "{page} 版　按 {percent}% 缩印", en: "Page {page}, at {percent} %" },
  "press.proof.tile": {
    zh: "{page} 版　第 {row} 行第 {column} 列（共 {rows} 行 {columns} 列）　沿线裁开，压左、压上拼贴",
    en: "Page {page}, row {row} of {rows}, column {column} of {columns}. Cut along the marks and paste over the sheet at the left or above",
  },
  "press.proof.since.named": { zh: "“{name}”", en: "“{name}”" },
} as const satisfies Area;
