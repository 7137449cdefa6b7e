/** Handing over runs in a worker; what waits and who is trusted is told at once. */
import { sizeOf } from "../handover/delivery.ts";
import { clearFolder } from "../handover/folder.ts";
import { KnownHosts } from "../handover/known-hosts.ts";
import { discard, pending } from "../handover/outbox.ts";
import { readTarget } from "../handover/target.ts";
import type { HandoverResult, HandoverTask } from "../jobs/handover-worker.ts";
import type { Handlers, Household } from "./household.ts";

type Own = "handover.start" | "handover.pending" | "handover.discard" | "handover.trust";

export function handoverHandlers({ environment, editions, jobs, emit }: Household): Pick<Handlers, Own> {
  const { home } = environment;
  return {
    "handover.start"({ edition, ...asked }) {
      const { path: source } = editions.store(edition);
      const target = readTarget(asked.target);
      const data: HandoverTask = {
        ...asked,
        source,
        home,
        created: environment.now(),
        producer: `Dayang ${environment.version}`,
        agent: process.env.SSH_AUTH_SOCK || undefined,
      };
      const job = jobs.start<HandoverResult>({
        script: new URL("../jobs/handover-worker.ts", import.meta.url),
        data,
        subject: asked.target,
        done: ({ place, bytes, pages }) => emit("job.done", { job, path: place, bytes, pages: [...pages] }),
        // A worker that was stopped has left what it was writing; on a server it is what a resumed delivery goes on with.
        cleanUp() {
          if (target.kind === "folder") clearFolder(pending(home), source, target.path);
        },
      });
      return { job };
    },
    "handover.pending"({ edition }) {
      const { path } = editions.store(edition);
      return pending(home)
        .filter(({ source }) => source === path)
        .map((staged) => ({
          name: staged.name,
          target: staged.target,
          created: staged.created,
          pages: staged.ticket.pages.map(({ number }) => number),
          bytes: sizeOf(staged),
        }));
    },
    "handover.discard"({ edition, name, target }) {
      const { path } = editions.store(edition);
      for (const staged of pending(home))
        if (staged.source === path && staged.name === name && staged.target === target) discard(staged);
      return {};
    },
    "handover.trust"({ server, fingerprint }) {
      new KnownHosts(home).pin(server, fingerprint);
      return {};
    },
  };
}
