import type { Area } from "./message.ts";

/** The export at the desk and the preflight it ends with. */
export const deskExport = {
  "desk.export": { zh: "导出 PDF…", en: "Export PDF…" },
  "desk.export.short": { zh: "导出", en: "Export" },
  "desk.export.title": { zh: "导出 PDF", en: "Export PDF" },
  "desk.export.start": { zh: "导出…", en: "Export…" },
  "desk.export.go-on": { zh: "转到后台", en: "Run in background" },
  "desk.export.behind": { zh: "正在导出 {percent}%", en: "Exporting {percent}%" },
  "desk.export.look": { zh: "导出完成，看印前检查", en: "Exported: see the preflight" },
  "desk.export.ready": { zh: "已导出 {file}", en: "Exported {file}" },
  "desk.export.stop": { zh: "停止", en: "Stop" },
  "desk.export.stopped": { zh: "已停止，没有写出文件", en: "Stopped; nothing was written" },
  "desk.export.saving": { zh: "正在存盘…", en: "Saving…" },
  "desk.export.standard": { zh: "标准", en: "Standard" },
  "desk.export.marks": { zh: "加裁切标记和色标", en: "Trim marks and colour bar" },
  "desk.export.proof": { zh: "校样：把校对意见标在版上", en: "Page proof: findings marked on the page" },
  "desk.export.proof-suffix": { zh: " 校样", en: " proof" },
  "desk.preflight": { zh: "印前检查", en: "Preflight" },
  "desk.preflight.before": { zh: "导出前请看", en: "Before you export" },
  "desk.preflight.clear": { zh: "没有溢出、缺图和校对错误", en: "Nothing over, missing or wrong" },
  "desk.preflight.running": { zh: "正在做印前检查…", en: "Preflight is running…" },
  "desk.preflight.result": {
    zh: "印前检查：{standard}，{pages} 页",
    en: "Preflight: {standard}, {pages} pages",
  },
  "desk.preflight.passed": { zh: "全部合格，可以付印", en: "Everything passes: ready for press" },
  "desk.preflight.passed-file": { zh: "文件合格", en: "The file passes" },
  "desk.preflight.counts": {
    zh: "错误 {errors}　提示 {warnings}　欠排 {short}",
    en: "errors {errors}, warnings {warnings}, short {short}",
  },
  "desk.preflight.left": {
    zh: "付印前还有 {n} 处要处理",
    en: "Before press, still to be dealt with: {n}",
  },
  "desk.preflight.count": {
    zh: "{errors} 项不合格，{warnings} 项提醒",
    en: "{errors} errors, {warnings} warnings",
  },
} as const satisfies Area;
