/**
 * Servers whose key a person has looked at and trusted, by name and port. A server that shows another key is not spoken
 * to: only a person who has asked the printer pins the new one.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "../../core/problem.ts";
import { makeFolder, writeWhole } from "../work/files.ts";

const schema = z.record(z.string(), z.string());
const FILE = "known-hosts.json";

/** As OpenSSH shows it: "SHA256:…", base64 without padding. */
export const fingerprintOf = (key: Uint8Array): string =>
  `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;

const isFingerprint = (text: string): boolean => /^SHA256:[A-Za-z0-9+/]{43}$/.test(text);

export class KnownHosts {
  readonly #home: string;

  /** `home`: the app's own folder. */
  constructor(home: string) {
    this.#home = home;
  }

  /** Fingerprint of a server's key, or null where nobody has trusted one. Throws a Problem "handover.known-hosts" where the list cannot be read. */
  get(server: string): string | null {
    return this.#read()[server] ?? null;
  }

  /** Trusts a key from now on, in place of any other. Throws a Problem where `fingerprint` is none, or the disk will not take it. */
  pin(server: string, fingerprint: string): void {
    if (!isFingerprint(fingerprint)) throw new Problem("handover.fingerprint", { fingerprint });
    const all = { ...this.#read(), [server]: fingerprint };
    makeFolder(this.#home);
    writeWhole(this.#path, `${JSON.stringify(all, null, 2)}\n`);
  }

  get #path(): string {
    return join(this.#home, FILE);
  }

  /** A list that cannot be read must not look like one that trusts nobody yet. */
  #read(): Record<string, string> {
    if (!existsSync(this.#path)) return {};
    try {
      return schema.parse(JSON.parse(readFileSync(this.#path, "utf8")));
    } catch (error) {
      throw new Problem("handover.known-hosts", { file: this.#path }, error);
    }
  }
}
