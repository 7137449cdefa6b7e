/** What is done in signing off: proofs taken, pages signed, released, reopened, PDFs compared. Each is a person's command. */
import type { ProofRound, Role } from "../../core/edition/signing.ts";
import { changedAspects } from "../../core/edition/versions.ts";
import type { Output } from "../../host/contract.ts";
import { exportFile, type Progress } from "../desk/flows/export.ts";
import { followJob, followUntil, showProgress, tellStopped } from "../desk/flows/job.ts";
import { waitingFor } from "../desk/flows/open.ts";
import { baseName } from "../desk/words.ts";
import type { Workplace } from "../desk/workplace.ts";
import { type Translate, translator } from "../i18n/locale.tsx";
import { itemsIn } from "../proofing/round.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import type { RoundsDialog } from "./dialog-state.ts";
import type { Release, Version } from "./store.ts";

export const ask = ({ state }: Pick<Workplace, "state">, what: RoundsDialog): void =>
  state.dispatch({ type: "dialog", dialog: { kind: "rounds", what } });

export const numberOf = (open: OpenEdition, page: string): string =>
  String(open.session.state.edition.pages.find(({ attrs }) => attrs.id === page)?.attrs.number ?? "");

/** Takes a proof of a page, or of all (""), for a round; what is on the screen is in it. */
export async function take(
  { client }: Workplace,
  open: OpenEdition,
  round: ProofRound,
  page: string,
): Promise<Version> {
  await open.session.saved();
  const { edition, author } = open;
  const version = await client.call("versions.take", { edition, round, name: "", author, page });
  await open.rounds.refresh();
  return version;
}

export interface Signed {
  readonly page: string;
  readonly round: ProofRound;
  readonly role: Role;
  readonly author: string;
  readonly note: string;
}

/** Signs the last proof of the round, or one taken now where the page is no longer like it. */
export async function sign(workplace: Workplace, open: OpenEdition, given: Signed): Promise<void> {
  const { page, round, role, author, note } = given;
  await open.session.saved();
  await open.rounds.refresh();
  const version = proofInHand(open, page, round) ?? (await take(workplace, open, round, page)).id;
  const { edition } = open;
  const open_ = openFindings(workplace, open, page);
  await workplace.client.call("signatures.add", { edition, version, page, role, author, note, open: open_ });
  await open.rounds.refresh();
  const t = translator(workplace.state.snapshot().locale);
  const values = {
    page: numberOf(open, page),
    round: t(`round.${round}`),
    role: t(`role.${role}`),
    name: author,
  };
  workplace.state.dispatch({
    type: "notice",
    notice: { tone: "ok", key: "rounds.signed", values, passing: true },
  });
}

/** The last proof of the round, where the page is still what it shows; null where a new one has to be taken. */
export function proofInHand(open: OpenEdition, page: string, round: ProofRound): number | null {
  const { roll } = open.rounds.snapshot();
  const version = open.rounds.page(page)?.rounds.find((one) => one.round === round)?.version;
  const then = version?.pages.find(({ id }) => id === page);
  const now = roll?.now.find(({ id }) => id === page);
  return version && then && now && changedAspects(then, now).length === 0 ? version.id : null;
}

/** Findings of the page that nobody has decided on, as a signature records them. */
export function openFindings({ state }: Pick<Workplace, "state">, open: OpenEdition, page: string) {
  const t = translator(state.snapshot().locale);
  const found = itemsIn(open)?.findings ?? [];
  return found
    .filter((item) => item.decision === null && item.page.node.attrs.id === page)
    .map(({ subject, finding }) => ({ subject, message: t(finding.message.key, finding.message.values) }));
}

