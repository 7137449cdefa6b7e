/** Where a package goes: a folder of this machine (a hot folder), or one of a server's that is reached by SFTP. */
import { resolve } from "node:path";
import { Problem } from "../../core/problem.ts";

export interface FolderTarget {
  readonly kind: "folder";
  readonly path: string;
}

export interface SftpTarget {
  readonly kind: "sftp";
  readonly user: string;
  readonly host: string;
  readonly port: number;
  /** Folder on the server; "." for the one a login starts in. */
  readonly path: string;
}

export type Target = FolderTarget | SftpTarget;

const PORT = 22;

/**
 * `sftp://user@host[:port]/path` (a path after "/~/" starts where a login does), anything else a folder. Throws a
 * Problem "handover.target": a password has no place in an address, which is shown, remembered and logged.
 */
export function readTarget(text: string): Target {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    if (text.trim() === "") throw new Problem("handover.target", { target: text });
    return { kind: "folder", path: resolve(text) };
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.password) throw new Problem("handover.target-password", { target: addressOf(url) });
  if (url?.protocol !== "sftp:" || !url.hostname || !url.username || url.search || url.hash)
    throw new Problem("handover.target", { target: text });
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch (error) {
    throw new Problem("handover.target", { target: text }, error);
  }
  const folder = path.startsWith("/~/") || path === "/~" ? path.slice(3) : path;
  return {
    kind: "sftp",
    user: decodeURIComponent(url.username),
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? PORT : Number(url.port),
    path: folder.replace(/(?<=.)\/+$/, "") || (path === "" || path.startsWith("/~") ? "." : "/"),
  };
}

const addressOf = (url: URL) => `${url.protocol}//${url.username}@${url.host}${url.pathname}`;

/** As it is shown and remembered. */
export function targetText(target: Target): string {
  if (target.kind === "folder") return target.path;
  const { user, host, port, path } = target;
  const name = host.includes(":") ? `[${host}]` : host;
  const folder = path.startsWith("/") ? path : `/~/${path.replace(/^\.\/?/, "")}`;
  return `sftp://${encodeURIComponent(user)}@${name}${port === PORT ? "" : `:${port}`}${encodeURI(folder)}`;
}

/** The server as its key is remembered by. */
export const serverOf = ({ host, port }: Pick<SftpTarget, "host" | "port">): string => `${host}:${port}`;
