/** Every figure of the page in front with its state: what sums prove, what they contradict, what a person must check. */
import { useDeferredValue, useMemo } from "react";
import { equationWords } from "../../core/proof/equation.ts";
import "./proofing.css";
import { useDesk, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { show } from "./actions.ts";
import { FigureCard } from "./FigureCard.tsx";
import { type FigureItem, type State, states, tally } from "./items.ts";
import { Quote } from "./Quote.tsx";
import { type RowGroup, RowList } from "./RowList.tsx";
import { figuresOn, inFront, isFigure, toggled } from "./round.ts";
import { Sign } from "./Sign.tsx";
import { useRound } from "./use-round.ts";

type Groups = readonly RowGroup<FigureItem>[];
const none: Groups = [];

export function Figures() {
  const t = useT();
  const workplace = useWorkplace();
  const { open, items, round, set, mark } = useRound();
  const page = useDesk((state) => state.page);
  const latest = useDeferredValue(items);
  const groups = useMemo((): Groups => {
    if (!latest) return none;
    return figuresOn(latest, page, round).map((group) => ({
      ...group,
      name: group.items[0]?.article.headline || t("desk.proof.untitled"),
    }));
  }, [latest, page, round, t]);
  if (!items) return <p className="proof-empty">{t("desk.proof.checking")}</p>;
  const here = items.figures.filter((item) => item.page.node.attrs.id === page);
  const front = inFront(items, mark);
  const order = groups.flatMap((group) => group.items);
  return (
    <section className="proofing">
      <div className="proof-head">
        <Progress figures={here} />
        <fieldset className="proof-chips" aria-label={t("desk.proof.show")}>
          {states.map((state) => (
            <button
              key={state}
              type="button"
              className="proof-chip"
              aria-pressed={!round.hidden.includes(state)}
              onClick={() => set({ hidden: toggled(round.hidden, state) })}
            >
              <Sign of={state} />
              {t(`desk.figures.${state}`)}
              <b>{here.filter((item) => item.state === state).length}</b>
            </button>
          ))}
        </fieldset>
      </div>
      {order.length ? (
        <RowList
          label={t("desk.figures.list")}
          groups={groups}
          active={mark}
          onChoose={(item) => show(workplace, open, item)}
        >
          {(item) => <FigureRow item={item} />}
        </RowList>
      ) : (
        <p className="proof-empty">{t(here.length ? "desk.proof.none.hidden" : "desk.figures.none.page")}</p>
      )}
      {front && isFigure(front) ? (
        <FigureCard
          key={front.id}
          item={front}
          at={order.findIndex(({ id }) => id === front.id)}
          of={order.length}
        />
      ) : order.length ? (
        <p className="proof-hint">{t("desk.figures.choose")}</p>
      ) : null}
    </section>
  );
}

function FigureRow({ item }: { item: FigureItem }) {
  const t = useT();
  const { state, passage, relations } = item;
  const [relation] = relations;
  return (
    <>
      <Sign of={state} />
      {relation ? (
        <span className="visually-hidden">{[t(`desk.figures.${state}`), ""].join(t("desk.proof.stop"))}</span>
      ) : null}
      <span className="proof-row-words">
        <Quote passage={passage} kind={state} />
      </span>
      <span className="proof-row-quote">
        {relation ? equationWords(relation) : t(`desk.figures.${state}`)}
      </span>
    </>
  );
}

const order: readonly State[] = ["verified", "checked", "contradicted", "unchecked"];

/** How much of the page is accounted for: a bar of the states, and in words. */
function Progress({ figures }: { figures: readonly FigureItem[] }) {
  const t = useT();
  const pages = useDesk((state) => state.page);
  const counts = tally(figures);
  const total = figures.length;
  const done = counts.verified + counts.checked;
  const page = figures[0]?.page.number ?? pages;
  if (total === 0) return null;
  return (
    <div className="account">
      <p>
        <strong>{t("desk.figures.done", { done, total })}</strong>
        <span>{`${Math.round((100 * done) / total)}%`}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> shows one quantity, this bar four */}
      <div
        className="account-bar"
        role="meter"
        aria-label={t("desk.figures.list")}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={t("desk.figures.progress", { page, total, ...counts })}
      >
        {order.map((state) =>
          counts[state] ? <i key={state} data-sign={state} style={{ flexGrow: counts[state] }} /> : null,
        )}
      </div>
    </div>
  );
}
