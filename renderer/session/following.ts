/**
 * An edition that is only read here, kept as its writer has it: what the file gains is shown within a second or so.
 *
 * The file is asked and not the writer, so it is the same for a window of this app and for another machine's. A hidden
 * window asks for nothing until it is looked at again.
 */
import { changeFromJSON } from "../../core/edition/change.ts";
import type { Client } from "../../host/client.ts";
import type { Output } from "../../host/contract.ts";
import type { Observable } from "../desk/store.ts";
import type { Rounds } from "../rounds/store.ts";
import type { Decisions } from "./decisions.ts";
import type { Session } from "./session.ts";

type Holder = Output<"log.follow">["holder"];

export interface FollowingState {
  /** Who writes it now; null where nobody does, undefined before the first answer. */
  readonly holder: Holder | undefined;
}

/** Between two questions, in ms. */
const EVERY = 1000;

export interface Followed {
  readonly edition: string;
  readonly seq: number;
  readonly session: Session;
  readonly decisions: Decisions;
  readonly rounds: Rounds;
  /** Whether a window of this app writes it: the host keeps the file for a window that was closed without a word. */
  isWritten(): Promise<boolean>;
}

export class Following implements Observable<FollowingState> {
  readonly #client: Client;
  readonly #followed: Followed;
  readonly #listeners = new Set<() => void>();
  #state: FollowingState = { holder: undefined };
  #seq: number;
  #records: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(client: Client, followed: Followed) {
    this.#client = client;
    this.#followed = followed;
    this.#seq = followed.seq;
    this.#later(0);
  }

  readonly snapshot = (): FollowingState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      const ask = document.hidden ? Promise.resolve(false) : this.#ask();
      // A host that is busy or away is asked again; one that has closed the edition has nothing more to tell.
      ask.then(
        (more) => this.#later(more ? 0 : EVERY),
        () => this.#later(EVERY),
      );
    }, ms);
  }

  /** True where there is more to be asked for. */
  async #ask(): Promise<boolean> {
    const { edition, session, decisions, rounds, isWritten } = this.#followed;
    const told = await this.#client.call("log.follow", { edition, after: this.#seq });
    if (this.#closed) return false;
    const grown = told.seq > this.#seq;
    session.receive(told.changes.map(changeFromJSON));
    this.#seq = told.seq;
    decisions.take(told.decisions);
    if (this.#records !== null && (grown || this.#records !== told.records)) await rounds.refresh();
    this.#records = told.records;
    const left = told.holder?.here && !(await isWritten());
    const holder = left ? null : told.holder;
    if (this.#closed) return false;
    if (JSON.stringify(holder) !== JSON.stringify(this.#state.holder)) {
      this.#state = { holder };
      for (const listener of [...this.#listeners]) listener();
    }
    return grown;
  }
}