/** Writes the proof of a version, or of the page as it is (0), where a person says. */
export async function writeProof(
  workplace: Workplace,
  open: OpenEdition,
  page: string,
  version: Version | null,
): Promise<void> {
  const { shell, state } = workplace;
  const t = translator(state.snapshot().locale);
  const number = numberOf(open, page);
  const { paper, date } = open.session.state.edition.facts;
  const suffix = version
    ? t("rounds.proof.suffix", { round: t(`round.${version.round}`) })
    : t("desk.export.proof-suffix");
  const name = `${[paper, date, number].filter(Boolean).join(" ")}${suffix}.pdf`;
  const path = await shell.chooseSavePath("pdf", name);
  if (!path) return;
  const choice = {
    pages: [number],
    standard: "x4" as const,
    marks: false,
    proof: true,
    version: version?.id ?? 0,
  };
  const made = await waitingFor(workplace, "export.stage.proof", () =>
    exportFile(workplace, open, path, choice, showProgress(workplace)),
  );
  if (!made) return tellStopped(workplace);
  const notice = { tone: "ok" as const, key: "rounds.proof.done", values: { file: baseName(path) } };
  state.dispatch({ type: "notice", notice });
}

/** Writes the red check of the page, between the two versions that are compared, where a person says. */
export async function printRed(workplace: Workplace, open: OpenEdition): Promise<void> {
  const { shell, client, state } = workplace;
  const { page, locale } = state.snapshot();
  const t = translator(locale);
  const number = numberOf(open, page);
  const { paper, date } = open.session.state.edition.facts;
  const name = [paper, date, number, t("report.red.title")].filter(Boolean).join(" ");
  const path = await shell.chooseSavePath("report", `${name}.html`);
  if (!path) return;
  await open.session.saved();
  const { before, after } = open.rounds.compared(page);
  const red = { before: before ?? 0, after: after ?? 0 };
  const order = { edition: open.edition, path, pages: [number], force: true, locale, red };
  const made = await waitingFor(workplace, "rounds.release.checking", () =>
    followJob(workplace, open, () => client.call("report.start", order), showProgress(workplace)),
  );
  if (!made) return tellStopped(workplace);
  const notice = { tone: "ok" as const, key: "report.red.made-at", values: { path: made.path } };
  state.dispatch({ type: "notice", notice });
}

export type Hindrance = Output<"release.check">[number];

export type Released =
  | { readonly release: Release; readonly path: string }
  | { readonly refused: readonly Hindrance[] };

interface ReleaseChoice {
  readonly page: string;
  readonly path: string;
  readonly author: string;
  readonly note: string;
  readonly standard: "x4" | "x1a";
  /** Why queries are left open; "" where none is. */
  readonly leave: string;
}

/**
 * Releases a page. Resolves with its seal, with what stands in the way, or with null where it was stopped. Rejects with a
 * Problem where it failed.
 */
export async function release(
  workplace: Workplace,
  open: OpenEdition,
  choice: ReleaseChoice,
  tell: (progress: Progress, cancel: () => void) => void,
): Promise<Released | null> {
  const { client, state } = workplace;
  const { locale } = state.snapshot();
  const result = await followUntil<Released>(
    workplace,
    open,
    () => client.call("release.start", { edition: open.edition, ...choice, force: true, locale }),
    tell,
    (end) => [
      client.on("release.done", ({ job, path, release: sealed }) => end(job, { release: sealed, path })),
      client.on("release.refused", ({ job, hindrances }) => end(job, { refused: hindrances })),
    ],
  );
  await open.rounds.refresh();
  return result;
}

/** Takes a release back, and makes the change that was refused because of it. */
export async function reopen(
  { client, state }: Workplace,
  open: OpenEdition,
  given: { readonly page: string; readonly author: string; readonly reason: string },
  again: (() => void) | null,
): Promise<void> {
  await client.call("release.reopen", { edition: open.edition, ...given });
  await open.rounds.refresh();
  const values = { page: numberOf(open, given.page) };
  state.dispatch({ type: "notice", notice: { tone: "warn", key: "rounds.reopened", values } });
  again?.();
}

export async function chooseAndVerify(workplace: Workplace, open: OpenEdition): Promise<void> {
  const path = await workplace.shell.chooseFile("pdf");
  if (!path) return;
  const result = await workplace.client.call("release.verify", { edition: open.edition, path });
  ask(workplace, { kind: "verify", file: baseName(path), result });
}

export const aspectWords = (t: Translate, aspects: readonly string[]): string =>
  aspects.map((aspect) => t(`aspect.${aspect}`)).join(t("desk.comma"));
