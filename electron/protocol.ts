/**
 * The app's own scheme: app://dayang/ is the folder of built pages, and nothing else.
 *
 * A scheme of its own rather than file: gives the page an origin, so that 'self' in its policy means these files and
 * not the whole disk.
 */
import { readFile } from "node:fs/promises";
import { contentSecurityPolicy, fileFor, mediaType, securityHeaders } from "../host/transports/static.ts";
import type { Electron } from "./api.ts";

const SCHEME = "app";
const HOST = "dayang";
export const ORIGIN = `${SCHEME}://${HOST}`;
/** The desk. */
export const PAGE = `${ORIGIN}/index.html`;

/** Must be called before the app is ready. */
export function registerScheme({ protocol }: Pick<Electron, "protocol">): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of `folder`. Called once the app is ready. */
export function servePages({ protocol }: Pick<Electron, "protocol">, folder: string): void {
  protocol.handle(SCHEME, (request) => respond(folder, request));
}

export async function respond(folder: string, request: { readonly url: string; readonly method: string }) {
  if (request.method !== "GET") return refusal(405);
  const { host, pathname } = new URL(request.url);
  if (host !== HOST) return refusal(404);
  const path = fileFor(folder, pathname);
  const type = path && mediaType(path);
  if (!path || !type) return refusal(404);
  try {
    return new Response(await readFile(path), { headers: { ...securityHeaders, "Content-Type": type } });
  } catch {
    return refusal(404);
  }
}

/** Even an empty page has the policy. */
const refusal = (status: number) =>
  new Response(null, { status, headers: { "Content-Security-Policy": contentSecurityPolicy } });
