/** Pictures and adverts: straddling, cropped, whole. */
import { advert, article, at, caption, credit, p, picture } from "../../edition/builders.ts";
import { copy } from "../copy.ts";
import { type Golden, one, PHOTO } from "./golden.ts";

export const pictures: readonly Golden[] = [
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
    "photo-in-text",
    "图片插在栏中：上下各空约半行，图上不留孤零零的一行",
    one(
      article(
        { place: at(0, 0, 3, 30) },
        "新馆开馆",
        picture({ ...PHOTO, place: at(1, 12, 2, 12) }, caption("矮书架前的孩子。"), credit("周一 摄")),
        p(copy(16)),
      ),
    ),
  ],
  [
    "photo-narrower",
    "图片没有指定位置：跨满各栏就排不下正文时，少跨一栏",
    one(
      article(
        { place: at(0, 0, 5, 30), textColumns: 3 },
        "新馆开馆",
        picture(PHOTO, caption("江边早市。")),
        p(copy(14)),
      ),
    ),
  ],
];
