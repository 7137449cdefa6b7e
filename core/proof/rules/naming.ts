/**
 * Names of people where a name stands: behind a title or calling (局长许昌浚), before a verb of saying (许昌浚说).
 *
 * Surnames, ends of titles and first characters of verbs are looked up in tables, so text without them costs a
 * look-up a character. What was found is kept by article; parts are told by index, for it outlives the reading.
 */
import type { ArticleReading, Reading, TextPart } from "../../edition/reading.ts";
import { isHan, isHanAt } from "../lexicon.ts";
import { CALLINGS, OFFICES, SPEAKS, SURNAMES } from "./data/names.ts";

const TITLE_BEFORE = new RegExp(`(?:${OFFICES}|${CALLINGS}|同志)(?:（兼）)?[、/ ]?$`);
const OFFICE_BEFORE = new RegExp(`(?:${OFFICES})$`);
const SPEAKS_BEHIND = new RegExp(`^(?:${SPEAKS})`);
/** Longest title, in characters, that the patterns above can need. */
const REACH = 6;
const VERB = 3;
/** What follows a surname without being a given name. */
const NO_NAME =
  /^.(?:先生|女士|老师|同志|书记|主任|局长|市长|县长|经理|某某|某|大爷|大妈|师傅|教授|医生)$|^.某|^应[约邀]|^代[表理]|[随称便其等即由曾仅均的了是在和与及、，。一不也都将已被把为到对从向上下中以有这那说期起止间]$/;

/** Characters that can begin a name, end a title, begin a verb of saying. */
const SURNAME = 1;
const TITLE_END = 2;
const VERB_HEAD = 4;
const classes = new Uint8Array(0x10000);
const mark = (chars: Iterable<string>, bit: number) => {
  for (const char of chars) classes[char.charCodeAt(0)] = (classes[char.charCodeAt(0)] as number) | bit;
};
mark(SURNAMES, SURNAME);
mark(
  `${OFFICES}|${CALLINGS}`.split("|").map((title) => title.at(-1) as string),
  TITLE_END,
);
mark("志）、/ ", TITLE_END);
mark(
  SPEAKS.split("|").map((verb) => verb[0] as string),
  VERB_HEAD,
);

export const isSurname = (code: number): boolean => ((classes[code] as number) & SURNAME) !== 0;

/** A verb of saying, presiding, going begins at `at`. */
export const speaksAt = (text: string, at: number): boolean =>
  ((classes[text.charCodeAt(at)] as number) & VERB_HEAD) !== 0 &&
  SPEAKS_BEHIND.test(text.slice(at, at + VERB));

interface Standing {
  /** Behind a title or calling. */
  readonly titled: boolean;
  /** Before a verb of saying. */
  readonly speaks: boolean;
  /** The office right before the name, or empty. */
  readonly office: string;
}

const nowhere: Standing = { titled: false, speaks: false, office: "" };

/** How what stands at `at`, `length` characters long, is placed as a name. */
export function standingOf(text: string, at: number, length: number): Standing {
  const speaks = speaksAt(text, at + length);
  if (at === 0 || ((classes[text.charCodeAt(at - 1)] as number) & TITLE_END) === 0)
    return speaks ? { ...nowhere, speaks } : nowhere;
  const before = text.slice(Math.max(0, at - REACH), at);
  const titled = TITLE_BEFORE.test(before);
  if (!titled) return speaks ? { ...nowhere, speaks } : nowhere;
  return { titled, speaks, office: OFFICE_BEFORE.exec(before)?.[0] ?? "" };
}

interface KeptUse extends Standing {
  readonly index: number;
  readonly at: number;
}

/** A place where a name, or what may be one, stands. */
export interface Use extends KeptUse {
  /** Id of the article. */
  readonly article: string;
  readonly part: TextPart;
}

export type Uses = ReadonlyMap<string, readonly Use[]>;
type KeptUses = ReadonlyMap<string, readonly KeptUse[]>;

export const isPlaced = ({ titled, speaks }: Standing): boolean => titled || speaks;

/** Uses kept of one form in one article: enough to tell a rare one from a common one. */
const MOST = 50;

