/**
 * The plates view of one open edition, outside React: which plates are made, which are shown, and where the ink is
 * read. Plates are the host's work; here they are asked for, kept while their sheet stands, and looked into.
 */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Client } from "../../host/client.ts";
import type { PagePlates } from "../../host/contract.ts";
import { createStore, type Store } from "../desk/store.ts";
import type { OpenEdition } from "../session/open-edition.ts";

/** A point of a page, in pt from the corner of the trim. */
export interface InkPoint {
  readonly page: string;
  readonly x: number;
  readonly y: number;
}

export interface PlatesState {
  /** Plates left out, by name. */
  readonly hidden: readonly string[];
  /** All inks as one grey, instead of their colours. */
  readonly total: boolean;
  /** Over-limit areas are marked in red. */
  readonly over: boolean;
  /** Pixels to the inch. */
  readonly resolution: number;
  /** Under the pointer, and where the ink is read while there is none. */
  readonly hover: InkPoint | null;
  readonly point: InkPoint | null;
  /** What is made, with the sheet it was made of; null before the first. */
  readonly made: { readonly sheet: Sheet; readonly plates: PagePlates } | null;
  /** What is being made. */
  readonly making: {
    readonly sheet: Sheet;
    readonly job: string;
    readonly key: string;
    readonly values: Readonly<Record<string, string | number>>;
    readonly fraction: number;
  } | null;
  /** True after a person has stopped it: not made again until asked for. */
  readonly stopped: boolean;
}

export const resolutions = [100, 150, 200] as const;

const initial: PlatesState = {
  hidden: [],
  total: false,
  over: true,
  resolution: 150,
  hover: null,
  point: null,
  made: null,
  making: null,
  stopped: false,
};

export type PlatesStore = Store<PlatesState, Partial<PlatesState>>;

const stores = new WeakMap<OpenEdition, PlatesStore>();

export function platesIn(open: OpenEdition): PlatesStore {
  let store = stores.get(open);
  if (!store) {
    store = createStore((state, change) => ({ ...state, ...change }), initial);
    stores.set(open, store);
  }
  return store;
}

export const togglePlate = ({ hidden }: Pick<PlatesState, "hidden">, name: string): Partial<PlatesState> => ({
  hidden: hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name],
});

/** The next name in a fixed order. */
let last = 0;

/** Makes the plates of `sheet`, unless they stand or are being made; what was being made for another is stopped. */
export async function makePlates(
  client: Client,
  open: OpenEdition,
  sheet: Sheet,
  { again = false } = {},
): Promise<void> {
  const store = platesIn(open);
  const { made, making, resolution } = store.snapshot();
  const stands = made?.sheet === sheet && made.plates.resolution === resolution;
  if (!again && (stands || making?.sheet === sheet)) return;
  if (making) void client.call("jobs.cancel", { job: making.job });
  const job = `plates-${open.edition}-${++last}`.slice(-64);
  const mine = () => store.snapshot().making?.job === job;
  const begin = { sheet, job, key: "plates.stage.compose", values: { page: sheet.number }, fraction: 0 };
  store.dispatch({ making: begin, stopped: false });
  const stop = client.on("job.progress", (event) => {
    if (event.job === job && mine())
      store.dispatch({ making: { ...begin, ...event.message, fraction: event.fraction } });
  });
  try {
    // The worker reads the file: what is on the screen has to be in it first.
    await open.session.saved();
    if (!mine()) return;
    const plates = await client.call("plates.make", {
      edition: open.edition,
      page: sheet.number,
      resolution,
      job,
    });
    if (!mine()) return;
    store.dispatch(plates ? { made: { sheet, plates }, making: null } : { making: null, stopped: true });
  } catch (error) {
    if (mine()) store.dispatch({ making: null, stopped: true });
    throw error;
  } finally {
    stop();
  }
}

/** Ink at a point, in percent, by plate; null off the sheet and its bleed. */
export function inkAt(
  plates: PagePlates,
  { x, y }: Pick<InkPoint, "x" | "y">,
): {
  readonly inks: readonly { readonly name: string; readonly ink: number }[];
  readonly total: number;
} | null {
  const scale = plates.resolution / 72;
  const column = Math.floor((x + plates.bleed) * scale);
  const row = Math.floor((y + plates.bleed) * scale);
  if (column < 0 || row < 0 || column >= plates.width || row >= plates.height) return null;
  const at = row * plates.width + column;
  const inks = plates.plates.map(({ name, ink }) => ({ name, ink: ((ink[at] ?? 0) / 255) * 100 }));
  return { inks, total: inks.reduce((sum, { ink }) => sum + ink, 0) };
}
