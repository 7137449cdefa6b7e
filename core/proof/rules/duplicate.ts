/**
 * What stands twice: paragraphs (in an article, or in two) and sentences of one article.
 *
 * Texts are compared bare of marks. A near repetition whose figures differ says something else and is none: bulletins
 * are made of such sentences.
 */
import type { Node } from "prosemirror-model";
import type { TextPart } from "../../edition/reading.ts";
import { type Common, Seen, textLikeness } from "../common.ts";
import { sentencesOf } from "../lexicon.ts";
import { type Bare, bare, LEAST_RUN, Repeated } from "../prints.ts";
import type { Finding, Span } from "../proofing.ts";
import { capped, reporter, spanOf } from "../report.ts";
import type { Rule } from "../rule.ts";
import {
  bareOf,
  isParagraph,
  isStatute,
  NEAR,
  ownWords,
  repeatedIn,
  repeatedParagraphs,
} from "./paragraphs.ts";
import { type Repeat, repeats } from "./repeats.ts";

/** The same across articles, where boilerplate (contacts, disclaimers) is more usual. */
const ACROSS = 40;
const SENTENCE = 15;
/** A run two sentences share, and its share of the longer one, that make them nearly the same. */
const RUN = 30;
const SHARE = 0.5;
/** A run worth showing beside such a pair. */
const ECHO = 18;
/** Such sentences kept for one sentence. */
const ECHOES = 4;

/** What is held against other articles: long paragraphs that do not stand twice in their own. */
const acrossArticles = repeats({
  partsOf({ node, parts }) {
    const twice = new Set(repeatedIn(node, parts).map(({ later }) => parts[later]));
    return parts.filter((part) => isParagraph(part) && !twice.has(part) && bareOf(part).length >= ACROSS);
  },
  printsOf: (part) => bareOf(part).prints,
  compare: (parts) => repeatedParagraphs(parts, ACROSS),
});

const reportParagraph = reporter("duplicate-paragraph", "error");

function showParagraph({ later, earlier, exact }: Repeat, statute = false): Finding {
  return reportParagraph(
    later,
    0,
    later.text.length,
    exact ? "proof.duplicate.paragraph" : "proof.duplicate.near-paragraph",
    {
      severity: statute ? "advice" : exact ? "error" : "warning",
      evidence: [spanOf(earlier, 0, earlier.text.length)],
    },
  );
}

export const duplicateParagraph: Rule = {
  id: "duplicate-paragraph",
  severity: "error",
  name: "rule.duplicate-paragraph",
  about: "rule.duplicate-paragraph.about",
  source: "《图书编校质量差错认定细则》：重复段落",
  fires: [
    {
      text: "渠首闸门昨日开启，春灌用水比去年提前五天送到田头，沿线二十一个村受益。\n村民说，这是近年来放水最早的一次。\n渠首闸门昨日开启，春灌用水比去年提前五天送到田头，沿线二十一个村受益。",
      quote: "渠首闸门昨日开启，春灌用水比去年提前五天送到田头，沿线二十一个村受益。",
    },
  ],
  silent: [
    {
      text: "截至2月3日24时，全县累计接待游客1200人次，其中省外游客300人次。\n截至2月4日24时，全县累计接待游客1500人次，其中省外游客420人次。",
    },
  ],
  *edition({ reading }) {
    for (const { articles } of reading.pages)
      for (const { node, parts } of articles)
        for (const { later, earlier, exact } of repeatedIn(node, parts)) {
          const statute = isStatute(node, parts);
          if (!exact && statute) continue;
          yield showParagraph(
            { later: parts[later] as TextPart, earlier: parts[earlier] as TextPart, exact },
            statute,
          );
        }
    for (const repeat of acrossArticles(reading)) yield showParagraph(repeat);
  },
};

const reportSentence = reporter("duplicate-sentence", "warning");

interface Sentence {
  readonly part: TextPart;
  readonly start: number;
  readonly end: number;
  /** Its text without marks, and offsets of that into the part's text. */
  readonly text: string;
  readonly at: (index: number) => number;
}

/** Sentences of a paragraph that have something in common with another, by their fingerprints. */
function* sentencesIn(part: TextPart, repeated: Repeated): Iterable<Sentence> {
  const letters = bareOf(part);
  const shared = repeated.in(letters);
  if (shared.length === 0) return;
  const { text, places } = letters;
  let from = 0;
  let next = 0;
  for (const { start, end } of sentencesOf(part.text)) {
    let to = from;
    while (to < places.length && (places[to] as number) < end) to++;
    const first = from;
    while (next < shared.length && (shared[next] as number) < from) next++;
    const at = (index: number) => places[first + index] as number;
    if (next < shared.length && (shared[next] as number) < to)
      yield { part, start, end, text: text.slice(from, to), at };
    from = to;
  }
}

function spanOfSentence({ part, start, end }: Sentence): Span {
  return spanOf(part, start, end);
}

/** Sentences of one article, each compared with those before it as it is added. */
class Sentences {
  readonly #seen = new Seen();
  readonly #exact = new Map<string, Sentence>();
  readonly #earlier: { readonly sentence: Sentence; readonly letters: Bare }[] = [];
  readonly #times = new Map<string, number>();
  /** For each sentence, others it shares a run worth showing with. */
  readonly #echoes: number[][] = [];

