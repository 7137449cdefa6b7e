/**
 * One person's name written two ways: 毛腾飞 and 毛滕飞.
 *
 * A name is known when it stands in a name's place (behind a title, before 说, 强调 …) twice or more in the edition, or
 * in the house list. A rarer form that differs in one character, and by sound or shape in that, is shown; where the rarer
 * form stands in a name's place itself, any one character will do.
 */
import type { ArticleReading, Reading, TextPart } from "../../edition/reading.ts";
import type { HouseStyle } from "../../edition/style.ts";
import { isAccepted, isHan, sentencesOf, wordsAround } from "../lexicon.ts";
import { alike } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";
import { CALLINGS, OFFICES, SPEAKS, SURNAMES } from "./data/names.ts";

const report = reporter("people", "warning");

const TITLE_BEFORE = new RegExp(`(?:${OFFICES}|${CALLINGS}|同志)(?:（兼）)?[、/ ]?$`);
/** Last characters of titles and of what may part them from the name: a quick look before the pattern. */
const ENDS_TITLE = new Set([
  ...`${OFFICES}|${CALLINGS}`.split("|").map((title) => title.at(-1) as string),
  ..."志）、/ ",
]);
const OFFICE_BEFORE = new RegExp(`(?:${OFFICES})$`);
const BEGINS_SPEAKS = new Set(SPEAKS.split("|").map((verb) => verb[0] as string));
const SPEAKS_BEHIND = new RegExp(`^(?:${SPEAKS})`);
/** Longest title or verb, in characters, that the patterns above can need. */
const REACH = 6;
/** What follows a surname without being a given name. */
const NO_NAME =
  /^.(?:先生|女士|老师|同志|书记|主任|局长|市长|县长|经理|某某|某|大爷|大妈|师傅|教授|医生)|[的了是在和与及、，。一不也都将已被把为到对从向上下中以有这那说]$/;

/** A use of a form in one article; the part is told by its index, for a kept analysis outlives the reading. */
interface KeptUse {
  readonly index: number;
  readonly at: number;
  /** Behind a title or calling. */
  readonly titled: boolean;
  /** Behind a title or before a verb of saying. */
  readonly placed: boolean;
  /** The office right before the name, or empty. */
  readonly office: string;
}

export interface Use extends KeptUse {
  /** Id of the article. */
  readonly article: string;
  readonly part: TextPart;
}

export type Uses = Map<string, Use[]>;

const usesOfArticle = new WeakMap<ArticleReading["node"], ReadonlyMap<string, readonly KeptUse[]>>();
/** Uses kept of one form: enough to tell a rare one from a common one. */
const KEPT = 50;
const FREQUENT = 5;

/** Every string of two or three characters that begins with a surname, with its uses. */
function usesOf(article: ArticleReading): ReadonlyMap<string, readonly KeptUse[]> {
  const known = usesOfArticle.get(article.node);
  if (known) return known;
  const uses = new Map<string, KeptUse[]>();
  for (const [index, { role, text }] of article.parts.entries()) {
    if (role === "jump") continue;
    for (let at = 0; at + 2 <= text.length; at++) {
      if (!SURNAMES.has(text[at] as string)) continue;
      const before = text.slice(Math.max(0, at - REACH), at);
      const titled = ENDS_TITLE.has(text[at - 1] ?? "") && TITLE_BEFORE.test(before);
      const office = titled ? (OFFICE_BEFORE.exec(before)?.[0] ?? "") : "";
      const longest = !isHan(text.charCodeAt(at + 1)) ? 0 : !isHan(text.charCodeAt(at + 2)) ? 2 : 3;
      for (let length = longest; length >= 2; length--) {
        const name = text.slice(at, at + length);
        if (NO_NAME.test(name)) continue;
        const speaks =
          BEGINS_SPEAKS.has(text[at + length] ?? "") &&
          SPEAKS_BEHIND.test(text.slice(at + length, at + length + 3));
        const list = uses.get(name) ?? [];
        if (list.length < KEPT) list.push({ index, at, titled, placed: titled || speaks, office });
        uses.set(name, list);
      }
    }
  }
  usesOfArticle.set(article.node, uses);
  return uses;
}

