/**
 * docs/rules.md, made from the rules themselves: their names, sources and examples. Run this file to write it; a test
 * holds the file to what it would write.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { word } from "../core/catalogue/catalogue.ts";
import type { Rule, RuleExample } from "../core/proof/rule.ts";
import { groupedRules } from "../core/proof/rules/groups.ts";

export const RULES_PAGE = fileURLToPath(new URL("../docs/rules.md", import.meta.url));

const HEAD = `# Proofing rules

Made from the rules' own files by \`cli/rules-page.ts\`; do not edit. Every example below is a test: those marked ✗ are reported
at the bold place, those marked ✓ are left alone. A house style switches a rule off by its id (\`proof.off\`) or changes its
severity (\`proof.severity\`); words the desk has accepted (\`proof.lexicon\`) are not reported.

**error**: certainly wrong · **warning**: a person must look · **advice**: style. The severity given is the rule's usual one; a rule
may be milder where it is less sure.
`;

/** The example with the reported place in bold; lines of the text stay lines. */
function shown({ text, quote, house }: RuleExample): string {
  const at = quote === undefined ? -1 : text.lastIndexOf(quote);
  const marked =
    quote === undefined || at < 0
      ? escaped(text)
      : `${escaped(text.slice(0, at))}<b>${escaped(quote)}</b>${escaped(text.slice(at + quote.length))}`;
  const lists = house === undefined ? "" : ` _${escaped(JSON.stringify(house))}_`;
  return marked.replaceAll("\n", "<br>") + lists;
}

/** What Markdown would read as markup, shown as it stands. */
function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char] as string)
    .replace(/[\\`*_[\]#|~]/g, "\\$&");
}

function section(rule: Rule): string {
  const examples = [
    ...rule.fires.map((example) => `- ✗ ${shown(example)}`),
    ...rule.silent.map((example) => `- ✓ ${shown(example)}`),
  ];
  return `### ${word("zh", rule.name)} · ${word("en", rule.name)}

\`${rule.id}\` · ${rule.severity} · ${rule.source}

${word("zh", rule.about)}

${word("en", rule.about)}

${examples.join("\n")}
`;
}

export function rulesPage(): string {
  const groups = groupedRules().flatMap(({ group, rules }) => [
    `## ${word("zh", `house.group.${group}`)} · ${word("en", `house.group.${group}`)}\n`,
    ...rules.map(section),
  ]);
  return [HEAD, ...groups].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(RULES_PAGE, rulesPage());
