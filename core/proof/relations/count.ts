/**
 * Counts: a number of things against the list of them: A、B、C三支队伍; “四个一”（…）; 三家企业：…; 四点要求，一是…二是….
 *
 * A list in running text has soft edges, so a count that fails is a question, and one that could also be read as
 * not listing everything (等, 如, a list far longer or shorter) is no claim at all.
 */
import { chinese } from "../figures/numeral.ts";
import { type Claim, claimOf } from "./claim.ts";
import { entryFor, pseudoEntry } from "./pseudo.ts";
import type { Entry, Stream } from "./stream.ts";

const unit =
  "大|个|条|种|类|项|支|家|名|位|方面|级|地|市|区|县|省|国|点|方|件|座|所|道|门|套|部|场|款|镇|乡|村|校|院|馆|园|港|河|江|湖|山|岛";
const counted = new RegExp(
  `(?<![第\\d.一二三四五六七八九十百千万两数几上])([二三四五六七八九两]|十[一二三四五六七八九]?|\\d{1,2})(${unit})`,
  "g",
);
const BEFORE = 160;
const AFTER = 400;
const MOST = 30;

interface Item {
  readonly start: number;
  readonly end: number;
}

export function counts(stream: Stream): Claim[] {
  const claims: Claim[] = [];
  stream.article.parts.forEach((part, index) => {
    if (part.role === "jump" || part.role === "byline" || part.role === "credit") return;
    const { text } = part;
    counted.lastIndex = 0;
    for (let m = counted.exec(text); m; m = counted.exec(text)) {
      const value = /\d/.test(m[1] as string) ? Number(m[1]) : chinese(m[1] as string)?.value;
      if (!value || value < 2 || value > MOST || isNoCount(text, m.index, m[0])) continue;
      const at = m.index;
      const end = at + m[0].length;
      const reading =
        bracketed(text, end, value, m[2] as string) ??
        numbered(text, end, value) ??
        following(text, end, value) ??
        preceding(text, at, value, m[2] as string);
      if (!reading) continue;
      // “四个一” is quoted whole.
      const quoted = m[2] === "个" && text[end] === "一" ? end + 1 : end;
      const total = entryFor(stream, { part: index, start: at, end: quoted, value, unit: m[2] as string });
      const items = reading.items.map((item) => itemEntry(stream, index, item));
      claims.push(claimOf("count", total, items, items.length, reading.holds, "likely"));
    }
  });
  return claims;
}

/** 四级应急响应, 7级以上阵风, 三级医院: grades, not so many levels. */
const grade =
  /^(?:联动|防汛|抗旱|救灾|地震应|应急|响应|预警|及?以[上下]|左右|阵?风|地震|强震|余震|台风|残疾|伤残|医院|甲等|文物|保护|运动员|[士军]官|军士|公路|航道|标准|教授|主任)/;
const alert = /(?:抗旱|防汛|台风|救灾|救助|[达为至到])$/;

/** 两位数, 冬季两项, 三省五县: numbers that no list is counted by. */
function isNoCount(text: string, at: number, quote: string): boolean {
  const after = text[at + quote.length] ?? "";
  if ((quote.endsWith("位") && after === "数") || (quote.endsWith("个") && after === "月")) return true;
  if (
    quote.endsWith("级") &&
    (grade.test(text.slice(at + quote.length, at + quote.length + 3)) ||
      alert.test(text.slice(Math.max(0, at - 3), at)))
  )
    return true;
  if (
    quote.endsWith("项") &&
    (/(?:冬季|北欧|现代|铁人)$/.test(text.slice(Math.max(0, at - 2), at)) || after === "全")
  )
    return true;
  return /[一二两三四五六七八九\d][省市县区州镇乡村]$/.test(text.slice(Math.max(0, at - 2), at));
}

interface Reading {
  readonly items: readonly Item[];
  readonly holds: boolean;
}

