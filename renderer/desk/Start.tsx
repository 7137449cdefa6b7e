/** The start screen: sample, recent editions, a file, a new one. */
import { runCommand } from "../commands/table.ts";
import { useT } from "../i18n/locale.tsx";
import { useWorkplace } from "./workplace.ts";

export function Start() {
  const t = useT();
  const workplace = useWorkplace();
  return (
    <main className="start">
      <h1>{t("desk.app")}</h1>
      <button type="button" onClick={() => void runCommand("file.sample", workplace)}>
        {t("desk.open-sample")}
      </button>
    </main>
  );
}
