/** `npm start` where Electron's runtime is not: one line says so, and the app is served to this machine alone. */
import { spawn } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clientOf } from "../../host/client.ts";
import { httpWire } from "../../host/transports/http-client.ts";
import { deskFolder } from "./run.ts";

const desk = deskFolder();
const start = fileURLToPath(new URL("../../cli/start.ts", import.meta.url));
/** Stands in for the desktop's opener: notes what it is told, and what stands in the file it is to open. */
const opener = desk.file(
  "xdg-open",
  `#!/bin/sh\nf="\${1#file://}"\n{ echo "$@"; stat -c %a "$f"; cat "$f"; } > "${desk.path}/opened.part"\nmv "${desk.path}/opened.part" "${desk.path}/opened"\n`,
);
chmodSync(opener, 0o755);
const child = spawn(process.execPath, [start], {
  env: {
    PATH: `${desk.path}:${process.env.PATH ?? ""}`,
    DISPLAY: ":0",
    HOME: desk.path,
    DAYANG_HOME: desk.path,
    LANG: "zh_CN.UTF-8",
    // A runtime that is there is not what is tested here.
    ELECTRON_OVERRIDE_DIST_PATH: "/nowhere",
  },
});
const exit = new Promise((resolve) => child.on("exit", resolve));
let output = "";
let origin = "";
let token = "";

beforeAll(async () => {
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const match = /(http:\/\/127\.0\.0\.1:\d+)\/#token=(\S+)/.exec(output);
      if (!match) return;
      [, origin = "", token = ""] = match;
      resolve();
    });
    child.on("exit", () => reject(new Error(output)));
  });
}, 120_000);
afterAll(() => void child.kill("SIGKILL"));

it("says that Electron is not here, in one line", () => {
  expect(output.split("\n")[0]).toContain("Electron");
});

it("serves a page", async () => {
  const response = await fetch(`${origin}/`);
  expect(response.status).toBe(200);
  expect(await response.text()).toMatch(/<!doctype html>/i);
});

it("answers the contract to whoever has the token", async () => {
  const host = clientOf(httpWire(origin, token));
  const opened = await host.call("editions.sample", {});
  expect(opened.content.facts.paper).toBe("湘江晨报");
  expect(opened.readOnly).toBeNull();
  await host.close();
  await expect(clientOf(httpWire(origin, "guessed")).call("system.info", {})).rejects.toThrow(/401/);
});

it.skipIf(process.platform !== "linux")(
  "opens the browser on a file that leads there: the token stands on no command line",
  async () => {
    const noted = join(desk.path, "opened");
    await expect.poll(() => existsSync(noted), { timeout: 10_000 }).toBe(true);
    const [told = "", rights, page = ""] = readFileSync(noted, "utf8").split("\n");
    expect(told).toMatch(/^file:\/\/.*\/open-[0-9a-f]{16}\.html$/);
    expect(told).not.toContain(token);
    expect(rights).toBe("600");
    expect(page).toContain(`content="0;url=${origin}/#token=${token}"`);
  },
);

it("ends when told to, and takes the file away", async () => {
  child.kill("SIGTERM");
  expect(await exit).toBe(0);
  expect(readdirSync(desk.path).filter((name) => name.startsWith("open-"))).toEqual([]);
});
