/**
 * Golden sheets: small pages named by the clause they show, every item's place in pt. To accept a change, run vitest
 * with -u and read the difference in tests/golden/sheets.
 */
import { describe, expect, it } from "vitest";
import { composeEdition } from "../../../core/compose/compose.ts";
import { pageGrid } from "../../../core/compose/flow/grid.ts";
import type { Sheet, SheetItem } from "../../../core/compose/sheet.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import type { Notch, Place } from "../../../core/edition/place.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import {
  advert,
  article,
  at,
  byline,
  caption,
  continuation,
  credit,
  crosshead,
  dateline,
  deck,
  edition,
  jump,
  kicker,
  masthead,
  p,
  page,
  picture,
  series,
} from "../edition/builders.ts";
import { copy } from "./copy.ts";
import { fakeFaces } from "./fake-faces.ts";

const grid = pageGrid(broadsheet);
const PHOTO = { source: "0".repeat(64), width: 3000, height: 2000 };

const cut = (place: ReturnType<typeof at>, ...notches: Notch[]): Place => ({ ...place, notches });
const one = (...blocks: Parameters<typeof page>[1][]) => edition(page("A2", ...blocks));
const short = (place: ReturnType<typeof at>, sentences: number, attrs: Record<string, unknown> = {}) =>
  article({ place, ...attrs }, "早市开张", p(copy(sentences)));

/** A story that leaves A1 in the way its paragraphs make it, and the block on A2 it goes on in. */
function jumping(lines: number, ...body: ReturnType<typeof p>[]): Edition {
  const story = article(
    { id: "story", place: at(0, 20, 2, lines) },
    "渡口停航",
    ...body,
    jump("A2", { id: "jump" }),
  );
  return edition(
    page("A1", story),
    page("A2", continuation({ article: "story", jump: "jump", place: at(0, 0, 3, 20) }, "渡口停航")),
  );
}

const CASES: readonly (readonly [file: string, clause: string, edition: Edition])[] = [
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
  ["boxed", "加框：框占一字宽、一行深，正文仍在基线网格上", one(short(at(0, 0, 3, 18), 8, { box: "rule" }))],
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
    "photo",
    "图片跨栏，图说用楷体，正文绕开",
    one(
      article(
        { place: at(0, 0, 4, 34) },
        "新馆开馆",
        picture(PHOTO, caption("矮书架前的孩子。"), credit("周一 摄")),
        p(copy(14)),
      ),
    ),
  ],
  [
    "photo-focus",
    "裁图不裁焦点：焦点在右，左边被裁",
    one(picture({ ...PHOTO, focus: { x: 0.9, y: 0.5 }, place: at(0, 0, 2, 24) }, caption("渡口。"))),
  ],
  [
    "crosshead",
    "小标题不落在栏底",
    one(article({ place: at(0, 0, 2, 22) }, "停航", p(copy(6)), crosshead("【渡口】"), p(copy(5, 2)))),
  ],
  ["jump-sentence", "转版：断在句末，转版行在末", jumping(18, p(copy(4)), p(copy(3, 4)), p(copy(6, 1)))],
  [
    "jump-line",
    "转版：附近没有句末，断在行末，不留空；接版首行不缩",
    jumping(16, p(`${"江边的早市天不亮就开了张，".repeat(40)}收了摊。`)),
  ],
  ["overset", "溢出：排不下的字不丢，报出字数", one(short(at(0, 0, 1, 12), 9))],
  [
    "advert",
    "广告：图不变形，角上有小字“广告”",
    one(advert({ ...PHOTO, height: 1025, place: at(0, 93, 8, 29) })),
  ],
  [
    "advert-whole",
    "广告：版位与图比例不合时，整图居中",
    one(advert({ ...PHOTO, height: 1025, place: at(0, 80, 4, 42) })),
  ],
  [
    "advert-words",
    "广告：还没有图时，印出文字",
    one(advert({ place: at(0, 100, 4, 22) }, caption("新茶上市"))),
  ],
  [
    "separators",
    "稿件之间：竖线在栏距正中，横线在空行里，框边不加线",
    one(
      short(at(0, 0, 2, 14), 5),
      short(at(2, 0, 2, 14), 5),
      short(at(0, 14, 2, 14), 5),
      short(at(2, 14, 2, 14), 3, { box: "rule" }),
    ),
  ],
  [
    "shape-head",
    "异形块：左上角让给短消息，标题排在余下的栏上，各栏行数尽量相等，界线沿外形走",
    one(short(cut(at(0, 0, 4, 30), { corner: "nw", columns: 2, lines: 12 }), 16), short(at(0, 0, 2, 12), 3)),
  ],
  [
    "shape-foot",
    "异形块：右下角逐级让出，成阶梯形，末栏先到底",
    one(
      short(
        cut(at(0, 0, 4, 30), { corner: "se", columns: 2, lines: 8 }, { corner: "se", columns: 1, lines: 16 }),
        16,
      ),
      short(at(3, 14, 1, 16), 2),
      short(at(2, 22, 1, 8), 1),
    ),
  ],
  [
    "shape-tint",
    "异形块加框铺底：框线和底色沿外形走，正文离框一字",
    one(
      short(cut(at(0, 0, 4, 30), { corner: "se", columns: 2, lines: 12 }), 10, { box: "tint" }),
      short(at(2, 18, 2, 12), 3),
    ),
  ],
  [
    "shape-ornament",
    "异形块加花框：内外角都有角花",
    one(
      short(cut(at(0, 0, 4, 30), { corner: "ne", columns: 2, lines: 10 }), 8, {
        kind: "commentary",
        box: "ornament",
      }),
    ),
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
  [
    "masthead",
    "报头：报名最大，出版项齐全",
    edition(
      { paper: "湘江晨报", date: "2020-02-18", issue: "总第 8848 期", serial: "CN 43-0000" },
      page("A1", masthead({ place: at(0, 0, 8, 17) })),
    ),
  ],
  [
    "ear",
    "报眼：报头居左，出版项在报名下；报眼里的短消息加框，与报头同深",
    edition(
      {
        paper: "湘江晨报",
        date: "2020-02-18",
        issue: "8848",
        serial: "CN 43-0000",
        publisher: "湘江晨报社",
        price: "1.50元",
        credits: "责任编辑：方原　美编：陆一格　校对：严正言",
      },
      page(
        "A1",
        masthead({ place: at(0, 0, 5, 15) }),
        short(at(5, 0, 3, 15), 3, { box: "rule" }),
        short(at(0, 15, 8, 20), 20, { rank: 1 }),
      ),
    ),
  ],
  [
    "ear-advert",
    "报眼：也可放广告，角上有小字“广告”，与报头之间不加线",
    edition(
      { paper: "湘江晨报", date: "2020-02-18" },
      page(
        "A1",
        masthead({ place: at(0, 0, 5, 15) }),
        advert({ ...PHOTO, height: 1400, place: at(5, 0, 3, 15) }),
      ),
    ),
  ],
];

