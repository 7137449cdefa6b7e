/**
 * `rounds take | sign | release | reopen EDITION`: what people do on the way from first proof to press, without a window.
 *
 * As at the desk: a signature stands on the last proof of its round, or on one taken now where the page is no longer
 * like it; and the findings that are open go into it.
 */
import { basename } from "node:path";
import { word } from "../../core/catalogue/catalogue.ts";
import { hindranceWords } from "../../core/catalogue/lacking.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { pageState, roundToTake } from "../../core/edition/rounds.ts";
import { type ProofRound, proofRounds, type Role, roles } from "../../core/edition/signing.ts";
import { Problem } from "../../core/problem.ts";
import { readOnlyProblem } from "../../host/store/connection.ts";
import type { EditionStore } from "../../host/store/edition-store.ts";
import { temporaryName } from "../../host/store/publish.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { pagesOf } from "../../host/store/versions.ts";
import { checkOutput } from "../../host/work/files.ts";
import { decidedFindings, lookOver } from "../../host/work/hindrances.ts";
import { makeRelease, releaseInForce, sealRelease } from "../../host/work/release.ts";
import { pageIdOf, proofInHand, recordOf } from "../../host/work/sign-off.ts";
import { choiceOption, type ExitCode, type Surroundings } from "../command.ts";
import type { Terminal } from "../terminal.ts";

export const acts = ["take", "sign", "release", "reopen"] as const;
export type Act = (typeof acts)[number];

export interface SignOffValues {
  readonly page?: string | undefined;
  readonly round?: string | undefined;
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  readonly note?: string | undefined;
  readonly reason?: string | undefined;
  /** Why errors that nobody has decided on are left standing. */
  readonly stand?: string | undefined;
  readonly pdf?: string | undefined;
  readonly standard?: string | undefined;
  readonly profile?: string | undefined;
  readonly marks?: boolean | undefined;
  readonly force?: boolean | undefined;
}

/** Does `act` on the edition file, and says what was done. */
export async function signOff(
  act: Act,
  file: string,
  values: SignOffValues,
  around: Surroundings,
): Promise<ExitCode> {
  const store = openEditionFile(file, { now: around.now() });
  try {
    const { readOnly, holder } = store;
    if (readOnly) throw readOnlyProblem(basename(file), readOnly, holder);
    return await does[act](store, { file, ...values }, around);
  } finally {
    store.close();
  }
}

type Asked = SignOffValues & { readonly file: string };

const does: Readonly<
  Record<Act, (store: EditionStore, asked: Asked, around: Surroundings) => ExitCode | Promise<ExitCode>>