/** “四个一”（放一张桌子、设一人专岗、…） */
function bracketed(text: string, end: number, value: number, word: string): Reading | null {
  const head = /^[^，。；：、！？（）()\n]{0,14}[（(]/.exec(text.slice(end, end + 16));
  if (!head) return null;
  const start = end + head[0].length;
  const close = closing(text, start);
  if (close < 0) return null;
  const items = split(text, start, close, "、") ?? split(text, start, close, "；") ?? [];
  if (items.length < 2 || /等$|等[^级待]|如|简称|详见|见|下同/.test(text.slice(start, close))) return null;
  // 9个县（市、区）: divisions of one rank, not a list of nine.
  if (items.every((item) => rank.test(text.slice(item.start, item.end)))) return null;
  return judged(items, value, (n) => Math.abs(n - value) <= 2 && !/大|级|点/.test(word));
}

const rank =
  /^(?:自治[区州县旗]|直辖市|特别行政区|省|市|州|盟|地区?|县|区|旗|镇|乡|苏木|街道|社区|村|居|农场|林场|兵团|管委会|开发区|园区)$/;

/** 提出四点要求：一是…；二是…；三是…。 */
function numbered(text: string, end: number, value: number): Reading | null {
  const head = text.slice(end, end + 40);
  const first = /^[^。；]{0,30}?一(是|要|、)/.exec(head);
  if (!first || (first[1] === "、" && !/[：，]/.test(first[0]))) return null;
  // 两国合作大有可为，可以围绕四个方面：一是…: the nearer number is the list's.
  if (/[二三四五六七八九十两\d](?:个|点|项|条|方面)/.test(first[0])) return null;
  const items: Item[] = [{ start: end + first[0].length - 2, end: end + first[0].length }];
  let at = end + first[0].length;
  let parted = false;
  for (const digit of "二三四五六七八九十") {
    const next = text.indexOf(digit + first[1], at);
    if (next < 0 || next - at > AFTER * 2 || !/[，。；：]/.test(text[next - 1] ?? "")) break;
    // 一是…；二是…；三是…。…六是…: a list in one sentence that has its number ends with it.
    const stops = text.slice(at, next).includes("。");
    if (stops && !parted && items.length === value) break;
    parted ||= stops;
    items.push({ start: next, end: next + 2 });
    at = next + 2;
  }
  // Beyond 十 the numbers are not followed; far off, 一是 begins another list (6章28条，一是…).
  if (items.length < 2 || (items.length === 10 && value > 10)) return null;
  return judged(items, value, (n) => Math.abs(n - value) <= 3);
}

/** 三家企业：A、B、C。 三人分别是A、B和C。 */
function following(text: string, end: number, value: number): Reading | null {
  const head = /^[^，。；：、！？（）()“\n]{0,14}(?:[”）)])?(：|:|，?分别[是为]|，?即)/.exec(
    text.slice(end, end + 22),
  );
  if (!head) return null;
  const start = end + head[0].length;
  const stop = /[。；！？\n]/.exec(text.slice(start, start + AFTER));
  if (!stop) return null;
  const close = start + stop.index;
  const body = text.slice(start, close);
  const items = split(text, start, close, "、");
  if (!items || items.length < 2) return null;
  const firm = !/[，,：]|等|如|\d/.test(body) && head[1] !== "，即" && head[1] !== "即";
  const joined = withJoined(text, items);
  const exact = [items, ...joined].find((list) => list.length === value);
  if (exact) return { items: exact, holds: true };
  return judged(joined[0] ?? items, value, (n) => firm && Math.abs(n - value) <= 2);
}

