/** The doors of the HTTP transport: who may call, from where, and what is served. */

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeFrame, encodeFrame, FRAME_TYPE } from "../../host/transports/frame.ts";
import { type HttpServer, serveHttp } from "../../host/transports/http.ts";
import { fileFor } from "../../host/transports/static.ts";
import type { Wire } from "../../host/wire.ts";
import { workFolder } from "./evening.ts";

const folder = workFolder();

const echo: Wire = {
  request: async (name, input) => ({ name, input }),
  subscribe: () => () => {},
  close: async () => {},
};

describe("the door", () => {
  let server: HttpServer;
  let port: number;
  beforeAll(async () => {
    const pages = mkdtempSync(join(folder, "pages-"));
    mkdirSync(join(pages, "assets"));
    writeFileSync(join(pages, "index.html"), "<!doctype html><title>大样</title>");
    writeFileSync(join(pages, "assets", "app.js"), "1");
    writeFileSync(join(folder, "secret.txt"), "secret");
    server = await serveHttp(echo, { pages, maxBody: 1000 });
    port = Number(new URL(server.origin).port);
  });
  afterAll(() => server.close());

  interface Ask {
    readonly path?: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array;
  }
  /** node:http rather than fetch: Host and Origin are ours to set. */
  const ask = ({ path = "/call/x", method = "POST", headers = {}, body = encodeFrame({}) }: Ask) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      asked.on("error", reject);
      asked.end(method === "GET" ? undefined : body);
    });
  const key = () => ({ authorization: `Bearer ${server.token}`, "content-type": FRAME_TYPE });

  it("opens for the token", async () => {
    const { status, body } = await ask({ headers: key(), body: encodeFrame({ a: Uint8Array.of(1, 2) }) });
    expect(status).toBe(200);
    expect(decodeFrame(body)).toEqual({ output: { name: "x", input: { a: Uint8Array.of(1, 2) } } });
  });

  it.each<[string, number, () => Ask]>([
    ["no token", 401, () => ({ headers: { "content-type": FRAME_TYPE } })],
    ["another token", 401, () => ({ headers: { ...key(), authorization: `Bearer ${"x".repeat(43)}` } })],
    ["events without a token", 401, () => ({ path: "/events", method: "GET" })],
    ["a name rebound to this address", 421, () => ({ headers: { ...key(), host: `evil.example:${port}` } })],
    ["another port's page", 403, () => ({ headers: { ...key(), origin: "http://127.0.0.1:1" } })],
    ["another site", 403, () => ({ headers: { ...key(), origin: "https://evil.example" } })],
    ["a page without an origin", 403, () => ({ headers: { ...key(), origin: "null" } })],
    ["a form", 415, () => ({ headers: { ...key(), "content-type": "text/plain" } })],
    ["no frame", 400, () => ({ headers: key(), body: Uint8Array.of(9, 9, 9, 9, 9) })],
    ["too much", 413, () => ({ headers: key(), body: encodeFrame({ b: new Uint8Array(2000) }) })],
    ["another method", 405, () => ({ method: "PUT", headers: key() })],
    ["a way out of the folder", 404, () => ({ method: "GET", path: "/%2e%2e/secret.txt" })],
    ["a file that is not there", 404, () => ({ method: "GET", path: "/nothing.js" })],
  ])("stays shut for %s (%i)", async (_, status, make) => {
    expect((await ask(make())).status).toBe(status);
  });

  it("serves the app under a strict policy, and tells no other site that it may read", async () => {
    const page = await ask({ method: "GET", path: "/" });
    expect(page.status).toBe(200);
    expect(page.body.toString()).toContain("大样");
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|\*/);
    expect(page.headers["access-control-allow-origin"]).toBeUndefined();
    expect((await ask({ method: "GET", path: "/assets/app.js" })).headers["cache-control"]).toContain(
      "immutable",
    );
  });
});

describe("static names", () => {
  it("never lead out of their folder", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("..", ".", "%2e%2e", "a", "/", "\\", "%2f", "%00", "%5c", "~"), {
          maxLength: 8,
        }),
        (parts) => {
          const path = fileFor("/srv/app", `/${parts.join("/")}`);
          expect(path === null || path.startsWith("/srv/app/")).toBe(true);
        },
      ),
    );
  });
});

describe("frames", () => {
  it("carry any plain value, bytes included", () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array({ maxLength: 20 }),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("$bytes", "__proto__")), tie("value"), {
          maxKeys: 3,
        }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (v) => {
        expect(decodeFrame(encodeFrame(v))).toEqual(v);
      }),
      { numRuns: 300 },
    );
  });

  it("that are cut short or made up are refused, never read beyond", () => {
    const whole = encodeFrame({ a: [Uint8Array.of(1, 2, 3), "文"] });
    for (let end = 0; end < whole.length; end++) expect(() => decodeFrame(whole.subarray(0, end))).toThrow();
    expect(() => decodeFrame(encodeFrameOf('{"$bytes":5}'))).toThrow(RangeError);
  });

  function encodeFrameOf(json: string): Uint8Array {
    const bytes = new TextEncoder().encode(json);
    const frame = new Uint8Array(4 + bytes.length);
    new DataView(frame.buffer).setUint32(0, bytes.length);
    frame.set(bytes, 4);
    return frame;
  }
});
