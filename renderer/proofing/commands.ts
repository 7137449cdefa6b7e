/** Commands of the proofing round: walking, deciding, correcting. The whole round goes by these and nothing else. */
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import {
  accept,
  addToLexicon,
  check,
  front,
  ignore,
  isLexical,
  nextRelation,
  reopen,
  step,
} from "./actions.ts";
import { isFigure } from "./round.ts";

const isOpen = ({ open }: CommandContext) => open !== null;
const isWritable = ({ open }: CommandContext) => open !== null && !open.session.readOnly;

/** The finding in front that nothing has been decided about. */
const openFinding = (context: CommandContext) => {
  const item = isWritable(context) ? front(context) : null;
  return item && !isFigure(item) && !item.decision ? item : null;
};
const uncheckedFigure = (context: CommandContext) => {
  const item = isWritable(context) ? front(context) : null;
  return item && isFigure(item) && item.state === "unchecked" ? item : null;
};
const mends = (context: CommandContext) => (openFinding(context)?.finding.fixes.length ?? 0) > 0;

export const proofingCommands: readonly DeskCommand[] = [
  {
    id: "proof.next",
    label: "desk.proof.next",
    menu: "proof",
    keys: ["F8"],
    when: isOpen,
    run: (context) => step(context, 1),
  },
  {
    id: "proof.previous",
    label: "desk.proof.previous",
    menu: "proof",
    keys: ["Shift-F8"],
    when: isOpen,
    run: (context) => step(context, -1),
  },
  {
    id: "proof.down",
    label: "desk.proof.next",
    menu: "proof",
    keys: ["ArrowDown"],
    scope: "findings",
    quiet: true,
    run: (context) => step(context, 1),
  },
  {
    id: "proof.up",
    label: "desk.proof.previous",
    menu: "proof",
    keys: ["ArrowUp"],
    scope: "findings",
    quiet: true,
    run: (context) => step(context, -1),
  },
  {
    id: "proof.accept",
    label: "desk.proof.accept",
    menu: "proof",
    keys: ["Mod-Enter"],
    when: mends,
    run: (context) => void accept(context),
  },
  {
    id: "proof.enter",
    label: "desk.proof.enter",
    menu: "proof",
    keys: ["Enter"],
    scope: "findings",
    quiet: true,
    when: (context) => mends(context) || uncheckedFigure(context) !== null,
    run: (context) => (mends(context) ? void accept(context) : check(context)),
  },
  {
    id: "proof.ignore",
    label: "desk.proof.ignore",
    menu: "proof",
    keys: ["i"],
    scope: "findings",
    when: (context) => openFinding(context) !== null,
    run: (context) => ignore(context, "once"),
  },
  {
    id: "proof.ignore-edition",
    label: "desk.proof.ignore-edition",
    menu: "proof",
    keys: ["Shift-i"],
    scope: "findings",
    when: (context) => openFinding(context) !== null,
    run: (context) => ignore(context, "edition"),
  },
  {
    id: "proof.lexicon",
    label: "desk.proof.lexicon",
    menu: "proof",
    keys: ["l"],
    scope: "findings",
    when: (context) => {
      const item = openFinding(context);
      return item !== null && isLexical(item);
    },
    run: addToLexicon,
  },
  {
    id: "proof.check",
    label: "desk.proof.check",
    menu: "proof",
    keys: ["c"],
    scope: "findings",
    when: (context) => uncheckedFigure(context) !== null,
    run: check,
  },
  {
    id: "proof.relation",
    label: "desk.proof.relation",
    menu: "proof",
    keys: ["e"],
    scope: "findings",
    when: (context) => {
      const item = front(context);
      return item !== null && isFigure(item) && item.relations.length > 1;
    },
    run: nextRelation,
  },
  {
    id: "proof.reopen",
    label: "desk.proof.reopen",
    menu: "proof",
    keys: ["r"],
    scope: "findings",
    when: (context) => isWritable(context) && Boolean(front(context)?.decision),
    run: reopen,
  },
];
