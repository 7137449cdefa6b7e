/** Whether all that is seen is on disk: there is no save button. */
import { useT } from "../i18n/locale.tsx";
import { useOpenEdition, useSession } from "./workplace.ts";

export function SavedState() {
  const t = useT();
  const open = useOpenEdition();
  const unsaved = useSession((state) => state.unsaved > 0);
  const trouble = useSession((state) => state.trouble);
  if (open?.readOnly)
    return (
      <span
        className="saved"
        data-tone="warn"
        title={open.holder ? t("desk.held-by", { user: open.holder.user }) : undefined}
      >
        {t("desk.read-only")}
      </span>
    );
  const tone = trouble ? "error" : unsaved ? "busy" : "ok";
  const words = trouble ? t("desk.unsaved") : unsaved ? t("desk.saving") : t("desk.saved");
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
