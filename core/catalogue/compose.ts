import type { Area } from "./message.ts";

export const compose = {
  "galley-setting": {
    zh: "小样的 {name} 不能是 {value}，应在 {least} 到 {most} 之间",
    en: "a galley proof’s {name} cannot be {value}: it lies between {least} and {most}",
  },
  "layout.headlines-side-by-side": {
    zh: "碰题：两个标题并排在同一高度",
    en: "headlines side by side at one height",
  },
  "layout.headlines-level": {
    zh: "大小标题齐头并排，错开更好",
    en: "a large and a smaller headline start at one height: better staggered",
  },
  "layout.channel": {
    zh: "断版：一条横线把版面切成上下两半",
    en: "a straight cut parts the page in two",
  },
  "layout.straight-column": {
    zh: "通栏竖线从上到下没有打断",
    en: "a column edge runs unbroken from head to foot",
  },
  "layout.lead-not-largest": {
    zh: "头条标题不是全版最大",
    en: "the lead’s headline is not the page’s largest",
  },
  "layout.vertical-headlines": {
    zh: "竖题多了，一版一个为宜",
    en: "several vertical headlines; one to a page is enough",
  },
  "layout.picture-off-centre": {
    zh: "主图离视觉中心太远",
    en: "the main picture stands far from the optical centre",
  },
  "layout.out-of-order": {
    zh: "次要稿件排在重要稿件之上，标题也不小",
    en: "a lesser story stands above a more important one, with a headline no smaller",
  },
  "layout.monotonous": {
    zh: "同宽、深浅相近的区块一连叠了三个以上",
    en: "three or more blocks of one width and depth in a pile",
  },
  "layout.headline-apart": {
    zh: "题文分离：正文没有紧接在标题之下",
    en: "the text does not begin under its headline",
  },
  "layout.reads-across": {
    zh: "串文：正文要跳过别的稿件才接得上",
    en: "the text goes on across another story’s column",
  },
  "layout.uneven-columns": {
    zh: "各栏不齐，相差 {detail} 行",
    en: "columns end at different heights, {detail} lines apart",
  },
  "layout.hole": {
    zh: "空了 {detail} 行",
    en: "{detail} lines left empty",
  },
  "layout.overset": {
    zh: "溢出 {detail} 字",
    en: "{detail} characters over",
  },
  "layout.masthead-not-largest": {
    zh: "报头报名不是全版最大的字",
    en: "the masthead’s name is not the largest type of the page",
  },
  "layout.small-type": {
    zh: "有 {detail} 磅的字，小于六号",
    en: "type of {detail} pt, under the 7.875 pt minimum",
  },
  "layout.heavy-crop": {
    zh: "图片被裁去 {detail}%，请调整版位或裁切",
    en: "{detail}% of the picture is cropped away: change its place or its crop",
  },
  "layout.focus-cropped": {
    zh: "图片的焦点被裁掉了",
    en: "the picture’s focal point is cropped away",
  },
  "layout.picture-missing": {
    zh: "缺图，还没有放入",
    en: "no picture has been placed here yet",
  },
  "layout.picture-lost": {
    zh: "图片已丢失，请重新放入",
    en: "the picture is lost: place it again",
  },
  "layout.overlap": {
    zh: "两个区块相互压盖",
    en: "two blocks overlap",
  },
  "remedy.headline-size": {
    zh: "标题改为 {value} 磅",
    en: "set the headline in {value} pt",
  },
  "remedy.depth": {
    zh: "区块改为 {value} 行深",
    en: "make the block {value} lines deep",
  },
  "remedy.width": {
    zh: "区块改为 {value} 栏宽",
    en: "make the block {value} columns wide",
  },
  "remedy.text-columns": {
    zh: "正文改排 {value} 栏（破栏）",
    en: "set the text in {value} columns",
  },
  "remedy.squeeze": {
    zh: "挤掉 {value} 行：紧排，{value} 段各少一行",
    en: "save {value} lines by tighter setting, one to a paragraph",
  },
  "remedy.spread": {
    zh: "抻出 {value} 行：松排，{value} 段各多一行",
    en: "add {value} lines by looser setting, one to a paragraph",
  },
  "remedy.crop": {
    zh: "裁图：留画面的 {value}%",
    en: "crop the picture to {value} % of what it shows",
  },
  "remedy.cut": {
    zh: "删去 {value} 字",
    en: "cut {value} characters",
  },
  "plan.structure": { zh: "版面结构", en: "structure of the page" },
  "plan.fit": { zh: "文字与版位的吻合", en: "fit of text and space" },
  "plan.free": {
    zh: "{page} 版留出 {columns} 栏 × {lines} 行（约 {characters} 字），可补稿或登广告",
    en: "page {page}: {columns} columns × {lines} lines left free (about {characters} characters), for an advert or a filler",
  },
  "plan.over": {
    zh: "{page} 版稿件超出一版：{n} 块共溢出 {characters} 字，须转版或删",
    en: "page {page}: more copy than page, {characters} characters over in {n} blocks, to jump or to cut",
  },
  "plan.jumps": { zh: "转版", en: "jumps" },
  "plan.jump-limit": {
    zh: "转版已到本报上限（{n} 处），其余须删或撤稿",
    en: "{n} jumps are the most the house allows: the rest is to be cut, or a story taken off",
  },
  "plan.onward-full": {
    zh: "后面各版排不下，不能再转版",
    en: "the pages behind have no room for more text that jumps",
  },
  "plan.long-seam": { zh: "竖缝偏长", en: "a long vertical seam" },
  "plan.stepped": { zh: "异形块", en: "stepped blocks" },
  "plan.overset": {
    zh: "稿件超出一版，有稿须转版或删",
    en: "more copy than page: stories to jump or to cut",
  },
  "plan.unfilled": { zh: "版面下部留空", en: "space left free at the foot" },
  "plan.sparse": { zh: "稿件不足一版，先排在上部", en: "too little copy for a page: set from the top" },
  "plan.shelved": { zh: "稿件超出一版，依次排放", en: "more copy than page: set one after another" },
} as const satisfies Area;
