/**
 * A number against the list of names beside it: 三家企业：A、B、C, 冲压、焊装、涂装三大车间, “四个一”（…）.
 *
 * Names have soft edges: what could also be read as not listing everything, or as two lists in one, is no claim.
 */
import { closing, type Item, judged, parted, type Reading, split, withJoined } from "./items.ts";

const BEFORE = 160;
const AFTER = 400;

const rank =
  /^(?:自治[区州县旗]|直辖市|特别行政区|省|市|州|盟|地区?|县|区|旗|镇|乡|苏木|街道|社区|村|居|农场|林场|兵团|管委会|开发区|园区)$/;

/** “四个一”（放一张桌子、设一人专岗、…） */
export function bracketed(text: string, end: number, value: number, word: string): Reading | null {
  const head = /^[^，。；：、！？（）()\n]{0,14}[（(]/.exec(text.slice(end, end + 16));
  if (!head) return null;
  const start = end + head[0].length;
  const close = closing(text, start, AFTER);
  if (close < 0) return null;
  const items = split(text, start, close, "、") ?? split(text, start, close, "；") ?? [];
  if (items.length < 2 || /等$|等[^级待]|如|简称|详见|见|下同/.test(text.slice(start, close))) return null;
  // 9个县（市、区）: divisions of one rank, not a list of nine.
  if (items.every((item) => rank.test(text.slice(item.start, item.end)))) return null;
  return judged(items, value, (n) => Math.abs(n - value) <= 2 && !/大|级|点/.test(word));
}

/** “五包”责任制（包宣传、包排查、…）: so many things that all carry the word. */
export function sloganed(text: string, end: number, value: number, word: string): Reading | null {
  const head = /^”[^，。；！？（）()“\n]{0,12}(?:[（(]|：|，即)/.exec(text.slice(end, end + 16));
  if (!head) return null;
  const start = end + head[0].length;
  const inside = /[（(]$/.test(head[0]);
  const stop = inside
    ? closing(text, start, AFTER)
    : start + text.slice(start, start + AFTER).search(/[。；！？\n”]|$/);
  if (stop < start) return null;
  // “三检”，即自检、互检和总检，…: the last ends with its clause.
  const close = inside ? stop : endOfList(text, start, stop);
  const items = split(text, start, close, "、");
  if (!items || items.length < 2) return null;
  const list = [items, ...withJoined(text, items)].find((all) => all.length === value) ?? items;
  if (!list.every((item) => text.slice(item.start, item.end).includes(word))) return null;
  return judged(list, value, (n) => Math.abs(n - value) <= 2 && !/等$/.test(text.slice(start, close)));
}

/** 1路、3路: numbers that are names. */
const numberedName = /^第?\d{1,4}(?:路|号线?|栋|幢|班|中|届|楼|室|连|营|团|师)$/;

/** 三家企业：A、B、C。 三人分别是A、B和C。 */
export function following(text: string, end: number, value: number): Reading | null {
  const head =
    /^[^，。；：、！？（）()“\n]{0,14}(?:“[^，。；：、！？（）()”\n]{1,10}(?=”))?(?:[”）)][^，。；：、！？（）()“\n]{0,6})?(：|:|，?分别[是为]|，?即|，?(?:包括|包含|涵盖|涉及))/.exec(
      text.slice(end, end + 26),
    );
  if (!head) return null;
  const start = end + head[0].length;
  const stop = /[。；！？\n]/.exec(text.slice(start, start + AFTER));
  if (!stop) return null;
  const close = endOfList(text, start, start + stop.index);
  const body = text.slice(start, close);
  const items = split(text, start, close, "、");
  if (!items || items.length < 2) return null;
  const plain =
    !/\d/.test(body) || items.every((item) => numberedName.test(text.slice(item.start, item.end)));
  // 六项任务，包括…: perhaps not all; but no more than there are.
  const open = /包|涵|涉/.test(head[1] ?? "");
  const only = !head[1]?.endsWith("即") || (items.length >= 3 && items.every(isShort));
  // “两个务必”：务必…、谨慎，务必…: clauses, not names.
  const names = close === start + stop.index || items.every(isShort);
  const firm = plain && names && only && !/[，,：]|等|如/.test(body);
  const joined = withJoined(text, items);
  const exact = [items, ...joined].find((list) => list.length === value);
  if (exact) return { items: exact, holds: true };
  return judged(joined[0] ?? items, value, (n) => firm && (!open || n > value) && Math.abs(n - value) <= 2);
}

/** The list ends with the clause of its last name: 山河、人间、未来，展期到年底. */
function endOfList(text: string, start: number, stop: number): number {
  const last = text.lastIndexOf("、", stop - 1);
  const comma = last < start ? -1 : text.slice(last, stop).search(/[，,]/);
  return comma < 0 || /[，,]/.test(text.slice(start, last)) ? stop : last + comma;
}

const isNamed = ({ start, end }: Item) => end - start <= 6;
const isLong = ({ start, end }: Item) => end - start >= 5 && end - start <= 14;
const isShort = ({ start, end }: Item) => end - start <= 12;

const undone = /[的了有为是在把被对从到达近约第每各前后设建增置立]$/;
const verbs =
  /(?:发布|公布|推出|印发|举行|召开|出台|签署|启动|实施|组织|开展|完成|获得|选出|命名|确定|投放|开通|引进|购买|捐赠)$/;

/** 冲压、焊装、涂装、总装四大车间; 东江、西江等三县. */
export function preceding(text: string, at: number, value: number, word: string): Reading | null {
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
  if (word === "级" && named.length === value && /^[省市县区州镇乡村]+$/.test(named)) return null;
  const items = split(text, start, end, "、");
  if (!items || items.length < 2) return halved(text, start, end, value, word);
  const words = text.slice(start, end);
  if (
    undone.test(words) ||
    verbs.test(words) ||
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
  if (
    items.some((item) => ownNumber.test(text.slice(item.start, item.end))) ||
    /男[子女]?[和及]女|男女/.test(words)
  )
    return null;
  const n = (joined[0] ?? items).length;
  // 陶瓷、彩画和金属修复、探掘3个项目: what 和 joins may be one name or two. 在甲、乙分别建丙、丁两座: two lists.
  const joints = words.match(/以及|[和及与]/g)?.length ?? 0;
  if ((value > items.length && value <= items.length + joints) || /分别/.test(words)) return null;
  // “两个维护”, 两江: sayings and names, which list what they may.
  if ((text[at - 1] === "“" && word === "个") || /^[国港河江湖山岛]$/.test(word)) return null;
  if (joined.some((list) => list.length >= value) && items.length <= value) return null;
  const places = /^[省县市区地国]$/.test(word);
  // Two long names before a quoted “三支队伍” are its members as much as three would be.
  const quoted = text[at - 1] === "“" && n === 2 && items.every(isLong);
  const firm = places ? value > 2 && n > 2 : items.length >= 3 || quoted || /[级类]/.test(word);
  const most = places ? 6 : quoted ? 14 : 12;
  // “一带一路”部长会议、圆桌会议: the list may have begun before the quote. 等七种: the words before it may not be an item.
  const whole =
    !(edge && /[”’》]/.test(edge[0]) && !/^[从在由有设分以对向把将为]/.test(words)) &&
    (!open || isNamed(items[0] as Item));
  const short = items.slice(1).every((item) => item.end - item.start <= most);
  return judged(
    joined[0] ?? items,
    value,
    () => firm && short && whole && (!open || n > value) && Math.abs(n - value) <= 3,
  );
}

/** Lists within the row: 大湾区和横琴、前海、南沙三大平台; 邮政、快递完善县、乡、村三级网络. */
function lastOf(text: string, items: readonly Item[], word: string): Item[][] {
  const lists: Item[][] = [];
  items.forEach((item, k) => {
    const parts = k > 0 ? parted(text, item) : null;
    if (parts) lists.push([parts[1] as Item, ...items.slice(k + 1)]);
    const level = word === "级" && /(?:[省市县区州镇乡村]|国家)$/.test(text.slice(item.start, item.end));
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