/** 冲压、焊装、涂装、总装四大车间; 东江、西江等三县. */
function preceding(text: string, at: number, value: number, word: string): Reading | null {
  let end = at;
  if (text[end - 1] === "“" || text[end - 1] === "‘") end--;
  const lead = /(?:等|共|这|以上|上述)+$/.exec(text.slice(Math.max(0, end - 4), end))?.[0] ?? "";
  end -= lead.length;
  const open = lead.includes("等");
  const before = text.slice(Math.max(0, end - BEFORE), end);
  const edge = /[，。；：！？“”‘’\n》](?=[^，。；：！？“”‘’\n》]*$)/.exec(before);
  const start = edge ? end - before.length + edge.index + 1 : end - before.length;
  if (!edge && end - before.length > 0) return null;
  // 审核、审批省市县三级规划
  const named = text.slice(Math.max(0, end - value), end);
  if (word === "级" && named.length === value && /^[省市县区州乡镇村]+$/.test(named)) return null;
  const items = split(text, start, end, "、");
  if (!items || items.length < 2) return halved(text, start, end, value, word);
  const words = text.slice(start, end);
  if (
    /[的了有为是在把被对从到达近约第每各前后设建增置立]$/.test(words) ||
    /(?:发布|公布|推出|印发|举行|召开|出台|签署|启动|实施|组织|开展|完成|获得|选出|命名|确定|投放|开通|引进|购买|捐赠)$/.test(
      words,
    ) ||
    // 东、中、西部四大口岸
    /[东中西南北]部$/.test(words) ||
    // 三峡、白鹤滩等长江干流6座电站: not all are listed.
    /等(?![级待])/.test(words) ||
    /\d|[二三四五六七八九两][个名位家项支件]/.test(words)
  )
    return null;
  const joined = withJoined(text, items);
  const exact = [items, ...joined, ...lastOf(text, items, word)].find((list) => list.length === value);
  if (exact) return { items: exact, holds: true };
  // 东盟、欧盟、中亚五国: the number is the last name's own. 男子和女子足球、排球4个项目: each is two.
  if (ownNumber.test(words) || /男[子女]?[和及]女|男女/.test(words)) return null;
  const n = (joined[0] ?? items).length;
  // 陶瓷、彩画和金属修复、探掘3个项目: what 和 joins may be one name or two. 在甲、乙分别建丙、丁两座: two lists.
  const joints = words.match(/以及|[和及与]/g)?.length ?? 0;
  if ((value > items.length && value <= items.length + joints) || /分别/.test(words)) return null;
  // “两个维护”, 两江: sayings and names, which list what they may.
  if ((text[at - 1] === "“" && word === "个") || /^[国港河江湖山岛]$/.test(word)) return null;
  if (joined.some((list) => list.length >= value) && items.length <= value) return null;
  const places = /^[省县市区地国]$/.test(word);
  // Two long names before a quoted “三支队伍” are its members as much as three would be.
  const quoted = text[at - 1] === "“" && n === 2 && items.every((item) => item.end - item.start >= 5);
  const firm = places ? value > 2 && n > 2 : items.length >= 3 || quoted || /[级类]/.test(word);
  const most = places ? 6 : quoted ? 14 : 12;
  const short = items.slice(1).every((item) => item.end - item.start <= most);
  return judged(
    joined[0] ?? items,
    value,
    () => firm && short && (!open || n > value) && Math.abs(n - value) <= 3,
  );
}

/** Lists within the row: 大湾区和横琴、前海、南沙三大平台; 邮政、快递完善县、乡、村三级网络. */
function lastOf(text: string, items: readonly Item[], word: string): Item[][] {
  const lists: Item[][] = [];
  items.forEach((item, k) => {
    const parts = k > 0 ? parted(text, item) : null;
    if (parts) lists.push([parts[1] as Item, ...items.slice(k + 1)]);
    const level = word === "级" && /(?:[省市县区州乡镇村]|国家)$/.test(text.slice(item.start, item.end));
    if (level && k > 0) lists.push([{ start: item.end - 1, end: item.end }, ...items.slice(k + 1)]);
  });
  return lists;
}

const ownNumber =
  /(?:中亚|东北|西北|西南|华东|华北|华南|东南亚|北欧|南亚|金砖|湄公河|海湾|波罗的海|长三角|珠三角|京津冀|川渝|粤港澳|苏浙沪|江浙沪|闽粤)$/;

