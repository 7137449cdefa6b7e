/** What a page proof tells of the proofs before it: what was changed since the last one, and who has signed. */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import type { GlyphRun, Sheet } from "../../core/compose/sheet.ts";
import { compareEditions } from "../../core/edition/compare.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { pageState } from "../../core/edition/rounds.ts";
import type { ProofSignature } from "../../core/press/page-proof/request.ts";
import type { Revision } from "../../core/press/page-proof/revisions.ts";
import type { Faces } from "../../core/world.ts";
import { pagesOf, type Signature, type Version } from "../store/versions.ts";
import { coveredBy } from "./places.ts";

/** The proofs of an edition so far, as the store keeps them. */
export interface ProofRecord {
  readonly versions: { list(): Version[] };
  readonly signatures: { list(): Signature[] };
  at(seq: number): Edition;
}

/** The last proof that was taken; null before the first. */
export interface LastProof {
  readonly edition: Edition;
  readonly name: string;
  /** ISO 8601 instant. */
  readonly time: string;
}

/** The record as it was when version `id` was taken; all of it for 0. A proof is told from the one before it. */
export function recordBefore(record: ProofRecord, id: number): ProofRecord {
  if (id === 0) return record;
  const versions = { list: () => record.versions.list().filter((version) => version.id < id) };
  return { versions, signatures: record.signatures, at: (seq) => record.at(seq) };
}

/** The last proof of any of the pages with these ids. */
export function lastProof(record: ProofRecord, pages: readonly string[], locale: Locale): LastProof | null {
  const version = record.versions
    .list()
    .findLast((one) => one.round !== "named" && one.pages.some(({ id }) => pages.includes(id)));
  if (!version) return null;
  return {
    edition: record.at(version.seq),
    name: version.name || word(locale, `round.${version.round}`),
    time: version.time,
  };
}

/** Words that differ from `before`, where they stand on the sheets now. */
export function revisionsOn(
  sheets: readonly Sheet[],
  before: Edition,
  after: Edition,
  faces: Faces,
): Revision[] {
  const pages = new Map(after.pages.map((page) => [page.attrs.number as string, page.attrs.id as string]));
  const changed = compareEditions(before, after).blocks.flatMap(({ page, parts }) =>
    parts.flatMap(({ at, spans, after: text }) => {
      const home = pages.get(page.after ?? "");
      if (at.after === null || home === undefined || text === null) return [];
      const whole = spans.length === 0 ? [{ fromB: 0, toB: text.length }] : spans;
      return whole.map(({ fromB, toB }) => ({ home, pos: at.after as number, from: fromB, to: toB }));
    }),
  );
  return sheets.flatMap((sheet, index): Revision[] => {
    const runs = Map.groupBy(
      sheet.items.filter((item): item is GlyphRun => item.kind === "glyphs" && item.ref.pos >= 0),
      ({ ref }) => `${ref.page} ${ref.pos}`,
    );
    const areas = changed.flatMap(({ home, pos, from, to }) =>
      (runs.get(`${home} ${pos}`) ?? []).flatMap((run) =>
        // Where words went, the character that stands there now, or the last one before.
        to > from ? coveredBy(run, from, to, faces) : coveredBy(run, Math.max(0, from - 1), from + 1, faces),
      ),
    );
    return areas.length > 0 ? [{ sheet: index, areas }] : [];
  });
}

const stages = { first: "first", second: "second", third: "third", press: "release" } as const;
const roles = {
  editor: "editor",
  proofreader: "reader",
  "page-editor": "responsible",
  "night-editor": "duty",
} as const;

/** `clock` gives an instant as it is printed in a cell. */
export function signaturesOn(
  sheets: readonly Sheet[],
  edition: Edition,
  record: Pick<ProofRecord, "versions" | "signatures">,
  clock: (instant: string) => string,
): ProofSignature[] {
  const all = {
    versions: record.versions.list(),
    signatures: record.signatures.list(),
    releases: [],
    reopenings: [],
  };
  const digests = new Map(pagesOf(edition).map((page) => [page.id, page]));
  return sheets.flatMap(({ page }, sheet) => {
    const now = digests.get(page);
    const { rounds } = now ? pageState(now, all, edition.style.signing) : { rounds: [] };
    return rounds.flatMap(({ round, roles: given }) =>
      given.flatMap(({ role, signature, standing }): ProofSignature[] => {
        if (!signature || !(round in stages)) return [];
        const { author: name, time } = signature;
        const stage = stages[round as keyof typeof stages];
        return [{ sheet, stage, role: roles[role], name, time: clock(time), stale: standing === "changed" }];
      }),
    );
  });
}
