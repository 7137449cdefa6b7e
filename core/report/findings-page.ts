/**
 * The findings report (查校报告): what proofing found and what was decided about it, by page and article, with quote,
 * evidence, rule and source; every figure with its state; lines to sign. For the file, and for paper.
 */
import { word } from "../catalogue/catalogue.ts";
import type { Locale, Values } from "../catalogue/message.ts";
import type { EditionFacts } from "../edition/facts.ts";
import type { PageReading, Reading } from "../edition/reading.ts";
import { type Fill, html, htmlPage, type Markup } from "../html/markup.ts";
import { relationsByFigure } from "../proof/by-figure.ts";
import {
  type Decided,
  type DecidedFigure,
  type DecidedFinding,
  wordsAfter,
  wordsBefore,
} from "../proof/decided.ts";
import { equationWords } from "../proof/equation.ts";
import { homesOf, piecesOf } from "../proof/homes.ts";
import type { Proofing, Span } from "../proof/proofing.ts";
import type { Rule } from "../proof/rule.ts";
import { reportCss } from "./style.ts";

/** A decision in force, with who took it. */
export interface ReportDecision {
  readonly subject: string;
  readonly verdict: "accepted" | "ignored" | "open";
  readonly reason: string;
  readonly author: string;
  /** As a person reads it. */
  readonly time: string;
}

/** A small picture of a page, and where on it findings stand, in pt from the corner of the trim. */
export interface ReportView {
  /** Address of the picture: "data:…". */
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  places(span: Span): readonly { readonly x: number; readonly y: number }[];
}

export interface FindingsReport {
  readonly locale: Locale;
  readonly facts: EditionFacts;
  readonly reading: Reading;
  readonly proofing: Proofing;
  readonly decided: Decided<ReportDecision>;
  readonly rules: readonly Rule[];
  /** Pages that are told of, by number. */
  readonly pages: readonly string[];
  /** By page number. */
  readonly views: ReadonlyMap<string, ReportView>;
  /** Catalogue keys of who signs, and signatures given already, as words. */
  readonly roles: readonly string[];
  readonly signatures: readonly string[];
  /** When it was made, as a person reads it. */
  readonly made: string;
}

type Found = DecidedFinding<ReportDecision> & { readonly number: number };
type FigureRow = DecidedFigure<ReportDecision>;

/** Characters either side of a quotation. */
const AROUND = 22;
/** Quotations of evidence longer than this are told by their ends. */
const EVIDENCE = 40;

export function findingsPage(report: FindingsReport): string {
  return new Writer(report).page();
}

class Writer {
  readonly #report: FindingsReport;
  readonly #found: readonly Found[];
  readonly #figures: readonly FigureRow[];
  readonly #relations: ReturnType<typeof relationsByFigure>;

  constructor(report: FindingsReport) {
    this.#report = report;
    const shown = (page: PageReading) => report.pages.includes(page.number);
    this.#found = report.decided.findings
      .filter(({ page }) => shown(page))
      .map((finding, i) => ({ ...finding, number: i + 1 }));
    this.#figures = report.decided.figures.filter(({ page }) => shown(page));
    this.#relations = relationsByFigure(report.proofing.relations);
  }

  page(): string {
    const { facts, reading, pages, locale, made } = this.#report;
    const title = [this.#say("report.title"), facts.paper, facts.date].filter(Boolean).join(" ");
    return htmlPage({
      lang: locale === "zh" ? "zh-Hans" : "en",
      title,
      css: reportCss,
      pictures: "data:",
      body: html`<main>
<header class="head"><h1>${this.#say("report.title")}</h1>
<p>${[facts.paper, facts.date].filter(Boolean).join(" · ")}<br>${pages.join("、")} · ${this.#say("report.made", { time: made })}</p></header>
${this.#summary()}
${reading.pages.filter(({ number }) => pages.includes(number)).map((page) => this.#section(page))}
${this.#table()}
${this.#signing()}
</main>`,
    });
  }

  #summary(): Markup {
    const open = this.#found.filter(({ decision }) => decision === null);
    const of = (severity: string) => open.filter(({ finding }) => finding.severity === severity).length;
    const state = (name: string) => this.#figures.filter((figure) => figure.state === name).length;
    const cell = (label: string, value: number, more: string) =>
      html`<div><dt>${label}</dt><dd>${value} <small>${more}</small></dd></div>`;
    return html`<dl class="sum">
${cell(this.#say("report.errors"), of("error"), this.#say("report.queries", { warnings: of("warning"), advice: of("advice") }))}
${cell(this.#say("report.decided"), this.#found.length - open.length, this.#say("report.of", { n: this.#found.length }))}
${cell(this.#say("report.figures.open"), state("contradicted") + state("unchecked"), this.#say("report.figures.split", { contradicted: state("contradicted"), unchecked: state("unchecked") }))}
${cell(this.#say("report.figures.done"), state("verified") + state("checked"), this.#say("report.of", { n: this.#figures.length }))}
</dl>`;
  }

