/**
 * What a person does with comments. Each is one change of the session, and so undone by the desk's undo.
 */
import {
  addThread,
  removeThread,
  reopen,
  reply,
  resolve,
  type StandingThread,
} from "../../core/edition/comments.ts";
import { queriesText } from "../../core/edition/queries.ts";
import type { Remark, ThreadKind } from "../../core/edition/thread.ts";
import type { CommandContext } from "../commands/command.ts";
import type { DocRange } from "../desk/state.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import { announce } from "../proofing/announce.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import { copyText } from "./clipboard.ts";
import { commentsOf, type Draft, listed, numberOf, threadOf } from "./store.ts";

type Context = Pick<CommandContext, "open" | "state">;

/** The words a comment would be about: what is selected, else the part the caret is in. Null where there are none. */
export function chosen({ open, state }: Context): DocRange | null {
  const { selection, caret } = state.snapshot();
  const range = selection ?? (caret && { page: caret.page, from: caret.pos, to: caret.pos });
  const doc = range && open?.session.state.edition.pages.find(({ attrs }) => attrs.id === range.page);
  if (!doc || range.from < 0 || range.to > doc.content.size) return null;
  const { page } = range;
  if (range.from < range.to) return doc.textBetween(range.from, range.to) === "" ? null : range;
  const $at = doc.resolve(range.from);
  if (!$at.parent.isTextblock || $at.parent.content.size === 0) return null;
  return { page, from: $at.start(), to: $at.end() };
}

/** Opens the form for a new thread on the words chosen. */
export function begin(context: CommandContext, kind: ThreadKind): void {
  const { open, state } = context;
  const range = chosen(context);
  if (!open || !range) {
    state.dispatch({
      type: "notice",
      notice: { tone: "info", key: "comments.nothing-selected", values: {} },
    });
    return;
  }
  const draft: Draft = { ...range, kind, quote: quoteOf(open, range) };
  commentsOf(open).dispatch({ draft, which: "open" });
  state.dispatch({ type: "mark", mark: null });
  state.dispatch({ type: "view", view: "comments" });
}

const quoteOf = ({ session }: OpenEdition, { page, from, to }: DocRange): string => {
  const doc = session.state.edition.pages.find(({ attrs }) => attrs.id === page);
  return doc && to <= doc.content.size ? doc.textBetween(from, to, "\n") : "";
};

const remarkOf = (open: OpenEdition, text: string): Remark => ({
  author: open.author,
  time: new Date().toISOString(),
  text: text.trim(),
});

/** Begins the thread that was being written. False where its words have changed meanwhile. */
export function save({ state }: Workplace, open: OpenEdition, draft: Draft, text: string): boolean {
  const store = commentsOf(open);
  const id = crypto.randomUUID();
  const same = quoteOf(open, draft) === draft.quote;
  const { kind, page, from, to } = draft;
  const command = addThread({ id, kind, page, from, to, remark: remarkOf(open, text) });
  const done = same && open.session.dispatch(command, { label: `comments.kind.${kind}` });
  store.dispatch({ draft: null });
  if (done) {
    // What was swept over is marked now.
    state.dispatch({ type: "selection", selection: null });
    state.dispatch({ type: "mark", mark: id });
  } else
    state.dispatch({
      type: "notice",
      notice: { tone: "warn", key: "comments.text-changed", values: {}, passing: true },
    });
  return done;
}

export const answer = (open: OpenEdition, id: string, text: string): boolean =>
  open.session.dispatch(reply(id, remarkOf(open, text)), { label: "comments.reply" });

/** The thread in front, or null. */
export const front = ({ open, state }: Context): StandingThread | null =>
  open && threadOf(open.session.state.edition, state.snapshot().mark);

