/** What has changed on the page since its last proof, place by place. */
import { useDeferredValue, useEffect, useMemo } from "react";
import { changesOf, changesOn, type RedItem } from "../../core/report/red-items.ts";
import { useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { RedList } from "./RedList.tsx";
import { show } from "./red-walk.ts";
import type { Standing } from "./store.ts";
import { useRounds, useVersion } from "./use-red.ts";

/** Most changes listed here; the rest is red check's. */
const MOST = 30;

/** Changes of the page in front since version `since`, as rows; null while they are being counted. */
export function useChanges(page: string, since: number | null): readonly RedItem[] | null {
  const then = useVersion(since);
  const now = useDeferredValue(useSession((session) => session.edition));
  return useMemo(
    () =>
      then
        ? changesOn(page, then, now, changesOf(then, now)).map(
            (change): RedItem => ({ id: change.id, group: "unasked", correction: null, change }),
          )
        : null,
    [page, then, now],
  );
}

export function SinceProof({ state }: { state: Standing }) {
  const t = useT();
  const workplace = useWorkplace();
  const { open, state: rounds } = useRounds();
  const since = open.rounds.lastProof(state.page);
  const items = useChanges(state.page, since);
  const shown = useMemo(() => items?.slice(0, MOST) ?? [], [items]);
  useEffect(() => open.rounds.dispatch({ walked: shown }), [open, shown]);
  if (!state.round) return null;
  const round = t(`round.${state.round}`);
  return (
    <section className="rounds-section" aria-label={t("rounds.changed", { round })}>
      <h3>
        {t("rounds.changed", { round })}
        {items && items.length > 0 ? <b>{items.length}</b> : null}
      </h3>
      {items === null ? (
        <p className="hint">{t("rounds.changed.counting")}</p>
      ) : items.length > 0 ? (
        <RedList
          label={t("rounds.changed", { round })}
          groups={[{ key: "all", name: "", items: shown }]}
          front={rounds.front}
          onChoose={(item) => show(workplace, open, item)}
        />
      ) : (
        <p className="hint">
          {t(state.changed.length > 0 ? "rounds.changed.derived" : "rounds.changed.none", { round })}
        </p>
      )}
      {items && items.length > MOST ? (
        <p className="hint">{t("rounds.changed.more", { n: items.length - MOST })}</p>
      ) : null}
    </section>
  );
}
