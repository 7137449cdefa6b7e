/** What would make the selected block fit, each a button that does it; undone like any other change. */
import { useEffect, useState } from "react";
import { type Remedy, remediesFor } from "../../core/compose/plan/remedies.ts";
import { useDispatch, useOpenEdition, useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { remedyCommand } from "./remedy.ts";

/** Milliseconds without a change before remedies are tried: trying them composes the block some twenty times. */
const PAUSE = 200;

export function Remedies({ id }: { id: string }) {
  const t = useT();
  const dispatch = useDispatch();
  const open = useOpenEdition();
  const sheets = useSession((state) => state.sheets);
  const [remedies, setRemedies] = useState<readonly Remedy[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new sheets say that the edition was composed again
  useEffect(() => {
    if (!open) return;
    const { session, faces } = open;
    const timer = setTimeout(() => setRemedies(remediesFor(session.state.edition, faces, id)), PAUSE);
    return () => clearTimeout(timer);
  }, [open, sheets, id]);
  if (!open || remedies.length === 0) return null;
  const { session } = open;
  const carryOut = (remedy: Remedy) => {
    const command = remedyCommand(remedy);
    if (command) session.dispatch(command, { label: "desk.remedy" });
    else dispatch({ type: "view", view: "write" });
  };
  return (
    <section className="panel-section" aria-label={t("desk.remedies")}>
      <h3>{t("desk.remedies")}</h3>
      <ul className="remedies">
        {remedies.map((remedy) => (
          <li key={`${remedy.kind} ${remedy.value}`}>
            <button
              type="button"
              className="button"
              disabled={session.readOnly}
              onClick={() => carryOut(remedy)}
            >
              {t(`remedy.${remedy.kind}`, { value: remedy.value })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
