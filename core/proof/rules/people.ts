/**
 * One person's name written two ways: 毛腾飞 and 毛滕飞.
 *
 * A name is known when it stands in a name's place (behind a title, before 说, 强调 …) once and is used twice or more in the
 * edition, or when it is in the house list. A rarer form that differs in one character, and by sound or shape in that,
 * is shown; where the rarer form stands in a name's place itself, any one character will do.
 */
import type { Reading } from "../../edition/reading.ts";
import { isReporter } from "../house.ts";
import { isAccepted, isHan, wordsAround } from "../lexicon.ts";
import { alike } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";
import { longVariants } from "./long-names.ts";
import {
  frequentHeads,
  isPlaced,
  nearUsesOf,
  patternsOf,
  type Use,
  type Uses,
  usesOfReading,
} from "./naming.ts";
import { outOfOrder } from "./ranking.ts";
import { holders, listedShort, spoken } from "./short-names.ts";

const report = reporter("people", "warning");

/** Uses of a name from which it is frequent. */
const FREQUENT = 5;

const SIGNED: ReadonlySet<string> = new Set(["byline", "credit", "dateline"]);

/** 芦淞区 begins with a surname and is no person. */
const PLACE = /[省市区县州旗镇乡村局厂校]$/;

function* variants(
  reading: Reading,
  known: Uses,
  listed: ReadonlySet<string>,
  reporters: ReadonlySet<string>,
): Iterable<Finding> {
  const said = [...known.keys(), ...frequentHeads(reading)].filter((name) => !PLACE.test(name));
  const candidates = new Set([...said, ...listed].filter((name) => name.length === 3));
  const all = nearUsesOf(reading, [...candidates].sort());
  const byPattern = new Map<string, string[]>();
  for (const name of all.keys())
    for (const pattern of patternsOf(name)) {
      const list = byPattern.get(pattern);
      if (list) list.push(name);
      else byPattern.set(pattern, [name]);
    }
  const usesOf = (name: string) =>
    listed.has(name) ? Number.POSITIVE_INFINITY : (all.get(name)?.length ?? 0);
  // The more usual form first: the rarer one is the slip, and is not held against it again.
  const names = [...candidates].sort((a, b) => (usesOf(a) === usesOf(b) ? 0 : usesOf(b) - usesOf(a)));
  const shown = new Set<string>();
  for (const name of names) {
    if (shown.has(name)) continue;
    const reports = reporters.has(name);
    const often = usesOf(name);
    for (const [i, pattern] of patternsOf(name).entries())
      for (const other of byPattern.get(pattern) ?? []) {
        if (other === name || shown.has(other) || listed.has(other)) continue;
        // Who signs is held against the list by another rule, and a correspondent may be named like one of the house.
        const uses = (all.get(other) ?? []).filter(({ part }) => !reports || !SIGNED.has(part.role));
        if (uses.length * 2 > often) {
          yield* beside(name, other, i, known, all, shown);
          continue;
        }
        const placed = uses.filter(isPlaced);
        const near = alike(name[i] as string, other[i] as string);
        // What sounds or looks like it counts where it stands free; any other slip in a name's place, or where the
        // name is frequent and only its middle differs (brothers share the middle and differ in the end).
        const titled = listed.has(name) || known.get(name)?.some((use) => use.titled);
        const free = (near && i > 0) || (i === 1 && often >= FREQUENT && titled);
        const slips = free
          ? uses.filter((use) => isPlaced(use) || isFree(use, other) || (near && isBareName(use)))
          : near || (i === 1 && often >= 3)
            ? placed
            : i === 2 && often >= 3
              ? placed.filter(
                  (use) => use.office !== "" && all.get(name)?.some((u) => u.office === use.office),
                )
              : [];
        const usual = all.get(name)?.[0];
        if (!listed.has(name) && often < 2) continue;
        if (slips.length === 0 || (usual && !beginsWord(usual))) continue;
        const sure = isSurelyName(known.get(name) ?? []) || all.get(name)?.some(isBareName);
        if (!listed.has(name) && !sure) continue;
        shown.add(other);
        for (const { part, at } of slips.filter(beginsWord))
          yield report(part, at, at + 3, listed.has(name) ? "proof.people.listed" : "proof.people.variant", {
            fix: name,
            values: { often: Number.isFinite(often) ? often : "" },
            evidence: usual ? [spanOf(usual.part, usual.at, usual.at + 3)] : [],
          });
      }
  }
}

