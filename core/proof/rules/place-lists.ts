/** Names of places in lists of one parent's divisions: an item that is none, or one of a place far away. */
import type { TextPart } from "../../edition/reading.ts";
import { isHanAt } from "../lexicon.ts";
import { alike, differences, wordLikeness } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { reporter, spanOf } from "../report.ts";
import type { Gazetteer } from "../rule.ts";
import { BOUND, GENERIC, SUFFIXES } from "./data/places.ts";

const report = reporter("place", "warning");

/** A division the gazetteer found in a text, UTF-16 offsets. */
export type Name = { readonly start: number; readonly end: number; readonly word: string };

/** True where each character of `said` sounds or looks like the one of `name` in its place; both of one length. */
export function nearly(said: string, name: string): boolean {
  return [...said].every((char, i) => alike(char, name[i] as string));
}

const STOP = /[。！？；\n]/;

/** Stretches between full stops that name two or more divisions of one parent. */
function* lists(text: string, names: readonly Name[], gazetteer: Gazetteer, home: string | null) {
  for (let i = 0; i < names.length; ) {
    let end = i + 1;
    while (
      end < names.length &&
      !/[。！？]/.test(text.slice((names[end - 1] as Name).end, (names[end] as Name).start))
    )
      end++;
    const group = names.slice(i, end);
    const counts = new Map<string, number>();
    for (const word of new Set(group.map((name) => name.word)))
      for (const parent of gazetteer.parents(word)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
    const [parent, count] = [...counts].sort(
      (a, b) => b[1] - a[1] || Number(b[0] === home) - Number(a[0] === home),
    )[0] ?? ["", 0];
    if (count >= 2) yield { parent, group };
    i = end;
  }
}

/** …、云龙示范区2例；录入区和炎陵县…: an item of a list of divisions that is none. */
export function* checkLists(
  part: TextPart,
  names: readonly Name[],
  gazetteer: Gazetteer,
  home: string | null,
): Iterable<Finding> {
  const { text } = part;
  for (const { parent, group } of lists(text, names, gazetteer, home)) {
    const members = group.filter(({ word }) => gazetteer.parents(word).includes(parent));
    const named = new Set(members.map(({ word }) => word));
    const open = gazetteer.children(parent).filter((name) => !named.has(name));
    yield* strangers(part, group, members, parent, open);
    const ends = new Set(members.map(({ end }) => end));
    const from = beginOfSentence(text, (group[0] as Name).start);
    const to = endOfSentence(text, (group.at(-1) as Name).end);
    for (const token of tokens(text, from, to, names, ends)) {
      const said = text.slice(token.start, token.end);
      if (gazetteer.has(said) || BOUND.test(text.slice(token.end, token.end + 4))) continue;
      const best = open
        .map((name) => ({ name, likeness: likenessOf(said, name) }))
        .sort((a, b) => b.likeness - a.likeness)[0];
      if (!best || best.likeness < 0.5) continue;
      // 天园区 for 天元区 is as good a guess as any; 产业园区 is a park.
      if (GENERIC.test(said) && !(differences(said, best.name) === 1 && nearly(said, best.name))) continue;
      yield report(part, token.start, token.end, "proof.place.near", {
        values: { parent },
        fix: best.name,
        evidence: members.map(({ start, end }) => spanOf(part, start, end)),
      });
    }
  }
}

/** As many of one parent make a list of its divisions. */
const ROLL = 4;

/** 益阳市、彬州市、永州市…: the name of a place far away, where one of the parent's sounds or looks nearly like it. */
function* strangers(
  part: TextPart,
  group: readonly Name[],
  members: readonly Name[],
  parent: string,
  open: readonly string[],
): Iterable<Finding> {
  if (members.length < ROLL) return;
  for (const stranger of group) {
    if (members.includes(stranger)) continue;
    const name = open.find((each) => differences(stranger.word, each) === 1 && nearly(stranger.word, each));
    if (!name) continue;
    yield report(part, stranger.start, stranger.end, "proof.place.near", {
      values: { parent },
      fix: name,
      evidence: members.map(({ start, end }) => spanOf(part, start, end)),
    });
  }
}

/** Likeness of the stems; a stem that is right and a suffix that is wrong (炎陵区) is as near as can be. */
function likenessOf(said: string, name: string): number {
  return wordLikeness(said.slice(0, -1), name.slice(0, -1));
}

function beginOfSentence(text: string, at: number): number {
  let begin = at;
  while (begin > 0 && at - begin < 120 && !STOP.test(text[begin - 1] as string)) begin--;
  return begin;
}

function endOfSentence(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 120 && !/[。！？]/.test(text[end] as string)) end++;
  return end;
}

/** Items that stand like a division in a list: between marks or conjunctions, two to five characters, 区县市旗 last. */
function* tokens(
  text: string,
  from: number,
  to: number,
  names: readonly Name[],
  ends: ReadonlySet<number>,
): Iterable<{ start: number; end: number }> {
  let begin = from;
  const known = new Map(names.map((name) => [name.start, name.end]));
  for (let at = from; at < to; at++) {
    const skip = known.get(at);
    if (skip !== undefined) {
      begin = skip;
      at = skip - 1;
      continue;
    }
    const char = text[at] as string;
    if (!isHanAt(text, at) || ("和与及或在由为".includes(char) && (ends.has(at) || at === begin)))
      begin = at + 1;
    else if (SUFFIXES.includes(char)) {
      const length = at + 1 - begin;
      const before = text[begin - 1] ?? "";
      if (
        length >= 2 &&
        length <= 5 &&
        (before === "" || /[、，；：（(和与及或中]/.test(before) || /\p{P}/u.test(before))
      )
        yield { start: begin, end: at + 1 };
      begin = at + 1;
    }
  }
}