  #section(page: PageReading): Markup {
    const own = this.#found.filter((found) => found.page === page);
    const title = page.node.attrs.title as string;
    const groups = Map.groupBy(own, ({ article }) => article);
    return html`<section class="page"><h2>${this.#say("report.page", { page: page.number })}${title && ` ${title}`}<small>${this.#say("report.count", { n: own.length })}</small></h2>
${this.#view(page, own)}
${own.length === 0 && html`<p class="none">${this.#say("report.none")}</p>`}
${[...groups].map(
  ([article, list]) =>
    html`<h3>${article.headline || this.#say("cli.no-headline")}</h3>${list.map((found) => this.#finding(found))}`,
)}</section>`;
  }

  #view(page: PageReading, own: readonly Found[]): Markup | null {
    const view = this.#report.views.get(page.number);
    if (!view || own.length === 0) return null;
    const { width, height } = view;
    const size = width / 26;
    const marks = own.flatMap(({ number, finding }) =>
      view
        .places(finding.span)
        .map(
          ({ x, y }) =>
            html`<g class="${finding.severity}" transform="translate(${round(x)} ${round(y)})"><circle r="${round(size)}" fill="${tones[finding.severity]}" stroke="#fff" stroke-width="${round(size / 8)}"/><text y="${round(size * 0.38)}" text-anchor="middle" font-size="${round(size * 1.05)}" fill="#fff">${number}</text></g>`,
        ),
    );
    return html`<figure class="view"><svg viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="${this.#say("report.view", { page: page.number })}"><image href="${view.picture}" width="${round(width)}" height="${round(height)}" preserveAspectRatio="none"/>${marks}</svg><figcaption>${this.#say("report.view", { page: page.number })}</figcaption></figure>`;
  }

  #finding({ number, finding, span, quote, decision }: Found): Markup {
    const { rule, severity, message, evidence, fixes } = finding;
    const about = this.#report.rules.find(({ id }) => id === rule);
    const quotes = evidence.map((place) => this.#quoted(place)).filter(Boolean);
    const rows: readonly (readonly [string, Fill])[] = [
      ["report.evidence", quotes.map((text) => `“${shortened(text)}”`).join(" ")],
      [
        "report.fix",
        fixes.map(({ text }) => (text === "" ? this.#say("press.proof.delete") : text)).join(" / "),
      ],
      ["report.rule", about ? `${word(this.#report.locale, about.name)} · ${about.source}` : rule],
      ["report.decision", decision && this.#decision(decision)],
    ];
    return html`<article class="finding ${severity}${decision && " decided"}"><p class="n">${number}</p><div>
<p class="said"><b>${this.#say(`proof.severity.${severity}`)}</b> ${this.#say(message.key, message.values)}</p>
<p class="quote">${wordsBefore(span, AROUND)}<mark>${quote}</mark>${wordsAfter(span, AROUND)}</p>
<dl>${rows.map(([label, value]) => value && html`<dt>${this.#say(label)}</dt><dd>${value}</dd>`)}</dl>
</div></article>`;
  }

  #decision({ verdict, reason, author, time }: ReportDecision): string {
    const said = this.#say(`report.verdict.${verdict}`);
    const by = this.#say("report.by", { author, time });
    return [said, reason && this.#say("report.reason", { reason }), by]
      .filter(Boolean)
      .join(this.#say("report.stop"));
  }

  #table(): Markup | null {
    if (this.#figures.length === 0) return null;
    let home: FigureRow["article"] | null = null;
    const rows = this.#figures.map((figure) => {
      const { span, quote, state, decision, page, article } = figure;
      const relations = this.#relations(span);
      const head =
        article !== home &&
        html`<tr class="row-head"><td>${page.number}</td><td colspan="3">${article.headline || this.#say("cli.no-headline")}</td></tr>`;
      home = article;
      return html`${head}<tr><td></td><td>${wordsBefore(span, 9)}<mark class="${state}">${quote}</mark>${wordsAfter(span, 9)}</td><td class="state ${state}">${this.#say(`desk.figures.${state}`)}</td><td class="relation">${
        relations.length > 0
          ? relations
              .slice(0, 2)
              .map(
                (relation) =>
                  html`<p>${this.#say(`rule.${relation.kind}`)} ${equationWords(relation)} ${relation.holds ? "✓" : "✗"}</p>`,
              )
          : decision
            ? this.#say("report.by", decision as unknown as Values)
            : state === "unchecked" && html`<span class="tick"></span> ${this.#say("report.tick")}`
      }</td></tr>`;
    });
    return html`<section class="page figures"><h2>${this.#say("report.figures")}<small>${this.#say("report.figures.about")}</small></h2>
<table><thead><tr>${["page", "figure", "state", "relation"].map((column) => html`<th scope="col">${this.#say(`report.column.${column}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></section>`;
  }

  #signing(): Markup {
    const { roles, signatures } = this.#report;
    return html`<section class="sign"><h2>${this.#say("report.sign")}</h2>
${signatures.length > 0 && html`<p class="given">${this.#say("report.signed")}${signatures.join("；")}</p>`}
<ul>${roles.map((role) => html`<li>${this.#say(role)}</li>`)}<li>${this.#say("report.time")}</li></ul></section>`;
  }

  #quoted(span: Span): string {
    return piecesOf(span, homesOf(this.#report.reading))
      .map(({ part, from, to }) => part.text.slice(from, to))
      .join("");
  }

  #say(key: string, values: Values = {}): string {
    return word(this.#report.locale, key, values);
  }
}

/** On the picture, where styles of print are not sure to reach. */
const tones = { error: "#b3261e", warning: "#7d5200", advice: "#2c5f92" } as const;

const round = (value: number): number => Math.round(value * 10) / 10;

function shortened(text: string): string {
  const signs = [...text];
  if (signs.length <= EVIDENCE) return text;
  const half = Math.floor((EVIDENCE - 2) / 2);
  return `${signs.slice(0, half).join("")}……${signs.slice(-half).join("")}`;
}