/**
 * 副主任何黎鸣 …, later 何黎明: two forms of one story, neither of them more usual, alike in what they differ in, and both
 * made of characters that are no words. Which is right, nobody can tell from the text.
 */
function* beside(
  name: string,
  other: string,
  i: number,
  known: Uses,
  all: Uses,
  shown: Set<string>,
): Iterable<Finding> {
  if (i === 0 || !alike(name[i] as string, other[i] as string) || !known.has(name)) return;
  // 林子 is a word: a title before the one and 说 behind the other tell names as well as the segmenter does.
  const first = all.get(name)?.find((use) => isPlaced(use) && (use.titled || isBareName(use)));
  const second = all
    .get(other)
    ?.find((use) => use.article === first?.article && (isBareName(use) || (first?.titled && use.speaks)));
  if (!first || !second) return;
  shown.add(other).add(name);
  yield report(second.part, second.at, second.at + 3, "proof.people.variant", {
    values: { often: "", fix: name },
    evidence: [spanOf(first.part, first.at, first.at + 3)],
  });
}

/** Three characters that the segmenter knows no word in, and that no word reaches into. */
function isBareName({ part, at }: Use): boolean {
  const words = wordsAround(part.text, at, at + 3);
  const inside = words.filter(({ start, end }) => start < at + 3 && end > at);
  return (
    inside[0]?.start === at &&
    inside.at(-1)?.end === at + 3 &&
    (inside.length === 3 || (inside.length === 2 && inside[0]?.end === at + 1))
  );
}

/**
 * 总书记关于制…: what stands behind a title may be another word. A name is one of which the segmenter knows no part,
 * or one that is introduced by a title and speaks.
 */
function isSurelyName(uses: readonly Use[]): boolean {
  if (uses.some(({ titled }) => titled) && uses.some(({ speaks }) => speaks)) return true;
  return uses.some(
    ({ part, at }) =>
      !wordsAround(part.text, at, at + 3).some(({ start, end }) => start === at && end === at + 2),
  );
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
    {
      text: "唐维、段慕白参加调研。",
      house: {
        people: [
          { name: "段慕白", title: "市委书记" },
          { name: "唐维", title: "市长" },
        ],
      },
      quote: "段慕白",
    },
    { text: "市长唐维到会祝贺。\n市长唐唯，宣布运动会开幕。", quote: "唐唯" },
    { text: "电话是车间会计杨勇，替大家打来的。\n“账已经结清了。”杨永表示。", quote: "杨永" },
  ],
  silent: [
    { text: "副县长周建国介绍了情况。周建国说，今年的任务更重。村民周建华和周建军也在场。" },
    { text: "记者李军、通讯员李俊采写了这组报道。" },
    {
      text: "记者秦朗、江若水采写了这组报道。",
      house: {
        people: [
          { name: "江若水", title: "首席记者" },
          { name: "秦朗", title: "记者" },
        ],
      },
    },
    { text: "电话是村民李军，替大家打来的。村民李俊说，水已经退了。" },
    { text: "方田村通了路。方田村，今年种了百亩莲。方天村的人也来了。" },
  ],
  *edition({ reading, style }) {
    const { people, lexicon } = style.proof;
    const all = usesOfReading(reading);
    const listed = new Set(people.map(({ name }) => name));
    const reporters = new Set(people.filter(isReporter).map(({ name }) => name));
    for (const finding of [
      ...variants(reading, all, listed, reporters),
      ...holders(all),
      ...spoken(all),
      ...listedShort(all, people),
      ...longVariants(reading, [...listed], lexicon),
      ...outOfOrder(reading, people),
    ]) {
      const { from, to } = finding.span;
      if (!isAccepted(lexicon, from.part.text, from.offset, to.offset)) yield finding;
    }
  },
};
