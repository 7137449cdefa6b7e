/** From proof to press: where pages stand, release (签付印) and its undoing. */
import { rmSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import type { Output } from "../contract.ts";
import type { CheckTask, ReleaseTask } from "../jobs/release-worker.ts";
import { temporaryName } from "../store/publish.ts";
import type { Release } from "../store/releases.ts";
import { pagesOf } from "../store/versions.ts";
import { checkOutput } from "../work/files.ts";
import type { Hindrance } from "../work/hindrances.ts";
import { type ReleaseResult, releaseInForce, sealRelease } from "../work/release.ts";
import { verifyPdf } from "../work/seal.ts";
import { chainEnd, numberOf } from "../work/sign-off.ts";
import type { Handlers, Household } from "./household.ts";

const releaseWorker = new URL("../jobs/release-worker.ts", import.meta.url);

type Own = "rounds.list" | "release.check" | "release.start" | "release.reopen" | "release.verify";

export function roundHandlers(household: Household): Pick<Handlers, Own> {
  const { environment, editions, jobs, emit } = household;
  return {
    "rounds.list": ({ edition }) => {
      const store = editions.store(edition);
      return {
        now: pagesOf(store.edition),
        versions: store.versions.list().map((version) => ({ ...version, pages: [...version.pages] })),
        signatures: store.signatures.list().map((one) => ({ ...one, open: [...one.open] })),
        releases: store.releases.list().map(told),
        reopenings: store.reopenings.list(),
        chain: chainEnd(store),
        faults: [...store.releases.faults(), ...store.chain.faults()],
      };
    },
    "release.check"({ edition, page }) {
      const { path: source } = editions.store(edition);
      const data: CheckTask = { source, page, path: null };
      return new Promise((resolve, reject) => {
        jobs.start<ReleaseResult>({
          script: releaseWorker,
          data,
          subject: basename(source),
          done: ({ refused }) => resolve((refused ?? []).map(hindrance)),
          failed: ({ key, values }) => reject(new Problem(key, values)),
          cancelled: () => reject(new Problem("host.not-open")),
        });
      });
    },
    "release.start"({ edition, ...given }) {
      const store = editions.store(edition);
      if (given.author.trim() === "") throw new Problem("release.no-name");
      const number = numberOf(store, given.page);
      if (releaseInForce(store, given.page)) throw new Problem("release.already", { page: number });
      const { page, path, standard, profile, marks, leave } = given;
      checkOutput(path, [store.path], given.force);
      const temp = temporaryName(path);
      const created = environment.now();
      const order = { page, path, temp, standard, profile, marks, created, leave };
      const data: ReleaseTask = { source: store.path, ...order };
      const job = jobs.start<ReleaseResult>({
        script: releaseWorker,
        data,
        subject: basename(path),
        done(result) {
          if (result.refused) {
            emit("release.refused", { job, page, hindrances: result.refused.map(hindrance) });
            return;
          }
          try {
            const release = sealRelease(store, { ...given, created }, result, environment.now());
            emit("release.done", { job, path, release: told(release) });
            emit("rounds.changed", { edition });
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            emit("job.failed", { job, message: { key: error.key, values: { ...error.values } } });
          }
        },
        cleanUp: () => rmSync(temp, { force: true }),
      });
      return { job };
    },
    "release.reopen"({ edition, page, author, reason }) {
      const store = editions.store(edition);
      if (author.trim() === "") throw new Problem("release.no-name");
      if (reason.trim() === "") throw new Problem("release.no-reason");
      const release = releaseInForce(store, page);
      if (!release) throw new Problem("release.none", { page: numberOf(store, page) });
      const time = environment.now();
      const reopening = store.reopenings.add({ release: release.id, page, author, time, reason });
      emit("rounds.changed", { edition });
      return reopening;
    },
    "release.verify"({ edition, path }) {
      const store = editions.store(edition);
      const { pdf, matches } = verifyPdf(store, path);
      return {
        pdf,
        matches: matches.map(({ release, number, reopened, changed }) => ({
          ...{ release: told(release), number, reopened, changed: [...changed] },
        })),
      };
    },
  };
}

const told = (release: Release): Output<"rounds.list">["releases"][number] => ({
  ...release,
  settings: { ...release.settings },
  reasons: release.reasons.map((reason) => ({ ...reason })),
});

const hindrance = ({ message, ...rest }: Hindrance): Output<"release.check">[number] => ({
  ...rest,
  message: { key: message.key, values: { ...message.values } },
});
