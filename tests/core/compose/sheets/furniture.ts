/** What stands on a page beside its stories: masthead, ear, rules between blocks. */
import { advert, at, edition, masthead, page } from "../../edition/builders.ts";
import { type Golden, one, PHOTO, short } from "./golden.ts";

export const furniture: readonly Golden[] = [
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
  [
    "separators-joined",
    "稿件之间：一条稿压住下面两条稿，横线不在栏距处断开",
    one(short(at(0, 0, 4, 14), 9), short(at(0, 14, 2, 14), 5), short(at(2, 14, 2, 14), 5)),
  ],
  [
    "masthead-long-name",
    "报头：报名字多时占到两边报耳为止，仍是全版最大的字",
    edition(
      { paper: "株江两岸新区建设周报农村版", date: "2020-02-18", issue: "8848" },
      page("A1", masthead({ place: at(0, 0, 8, 17) })),
    ),
  ],
];
