/** The list of findings: grouped and filtered as the proofreader likes, with the one in front in full below it. */
import { useDeferredValue, useMemo } from "react";
import "./galley-marks.ts";
import "./proofing.css";
import type { Severity } from "../../core/proof/proofing.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { type Translate, useT } from "../i18n/locale.tsx";
import { show } from "./actions.ts";
import { FindingCard } from "./FindingCard.tsx";
import type { FindingItem } from "./items.ts";
import { Quote } from "./Quote.tsx";
import { RowList } from "./RowList.tsx";
import { type Grouping, inFront, isFigure, listed, type RoundState, toggled } from "./round.ts";
import { Sign } from "./Sign.tsx";
import { useRound } from "./use-round.ts";

const severities: readonly Severity[] = ["error", "warning", "advice"];
const groupings: readonly Grouping[] = ["page", "article", "rule"];

export function Findings() {
  const t = useT();
  const workplace = useWorkplace();
  const { open, items, round, set, mark } = useRound();
  // The list may come a frame after the sheet: typing does not wait for it.
  const latest = useDeferredValue(items);
  const groups = useMemo(() => {
    if (!latest) return [];
    return listed(latest, round).map((group) => ({
      ...group,
      name: groupName(t, round.grouping, group.items[0]),
    }));
  }, [latest, round, t]);
  if (!items) return <p className="proof-empty">{t("desk.proof.checking")}</p>;
  const front = inFront(items, mark);
  const order = groups.flatMap((group) => group.items);
  return (
    <section className="proofing">
      <div className="proof-head">
        <div className="proof-filters">
          <fieldset className="proof-chips" aria-label={t("desk.proof.show")}>
            {severities.map((severity) => (
              <button
                key={severity}
                type="button"
                className="proof-chip"
                aria-pressed={!round.hidden.includes(severity)}
                onClick={() => set({ hidden: toggled(round.hidden, severity) })}
              >
                <Sign of={severity} />
                {t(`desk.proof.${severity}`)}
                <b>{count(items.findings, severity, round)}</b>
              </button>
            ))}
          </fieldset>
          <button
            type="button"
            className="proof-chip proof-chip-plain"
            aria-pressed={round.ignored}
            onClick={() => set({ ignored: !round.ignored })}
          >
            {t("desk.proof.ignored")}
            <b>{items.findings.filter(({ decision }) => decision !== null).length}</b>
          </button>
        </div>
        <fieldset className="choice proof-grouping" aria-label={t("desk.proof.group")}>
          {groupings.map((grouping) => (
            <button
              key={grouping}
              type="button"
              aria-pressed={round.grouping === grouping}
              onClick={() => set({ grouping })}
            >
              {t(`desk.proof.group.${grouping}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {order.length ? (
        <RowList
          label={t(round.ignored ? "desk.proof.list.ignored" : "desk.proof.list")}
          groups={groups}
          active={mark}
          onChoose={(item) => show(workplace, open, item)}
        >
          {(item) => <FindingRow item={item} />}
        </RowList>
      ) : (
        <p className="proof-empty">{emptyWords(t, items.findings, round)}</p>
      )}
      {front && !isFigure(front) ? (
        <FindingCard
          key={front.id}
          item={front}
          at={order.findIndex(({ id }) => id === front.id)}
          of={order.length}
          relation={items.relations.find(
            ({ total, holds, kind }) =>
              !holds &&
              kind === front.finding.rule &&
              total.span.from.offset === front.span.from.offset &&
              total.span.from.part === front.span.from.part,
          )}
        />
      ) : order.length ? (
        <p className="proof-hint">{t("desk.proof.choose")}</p>
      ) : null}
    </section>
  );
}

function FindingRow({ item }: { item: FindingItem }) {
  const t = useT();
  const { finding, passage, page, article } = item;
  return (
    <>
      <Sign of={finding.severity} />
      <span className="visually-hidden">
        {[t(`desk.proof.${finding.severity}`), t(`rule.${finding.rule}`), ""].join(t("desk.proof.stop"))}
      </span>
      <span className="proof-row-words">{t(finding.message.key, finding.message.values)}</span>
      <span className="proof-row-quote">
        <Quote passage={passage} kind={finding.severity} />
      </span>
      <span className="visually-hidden">
        {["", t("desk.proof.page", { page: page.number }), article.headline ?? ""].join(t("desk.proof.stop"))}
      </span>
    </>
  );
}

const count = (findings: readonly FindingItem[], severity: Severity, { ignored }: RoundState) =>
  findings.filter((item) => item.finding.severity === severity && (item.decision !== null) === ignored)
    .length;

function groupName(t: Translate, grouping: Grouping, item: FindingItem | undefined): string {
  if (!item) return "";
  const { page, article, finding } = item;
  const number = t("desk.proof.page", { page: page.number });
  switch (grouping) {
    case "page":
      return [number, page.node.attrs.title as string].filter(Boolean).join(" · ");
    case "article":
      return `${number} · ${article.headline || t("desk.proof.untitled")}`;
    case "rule":
      return t(`rule.${finding.rule}`);
  }
}

function emptyWords(t: Translate, findings: readonly FindingItem[], round: RoundState): string {
  if (round.ignored) return t("desk.proof.none.ignored");
  const left = findings.filter(({ decision }) => decision === null);
  return t(left.length ? "desk.proof.none.hidden" : findings.length ? "desk.proof.none" : "desk.proof.clean");
}
