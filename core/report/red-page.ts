/**
 * The red check for paper (核红单): what the earlier version asked for and what became of it, changes nobody asked for
 * first of the rest, each with a box to tick and a line to sign. A page of the edition is a section.
 */
import { word } from "../catalogue/catalogue.ts";
import type { Locale, Values } from "../catalogue/message.ts";
import { compareWords } from "../edition/compare-words.ts";
import type { EditionFacts } from "../edition/facts.ts";
import { html, htmlPage, type Markup } from "../html/markup.ts";
import { itemsOn, type Red, type RedItem, redGroups } from "./red-items.ts";
import { headWords, sides } from "./red-words.ts";
import { redCss, reportCss } from "./style.ts";

export interface RedReport {
  readonly locale: Locale;
  readonly facts: EditionFacts;
  readonly red: Red;
  /** The two versions as people call them. */
  readonly before: string;
  readonly after: string;
  /** Id and number of the pages that are told of. */
  readonly pages: readonly { readonly id: string; readonly number: string }[];
  /** Headline of a block, "" where it has none. */
  readonly headline: (block: string) => string;
  /** Catalogue keys of who signs. */
  readonly roles: readonly string[];
  /** When it was made, as a person reads it. */
  readonly made: string;
}

/** Longest stretch of unchanged words that is printed whole, in characters. */
const SAME = 30;

export function redPage(report: RedReport): string {
  const { locale, facts, before, after, pages, made, roles, red } = report;
  const say = (key: string, values: Values = {}) => word(locale, key, values);
  const title = [say("report.red.title"), facts.paper, facts.date].filter(Boolean).join(" ");
  const sections = pages.map(({ id, number }) => ({ number, items: itemsOn(id, red) }));
  const tally = redGroups.map((group) => ({
    group,
    n: new Set(sections.flatMap(({ items }) => items).filter((item) => item.group === group)).size,
  }));
  return htmlPage({
    lang: locale === "zh" ? "zh-Hans" : "en",
    title,
    css: reportCss + redCss,
    pictures: "'none'",
    body: html`<main>
<header class="head"><h1>${say("report.red.title")}</h1>
<p>${[facts.paper, facts.date].filter(Boolean).join(" · ")}<br>${pages.map(({ number }) => number).join("、")} · ${say("report.made", { time: made })}</p></header>
<p class="versions"><b>${say("rounds.red.before")}</b> ${before}<br><b>${say("rounds.red.after")}</b> ${after}</p>
<dl class="sum">${tally.map(({ group, n }) => html`<div><dt>${say(`rounds.red.group.${group}`)}</dt><dd>${n}</dd></div>`)}</dl>
${sections.map(({ number, items }) => section(report, say, number, items))}
<section class="sign"><h2>${say("report.sign")}</h2><ul>${roles.map((role) => html`<li>${say(role)}</li>`)}<li>${say("report.time")}</li></ul></section>
</main>`,
  });
}

type Say = (key: string, values?: Values) => string;

function section(report: RedReport, say: Say, number: string, items: readonly RedItem[]): Markup {
  const groups = redGroups.flatMap((group) => {
    const own = items.filter((item) => item.group === group);
    return own.length > 0 ? [{ group, own }] : [];
  });
  return html`<section class="page"><h2>${say("report.page", { page: number })}<small>${say("report.red.count", { n: items.length })}</small></h2>
${items.length === 0 && html`<p class="none">${say("rounds.red.same")}</p>`}
${groups.map(
  ({
    group,
    own,
  }) => html`<h3 class="${group}">${say(`rounds.red.group.${group}`)} <small>${own.length}</small></h3>
<table class="red"><tbody>${own.map((item) => row(report, say, item))}</tbody></table>`,
)}</section>`;
}

function row({ headline }: RedReport, say: Say, item: RedItem): Markup {
  const { correction, change } = item;
  const { before, after } = sides(say, item);
  const block = correction ? correction.correction.place.block : (change?.block ?? "");
  const asked =
    correction && "text" in correction.correction && correction.correction.text !== null
      ? correction.correction.text || say("rounds.red.delete")
      : "";
  return html`<tr><td class="box"><span class="tick"></span></td><td class="what"><p>${headWords(say, item)}</p><p class="where">${headline(block)}</p></td>
<td>${words(say, before, after)}${asked && html`<p class="where">${say("rounds.red.asked")} ${asked}</p>`}</td></tr>`;
}

/** Both sides as one text: what went struck out, what came underlined. */
function words(say: Say, before: string, after: string): Markup {
  if (before === after) return html`<p>${shortened(before)}</p>`;
  const spans = compareWords(before, after);
  let at = 0;
  const parts: Markup[] = [];
  for (const { fromA, toA, fromB, toB } of spans) {
    parts.push(html`${shortened(before.slice(at, fromA))}`);
    if (toA > fromA) parts.push(html`<del>${before.slice(fromA, toA)}</del>`);
    if (toB > fromB) parts.push(html`<ins>${after.slice(fromB, toB)}</ins>`);
    at = toA;
  }
  parts.push(html`${shortened(before.slice(at))}`);
  return html`<p>${parts}${before === "" && after === "" && say("rounds.red.nothing")}</p>`;
}

function shortened(text: string): string {
  const signs = [...text];
  if (signs.length <= SAME) return text;
  const half = Math.floor(SAME / 2) - 1;
  return `${signs.slice(0, half).join("")}……${signs.slice(-half).join("")}`;
}