const placedIn = new WeakMap<ArticleReading["node"], KeptUses>();

/** Forms of two or three characters in a name's place. */
function placedUsesOf(article: ArticleReading): KeptUses {
  const known = placedIn.get(article.node);
  if (known) return known;
  const uses = new Map<string, KeptUse[]>();
  for (const [index, { role, text }] of article.parts.entries()) {
    if (role === "jump") continue;
    for (let at = 0; at + 2 <= text.length; at++) {
      if (((classes[text.charCodeAt(at)] as number) & SURNAME) === 0) continue;
      const before = at > 0 && ((classes[text.charCodeAt(at - 1)] as number) & TITLE_END) !== 0;
      const head = (ahead: number) => ((classes[text.charCodeAt(at + ahead)] as number) & VERB_HEAD) !== 0;
      if (!before && !(at + 2 < text.length && head(2)) && !(at + 3 < text.length && head(3))) continue;
      for (const length of lengthsAt(text, at)) {
        const standing = standingOf(text, at, length);
        if (!isPlaced(standing)) continue;
        const name = text.slice(at, at + length);
        if (NO_NAME.test(name)) continue;
        const list = uses.get(name);
        if (!list) uses.set(name, [{ index, at, ...standing }]);
        else if (list.length < MOST) list.push({ index, at, ...standing });
      }
    }
  }
  placedIn.set(article.node, uses);
  return uses;
}

const headsIn = new WeakMap<ArticleReading["node"], ReadonlyMap<string, number>>();

/** Forms of three characters that begin a clause, with how often. Who a story is about begins many of its sentences. */
function headsOf(article: ArticleReading): ReadonlyMap<string, number> {
  const known = headsIn.get(article.node);
  if (known) return known;
  const heads = new Map<string, number>();
  for (const { role, text } of article.parts) {
    if (role !== "paragraph") continue;
    for (let at = 0; at + 3 < text.length; at++) {
      if (!isSurname(text.charCodeAt(at)) || (at > 0 && isHanAt(text, at - 1))) continue;
      const name = text.slice(at, at + 3);
      if (isHanAt(text, at + 1) && isHanAt(text, at + 2) && !NO_NAME.test(name))
        heads.set(name, (heads.get(name) ?? 0) + 1);
    }
  }
  headsIn.set(article.node, heads);
  return heads;
}

/** Forms that begin two clauses or more of one article. */
export function* frequentHeads(reading: Reading): Iterable<string> {
  for (const page of reading.pages)
    for (const article of page.articles)
      for (const [name, count] of headsOf(article)) if (count >= 2) yield name;
}

/** Lengths a name at `at` can have. 李强 of 李强主持会议 ends before the verb: three characters are no name there. */
function lengthsAt(text: string, at: number): readonly number[] {
  if (!isHan(text.charCodeAt(at + 1))) return NONE;
  if (!isHanAt(text, at + 2)) return TWO;
  if (speaksAt(text, at + 2) && !speaksAt(text, at + 3)) return TWO;
  return THREE_OR_TWO;
}

const NONE: readonly number[] = [];
const TWO: readonly number[] = [2];
const THREE_OR_TWO: readonly number[] = [3, 2];

const usesKept = new WeakMap<Reading, Uses>();

/** The placed uses of the whole reading by form; kept while the reading is in use. */
export function usesOfReading(reading: Reading): Uses {
  const kept = usesKept.get(reading);
  if (kept) return kept;
  const all = gathered(reading, placedUsesOf);
  usesKept.set(reading, all);
  return all;
}

function gathered(reading: Reading, of: (article: ArticleReading) => KeptUses): Uses {
  const all = new Map<string, Use[]>();
  for (const page of reading.pages)
    for (const article of page.articles)
      for (const [name, here] of usesIn(article, of(article))) {
        const list = all.get(name);
        if (list) list.push(...here);
        else all.set(name, [...here]);
      }
  return all;
}

const tied = new WeakMap<KeptUses, { readonly article: ArticleReading; readonly uses: Uses }>();

