/**
 * What is shown where drawing the desk has failed, in place of an empty window.
 *
 * The session stands outside React and goes on saving; the window is loaded anew once everything is on disk.
 */
import { Component, type ReactNode } from "react";
import { useT } from "../i18n/locale.tsx";
import { useWorkplace } from "./workplace.ts";

interface BoundaryState {
  readonly message: string | null;
}

export class FaultBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <Fault message={this.state.message} />;
  }
}

/** How long the last changes are waited for before the window is loaded anew all the same, in ms. */
const PATIENCE = 5000;

function Fault({ message }: { message: string }) {
  const t = useT();
  const workplace = useWorkplace();
  const reload = async () => {
    const saved = workplace.editions.snapshot()?.session.saved();
    await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    location.reload();
  };
  return (
    <main className="fault" role="alert">
      <div className="fault-sheet">
        <h1>{t("desk.fault.title")}</h1>
        <p>{t("desk.fault.about")}</p>
        <p className="hint">{message}</p>
        <button type="button" className="button primary" onClick={() => void reload()}>
          {t("desk.fault.reload")}
        </button>
      </div>
    </main>
  );
}
