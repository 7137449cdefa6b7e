/** The figure in front: the relations it stands in, or who has checked it, or that nobody has. */
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useOpenEdition, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { show } from "./actions.ts";
import { Equation } from "./Equation.tsx";
import { byWhom } from "./FindingCard.tsx";
import type { FigureItem } from "./items.ts";
import { Quote } from "./Quote.tsx";
import { Sign } from "./Sign.tsx";
import { useRound } from "./use-round.ts";
import { Walk } from "./Walk.tsx";

interface FigureCardProps {
  readonly item: FigureItem;
  /** Place in the list, from 0; −1 where it is not listed. */
  readonly at: number;
  readonly of: number;
}

export function FigureCard({ item, at, of }: FigureCardProps) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const { round, set } = useRound();
  const { passage, article, page, state, relations, decision } = item;
  const relation = relations[round.relation] ?? relations[0];
  return (
    <section className="proof-card" aria-label={t("desk.figures.detail")}>
      <header className="proof-card-head">
        <Sign of={state} />
        <strong data-kind={state}>{t(`desk.figures.${state}`)}</strong>
        <span>{relation ? t(`rule.${relation.kind}`) : ""}</span>
        <Walk at={at} of={of} />
      </header>
      <div className="proof-card-body">
        <button
          type="button"
          className="proof-place"
          title={t("desk.proof.place")}
          onClick={() => open && show(workplace, open, item)}
        >
          <Quote passage={passage} kind={state} />
          <small>
            {t("desk.proof.page", { page: page.number })}
            {article.headline ? ` · ${article.headline}` : ""}
          </small>
        </button>
        {relations.length > 1 ? (
          <fieldset className="choice proof-relations" aria-label={t("desk.figures.relations")}>
            {relations.map((other, i) => (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: relations of one figure have no other name
                key={i}
                type="button"
                aria-pressed={other === relation}
                onClick={() => set({ relation: i, lit: [] })}
              >
                <Sign of={other.holds ? "verified" : "contradicted"} />
                {t(`rule.${other.kind}`)}
              </button>
            ))}
          </fieldset>
        ) : null}
        {relation ? <Equation relation={relation} article={article.id} /> : null}
        {state === "contradicted" ? <p className="hint">{t("desk.figures.fails-elsewhere")}</p> : null}
        {state === "unchecked" ? <p className="hint">{t("desk.figures.unchecked.about")}</p> : null}
        {state === "checked" && decision ? (
          <p className="hint">{t("desk.figures.checked.about", byWhom(t, decision))}</p>
        ) : null}
      </div>
      {state === "unchecked" || state === "checked" ? (
        <footer className="proof-card-foot">
          <CommandButton
            id={state === "unchecked" ? "proof.check" : "proof.reopen"}
            className={state === "unchecked" ? "button primary" : "button"}
          />
        </footer>
      ) : null}
    </section>
  );
}
