/** Versions taken for a round of proofs, and who signed their pages. */
import { z } from "zod";
import { roles, rounds } from "../../core/edition/versions.ts";
import { call, edition, text } from "./values.ts";

/** SHA-256 (hex) of a page's text, layout and pictures. */
export const pageDigests = z.object({
  id: z.string(),
  number: z.string(),
  text: z.string(),
  layout: z.string(),
  pictures: z.string(),
});

export const version = z.object({
  /** From 1, in the order they were taken. */
  id: z.number().int(),
  /** The log row after which the edition was so; `log.at` gives it back. */
  seq: z.number().int(),
  round: z.enum(rounds),
  name: text,
  author: text,
  time: z.string(),
  pages: z.array(pageDigests),
});

/** A finding that was open when somebody signed. */
const openFinding = z.object({ subject: z.string().max(200), message: text });

export const signature = z.object({
  id: z.number().int(),
  version: z.number().int(),
  /** Id of the page that was signed. */
  page: z.string(),
  role: z.enum(roles),
  author: text,
  time: z.string(),
  /** SHA-256 (hex) of the page as it was signed. */
  digest: z.string(),
  open: z.array(openFinding),
  note: text,
  /** In what the page differs now from what was signed; empty while the signature holds. */
  changed: z.array(z.enum(["text", "layout", "pictures"])),
});

export const versionCalls = {
  /**
   * Fixes the edition as it is now, for a round of proofs or under a name: all pages, or the one with the id `page`.
   * Problem where there is no such page.
   */
  "versions.take": call(
    z.object({
      edition,
      round: z.enum(rounds),
      name: text,
      author: text,
      page: z.string().max(1000).default(""),
    }),
    version,
  ),
  "versions.list": call(z.object({ edition }), z.array(version)),
  /** Signs a page of a version. Problem where there is no such version, or no such page in it. */
  "signatures.add": call(
    z.object({
      edition,
      version: z.number().int(),
      page: z.string().max(1000),
      role: z.enum(roles),
      author: text,
      open: z.array(openFinding).max(10_000),
      note: text.default(""),
    }),
    signature,
  ),
  "signatures.list": call(z.object({ edition }), z.array(signature)),
} as const;
