import type { Area } from "./message.ts";

/** Files at the desk: what was open, what is dropped, what an import has found, where a file is put. */
export const deskFiles = {
  "desk.recent": { zh: "最近打开", en: "Recent" },
  "desk.recent.none": { zh: "还没有打开过任何一期", en: "Nothing has been opened yet" },
  "desk.recent.pages": { zh: "{pages} · {time} 打开", en: "{pages} · opened {time}" },
  "desk.recent.gone": { zh: "文件已不在原处", en: "The file is no longer there" },
  "desk.drop.hint": {
    zh: "也可以把 .txt、.docx 稿件和图片直接拖进来",
    en: "You can also drop .txt, .docx and pictures here",
  },
  "desk.drop.use-open": {
    zh: "浏览器里请用“打开”来打开 {file}",
    en: "In a browser, please use Open for {file}",
  },
  "desk.drop.not-taken": { zh: "{file}：{reason}", en: "{file}: {reason}" },
  "desk.drop.unknown": {
    zh: "{file} 不是稿件、图片或版面文件",
    en: "{file} is no text, picture or edition",
  },
  "desk.import": { zh: "导入稿件…", en: "Import…" },
  "desk.import.title": {
    zh: "找到 {pages} 个版、{articles} 篇稿件",
    en: "Found: {pages} pages, {articles} articles",
  },
  "desk.import.totals": {
    zh: "共 {articles} 篇 {characters} 字，图片 {pictures} 张",
    en: "{articles} articles, {characters} characters, {pictures} pictures",
  },
  "desk.import.characters": { zh: "{n} 字", en: "{n} characters" },
  "desk.import.pictures": { zh: "{n} 幅图", en: "{n} pictures" },
  "desk.import.comments": { zh: "{n} 条批注", en: "{n} comments" },
  "desk.import.no-headline": { zh: "（无标题）", en: "(no headline)" },
  "desk.import.into": { zh: "加入本期", en: "Add to this edition" },
  "desk.import.as-new": { zh: "建成新的一期…", en: "Make a new edition…" },
  "desk.import.added": { zh: "已加入 {articles} 篇稿件", en: "{articles} articles were added" },
  "desk.files.open": { zh: "打开一期", en: "Open an edition" },
  "desk.files.save": { zh: "存放位置", en: "Save" },
  "desk.files.show": { zh: "文件所在位置", en: "Where the file is" },
  "desk.files.up": { zh: "上一级", en: "Up" },
  "desk.files.none": { zh: "这个文件夹里没有可用的文件", en: "Nothing of use in this folder" },
  "desk.files.format": { zh: "格式", en: "Format" },
  "desk.files.name": { zh: "文件名", en: "Name" },
  "desk.files.exists": { zh: "{file} 已存在", en: "{file} already exists" },
  "desk.files.replace": { zh: "替换", en: "Replace" },
  "desk.files.folder": { zh: "选一个文件夹", en: "Choose a folder" },
  "desk.files.this-folder": { zh: "用这个文件夹", en: "Use this folder" },
  "desk.files.save-here": { zh: "存到这里", en: "Save here" },
} as const satisfies Area;
