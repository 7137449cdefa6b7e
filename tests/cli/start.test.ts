/** `npm start` where Electron's runtime is not: one line says so, and the app is served to this machine alone. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clientOf } from "../../host/client.ts";
import { httpWire } from "../../host/transports/http-client.ts";
import { deskFolder } from "./run.ts";

const desk = deskFolder();
const start = fileURLToPath(new URL("../../cli/start.ts", import.meta.url));
const child = spawn(process.execPath, [start, "--no-open"], {
  env: {
    PATH: process.env.PATH ?? "",
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

it("ends when told to", async () => {
  child.kill("SIGTERM");
  expect(await exit).toBe(0);
});
