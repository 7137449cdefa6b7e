/** The red check of two versions of an edition file, for paper. */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import { headlineOf } from "../../core/edition/headline.ts";
import { locate } from "../../core/edition/outline.ts";
import { proofBefore } from "../../core/edition/rounds.ts";
import { sharing } from "../../core/edition/share.ts";
import { Problem } from "../../core/problem.ts";
import { itemsOn, redOf } from "../../core/report/red-items.ts";
import { redPage } from "../../core/report/red-page.ts";
import { inForce } from "../store/decisions.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { editionOf, pagesOf } from "../store/versions.ts";
import { clock } from "./clock.ts";

export interface RedOrder {
  readonly store: EditionStore;
  /** Id of the earlier version, 0 for the last proof on which the pages were other; of the later, 0 for the edition as it is. */
  readonly before: number;
  readonly after: number;
  /** Page numbers; all where none is named. */
  readonly pages: readonly string[];
  readonly locale: Locale;
  /** ISO instant. */
  readonly created: string;
}

export interface RedReportMade {
  readonly html: string;
  readonly pages: readonly string[];
  /** Corrections that were not made as asked, and changes that nobody asked for. */
  readonly open: number;
  readonly items: number;
}

/** Throws a Problem "version.none" where there is no such version, "version.untaken" where no proof was taken yet. */
export function makeRedReport({ store, locale, created, ...order }: RedOrder): RedReportMade {
  const taken = store.versions.list();
  const now = editionOf(store, order.after);
  const pages = now.pages
    .map(({ attrs }) => ({ id: attrs.id as string, number: attrs.number as string }))
    .filter(({ number }) => order.pages.length === 0 || order.pages.includes(number));
  const printed = pagesOf(now).filter(({ id }) => pages.some((page) => page.id === id));
  const past = order.after ? taken.filter(({ id }) => id < order.after) : taken;
  const earlier = order.before || proofBefore(past, printed)?.id;
  if (!earlier) throw new Problem("version.untaken");
  const red = redOf(sharing(now, editionOf(store, earlier)), now, [
    ...inForce(store.decisions.list()).values(),
  ]);
  const nameOf = (id: number) => {
    const version = taken.find((one) => one.id === id);
    if (!version) return word(locale, "rounds.version.now");
    const { round, name, time, author } = version;
    const called = name || word(locale, `round.${round}`);
    return `${word(locale, "rounds.version", { round: called, time: clock(time), author })} · ${id}`;
  };
  const { signs } = now.style.signing;
  const html = redPage({
    ...{ locale, facts: now.facts, red, pages },
    before: nameOf(earlier),
    after: nameOf(order.after),
    headline(block) {
      for (const edition of [red.after, red.before]) {
        const found = locate(edition, block);
        if (found) return headlineOf(edition, found.node);
      }
      return "";
    },
    roles: [...new Set(Object.values(signs).flat())].map((role) => `role.${role}`),
    made: clock(created),
  });
  const items = new Set(pages.flatMap(({ id }) => itemsOn(id, red)));
  return {
    html,
    pages: pages.map(({ number }) => number),
    items: items.size,
    open: [...items].filter(({ group }) => group !== "made").length,
  };
}
