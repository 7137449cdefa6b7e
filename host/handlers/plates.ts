/** Plates are worked out in a worker; the answer waits for it. */
import { Problem } from "../../core/problem.ts";
import type { PlatesResult, PlatesTask } from "../jobs/plates-worker.ts";
import { HostFault } from "../wire.ts";
import type { Handlers, Household } from "./household.ts";

export function platesHandlers({ editions, jobs }: Household): Pick<Handlers, "plates.make"> {
  return {
    "plates.make"({ edition, page, resolution, job }) {
      const data: PlatesTask = { source: editions.store(edition).path, page, resolution };
      return new Promise((resolve, reject) => {
        jobs.start<PlatesResult>({
          script: new URL("../jobs/plates-worker.ts", import.meta.url),
          data,
          id: job,
          subject: page,
          done: resolve,
          cancelled: () => resolve(null),
          failed: ({ key, values }) =>
            reject(key === "host.fault" ? new HostFault(String(values.message)) : new Problem(key, values)),
        });
      });
    },
  };
}
