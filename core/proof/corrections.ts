/**
 * The corrections a proof asks for: its findings, as red check looks for them on the version after it.
 *
 * Errors and warnings ask for a correction, advice only where somebody has accepted it; a finding that was ignored asks
 * for nothing. What has no single fix is right once proofing of the later version has nothing of that rule to say about
 * those words any more.
 */

import type { Correction, TextPlace } from "../edition/correction.ts";
import type { Reading } from "../edition/reading.ts";
import type { DecidedFinding } from "./decided.ts";
import { homesOf } from "./homes.ts";
import type { Fix, Message, Severity, Span } from "./proofing.ts";

export interface FindingCorrection extends Correction {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
}

interface Judged {
  readonly verdict: string;
}

/** `proof` are the findings of the proof that `reading` was read from, `later` those of the version after it. */
export function correctionsOf(
  proof: { readonly reading: Reading; readonly findings: readonly DecidedFinding<Judged>[] },
  later: { readonly reading: Reading; readonly findings: readonly DecidedFinding<unknown>[] },
): FindingCorrection[] {
  const placeThen = placer(proof.reading);
  const placeNow = placer(later.reading);
  const stillAt = Map.groupBy(later.findings, ({ finding }) => finding.rule);
  const taken = new Map<string, number>();
  return proof.findings.flatMap(({ finding, decision, subject }) => {
    const { rule, severity, message, evidence } = finding;
    if (decision?.verdict === "ignored") return [];
    if (severity === "advice" && decision?.verdict !== "accepted") return [];
    const fix = fixOf(finding.fixes);
    const place = placeThen(fix?.span ?? finding.span);
    if (!place) return [];
    const times = (taken.get(subject) ?? 0) + 1;
    taken.set(subject, times);
    // The same words may be found fault with by two rules: only this one's fault counts here.
    const settled = (now: TextPlace | null) =>
      now !== null &&
      !(stillAt.get(rule) ?? []).some((other) => {
        const at = placeNow(other.finding.span);
        return at?.page === now.page && at.pos === now.pos && at.from <= now.to && at.to >= now.from;
      });
    const elsewhere = evidence.flatMap((span) => placeThen(span) ?? []);
    const id = `${rule} ${subject} ${times}`;
    return [{ id, rule, severity, message, place, text: fix?.text ?? null, elsewhere, settled }];
  });
}

/** The fix, where there is one way to put it right and it lies in one part. */
const fixOf = (fixes: readonly Fix[]): Fix | null => {
  const [fix] = fixes;
  return fix && fixes.length === 1 && fix.span.from.part === fix.span.to.part ? fix : null;
};

/** Spans to places; of a span over several parts, what it covers of the first. Null for what is not in the reading. */
function placer(reading: Reading): (span: Span) => TextPlace | null {
  const homes = homesOf(reading);
  return ({ from, to }) => {
    const home = homes.get(from.part);
    // A jump line is derived: there are no words of it to correct.
    if (!home || from.part.role === "jump") return null;
    const end = from.part === to.part ? to.offset : from.part.text.length;
    const page = home.page.node.attrs.id as string;
    return { page, block: home.article.id, pos: from.part.pos, from: from.offset, to: end };
  };
}
