/** The panel beside the past: what changed, which versions were kept, who wrote a paragraph. */
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useSelected } from "../desk/store.ts";
import { useOpenEdition, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { Blame } from "./Blame.tsx";
import { Changes } from "./Changes.tsx";
import { historyOf, type Tab, tabs } from "./store.ts";
import { Versions } from "./Versions.tsx";

const panels: Readonly<Record<Tab, (props: { open: OpenEdition }) => React.ReactNode>> = {
  changes: Changes,
  versions: Versions,
  blame: Blame,
};

export function HistoryPanel() {
  const open = useOpenEdition();
  return open ? <Panel open={open} /> : null;
}

function Panel({ open }: { open: OpenEdition }) {
  const t = useT();
  const workplace = useWorkplace();
  const store = historyOf(workplace, open);
  const tab = useSelected(store, (state) => state.tab);
  const Shown = panels[tab];
  return (
    <section className="history" aria-label={t("desk.view.history")}>
      <div className="history-head">
        <fieldset className="choice" aria-label={t("history.tab")}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={tab === name}
              onClick={() => store.dispatch({ tab: name })}
            >
              {t(`history.tab.${name}`)}
            </button>
          ))}
        </fieldset>
        <CommandButton id="history.export" icon="export" compact />
      </div>
      <Shown open={open} />
    </section>
  );
}
