/** The trailer: a file identifier, and no encryption. */
import { type Check, wrong } from "./check.ts";

export const trailer: Check = ({ document }) => {
  const findings = [];
  const id = document.array(document.context.trailerInfo.ID);
  const parts = id?.map((part) => document.bytes(part)?.length ?? 0) ?? [];
  if (parts.length !== 2 || parts.some((length) => length === 0)) findings.push(wrong("trailer.id"));
  if (document.encrypted) findings.push(wrong("trailer.encrypted"));
  return findings;
};
