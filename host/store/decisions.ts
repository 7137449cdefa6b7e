/**
 * What the desk decided about findings, kept by what a finding says and not by where it stands.
 *
 * Rows are only ever added: the last one about a subject is in force, the earlier ones are its history.
 */
import type { DatabaseSync } from "node:sqlite";
import { checksum, countOf, heads, insertCount, sameBytes } from "./log.ts";
import { select } from "./select.ts";

/** accepted: the correction is to be made; ignored: the text is right; open: an earlier decision is taken back. */
export type Verdict = "accepted" | "ignored" | "open";

export interface Decision {
  /** What the finding says: see `subjectOf` in core/proof/subject.ts. */
  readonly subject: string;
  readonly verdict: Verdict;
  /** Why, in the person's words; an ignored error needs one. */
  readonly reason: string;
  readonly author: string;
  /** ISO 8601 instant. */
  readonly time: string;
}

const decisionChecksum = (d: Decision) =>
  checksum("decision", d.subject, d.verdict, d.reason, d.author, d.time);

export function insertDecision(db: DatabaseSync, d: Decision): void {
  db.prepare(
    "INSERT INTO decision (time, author, subject, verdict, reason, checksum) VALUES (?, ?, ?, ?, ?, ?)",
  ).run(d.time, d.author, d.subject, d.verdict, d.reason, decisionChecksum(d));
  const { count } = db.prepare("SELECT count(*) AS count FROM decision").get() ?? {};
  insertCount(db, heads.decisions, Number(count));
}

/** `raw` as a decision, or null where it is not as it was written. */
export function asDecision(raw: Readonly<Record<string, unknown>>): Decision | null {
  const { subject, verdict, reason, author, time } = raw;
  for (const field of [subject, verdict, reason, author, time]) if (typeof field !== "string") return null;
  const decision = { subject, verdict, reason, author, time } as Decision;
  return sameBytes(raw.checksum, decisionChecksum(decision)) ? decision : null;
}

/** Every sound decision, oldest first. A broken row is left out: its finding is simply open again. */
export function readDecisions(db: DatabaseSync): Decision[] {
  const rows = [...select(db, "SELECT * FROM decision ORDER BY id")];
  return rows.map(asDecision).filter((decision) => decision !== null);
}

/** The decision in force about each subject; subjects reopened are left out. */
export function inForce(decisions: readonly Decision[]): Map<string, Decision> {
  const last = new Map(decisions.map((decision) => [decision.subject, decision]));
  for (const [subject, decision] of last) if (decision.verdict === "open") last.delete(subject);
  return last;
}

/** Decisions that are not as they were written, by place. */
export function decisionFaults(db: DatabaseSync, file: string): string[] {
  const rows = [...select(db, "SELECT * FROM decision ORDER BY id")];
  const faults = rows.filter((row) => !asDecision(row)).map((row) => `decision ${row.id}`);
  if (rows.length < countOf(db, file, heads.decisions)) faults.push(`decision ${rows.length + 1}`);
  return faults;
}