const usesKept = new WeakMap<Reading, Uses>();

/** The uses of the whole reading by form; kept while the reading is in use. */
export function usesOfReading(reading: Reading): Uses {
  const kept = usesKept.get(reading);
  if (kept) return kept;
  const all: Uses = new Map();
  usesKept.set(reading, all);
  for (const page of reading.pages)
    for (const article of page.articles)
      for (const [name, uses] of usesOf(article)) {
        const here = uses.map((use) => ({
          ...use,
          article: article.id,
          part: article.parts[use.index] as TextPart,
        }));
        const list = all.get(name);
        if (list) list.push(...here);
        else all.set(name, here);
      }
  return all;
}

/** "毛*飞" and "毛腾*", and for a surname written wrong "*腾飞": the names that differ from it in one character. */
function patternsOf(name: string): string[] {
  return [0, 1, 2].map((i) => `${name.slice(0, i)}*${name.slice(i + 1)}`);
}

function* variants(all: Uses, listed: ReadonlySet<string>): Iterable<Finding> {
  const byPattern = new Map<string, string[]>();
  const names: string[] = [];
  for (const [name, uses] of all) {
    if (name.length !== 3) continue;
    const placed = uses.filter((use) => use.placed).length;
    if (listed.has(name) || (uses.length >= 2 && placed >= 1)) names.push(name);
    for (const pattern of patternsOf(name)) {
      const list = byPattern.get(pattern);
      if (list) list.push(name);
      else byPattern.set(pattern, [name]);
    }
  }
  for (const name of listed) if (name.length === 3 && !all.has(name)) names.push(name);
  const shown = new Set<string>();
  for (const name of names) {
    const often = listed.has(name) ? Number.POSITIVE_INFINITY : (all.get(name)?.length ?? 0);
    for (const [i, pattern] of patternsOf(name).entries())
      for (const other of byPattern.get(pattern) ?? []) {
        if (other === name || shown.has(other) || listed.has(other)) continue;
        const uses = all.get(other) as Use[];
        if (uses.length * 2 > often) continue;
        const placed = uses.filter((use) => use.placed);
        const near = alike(name[i] as string, other[i] as string);
        // What sounds or looks like it counts where it stands free; any other slip in a name's place, or where the
        // name is frequent and only its middle differs (brothers share the middle and differ in the end).
        const free = (near && i > 0) || (i === 1 && often >= FREQUENT);
        const slips = free
          ? uses.filter((use) => use.placed || isFree(use, other))
          : near || (i === 1 && often >= 3)
            ? placed
            : i === 2 && often >= 3
              ? placed.filter(
                  (use) => use.office !== "" && all.get(name)?.some((u) => u.office === use.office),
                )
              : [];
        const usual = all.get(name)?.[0];
        if (slips.length === 0 || (usual && !beginsWord(usual))) continue;
        shown.add(other);
        for (const { part, at } of slips.filter(beginsWord))
          yield report(part, at, at + 3, "proof.people.variant", {
            fix: name,
            values: { often: Number.isFinite(often) ? often : "" },
            evidence: usual ? [spanOf(usual.part, usual.at, usual.at + 3)] : [],
          });
      }
  }
}

/** False where the surname is the end of a word: 中国人民 holds no 国人民. */
function beginsWord({ part, at }: Use): boolean {
  return !wordsAround(part.text, at, at + 3).some((word) => word.start < at && word.end > at);
}

/** Nothing that a longer word could be made of on either side. */
function isFree({ part, at }: Use, name: string): boolean {
  const edge = (char: string | undefined) => char === undefined || !isHan(char.charCodeAt(0));
  return edge(part.text[at - 1]) || edge(part.text[at + name.length]);
}

