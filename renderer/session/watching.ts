/**
 * Asks every few seconds what stands under the edition, so that a desk where nobody types learns as soon as one that is
 * typed in that its file is gone or cannot be written. A host that does not answer is told as waiting, like an append.
 *
 * A hidden window asks for nothing until it is looked at again.
 */
import type { Client } from "../../host/client.ts";
import type { Session, SessionState } from "./session.ts";

/** Between two looks, and how long one may take before it is told, in ms. */
const EVERY = 2000;
const LATE = 2000;

export interface Watched {
  readonly edition: string;
  readonly session: Pick<Session, "watched">;
  /** Told once, with the instant of the last step, where the clock is behind it. */
  onClock(last: string): void;
}

export class Watching {
  readonly #client: Client;
  readonly #watched: Watched;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #told = "";

  constructor(client: Client, watched: Watched) {
    this.#client = client;
    this.#watched = watched;
    document.addEventListener("visibilitychange", this.lookNow);
    this.#later();
  }

  /** Looks at once: the edition has another file now, or the window is seen again. */
  readonly lookNow = (): void => {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    if (!document.hidden) void this.#look();
    else this.#later();
  };

  close(): void {
    this.#closed = true;
    document.removeEventListener("visibilitychange", this.lookNow);
    clearTimeout(this.#timer);
  }

  #later(): void {
    if (!this.#closed) this.#timer = setTimeout(this.lookNow, EVERY);
  }

  async #look(): Promise<void> {
    const { edition, session, onClock } = this.#watched;
    const tell = (trouble: SessionState["trouble"], waiting = false) => {
      if (!this.#closed) session.watched({ trouble, waiting });
    };
    const late = setTimeout(() => tell(null, true), LATE);
    try {
      const { trouble, ahead } = await this.#client.call("editions.look", { edition });
      tell(trouble);
      if (ahead && ahead !== this.#told && !this.#closed) {
        this.#told = ahead;
        onClock(ahead);
      }
    } catch {
      tell({ key: "desk.host-gone", values: {} });
    } finally {
      clearTimeout(late);
      this.#later();
    }
  }
}
