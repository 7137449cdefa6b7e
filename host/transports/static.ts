/** The built app's files, and the headers under which a browser runs them. */
import { readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/**
 * Only what was built is run: no inline script, no other origin. WebAssembly is HarfBuzz; blob: and data: pictures are
 * previews. Style attributes set by script are no inline style in the policy's sense.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
};

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".otf": "font/otf",
};

/** Media type of a file of the built app, or undefined for a file that is none of its kinds. */
export const mediaType = (path: string): string | undefined => types[extname(path).toLowerCase()];

/** Sends the file of `folder` that `pathname` names ("/" is index.html); false where there is none of a known type. */
export function serveFile(
  folder: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const path = fileFor(folder, pathname);
  const type = path && mediaType(path);
  if (!path || !type || !statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  // Vite names what it builds by its content; only the page itself must always be asked for anew.
  const cache = pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  response.writeHead(200, { "Content-Type": type, "Cache-Control": cache });
  response.end(request.method === "HEAD" ? undefined : readFileSync(path));
  return true;
}

/** Path of a file inside `folder`, or null for a name that leads out of it or is hidden. */
export function fileFor(folder: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (name.includes("\0") || name.split(/[/\\]/).some((part) => part.startsWith("."))) return null;
  const path = normalize(join(folder, name.endsWith("/") ? `${name}index.html` : name));
  return path.startsWith(normalize(folder) + sep) ? path : null;
}
