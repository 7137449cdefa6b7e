/** Versions that were kept, newest first, and the way to keep another. */
import "./versions.css";
import { useId, useState } from "react";
import { useSelected } from "../desk/store.ts";
import { shortTime } from "../desk/words.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { goToRow, takeVersion } from "./actions.ts";
import { historyOf, placeOf } from "./store.ts";

export function Versions({ open }: { open: OpenEdition }) {
  const t = useT();
  const id = useId();
  const workplace = useWorkplace();
  const state = useSelected(historyOf(workplace, open), (value) => value);
  const [name, setName] = useState("");
  const ready = name.trim() !== "" && !open.session.readOnly;
  const looked = placeOf(state)?.seq ?? null;
  return (
    <>
      <form
        className="version-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          setName("");
          void takeVersion(workplace, open, name.trim());
        }}
      >
        <label htmlFor={id}>{t("history.version.name")}</label>
        <input
          id={id}
          type="text"
          maxLength={200}
          disabled={open.session.readOnly}
          placeholder={t("history.version.hint")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={!ready}>
          {t("history.version.take")}
        </button>
      </form>
      {state.versions.length === 0 ? <p className="history-hint">{t("history.versions.none")}</p> : null}
      <ul className="versions" aria-label={t("history.versions")}>
        {state.versions.toReversed().map((version) => {
          const signed = state.signatures.filter((one) => one.version === version.id).length;
          return (
            <li key={version.id}>
              <button
                type="button"
                aria-current={looked === version.seq || undefined}
                onClick={() => goToRow(workplace, open, version.seq)}
              >
                <span className="version-round" data-round={version.round}>
                  {t(`history.round.${version.round}`)}
                </span>
                <b>{version.name}</b>
                <small>
                  {shortTime(version.time)} {version.author || t("history.no-author")}
                  {signed > 0 ? ` · ${t("history.version.signed", { n: signed })}` : ""}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
