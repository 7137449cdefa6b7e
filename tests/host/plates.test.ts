/** Plates as the desk gets them, through the contract and a worker, beside those Ghostscript makes of the print file. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, clientOf } from "../../host/client.ts";
import { createHost } from "../../host/host.ts";
import { memoryWire } from "../../host/transports/memory.ts";
import { tool } from "../system-tools.ts";
import { machine } from "./wires.ts";

const gs = tool("gs");
const home = mkdtempSync(join(tmpdir(), "dayang-plates-"));
let host: Client;
let edition: string;

beforeAll(async () => {
  host = clientOf(memoryWire(createHost({ ...machine(home), now: () => "2020-02-18T01:02:03.000Z" })));
  edition = (await host.call("editions.sample", {})).edition;
});
afterAll(async () => {
  await host.close();
  rmSync(home, { recursive: true, force: true });
});

const make = (page: string, job: string, resolution = 100) =>
  host.call("plates.make", { edition, page, resolution, job });

describe("plates over the contract", () => {
  it("come as bytes, a pixel each, with progress under the caller's name", async () => {
    const told: string[] = [];
    const stop = host.on("job.progress", ({ job, message }) => job === "mine" && told.push(message.key));
    const made = await make("A1", "mine");
    stop();
    expect(told).toEqual(["plates.stage.compose", "plates.stage.ink", "plates.stage.limit"]);
    expect(made?.plates.map(({ name }) => name)).toEqual(["c", "m", "y", "k"]);
    for (const { ink } of made?.plates ?? [])
      expect(ink.length).toBe((made?.width ?? 0) * (made?.height ?? 0));
    // The sheet with its bleed: 396 × 549 mm.
    expect(made?.width).toBe(Math.round((396 / 25.4) * 100));
  });

  it("are null where the job was stopped, and a Problem where there is no such page", async () => {
    const asked = make("A2", "stopped", 300);
    await host.call("jobs.cancel", { job: "stopped" });
    expect(await asked).toBeNull();
    await expect(make("B9", "none")).rejects.toMatchObject({ key: "export.no-page" });
  });

  it.skipIf(gs.missing)(
    "agree within one percent with Ghostscript's of the file that is printed",
    async () => {
      const path = join(home, "a2.pdf");
      const ended = Promise.withResolvers<void>();
      const stop = host.on("job.done", () => ended.resolve());
      await host.call("export.start", { edition, path, options: { pages: ["A2"] } });
      await ended.promise;
      stop();
      // Ghostscript inks every pixel that a shape touches: fine pixels, brought down eight to one.
      const device = [
        "-sDEVICE=tiffsep",
        "-r800",
        "-dDownScaleFactor=8",
        `-sOutputFile=${join(home, "p.tif")}`,
      ];
      expect(gs.run("-q", "-dNOPAUSE", "-dBATCH", ...device, path).status).toBe(0);
      const made = await make("A2", "measured");
      for (const [name, plate] of Object.entries({ c: "Cyan", m: "Magenta", y: "Yellow", k: "Black" })) {
        const { channels } = await sharp(readFileSync(join(home, `p(${plate}).tif`))).stats();
        const theirs = 100 - (channels[0]?.mean ?? 0) / 2.55;
        const ours = made?.plates.find((own) => own.name === name)?.mean ?? 0;
        expect(theirs, name).toBeGreaterThan(0.05);
        expect(Math.abs(ours / theirs - 1), `${name}: ${ours} and ${theirs}`).toBeLessThan(0.01);
      }
    },
    60_000,
  );
});
