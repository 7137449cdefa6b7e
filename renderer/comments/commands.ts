/** Commands of comments and queries. */
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { begin, chosen, copyQueries, front, remove, settle, step } from "./actions.ts";
import { commentsOf } from "./store.ts";

const isOpen = ({ open }: CommandContext) => open !== null;
const isWritable = ({ open }: CommandContext) => open !== null && !open.session.readOnly;
const inFront = (context: CommandContext) => (isWritable(context) ? (front(context)?.thread ?? null) : null);

export const commentCommands: readonly DeskCommand[] = [
  {
    id: "comments.add",
    label: "comments.add",
    menu: "sign",
    keys: ["Mod-Alt-m"],
    when: (context) => isWritable(context) && chosen(context) !== null,
    run: (context) => begin(context, "comment"),
  },
  {
    id: "comments.add-query",
    label: "comments.add-query",
    menu: "sign",
    keys: ["Mod-Alt-q"],
    when: (context) => isWritable(context) && chosen(context) !== null,
    run: (context) => begin(context, "query"),
  },
  {
    id: "comments.next",
    apart: true,
    label: "comments.next",
    menu: "sign",
    keys: ["F9"],
    when: isOpen,
    run: (context) => step(context, 1),
  },
  {
    id: "comments.previous",
    label: "comments.previous",
    menu: "sign",
    keys: ["Shift-F9"],
    when: isOpen,
    run: (context) => step(context, -1),
  },
  {
    id: "comments.down",
    label: "comments.next",
    menu: "sign",
    keys: ["ArrowDown"],
    scope: "comments",
    quiet: true,
    run: (context) => step(context, 1),
  },
  {
    id: "comments.up",
    label: "comments.previous",
    menu: "sign",
    keys: ["ArrowUp"],
    scope: "comments",
    quiet: true,
    run: (context) => step(context, -1),
  },
  {
    id: "comments.reply",
    label: "comments.reply",
    menu: "sign",
    keys: ["r"],
    scope: "comments",
    when: (context) => inFront(context) !== null,
    run({ open, state }) {
      if (!open) return;
      state.dispatch({ type: "view", view: "comments" });
      commentsOf(open).dispatch({ replying: commentsOf(open).snapshot().replying + 1 });
    },
  },
  {
    id: "comments.resolve",
    label: "comments.resolve",
    menu: "sign",
    keys: ["Alt-F9"],
    when: (context) => inFront(context)?.resolved === null,
    run: settle,
  },
  {
    id: "comments.reopen",
    label: "comments.reopen",
    menu: "sign",
    when: (context) => Boolean(inFront(context)?.resolved),
    run: settle,
  },
  {
    id: "comments.remove",
    label: "comments.remove",
    menu: "sign",
    keys: ["Delete"],
    scope: "comments",
    when: (context) => inFront(context) !== null,
    run: remove,
  },
  {
    id: "comments.copy-queries",
    apart: true,
    label: "comments.copy-queries",
    menu: "sign",
    when: isOpen,
    run: copyQueries,
  },
];
