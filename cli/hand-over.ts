/**
 * The app's address handed to the browser without its token on any command line, which every user of the machine may
 * read while the command runs: the opener is given a file, readable by its owner alone, that leads there.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** How long the file stands, in ms: a browser that has to start first may take its time. */
const STANDS = 120_000;

export interface HandOver {
  /** Opened by the browser: `file:///…/open-….html`. */
  readonly file: string;
  /** Takes the file away; done by itself after two minutes. */
  drop(): void;
}

/** Throws what the file system throws where `folder` cannot be written. */
export function handOver(address: string, folder: string): HandOver {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `open-${randomBytes(8).toString("hex")}.html`);
  // The address is our own: an origin and a token in base64url, nothing that HTML would read otherwise.
  const page = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}"><title>大样</title>\n`;
  writeFileSync(path, page, { mode: 0o600, flag: "wx" });
  const drop = () => rmSync(path, { force: true });
  setTimeout(drop, STANDS).unref();
  return { file: pathToFileURL(path).href, drop };
}