describe("golden sheets", () => {
  it.each(CASES)("%s: %s", async (file, clause, golden) => {
    const text = composeEdition(golden, fakeFaces()).map(told).join("\n");
    await expect(`# ${clause}\n${text}`).toMatchFileSnapshot(`../../golden/sheets/${file}.txt`);
  });
});

const pt = (...values: number[]) => values.map((value) => Number(value.toFixed(1))).join(" ");

/** What stands in the type area, and what the sheet says of it. The folio over it is the same on every page. */
function told(sheet: Sheet): string {
  const inside = (item: SheetItem) => ("y" in item ? item.y : item.y1) >= grid.top - 0.1;
  return [
    `[${sheet.number}]`,
    ...sheet.items.filter(inside).map(line),
    ...sheet.fits.map(
      ({ lines, available, characters }) => `fit ${lines}/${available} lines, ${characters} characters`,
    ),
    ...sheet.notes.map(({ code, detail }) => `note ${code} ${detail}`),
    "",
  ].join("\n");
}

function line(item: SheetItem): string {
  switch (item.kind) {
    case "glyphs": {
      const { role, face, size, x, y, vertical, texts } = item;
      return `${role} ${face} ${size} at ${pt(x, y)}${vertical ? " down" : ""}: ${texts.join("")}`;
    }
    case "rule":
      return `rule ${pt(item.x1, item.y1)} to ${pt(item.x2, item.y2)}, ${item.width}`;
    case "tint":
      return `tint ${pt(item.x, item.y)}, ${pt(item.width)} × ${pt(item.height)}, ${item.ink.k}%`;
    case "picture": {
      const { x, y, width, height } = item.crop;
      const crop = [x, y, width, height].map((value) => value.toFixed(3)).join(" ");
      return `picture ${pt(item.x, item.y)}, ${pt(item.width)} × ${pt(item.height)}, shows ${crop}`;
    }
  }
}
