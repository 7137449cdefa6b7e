/** Runs rules over an edition as proofread does, without figures: enough for rules that read words and marks. */
import { word } from "../../../../core/catalogue/catalogue.ts";
import type { Edition } from "../../../../core/edition/edition.ts";
import { readEdition } from "../../../../core/edition/reading.ts";
import { createGazetteer } from "../../../../core/proof/gazetteer.ts";
import type { Finding } from "../../../../core/proof/proofing.ts";
import { quoteOf } from "../../../../core/proof/report.ts";
import type { Rule } from "../../../../core/proof/rule.ts";

export function run(rules: readonly Rule[], edition: Edition): Finding[] {
  const reading = readEdition(edition);
  const { style } = edition;
  const context = {
    reading,
    figures: [],
    relations: [],
    gazetteer: createGazetteer(style.proof.places),
    style,
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (rule.edition) findings.push(...rule.edition(context));
    for (const page of reading.pages)
      for (const article of page.articles)
        if (rule.article) findings.push(...rule.article({ ...context, page, article }));
  }
  return findings;
}

/** "pairing error ”: …" — one line a finding, for reading and for comparing. */
export function told(finding: Finding): string {
  const words = word("zh", finding.message.key, finding.message.values);
  return `${finding.rule} ${finding.severity} ${quoteOf(finding.span)}: ${words}`;
}
