import type { Area } from "./message.ts";

export const press = {
  "press.no-sheets": { zh: "没有可以输出的版面", en: "There is no page to export" },
  "press.missing-glyph": {
    zh: "{page} 版“{line}”中的“{character}”（{code}）在字体 {face} 里没有字形，无法输出；请换字或换字体（距版心左上 {x}，{y} 点）",
    en: "Page {page}: the font {face} has no glyph for “{character}” ({code}) in “{line}”, {x} pt from the left and {y} pt from the top. Change the character or the font",
  },
  "press.font-not-embeddable": {
    zh: "字体 {font} 的许可不允许嵌入子集，不能用于印刷文件；请换用已获授权的字体",
    en: "The licence of the font {font} forbids embedding a subset, so it cannot go into a print file. Choose another font",
  },
  "press.font-unsupported": {
    zh: "字体 {font} 的格式无法写入印刷文件；请换用 TrueType 或普通 OpenType 版本",
    en: "The font {font} has a form that cannot go into a print file. Use its TrueType or plain OpenType version",
  },
  "press.picture-missing": {
    zh: "{page} 版有图片未到（区块 {block}），未输出",
    en: "Page {page} lacks a picture (block {block}); nothing was exported",
  },
  "press.picture-damaged": {
    zh: "图片数据不完整：{width}×{height} 像素，只有 {bytes} 字节",
    en: "The picture's data is incomplete: {width} × {height} pixels in {bytes} bytes",
  },
  "press.profile-missing": { zh: "找不到色彩特性文件 {profile}", en: "There is no colour profile {profile}" },
  "press.profile-unreadable": {
    zh: "{profile} 不是有效的 ICC 色彩特性文件",
    en: "{profile} is not a valid ICC profile",
  },
  "press.profile-not-cmyk-output": {
    zh: "{profile} 不是 CMYK 输出特性文件；请向印厂索取胶印用的 CMYK 特性文件",
    en: "{profile} is not a CMYK output profile. Ask the printer for the press's CMYK profile",
  },
  "press.bad-date": {
    zh: "输出时间“{date}”不对，应类似 2020-02-18T01:30:00+08:00",
    en: "The time of export “{date}” is not of the form 2020-02-18T01:30:00+08:00",
  },

  "press.proof.title": { zh: "校样", en: "page proof" },
  "press.proof.not-for-press": { zh: "校样，不作付印用", en: "A proof, not for press" },
  "press.proof.edition": { zh: "出版日期　{date}", en: "Edition of {date}" },
  "press.proof.made": { zh: "出样时间　{time}", en: "Proof made {time}" },
  "press.proof.version": { zh: "版面校验码　{version}", en: "Page version {version}" },
  "press.proof.count": { zh: "校对意见　{count} 条", en: "{count} findings" },
  "press.proof.count-overleaf": {
    zh: "校对意见　{count} 条，其中 {overleaf} 条接下页",
    en: "{count} findings, {overleaf} of them overleaf",
  },
  "press.proof.ignored": { zh: "已忽略　{count} 条", en: "{count} findings ignored" },
  "press.proof.overleaf": {
    zh: "{paper} {date} {page} 版校对意见（接上页）",
    en: "{paper} {date}, page {page}: findings (continued)",
  },
  "press.proof.key": { zh: "{name}　{count}", en: "{name}: {count}" },
  "press.proof.delete": { zh: "删", en: "delete" },
  "press.proof.findings": { zh: "校对意见", en: "Findings" },
  "press.proof.error": { zh: "错误", en: "Error" },
  "press.proof.error.about": { zh: "必须改正", en: "must be put right" },
  "press.proof.warning": { zh: "存疑", en: "Query" },
  "press.proof.warning.about": { zh: "请编辑核定", en: "the editor decides" },
  "press.proof.advice": { zh: "建议", en: "Advice" },
  "press.proof.advice.about": { zh: "体例、用字，酌改", en: "house style; change if you agree" },
  "press.proof.figures": { zh: "文中数字", en: "Figures" },
  "press.proof.contradicted": { zh: "有出入", en: "At odds" },
  "press.proof.contradicted.about": { zh: "与他处数字对不上", en: "does not agree with the others" },
  "press.proof.unchecked": { zh: "待核", en: "To check" },
  "press.proof.unchecked.about": { zh: "请对照来稿逐个点核", en: "tick off against the source" },
  "press.proof.checked": { zh: "手核", en: "By hand" },
  "press.proof.checked.about": { zh: "已由人对过来稿", en: "compared with the source" },
  "press.proof.verified": { zh: "已核", en: "Verified" },
  "press.proof.verified.about": { zh: "文中算式相符", en: "its sum holds" },
  "press.proof.first": { zh: "一校", en: "1st proof" },
  "press.proof.second": { zh: "二校", en: "2nd proof" },
  "press.proof.third": { zh: "三校", en: "3rd proof" },
  "press.proof.release": { zh: "付印", en: "Release" },
  "press.proof.editor": { zh: "编辑", en: "Editor" },
  "press.proof.reader": { zh: "校对", en: "Proofreader" },
  "press.proof.responsible": { zh: "责编", en: "Section editor" },
  "press.proof.duty": { zh: "值班总编", en: "Night editor" },
  "press.proof.sign": { zh: "签名／时间", en: "Name, time" },
  "problem.in-file": { zh: "{file}：{message}", en: "{file}: {message}" },
  "problem.in-picture": { zh: "{page} 版的图片：{message}", en: "Picture on page {page}: {message}" },
  "picture.unreadable": { zh: "这个文件不是图片，或已损坏", en: "This file is no picture, or is damaged" },
  "picture.unsupported": {
    zh: "不支持 {format} 格式的图片；请转成 JPEG、PNG、TIFF 或 WebP",
    en: "Pictures of the format {format} are not supported. Convert it to JPEG, PNG, TIFF or WebP",
  },
  "picture.cmyk-unmarked": {
    zh: "这张 CMYK 的 JPEG 没有 Adobe 标记，分不清正片负片；请用修图软件重新存一次",
    en: "This CMYK JPEG lacks Adobe's marker, so positive and negative cannot be told apart. Save it again from an image editor",
  },
  "picture.too-large": {
    zh: "图片太大：{width}×{height}，{megapixels} 百万像素，上限 {limit} 百万像素；请先缩小",
    en: "The picture is too large: {width} × {height}, {megapixels} megapixels of {limit} allowed. Reduce it first",
  },
  "picture.damaged": {
    zh: "图片不完整或已损坏，请重新索取原图（{detail}）",
    en: "The picture is incomplete or damaged. Ask for the original again ({detail})",
  },
  "picture.empty-crop": {
    zh: "裁切后什么也没剩下（原图 {width}×{height}）",
    en: "The crop leaves nothing of the picture ({width} × {height})",
  },
} as const satisfies Area;
