/** Whether the page may go to press: what is missing, or how it was released. */

import { hindranceWords } from "../../core/catalogue/lacking.ts";
import { threadsOf } from "../comments/store.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { useSelected } from "../desk/store.ts";
import { shortTime } from "../desk/words.ts";
import { useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { itemsIn } from "../proofing/round.ts";
import { aspectWords } from "./actions.ts";
import type { Standing } from "./store.ts";
import { useRounds } from "./use-red.ts";

export function ReleaseState({ state }: { state: Standing }) {
  const t = useT();
  const { release, broken } = state;
  if (release) {
    const { author, time, pdf, file, reasons, note } = release;
    return (
      <section className="rounds-section rounds-seal" aria-label={t("stage.released")}>
        <p className="rounds-line" data-tone="fits">
          <Icon name="lock" />
          <strong>{t("rounds.released", { author, time: shortTime(time) })}</strong>
        </p>
        {broken.length > 0 ? (
          <p className="rounds-alert" role="alert">
            {t("rounds.broken", { aspects: aspectWords(t, broken) })}
          </p>
        ) : null}
        <dl>
          <dt>PDF</dt>
          <dd>{file}</dd>
          <dt>SHA-256</dt>
          <dd className="rounds-digest">{pdf}</dd>
        </dl>
        {note ? <p className="rounds-note">{note}</p> : null}
        {reasons.length > 0 ? (
          <details>
            <summary>{t("rounds.released.reasons", { n: reasons.length })}</summary>
            <ul>
              {reasons.map(({ subject, message, reason }) => (
                <li key={subject}>
                  {message}
                  <small>{reason}</small>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        <div className="rounds-actions">
          <CommandButton id="rounds.verify" />
          <CommandButton id="rounds.reopen" />
        </div>
      </section>
    );
  }
  return <Lacking state={state} />;
}

/** What a page that is not released still lacks: signatures, and what release will ask about. */
function Lacking({ state }: { state: Standing }) {
  const t = useT();
  const { open } = useRounds();
  const { lacking, reopened } = state;
  // A decision changes no word: it is listened to by itself.
  useSelected(open.decisions, (list) => list);
  const errors = useSession(
    () =>
      itemsIn(open)?.findings.filter(
        ({ finding, decision, page }) =>
          finding.severity === "error" && decision === null && page.node.attrs.id === state.page,
      ).length ?? 0,
  );
  const queries = useSession(({ edition }) =>
    edition.style.signing.queries === "free"
      ? 0
      : threadsOf(edition).filter(
          ({ thread, number }) => thread.kind === "query" && !thread.resolved && number === state.number,
        ).length,
  );
  return (
    <section className="rounds-section" aria-label={t("rounds.lacking")}>
      {reopened ? (
        <p className="rounds-alert">
          {t("rounds.reopened.banner", {
            page: state.number,
            reason: reopened.reason,
            author: reopened.author,
            time: shortTime(reopened.time),
          })}
        </p>
      ) : null}
      <h3>{t("rounds.lacking")}</h3>
      {lacking.length === 0 ? (
        <p className="rounds-line" data-tone="fits">
          <Icon name="check" />
          {t(errors + queries > 0 ? "rounds.ready.signed" : "rounds.ready")}
        </p>
      ) : (
        <ul className="rounds-lacking">
          {lacking.map(({ round, role, why }) => (
            <li key={`${round} ${role}`} data-why={why}>
              {hindranceWords(t, {
                key: `release.lacks.${why}`,
                values: { round: `round.${round}`, role: `role.${role}` },
              })}
            </li>
          ))}
        </ul>
      )}
      {errors > 0 ? (
        <p className="rounds-line" data-tone="over">
          <Icon name="warn" />
          {t("rounds.open.errors", { n: errors })}
        </p>
      ) : null}
      {queries > 0 ? (
        <p className="rounds-line" data-tone="warn">
          <Icon name="comments" />
          {t("rounds.open.queries", { n: queries })}
        </p>
      ) : null}
      <div className="rounds-actions">
        <CommandButton id="rounds.release" className={lacking.length === 0 ? "button primary" : "button"} />
      </div>
    </section>
  );
}
