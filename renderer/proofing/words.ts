/** Findings, figures and relations in words: for rows, cards and screen readers. */
import { equationWords } from "../../core/proof/equation.ts";
import type { Translate } from "../i18n/locale.tsx";
import type { FigureItem, FindingItem } from "./items.ts";

/** The sign of a state: read without its colour. */
export const signs = { verified: "✓", contradicted: "✗", unchecked: "?", checked: "人" } as const;

export function spoken(t: Translate, item: FindingItem | FigureItem): string {
  const place = [t("desk.proof.page", { page: item.page.number }), item.article.headline ?? ""].filter(
    Boolean,
  );
  if ("figure" in item) {
    const said = t(`desk.figures.${item.state}`);
    const sums = item.relations.slice(0, 1).map((relation) => equationWords(relation));
    return [said, `${item.passage.before}${item.passage.quote}${item.passage.after}`, ...sums, ...place].join(
      t("desk.proof.stop"),
    );
  }
  const { severity, message, rule } = item.finding;
  return [
    t(`desk.proof.${severity}`),
    t(`rule.${rule}`),
    item.passage.quote,
    t(message.key, message.values),
    ...place,
  ].join(t("desk.proof.stop"));
}
