/** L-shaped and stepped blocks. */
import { at } from "../../edition/builders.ts";
import { cut, type Golden, one, short } from "./golden.ts";

export const shapes: readonly Golden[] = [
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
];
