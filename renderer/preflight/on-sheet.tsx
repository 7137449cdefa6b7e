/** Preflight's faults on the sheet: the layer that is drawn, what is brought into view, and the words beside it. */
import { useEffect, useMemo } from "react";
import { Icon } from "../desk/parts/Icon.tsx";
import { useSelected } from "../desk/store.ts";
import { useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { union } from "../sheet/bounds.ts";
import type { FaultLayer } from "../sheet/fault-layer.ts";
import type { Stage } from "../sheet/stage.ts";
import { faults, putFaultsAway } from "./faults.ts";

/** Null where nothing is shown, or the pages have changed since. */
export function useFaultLayer(): FaultLayer | null {
  const state = useSelected(faults, (whole) => whole);
  const sheets = useSession((session) => session.sheets);
  return useMemo(() => {
    const standing = state.faults.filter(({ sheet }) => sheets.includes(sheet));
    return standing.length > 0 ? { faults: standing, front: state.front } : null;
  }, [state, sheets]);
}

export function useFaultReveal(stage: Stage | null, layer: FaultLayer | null): void {
  useEffect(() => {
    const front = layer?.faults.find(({ id }) => id === layer.front);
    const [first, ...others] = front?.places ?? [];
    if (stage && front && first) stage.reveal(front.sheet.page, first, others.reduce(union, first));
  }, [stage, layer]);
}

/** What is wrong at the place in front, and the way to put all of it away. */
export function FaultBar({ layer }: { readonly layer: FaultLayer | null }) {
  const t = useT();
  if (!layer) return null;
  const front = layer.faults.find(({ id }) => id === layer.front) ?? layer.faults[0];
  if (!front) return null;
  const at = layer.faults.indexOf(front);
  const go = (step: number) => {
    const next = layer.faults[(at + step + layer.faults.length) % layer.faults.length];
    if (next) faults.dispatch({ faults: layer.faults, front: next.id });
  };
  const { message, advice, severity } = front.problem;
  return (
    <section
      className="fault-bar"
      aria-label={t("desk.preflight")}
      data-tone={severity === "error" ? "over" : "warn"}
    >
      <Icon name="warn" />
      <b>{front.sheet.number}</b>
      <p role="status">
        {t(message.key, message.values)} <small>{t(advice, message.values)}</small>
      </p>
      <span>{`${at + 1} / ${layer.faults.length}`}</span>
      <button type="button" className="button" onClick={() => go(1)}>
        {t("desk.preflight.next")}
      </button>
      <button type="button" className="button" onClick={putFaultsAway}>
        {t("desk.preflight.away")}
      </button>
    </section>
  );
}
