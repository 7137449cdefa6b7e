/** A session on an edition the host has opened: composition, proofing and the log, wired to this window. */
import { composeEdition } from "../../core/compose/compose.ts";
import { changeToJSON } from "../../core/edition/change.ts";
import { editionFromJSON } from "../../core/edition/edition.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import type { Faces } from "../../core/world.ts";
import type { Client } from "../../host/client.ts";
import type { OpenedEdition } from "../../host/contract.ts";
import { Rounds } from "../rounds/store.ts";
import { Decisions } from "./decisions.ts";
import { Following } from "./following.ts";
import { frameScheduler } from "./next-frame.ts";
import type { OpenEdition } from "./open-edition.ts";
import { Session, type SessionHost } from "./session.ts";

/** A pause in typing after which proofing looks again, in ms. */
const PAUSE = 250;
/** An append that takes longer than this, in ms, is told: a step is on a disk in a few. */
const LATE = 2000;

interface SessionOptions {
  readonly author: string;
  readonly undoDepth: number;
  /** Whether a window of this app writes the edition. */
  isWritten(): Promise<boolean>;
}

export function openSession(
  client: Client,
  opened: OpenedEdition,
  faces: Faces,
  { author, undoDepth, isWritten }: SessionOptions,
): OpenEdition {
  let seq = opened.seq;
  let retryNow = () => {};
  const rounds = new Rounds(client, opened.edition);
  const host: SessionHost = {
    compose: (edition) => composeEdition(edition, faces),
    proofread: (reading, { style }) =>
      proofread(reading, { gazetteer: createGazetteer(style.proof.places), style, rules: allRules }),
    async append(changes, label) {
      const answer = await client.call("log.append", {
        edition: opened.edition,
        after: seq,
        changes: changes.map(changeToJSON),
        author,
        label,
      });
      seq = answer.seq;
    },
    admits: (before, after, again) => rounds.admits(before, after, again),
    newId: () => crypto.randomUUID(),
    onFrame: frameScheduler(),
    onPause(work) {
      const timer = setTimeout(work, PAUSE);
      return () => clearTimeout(timer);
    },
    onLate(work) {
      const timer = setTimeout(work, LATE);
      return () => clearTimeout(timer);
    },
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        retryNow = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
  const session = new Session(editionFromJSON(opened.content), host, {
    readOnly: opened.readOnly !== null,
    undoDepth,
  });
  rounds.follow(session);
  const decisions = new Decisions(client, opened);
  const { edition } = opened;
  // Where the folder or the disk forbids writing nobody else need be at it, and there is nothing to take over.
  const read = opened.readOnly === "held" || opened.readOnly === "asked";
  const following = read
    ? new Following(client, { edition, seq, session, decisions, rounds, isWritten })
    : null;
  const open: OpenEdition = {
    edition,
    following,
    path: opened.path,
    name: opened.name,
    readOnly: opened.readOnly,
    holder: opened.holder,
    session,
    faces,
    decisions,
    rounds,
    author,
    movedTo(moved) {
      seq = moved.seq;
      retryNow();
      decisions.take(moved.decisions);
      void rounds.refresh();
      return { ...open, path: moved.path, name: moved.name };
    },
  };
  return open;
}
