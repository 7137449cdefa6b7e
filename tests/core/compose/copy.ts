/** Copy for composition tests: invented sentences, as many as asked for, the same for the same number. */
import type { Sheet } from "../../../core/compose/sheet.ts";
import type { Edition } from "../../../core/edition/edition.ts";

const SENTENCES = [
  "江边的早市天不亮就开了张，菜农把沾着露水的莴笋码成一排。",
  "记者从市图书馆获悉，今年前三季度共接待读者46.8万人次，比去年同期增长12.5%。",
  "“书架要让孩子够得着。”馆长说，新馆的矮书架一共有320组。",
  "老街的修缮分三期进行，首期工程已于9月28日完工。",
  "渡口停航那天，摆了31年渡的周师傅把船桨挂上了墙。",
  "据介绍，新线路全长17公里，设站14座，串起两岸的学校、医院和集市。",
  "雨停了，孩子们又跑回操场；哨声一响，比赛重新开始。",
  "这笔账怎么算？村里请来了会计，一笔一笔念给大家听。",
];

/** `count` sentences, starting from the `start`th. */
export const copy = (count: number, start = 0) =>
  Array.from({ length: count }, (_, i) => SENTENCES[(start + i) % SENTENCES.length]).join("");

const BODY = new Set(["paragraph", "dateline", "crosshead"]);

/**
 * How often each UTF-16 unit of the edition's body text is printed: keys "page pos offset". Spaces are left out, for a
 * line may end in one that is not set.
 */
export function printedUnits(sheets: readonly Sheet[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const sheet of sheets) {
    for (const item of sheet.items) {
      if (item.kind !== "glyphs" || !BODY.has(item.role)) continue;
      item.texts.forEach((text, i) => {
        for (let k = 0; k < text.length; k++) {
          if (/\s/.test(text.charAt(k))) continue;
          const key = `${item.ref.page} ${item.ref.pos} ${(item.offsets[i] as number) + k}`;
          units.set(key, (units.get(key) ?? 0) + 1);
        }
      });
    }
  }
  return units;
}

/** Every unit of body text there is, in reading order, with its character. */
export function bodyUnits(edition: Edition): { key: string; char: string }[] {
  const units: { key: string; char: string }[] = [];
  for (const page of edition.pages) {
    page.descendants((node, pos) => {
      if (!BODY.has(node.type.name)) return true;
      const text = node.textContent;
      for (let k = 0; k < text.length; k++) {
        if (!/\s/.test(text.charAt(k)))
          units.push({ key: `${page.attrs.id} ${pos} ${k}`, char: text.charAt(k) });
      }
      return false;
    });
  }
  return units;
}

/** The text of a sheet's runs of one role, in painting order. */
export const printed = (sheet: Sheet, role: string) =>
  sheet.items
    .filter((item) => item.kind === "glyphs" && item.role === role)
    .map((item) => (item.kind === "glyphs" ? item.texts.join("") : ""))
    .join("");
