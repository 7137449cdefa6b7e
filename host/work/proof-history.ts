/** What a page proof tells of the proofs before it: what was changed since the last one, and who has signed. */
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale } from "../../core/catalogue/message.ts";
import type { GlyphRun, Sheet } from "../../core/compose/sheet.ts";
import { compareEditions } from "../../core/edition/compare.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { pageDigest } from "../../core/edition/versions.ts";
import type { ProofSignature } from "../../core/press/page-proof/foot.ts";
import type { Revision } from "../../core/press/page-proof/revisions.ts";
import type { Faces } from "../../core/world.ts";
import { pagesOf, type Signature, sha256, type Version } from "../store/versions.ts";
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

export function lastProof(record: ProofRecord, locale: Locale): LastProof | null {
  const version = record.versions.list().findLast(({ round }) => round !== "named");
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
  const versions = new Map(record.versions.list().map((version) => [version.id, version]));
  const digests = new Map(pagesOf(edition).map((page) => [page.id, pageDigest(page, sha256)]));
  const cells = new Map<string, ProofSignature>();
  for (const { version, page, role, author, time, digest } of record.signatures.list()) {
    const round = versions.get(version)?.round;
    const stage = round && round in stages ? stages[round as keyof typeof stages] : null;
    const sheet = sheets.findIndex((one) => one.page === page);
    if (!stage || sheet < 0) continue;
    cells.set(`${sheet} ${stage} ${role}`, {
      sheet,
      stage,
      role: roles[role],
      name: author,
      time: clock(time),
      stale: digests.get(page) !== digest,
    });
  }
  return [...cells.values()];
}