> = {
  take(store, asked, { terminal, now, author }) {
    const round = roundNamed(needed("--round", asked.round));
    const page = asked.page === undefined ? {} : { page: pageIdOf(store, asked.page, asked.file) };
    const name = asked.name?.trim() || author;
    const { id, pages } = store.versions.take({ round, name: "", author: name, time: now(), ...page });
    terminal.say("cli.rounds.taken", {
      round: terminal.word(`round.${round}`),
      pages: pages.map(({ number }) => number).join("、"),
      version: id,
    });
    return 0;
  },
  sign(store, asked, { terminal, now }) {
    const [page, author] = whoAndWhere(store, asked);
    const role = named<Role>("--role", needed("--role", asked.role), roles, "role");
    if (releaseInForce(store, page)) throw new Problem("release.already", { page: asked.page ?? "" });
    const round = asked.round === undefined ? roundInHand(store, page) : roundNamed(asked.round);
    const time = now();
    const proof =
      proofInHand(store, page, round) ?? store.versions.take({ round, name: "", author, time, page });
    const open = decidedFindings(store, readEdition(store.edition))
      .filter((one) => one.decision === null && one.page.node.attrs.id === page)
      .map(({ subject, finding }) => ({
        subject,
        message: terminal.word(finding.message.key, finding.message.values),
      }));
    store.signatures.add({ version: proof.id, page, role, author, time, open, note: asked.note ?? "" });
    terminal.say("cli.rounds.signed-now", {
      ...{ page: asked.page?.toUpperCase() ?? "", name: author, version: proof.id, open: open.length },
      ...{ round: terminal.word(`round.${round}`), role: terminal.word(`role.${role}`) },
    });
    return 0;
  },
  async release(store, asked, { terminal, now }) {
    const [page, author] = whoAndWhere(store, asked);
    const path = needed("--pdf", asked.pdf);
    if (releaseInForce(store, page)) throw new Problem("release.already", { page: asked.page ?? "" });
    const standard = choiceOption("--standard", asked.standard ?? "x4", ["x4", "x1a"]);
    // Sealed with the release: a profile of the program's, never a file of this machine's.
    const profile = asked.profile ?? "";
    if (!/^[\w.-]*$/.test(profile))
      throw new Problem("cli.option-value", { command: "rounds", option: "--profile" });
    checkOutput(path, [asked.file], asked.force ?? false);
    const given = {
      ...{ page, path, standard, profile, marks: asked.marks ?? false, created: now() },
      ...{ author, note: asked.note ?? "", locale: terminal.locale },
    };
    const stand = asked.stand?.trim() ?? "";
    if (stand !== "") letStand(store, page, { reason: stand, author, time: now() }, terminal);
    const made = await makeRelease(
      store,
      { ...given, temp: temporaryName(path), leave: asked.reason ?? "" },
      (stage) => terminal.stage(stage, { file: basename(path) }),
    );
    const number = asked.page?.toUpperCase() ?? "";
    if (made.refused) {
      terminal.say("release.refused", { page: number, count: made.refused.length });
      for (const { message, todo } of made.refused)
        terminal.say("cli.rounds.hindrance", {
          what: hindranceWords(terminal.word, message),
          todo: terminal.word(todo),
        });
      return 1;
    }
    const sealed = sealRelease(store, given, made, now());
    terminal.say("cli.rounds.released-now", { page: number, name: author, file: path, pdf: sealed.pdf });
    return 0;
  },
  reopen(store, asked, { terminal, now }) {
    const [page, author] = whoAndWhere(store, asked);
    const number = asked.page?.toUpperCase() ?? "";
    const reason = asked.reason?.trim() ?? "";
    if (reason === "") throw new Problem("release.no-reason");
    const release = releaseInForce(store, page);
    if (!release) throw new Problem("release.none", { page: number });
    store.reopenings.add({ release: release.id, page, author, time: now(), reason });
    terminal.say("cli.rounds.reopened-now", { page: number, name: author, reason });
    return 0;
  },
};

/** Decides on every error of the page that is open, as somebody at the desk would who ignores each for this reason. */
function letStand(
  store: EditionStore,
  page: string,
  decision: { readonly reason: string; readonly author: string; readonly time: string },
  { say, word: told }: Terminal,
): void {
  for (const { kind, subject, message } of lookOver(store, page).hindrances) {
    if (kind !== "finding" || subject === null) continue;
    store.decisions.add({ subject, verdict: "ignored", ...decision });
    say("cli.rounds.stands", { what: told(message.key, message.values) });
  }
}

function needed(option: string, value: string | undefined): string {
  if (value === undefined || value.trim() === "")
    throw new Problem("cli.option-missing", { command: "rounds", option });
  return value.trim();
}

/** Id of the page, and who acts: an act of signing off names a person, never a login. */
function whoAndWhere(store: EditionStore, { page, name, file }: Asked): [page: string, author: string] {
  const id = pageIdOf(store, needed("--page", page), file);
  return [id, needed("--name", name)];
}

/** The round of the page's last proof; where none was taken, the one it begins with. */
function roundInHand(store: EditionStore, page: string): ProofRound {
  const now = pagesOf(store.edition).find(({ id }) => id === page);
  const state = now && pageState(now, recordOf(store), store.edition.style.signing);
  return state ? (state.round ?? roundToTake(state)) : "first";
}

const roundNamed = (text: string) => named<ProofRound>("--round", text, proofRounds, "round");

/** One of `choices` by its name in the code or in either language: first, 一校, 1st proof. */
function named<T extends string>(option: string, text: string, choices: readonly T[], area: string): T {
  const same = (name: string) => name.toLowerCase() === text.toLowerCase();
  const choice = choices.find(
    (one) => same(one) || same(word("zh", `${area}.${one}`)) || same(word("en", `${area}.${one}`)),
  );
  if (choice) return choice;
  const known = choices.map((one) => `${one} ${word("zh", `${area}.${one}`)}`).join(", ");
  throw new Problem("cli.choice", { option, value: text, choices: known });
}