/** A name of two characters that ends where it should: nothing that a longer name could be made of behind it. */
function isWhole({ part, at }: Use): boolean {
  return !isHan(part.text.charCodeAt(at + 2)) || SPEAKS_BEHIND.test(part.text.slice(at + 2, at + 5));
}

/** 会计杨勇…, then 杨永表示: who speaks has been introduced, and the one introduced is alike. */
function* spoken(all: Uses): Iterable<Finding> {
  const introduced = new Map<string, { name: string; use: Use }[]>();
  const byArticle = new Map<string, { name: string; use: Use }[]>();
  for (const [name, uses] of all) {
    if (name.length !== 2 || !uses.some(({ placed }) => placed)) continue;
    const whole = uses.filter((use) => use.placed && isWhole(use));
    const titled = whole.find((use) => use.titled);
    for (const use of titled ? [titled] : whole) {
      const key = `${use.article} ${name[0]}`;
      if (titled) introduced.set(key, [...(introduced.get(key) ?? []), { name, use }]);
      else byArticle.set(key, [...(byArticle.get(key) ?? []), { name, use }]);
    }
  }
  for (const [key, speakers] of byArticle) {
    const known = introduced.get(key) ?? [];
    for (const { name, use } of speakers.slice(0, KEPT)) {
      const other = known.find((each) => alike(each.name[1] as string, name[1] as string));
      if (!other || !beginsWord(use)) continue;
      yield report(use.part, use.at, use.at + 2, "proof.people.variant", {
        fix: other.name,
        values: { often: "" },
        evidence: [spanOf(other.use.part, other.use.at, other.use.at + 2)],
      });
    }
  }
}

/** A name of two characters that the house lists under the very title it stands behind here. */
function* listedShort(all: Uses, people: HouseStyle["proof"]["people"]): Iterable<Finding> {
  const short = people.filter(({ name, title }) => name.length === 2 && title.length >= 2);
  if (short.length === 0) return;
  const names = new Set(people.map(({ name }) => name));
  for (const [said, uses] of all) {
    if (said.length !== 2 || names.has(said)) continue;
    for (const { name, title } of short) {
      if (name[0] !== said[0] || !alike(name[1] as string, said[1] as string)) continue;
      for (const use of uses) {
        const before = use.part.text.slice(Math.max(0, use.at - 12), use.at).replace(/[、/ ]$/, "");
        if (!use.titled || !isWhole(use) || !before.endsWith(title.slice(-2))) continue;
        yield report(use.part, use.at, use.at + 2, "proof.people.variant", {
          fix: name,
          values: { often: "" },
        });
      }
    }
  }
}

/** Two-character names leave less to go by: only the holder of one office, in the same story. */
function* offices(all: Uses): Iterable<Finding> {
  const holders = new Map<string, { name: string; use: Use }>();
  for (const [name, uses] of all) {
    if (name.length !== 2) continue;
    for (const use of uses) {
      const { part, at, office } = use;
      if (
        !office ||
        (isHan(part.text.charCodeAt(at + 2)) && !SPEAKS_BEHIND.test(part.text.slice(at + 2, at + 5)))
      )
        continue;
      const key = `${name[0]}${office}`;
      const holder = holders.get(key);
      if (!holder) holders.set(key, { name, use });
      else if (holder.name !== name && alike(holder.name[1] as string, name[1] as string))
        yield report(part, at, at + 2, "proof.people.holder", {
          values: { office, other: holder.name },
          evidence: [spanOf(holder.use.part, holder.use.at, holder.use.at + 2)],
        });
    }
  }
}

