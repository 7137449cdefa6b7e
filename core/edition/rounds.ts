/**
 * How far a page has come on its way from first proof to press: which round it is in, who has signed what, what has
 * changed since, what release still waits for.
 *
 * A pure reading of what the file records (versions, signatures, releases, reopenings) and of the page's digests now.
 * A signature of a round that is over stands as it was given; one of the round in hand, or of a later one, holds only as
 * long as the page is what was signed, so a change asks for it again, and a change taken back gives it back.
 */
import { type ProofRound, proofRounds, type Role, type Round, roles, type Signing } from "./signing.ts";
import { type Aspect, aspects, changedAspects, type PageDigests } from "./versions.ts";

export interface TakenVersion {
  /** From 1, in the order they were taken. */
  readonly id: number;
  /** The log row after which the edition was so. */
  readonly seq: number;
  readonly round: Round;
  readonly name: string;
  readonly author: string;
  /** ISO 8601 instant. */
  readonly time: string;
  readonly pages: readonly PageDigests[];
}

export interface GivenSignature {
  readonly id: number;
  /** Id of the version, and of its page, that was signed. */
  readonly version: number;
  readonly page: string;
  readonly role: Role;
  readonly author: string;
  readonly time: string;
  /** Findings that were open: their subjects, and their messages as they were read. */
  readonly open: readonly { readonly subject: string; readonly message: string }[];
  readonly note: string;
}

export interface PageRelease {
  readonly id: number;
  /** Id of the version, and of its page, that was released. */
  readonly version: number;
  readonly page: string;
  readonly author: string;
  readonly time: string;
}

export interface PageReopening {
  readonly id: number;
  /** Id of the release that is no longer in force. */
  readonly release: number;
  readonly page: string;
  readonly author: string;
  readonly time: string;
  readonly reason: string;
}

/** What a file records of all its pages, each list oldest first. */
export interface SignOff<
  S extends GivenSignature = GivenSignature,
  R extends PageRelease = PageRelease,
  O extends PageReopening = PageReopening,
> {
  readonly versions: readonly TakenVersion[];
  readonly signatures: readonly S[];
  readonly releases: readonly R[];
  readonly reopenings: readonly O[];
}

/** waiting: its proof has not been taken; missing: not signed; changed: signed, but the page is no longer what was signed. */
export type RoleStanding = "waiting" | "missing" | "signed" | "changed";

export interface RoleState<S = GivenSignature> {
  readonly role: Role;
  /** The house asks this role to sign the round; release waits for it. */
  readonly asked: boolean;
  readonly demanded: boolean;
  readonly standing: RoleStanding;
  /** The last one given. */
  readonly signature: S | null;
  /** In what the page now differs from what was signed, also where the round is over. */
  readonly changed: readonly Aspect[];
}

export interface RoundState<S = GivenSignature> {
  readonly round: ProofRound;
  /** The last proof of the round, and how often one was taken. */
  readonly version: TakenVersion | null;
  readonly times: number;
  readonly place: "past" | "current" | "to-come";
  /** Every role, in the order of `roles`. */
  readonly roles: readonly RoleState<S>[];
}

/** untaken: no proof yet; changed: to be signed again; ready: nothing is missing for release. */
export type Stage = "untaken" | "out" | "changed" | "signed" | "ready" | "released";

export interface Lacking {
  readonly round: ProofRound;
  readonly role: Role;
  readonly why: "waiting" | "missing" | "changed";
}

export interface PageState<S = GivenSignature, R = PageRelease, O = PageReopening> {
  /** Id and printed number of the page. */
  readonly page: string;
  readonly number: string;
  readonly stage: Stage;
  /** The round of the last proof taken; null before the first. */
  readonly round: ProofRound | null;
  readonly rounds: readonly RoundState<S>[];
  /** In what the page differs from the last proof; every aspect before the first. */
  readonly changed: readonly Aspect[];
  /** Signatures that release demands and does not have. */
  readonly lacking: readonly Lacking[];
  /** The release in force. */
  readonly release: R | null;
  /** In what the page differs from what was released: nothing, unless a program has passed over the release. */
  readonly broken: readonly Aspect[];
  /** How the last release was taken back, until the next one. */
  readonly reopened: O | null;
}

/**
 * The proof that red check starts from: the last one on which any of the pages was other than `later`, so that a proof
 * just taken is held against the one before it; the last of all where none was. Null where no proof of them was taken.
 */
