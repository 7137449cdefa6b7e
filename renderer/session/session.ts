/**
 * One open edition, outside React: what it is now, how it came to be, and what is read from it.
 *
 * Every change comes through `dispatch` or `apply` and goes three ways: into the edition at once, into the log (the
 * host's, in order, retried until it is acknowledged), and into the readings (sheets on the next frame, proofing when
 * typing pauses). While an input method is composing, readings wait: a repaint would disturb it.
 */

import type { Sheet } from "../../core/compose/sheet.ts";
import { applyChanges, type Change } from "../../core/edition/change.ts";
import { type Command, run } from "../../core/edition/commands.ts";
import { type Edition, pageNumbered } from "../../core/edition/edition.ts";
import { emptyHistory, type History, record, redo, UNDO_DEPTH, undo } from "../../core/edition/history.ts";
import { type Reading, readEdition } from "../../core/edition/reading.ts";
import { settle } from "../../core/edition/settle.ts";
import type { Proofing } from "../../core/proof/proofing.ts";

export interface SessionState {
  readonly edition: Edition;
  readonly history: History;
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
  /** Null until the first check has run; may be one pause older than the edition. */
  readonly proofing: Proofing | null;
  /** The reading that `proofing` was made from: its spans point into it. */
  readonly proofed: Reading | null;
  /** Changes not yet acknowledged by the host. 0 means: all that is seen is on disk. */
  readonly unsaved: number;
  /** The host has not answered an append for a while: a disk that stalls. Nothing is lost; it is still being tried. */
  readonly waiting: boolean;
  /** Why the last attempt to save failed, as a catalogue key; null while all is well. */
  readonly trouble: {
    readonly key: string;
    readonly values: Readonly<Record<string, string | number>>;
  } | null;
}

/** What a session needs of its surroundings; tests give their own. */
export interface SessionHost {
  /** Sheets of these pages, by id; of all where they are left out. */
  compose(edition: Edition, pages?: ReadonlySet<string>): readonly Sheet[];
  proofread(reading: Reading, edition: Edition): Proofing;
  /** Proofs what is said on one page, by its place, so that proofing all of them has the less to do. */
  readAhead?(reading: Reading, edition: Edition, page: number): void;
  /** Appends to the log; resolves once the changes are on disk. */
  append(changes: readonly Change[], label: string): Promise<void>;
  /** False where the edition may not become so: a page is released for press. `again` makes the change anew. Absent: it always may. */
  admits?(before: Edition, after: Edition, again: () => void): boolean;
  newId(): string;
  /** Runs `work` before the next repaint; returns a function that calls it off. */
  onFrame(work: () => void): () => void;
  /** Runs `work` once typing has paused. */
  onPause(work: () => void): () => void;
  /** Runs `work` when nothing else is to be done. Absent: an edition is composed whole when it is opened. */
  onIdle?(work: () => void): void;
  /** Runs `work` once an append has taken so long that a person should know; returns a function that calls it off. */
  onLate?(work: () => void): () => void;
  /** Waits before a retry, in ms. */
  wait(ms: number): Promise<void>;
}

export interface DispatchOptions {
  /** Catalogue key of what was done, for the log and the undo menu. */
  readonly label: string;
  /** Changes of one group that follow each other are undone together. */
  readonly group?: string;
}

export class Session {
  #state: SessionState;
  readonly #host: SessionHost;
  readonly #listeners = new Set<() => void>();
  readonly #depth: number;
  readonly #queue: { changes: readonly Change[]; label: string }[] = [];
  /** Pages that are composed, while the others of an edition just opened are still to come; else null. */
  #composed: Set<string> | null = null;
  #others: Generator<void> | null = null;
  #saving = false;
  #composing = false;
  #stopFrame: (() => void) | null = null;
  #stopPause: (() => void) | null = null;

  /** True where the file cannot be written: commands do not apply then, and nothing is logged. */
  readonly readOnly: boolean;

  constructor(
    edition: Edition,
    host: SessionHost,
    options: {
      readonly readOnly?: boolean;
      readonly undoDepth?: number;
      /** Number of the page that is composed first; the first where it is left out. */
      readonly front?: string;
    } = {},
  ) {
    this.#host = host;
    this.#depth = options.undoDepth ?? UNDO_DEPTH;
    this.readOnly = options.readOnly ?? false;
    const reading = readEdition(edition);
    const front = pageNumbered(edition, options.front ?? "") ?? edition.pages[0];
    if (host.onIdle && front && edition.pages.length > 1) this.#composed = new Set([front.attrs.id]);
    this.#state = {
      edition,
      history: emptyHistory,
      reading,
      sheets: this.#compose(edition),
      proofing: null,
      proofed: null,
      unsaved: 0,
      waiting: false,
      trouble: null,
    };
    this.#others = this.#composed && this.#comeLater();
    if (this.#others) this.#goOn();
    else this.#scheduleReadings();
  }

  get state(): SessionState {
    return this.#state;
  }

