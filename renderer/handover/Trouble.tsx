/** Why pages were not handed over, and what a person can do: trust a key, send all the same, go on where it broke. */
import { useState } from "react";
import { failed } from "../desk/flows/open.ts";
import { Check } from "../desk/parts/fields.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { HandoverChoice, HandoverTrouble } from "./handing.ts";

interface TroubleProps {
  readonly trouble: HandoverTrouble;
  readonly choice: HandoverChoice;
  /** The package is made, and waits to be sent on. */
  readonly waits: boolean;
  readonly onSend: (choice: HandoverChoice) => void;
}

export function Trouble({ trouble, choice, waits, onSend }: TroubleProps) {
  const t = useT();
  const { key, values } = trouble;
  const unknown = key === "handover.host-unknown";
  const changed = key === "handover.host-changed";
  const again = { ...choice, resume: waits };
  return (
    <section className="handover-trouble" role="alert">
      <p className="report-line" data-tone={unknown ? "warn" : "over"}>
        <Icon name="warn" />
        <span>{t(unknown ? "handover.key.new" : key, values)}</span>
      </p>
      {unknown || changed ? <Key values={values} changed={changed} onTrusted={() => onSend(again)} /> : null}
      {key === "handover.preflight-failed" ? (
        <button type="button" className="button" onClick={() => onSend({ ...choice, despite: true })}>
          {t("handover.despite")}
        </button>
      ) : null}
      {!unknown && !changed && key !== "handover.preflight-failed" ? (
        <button type="button" className="button primary" onClick={() => onSend(again)}>
          {t(waits ? "handover.resume" : "handover.retry")}
        </button>
      ) : null}
    </section>
  );
}

interface KeyProps {
  readonly values: HandoverTrouble["values"];
  readonly changed: boolean;
  readonly onTrusted: () => void;
}

/** A key is trusted by a person who has compared it, never by a click that is in the way. */
function Key({ values, changed, onTrusted }: KeyProps) {
  const t = useT();
  const workplace = useWorkplace();
  const [compared, setCompared] = useState(false);
  const trust = () =>
    workplace.client
      .call("handover.trust", {
        server: String(values.server),
        fingerprint: String(values.fingerprint),
      })
      .then(onTrusted, (error) => failed(workplace, error));
  return (
    <>
      <dl className="handover-key">
        <dt>{t("handover.server")}</dt>
        <dd>{values.server}</dd>
        {changed ? (
          <>
            <dt>{t("handover.key.known")}</dt>
            <dd>{values.known}</dd>
          </>
        ) : null}
        <dt>{t(changed ? "handover.key.now" : "handover.key.print")}</dt>
        <dd>{values.fingerprint}</dd>
      </dl>
      <Check
        label={t(changed ? "handover.key.replaced" : "handover.key.compared")}
        checked={compared}
        onChange={setCompared}
      />
      <button type="button" className="button primary" disabled={!compared} onClick={() => void trust()}>
        {t(changed ? "handover.key.replace" : "handover.key.trust")}
      </button>
    </>
  );
}
