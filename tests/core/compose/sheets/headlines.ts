/** Headline groups over one column and many, in lines broken by sense, upright beside their text. */
import { article, at, byline, dateline, deck, kicker, p, series } from "../../edition/builders.ts";
import { copy } from "../copy.ts";
import { type Golden, one, short } from "./golden.ts";

export const headlines: readonly Golden[] = [
  ["one-column", "一栏题：2至4行深", one(short(at(0, 0, 1, 30), 8))],
  [
    "two-line-headline",
    "双行题按意群断行，不拆词",
    one(article({ place: at(0, 0, 2, 24) }, "老街修缮三期开工 居民代表全程监督", p(copy(8)))),
  ],
  [
    "headline-group",
    "标题组：引题、主题、副题、署名，引题副题小两级",
    one(
      article(
        { place: at(0, 0, 4, 26) },
        kicker("江城老街保护工程"),
        "老街修缮三期开工",
        deck("居民代表全程监督"),
        byline("记者 周一"),
        dateline("本报讯 "),
        p(copy(12)),
      ),
    ),
  ],
  [
    "lead",
    "头条：全版最大的标题，居中",
    one(
      article({ rank: 1, place: at(0, 0, 5, 24) }, "两岸同开早市", deck("首批十四座站点启用"), p(copy(14))),
    ),
  ],
  [
    "vertical-headline",
    "竖题在右，两位数字纵中横",
    one(
      article(
        { headlineDirection: "vertical", place: at(5, 0, 3, 30) },
        "31年渡口停航",
        byline("记者 周一"),
        p(copy(12)),
      ),
    ),
  ],
  [
    "commentary",
    "评论：花框，系列题，楷体正文",
    one(
      article(
        { kind: "commentary", box: "ornament", place: at(0, 0, 2, 26) },
        "越走越稳",
        series("——江边新事之一"),
        byline("老周"),
        p(copy(7)),
      ),
    ),
  ],
  [
    "vertical-right",
    "竖题由编辑定在右：小数点居中成半格，百分号自成一格，引题副题低一字",
    one(
      article(
        { headlineDirection: "vertical", headlineSide: "right", place: at(1, 0, 3, 30) },
        kicker("江城2020年数据"),
        "5G覆盖率达98.5%",
        deck("居民代表全程监督"),
        byline("记者 周一"),
        p(copy(16)),
      ),
    ),
  ],
  [
    "vertical-two-lines",
    "竖题两行：从右往左读，断在意群，不把数字和前面的动词拆开",
    one(
      article(
        { headlineDirection: "vertical", place: at(0, 0, 3, 30) },
        "“书架要让孩子够得着”：市图书馆新馆开馆",
        p(copy(16)),
      ),
    ),
  ],
  [
    "short-headline",
    "短标题排一行，不拆成两截",
    one(article({ rank: 2, place: at(0, 0, 5, 26) }, "早市开张", p(copy(12)))),
  ],
];
