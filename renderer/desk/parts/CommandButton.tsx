/** A button that runs a command: its name, shortcut, state and applicability all come from the table. */

import type { CommandContext, DeskCommand } from "../../commands/command.ts";
import { keyCaps } from "../../commands/keys.ts";
import { applies, commandById, contextOf, runCommand } from "../../commands/table.ts";
import { useT } from "../../i18n/locale.tsx";
import { useSelected } from "../store.ts";
import { useOpenEdition, useWorkplace } from "../workplace.ts";
import { Icon, type IconName } from "./Icon.tsx";

interface CommandButtonProps {
  readonly id: string;
  readonly icon?: IconName;
  /** Icon alone; the name becomes its label. */
  readonly compact?: boolean;
  readonly className?: string;
  /** Catalogue key of a shorter name than the command's. */
  readonly label?: string;
}

export function CommandButton({ id, icon, compact, className, label }: CommandButtonProps) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const command = commandById(id);
  const state = () => (command ? stateOf(command, contextOf(workplace)) : "off");
  // Whether a command applies may hang on the desk's state and on the session's; only its answer is looked at.
  const byDesk = useSelected(workplace.state, state);
  useSelected(open?.session ?? nothing, state);
  if (!command) return null;
  const name = t(label ?? command.label);
  const keys = command.keys?.[0];
  const title = keys ? `${t(command.label)}（${keyCaps(keys).join(" ")}）` : t(command.label);
  return (
    <button
      type="button"
      className={className ?? (compact ? "icon-button" : "button")}
      title={title}
      aria-label={compact ? t(command.label) : undefined}
      aria-pressed={command.checked ? byDesk === "checked" : undefined}
      disabled={byDesk === "off"}
      onClick={() => void runCommand(id, workplace)}
    >
      {icon ? <Icon name={icon} /> : null}
      {compact ? null : name}
    </button>
  );
}

/** A command that is checked and does not apply is off. */
function stateOf(command: DeskCommand, context: CommandContext): "off" | "on" | "checked" {
  if (!applies(command, context)) return "off";
  return command.checked?.(context) ? "checked" : "on";
}

const nothing = { subscribe: () => () => {}, snapshot: () => null };
