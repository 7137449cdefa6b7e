/** Edition, page tabs, views, zoom, saved state. */
import { runCommand } from "../commands/table.ts";
import { useT } from "../i18n/locale.tsx";
import { Icon } from "./parts/Icon.tsx";
import { views } from "./state.ts";
import { useDesk, useSession, useWorkplace } from "./workplace.ts";

export function Toolbar() {
  const t = useT();
  const workplace = useWorkplace();
  const view = useDesk((state) => state.view);
  const facts = useSession((state) => state.edition.facts);
  return (
    <header className="desk-toolbar">
      <span>{facts.paper}</span>
      <fieldset className="segmented" aria-label={t("desk.view")}>
        {views.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            onClick={() => void runCommand(`view.${name}`, workplace)}
          >
            <Icon name={name} />
            {t(`desk.view.${name}`)}
          </button>
        ))}
      </fieldset>
    </header>
  );
}
