/** Runs of typing that undo takes back as one: until a pause, a command, or the caret goes elsewhere. */

/** A pause in typing after which undo begins a new run, in ms. */
const PAUSE = 800;

let groups = 0;

export class TypingGroup {
  #name = "";
  #typedAt = 0;

  /** Name of the run that what is typed now belongs to. */
  group(): string {
    const now = performance.now();
    if (this.#name === "" || now - this.#typedAt > PAUSE) this.#name = `typing ${++groups}`;
    this.#typedAt = now;
    return this.#name;
  }

  /** What is typed next begins a run of its own. */
  end(): void {
    this.#name = "";
  }
}
