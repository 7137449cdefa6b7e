/** Asks the planning worker for layouts. The worker and its fonts are made with the first question. */
import type { PlanProposal } from "../../core/compose/plan/plan.ts";
import { type Edition, type EditionJSON, editionToJSON } from "../../core/edition/edition.ts";
import type { Fonts } from "./fonts.ts";

export type ToPlanner =
  | { readonly kind: "font"; readonly faces: readonly string[]; readonly bytes: Uint8Array }
  | {
      readonly kind: "plan";
      readonly id: number;
      readonly edition: EditionJSON;
      readonly page: string;
      readonly seed: number;
      readonly count: number;
    };
export type FromPlanner =
  | { readonly ready: true }
  | { readonly id: number; readonly proposals: readonly PlanProposal[] }
  | { readonly id: number; readonly fault: string };

export interface Planner {
  /** Layouts for the blocks of `page` (its document id) that have no place, best first. */
  proposals(
    edition: Edition,
    page: string,
    options: { readonly seed: number; readonly count: number },
  ): Promise<readonly PlanProposal[]>;
}

export function createPlanner(fonts: Fonts): Planner {
  let worker: Promise<Worker> | null = null;
  let last = 0;
  const waiting = new Map<number, PromiseWithResolvers<readonly PlanProposal[]>>();

  async function start(): Promise<Worker> {
    const made = new Worker(new URL("./plan-worker.ts", import.meta.url), { type: "module" });
    const ready = Promise.withResolvers<void>();
    made.addEventListener("message", ({ data }: MessageEvent<FromPlanner>) => {
      if ("ready" in data) return ready.resolve();
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("fault" in data) asked?.reject(new Error(data.fault));
      else asked?.resolve(data.proposals);
    });
    made.addEventListener("error", (event) => {
      for (const asked of waiting.values()) asked.reject(new Error(event.message));
      waiting.clear();
      worker = null;
      ready.reject(new Error(event.message));
    });
    await ready.promise;
    for (const { faces, bytes } of await fonts.files())
      made.postMessage({ kind: "font", faces, bytes } satisfies ToPlanner);
    return made;
  }

  return {
    async proposals(edition, page, { seed, count }) {
      worker ??= start();
      const asked = Promise.withResolvers<readonly PlanProposal[]>();
      const id = ++last;
      waiting.set(id, asked);
      const question: ToPlanner = {
        kind: "plan",
        id,
        edition: editionToJSON(edition),
        page,
        seed,
        count,
      };
      (await worker).postMessage(question);
      return asked.promise;
    },
  };
}
