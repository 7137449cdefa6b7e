import { randomBytes } from "node:crypto";

/** An id that no other block, page or edition has: 60 random bits in twelve letters. */
export const newId = (): string => randomBytes(9).toString("base64url");
