/** Commands of the house's rules and lists. */
import type { CommandContext, DeskCommand } from "../../commands/command.ts";
import { front } from "../actions.ts";
import { isFigure } from "../round.ts";
import { exportPack, forgetPack, importPack, keepPack } from "./packs.ts";
import type { HouseTab } from "./tabs.ts";

const isOpen = ({ open }: CommandContext) => open !== null;
const isWritable = ({ open }: CommandContext) => open !== null && !open.session.readOnly;

const show = ({ state }: CommandContext, tab: HouseTab, rule: string | null = null) =>
  state.dispatch({ type: "dialog", dialog: { kind: "house", tab, rule } });

const frontRule = (context: CommandContext): string | null => {
  const item = context.open ? front(context) : null;
  return item && !isFigure(item) ? item.finding.rule : null;
};

export const houseCommands: readonly DeskCommand[] = [
  {
    id: "house.rules",
    apart: true,
    label: "house.rules.open",
    also: "house.also.rules",
    menu: "proof",
    keys: ["Mod-Alt-r"],
    when: isOpen,
    run: (context) => show(context, "rules"),
  },
  {
    id: "house.lists",
    label: "house.lists.open",
    also: "house.also.lists",
    menu: "proof",
    when: isOpen,
    run: (context) => show(context, "terms"),
  },
  {
    id: "house.why",
    label: "house.why",
    menu: "proof",
    keys: ["w"],
    scope: "findings",
    when: (context) => frontRule(context) !== null,
    run: (context) => show(context, "rules", frontRule(context)),
  },
  {
    id: "house.import",
    apart: true,
    label: "house.import",
    menu: "proof",
    when: isWritable,
    run: importPack,
  },
  { id: "house.export", label: "house.export", menu: "proof", when: isOpen, run: exportPack },
  { id: "house.keep", label: "house.keep", menu: "proof", when: isOpen, run: keepPack },
  { id: "house.forget", label: "house.forget", menu: "proof", run: forgetPack },
];
