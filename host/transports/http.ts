/**
 * The contract over HTTP on 127.0.0.1, and the app's own pages beside it.
 *
 * Whoever knows the token of this launch may call; it travels in the fragment of the first address, which no server
 * and no log ever sees. Host is checked against rebinding of names, Origin against other pages in the same browser.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answer, type Wire } from "../wire.ts";
import { decodeFrame, encodeFrame, FRAME_TYPE } from "./frame.ts";
import { securityHeaders, serveFile } from "./static.ts";

export interface HttpOptions {
  /** Folder with the built app; without it there are only calls. */
  readonly pages?: string;
  /** Answers a GET that is no file of `pages`; null where it is none of its own either. */
  readonly page?: (
    path: string,
  ) => Promise<{ readonly type: string; readonly body: Uint8Array | string } | null>;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Largest request in bytes. */
  readonly maxBody?: number;
}

export interface HttpServer {
  /** Origin with port: "http://127.0.0.1:41234". */
  readonly origin: string;
  readonly token: string;
  /** The address a person opens: origin and token. */
  readonly address: string;
  close(): Promise<void>;
}

export async function serveHttp(host: Wire, options: HttpOptions = {}): Promise<HttpServer> {
  const token = randomBytes(32).toString("base64url");
  const maxBody = options.maxBody ?? 400 * 1024 * 1024;
  const streams = new Set<ServerResponse>();
  let origins: readonly string[] = [];

  const server = createServer({ requestTimeout: 120_000, headersTimeout: 10_000 }, (request, response) => {
    handle(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const { host: named, origin } = request.headers;
    if (!origins.includes(`http://${named}`)) return refuse(response, 421);
    if (origin !== undefined && !origins.includes(origin)) return refuse(response, 403);
    const { pathname } = new URL(request.url ?? "/", origins[0]);

    if (request.method === "GET" && pathname === "/events") {
      if (!isOurs(request)) return refuse(response, 401);
      response.writeHead(200, { "Content-Type": "application/x-ndjson", "Cache-Control": "no-store" });
      response.write("\n");
      streams.add(response);
      response.on("close", () => streams.delete(response));
      return;
    }
    if (request.method === "POST" && pathname.startsWith("/call/")) {
      if (!isOurs(request)) return refuse(response, 401);
      // A type that no form can send: other sites would have to ask first, and are never answered.
      if (request.headers["content-type"] !== FRAME_TYPE) return refuse(response, 415);
      return respond(pathname.slice("/call/".length), request, response);
    }
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    if (options.pages && serveFile(options.pages, pathname, request, response)) return;
    const page = await options.page?.(pathname);
    if (!page) return refuse(response, 404);
    response.writeHead(200, { "Content-Type": page.type, "Cache-Control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : page.body);
  }

  function isOurs(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers.authorization ?? "");
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  async function respond(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, maxBody);
    if (!body) return refuse(response, 413);
    let input: unknown;
    try {
      input = decodeFrame(body);
    } catch {
      return refuse(response, 400);
    }
    const frame = encodeFrame(await answer(() => host.request(name, input)));
    response.writeHead(200, { "Content-Type": FRAME_TYPE, "Cache-Control": "no-store" });
    response.end(frame);
  }

  const stop = host.subscribe((event) => {
    const line = `${JSON.stringify(event)}\n`;
    for (const stream of streams) stream.write(line);
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    token,
    address: `${origin}/#token=${token}`,
    close() {
      stop();
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function refuse(response: ServerResponse, status: number): void {
  // The rest of a body that is not read would be taken for the next request.
  if (status === 413) response.setHeader("Connection", "close");
  response.writeHead(status);
  response.end();
}

/** The body, or null where it is longer than `limit`. */
async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
