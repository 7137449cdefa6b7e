/** The finding in front, in full: the place, what speaks against it, the rule, and what can be done. */
import { sameSpan } from "../../core/proof/by-figure.ts";
import { homesOf, piecesOf } from "../../core/proof/homes.ts";
import type { Relation } from "../../core/proof/proofing.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { shortTime } from "../desk/words.ts";
import { useOpenEdition, useWorkplace } from "../desk/workplace.ts";
import { type Translate, useT } from "../i18n/locale.tsx";
import type { Decision } from "../session/decisions.ts";
import { isLexical, show } from "./actions.ts";
import { Equation } from "./Equation.tsx";
import type { FindingItem } from "./items.ts";
import { PlaceLink, Quote } from "./Quote.tsx";
import { ReasonForm } from "./ReasonForm.tsx";
import { Sign } from "./Sign.tsx";
import { useRound } from "./use-round.ts";
import { Walk } from "./Walk.tsx";

const ruleById = new Map(allRules.map((rule) => [rule.id, rule]));

interface FindingCardProps {
  readonly item: FindingItem;
  /** Place in the list, from 0; −1 where it is not listed. */
  readonly at: number;
  readonly of: number;
  /** The relation that fails, where the finding is about one. */
  readonly relation: Relation | undefined;
}

export function FindingCard({ item, at, of, relation }: FindingCardProps) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const { round, items } = useRound();
  const { finding, passage, article, page, decision } = item;
  const rule = ruleById.get(finding.rule);
  const asking = round.asking?.id === item.id ? round.asking : null;
  const homes = items ? homesOf(items.reading) : null;
  const rest = finding.evidence.filter((span) => !relation?.parts.some((part) => sameSpan(part.span, span)));
  return (
    <section className="proof-card" aria-label={t("desk.proof.detail")}>
      <header className="proof-card-head">
        <Sign of={finding.severity} />
        <strong data-kind={finding.severity}>{t(`desk.proof.${finding.severity}`)}</strong>
        <span>{t(`rule.${finding.rule}`)}</span>
        <Walk at={at} of={of} />
      </header>
      <div className="proof-card-body">
        <p className="proof-message">{t(finding.message.key, finding.message.values)}</p>
        <button
          type="button"
          className="proof-place"
          title={t("desk.proof.place")}
          onClick={() => open && show(workplace, open, item)}
        >
          <Quote passage={passage} kind={finding.severity} />
          <small>
            {t("desk.proof.page", { page: page.number })}
            {article.headline ? ` · ${article.headline}` : ""}
          </small>
        </button>
        {relation ? <Equation relation={relation} article={article.id} /> : null}
        {rest.length && homes ? (
          <div className="proof-evidence">
            <h3>{t("desk.proof.evidence")}</h3>
            <ul>
              {rest.map((span) => {
                const home = homes.get(span.from.part);
                const quote = piecesOf(span, homes)
                  .map(({ part, from, to }) => part.text.slice(from, to))
                  .join("");
                const key = `${home?.article.id} ${home?.index} ${span.from.offset} ${span.to.offset}`;
                return (
                  <li key={key}>
                    <PlaceLink span={span} article={home?.article.id ?? article.id} quote={quote} />
                  </li>
                );
              })}
            </ul>
          </div>
        ) : null}
        <Fixes item={item} />
        {decision ? <Decided decision={decision} /> : null}
        {rule ? (
          <details className="proof-about">
            <summary>{t("desk.proof.about")}</summary>
            <p>{t(rule.about)}</p>
            <p className="proof-source">{t("desk.proof.source", { source: rule.source })}</p>
            <CommandButton id="house.why" className="link-button" />
          </details>
        ) : null}
      </div>
      {asking ? (
        <ReasonForm item={item} scope={asking.scope} />
      ) : (
        <footer className="proof-card-foot">
          {decision ? (
            <CommandButton id="proof.reopen" />
          ) : (
            <>
              {finding.fixes.length ? <CommandButton id="proof.accept" className="button primary" /> : null}
              <CommandButton id="proof.ignore" />
              <CommandButton id="proof.ignore-edition" />
              {isLexical(item) ? <CommandButton id="proof.lexicon" /> : null}
            </>
          )}
        </footer>
      )}
    </section>
  );
}

function Fixes({ item }: { item: FindingItem }) {
  const t = useT();
  const [fix] = item.finding.fixes;
  if (!fix) return null;
  const { span, text } = fix;
  const quote = span.from.part.text.slice(span.from.offset, span.to.offset);
  const count = item.finding.fixes.length;
  return (
    <div className="proof-fix">
      <span className="visually-hidden">
        {t("desk.proof.fix.words", { quote, fix: text || t("desk.proof.fix.delete") })}
      </span>
      <span aria-hidden="true" lang="zh-Hans">
        <del>{quote}</del>
        <span className="proof-arrow">→</span>
        {text ? <ins>{text}</ins> : <em>{t("desk.proof.fix.delete")}</em>}
      </span>
      {count > 1 ? <small>{t("desk.proof.fix.all", { n: count })}</small> : null}
    </div>
  );
}

function Decided({ decision }: { decision: Decision }) {
  const t = useT();
  return (
    <div className="proof-decided">
      <p>{t("desk.proof.decided", byWhom(t, decision))}</p>
      <p>{decision.reason || t("desk.proof.no-reason")}</p>
    </div>
  );
}

export const byWhom = (t: Translate, { author, time }: Decision) => ({
  author: author || t("desk.proof.no-author"),
  time: shortTime(time),
});
