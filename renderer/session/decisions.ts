/** The decisions taken about the findings of the open edition. */
import type { Client } from "../../host/client.ts";
import type { OpenedEdition, Output } from "../../host/contract.ts";
import type { Observable } from "../desk/store.ts";

export type Decision = Output<"decisions.list">[number];

/** Decisions in force; kept by the host, told to whoever listens. */
export class Decisions implements Observable<readonly Decision[]> {
  #list: readonly Decision[];
  readonly #listeners = new Set<() => void>();
  readonly #client: Client;
  readonly #edition: string;

  constructor(client: Client, opened: Pick<OpenedEdition, "edition" | "decisions">) {
    this.#client = client;
    this.#edition = opened.edition;
    this.#list = opened.decisions;
  }

  readonly snapshot = (): readonly Decision[] => this.#list;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Decisions that another window took. */
  take(list: readonly Decision[]): void {
    if (JSON.stringify(list) === JSON.stringify(this.#list)) return;
    this.#set(list);
  }

  /** Rejects with a Problem where it cannot be kept. */
  async decide(subject: string, verdict: Decision["verdict"], reason: string, author: string): Promise<void> {
    const input = { edition: this.#edition, subject, verdict, reason, author };
    this.#set(await this.#client.call("decisions.set", input));
  }

  #set(list: readonly Decision[]): void {
    this.#list = list;
    for (const listener of [...this.#listeners]) listener();
  }
}
