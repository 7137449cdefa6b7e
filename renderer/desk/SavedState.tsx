/** Whether all that is seen is on disk: there is no save button. */
import { useEffect, useRef } from "react";
import { useT } from "../i18n/locale.tsx";
import { shortTime } from "./words.ts";
import { useOpenEdition, useSession, useWorkplace } from "./workplace.ts";

export function SavedState() {
  const t = useT();
  const open = useOpenEdition();
  const unsaved = useSession((state) => state.unsaved > 0);
  const trouble = useSession((state) => state.trouble);
  const waiting = useSession((state) => state.waiting);
  useTrouble();
  if (open?.readOnly)
    return (
      <span
        className="saved"
        data-tone="warn"
        title={
          open.holder
            ? t("desk.held-by.where", { ...open.holder, since: shortTime(open.holder.since) })
            : undefined
        }
      >
        {open.holder ? t("desk.read-only.held", { user: open.holder.user }) : t("desk.read-only")}
      </span>
    );
  const tone = trouble ? "error" : waiting ? "warn" : unsaved ? "busy" : "ok";
  const lost = trouble?.key === "log.behind";
  const words = lost
    ? t("desk.unsaved.behind")
    : trouble
      ? t("desk.unsaved")
      : waiting
        ? t("desk.waiting-for-disk")
        : unsaved
          ? t("desk.saving")
          : t("desk.saved");
  return (
    <span
      className="saved"
      data-tone={tone}
      role="status"
      title={trouble ? t(trouble.key, trouble.values) : undefined}
    >
      <i aria-hidden="true" />
      {words}
    </span>
  );
}

/** Says aloud why nothing can be saved, once for each reason, and takes it back when all is well again. */
function useTrouble(): void {
  const { state } = useWorkplace();
  const trouble = useSession((session) => session.trouble);
  const latest = useRef(trouble);
  latest.current = trouble;
  const key = trouble?.key;
  useEffect(() => {
    const values = latest.current?.values;
    if (!key || !values) return;
    const notice = { tone: "error" as const, key, values };
    state.dispatch({ type: "notice", notice });
    return () => {
      if (state.snapshot().notice === notice) state.dispatch({ type: "notice", notice: null });
    };
  }, [key, state]);
}