export function proofBefore<V extends Pick<TakenVersion, "round" | "pages">>(
  taken: readonly V[],
  later: readonly PageDigests[],
): V | null {
  const pairsOn = ({ pages }: V) =>
    later.flatMap((page) => {
      const then = pages.find(({ id }) => id === page.id);
      return then ? [{ then, page }] : [];
    });
  const proofs = taken.filter((version) => version.round !== "named" && pairsOn(version).length > 0);
  const other = (version: V) =>
    pairsOn(version).some(({ then, page }) => changedAspects(then, page).length > 0);
  return proofs.findLast(other) ?? proofs.at(-1) ?? null;
}

/**
 * The round that a page's next proof is for: the first that anybody is asked to sign; the one in hand while a signature is
 * still to come; the next once all have signed, since what was corrected since then is read on the next proof.
 */
export function roundToTake({
  round,
  rounds,
}: Pick<PageState<unknown, unknown, unknown>, "round" | "rounds">): ProofRound {
  const at = rounds.findIndex((one) => one.round === round);
  const current = rounds[at];
  if (!current) return rounds.find(({ roles: all }) => all.some(({ asked }) => asked))?.round ?? "first";
  const done = current.roles.every(({ asked, signature }) => !asked || signature !== null);
  return (done ? rounds[at + 1]?.round : null) ?? current.round;
}

/** The state of the page whose digests are `now`. */
export function pageState<S extends GivenSignature, R extends PageRelease, O extends PageReopening>(
  now: PageDigests,
  record: SignOff<S, R, O>,
  signing: Signing,
): PageState<S, R, O> {
  const taken = new Map<number, PageDigests>();
  for (const { id, pages } of record.versions) {
    const page = pages.find((one) => one.id === now.id);
    if (page) taken.set(id, page);
  }
  const since = (version: number): readonly Aspect[] => {
    const then = taken.get(version);
    return then ? changedAspects(then, now) : aspects;
  };
  const proofs = record.versions.filter(({ id, round }) => taken.has(id) && round !== "named");
  const last = proofs.at(-1);
  const at = proofRounds.indexOf(last?.round as ProofRound);
  const roundOf = new Map(proofs.map(({ id, round }) => [id, round]));
  const given = record.signatures.filter(({ page }) => page === now.id);

  const rounds = proofRounds.map((round, index): RoundState<S> => {
    const own = proofs.filter((proof) => proof.round === round);
    const place = index === at ? "current" : index < at ? "past" : "to-come";
    const stateOf = (role: Role): RoleState<S> => {
      const signature = given.findLast((one) => one.role === role && roundOf.get(one.version) === round);
      const changed = signature ? since(signature.version) : [];
      const demanded = signing.demands[round].includes(role);
      const standing =
        own.length === 0
          ? "waiting"
          : !signature
            ? "missing"
            : place === "past" || changed.length === 0
              ? "signed"
              : "changed";
      const asked = demanded || signing.signs[round].includes(role);
      return { role, asked, demanded, standing, signature: signature ?? null, changed };
    };
    return { round, version: own.at(-1) ?? null, times: own.length, place, roles: roles.map(stateOf) };
  });

  const lacking = rounds.flatMap(({ round, roles: all }) =>
    all.flatMap(({ role, demanded, standing }): Lacking[] =>
      demanded && standing !== "signed" ? [{ round, role, why: standing }] : [],
    ),
  );
  const lastRelease = record.releases.findLast(({ page }) => page === now.id) ?? null;
  const reopened = record.reopenings.findLast(({ release }) => release === lastRelease?.id) ?? null;
  const release = reopened ? null : lastRelease;
  const changed = last ? since(last.id) : aspects;
  return {
    page: now.id,
    number: now.number,
    stage: release
      ? "released"
      : stageOf(rounds[at], lacking, last?.round === "press" && changed.length === 0),
    round: (last?.round as ProofRound) ?? null,
    rounds,
    changed,
    lacking,
    release,
    broken: release ? since(release.version) : [],
    reopened,
  };
}

function stageOf(
  current: RoundState<unknown> | undefined,
  lacking: readonly Lacking[],
  press: boolean,
): Stage {
  if (!current) return "untaken";
  if (press && lacking.length === 0) return "ready";
  const asked = current.roles.filter((role) => role.asked);
  if (current.roles.some(({ standing }) => standing === "changed")) return "changed";
  return asked.every(({ standing }) => standing === "signed") ? "signed" : "out";
}

/** The release in force of each page that has one, by the page's id. */
export function releasesInForce<R extends PageRelease>(
  record: Pick<SignOff<GivenSignature, R>, "releases" | "reopenings">,
): Map<string, R> {
  const force = new Map(record.releases.map((release) => [release.page, release]));
  const undone = new Set(record.reopenings.map(({ release }) => release));
  for (const [page, { id }] of force) if (undone.has(id)) force.delete(page);
  return force;
}
