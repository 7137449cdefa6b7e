/** The edition a window has open: its session, its name on disk, and the decisions taken about findings. */

import type { Faces } from "../../core/world.ts";
import type { OpenedEdition } from "../../host/contract.ts";
import type { Observable } from "../desk/store.ts";
import type { Rounds } from "../rounds/store.ts";
import type { Decisions } from "./decisions.ts";
import type { Following } from "./following.ts";
import type { Session } from "./session.ts";
import type { Watching } from "./watching.ts";

export interface OpenEdition {
  /** What keeps an edition that somebody else writes as they have it; null where it is written here, or cannot be. */
  readonly following: Following | null;
  /** What looks after its file. */
  readonly watching: Watching;
  /** The host's name for it. */
  readonly edition: string;
  readonly path: string;
  readonly name: string;
  readonly readOnly: OpenedEdition["readOnly"];
  readonly holder: OpenedEdition["holder"];
  readonly session: Session;
  readonly faces: Faces;
  readonly decisions: Decisions;
  /** Proofs taken, signatures, releases. */
  readonly rounds: Rounds;
  /** The same, gone on with where the host now keeps it; what was not saved is tried there at once. */
  movedTo(opened: OpenedEdition): OpenEdition;
  /** Who signs changes and decisions. */
  readonly author: string;
}

/** Holds the one edition that is open, or null. */
export class OpenEditionHolder implements Observable<OpenEdition | null> {
  #open: OpenEdition | null = null;
  readonly #listeners = new Set<() => void>();

  readonly snapshot = (): OpenEdition | null => this.#open;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  set(open: OpenEdition | null): void {
    this.#open = open;
    for (const listener of [...this.#listeners]) listener();
  }
}
