/**
 * What the comments' panel shows of an open edition, and what is being written in it.
 *
 * Kept by edition, outside React, so that commands, panel and galley see one. The thread in front is the desk's `mark`;
 * threads themselves are the session's.
 */
import { type StandingThread, standingThreads } from "../../core/edition/comments.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { ThreadKind } from "../../core/edition/thread.ts";
import type { DocRange } from "../desk/state.ts";
import { createStore, type Store } from "../desk/store.ts";
import type { OpenEdition } from "../session/open-edition.ts";

/** A thread about to be begun: its words as they were when they were chosen. */
export interface Draft extends DocRange {
  readonly kind: ThreadKind;
  readonly quote: string;
}

export interface CommentsState {
  readonly which: "open" | "resolved";
  /** True where the threads of every page are listed. */
  readonly whole: boolean;
  readonly draft: Draft | null;
  /** Counts requests to answer the thread in front: another one takes the keyboard to the field again. */
  readonly replying: number;
}

export type CommentsStore = Store<CommentsState, Partial<CommentsState>>;

const initial: CommentsState = { which: "open", whole: false, draft: null, replying: 0 };
const stores = new WeakMap<OpenEdition, CommentsStore>();

export function commentsOf(open: OpenEdition): CommentsStore {
  let store = stores.get(open);
  if (!store) {
    store = createStore((state, change) => ({ ...state, ...change }), initial);
    stores.set(open, store);
  }
  return store;
}

const known = new WeakMap<Edition, readonly StandingThread[]>();

/** Every thread of the edition in reading order; worked out once for each state of it. */
export function threadsOf(edition: Edition): readonly StandingThread[] {
  let threads = known.get(edition);
  if (!threads) {
    threads = edition.comments ? standingThreads(edition) : none;
    known.set(edition, threads);
  }
  return threads;
}
const none: readonly StandingThread[] = [];

/** Number of the page document `page`; "" where there is none. */
export const numberOf = (edition: Edition, page: string): string =>
  edition.pages.find(({ attrs }) => attrs.id === page)?.attrs.number ?? "";

/** Threads as listed: open or resolved, of the page in front or of all. */
export const listed = (
  edition: Edition,
  { which, whole }: CommentsState,
  page: string,
): readonly StandingThread[] =>
  threadsOf(edition).filter(
    ({ thread, number }) =>
      (thread.resolved !== null) === (which === "resolved") && (whole || number === numberOf(edition, page)),
  );

/** The thread with this id, or null. */
export const threadOf = (edition: Edition, id: string | null): StandingThread | null =>
  threadsOf(edition).find(({ thread }) => thread.id === id) ?? null;
