/** Values that several calls speak of, and what a call is. */
import { z } from "zod";
import type { ChangeJSON } from "../../core/edition/change.ts";
import type { EditionJSON } from "../../core/edition/edition.ts";

export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "bytes");
export const editionJSON = z.custom<EditionJSON>((value) => typeof value === "object" && value !== null);
export const changeJSON = z.custom<ChangeJSON>(
  (value) => typeof (value as { kind?: unknown } | null)?.kind === "string",
  "a change",
);
export const none = z.object({});
export const path = z.string().min(1).max(4096);
export const text = z.string().max(1000);
/** Names an open edition; given by open, create, sample and import. */
export const edition = z.string().min(1).max(64);
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const date = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);
export const values = z.record(z.string(), z.union([z.string(), z.number()]));
/** A message of the catalogue. */
export const message = z.object({ key: z.string(), values });

export const deskFile = z.object({ name: z.string().min(1).max(1000), bytes });

export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
