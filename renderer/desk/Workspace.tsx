/** An open edition: what stands where, by view. */
import { Comments } from "../comments/Comments.tsx";
import "../comments/galley-marks.ts";
import { Galley } from "../editor/Galley.tsx";
import { HistoryPane } from "../history/HistoryPane.tsx";
import { HistoryPanel } from "../history/HistoryPanel.tsx";
import { useT } from "../i18n/locale.tsx";
import { PlatesPanel } from "../plates/PlatesPanel.tsx";
import { Figures } from "../proofing/Figures.tsx";
import { Findings } from "../proofing/Findings.tsx";
import { PageSeal, useReopenQuestion } from "../rounds/PageSeal.tsx";
import { RedSheets } from "../rounds/RedSheets.tsx";
import { SignPanel } from "../rounds/SignPanel.tsx";
import { useRounds } from "../rounds/use-red.ts";
import { Inspector } from "../sheet/Inspector.tsx";
import { SheetPane } from "../sheet/SheetPane.tsx";
import { PageList } from "./panels/PageList.tsx";
import { StatusLine } from "./StatusLine.tsx";
import type { View } from "./state.ts";
import { Toolbar } from "./Toolbar.tsx";
import { useDesk } from "./workplace.ts";

const panels: Readonly<Record<View, () => React.ReactNode>> = {
  layout: Inspector,
  write: Galley,
  proof: Findings,
  figures: Figures,
  comments: Comments,
  sign: SignPanel,
  history: HistoryPanel,
  plates: PlatesPanel,
};

export function Workspace() {
  const t = useT();
  const view = useDesk((state) => state.view);
  const { open, state } = useRounds();
  const { mode } = state;
  useReopenQuestion(open);
  const Panel = panels[view];
  // Two sheets side by side want the room; the page tabs turn the pages.
  const wide = view === "sign" && mode === "red";
  return (
    <div className="desk" data-view={view} data-wide={wide || undefined}>
      <Toolbar />
      <nav className="desk-left" aria-label={t("desk.pages-and-articles")}>
        <PageList />
      </nav>
      <main className="desk-centre" aria-label={t("desk.sheet")}>
        <Centre view={view} />
      </main>
      <aside className="desk-right" aria-label={t(`desk.view.${view}`)}>
        <Panel />
      </aside>
      <StatusLine />
    </div>
  );
}

function Centre({ view }: { view: View }) {
  const { mode } = useRounds().state;
  if (view === "history") return <HistoryPane />;
  if (view === "sign" && mode === "red") return <RedSheets />;
  return (
    <>
      <PageSeal />
      <SheetPane />
    </>
  );
}
