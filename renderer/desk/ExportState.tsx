/** An export that goes on behind the desk, and its file until somebody has looked at it. Leads back to the dialog. */
import { useT } from "../i18n/locale.tsx";
import { exporting } from "./flows/exporting.ts";
import { useSelected } from "./store.ts";
import { useDesk, useDispatch } from "./workplace.ts";

export function ExportState() {
  const t = useT();
  const dispatch = useDispatch();
  const stage = useSelected(exporting, (whole) => whole);
  const shown = useDesk((state) => state.dialog?.kind === "export");
  if (stage.name === "ask" || shown) return null;
  const words =
    stage.name === "running"
      ? t("desk.export.behind", { percent: Math.round(stage.progress.fraction * 100) })
      : t("desk.export.look");
  return (
    <button
      type="button"
      className="status-button"
      data-tone={stage.name === "done" ? "fits" : undefined}
      onClick={() => dispatch({ type: "dialog", dialog: { kind: "export" } })}
    >
      {words}
    </button>
  );
}
