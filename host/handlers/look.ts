/**
 * What stands under an open edition, for a desk that asks every few seconds whether its next step would be taken.
 *
 * A file that another program has written to is read through by a worker, and found sound or damaged; meanwhile nothing
 * is said of it.
 */
import { Problem } from "../../core/problem.ts";
import type { Output } from "../contract.ts";
import type { VerifyResult, VerifyTask } from "../jobs/verify-worker.ts";
import type { EditionStore } from "../store/edition-store.ts";
import type { Handlers, Household } from "./household.ts";

/** Least time between two readings of a file, in ms: a folder that is synchronised touches its files often. */
const AGAIN = 30_000;
/** How far a clock may be behind the last step, in ms, before it is told. */
const TOLERANCE = 60_000;

export function lookHandlers({ environment, editions, jobs }: Household): Pick<Handlers, "editions.look"> {
  const begun = new WeakMap<EditionStore, number>();
  const times = new WeakMap<EditionStore, { readonly seq: number; readonly time: string }>();

  const readThrough = (store: EditionStore): void => {
    const now = performance.now();
    if (now - (begun.get(store) ?? Number.NEGATIVE_INFINITY) < AGAIN) return;
    begun.set(store, now);
    const data: VerifyTask = { source: store.path };
    jobs.start<VerifyResult>({
      script: new URL("../jobs/verify-worker.ts", import.meta.url),
      data,
      subject: store.path,
      done: ({ faults: [first = null] }) => store.judge(first),
      // Anything but damage is told by whoever looks again.
      failed: ({ key, values }) => {
        if (damaging.has(key)) store.judge(String(values.place ?? key));
      },
      cancelled: () => {},
    });
  };

  /** The instant of the last step, where the clock is behind it. */
  const ahead = (store: EditionStore): string | null => {
    let last = times.get(store);
    if (last?.seq !== store.seq) {
      const [entry] = store.log(store.seq);
      last = { seq: store.seq, time: entry?.time ?? "" };
      times.set(store, last);
    }
    return Date.parse(last.time) - Date.parse(environment.now()) > TOLERANCE ? last.time : null;
  };

  return {
    "editions.look"({ edition }): Output<"editions.look"> {
      const store = editions.store(edition);
      try {
        if (store.look()) readThrough(store);
        return { trouble: null, ahead: ahead(store) };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.key === "store.damaged") store.judge(String(error.values.place ?? ""));
        return { trouble: { key: error.key, values: { ...error.values } }, ahead: null };
      }
    },
  };
}

const damaging = new Set([
  "store.damaged",
  "store.truncated",
  "store.not-database",
  "store.empty",
  "store.foreign",
]);
