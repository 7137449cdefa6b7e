/** A PDF that a dialog has made: by which standard, how far it is, and where it lies. */
import { useT } from "../../i18n/locale.tsx";
import type { Progress } from "../flows/job.ts";
import { useWorkplace } from "../workplace.ts";
import { Choice } from "./fields.tsx";

export type Standard = "x4" | "x1a";

export function StandardChoice(props: {
  readonly value: Standard;
  readonly onChange: (standard: Standard) => void;
}) {
  const t = useT();
  return (
    <Choice
      label={t("desk.export.standard")}
      value={props.value}
      options={[
        ["x4", "PDF/X-4"],
        ["x1a", "PDF/X-1a"],
      ]}
      onChange={(standard) => props.onChange(standard as Standard)}
    />
  );
}

/** `first`: what is said before the job says anything. */
export function JobProgress(props: {
  readonly progress: Progress;
  readonly first: string;
  readonly label: string;
}) {
  const t = useT();
  const { key, values, fraction } = props.progress;
  return (
    <div className="progress" role="status">
      <p>{key ? t(key, values) : props.first}</p>
      <progress max={1} value={fraction} aria-label={props.label} />
    </div>
  );
}

/** The foot of a dialog that is done: to the folder, or away. */
export function WrittenFoot({ path, onDone }: { readonly path: string; readonly onDone: () => void }) {
  const t = useT();
  const { shell } = useWorkplace();
  return (
    <>
      <button type="button" className="button" onClick={() => void shell.showInFolder(path)}>
        {t("desk.show-in-folder")}
      </button>
      <button type="button" className="button primary" onClick={onDone}>
        {t("desk.done")}
      </button>
    </>
  );
}
