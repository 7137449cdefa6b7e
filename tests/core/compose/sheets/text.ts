/** How body text stands in a block: columns, measures, crossheads, boxes, squeezing. */
import { broadsheet } from "../../../../core/edition/style.ts";
import { article, at, caption, crosshead, p, picture } from "../../edition/builders.ts";
import { copy } from "../copy.ts";
import { type Golden, one, PHOTO, short } from "./golden.ts";

export const text: readonly Golden[] = [
  ["equal-columns", "一个区块各栏行数相等，只有末栏可以短", one(short(at(0, 0, 3, 16), 12))],
  [
    "indent",
    "CLREQ 段首缩进两字，栏首续行不缩",
    one(article({ place: at(0, 0, 2, 14) }, "早市", ...[0, 2, 4].map((n) => p(copy(2, n))))),
  ],
  [
    "column-rules",
    "栏线：栏距正中，与上文同深，跨栏图片处断开",
    {
      ...one(
        article({ place: at(0, 0, 4, 44) }, "早市开张", picture(PHOTO, caption("江边早市")), p(copy(26))),
      ),
      style: { ...broadsheet, layout: { ...broadsheet.layout, columnRules: true } },
    },
  ],
  ["broken-3-as-2", "破栏：三栏宽排两栏，各20字", one(short(at(0, 0, 3, 14), 9, { textColumns: 2 }))],
  ["broken-5-as-3", "破栏：五栏宽排三栏，余字归入栏距", one(short(at(0, 0, 5, 14), 14, { textColumns: 3 }))],
  [
    "crosshead",
    "小标题不落在栏底",
    one(article({ place: at(0, 0, 2, 22) }, "停航", p(copy(6)), crosshead("【渡口】"), p(copy(5, 2)))),
  ],
  [
    "squeeze",
    "挤行：全块挤两行，先挤末行字最少的段",
    one(
      article(
        { place: at(0, 0, 2, 20), squeeze: 2 },
        "早市",
        ...[0, 2, 4, 6].map((n) => p(`${copy(2, n)}再来一回。`)),
      ),
    ),
  ],
  ["overset", "溢出：排不下的字不丢，报出字数", one(short(at(0, 0, 1, 12), 9))],
  ["boxed", "加框：框占一字宽、一行深，正文仍在基线网格上", one(short(at(0, 0, 3, 18), 8, { box: "rule" }))],
];
