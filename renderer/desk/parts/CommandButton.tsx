/** A button that runs a command: its name, shortcut, state and applicability all come from the table. */

import { keyCaps } from "../../commands/keys.ts";
import { commandById, contextOf, runCommand } from "../../commands/table.ts";
import { useT } from "../../i18n/locale.tsx";
import { useSelected } from "../store.ts";
import { useDesk, useOpenEdition, useWorkplace } from "../workplace.ts";
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
  // Whether a command applies may hang on any of the two.
  useDesk((state) => state);
  useSelected(open?.session ?? nothing, (state) => state);
  const command = commandById(id);
  if (!command) return null;
  const context = contextOf(workplace);
  const name = t(label ?? command.label);
  const keys = command.keys?.[0];
  const title = keys ? `${t(command.label)}（${keyCaps(keys).join(" ")}）` : t(command.label);
  const checked = command.checked?.(context);
  return (
    <button
      type="button"
      className={className ?? (compact ? "icon-button" : "button")}
      title={title}
      aria-label={compact ? t(command.label) : undefined}
      aria-pressed={checked}
      disabled={command.when ? !command.when(context) : false}
      onClick={() => void runCommand(id, workplace)}
    >
      {icon ? <Icon name={icon} /> : null}
      {compact ? null : name}
    </button>
  );
}

const nothing = { subscribe: () => () => {}, snapshot: () => null };