/** 区两级检查组: one level is named where two are counted; 市县两级 and 全市两级 name or mean both. */
function halved(text: string, start: number, end: number, value: number, word: string): Reading | null {
  if (word !== "级" || value < 2 || end - start !== 1) return null;
  return /[省市区县乡镇村]/.test(text[start] as string) ? { items: [{ start, end }], holds: false } : null;
}

const judged = (items: readonly Item[], value: number, claims: (n: number) => boolean): Reading | null => {
  if (items.length === value) return { items, holds: true };
  return claims(items.length) ? { items, holds: false } : null;
};

/** Items that 和, 及 or 与 may join, split: the last, the first, both. */
function withJoined(text: string, items: readonly Item[]): Item[][] {
  const last = parted(text, items.at(-1) as Item);
  const first = parted(text, items[0] as Item);
  const lists: Item[][] = [];
  if (last) lists.push([...items.slice(0, -1), ...last]);
  if (first) lists.push([...first, ...items.slice(1)]);
  if (first && last) lists.push([...first, ...items.slice(1, -1), ...last]);
  return lists;
}

function parted(text: string, last: Item): Item[] | null {
  const words = text.slice(last.start, last.end);
  const joint = /(?:以及|[和及与])/.exec(words);
  if (!joint || joint.index === 0) return null;
  const middle = last.start + joint.index;
  return [
    { start: last.start, end: middle },
    { start: middle + joint[0].length, end: last.end },
  ];
}

/** Offset of the bracket that closes the one before `start`, or −1. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let k = start; k < text.length && k < start + AFTER; k++) {
    const char = text[k];
    if (char === "（" || char === "(") depth++;
    else if ((char === "）" || char === ")") && --depth === 0) return k;
    else if (char === "\n") return -1;
  }
  return -1;
}

/** Items between marks outside brackets; null where the mark does not occur. */
function split(text: string, start: number, end: number, mark: string): Item[] | null {
  const items: Item[] = [];
  let depth = 0;
  let from = start;
  for (let k = start; k < end; k++) {
    const char = text[k];
    if (char === "（" || char === "(") depth++;
    else if (char === "）" || char === ")") depth--;
    else if (char === mark && depth === 0) {
      items.push({ start: from, end: k });
      from = k + 1;
    }
  }
  if (items.length === 0) return null;
  items.push({ start: from, end });
  return items.every((item) => item.end > item.start) ? items : null;
}

const itemEntry = (stream: Stream, part: number, { start, end }: Item): Entry =>
  pseudoEntry(stream, { part, start, end, value: 1 });

/** 涉及15个区和经开区，其中朝阳区429例，…: the places a sum names against the number of places. */
export function placeCounts(stream: Stream, sums: readonly Claim[]): Claim[] {
  const claims: Claim[] = [];
  for (const { kind, total, parts, holds } of sums) {
    const first = parts[0];
    if (kind !== "sum" || !holds || !first || first.index <= total.index || first.index - total.index > 4)
      continue;
    for (let k = total.index + 1; k < first.index; k++) {
      const told = stream.entries[k];
      const words =
        told && /^(?:设区市|区县|县区|市州|[区县市州镇乡]|街道|省份?)(?:[和及](.{2,16}))?$/.exec(told.tail);
      if (!told || !words || told.mention.unit !== "个" || told.mention.approximation) continue;
      const extra = words[1]?.split("、").length ?? 0;
      const n = told.mention.value + extra;
      if (Math.abs(parts.length - n) > 2) continue;
      const start = told.mention.end;
      const more = Array.from({ length: extra }, () =>
        itemEntry(stream, told.part, { start, end: start + told.tail.length }),
      );
      const last = parts.at(-1) as Entry;
      const end = last.part === first.part ? last.mention.end : first.mention.end;
      const whole = pseudoEntry(stream, {
        part: first.part,
        start: first.mention.start,
        end,
        value: parts.length,
      });
      claims.push(claimOf("count", whole, [told, ...more], n, n === parts.length, "likely", "places"));
    }
  }
  return claims;
}
