/**
 * Proofing of an edition: figures, relations, and what every rule has to say, in reading order.
 *
 * What was found in an article is kept under its document node, and re-used as long as the article, its jumps and
 * what the rules were given stay the same; so an edit re-checks the article it touched, and rules about the whole
 * edition. Documents are immutable, so nothing kept can be stale.
 */
import type { Node } from "prosemirror-model";
import type { ArticleReading, PageReading, Reading, TextPart } from "../edition/reading.ts";
import type { HouseStyle } from "../edition/style.ts";
import { isAccepted } from "./lexicon.ts";
import type { Finding, Proofing, Severity, Span } from "./proofing.ts";
import { type ArticleFigures, relationsOf } from "./relations/relate.ts";
import type { Gazetteer, Rule } from "./rule.ts";

export interface ProofreadOptions {
  readonly gazetteer: Gazetteer;
  readonly style: HouseStyle;
  readonly rules: readonly Rule[];
}

interface Kept {
  readonly key: readonly unknown[];
  readonly parts: readonly TextPart[];
  readonly figures: ArticleFigures;
  readonly findings: readonly Finding[];
}

const kept = new WeakMap<Node, Kept>();

interface KeptPage {
  readonly key: readonly unknown[];
  readonly articles: readonly Kept[];
}

/** A page's reading is the same object while nothing on the page changes, nor any jump. */
const keptPages = new WeakMap<PageReading, KeptPage>();

/** Findings, relations and figure states of the reading; findings in reading order, the graver first at one place. */
export function proofread(reading: Reading, options: ProofreadOptions): Proofing {
  const { gazetteer, style } = options;
  const rules = rulesIn(options);
  const articles = reading.pages.flatMap((page) => proofreadPage(reading, page, options));
  const relations = articles.flatMap((article) => article.figures.relations);
  const figures = articles.flatMap((article) => article.figures.figures);
  const findings = articles.flatMap((article) => article.findings);
  for (const rule of rules) {
    if (!rule.edition) continue;
    for (const finding of rule.edition({ reading, figures, relations, gazetteer, style }))
      if (!isRight(finding, style)) findings.push(graded(finding, style));
  }
  return { findings: inReadingOrder(findings, articles), relations, figures };
}

const rulesIn = ({ rules, style }: ProofreadOptions) =>
  rules.filter((rule) => !style.proof.off.includes(rule.id));

/** What is said in the articles of one page, kept until the page changes: `proofread` then has no more to do there. */
export function proofreadPage(
  reading: Reading,
  page: PageReading,
  options: ProofreadOptions,
): readonly Kept[] {
  const { gazetteer, style, rules: given } = options;
  const key = [given, gazetteer, style, reading.date, reading.paper];
  const known = keptPages.get(page);
  if (known?.key.every((value, i) => value === key[i])) return known.articles;
  const rules = rulesIn(options);
  const articles = page.articles.map((article) => proofreadArticle(reading, page, article, rules, options));
  keptPages.set(page, { key, articles });
  return articles;
}

/** Where a part stands: its article's parts, and its place among them. */
const places = new WeakMap<TextPart, { readonly among: readonly TextPart[]; readonly index: number }>();

function inReadingOrder(findings: readonly Finding[], articles: readonly Kept[]): Finding[] {
  const order = new Map(articles.map(({ parts }, i) => [parts, i]));
  const place = ({ from }: Span) => {
    const at = places.get(from.part);
    return at ? { article: order.get(at.among) ?? 0, part: at.index } : { article: 0, part: 0 };
  };
  return findings
    .map((finding) => ({ finding, ...place(finding.span), offset: finding.span.from.offset }))
    .sort(
      (a, b) =>
        a.article - b.article ||
        a.part - b.part ||
        a.offset - b.offset ||
        grave[a.finding.severity] - grave[b.finding.severity],
    )
    .map(({ finding }) => finding);
}

const grave: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

function graded(finding: Finding, style: HouseStyle): Finding {
  const severity = style.proof.severity[finding.rule];
  return severity === undefined || severity === finding.severity ? finding : { ...finding, severity };
}

/** Rules that read arithmetic, dates and places of text: a word that is right does not make these so. */
const UNSPOKEN = new Set([
  ...["sum", "balance", "change", "ratio", "same", "order"],
  ...[
    "dates",
    "dateline",
    "reporting-day",
    "countdown",
    "years",
    "jump",
    "jump-join",
    "duplicate-paragraph",
    "duplicate-sentence",
  ],
]);

/** True where the finding is about a word the desk has said is right. */
function isRight({ rule, span: { from, to } }: Finding, { proof }: HouseStyle): boolean {
  if (proof.lexicon.length === 0 || UNSPOKEN.has(rule) || from.part !== to.part) return false;
  return isAccepted(proof.lexicon, from.part.text, from.offset, to.offset);
}

function proofreadArticle(
  reading: Reading,
  page: PageReading,
  article: ArticleReading,
  rules: readonly Rule[],
  { gazetteer, style, rules: given }: ProofreadOptions,
): Kept {
  const jumps = article.jumps.map((jump) => `${jump.line}${jump.backLine}${jump.continuation?.page}`).join();
  const key = [given, gazetteer, style, reading.date, reading.paper, page.number, jumps];
  for (const [index, part] of article.parts.entries()) places.set(part, { among: article.parts, index });
  const old = kept.get(article.node);
  if (old && old.key.length === key.length && old.key.every((value, i) => value === key[i])) {
    const moved = move(old, article);
    kept.set(article.node, moved);
    return moved;
  }
  const figures = relationsOf(article);
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!rule.article) continue;
    const context = { reading, page, article, ...figures, gazetteer, style };
    for (const finding of rule.article(context))
      if (!isRight(finding, style)) findings.push(graded(finding, style));
  }
  const result = { key, parts: article.parts, figures, findings };
  kept.set(article.node, result);
  return result;
}

/** What was kept, its places told in the parts of the reading at hand. */
function move(old: Kept, article: ArticleReading): Kept {
  if (old.parts === article.parts) return old;
  const parts = new Map(old.parts.map((part, i) => [part, article.parts[i] as TextPart]));
  const spanAt = ({ from, to }: Span): Span => ({
    from: { part: parts.get(from.part) ?? from.part, offset: from.offset },
    to: { part: parts.get(to.part) ?? to.part, offset: to.offset },
  });
  return {
    key: old.key,
    parts: article.parts,
    figures: relationsOf(article),
    findings: old.findings.map((finding) => ({
      ...finding,
      span: spanAt(finding.span),
      evidence: finding.evidence.map(spanAt),
      fixes: finding.fixes.map((fix) => ({ ...fix, span: spanAt(fix.span) })),
    })),
  };
}
