/** From proof to press: where pages stand, release (签付印) and its undoing. */
import { rmSync } from "node:fs";
import { basename } from "node:path";
import { word } from "../../core/catalogue/catalogue.ts";
import { releasesInForce } from "../../core/edition/rounds.ts";
import { changedAspects, pageDigest } from "../../core/edition/versions.ts";
import { Problem } from "../../core/problem.ts";
import type { Output, Received } from "../contract.ts";
import type { Handlers, Household } from "../host.ts";
import type { CheckTask, ReleaseResult, ReleaseTask } from "../jobs/release-worker.ts";
import { temporaryName } from "../store/publish.ts";
import type { Release } from "../store/releases.ts";
import type { EditionStore } from "../store/store.ts";
import { pagesOf, sha256 } from "../store/versions.ts";
import { checkOutput } from "../work/files.ts";
import type { Hindrance } from "../work/hindrances.ts";
import { verifyPdf } from "../work/seal.ts";

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
        faults: store.releases.faults(),
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
      if (inForce(store, given.page)) throw new Problem("release.already", { page: number });
      const { page, path, standard, profile, marks } = given;
      checkOutput(path, [store.path], given.force);
      const temp = temporaryName(path);
      const created = environment.now();
      const data: ReleaseTask = { source: store.path, page, path, temp, standard, profile, marks, created };
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
            const release = seal(store, { ...given, created }, result, environment.now());
            emit("release.done", { job, path, release: told(release) });
            emit("rounds.changed", { edition });
          } catch (error) {
            // A PDF that nothing vouches for must not lie where the press fetches its files.
            rmSync(path, { force: true });
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
      const release = inForce(store, page);
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

const numberOf = (store: EditionStore, page: string): string =>
  String(store.edition.pages.find(({ attrs }) => attrs.id === page)?.attrs.number ?? page);

const inForce = (store: EditionStore, page: string): Release | undefined =>
  releasesInForce({ releases: store.releases.list(), reopenings: store.reopenings.list() }).get(page);

const told = (release: Release): Output<"rounds.list">["releases"][number] => ({
  ...release,
  settings: { ...release.settings },
  reasons: release.reasons.map((reason) => ({ ...reason })),
});

const hindrance = ({ message, ...rest }: Hindrance): Output<"release.check">[number] => ({
  ...rest,
  message: { key: message.key, values: { ...message.values } },
});

type Made = Extract<ReleaseResult, { refused: null }>;

/**
 * Seals what the worker has made, on the press proof that it is; a new one where it is none. Throws a Problem
 * "release.moved-on" where the page is no longer what was made.
 */
function seal(
  store: EditionStore,
  given: Omit<Received<"release.start">, "edition"> & { readonly created: string },
  made: Made,
  time: string,
): Release {
  const { page, author, note, standard, profile, marks, created } = given;
  const now = pagesOf(store.edition).find(({ id }) => id === page);
  if (!now || pageDigest(now, sha256) !== made.digest || inForce(store, page))
    throw new Problem("release.moved-on", { page: made.number });
  const taken = store.versions.list().findLast(({ round, pages }) => {
    const then = pages.find(({ id }) => id === page);
    return round === "press" && then !== undefined && changedAspects(then, now).length === 0;
  });
  const version = taken ?? store.versions.take({ round: "press", name: "", author, time, page });
  return store.releases.seal({
    ...{ version: version.id, page, author, time, file: basename(given.path), pdf: made.pdf, note },
    settings: { standard, profile, marks, created, bytes: made.bytes },
    reasons: made.reasons.map(({ subject, message, reason }) => ({
      subject,
      message: word(given.locale, message.key, message.values),
      reason,
    })),
  });
}
