/**
 * Front and inside pages as chance gives them: any number of stories of any length, with and without photographs, on
 * grids of five to eight columns, filled to any part. The same seed gives the same page.
 */
import type { Node } from "prosemirror-model";
import { chance } from "../../../../core/compose/plan/seed.ts";
import type { Edition } from "../../../../core/edition/edition.ts";
import { type Place, stretchOf } from "../../../../core/edition/place.ts";
import { broadsheet, type HouseStyle } from "../../../../core/edition/style.ts";
import {
  advert,
  article,
  at,
  byline,
  caption,
  crosshead,
  deck,
  edition,
  kicker,
  masthead,
  p,
  page,
  picture,
} from "../../edition/builders.ts";
import { copy } from "../copy.ts";

export interface Material {
  readonly seed: number;
  /** Stories on the page. */
  readonly stories: number;
  /** Part of the page that the material fills, about: 1 is just enough. */
  readonly fill: number;
  readonly front?: boolean;
  readonly photographs?: number;
  readonly commentary?: boolean;
  readonly advert?: boolean;
  /** Basic columns of the grid. */
  readonly columns?: number;
  /** Stories come ranked by the desk; else nobody has said which is the lead. */
  readonly ranked?: boolean;
  /** A notice of some sentences that the desk has put into a box. */
  readonly notice?: boolean;
  /** An advert that somebody has put at the foot's right and pinned. */
  readonly pinned?: boolean;
}

/** The `index`th page that chance gives: every number of stories, columns and photographs, every fill. */
export function materialOf(index: number): Required<Omit<Material, "ranked">> {
  const next = chance(index + 1);
  return {
    seed: 1000 + index,
    stories: 3 + Math.floor(next() * 14),
    fill: 0.7 + next() * 0.65,
    columns: 4 + Math.floor(next() * 5),
    photographs: Math.floor(next() ** 2 * 7),
    front: next() < 0.6,
    advert: next() < 0.4,
    commentary: next() < 0.3,
    notice: next() < 0.3,
    pinned: next() < 0.15,
  };
}

const WHO = [
  "江城老街",
  "市图书馆",
  "全市中小学",
  "两岸渡口",
  "城东菜场",
  "新桥工地",
  "三条公交线",
  "沿江绿道",
  "社区食堂",
  "东郊水厂",
];
const WHAT = [
  "三期修缮今起动工",
  "新增三百组矮书架",
  "试行课后延时服务",
  "同日开通早班轮渡",
  "把摊位让给自产自销户",
  "提前两个月合龙",
  "串起学校医院和集市",
  "夜间照明全部亮灯",
  "一餐只收八元",
  "完成滤池改造",
];
const MORE = ["居民代表全程监督", "周末开放到晚上九点", "首批惠及两万户", "账目逐笔公示", "明年春天全部完工"];

/** A basic column of `columns` to a broadsheet's width of 111 characters. */
const measureFor = (columns: number) => Math.floor((111 - (columns - 1)) / columns);

export const styleOf = (columns: number): HouseStyle =>
  columns === 8
    ? broadsheet
    : { ...broadsheet, grid: { ...broadsheet.grid, columns, measure: measureFor(columns) } };

/** Body lines of a basic column that one sentence of the copy takes, about, in characters. */
const SENTENCE = 31;
/** Cells that a story's headline group and the gaps round it take, about, by the page's columns. */
const headCells = (columns: number) => 7 * ((2.4 * columns) / 8);

/** Columns and lines of a pinned advert of three to two. */
function pinnedSize(columns: number, measure: number): readonly [number, number] {
  const wide = Math.round((3 * columns) / 8);
  return [wide, Math.round((wide * (measure + 1) * (2 / 3)) / 1.3)];
}

export function randomPage(material: Material): Edition {
  const { seed, stories, fill, front = true, photographs = 0, columns = 8, ranked = true } = material;
  const next = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const style = styleOf(columns);
  const { lines, measure } = style.grid;
  const head = front ? 15 : 0;
  const foot = material.advert ? 22 : 0;
  const [wide, deep] = pinnedSize(columns, measure);
  const pinned = material.pinned ? wide * deep : 0;
  const notice = material.notice ? headCells(columns) + (4 * SENTENCE) / measure : 0;
  const cells = (lines - head - foot) * columns - pinned - notice;
  // A photograph straddles about three of eight columns and is about as deep as two thirds of its width.
  const shown = photographs * Math.round((3 * columns) / 8) * 30;
  const sentences = Math.max(
    stories,
    Math.round((Math.max(0, cells * fill - stories * headCells(columns) - shown) * measure) / SENTENCE),
  );
  const weights = Array.from({ length: stories }, () => 0.25 + next() ** 2 * 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const pictured = new Set(Array.from({ length: photographs }, () => Math.floor(next() * stories)));
  const comment = material.commentary ? 1 + Math.floor(next() * (stories - 1)) : -1;
  const blocks = weights.map((weight, i): Node => {
    const count = Math.max(1, Math.round((weight / sum) * sentences));
    const paragraphs: Node[] = [];
    for (let left = count, start = 0; left > 0; ) {
      const take = Math.min(left, 1 + Math.floor(next() * 5));
      paragraphs.push(p(copy(take, i + start)));
      left -= take;
      start += take;
      if (left > 8 && next() < 0.1) paragraphs.push(crosshead(pick(MORE)));
    }
    const words = `${WHO[(i + seed) % WHO.length]}${WHAT[(i * 3 + seed) % WHAT.length]}`;
    const headline = next() < 0.5 ? words : next() < 0.5 ? `${words} ${pick(MORE)}` : (pick(WHAT) as string);
    const attrs = {
      ...(ranked ? { rank: i + 1 } : {}),
      ...(i === comment ? { kind: "commentary" } : {}),
    };
    return article(
      attrs,
      headline,
      ...(next() < 0.3 ? [kicker(`${pick(WHO)}再传好消息`)] : []),
      ...(next() < 0.3 ? [deck(pick(MORE))] : []),
      ...(next() < 0.6 ? [byline(`本报记者 ${pick(["周一", "吴二", "郑三", "王四方"])}`)] : []),
      ...(pictured.has(i) ? [picture({ width: 3000, height: 2000 }, caption(`${pick(WHO)}一景。`))] : []),
      ...paragraphs,
    );
  });
  if (material.notice)
    blocks.push(
      article({ box: "rule", ...(ranked ? { rank: stories + 1 } : {}) }, pick(WHAT), p(copy(4, seed))),
    );
  if (material.pinned) {
    // At the foot's right.
    const place = at(columns - wide, lines - deep, wide, deep);
    blocks.push(advert({ place, pinned: true, source: "1".repeat(64), width: 3000, height: 2000 }));
  }
  const ad = material.advert ? [advert({ source: "0".repeat(64), width: 2400, height: 500 })] : [];
  const doc = page(front ? "A1" : "A3", ...(front ? [masthead()] : []), ...blocks, ...ad);
  return { ...edition({ issue: "8848", publisher: "江城日报社" }, doc), style };
}

/** Cells of the grid that a block covers, its corners left out. */
export function cellsOf(place: Place): number {
  let cells = 0;
  for (let column = place.column; column < place.column + place.columns; column++) {
    const { from, to } = stretchOf(place, column) ?? { from: 0, to: 0 };
    cells += to - from;
  }
  return cells;
}
