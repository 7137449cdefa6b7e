/**
 * Asks for pages as they were: the host replays the log, a worker composes what it says. Only the moment asked for last
 * is worked on; one that was passed over while dragging is never composed.
 */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { BlockChange, EditionComparison } from "../../core/edition/compare.ts";
import type { Edition, EditionJSON } from "../../core/edition/edition.ts";
import type { Client } from "../../host/client.ts";
import type { Fonts } from "../session/fonts.ts";

/** What changed on one page. */
export interface PageChanges {
  readonly blocks: readonly BlockChange[];
  readonly facts: boolean;
  readonly style: boolean;
}

export type ToPast =
  | { readonly kind: "font"; readonly faces: readonly string[]; readonly bytes: Uint8Array }
  | { readonly kind: "edition"; readonly seq: number; readonly content: EditionJSON }
  | {
      readonly kind: "look";
      readonly id: number;
      readonly page: string;
      readonly seq: number;
      /** The row to compare with. */
      readonly against: number | null;
    };
export type FromPast =
  | { readonly ready: true }
  | { readonly id: number; readonly sheet: Sheet | null; readonly changes?: PageChanges }
  | { readonly id: number; readonly fault: string };

export interface Look {
  /** Id of the page document. */
  readonly page: string;
  readonly seq: number;
  readonly against: number | null;
}

export interface Seen extends Look {
  /** Null where the page was not there. */
  readonly sheet: Sheet | null;
  readonly changes: PageChanges;
  /** What the row did, by its label. */
  readonly label: string;
}

export const noChanges: PageChanges = { blocks: [], facts: false, style: false };

/** What of a comparison is about the page with this id. */
export function pageChanges(
  { blocks, facts, style }: EditionComparison,
  before: Edition,
  after: Edition,
  page: string,
): PageChanges {
  const numberIn = (edition: Edition): string | undefined =>
    edition.pages.find(({ attrs }) => attrs.id === page)?.attrs.number;
  const [old, now] = [numberIn(before), numberIn(after)];
  const here = ({ page: on }: BlockChange) =>
    (on.before !== null && on.before === old) || (on.after !== null && on.after === now);
  return { blocks: blocks.filter(here), facts: facts.length > 0, style };
}

/** Moments of one open edition; `close` ends its worker. */
export class Past {
  readonly #client: Client;
  readonly #edition: string;
  readonly #fonts: Fonts;
  #worker: Promise<Worker> | null = null;
  readonly #waiting = new Map<number, PromiseWithResolvers<{ sheet: Sheet | null; changes: PageChanges }>>();
  #last = 0;
  /** Contents by row, as the host told them; the worker knows the same. */
  readonly #contents = new Map<number, EditionJSON>();
  readonly #labels = new Map<number, string>();
  #wanted: Look | null = null;
  #working = false;

  constructor(client: Client, edition: string, fonts: Fonts) {
    this.#client = client;
    this.#edition = edition;
    this.#fonts = fonts;
  }

  /** Looks at a moment and tells `seen`, unless another one is asked for before it is there. Rejects with a Problem. */
  async look(look: Look, seen: (moment: Seen) => void): Promise<void> {
    this.#wanted = look;
    if (this.#working) return;
    this.#working = true;
    try {
      while (this.#wanted) {
        const now: Look = this.#wanted;
        this.#wanted = null;
        await this.content(now.seq);
        if (now.against !== null && !this.#wanted) await this.content(now.against);
        if (this.#wanted) continue;
        const { sheet, changes } = await this.#ask(now);
        // Shown even where another is wanted by now: while one drags, the sheet follows.
        seen({ ...now, sheet, changes, label: this.#labels.get(now.seq) ?? "" });
      }
    } finally {
      this.#working = false;
    }
  }

  /** The edition as it was after row `seq`. */
  async content(seq: number): Promise<EditionJSON> {
    const known = this.#contents.get(seq);
    if (known) return known;
    const { content, label } = await this.#client.call("log.at", { edition: this.#edition, seq });
    const worker = await this.#ready();
    worker.postMessage({ kind: "edition", seq, content } satisfies ToPast);
    this.#contents.set(seq, content);
    this.#labels.set(seq, label);
    // As many as the worker keeps, and the oldest of both first.
    if (this.#contents.size > 40) {
      const [oldest] = this.#contents.keys();
      if (oldest !== undefined) this.#contents.delete(oldest);
    }
    return content;
  }

  /** Gets the worker and its fonts ready for the first look. */
  warm(): void {
    this.#ready().catch(() => {});
  }

  close(): void {
    void this.#worker?.then((worker) => worker.terminate());
    this.#worker = null;
  }

  async #ask(look: Look): Promise<{ sheet: Sheet | null; changes: PageChanges }> {
    const worker = await this.#ready();
    const id = ++this.#last;
    const asked = Promise.withResolvers<{ sheet: Sheet | null; changes: PageChanges }>();
    this.#waiting.set(id, asked);
    worker.postMessage({ kind: "look", id, ...look } satisfies ToPast);
    return asked.promise;
  }

  #ready(): Promise<Worker> {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  async #start(): Promise<Worker> {
    const worker = new Worker(new URL("./past-worker.ts", import.meta.url), { type: "module" });
    const ready = Promise.withResolvers<void>();
    worker.addEventListener("message", ({ data }: MessageEvent<FromPast>) => {
      if ("ready" in data) return ready.resolve();
      const asked = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ("fault" in data) asked?.reject(new Error(data.fault));
      else asked?.resolve({ sheet: data.sheet, changes: data.changes ?? noChanges });
    });
    worker.addEventListener("error", (event) => {
      for (const asked of this.#waiting.values()) asked.reject(new Error(event.message));
      this.#waiting.clear();
      this.#contents.clear();
      this.#worker = null;
      ready.reject(new Error(event.message));
    });
    await ready.promise;
    for (const { faces, bytes } of await this.#fonts.files())
      worker.postMessage({ kind: "font", faces, bytes } satisfies ToPast);
    return worker;
  }
}
