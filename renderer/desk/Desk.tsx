/** The desk: toolbar, pages and articles, the sheet, the panel of the view, the status line. */
import { useEffect } from "react";
import { LocaleProvider } from "../i18n/locale.tsx";
import { Dialogs } from "./dialogs/Dialogs.tsx";
import { FaultBoundary } from "./Fault.tsx";
import { Notices } from "./Notices.tsx";
import { Start } from "./Start.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Workspace } from "./Workspace.tsx";
import { useDesk, useOpenEdition } from "./workplace.ts";

export function Desk() {
  const locale = useDesk((state) => state.locale);
  const theme = useDesk((state) => state.theme);
  const open = useOpenEdition();
  useShortcuts();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <LocaleProvider locale={locale}>
      <FaultBoundary>
        {open ? <Workspace key={open.edition} /> : <Start />}
        <Dialogs />
        <Notices />
      </FaultBoundary>
    </LocaleProvider>
  );
}
