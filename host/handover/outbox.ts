/**
 * Packages on their way, each whole on this disk until the printer has it: what broke off is sent on from here, byte
 * for byte the same, however the page has changed since.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "../../core/problem.ts";
import { guarded } from "../store/fault.ts";
import { sync, temporaryName } from "../store/publish.ts";
import { makeFolder } from "../work/files.ts";
import { sha256 } from "./digest.ts";
import type { Package } from "./package.ts";
import { readTicket, TICKET, type Ticket } from "./ticket.ts";

export interface StagedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A package that waits, or is being sent. */
export interface Staged {
  /** Its folder in the outbox. */
  readonly folder: string;
  readonly name: string;
  /** The edition file it was made of, and where it goes (see `targetText`). */
  readonly source: string;
  readonly target: string;
  /** ISO instant. */
  readonly created: string;
  readonly ticket: Ticket;
  /** In the order they are sent: the ticket last. */
  readonly files: readonly StagedFile[];
}

const DELIVERY = "delivery.json";
const deliverySchema = z.object({ source: z.string(), target: z.string(), created: z.string() });

const outboxOf = (home: string): string => join(home, "outbox");

/** Puts a package in the outbox, in place of an earlier one for the same target. Throws a Problem where the disk will not take it. */
export function stage(home: string, made: Package, way: { source: string; target: string }): Staged {
  const outbox = outboxOf(home);
  makeFolder(outbox);
  const folder = join(outbox, `${made.name}_${sha256(`${way.source}\n${way.target}`).slice(0, 8)}`);
  const temp = temporaryName(folder);
  guarded(made.name, () => {
    try {
      makeFolder(temp);
      for (const { name, bytes } of made.files) writeFileSync(join(temp, name), bytes, { flush: true });
      const delivery = { ...way, created: made.ticket.created };
      writeFileSync(join(temp, DELIVERY), JSON.stringify(delivery), { flush: true });
      rmSync(folder, { recursive: true, force: true });
      renameSync(temp, folder);
      sync(outbox);
    } finally {
      rmSync(temp, { recursive: true, force: true });
    }
  });
  return openStaged(folder);
}

/** Packages that wait, the newest first; what is not whole is no package. */
export function pending(home: string): Staged[] {
  const outbox = outboxOf(home);
  if (!existsSync(outbox)) return [];
  return readdirSync(outbox)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => {
      try {
        return [openStaged(join(outbox, name))];
      } catch (error) {
        if (error instanceof Problem) return [];
        throw error;
      }
    })
    .sort((a, b) => (a.created < b.created ? 1 : -1));
}

/** The newest one of an edition file for a target, or null. */
export const pendingFor = (home: string, way: { source: string; target: string }): Staged | null =>
  pending(home).find(({ source, target }) => source === way.source && target === way.target) ?? null;

export const discard = ({ folder }: Pick<Staged, "folder">): void =>
  rmSync(folder, { recursive: true, force: true });

export const pathOf = (staged: Staged, { name }: StagedFile): string => join(staged.folder, name);

/** Throws a Problem "handover.outbox" where what stands there is not, or no longer, the package it was. */
function openStaged(folder: string): Staged {
  const broken = (cause?: unknown) => new Problem("handover.outbox", { file: folder }, cause);
  try {
    const delivery = deliverySchema.parse(JSON.parse(readFileSync(join(folder, DELIVERY), "utf8")));
    const text = readFileSync(join(folder, TICKET));
    const ticket = readTicket(text.toString("utf8"), TICKET);
    const files = [...ticket.files, { name: TICKET, bytes: text.length, sha256: sha256(text) }];
    for (const { name, bytes } of files) if (statSync(join(folder, name)).size !== bytes) throw broken();
    return { folder, name: ticket.name, ...delivery, ticket, files };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw broken(error);
  }
}
