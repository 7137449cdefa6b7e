/**
 * What preflight says of a file and what to do about it: every `preflight.X` has a `preflight.X.advice`, but for files
 * that cannot be judged at all.
 */
import type { Area } from "./message.ts";

export const preflight = {
  "preflight.not-pdf": { zh: "这不是 PDF 文件", en: "This is not a PDF file" },
  "preflight.truncated": {
    zh: "PDF 文件不完整（缺少文件尾），请重新传送",
    en: "The PDF is incomplete: its end is missing. Send it again",
  },
  "preflight.damaged": { zh: "PDF 文件已损坏，读不出内容", en: "The PDF is damaged and cannot be read" },
  "preflight.too-large": {
    zh: "PDF 里有解压后大得反常的数据，已停止检查",
    en: "The PDF holds data that unpacks beyond all measure; the check was stopped",
  },
  "preflight.no-pages": { zh: "PDF 里没有页面", en: "The PDF has no pages" },
  "preflight.claim.none": { zh: "文件没有声明是 PDF/X", en: "The file does not say that it is PDF/X" },
  "preflight.claim.none.advice": {
    zh: "从排版软件输出时选 PDF/X-4 或 PDF/X-1a:2003",
    en: "Export it as PDF/X-4 or PDF/X-1a:2003",
  },
  "preflight.claim.other": {
    zh: "文件声明为“{name}”，不是印厂接收的标准",
    en: "The file says it is “{name}”, which this press does not take",
  },
  "preflight.claim.other.advice": {
    zh: "改用 PDF/X-4 或 PDF/X-1a:2003 重新输出",
    en: "Export it again as PDF/X-4 or PDF/X-1a:2003",
  },
  "preflight.claim.not-in-xmp": {
    zh: "PDF/X-4 的声明没有写进 XMP 元数据",
    en: "The claim to be PDF/X-4 is not in the XMP metadata",
  },
  "preflight.claim.not-in-xmp.advice": {
    zh: "重新输出，不要只改文件信息",
    en: "Export it again; editing the document information is not enough",
  },
  "preflight.claim.not-in-info": {
    zh: "PDF/X-1a 的声明没有写进文件信息（Info）",
    en: "The claim to be PDF/X-1a is not in the Info dictionary",
  },
  "preflight.claim.not-in-info.advice": {
    zh: "重新输出为 PDF/X-1a:2003",
    en: "Export it again as PDF/X-1a:2003",
  },
  "preflight.claim.disagree": {
    zh: "文件信息写的是“{info}”，XMP 写的是“{xmp}”",
    en: "Info says “{info}”, XMP says “{xmp}”",
  },
  "preflight.claim.disagree.advice": { zh: "重新输出，让两处一致", en: "Export it again so that both agree" },
  "preflight.header.version": {
    zh: "PDF 版本 {version} 太高，该标准最高 {most}",
    en: "PDF version {version} is too new; the standard allows {most}",
  },
  "preflight.header.version.advice": {
    zh: "按所选 PDF/X 标准重新输出",
    en: "Export it again by the PDF/X standard chosen",
  },
  "preflight.header.packed": {
    zh: "使用了对象流或交叉引用流（{count} 处），PDF/X-1a 不允许",
    en: "Object or cross-reference streams are used ({count}); PDF/X-1a allows none",
  },
  "preflight.header.packed.advice": {
    zh: "以 PDF 1.4 兼容方式重新输出",
    en: "Export it again compatible with PDF 1.4",
  },
  "preflight.trailer.id": { zh: "缺少文件标识（ID）", en: "The file has no identifier (ID)" },
  "preflight.trailer.id.advice": { zh: "重新输出", en: "Export it again" },
  "preflight.trailer.encrypted": {
    zh: "文件已加密，内容无法检查，印厂也打不开",
    en: "The file is encrypted: it can be neither checked nor printed",
  },
  "preflight.trailer.encrypted.advice": {
    zh: "去掉密码后重新输出",
    en: "Export it again without a password",
  },
  "preflight.info.missing": { zh: "文件信息缺少“{entry}”", en: "The document information lacks “{entry}”" },
  "preflight.info.missing.advice": {
    zh: "重新输出并填好文件信息",
    en: "Export it again with complete document information",
  },
  "preflight.info.trapped": {
    zh: "没有说明是否做过陷印（Trapped 应为 True 或 False）",
    en: "It is not said whether the file is trapped (Trapped must be True or False)",
  },
  "preflight.info.trapped.advice": {
    zh: "输出时写明陷印状态，一般为 False",
    en: "State it on export; usually False",
  },
  "preflight.xmp.missing": { zh: "缺少 XMP 元数据", en: "There is no XMP metadata" },
  "preflight.xmp.missing.advice": { zh: "按 PDF/X-4 重新输出", en: "Export it again as PDF/X-4" },
  "preflight.xmp.filtered": {
    zh: "XMP 元数据被压缩，其他程序读不到",
    en: "The XMP metadata is compressed, so other programs cannot read it",
  },
  "preflight.xmp.filtered.advice": {
    zh: "重新输出，元数据不压缩",
    en: "Export it again with plain metadata",
  },
  "preflight.xmp.entry": { zh: "XMP 元数据缺少“{entry}”", en: "The XMP metadata lacks “{entry}”" },
  "preflight.xmp.entry.advice": { zh: "重新输出", en: "Export it again" },
  "preflight.xmp.mismatch": {
    zh: "“{entry}”两处不一致：文件信息为“{info}”，XMP 为“{xmp}”",
    en: "“{entry}” differs: “{info}” in Info, “{xmp}” in XMP",
  },
  "preflight.xmp.mismatch.advice": { zh: "重新输出，让两处一致", en: "Export it again so that both agree" },
  "preflight.intent.missing": { zh: "没有印刷条件（输出意图）", en: "There is no output intent" },
  "preflight.intent.missing.advice": {
    zh: "输出时选定印厂的色彩特性文件",
    en: "Choose the printer's profile on export",
  },
  "preflight.intent.several": {
    zh: "有 {found} 个 PDF/X 输出意图，只能有一个",
    en: "There are {found} PDF/X output intents; there must be one",
  },
  "preflight.intent.several.advice": {
    zh: "重新输出，只保留印厂的",
    en: "Export it again with the printer's alone",
  },
  "preflight.intent.identifier": {
    zh: "输出意图没有写明印刷条件的名称",
    en: "The output intent does not name its printing condition",
  },
  "preflight.intent.identifier.advice": {
    zh: "输出时填写印刷条件",
    en: "Name the printing condition on export",
  },
  "preflight.intent.info": { zh: "输出意图没有说明文字", en: "The output intent has no description" },
  "preflight.intent.info.advice": {
    zh: "输出时填写印刷条件的说明",
    en: "Describe the printing condition on export",
  },
  "preflight.intent.profile-missing": {
    zh: "输出意图没有嵌入色彩特性文件",
    en: "The output intent embeds no profile",
  },
  "preflight.intent.profile-missing.advice": {
    zh: "输出时嵌入印厂的 CMYK 特性文件",
    en: "Embed the printer's CMYK profile on export",
  },
  "preflight.intent.profile-damaged": {
    zh: "输出意图里的色彩特性文件已损坏",
    en: "The output intent's profile is damaged",
  },
  "preflight.intent.profile-damaged.advice": {
    zh: "换一份完好的特性文件重新输出",
    en: "Export it again with a sound profile",
  },
  "preflight.intent.profile-kind": {
    zh: "输出意图的特性文件是 {space}（{kind}），应为 CMYK 输出特性文件",
    en: "The output intent's profile is {space} ({kind}), not a CMYK output profile",
  },
  "preflight.intent.profile-kind.advice": {
    zh: "改用印厂的 CMYK 特性文件",
    en: "Use the printer's CMYK profile",
  },
  "preflight.intent.profile-components": {
    zh: "特性文件声明为 {n} 个分量，应为 4",
    en: "The profile is declared with {n} components instead of 4",
  },
  "preflight.intent.profile-components.advice": { zh: "重新输出", en: "Export it again" },
  "preflight.boxes.no-media": { zh: "没有页面框（MediaBox）", en: "The page has no MediaBox" },
  "preflight.boxes.no-media.advice": { zh: "重新输出", en: "Export it again" },
  "preflight.boxes.no-trim": { zh: "没有成品框（TrimBox）", en: "The page has no TrimBox" },
  "preflight.boxes.no-trim.advice": { zh: "输出时写明成品尺寸", en: "State the trim size on export" },
  "preflight.boxes.trim-and-art": {
    zh: "同时有成品框和作品框，只能有一个",
    en: "The page has both a TrimBox and an ArtBox",
  },
  "preflight.boxes.trim-and-art.advice": {
    zh: "重新输出，只保留成品框",
    en: "Export it again with a TrimBox alone",
  },
  "preflight.boxes.trim-outside": { zh: "成品框超出了 {box}", en: "The TrimBox reaches beyond the {box}" },
  "preflight.boxes.trim-outside.advice": { zh: "检查成品尺寸和出血", en: "Check trim size and bleed" },
  "preflight.boxes.bleed-outside": {
    zh: "出血框超出了页面框",
    en: "The BleedBox reaches beyond the MediaBox",
  },
  "preflight.boxes.bleed-outside.advice": { zh: "检查出血设置", en: "Check the bleed" },
  "preflight.fonts.not-embedded": { zh: "字体 {font} 没有嵌入", en: "The font {font} is not embedded" },
  "preflight.fonts.not-embedded.advice": {
    zh: "嵌入全部字体后重新输出",
    en: "Embed all fonts and export it again",
  },
  "preflight.fonts.no-glyph-map": {
    zh: "字体 {font} 缺少字形对照表（CIDToGIDMap）",
    en: "The font {font} has no CIDToGIDMap",
  },
  "preflight.fonts.no-glyph-map.advice": { zh: "重新输出", en: "Export it again" },
  "preflight.fonts.whole": {
    zh: "字体 {font} 不是子集（名称没有子集前缀）",
    en: "The font {font} is no subset: its name has no subset prefix",
  },
  "preflight.fonts.whole.advice": {
    zh: "一般不影响印刷；文件偏大时改为嵌入子集",
    en: "Harmless in print; embed subsets to keep files small",
  },
  "preflight.fonts.widths": {
    zh: "字体 {font} 有 {glyphs} 个字的宽度与字体程序不符",
    en: "{glyphs} widths of the font {font} differ from its program",
  },
  "preflight.fonts.widths.advice": { zh: "用原字体重新输出", en: "Export it again with the original font" },
  "preflight.fonts.damaged": { zh: "字体 {font} 的数据已损坏", en: "The data of the font {font} is damaged" },
  "preflight.fonts.damaged.advice": {
    zh: "换一份完好的字体重新输出",
    en: "Export it again with a sound copy of the font",
  },
  "preflight.colour.rgb-text": { zh: "{count} 处文字用了 RGB 颜色", en: "RGB text in {count} places" },
  "preflight.colour.rgb-text.advice": {
    zh: "改为单色黑，彩色字用 CMYK",
    en: "Set it in black alone, or colour it in CMYK",
  },
  "preflight.colour.rgb-picture": { zh: "{count} 张图片是 RGB", en: "{count} RGB pictures" },
  "preflight.colour.rgb-picture.advice": {
    zh: "用印厂的特性文件转为 CMYK",
    en: "Convert them to CMYK with the printer's profile",
  },
  "preflight.colour.rgb-artwork": {
    zh: "{count} 处线条、底色或渐变用了 RGB 颜色",
    en: "RGB rules, tints or shadings in {count} places",
  },
  "preflight.colour.rgb-artwork.advice": { zh: "改用 CMYK 颜色", en: "Use CMYK colours" },
  "preflight.colour.independent": {
    zh: "{count} 处使用设备无关颜色（{space}），PDF/X-1a 不允许",
    en: "Device-independent colour ({space}) in {count} places; PDF/X-1a allows none",
  },
  "preflight.colour.independent.advice": {
    zh: "转为 CMYK 后重新输出，或改用 PDF/X-4",
    en: "Convert it to CMYK, or use PDF/X-4",
  },
  "preflight.transparency.alpha": {
    zh: "使用了不透明度 {detail}（{count} 处），PDF/X-1a 不允许",
    en: "Opacity {detail} in {count} places; PDF/X-1a allows no transparency",
  },
  "preflight.transparency.alpha.advice": {
    zh: "拼合透明后重新输出，或改用 PDF/X-4",
    en: "Flatten it, or use PDF/X-4",
  },
  "preflight.transparency.blend": {
    zh: "使用了混合模式 {detail}（{count} 处），PDF/X-1a 不允许",
    en: "Blend mode {detail} in {count} places; PDF/X-1a allows no transparency",
  },
  "preflight.transparency.blend.advice": {
    zh: "拼合透明后重新输出，或改用 PDF/X-4",
    en: "Flatten it, or use PDF/X-4",
  },
  "preflight.transparency.soft-mask": {
    zh: "使用了软蒙版（{count} 处），PDF/X-1a 不允许",
    en: "Soft masks in {count} places; PDF/X-1a allows no transparency",
  },
  "preflight.transparency.soft-mask.advice": {
    zh: "拼合透明后重新输出，或改用 PDF/X-4",
    en: "Flatten it, or use PDF/X-4",
  },
  "preflight.transparency.group": {
    zh: "使用了透明组（{count} 处），PDF/X-1a 不允许",
    en: "Transparency groups in {count} places; PDF/X-1a allows no transparency",
  },
  "preflight.transparency.group.advice": {
    zh: "拼合透明后重新输出，或改用 PDF/X-4",
    en: "Flatten it, or use PDF/X-4",
  },
  "preflight.transparency.image-mask": {
    zh: "图片带透明蒙版（{count} 处），PDF/X-1a 不允许",
    en: "Pictures with soft masks in {count} places; PDF/X-1a allows no transparency",
  },
  "preflight.transparency.image-mask.advice": {
    zh: "拼合透明后重新输出，或改用 PDF/X-4",
    en: "Flatten it, or use PDF/X-4",
  },
  "preflight.transparency.group-space": {
    zh: "透明组没有指明混合色彩空间",
    en: "A transparency group names no blending colour space",
  },
  "preflight.transparency.group-space.advice": {
    zh: "混合空间设为 CMYK 后重新输出",
    en: "Set the blending space to CMYK and export it again",
  },
  "preflight.filters.banned": {
    zh: "使用了不允许的压缩方式 {filter}（{count} 处）",
    en: "The compression {filter} is not allowed ({count} places)",
  },
  "preflight.filters.banned.advice": { zh: "改用 Flate 或 JPEG 压缩", en: "Use Flate or JPEG compression" },
  "preflight.annotations.on-page": {
    zh: "版面上有批注（{kind}，{count} 处）",
    en: "Annotations on the page ({kind}, {count})",
  },
  "preflight.annotations.on-page.advice": { zh: "删去批注后重新输出", en: "Delete them and export it again" },
  "preflight.forbidden.javascript": { zh: "文件里有 JavaScript", en: "The file contains JavaScript" },
  "preflight.forbidden.javascript.advice": { zh: "删去后重新输出", en: "Remove it and export it again" },
  "preflight.forbidden.actions": {
    zh: "文件里有动作（打开时或点击时执行）",
    en: "The file contains actions that run on opening or clicking",
  },
  "preflight.forbidden.actions.advice": { zh: "删去后重新输出", en: "Remove them and export it again" },
  "preflight.forbidden.forms": { zh: "文件里有表单", en: "The file contains a form" },
  "preflight.forbidden.forms.advice": {
    zh: "删去表单域后重新输出",
    en: "Flatten or remove it and export it again",
  },
  "preflight.forbidden.postscript": { zh: "文件里嵌有 PostScript", en: "The file embeds PostScript" },
  "preflight.forbidden.postscript.advice": {
    zh: "转为普通图形后重新输出",
    en: "Convert it to plain artwork",
  },
  "preflight.forbidden.opi": {
    zh: "文件引用了外部高分辨率图片（OPI）",
    en: "The file refers to pictures kept elsewhere (OPI)",
  },
  "preflight.forbidden.opi.advice": { zh: "把原图放进文件后重新输出", en: "Put the originals into the file" },
  "preflight.forbidden.files": { zh: "文件里附有其他文件", en: "Other files are attached" },
  "preflight.forbidden.files.advice": { zh: "删去附件后重新输出", en: "Remove the attachments" },
  "preflight.forbidden.transfer": {
    zh: "使用了传递函数，会改变印刷浓淡",
    en: "A transfer function changes tones behind the press's back",
  },
  "preflight.forbidden.transfer.advice": {
    zh: "删去传递函数后重新输出",
    en: "Remove it and export it again",
  },
  "preflight.forbidden.layers": {
    zh: "文件有图层，PDF/X-1a 不允许",
    en: "The file has layers; PDF/X-1a allows none",
  },
  "preflight.forbidden.layers.advice": {
    zh: "合并图层后重新输出，或改用 PDF/X-4",
    en: "Merge them, or use PDF/X-4",
  },
  "preflight.ink.over": {
    zh: "总墨量 {percent}%，超过 {limit}%（{count} 处）",
    en: "Total ink {percent} %, over {limit} % ({count} places)",
  },
  "preflight.ink.over.advice": {
    zh: "降低颜色浓度；大面积黑用单色黑",
    en: "Lighten the colour; use black alone for large black areas",
  },
  "preflight.ink.picture": {
    zh: "图片总墨量 {percent}%，超过 {limit}%（{count} 处）",
    en: "A picture's total ink is {percent} %, over {limit} % ({count} places)",
  },
  "preflight.ink.picture.advice": {
    zh: "用新闻纸特性文件重新转换图片",
    en: "Convert the picture again with the newsprint profile",
  },
  "preflight.resolution.photo": {
    zh: "图片有效分辨率 {ppi} ppi，低于 {limit} ppi（{count} 处）",
    en: "A picture's effective resolution is {ppi} ppi, under {limit} ppi ({count} places)",
  },
  "preflight.resolution.photo.advice": {
    zh: "换用更大的原图，或缩小版面上的尺寸",
    en: "Use a larger original, or print it smaller",
  },
  "preflight.resolution.line-art": {
    zh: "线条稿有效分辨率 {ppi} ppi，低于 {limit} ppi（{count} 处）",
    en: "Line art of {ppi} ppi, under {limit} ppi ({count} places)",
  },
  "preflight.resolution.line-art.advice": {
    zh: "换用矢量图或更高分辨率的扫描稿",
    en: "Use vector artwork or a finer scan",
  },
  "preflight.lines.thin": {
    zh: "线条粗 {width} 点，{inks} 色印刷至少要 {least} 点（{count} 处）",
    en: "A rule of {width} pt; printed in {inks} inks it needs {least} pt ({count} places)",
  },
  "preflight.lines.thin.advice": {
    zh: "加粗线条，细线只用单色黑",
    en: "Thicken it; keep thin rules in black alone",
  },
  "preflight.text.small": {
    zh: "{size} 点的字用了彩色（{limit} 点以下只用单色黑；{count} 处）",
    en: "Coloured text of {size} pt; under {limit} pt black alone is safe ({count} places)",
  },
  "preflight.text.small.advice": { zh: "改为单色黑，或放大字号", en: "Set it in black alone, or larger" },
  "preflight.overprint.white": {
    zh: "白色设了叠印，印出来会消失（{count} 处）",
    en: "White is set to overprint and will vanish ({count} places)",
  },
  "preflight.overprint.white.advice": { zh: "白色改为镂空", en: "Let white knock out" },
  "preflight.overprint.black": {
    zh: "小号黑字没有叠印，套印不准会露白边（{count} 处）",
    en: "Small black text does not overprint; misregister will leave white edges ({count} places)",
  },
  "preflight.overprint.black.advice": { zh: "黑字设为叠印", en: "Set black text to overprint" },
  "preflight.content.unread": {
    zh: "页面内容损坏或过于复杂，只检查了一部分",
    en: "The page's content is damaged or too complex; only part of it was checked",
  },
  "preflight.content.unread.advice": { zh: "重新输出", en: "Export it again" },
} as const satisfies Area;
