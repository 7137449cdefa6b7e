/** A session on an edition the host has opened: composition, proofing and the log, wired to this window. */
import { composeEdition, composeSheet } from "../../core/compose/compose.ts";
import { changeToJSON } from "../../core/edition/change.ts";
import { editionFromJSON } from "../../core/edition/edition.ts";
import type { HouseStyle } from "../../core/edition/style.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread, proofreadPage } from "../../core/proof/proofread.ts";
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
import { Watching } from "./watching.ts";

/** A pause in typing after which proofing looks again, in ms. */
const PAUSE = 250;
/** An append that takes longer than this, in ms, is told: a step is on a disk in a few. */
const LATE = 2000;

/** Time after which a window that has painted nothing is taken to be hidden, in ms. */
const HIDDEN = 1000;

const rulesOf = (style: HouseStyle) => ({
  gazetteer: createGazetteer(style.proof.places),
  style,
  rules: allRules,
});

interface SessionOptions {
  /** Number of the page that is composed first. */
  readonly front?: string;
  readonly author: string;
  readonly undoDepth: number;
  /** Whether a window of this app writes the edition. */
  isWritten(): Promise<boolean>;
  /** The clock is behind the last step, which was made at this instant. */
  onClock(last: string): void;
}

export function openSession(
  client: Client,
  opened: OpenedEdition,
  faces: Faces,
  { front, author, undoDepth, isWritten, onClock }: SessionOptions,
): OpenEdition {
  let seq = opened.seq;
  let retryNow = () => {};
  const rounds = new Rounds(client, opened.edition);
  const shown = painted();
  const host: SessionHost = {
    compose: (edition, pages) =>
      pages
        ? edition.pages.flatMap(({ attrs }) =>
            pages.has(attrs.id) ? (composeSheet(edition, attrs.id, faces) ?? []) : [],
          )
        : composeEdition(edition, faces),
    proofread: (reading, { style }) => proofread(reading, rulesOf(style)),
    readAhead(reading, { style }, page) {
      const one = reading.pages[page];
      if (one) proofreadPage(reading, one, rulesOf(style));
    },
    onIdle: (work) => void shown.then(() => scheduler.postTask(work, { priority: "background" })),
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
    ...(front === undefined ? {} : { front }),
  });
  rounds.follow(session);
  const decisions = new Decisions(client, opened);
  const { edition } = opened;
  // Where the folder or the disk forbids writing nobody else need be at it, and there is nothing to take over.
  const read = opened.readOnly === "held" || opened.readOnly === "asked";
  const following = read
    ? new Following(client, { edition, seq, session, decisions, rounds, isWritten })
    : null;
  const watching = new Watching(client, { edition, session, onClock });
  const open: OpenEdition = {
    edition,
    following,
    watching,
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
      session.watched({ trouble: null, waiting: false });
      watching.lookNow();
      decisions.take(moved.decisions);
      void rounds.refresh();
      return { ...open, path: moved.path, name: moved.name };
    },
  };
  return open;
}

/** Resolves when what is on the screen now has been painted; soon after in a window that is hidden, which paints nothing. */
const painted = (): Promise<unknown> =>
  Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    new Promise((resolve) => setTimeout(resolve, HIDDEN)),
  ]);
