/**
 * Names of four characters and longer written two ways: 欧阳建国, 阿卜杜拉·卡里木, 泽连斯基.
 *
 * A known name is one of the house list, a compound surname with what follows, or a run of the characters that foreign names are
 * written in; it must stand twice in the edition. A form that differs from it in one character, alike in sound or shape,
 * and stands at most half as often is shown; of dotted names one that stands no more often. Known names are few, so each is looked for by its halves.
 */
import type { ArticleReading, Reading, TextPart } from "../../edition/reading.ts";
import { isAccepted, isHanAt, wordsAround } from "../lexicon.ts";
import { alike } from "../likeness.ts";
import type { Finding } from "../proofing.ts";
import { REPORTS_PER_PART, reporter, spanOf } from "../report.ts";
import { COMPOUND_SURNAMES, SYLLABLES, SYLLABLES_TOO } from "./data/names.ts";
import { isPlaced, isSurname, speaksAt, standingOf } from "./naming.ts";

const report = reporter("people", "warning");
const DOTS = "·•‧・";
const DOT = /[·•‧・]/;
/** Known names of an edition that are compared, the most frequent first. */
const MOST = 60;
/** A run of three is a name where a title stands before it; those with a surname are compared elsewhere. */
const LEAST = 3;
const LONGEST = 16;
/** What stands where a name has ended; no slip of it. */
const FUNCTION = "的了是时在和与及也都将已被把为到对从向就又还给等今昨于以而之中上下这那有无不";

interface Place {
  readonly part: TextPart;
  readonly at: number;
}

const syllable = new Uint8Array(0x10000);
for (const char of SYLLABLES + SYLLABLES_TOO) syllable[char.charCodeAt(0)] = 1;
const compounds: ReadonlySet<string> = new Set(COMPOUND_SURNAMES.split("|"));
const COMPOUND = 2;
for (const [head = ""] of compounds)
  syllable[head.charCodeAt(0)] = (syllable[head.charCodeAt(0)] as number) | COMPOUND;

const isSyllable = (text: string, at: number) => ((syllable[text.charCodeAt(at)] as number) & 1) === 1;

/** Runs of four and more characters of foreign names, and compound surnames with two characters behind. */
function* formsIn(text: string): Iterable<string> {
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const bits = syllable[text.charCodeAt(at)] as number;
    if (bits === 0) continue;
    if (
      (bits & COMPOUND) !== 0 &&
      compounds.has(text.slice(at, at + 2)) &&
      isHanAt(text, at + 2) &&
      isHanAt(text, at + 3)
    )
      yield text.slice(at, at + 4);
    if (at < run || (bits & 1) === 0) continue;
    run = at + 1;
    while (
      run < text.length &&
      (isSyllable(text, run) || (DOTS.includes(text[run] as string) && isSyllable(text, run + 1)))
    )
      run++;
    if (run - at >= LEAST && run - at <= LONGEST) yield text.slice(at, run);
  }
}

const formsKept = new WeakMap<ArticleReading["node"], ReadonlyMap<string, number>>();

function formsOf(article: ArticleReading): ReadonlyMap<string, number> {
  const kept = formsKept.get(article.node);
  if (kept) return kept;
  const forms = new Map<string, number>();
  for (const { role, text } of article.parts)
    if (role !== "jump") for (const form of formsIn(text)) forms.set(form, (forms.get(form) ?? 0) + 1);
  formsKept.set(article.node, forms);
  return forms;
}

const isLong = (name: string) => name.length >= 4 && name.length <= LONGEST;

/** Places of forms that differ from `name` in one character at most, found by either half of it. */
function* nearPlaces(parts: readonly TextPart[], name: string): Iterable<Place> {
  const half = name.length >> 1;
  const [head, tail] = [name.slice(0, half), name.slice(half)];
  for (const part of parts) {
    const { text } = part;
    for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1))
      if (differsInOne(text, at, name)) yield { part, at };
    for (let at = text.indexOf(tail, half); at >= 0; at = text.indexOf(tail, at + 1))
      if (!text.startsWith(head, at - half) && differsInOne(text, at - half, name))
        yield { part, at: at - half };
  }
}

