/**
 * Names of places told by themselves, without a parent or a list beside them: a city's name nearly right, a division of the
 * paper's own city under a wrong rank, one under the name it had, a place of the house list nearly right.
 */
import type { Reading, TextPart } from "../../edition/reading.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { isHanAt, Words, wordsAround } from "../lexicon.ts";
import { alike, differences } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { reporter } from "../report.ts";
import type { Gazetteer } from "../rule.ts";
import { FORMER } from "./data/divisions.ts";
import { BOUND, GENERIC, SUFFIXES } from "./data/places.ts";
import { nearly } from "./place-lists.ts";

const report = reporter("place", "warning");

const crosses = (text: string, start: number, end: number) =>
  wordsAround(text, start, end).some(
    (word) => (word.start < start && word.end > start) || (word.start < end && word.end > end),
  );

/** 茶陵市, 渌口县: a division of the paper's own city with another's rank. */
export function* checkRank(part: TextPart, gazetteer: Gazetteer, own: readonly string[]): Iterable<Finding> {
  const { text } = part;
  for (const { index } of text.matchAll(/[县市区]/g)) {
    for (const name of own) {
      const stem = name.slice(0, -1);
      const start = index - stem.length;
      if (stem.length < 2 || name.at(-1) === text[index] || start < 0 || !text.startsWith(stem, start))
        continue;
      const said = stem + text[index];
      if (gazetteer.has(said) || GENERIC.test(said) || BOUND.test(text.slice(index + 1, index + 5))) continue;
      if (FORMER.some(({ old }) => old === said) || name === `${stem}市`) continue;
      yield report(part, start, index + 1, "proof.place.rank", { fix: name });
      break;
    }
  }
}

const cities = new WeakMap<Gazetteer, ReadonlyMap<string, readonly string[]>>();
const PROVINCES =
  "河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 内蒙古自治区 广西壮族自治区 宁夏回族自治区 新疆维吾尔自治区 西藏自治区";

/** Prefecture cities of three characters by what is left of their stem when one character is left out: *州, 杭*. */
function citiesOf(gazetteer: Gazetteer): ReadonlyMap<string, readonly string[]> {
  const known = cities.get(gazetteer);
  if (known) return known;
  const all = new Map<string, string[]>();
  for (const province of PROVINCES.split(" "))
    for (const name of gazetteer.children(province)) {
      if (name.length !== 3 || !name.endsWith("市")) continue;
      for (const key of [`*${name[1]}`, `${name[0]}*`]) all.set(key, [...(all.get(key) ?? []), name]);
    }
  cities.set(gazetteer, all);
  return all;
}

/** What a city's name follows where it is one: nothing, a province, a mark, a preposition. */
const FREE = /(?:^|[省区，。；：、“（《]|[在到从往赴去经由于和与及])$/;

/** 抗州市, 石家庒市: no city, but one of them by sound or shape. */
export function* checkCities(part: TextPart, gazetteer: Gazetteer): Iterable<Finding> {
  const { text } = part;
  const all = citiesOf(gazetteer);
  for (const { index } of text.matchAll(/市/g)) {
    const start = index - 2;
    if (start < 0 || !isHanAt(text, start) || !isHanAt(text, start + 1)) continue;
    const near = [...(all.get(`*${text[start + 1]}`) ?? []), ...(all.get(`${text[start]}*`) ?? [])];
    if (near.length === 0) continue;
    const said = text.slice(start, index + 1);
    if (gazetteer.full(said) || gazetteer.full(said.slice(0, 2))) continue;
    if (GENERIC.test(said) && !/^[^各全本该外多几两三省自]州/.test(said)) continue;
    if (BOUND.test(text.slice(index + 1, index + 4)) || !FREE.test(text.slice(Math.max(0, start - 2), start)))
      continue;
    const name = near.find((each) => nearly(said, each));
    if (
      !name ||
      crosses(text, start, index + 1) ||
      wordsAround(text, start, index).some((w) => w.start === start && w.end === index)
    )
      continue;
    yield report(part, start, index + 1, "proof.place.islet", { fix: name });
  }
}

const former = new Words(
  FORMER.filter(({ old }) => !/^[开华达户]县$/.test(old)).map((entry) => [entry.old, entry] as const),
);
const PAST = /(?:原|前|旧称|时称|曾任|时任|当年|当时的|[12]\d{3}年[^。；]{0,12})$/;

/** A sentence of the past, or of the change itself. */
const OF_PAST = /撤销|撤县|并入|划入|更名|改名|改为|改设|当年|那时|年代|时期|专区|曾经/;

/** Characters on either side that tell of the past. */
const AROUND = 80;

/** 株洲县 in a paper of 2020: it has been 渌口区 since 2018. */
export function* checkFormer(part: TextPart, reading: Reading): Iterable<Finding> {
  const year = Number(reading.date.slice(0, 4));
  if (!year) return;
  const { text } = part;
  for (const { start, end, value } of former.find(text)) {
    const before = text.slice(Math.max(0, start - AROUND), start);
    const behind = text.slice(end, end + AROUND);
    if (year <= value.since || /^[志人]/.test(behind) || `${before}${behind}`.includes(value.now)) continue;
    // The rest of its sentence.
    if (OF_PAST.test(`${/[^。！？]*$/.exec(before)?.[0]}${/^[^。！？]*/.exec(behind)?.[0]}`)) continue;
    if (PAST.test(text.slice(Math.max(0, start - 18), start)) || crosses(text, start, end)) continue;
    yield report(part, start, end, "proof.place.former", {
      severity: "advice",
      values: { since: value.since },
      fix: value.now,
    });
  }
}

/** 神龙城 for the house's 神农城: a place that no division's rank tells. */
export function* checkHouse(
  part: TextPart,
  places: HouseStyle["proof"]["places"],
  gazetteer: Gazetteer,
): Iterable<Finding> {
  const { text } = part;
  for (const { name } of places) {
    if (name.length < 3 || SUFFIXES.includes(name.at(-1) as string)) continue;
    const [head, tail] = [name.slice(0, 1), name.slice(1)];
    const starts = new Set<number>();
    for (let at = text.indexOf(tail, 1); at >= 0; at = text.indexOf(tail, at + 1)) starts.add(at - 1);
    for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) starts.add(at);
    for (const start of starts) {
      const said = text.slice(start, start + name.length);
      if (said.length < name.length || differences(said, name) !== 1 || gazetteer.has(said)) continue;
      if (said.at(-1) !== name.at(-1) || ![...said].every((char, i) => alike(char, name[i] as string)))
        continue;
      if (crosses(text, start, start + name.length)) continue;
      yield report(part, start, start + name.length, "proof.place.house", { fix: name });
    }
  }
}
