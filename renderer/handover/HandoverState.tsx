/** Pages that are being sent behind the desk, or were not; leads back to the dialog. */
import { useSelected } from "../desk/store.ts";
import { useDispatch } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { handing } from "./handing.ts";

export function HandoverState() {
  const t = useT();
  const dispatch = useDispatch();
  const stage = useSelected(handing, (whole) => whole);
  if (stage.name === "ask") return null;
  const words =
    stage.name === "running"
      ? t("handover.behind", { percent: Math.round(stage.progress.fraction * 100) })
      : t(stage.name === "done" ? "handover.look" : "handover.broken-off");
  const tone = stage.name === "done" ? "fits" : stage.name === "failed" ? "over" : undefined;
  return (
    <button
      type="button"
      className="status-button"
      data-tone={tone}
      onClick={() => dispatch({ type: "dialog", dialog: { kind: "handover" } })}
    >
      {words}
    </button>
  );
}
