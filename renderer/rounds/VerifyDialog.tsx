/** Whether a PDF is one that was released from this edition. */
import { Dialog } from "../desk/parts/Dialog.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { shortTime } from "../desk/words.ts";
import { useT } from "../i18n/locale.tsx";
import type { RoundsDialog } from "./dialog-state.ts";

export function VerifyDialog({
  what,
  onClose,
}: {
  what: RoundsDialog & { kind: "verify" };
  onClose: () => void;
}) {
  const t = useT();
  const { pdf, matches } = what.result;
  return (
    <Dialog
      title={t("rounds.verify.title")}
      width={520}
      onClose={onClose}
      foot={
        <button type="button" className="button primary" onClick={onClose}>
          {t("desk.done")}
        </button>
      }
    >
      <div className="rounds-verify">
        <p>
          <strong>{what.file}</strong>
        </p>
        {matches.length === 0 ? (
          <p className="rounds-line" data-tone="over" role="status">
            <Icon name="warn" />
            {t("rounds.verify.none")}
          </p>
        ) : (
          matches.map(({ release, number, reopened }) => (
            <div key={release.id}>
              <p className="rounds-line" data-tone={reopened ? "warn" : "fits"} role="status">
                <Icon name={reopened ? "warn" : "check"} />
                {t(reopened ? "rounds.verify.reopened" : "rounds.verify.same", { page: number })}
              </p>
              <p>{t("rounds.released", { author: release.author, time: shortTime(release.time) })}</p>
              {reopened ? (
                <p>
                  {t("rounds.reopened.banner", {
                    page: number,
                    reason: reopened.reason,
                    author: reopened.author,
                    time: shortTime(reopened.time),
                  })}
                </p>
              ) : null}
            </div>
          ))
        )}
        <dl>
          <dt>SHA-256</dt>
          <dd className="rounds-digest">{pdf}</dd>
        </dl>
      </div>
    </Dialog>
  );
}
