/** Handing pages over, from the edition file to the printer's folder: made, kept in the outbox, sent, taken out of it. */
import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { checkPages } from "../work/sheets.ts";
import type { Delivered, Tell } from "./delivery.ts";
import { checkFolder, deliverToFolder } from "./folder.ts";
import { KnownHosts } from "./known-hosts.ts";
import { discard, pendingFor, type Staged, stage } from "./outbox.ts";
import { makePackage, type PackageOrder, preflightErrors } from "./package.ts";
import { deliverBySftp } from "./sftp.ts";
import type { Secrets } from "./sftp-link.ts";
import { readTarget, serverOf, type Target, targetText } from "./target.ts";

export interface HandoverOrder extends Omit<PackageOrder, "store" | "stage" | "adverts"> {
  /** Opens the edition file; not called where a package is sent on. */
  readonly open: () => EditionStore;
  /** The edition file, by which a package that waits is found again. */
  readonly source: string;
  readonly target: string;
  /** The app's own folder: outbox and known hosts. */
  readonly home: string;
  /** Sends on the package that waits for this edition and target, as it was made. */
  readonly resume: boolean;
  /** Sends pages although preflight fails; the ticket says so. */
  readonly despite: boolean;
  readonly secrets: Secrets;
  /** Asks a person about a server's first key. What it answers with true is remembered. */
  readonly trust?: (server: string, fingerprint: string) => Promise<boolean>;
  readonly retries?: number;
  readonly pause?: number;
  readonly tell?: Tell;
}

export interface HandedOver extends Delivered {
  readonly name: string;
  readonly pages: readonly string[];
  readonly errors: number;
}

/** Part of the work that making the package takes. */
const MAKING = 0.3;

/**
 * Throws a Problem as the package and its delivery do; "handover.preflight-failed" where pages fail preflight and
 * `despite` is not given; "handover.nothing-waits" where there is nothing to resume.
 */
export async function handOver(order: HandoverOrder): Promise<HandedOver> {
  const target = readTarget(order.target);
  const tell: Tell = order.tell ?? (() => {});
  const way = { source: order.source, target: targetText(target) };
  const staged = order.resume ? pendingFor(order.home, way) : await make(order, target, way);
  if (!staged)
    throw new Problem("handover.nothing-waits", { file: basename(order.source), target: way.target });
  const delivered = await deliver(staged, target, order, (key, values, fraction) =>
    tell(key, values, MAKING + (1 - MAKING) * fraction),
  );
  discard(staged);
  return {
    ...delivered,
    name: staged.name,
    pages: staged.ticket.pages.map(({ number }) => number),
    errors: preflightErrors(staged.ticket),
  };
}

async function make(
  order: HandoverOrder,
  target: Target,
  way: { source: string; target: string },
): Promise<Staged> {
  // Before the pages are made, which takes a while.
  if (target.kind === "folder") checkFolder(target.path, basename(order.source));
  const store = order.open();
  try {
    checkPages(store.edition, order.pages, basename(order.source));
    const made = await makePackage({
      ...order,
      store,
      adverts: order.despite ? "accept" : "refuse",
      stage: (stage, page, fraction) => order.tell?.(`handover.stage.${stage}`, { page }, MAKING * fraction),
    });
    const errors = preflightErrors(made.ticket);
    if (errors > 0 && !order.despite)
      throw new Problem("handover.preflight-failed", {
        errors,
        pages: made.ticket.pages
          .filter(({ preflight }) => preflight.errors > 0)
          .map(({ number }) => number)
          .join("、"),
        target: targetText(target),
      });
    return stage(order.home, made, way);
  } finally {
    store.close();
  }
}

async function deliver(staged: Staged, target: Target, order: HandoverOrder, tell: Tell): Promise<Delivered> {
  if (target.kind === "folder") return deliverToFolder(staged, target.path, tell);
  const hosts = new KnownHosts(order.home);
  const server = serverOf(target);
  const send = () =>
    deliverBySftp(staged, target, {
      secrets: order.secrets,
      known: hosts.get(server),
      ...(order.retries === undefined ? {} : { retries: order.retries }),
      ...(order.pause === undefined ? {} : { pause: order.pause }),
      tell,
    });
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== "handover.host-unknown") throw error;
    const fingerprint = String(error.values.fingerprint);
    if (!(await order.trust?.(server, fingerprint))) throw error;
    hosts.pin(server, fingerprint);
    return await send();
  }
}
