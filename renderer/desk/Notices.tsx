/** What was last done or went wrong, and what is being waited for. */
import { useEffect } from "react";
import { told } from "../../core/told.ts";
import { useT } from "../i18n/locale.tsx";
import { Icon } from "./parts/Icon.tsx";
import { useDesk, useDispatch, useOpenEdition } from "./workplace.ts";

/** Time a notice that needs no answer stays, in ms. Errors stay until they are put away. */
const STAYS = 6000;

export function Notices() {
  const t = useT();
  const dispatch = useDispatch();
  const notice = useDesk((state) => state.notice);
  const open = useOpenEdition();
  const busy = useDesk((state) => state.busy);
  useEffect(() => {
    if (!notice || notice.tone === "error") return;
    const timer = setTimeout(() => dispatch({ type: "notice", notice: null }), STAYS);
    return () => clearTimeout(timer);
  }, [notice, dispatch]);
  useEffect(() => {
    if (!notice?.passing || !open) return;
    const { session } = open;
    const { edition } = session.state;
    return session.subscribe(() => {
      if (session.state.edition !== edition) dispatch({ type: "notice", notice: null });
    });
  }, [notice, open, dispatch]);
  return (
    <div className="notices">
      <div aria-live="polite" role="status">
        {busy ? (
          <p className="notice" data-tone="busy">
            <i className="spinner" aria-hidden="true" />
            <span>{t(busy.key, busy.values)}</span>
            {busy.stop ? (
              <button type="button" className="button" onClick={busy.stop}>
                {t("desk.export.stop")}
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
      <div aria-live="assertive" role="alert">
        {notice ? (
          <p className="notice" data-tone={notice.tone}>
            <Icon name={notice.tone === "ok" ? "check" : notice.tone === "info" ? "page" : "warn"} />
            <span>{told(t, notice.key, notice.values)}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={t("desk.dialog.close")}
              onClick={() => dispatch({ type: "notice", notice: null })}
            >
              <Icon name="close" />
            </button>
          </p>
        ) : null}
      </div>
    </div>
  );
}
