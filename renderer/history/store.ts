/**
 * Where in the evening a window looks, and what it sees there.
 *
 * Kept by edition, outside React. Moments of the page's timeline are numbered through; the last is now.
 */
import type { Output } from "../../host/contract.ts";
import { createStore, type Store } from "../desk/store.ts";
import type { Workplace } from "../desk/workplace.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import { Past, type Seen } from "./past.ts";

export type Stretch = Output<"log.timeline">["stretches"][number];
export type Version = Output<"versions.list">[number];
export type Signature = Output<"signatures.list">[number];
export type BlameRun = Output<"log.blame">[number];

export const tabs = ["changes", "versions", "blame"] as const;
export type Tab = (typeof tabs)[number];

/** A moment with the stretch of work it belongs to. */
export interface Place {
  readonly seq: number;
  readonly at: number | null;
  readonly stretch: Stretch;
}

export interface HistoryState {
  /** The page whose timeline this is, and its moments in the order of the log; null until they were read. */
  readonly page: string;
  readonly stretches: readonly Stretch[] | null;
  readonly places: readonly Place[];
  readonly versions: readonly Version[];
  readonly signatures: readonly Signature[];
  /** Index of the moment looked at; null is now. */
  readonly index: number | null;
  readonly seen: Seen | null;
  /** A moment is being read or composed. */
  readonly busy: boolean;
  readonly tab: Tab;
  readonly against: "before" | "now";
  readonly blame: { readonly quote: string; readonly runs: readonly BlameRun[] | null } | null;
}

export type HistoryStore = Store<HistoryState, Partial<HistoryState>>;

const initial: HistoryState = {
  page: "",
  stretches: null,
  places: [],
  versions: [],
  signatures: [],
  index: null,
  seen: null,
  busy: false,
  tab: "changes",
  against: "before",
  blame: null,
};

type Surroundings = Pick<Workplace, "client" | "fonts" | "editions">;

interface Kept {
  readonly store: HistoryStore;
  readonly past: Past;
}
const kept = new WeakMap<OpenEdition, Kept>();

function keptFor({ client, fonts, editions }: Surroundings, open: OpenEdition): Kept {
  let own = kept.get(open);
  if (!own) {
    own = {
      store: createStore((state, change) => ({ ...state, ...change }), initial),
      past: new Past(client, open.edition, fonts),
    };
    kept.set(open, own);
    const { past } = own;
    const stop = editions.subscribe(() => {
      if (editions.snapshot() === open) return;
      past.close();
      stop();
    });
  }
  return own;
}

export const historyOf = (workplace: Surroundings, open: OpenEdition): HistoryStore =>
  keptFor(workplace, open).store;
export const pastOf = (workplace: Surroundings, open: OpenEdition): Past => keptFor(workplace, open).past;

/** Every moment of the stretches. */
export const placesIn = (stretches: readonly Stretch[]): Place[] =>
  stretches.flatMap((stretch) => stretch.moments.map(({ seq, at }) => ({ seq, at, stretch })));

/** The moment looked at; null is now. */
export const placeOf = ({ places, index }: HistoryState): Place | null =>
  index === null ? null : (places[index] ?? null);

/** Index of the last moment at or before row `seq`; null where the page was not there yet. */
export function indexAt(places: readonly Place[], seq: number): number | null {
  const at = places.findLastIndex((place) => place.seq <= seq);
  return at < 0 ? null : at;
}
