/** Over the sheet: that the page in front is released for press, or was reopened after it. And the question before a change. */
import { useEffect } from "react";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { useSelected } from "../desk/store.ts";
import { shortTime } from "../desk/words.ts";
import { useDesk, useOpenEdition, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { ask } from "./actions.ts";
import "./stage.css";

/** Asks whether to reopen a released page when somebody changes it, whatever is shown. */
export function useReopenQuestion(open: OpenEdition): void {
  const workplace = useWorkplace();
  useEffect(() => {
    open.rounds.onRefused = (refused, again) => {
      // Asked once: what is typed on while the question stands is not asked about again.
      if (workplace.state.snapshot().dialog?.kind === "rounds") return;
      ask(workplace, { kind: "reopen", page: refused, again });
    };
    return () => {
      open.rounds.onRefused = null;
    };
  }, [open, workplace]);
}

export function PageSeal() {
  const open = useOpenEdition();
  return open ? <Seal open={open} /> : null;
}

function Seal({ open }: { open: OpenEdition }) {
  const t = useT();
  const page = useDesk((desk) => desk.page);
  const view = useDesk((desk) => desk.view);
  const state = useSelected(open.rounds, (rounds) => rounds.pages.find((one) => one.page === page));
  const told = state?.release ?? state?.reopened;
  // The sign-off view says it in full.
  if (!state || !told || view === "sign") return null;
  const values = { page: state.number, author: told.author, time: shortTime(told.time) };
  return state.release ? (
    <div className="page-seal" data-state="released" role="status">
      <Icon name="lock" />
      <span>{t("rounds.sealed.banner", values)}</span>
      <CommandButton id="rounds.reopen" className="link-button" />
    </div>
  ) : (
    <div className="page-seal" data-state="reopened" role="status">
      <Icon name="warn" />
      <span>{t("rounds.reopened.banner", { ...values, reason: state.reopened?.reason ?? "" })}</span>
    </div>
  );
}