  /** For React's useSyncExternalStore; both are bound. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): SessionState => this.#state;

  /** Composes a page that is looked at before its turn has come. */
  show(page: string): void {
    if (!this.#composed || this.#composed.has(page)) return;
    this.#composed.add(page);
    if (!this.#composing) this.#set({ sheets: this.#compose(this.#state.edition) });
  }

  /** Runs a command. False where it does not apply to the edition as it is. */
  dispatch(command: Command, options: DispatchOptions): boolean {
    if (this.readOnly) return false;
    const changes = run(command, this.#state.edition, this.#host.newId);
    if (changes.length === 0) return false;
    return this.#commit(changes, options, () => void this.dispatch(command, options));
  }

  /** Applies changes made elsewhere (an editor's transaction), with what follows from them. False where they are not admitted. */
  apply(changes: readonly Change[], options: DispatchOptions): boolean {
    if (this.readOnly) return false;
    const after = applyChanges(this.#state.edition, changes);
    const again = () => void this.apply(changes, options);
    return this.#commit([...changes, ...settle(after, this.#host.newId)], options, again);
  }

  /** Shows what another window has written: for an edition that is only read here. Throws a ChangeError where it does not fit. */
  receive(changes: readonly Change[]): void {
    if (!this.readOnly) throw new RangeError("an edition that is written here receives nothing");
    if (changes.length === 0) return;
    const edition = applyChanges(this.#state.edition, changes);
    this.#scheduleReadings();
    this.#set({ edition, reading: readEdition(edition) });
  }

  undo(): boolean {
    return this.#travel(undo, "desk.undo");
  }

  redo(): boolean {
    return this.#travel(redo, "desk.redo");
  }

  /** Told by the editor: an input method is at work, or has finished. */
  setComposing(composing: boolean): void {
    if (this.#composing === composing) return;
    this.#composing = composing;
    if (composing) return;
    this.#scheduleReadings();
    if (this.#others) this.#goOn();
  }

  /** What whoever looks at the file has found while nothing is being saved; an append tells for itself. */
  watched({ trouble, waiting }: Pick<SessionState, "trouble" | "waiting">): void {
    if (this.#saving) return;
    const now = this.#state;
    if (now.waiting !== waiting || now.trouble?.key !== trouble?.key) this.#set({ trouble, waiting });
  }

  /** Resolves once everything is on disk: before the window closes, before an export. */
  async saved(): Promise<void> {
    while (this.#state.unsaved > 0) {
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
  }

  #travel(step: typeof undo, label: string): boolean {
    const result = step(this.#state.history, this.#state.edition);
    if (!result) return false;
    return this.#advance(result.changes, result.history, label, () => void this.#travel(step, label));
  }

  #commit(changes: readonly Change[], options: DispatchOptions, again: () => void): boolean {
    const history = record(this.#state.history, this.#state.edition, changes, {
      group: options.group ?? "",
      depth: this.#depth,
    });
    return this.#advance(changes, history, options.label, again);
  }

  #advance(changes: readonly Change[], history: History, label: string, again: () => void): boolean {
    const edition = applyChanges(this.#state.edition, changes);
    if (this.#host.admits && !this.#host.admits(this.#state.edition, edition, again)) return false;
    this.#queue.push({ changes, label });
    // Asked for before anybody is told: what listens may ask for work of its own, which then comes after the sheet.
    this.#scheduleReadings();
    this.#set({
      edition,
      history,
      reading: readEdition(edition),
      unsaved: this.#state.unsaved + changes.length,
    });
    // In this task still, but behind the sheet.
    queueMicrotask(() => void this.#save());
    return true;
  }

  #compose = (edition: Edition) => this.#host.compose(edition, this.#composed ?? undefined);

  /** What is left of an edition just opened, a page at a time; the pages are told of together, they are quick then. */
  *#comeLater(): Generator<void> {
    for (const { attrs } of this.#state.edition.pages) {
      this.#host.compose(this.#state.edition, new Set([attrs.id]));
      yield;
    }
    this.#composed = null;
    this.#set({ sheets: this.#compose(this.#state.edition) });
    for (let page = 0; page < this.#state.reading.pages.length; page++) {
      yield;
      this.#host.readAhead?.(this.#state.reading, this.#state.edition, page);
    }
  }

  /** Works while nobody does; while an input method composes it waits for the end of that. */
  #goOn(): void {
    this.#host.onIdle?.(() => {
      if (this.#composing || !this.#others) return;
      if (this.#others.next().done) {
        this.#others = null;
        this.#proofread();
      } else this.#goOn();
    });
  }

  #scheduleReadings(): void {
    if (this.#composing) return;
    this.#stopFrame ??= this.#host.onFrame(() => {
      this.#stopFrame = null;
      if (!this.#composing) this.#set({ sheets: this.#compose(this.#state.edition) });
    });
    this.#stopPause?.();
    this.#stopPause = this.#host.onPause(() => {
      this.#stopPause = null;
      this.#proofread();
    });
  }

  #proofread(): void {
    const { reading, edition } = this.#state;
    // While pages are still to come it is done when they are there.
    if (this.#composing || this.#others) return;
    this.#set({ proofing: this.#host.proofread(reading, edition), proofed: reading });
  }

  /** One append at a time and in order, so that the log is the order of events; tried again until it is taken. */
  async #save(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    for (let delay = 250; this.#queue.length > 0; ) {
      const batch = this.#queue.slice();
      const inTime = this.#host.onLate?.(() => this.#set({ waiting: true }));
      try {
        await this.#host
          .append(
            batch.flatMap(({ changes }) => changes),
            batch[batch.length - 1]?.label ?? "",
          )
          .finally(() => inTime?.());
        this.#queue.splice(0, batch.length);
        const done = batch.reduce((sum, { changes }) => sum + changes.length, 0);
        delay = 250;
        this.#set({ unsaved: this.#state.unsaved - done, trouble: null, waiting: false });
      } catch (error) {
        const { key, values } = error as { key?: string; values?: Record<string, string | number> };
        this.#set({ waiting: false, trouble: { key: key ?? "host.append-failed", values: values ?? {} } });
        await this.#host.wait(delay);
        delay = Math.min(delay * 2, 8000);
      }
    }
    this.#saving = false;
  }

  #set(part: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of [...this.#listeners]) listener();
  }
}
