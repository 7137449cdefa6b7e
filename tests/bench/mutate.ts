/**
 * How many planted errors of the shared page are shown where they were planted: figures of relations, counted lists,
 * names, places, pairs of marks, dates. A hit is an error or warning whose place or evidence covers the change and
 * that the page without the change does not have.
 *
 * Everything is found on the page itself; nothing of it is kept here. Flags: --verbose lists every miss, --file FILE
 * takes another text, --date its date of issue.
 */
import { existsSync, readFileSync } from "node:fs";
import { readEdition, type TextPart } from "../../core/edition/reading.ts";
import { broadsheet, type HouseStyle } from "../../core/edition/style.ts";
import { fileSpan, intakeText, toEdition } from "../../core/intake/intake.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { isHan } from "../../core/proof/lexicon.ts";
import { alike, lookAlike } from "../../core/proof/likeness.ts";
import type { Figure, Finding, Proofing, Span } from "../../core/proof/proofing.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { CALLINGS, OFFICES, SPEAKS, SURNAMES } from "../../core/proof/rules/data/names.ts";
import { houseStyle } from "../../host/work/style.ts";

const flag = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const verbose = process.argv.includes("--verbose");
const file =
  flag("--file") ??
  new URL("../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url).pathname;
const date = flag("--date") ?? "2020-02-18";
if (!existsSync(file)) {
  console.log(`mutate: skipped, ${file} is not here`);
  process.exit(0);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Checked {
  readonly proofing: Proofing;
  readonly parts: readonly TextPart[];
  readonly at: (part: TextPart, start: number, end: number) => Place | null;
  /** Every error and warning with all its places in the file. */
  readonly shown: readonly { readonly name: string; readonly places: readonly Place[] }[];
}

const gazetteers = new Map<HouseStyle, ReturnType<typeof createGazetteer>>();

function check(text: string, style: HouseStyle): Checked {
  let ids = 0;
  const intake = toEdition(intakeText(text), { facts: { date }, style, newId: () => `n${++ids}` });
  const reading = readEdition(intake.edition);
  const gazetteer = gazetteers.get(style) ?? createGazetteer(style.proof.places);
  gazetteers.set(style, gazetteer);
  const proofing = proofread(reading, { gazetteer, style, rules: allRules });
  const at = (part: TextPart, start: number, end: number) => fileSpan(intake, part, start, end);
  const placesOf = ({ from, to }: Span): Place[] => {
    if (from.part === to.part) return [at(from.part, from.offset, to.offset) ?? []].flat();
    const [a, b] = [at(from.part, from.offset, from.part.text.length), at(to.part, 0, to.offset)];
    return a && b ? [{ start: a.start, end: b.end }] : [];
  };
  const grave = proofing.findings.filter(({ severity }) => severity !== "advice");
  const nameOf = ({ rule, message }: Finding) => `${rule} ${message.key} ${JSON.stringify(message.values)}`;
  return {
    proofing,
    parts: reading.pages.flatMap((page) => page.articles.flatMap((article) => article.parts)),
    at,
    shown: grave.map((finding) => ({
      name: nameOf(finding),
      places: [finding.span, ...finding.evidence].flatMap(placesOf),
    })),
  };
}

const text = readFileSync(file, "utf8");
const plain: HouseStyle = { ...houseStyle, name: broadsheet.name };
const clean = check(text, plain);

interface Planted {
  readonly class: string;
  readonly at: Place;
  readonly by: string;
  readonly style?: HouseStyle;
  /** Places in the text as it was that tell the error as well as its own: the mark a lost one leaves alone. */
  readonly also?: readonly Place[];
}

function* figures(): Iterable<Planted> {
  const seen = new Set<string>();
  for (const { kind, holds, total, parts } of clean.proofing.relations) {
    if (!holds) continue;
    const all: Figure[] = kind === "count" ? [total] : [total, ...parts];
    for (const { span } of all) {
      const { part, offset } = span.from;
      const place = clean.at(part, offset, span.to.offset);
      if (!place || seen.has(`${place.start}`)) continue;
      seen.add(`${place.start}`);
      yield* numbersOf(kind === "count" ? "numbers of counted lists" : "figures of relations", place);
    }
  }
}

const DIGITS = "零一二三四五六七八九";

function* numbersOf(name: string, place: Place): Iterable<Planted> {
  const quote = text.slice(place.start, place.end);
  const arabic = /\d+(?:\.\d+)?/.exec(quote);
  if (arabic) {
    const number = arabic[0];
    const decimals = number.split(".")[1]?.length ?? 0;
    for (const step of [1, -1, 10]) {
      const value = Number(number) + step / 10 ** decimals;
      if (value < 0) continue;
      const start = place.start + arabic.index;
      yield { class: name, at: { start, end: start + number.length }, by: value.toFixed(decimals) };
    }
    return;
  }
  const digit = /[两二三四五六七八九]/.exec(quote);
  if (!digit) return;
  const start = place.start + digit.index;
  const value = digit[0] === "两" ? 2 : DIGITS.indexOf(digit[0]);
  for (const other of [value + 1, value - 1])
    if (other >= 2 && other <= 9)
      yield { class: name, at: { start, end: start + 1 }, by: DIGITS[other] as string };
}

/** An item of a counted list that is lost; one that is gained. */
function* listed(): Iterable<Planted> {
  for (const { kind, holds, parts, note } of clean.proofing.relations) {
    // Days that stand in a row are dates.
    if (kind !== "count" || !holds || parts.length < 2 || note === "days") continue;
    for (const [i, { span }] of parts.entries()) {
      const place = clean.at(span.from.part, span.from.offset, span.to.offset);
      if (!place) continue;
      const last = i === parts.length - 1;
      const [start, end] = last ? [place.start - 1, place.end] : [place.start, place.end + 1];
      if (!/[、；]/.test(text[last ? start : end - 1] ?? "") || last) continue;
      yield { class: "items of counted lists", at: { start, end }, by: "" };
    }
    const second = parts[1]?.span;
    const place = second && clean.at(second.from.part, second.from.offset, second.to.offset);
    if (place)
      yield { class: "items of counted lists", at: { start: place.start, end: place.start }, by: "物业、" };
  }
}

/** Characters of the page that look or sound like another, those that look like it first. */
const characters = [...new Set(text)].filter((char) => isHan(char.charCodeAt(0)));
const likes = new Map<string, string[]>();
function likeOf(char: string): string[] {
  let found = likes.get(char);
  if (!found) {
    found = characters
      .filter((other) => other !== char && alike(char, other))
      .sort((a, b) => Number(lookAlike(b, char)) - Number(lookAlike(a, char)));
    likes.set(char, found);
  }
  return found;
}

const personal = new RegExp(
  `(?:${OFFICES}|${CALLINGS}|参加。?|领导)[ /、]?([\\p{Script=Han}]{2,3})(?=[\\s，。、“：]|主持|走访|赴|调度|参加|说|强调|指出|表示|介绍|摄|所说|$)`,
  "gmu",
);

/** Names with the title they are introduced by. */
function namesOnPage(): Map<string, string> {
  const verbs = new Set(SPEAKS.split("|"));
  const found = new Map<string, string>();
  for (const [whole, name = ""] of text.matchAll(personal)) {
    const title = /^[\p{Script=Han}]+?(?=[ /、]|$)/u.exec(whole.slice(0, -name.length))?.[0] ?? "";
    if (SURNAMES.has(name[0] as string) && !verbs.has(name) && !found.has(name)) found.set(name, title);
  }
  return found;
}

function* occurrences(word: string): Iterable<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}

/** A character of the given name written wrong: two by sound or shape, and one that is like it in nothing. */
function* names(): Iterable<Planted> {
  const all = namesOnPage();
  const people = [...all].map(([name, title]) => ({ name, title }));
  const listing: HouseStyle = { ...plain, proof: { ...plain.proof, people } };
  for (const name of all.keys()) {
    const places = [...occurrences(name)];
    for (const at of places)
      for (let i = 1; i < name.length; i++)
        for (const by of likeOf(name[i] as string).slice(0, 2)) {
          const planted = { at: { start: at + i, end: at + i + 1 }, by };
          // Of two mentions nobody can say which is right: both are shown.
          if (places.length > 1) yield { class: "names told twice or more", ...planted };
          yield { class: "names, with the house's list", ...planted, style: listing };
        }
  }
}

function* places(): Iterable<Planted> {
  const gazetteer = createGazetteer(plain.proof.places);
  for (const part of clean.parts)
    for (const { start, word } of gazetteer.find(part.text)) {
      const place = clean.at(part, start, start + word.length);
      if (!place || text.slice(place.start, place.end) !== word) continue;
      for (const by of likeOf(word[0] as string).slice(0, 2))
        yield { class: "places", at: { start: place.start, end: place.start + 1 }, by };
      if (word.length > 2)
        for (const by of likeOf(word[1] as string).slice(0, 2))
          yield { class: "places", at: { start: place.start + 1, end: place.start + 2 }, by };
    }
}

function* pairs(): Iterable<Planted> {
  const open: { mark: string; at: Place }[] = [];
  for (const { index } of text.matchAll(/[“”‘’《》【】()（）\n]/g)) {
    const mark = text[index] as string;
    const at = { start: index, end: index + 1 };
    if ("“‘《【(（".includes(mark)) {
      open.push({ mark, at });
      continue;
    }
    const opener = open.findLast((other) => other.mark === "“‘《【(（"["”’》】)）".indexOf(mark)]);
    if (mark === "\n" || !opener) continue;
    open.splice(open.indexOf(opener), 1);
    const [first, last] = [opener.at, at];
    yield { class: "pairs of marks", at: first, by: "", also: [last] };
    yield { class: "pairs of marks", at: last, by: "", also: [first] };
    yield { class: "pairs of marks", at: first, by: mark, also: [last] };
    yield { class: "pairs of marks", at: last, by: opener.mark, also: [first] };
  }
}

/** A day that does not exist, a day after the issue, a clock hour past 24; and a day that another date contradicts. */
function* dates(): Iterable<Planted> {
  for (const match of text.matchAll(/(\d{1,2})月(\d{1,2})日/g)) {
    const start = match.index + match[0].indexOf("月") + 1;
    const end = start + (match[2] as string).length;
    const month = { start: match.index, end: match.index + (match[1] as string).length };
    yield { class: "dates that cannot be", at: { start, end }, by: "32" };
    yield { class: "dates that cannot be", at: month, by: "13" };
    // What begins on a day may begin on a later one.
    if (Number(match[1]) !== Number(date.slice(5, 7)) || text.slice(end + 1).startsWith("开始")) continue;
    yield { class: "dates after the issue", at: { start, end }, by: String(Number(date.slice(8)) + 3) };
  }
  for (const match of text.matchAll(/(?<=日|-)24(?=时)/g))
    yield { class: "dates that cannot be", at: { start: match.index, end: match.index + 2 }, by: "25" };
  for (const match of text.matchAll(/截至(?:\d+月)?(\d+)日|(\d+)日0-24时/g)) {
    const day = (match[1] ?? match[2]) as string;
    const start = match.index + match[0].indexOf(`${day}日`);
    for (const step of [1, -1])
      yield {
        class: "days that must agree",
        at: { start, end: start + day.length },
        by: `${Number(day) + step}`,
      };
  }
}

/** A jump that says another number. */
function* jumps(): Iterable<Planted> {
  for (const match of text.matchAll(/(?:下转|上接)[^\n]*?([①-⑳])/gu)) {
    const start = match.index + match[0].length - 1;
    const other = String.fromCodePoint((match[1]?.codePointAt(0) ?? 0) + 1);
    yield { class: "jump lines", at: { start, end: start + 1 }, by: other };
  }
}

const covers = (all: readonly Place[], { start, end }: Place) =>
  all.some((place) => place.start <= Math.max(end, start + 1) && place.end >= start);

function shows({ at, by, style = plain, also = [] }: Planted, before: Checked["shown"]): boolean {
  const mutated = text.slice(0, at.start) + by + text.slice(at.end);
  const moved = (place: number) => (place >= at.end ? place + by.length - (at.end - at.start) : place);
  const changes = [
    { start: at.start, end: at.start + by.length },
    ...also.map(({ start, end }) => ({ start: moved(start), end: moved(end) })),
  ];
  const known = new Set(before.map(({ name, places: [first] }) => `${moved(first?.start ?? 0)} ${name}`));
  return check(mutated, style).shown.some(
    ({ name, places: all }) =>
      !known.has(`${all[0]?.start ?? 0} ${name}`) && changes.some((change) => covers(all, change)),
  );
}

const score = new Map<string, { planted: number; shown: number; misses: string[] }>();
const usual = new Map<HouseStyle, Checked["shown"]>();
for (const planted of [
  ...figures(),
  ...listed(),
  ...names(),
  ...places(),
  ...pairs(),
  ...dates(),
  ...jumps(),
]) {
  const style = planted.style ?? plain;
  let before = usual.get(style);
  if (!before) {
    before = check(text, style).shown;
    usual.set(style, before);
  }
  const entry = score.get(planted.class) ?? { planted: 0, shown: 0, misses: [] };
  score.set(planted.class, entry);
  entry.planted++;
  if (shows(planted, before)) entry.shown++;
  else {
    const { start, end } = planted.at;
    const around = (from: number, to: number) => text.slice(from, to).replace(/\s+/g, "¶");
    entry.misses.push(
      `${around(Math.max(0, start - 10), start)}[${text.slice(start, end)}→${planted.by}]${around(end, end + 10)}`,
    );
  }
}

let all = 0;
let seen = 0;
for (const [name, { planted, shown, misses }] of score) {
  all += planted;
  seen += shown;
  console.log(
    `${name.padEnd(32)}${String(shown).padStart(6)} of ${String(planted).padEnd(6)}${((shown / planted) * 100).toFixed(1).padStart(6)}%`,
  );
  if (verbose) for (const miss of misses) console.log(`    ${miss}`);
}
console.log(
  `${"all".padEnd(32)}${String(seen).padStart(6)} of ${String(all).padEnd(6)}${((seen / all) * 100).toFixed(1).padStart(6)}%`,
);
