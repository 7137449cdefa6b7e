/** Proofs taken and signed from outside a window: the record of a file, and the proof of a round that a page still is. */
import type { SignOff } from "../../core/edition/rounds.ts";
import type { ProofRound } from "../../core/edition/signing.ts";
import { changedAspects } from "../../core/edition/versions.ts";
import { Problem } from "../../core/problem.ts";
import type { EditionStore } from "../store/edition-store.ts";
import type { Release } from "../store/releases.ts";
import { pagesOf, type Signature, type Version } from "../store/versions.ts";

/** All that the file records of proofs, signatures, releases and reopenings. */
export const recordOf = (store: EditionStore): SignOff<Signature, Release> => ({
  versions: store.versions.list(),
  signatures: store.signatures.list(),
  releases: store.releases.list(),
  reopenings: store.reopenings.list(),
});

/** How long the file's chain is, and the digest that seals all of it: what is noted elsewhere to show a chain made anew. */
export function chainEnd(store: EditionStore): { links: number; digest: string } {
  const links = store.chain.list();
  return { links: links.length, digest: links.at(-1)?.digest ?? "" };
}

/** The last proof of the round, where the page with this id is still what it shows. */
export function proofInHand(store: EditionStore, page: string, round: ProofRound): Version | undefined {
  const now = pagesOf(store.edition).find(({ id }) => id === page);
  const last = store.versions
    .list()
    .findLast((one) => one.round === round && one.pages.some(({ id }) => id === page));
  const then = last?.pages.find(({ id }) => id === page);
  return now && then && changedAspects(then, now).length === 0 ? last : undefined;
}

/** Printed number of the page with this id; the id where there is no such page. */
export const numberOf = (store: EditionStore, page: string): string =>
  String(store.edition.pages.find(({ attrs }) => attrs.id === page)?.attrs.number ?? page);

/** Id of the page numbered `number`. Throws a Problem "export.no-page" about `file` where there is none. */
export function pageIdOf({ edition }: EditionStore, number: string, file: string): string {
  const page = edition.pages.find(({ attrs }) => attrs.number === number.toUpperCase());
  if (page) return page.attrs.id;
  const known = edition.pages.map(({ attrs }) => attrs.number).join("、");
  throw new Problem("export.no-page", { file, page: number, known });
}
