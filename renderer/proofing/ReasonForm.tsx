/** Asks why a finding is ignored, and how far that goes. */
import { useEffect, useId, useRef, useState } from "react";
import { contextOf } from "../commands/table.ts";
import { failed } from "../desk/flows/open.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { decideIgnored, focusList } from "./actions.ts";
import type { FindingItem } from "./items.ts";
import type { Scope } from "./round.ts";
import { useRound } from "./use-round.ts";

const scopes: readonly Scope[] = ["once", "edition"];

export function ReasonForm({ item, scope }: { item: FindingItem; scope: Scope }) {
  const t = useT();
  const id = useId();
  const workplace = useWorkplace();
  const { set } = useRound();
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    field.current?.focus();
    form.current?.scrollIntoView({ block: "nearest" });
    return focusList;
  }, []);
  const ready = reason.trim() !== "";
  const submit = () => {
    if (!ready) return;
    const context = contextOf(workplace);
    decideIgnored(context, item, scope, reason.trim()).catch((error) => failed(workplace, error));
  };
  return (
    <form
      ref={form}
      className="proof-reason"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") {
          event.preventDefault();
          set({ asking: null });
        }
        if (event.key === "Enter" && !event.shiftKey && event.target === field.current) {
          event.preventDefault();
          submit();
        }
      }}
    >
      <label htmlFor={id}>{t("desk.proof.reason")}</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        maxLength={500}
        required
        aria-describedby={`${id}hint`}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={`${id}hint`} className="hint">
        {t("desk.proof.reason.hint")}
      </p>
      <fieldset className="proof-scopes" aria-label={t("desk.proof.reason.scope")}>
        {scopes.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={`${id}scope`}
              checked={scope === value}
              onChange={() => set({ asking: { id: item.id, scope: value } })}
            />
            {t(`desk.proof.reason.${value}`)}
          </label>
        ))}
        {item.alike ? <small>{t("desk.proof.alike", { n: item.alike })}</small> : null}
      </fieldset>
      <div className="proof-card-foot">
        <button type="submit" className="button primary" disabled={!ready}>
          {t("desk.proof.reason.confirm")}
        </button>
        <button type="button" className="button" onClick={() => set({ asking: null })}>
          {t("desk.cancel")}
        </button>
      </div>
    </form>
  );
}
