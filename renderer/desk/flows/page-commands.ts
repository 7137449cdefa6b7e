/** Commands on whole pages and on the edition's facts. */
import { removePage } from "../../../core/edition/commands.ts";
import type { CommandContext, DeskCommand } from "../../commands/command.ts";

const isWritable = ({ open }: CommandContext) => open !== null && !open.session.readOnly;

const pagesOf = ({ open }: CommandContext) => open?.session.state.edition.pages ?? [];

function front(context: CommandContext) {
  const { page } = context.state.snapshot();
  return pagesOf(context).find((candidate) => candidate.attrs.id === page) ?? null;
}

export const factsCommand: DeskCommand = {
  id: "edition.facts",
  apart: true,
  label: "desk.facts",
  also: "desk.also.facts",
  menu: "file",
  when: isWritable,
  run: ({ state }) => state.dispatch({ type: "dialog", dialog: { kind: "facts" } }),
};

export const pageCommands: readonly DeskCommand[] = [
  {
    id: "page.add",
    label: "desk.page.add",
    menu: "layout",
    when: isWritable,
    run: ({ state }) => state.dispatch({ type: "dialog", dialog: { kind: "add-page" } }),
  },
  {
    id: "page.rename",
    label: "desk.page.rename",
    menu: "layout",
    when: (context) => isWritable(context) && front(context) !== null,
    run({ state }) {
      state.dispatch({ type: "dialog", dialog: { kind: "rename-page", page: state.snapshot().page } });
    },
  },
  {
    id: "page.remove",
    label: "desk.page.remove",
    menu: "layout",
    when: (context) => isWritable(context) && pagesOf(context).length > 1 && front(context) !== null,
    run(context) {
      const page = front(context);
      if (!page) return;
      const at = pagesOf(context).indexOf(page);
      const number = page.attrs.number as string;
      if (!context.open?.session.dispatch(removePage(number), { label: "desk.page.remove" })) return;
      const pages = pagesOf(context);
      const next = pages[Math.min(at, pages.length - 1)];
      if (next) context.state.dispatch({ type: "page", page: next.attrs.id });
      const values = { page: number, blocks: page.childCount };
      context.state.dispatch({
        type: "notice",
        notice: { tone: "info", key: "desk.page.removed", values, passing: true },
      });
    },
  },
];
