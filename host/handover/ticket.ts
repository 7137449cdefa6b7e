/**
 * The job ticket of a package: what is handed over, for whom, and the digest of every file, so that the printer can
 * tell that all of it came and nothing of it changed. Read as strictly as it is written.
 */
import { z } from "zod";
import { Problem } from "../../core/problem.ts";

export const TICKET = "ticket.json";

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Given where the page was released for press (签付印). */
const seal = z.object({
  author: z.string(),
  /** ISO instant. */
  time: z.string(),
  /** SHA-256 of the page as it was released, and of its PDF. */
  digest,
  pdf: digest,
  note: z.string(),
});

const ticketPage = z.object({
  number: z.string(),
  title: z.string(),
  /** Name of its PDF in the package. */
  file: z.string(),
  /** Trim in mm, and the bleed around it. */
  width: z.number(),
  height: z.number(),
  bleed: z.number(),
  /** The digits in the plate's slug and in the corner of the proof. */
  version: z.string(),
  standard: z.enum(["PDF/X-4", "PDF/X-1a:2003"]),
  profile: z.object({ identifier: z.string(), info: z.string(), sha256: digest }),
  marks: z.boolean(),
  preflight: z.object({ errors: z.number().int(), warnings: z.number().int() }),
  seal: seal.nullable(),
});

const ticketSchema = z.object({
  format: z.literal("dayang-handover/1"),
  name: z.string(),
  paper: z.string(),
  date: z.string(),
  pages: z.array(ticketPage),
  /** Total ink in percent: pictures are made to stay under the first; above the second preflight fails. */
  ink: z.object({ limit: z.number(), error: z.number() }),
  /** Pixels to the inch that pictures are brought down to. */
  resolution: z.number(),
  /** Whom the printer asks, and what else is to be said. */
  contact: z.string(),
  note: z.string(),
  /** Every file of the package but this one. */
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: digest })),
  /** ISO instant. */
  created: z.string(),
  producer: z.string(),
});

export type Ticket = z.output<typeof ticketSchema>;
export type TicketPage = z.output<typeof ticketPage>;

export const ticketText = (ticket: Ticket): string => `${JSON.stringify(ticket, null, 2)}\n`;

/** Throws a Problem "handover.ticket" for a text that is no ticket. */
export function readTicket(text: string, file: string): Ticket {
  try {
    return ticketSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Problem("handover.ticket", { file }, error);
  }
}
