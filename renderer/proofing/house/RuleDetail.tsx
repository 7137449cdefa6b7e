/** One rule in full, from the same data as docs/rules.md: what it is about, what it rests on, what it reports and what not. */
import { Fragment } from "react";
import type { Rule, RuleExample } from "../../../core/proof/rule.ts";
import { useT } from "../../i18n/locale.tsx";

export function RuleDetail({ rule }: { rule: Rule }) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys too
    <section className="house-detail" aria-label={t(rule.name)} tabIndex={0} data-kind={rule.severity}>
      <h3>
        {t(rule.name)} <code>{rule.id}</code>
      </h3>
      <p>{t(rule.about)}</p>
      <p className="proof-source">{t("desk.proof.source", { source: rule.source })}</p>
      {(["fires", "silent"] as const).map((which) => (
        <Fragment key={which}>
          <h4>{t(`house.rule.${which}`)}</h4>
          <ul className="house-examples" data-which={which} lang="zh-Hans">
            {rule[which].map((example) => (
              <li key={example.text}>
                <Example example={example} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}

function Example({ example }: { example: RuleExample }) {
  const t = useT();
  const { quote, house } = example;
  const text = example.text.replace(
    /^# ?([A-Z]\d+)\n+/gm,
    (_, page) => `${t("desk.proof.page", { page })}\n`,
  );
  const at = quote === undefined ? -1 : text.lastIndexOf(quote);
  const entries = house ? entriesOf(house) : [];
  return (
    <>
      <p className="house-example">
        {quote === undefined || at < 0 ? (
          text
        ) : (
          <>
            {text.slice(0, at)}
            <mark>{quote}</mark>
            {text.slice(at + quote.length)}
          </>
        )}
      </p>
      {entries.length ? (
        <p className="house-example-lists">{t("house.rule.with", { entries: entries.join("、") })}</p>
      ) : null}
    </>
  );
}

/** The house's lists that an example speaks of, in words. */
function entriesOf({
  people = [],
  terms = [],
  lexicon = [],
  forms,
}: NonNullable<RuleExample["house"]>): string[] {
  const byline = forms && { space: "记者 姓名", slash: "记者/姓名", close: "记者姓名", "": "" }[forms.byline];
  return [
    ...people.map(({ name, title }) => `${title}${name}`),
    ...terms.map(({ term, instead }) => (instead ? `${term}→${instead}` : term)),
    ...lexicon,
    ...(byline ? [byline] : []),
  ];
}
