/** Red check (核红): which versions, what was asked for and what became of it, and what nobody asked for. */
import "./red-check.css";
import { useEffect } from "react";
import { redGroups } from "../../core/report/red-items.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useDesk, useDispatch, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { RedCard } from "./RedCard.tsx";
import { RedList } from "./RedList.tsx";
import { show } from "./red-walk.ts";
import { useCompared, useRed, useRounds } from "./use-red.ts";
import { versionName } from "./version-name.ts";

export function RedPanel() {
  const t = useT();
  const workplace = useWorkplace();
  const { open, state } = useRounds();
  const { before } = useCompared();
  const { red, items, front } = useRed();
  useEffect(() => open.rounds.dispatch({ walked: items }), [open, items]);
  const groups = redGroups
    .map((key) => ({
      key,
      name: t(`rounds.red.group.${key}`),
      items: items.filter((item) => item.group === key),
    }))
    .filter((group) => group.items.length > 0);
  return (
    <div className="red-panel">
      <Versions />
      {before === null ? (
        <p className="rounds-empty">{t("rounds.red.none")}</p>
      ) : !red ? (
        <p className="rounds-empty">{t("rounds.changed.counting")}</p>
      ) : items.length === 0 ? (
        <p className="rounds-empty">{t("rounds.red.same")}</p>
      ) : (
        <>
          <p className="red-tally" role="status">
            {groups.map(({ key, name, items: of }) => (
              <span key={key} data-group={key}>
                {name} <b>{of.length}</b>
              </span>
            ))}
          </p>
          <RedList
            label={t("rounds.red.list")}
            groups={groups}
            front={state.front}
            onChoose={(item) => show(workplace, open, item)}
          />
          <div className="rounds-actions">
            <CommandButton id="rounds.red.print" />
          </div>
          {front ? <RedCard key={front.id} item={front} red={red} /> : null}
        </>
      )}
    </div>
  );
}

function Versions() {
  const t = useT();
  const dispatch = useDispatch();
  const { open, state } = useRounds();
  const page = useDesk((desk) => desk.page);
  const { before, after } = useCompared();
  const versions = (state.roll?.versions ?? [])
    .filter(({ pages }) => pages.some(({ id }) => id === page))
    .toReversed();
  if (versions.length === 0) return null;
  const choose = (part: { before: number } | { after: number | null }) => {
    open.rounds.dispatch({ ...part, front: null });
    dispatch({ type: "mark", mark: null });
  };
  return (
    <div className="red-versions">
      <label>
        <span>{t("rounds.red.before")}</span>
        <select
          className="select"
          value={before ?? ""}
          onChange={(event) => choose({ before: Number(event.target.value) })}
        >
          {before === null ? <option value="">–</option> : null}
          {versions.map(({ id }) => (
            <option key={id} value={id}>
              {versionName(t, versions, id)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("rounds.red.after")}</span>
        <select
          className="select"
          value={after ?? ""}
          onChange={(event) =>
            choose({ after: event.target.value === "" ? null : Number(event.target.value) })
          }
        >
          <option value="">{t("rounds.version.now")}</option>
          {versions.map(({ id }) => (
            <option key={id} value={id}>
              {versionName(t, versions, id)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