/** What was kept of an article, tied to its parts as they are read now. */
function usesIn(article: ArticleReading, kept: KeptUses): Uses {
  const known = tied.get(kept);
  if (known?.article === article) return known.uses;
  const tie = (use: KeptUse): Use => ({
    ...use,
    article: article.id,
    part: article.parts[use.index] as TextPart,
  });
  const uses = new Map([...kept].map(([name, list]) => [name, list.map(tie)]));
  tied.set(kept, { article, uses });
  return uses;
}

/** "毛*飞" and "毛腾*", and for a surname written wrong "*腾飞": the names that differ from it in one character. */
export function patternsOf(name: string): string[] {
  return [0, 1, 2].map((i) => `${name.slice(0, i)}*${name.slice(i + 1)}`);
}

/** Names of three characters, to be found in text with at most one of them another. */
class Near {
  static #last: Near | null = null;
  /** For each character the places (a bit each) at which the names asked for last have it. */
  static readonly #chars = new Uint8Array(0x10000);
  readonly key: string;
  readonly #patterns = new Set<string>();

  /** Of the same names as last time, the same. */
  static of(names: readonly string[]): Near {
    const key = names.join();
    Near.#last = Near.#last?.key === key ? Near.#last : new Near(key, names);
    return Near.#last;
  }

  private constructor(key: string, names: readonly string[]) {
    this.key = key;
    Near.#chars.fill(0);
    for (const name of names) {
      for (let i = 0; i < 3; i++)
        Near.#chars[name.charCodeAt(i)] = (Near.#chars[name.charCodeAt(i)] as number) | (1 << i);
      for (const pattern of patternsOf(name)) this.#patterns.add(pattern);
    }
  }

  /** True where `at` begins a form that differs from one of the names in one character at most. */
  isAt(text: string, at: number): boolean {
    if (!isSurname(text.charCodeAt(at))) return false;
    const same =
      ((Near.#chars[text.charCodeAt(at)] as number) & 1) +
      (((Near.#chars[text.charCodeAt(at + 1)] as number) >> 1) & 1) +
      (((Near.#chars[text.charCodeAt(at + 2)] as number) >> 2) & 1);
    if (same < 2) return false;
    const form = text.slice(at, at + 3);
    return isHan(form.charCodeAt(1)) && isHan(form.charCodeAt(2)) && this.#isNear(form);
  }

  #isNear(form: string): boolean {
    return patternsOf(form).some((pattern) => this.#patterns.has(pattern)) && !NO_NAME.test(form);
  }
}

const nearIn = new WeakMap<ArticleReading["node"], { readonly key: string; readonly uses: KeptUses }>();

/** Every use, placed or not, of `names` (of three characters) and of forms that differ from one in one character. */
export function nearUsesOf(reading: Reading, names: readonly string[]): Uses {
  if (names.length === 0) return new Map();
  const near = Near.of(names);
  return gathered(reading, (article) => {
    const known = nearIn.get(article.node);
    if (known?.key === near.key) return known.uses;
    const uses = new Map<string, KeptUse[]>();
    for (const [index, { role, text }] of article.parts.entries()) {
      if (role === "jump") continue;
      for (let at = 0; at + 3 <= text.length; at++) {
        if (!near.isAt(text, at)) continue;
        const form = text.slice(at, at + 3);
        const list = uses.get(form) ?? [];
        if (list.length < MOST) list.push({ index, at, ...standingOf(text, at, 3) });
        uses.set(form, list);
      }
    }
    nearIn.set(article.node, { key: near.key, uses });
    return uses;
  });
}

/** Every use of the names, whatever their length, in reading order. Names are few: each is looked for by itself. */
export function usesOfNames(reading: Reading, names: readonly string[]): Uses {
  const all = new Map<string, Use[]>();
  for (const name of names)
    for (const page of reading.pages)
      for (const article of page.articles)
        for (const [index, part] of article.parts.entries()) {
          if (part.role === "jump") continue;
          for (let at = part.text.indexOf(name); at >= 0; at = part.text.indexOf(name, at + name.length)) {
            const use = { index, at, article: article.id, part, ...standingOf(part.text, at, name.length) };
            const list = all.get(name);
            if (list) list.push(use);
            else all.set(name, [use]);
          }
        }
  return all;
}
