/** Keyboard shortcuts of the whole window. Keys that an input method is using are its own. */
import { useEffect } from "react";
import type { KeyScope } from "../commands/command.ts";
import { commandFor } from "../commands/keys.ts";
import { applies, commands, contextOf, runCommand } from "../commands/table.ts";
import { useWorkplace } from "./workplace.ts";

export function useShortcuts(): void {
  const workplace = useWorkplace();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      const typing = target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
      // A key that writes is not a shortcut where one writes.
      if (typing && !event.ctrlKey && !event.metaKey && !/^F\d+$/.test(event.key)) return;
      if (target.closest("dialog")) return;
      const onSheet = target.closest("[data-sheet]") !== null;
      const own = target.closest<HTMLElement>("[data-keys]")?.dataset.keys as KeyScope | undefined;
      const inFindings = target.closest("[data-findings]") !== null;
      const sheet = workplace.state.snapshot().view === "plates" ? "plates" : "sheet";
      const place = own ?? (onSheet ? sheet : inFindings ? "findings" : null);
      const command = commandFor(event, commands, place);
      if (!command || !applies(command, contextOf(workplace))) return;
      event.preventDefault();
      void runCommand(command.id, workplace);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [workplace]);
}
