/** What a login needs, from where a person keeps it: a key's file, the environment, an agent. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import type { Secrets } from "./sftp-link.ts";

/** A private key's text. Throws a Problem where the file cannot be read. */
export function readKey(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Problem("handover.key-file", { file: basename(file) }, error);
  }
}

/**
 * DAYANG_SFTP_PASSWORD; DAYANG_SFTP_KEY, a private key's file, with DAYANG_SFTP_PASSPHRASE; and the agent that
 * SSH_AUTH_SOCK names. Throws a Problem where the key's file cannot be read.
 */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    password: env.DAYANG_SFTP_PASSWORD || undefined,
    key: env.DAYANG_SFTP_KEY ? readKey(env.DAYANG_SFTP_KEY) : undefined,
    passphrase: env.DAYANG_SFTP_PASSPHRASE || undefined,
    agent: env.SSH_AUTH_SOCK || undefined,
  };
}