/** Resolves the thread in front and goes on to the next; opens it again where it was resolved. */
export function settle(context: CommandContext): void {
  const { open } = context;
  const thread = front(context)?.thread;
  if (!open || !thread) return;
  if (thread.resolved) {
    open.session.dispatch(reopen(thread.id), { label: "comments.reopen" });
    return;
  }
  const order = listed(
    open.session.state.edition,
    commentsOf(open).snapshot(),
    context.state.snapshot().page,
  );
  const at = order.findIndex((one) => one.thread.id === thread.id);
  const next = order[at + 1] ?? order[at - 1];
  const command = resolve(thread.id, open.author, new Date().toISOString());
  open.session.dispatch(command, { label: "comments.resolve" });
  if (next && at >= 0) show(context, open, next);
}

export function remove(context: CommandContext): void {
  const thread = front(context)?.thread;
  if (thread) context.open?.session.dispatch(removeThread(thread.id), { label: "comments.remove" });
}

/** Brings a thread in front: panel, sheet and galley follow, and a screen reader hears it. */
export function show({ state }: Pick<Workplace, "state">, open: OpenEdition, one: StandingThread): void {
  const { thread, places } = one;
  const { edition, sheets } = open.session.state;
  const [first] = places;
  const { page, view, locale } = state.snapshot();
  if (first) {
    // A jumped article is printed on two pages; the one in front is kept where the words are on it.
    const printed = sheets.filter((sheet) =>
      sheet.items.some(
        (item) => item.kind === "glyphs" && item.ref.page === first.page && item.ref.pos === first.pos,
      ),
    );
    const on = printed.find((sheet) => sheet.page === page) ?? printed[0];
    state.dispatch({ type: "page", page: on?.page ?? first.page });
    state.dispatch({ type: "block", block: first.block });
    state.dispatch({ type: "caret", page: first.page, pos: first.pos + 1 + first.from });
  } else {
    const stood = edition.pages.find(({ attrs }) => attrs.number === one.number);
    if (stood) state.dispatch({ type: "page", page: stood.attrs.id });
  }
  state.dispatch({ type: "mark", mark: thread.id });
  const t = translator(locale);
  const text = thread.remarks[0].text;
  if (view === "write") {
    const values = { kind: t(`comments.kind.${thread.kind}`), text };
    state.dispatch({ type: "notice", notice: { tone: "info", key: "comments.title", values } });
    return;
  }
  const order = listed(edition, commentsOf(open).snapshot(), state.snapshot().page);
  const at = order.findIndex((other) => other.thread.id === thread.id);
  const position = at >= 0 ? t("comments.position", { n: at + 1, of: order.length }) : "";
  announce(`${t(`comments.kind.${thread.kind}`)} ${text} ${position}`);
}

/** The next thread of the list (or the one before), round and round. */
export function step(context: CommandContext, by: 1 | -1): void {
  const { open, state } = context;
  if (!open) return;
  const { view, mark, page } = state.snapshot();
  if (view !== "write" && view !== "comments") state.dispatch({ type: "view", view: "comments" });
  const { edition } = open.session.state;
  const order = listed(edition, commentsOf(open).snapshot(), page);
  if (order.length === 0) {
    announce(translator(state.snapshot().locale)("comments.empty.page"));
    return;
  }
  const at = order.findIndex(({ thread }) => thread.id === mark);
  const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
  if (next) show(context, open, next);
}

/** Copies the open queries of the page in front, article by article, to be sent to their authors. */
export function copyQueries({ open, state }: CommandContext): void {
  if (!open) return;
  const { locale, page } = state.snapshot();
  const { edition } = open.session.state;
  const { text, count } = queriesText(edition, translator(locale), numberOf(edition, page));
  if (count > 0) copyText(text);
  const key = count > 0 ? "comments.copied" : "comments.no-queries";
  state.dispatch({
    type: "notice",
    notice: { tone: count > 0 ? "ok" : "info", key, values: { n: count } },
  });
}

/** Takes the keyboard to the list, where it is in sight. */
export function focusList(): void {
  // What was just asked for stands there in the next frame.
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-keys=comments]")?.focus());
}