/** Names of the house list that are named one after the other, but not in its order. */
function* order(reading: Reading, people: HouseStyle["proof"]["people"]): Iterable<Finding> {
  const rank = new Map(people.map(({ name }, i) => [name, i]));
  if (rank.size < 2) return;
  for (const page of reading.pages)
    for (const article of page.articles)
      for (const part of article.parts) {
        if (part.role === "jump") continue;
        const seen = new Set<number>();
        for (const named of [...enumerations(part.text, rank), ...attendances(part.text, rank)]) {
          let last = named[0];
          for (const here of named.slice(1)) {
            if (last && here.rank < last.rank && !seen.has(here.at)) {
              seen.add(here.at);
              yield report(part, here.at, here.at + here.name.length, "proof.people.order", {
                severity: "advice",
                values: { before: last.name },
                evidence: [spanOf(part, last.at, last.at + last.name.length)],
              });
            }
            last = here;
          }
        }
      }
}

interface Ranked {
  readonly name: string;
  readonly at: number;
  readonly rank: number;
}

/** 甲、乙、丙: before the first name stand its titles, behind the last one a verb. */
function* enumerations(text: string, rank: ReadonlyMap<string, number>): Iterable<Ranked[]> {
  for (const match of text.matchAll(/\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})+/gu)) {
    const named: Ranked[] = [];
    let at = match.index;
    for (const item of match[0].split("、")) {
      const name = [...rank.keys()].find((n) => item.endsWith(n) || item.startsWith(n));
      if (name !== undefined)
        named.push({ name, at: at + item.indexOf(name), rank: rank.get(name) as number });
      at += item.length + 1;
    }
    yield named;
  }
}

const ATTENDED = /(?:出席|参加|陪同|到会|一同|列席)[^，；]{0,12}$/;
/** Longest sentence, in characters, that is read as a list of those present. */
const ATTENDANCE = 400;

/** 市委书记甲，市委副书记、市长乙，副市长丙参加。 A sentence that ends in who took part lists them in order. */
function* attendances(text: string, rank: ReadonlyMap<string, number>): Iterable<Ranked[]> {
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, Math.min(end, start + ATTENDANCE));
    const list = sentence.replace(/[。！？”」]+$/, "");
    if (!ATTENDED.test(list) || list.split(/[，；]/).some((clause) => SPEAKS_INSIDE.test(clause))) continue;
    const named: Ranked[] = [];
    for (const [name, place] of rank) {
      const at = sentence.indexOf(name);
      if (at >= 0) named.push({ name, at: start + at, rank: place });
    }
    yield named.sort((a, b) => a.at - b.at);
  }
}

/** Whoever presides, speaks or leads is named first whatever his rank. */
const SPEAKS_INSIDE = /主持|讲话|致辞|强调|指出|表示|介绍|宣布|率|一行|会见|陪同.{2,3}[，]/;

export const people: Rule = {
  id: "people",
  severity: "warning",
  name: "rule.people",
  about: "rule.people.about",
  source: "新闻报道校对惯例：人名、职务须前后一致，领导人排序以本报名单为准",
  fires: [
    {
      text: "县水务局局长许昌浚介绍，渠道去冬已经加固。许昌浚说，闸门也换了新的。\n许昌竣最后提醒，灌溉期间不要下渠游泳。",
      quote: "许昌竣",
    },
    { text: "市长唐维到会祝贺。\n市长唐唯，宣布运动会开幕。", quote: "唐唯" },
    { text: "电话是车间会计杨勇，替大家打来的。\n“账已经结清了。”杨永表示。", quote: "杨永" },
  ],
  silent: [
    { text: "副县长周建国介绍了情况。周建国说，今年的任务更重。村民周建华和周建军也在场。" },
    { text: "记者李军、通讯员李俊采写了这组报道。" },
    { text: "电话是村民李军，替大家打来的。村民李俊说，水已经退了。" },
  ],
  *edition({ reading, style }) {
    const { people, lexicon } = style.proof;
    const all = usesOfReading(reading);
    const listed = new Set(people.map(({ name }) => name));
    for (const finding of [
      ...variants(all, listed),
      ...offices(all),
      ...spoken(all),
      ...listedShort(all, people),
      ...order(reading, people),
    ]) {
      const { from, to } = finding.span;
      if (!isAccepted(lexicon, from.part.text, from.offset, to.offset)) yield finding;
    }
  },
};
