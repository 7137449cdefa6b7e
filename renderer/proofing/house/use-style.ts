/** The edition's style for the editors of rules and lists, and one way to change it: a change that undo takes back. */
import { setStyle } from "../../../core/edition/commands.ts";
import type { HouseStyle } from "../../../core/edition/style.ts";
import { useOpenSession, useSession } from "../../desk/workplace.ts";

export function useStyle(): {
  readonly style: HouseStyle;
  readonly readOnly: boolean;
  /** `label` is the catalogue key the audit trail shows. */
  readonly change: (to: HouseStyle, label: string) => void;
} {
  const session = useOpenSession();
  const style = useSession((state) => state.edition.style);
  return {
    style,
    readOnly: session.readOnly,
    change: (to, label) => void session.dispatch(setStyle(to), { label }),
  };
}