function differsInOne(text: string, at: number, name: string): boolean {
  let count = 0;
  for (let i = 0; i < name.length && count < 2; i++) if (text[at + i] !== name[i]) count++;
  return count < 2 && at + name.length <= text.length;
}

/** The character by which a near form differs, as an offset into the name; -1 where it is the name. */
function differenceOf({ part, at }: Place, name: string): number {
  for (let i = 0; i < name.length; i++) if (part.text[at + i] !== name[i]) return i;
  return -1;
}

/** A form written by mistake: another character of the like sound or shape, and nothing that belongs to the words around. */
function isSlip({ part: { text }, at }: Place, name: string, i: number): boolean {
  const [said, meant] = [text[at + i] as string, name[i] as string];
  if (!isHanAt(text, at + i) || !alike(said, meant)) return false;
  const isEdge = i === 0 || i === name.length - 1;
  if (isEdge && FUNCTION.includes(said)) return false;
  return !wordsAround(text, at, at + name.length).some(
    ({ start, end }) => (start < at && end > at) || (start < at + name.length && end > at + name.length),
  );
}

/** True where a name ends behind the place: at a mark, at a verb of saying, at a word that no name has. */
const endsAt = (text: string, end: number) =>
  !isHanAt(text, end) || speaksAt(text, end) || FUNCTION.includes(text[end] as string);

export function* longVariants(
  reading: Reading,
  listed: readonly string[],
  lexicon: readonly string[],
): Iterable<Finding> {
  const articles = reading.pages.flatMap((page) => page.articles);
  const counts = new Map<string, number>();
  for (const article of articles)
    for (const [form, count] of formsOf(article)) counts.set(form, (counts.get(form) ?? 0) + count);
  const long = listed.filter(isLong);
  const often = [...counts]
    .filter(
      ([name, count]) =>
        (count >= 2 || DOT.test(name)) && (name.length > LEAST || !isSurname(name.charCodeAt(0))),
    )
    .sort((a, b) => b[1] - a[1]);
  const names = [...new Set([...long, ...often.slice(0, MOST).map(([name]) => name)])];
  if (names.length === 0) return;
  const parts = articles.flatMap((article) => article.parts.filter(({ role }) => role !== "jump"));
  const shown = new Set<string>();
  for (const name of names) {
    if (shown.has(name)) continue;
    const others = new Map<string, { i: number; places: Place[] }>();
    let first: Place | undefined;
    let uses = 0;
    let titled = false;
    for (const place of nearPlaces(parts, name)) {
      const i = differenceOf(place, name);
      if (i < 0) {
        uses++;
        first ??= place;
        titled ||= standingOf(place.part.text, place.at, name.length).titled;
        continue;
      }
      const form = place.part.text.slice(place.at, place.at + name.length);
      const other = others.get(form) ?? { i, places: [] };
      other.places.push(place);
      others.set(form, other);
    }
    const known = long.includes(name);
    if (name.length === LEAST && !titled) continue;
    for (const [form, { i, places }] of others) {
      if (shown.has(form) || listed.includes(form) || isAccepted(lexicon, form, 0, form.length)) continue;
      // A dotted name is one at its first mention; of others the rarer form must be rare.
      if (!known && (DOT.test(name) ? places.length > uses : uses < 2 || places.length * 2 > uses)) continue;
      for (const place of places.slice(0, REPORTS_PER_PART)) {
        // Behind the last character of a compound surname's name anything may follow.
        if (
          !isSlip(place, name, i) ||
          (i === name.length - 1 && !DOT.test(name) && !endsAt(place.part.text, place.at + name.length))
        )
          continue;
        if (
          name.length === LEAST &&
          !isPlaced(standingOf(place.part.text, place.at, LEAST)) &&
          isHanAt(place.part.text, place.at - 1)
        )
          continue;
        shown.add(form);
        yield report(
          place.part,
          place.at,
          place.at + name.length,
          known ? "proof.people.listed" : "proof.people.variant",
          {
            fix: name,
            values: { often: known ? "" : uses },
            evidence: first ? [spanOf(first.part, first.at, first.at + name.length)] : [],
          },
        );
      }
    }
  }
}
