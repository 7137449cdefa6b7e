import type { Area } from "./message.ts";

/** The digital edition (数字报): what its pages say, and how making one is told of. */
export const digital = {
  "digital.untitled": { zh: "数字报", en: "Digital edition" },
  "digital.index": { zh: "各版", en: "Pages" },
  "digital.pages": { zh: "版次", en: "Pages" },
  "digital.page": { zh: "{page} 版", en: "Page {page}" },
  "digital.onto": { zh: "接 {page} 版", en: "continued on {page}" },
  "digital.from": { zh: "始于 {page} 版", en: "from page {page}" },
  "digital.continued": { zh: "接自他版", en: "Continued from other pages" },
  "digital.image": { zh: "{page} 版面图", en: "Picture of page {page}" },
  "digital.map": { zh: "版面上的稿件", en: "Articles on the page" },
  "digital.picture": { zh: "新闻图片", en: "Picture" },
  "digital.skip": { zh: "跳到正文", en: "Skip to content" },
  "digital.turn": { zh: "前后翻阅", en: "Before and after" },
  "digital.before": { zh: "← {name}", en: "← {name}" },
  "digital.after": { zh: "{name} →", en: "{name} →" },
  "digital.date": { zh: "{year}年{month}月{day}日", en: "{day}/{month}/{year}" },
  "digital.stage.compose": { zh: "正在排版……", en: "Composing…" },
  "digital.stage.page": { zh: "正在画 {page} 版……", en: "Drawing {page}…" },
  "digital.stage.pictures": { zh: "正在处理图片……", en: "Preparing pictures…" },
  "digital.stage.write": { zh: "正在写出……", en: "Writing…" },
  "digital.command": { zh: "生成数字报…", en: "Make digital edition…" },
  "digital.made": { zh: "数字报已写到 {path}", en: "Digital edition in {path}" },
  "digital.not-ours": {
    zh: "{folder} 里已有别的东西，不是数字报，没有覆盖",
    en: "{folder} holds something that is no digital edition; it was left as it is",
  },
  "cli.digital.done": {
    zh: "数字报已写到 {folder}：{pages} 个版、{stories} 篇稿件，共 {kilobytes} KB\n用浏览器打开 {index}",
    en: "Digital edition in {folder}: {pages} pages, {stories} articles, {kilobytes} KB\nOpen {index} in a browser",
  },
} as const satisfies Area;