  add(sentence: Sentence): Finding | null {
    const { part, start, end, text } = sentence;
    const same = this.#exact.get(text);
    if (same) {
      this.#times.set(text, (this.#times.get(text) ?? 1) + 1);
      return reportSentence(part, start, end, "proof.duplicate.sentence", {
        evidence: [spanOfSentence(same)],
      });
    }
    this.#exact.set(text, sentence);
    const letters = bare(text);
    const commons = this.#seen.add(letters);
    const here = this.#earlier.push({ sentence, letters }) - 1;
    this.#echoes.push([]);
    for (const { old, length } of commons) {
      if (length < ECHO) continue;
      this.#echo(here, old);
      this.#echo(old, here);
    }
    const near = commons.find((common) => this.#isNear(sentence, letters, common));
    if (!near) return null;
    const also = new Set([...(this.#echoes[here] ?? []), ...(this.#echoes[near.old] ?? [])]);
    also.delete(here);
    also.delete(near.old);
    return reportSentence(part, start, end, "proof.duplicate.near-sentence", {
      values: { run: runOf(sentence, near) },
      evidence: [near.old, ...also].map((old) => spanOfSentence(this.#at(old).sentence)),
    });
  }

  /** What a tale or a song comes back to, said three times or more and spoken. */
  isRefrain(span: Span): boolean {
    const words = span.from.part.text.slice(span.from.offset, span.to.offset);
    return /[“‘]/.test(words) && (this.#times.get(bare(words).text) ?? 0) > 2;
  }

  #at(index: number) {
    return this.#earlier[index] as { readonly sentence: Sentence; readonly letters: Bare };
  }

  #echo(from: number, to: number): void {
    const echoes = this.#echoes[from] as number[];
    if (echoes.length < ECHOES) echoes.push(to);
  }

  #isNear(sentence: Sentence, letters: Bare, common: Common): boolean {
    const before = this.#at(common.old).letters;
    const shared =
      common.length >= SHARE * Math.max(letters.length, before.length) &&
      ownWords(runOf(sentence, common)) >= RUN;
    const alike = shared || (common.length >= LEAST_RUN && textLikeness(before.text, letters.text) >= NEAR);
    return alike && before.digits === letters.digits;
  }
}

function* repeatedSentences(article: Node, parts: readonly TextPart[]): Iterable<Finding> {
  const paragraphs = parts.filter(isParagraph);
  const prints = new Repeated(paragraphs.map(bareOf));
  const repeated = new Set(repeatedIn(article, parts).map(({ later }) => parts[later]));
  const sentences = new Sentences();
  const found: Finding[] = [];
  for (const part of paragraphs)
    if (!repeated.has(part)) found.push(...capped(sentencesTwice(part, sentences, prints)));
  const told = found.filter(({ span }) => !sentences.isRefrain(span));
  if (!isStatute(article, parts)) yield* told;
  else
    for (const finding of told)
      if (finding.message.key === "proof.duplicate.sentence") yield { ...finding, severity: "advice" };
}

function* sentencesTwice(part: TextPart, sentences: Sentences, repeated: Repeated): Iterable<Finding> {
  for (const sentence of sentencesIn(part, repeated)) {
    const finding = ownWords(sentence.text) < SENTENCE ? null : sentences.add(sentence);
    if (finding) yield finding;
  }
}

function runOf({ part, at }: Sentence, { here, length }: Common): string {
  return part.text.slice(at(here), at(here + length - 1) + 1);
}

export const duplicateSentence: Rule = {
  id: "duplicate-sentence",
  severity: "warning",
  name: "rule.duplicate-sentence",
  about: "rule.duplicate-sentence.about",
  source: "《图书编校质量差错认定细则》：重复语句",
  fires: [
    {
      text: "老街修缮坚持修旧如旧，先后征集居民意见三轮。施工队请来本地的老木匠。老街修缮坚持修旧如旧，先后征集居民意见三轮。",
      quote: "老街修缮坚持修旧如旧，先后征集居民意见三轮。",
    },
    {
      text: "他强调，要加快推进水系连通和清淤疏浚工程，尽早恢复沿线十二个村庄的灌溉能力，让群众早日用上放心水。\n会后，他又要求有关部门加快推进水系连通和清淤疏浚工程，尽早恢复沿线十二个村庄的灌溉能力，不留尾巴。",
      quote:
        "会后，他又要求有关部门加快推进水系连通和清淤疏浚工程，尽早恢复沿线十二个村庄的灌溉能力，不留尾巴。",
    },
  ],
  silent: [
    { text: "昨日最高气温12摄氏度，比前一天高2摄氏度。今日最高气温15摄氏度，比前一天高3摄氏度。" },
    { text: "要抓好春耕生产。要抓好春季造林。要抓好农田水利。" },
    {
      text: ["一", "二", "三", "四", "五"]
        .map(
          (n, i) =>
            `第${n}条 违反本办法${"甲乙丙丁戊"[i]}款规定的，由县水务部门责令限期改正，逾期不改正的，处以罚款并予以公告。`,
        )
        .join("\n"),
    },
  ],
  *article({ article }) {
    yield* repeatedSentences(article.node, article.parts);
  },
};
