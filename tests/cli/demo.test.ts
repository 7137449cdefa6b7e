/** The demo, as `npm run demo` runs it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dayang, deskFolder } from "./run.ts";

const desk = deskFolder();

it("takes the sample through all of it, shows the three planted errors, and passes preflight", () => {
  const out = join(desk.path, "demo");
  const { code, out: told, err } = dayang(["demo", "--out", out]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const words of ["78例", "石峰区", "芦淞区", "16.92万元"]) expect(told).toContain(words);
  expect(told).toContain("印前检查通过：PDF/X-4，2 页");
  expect(readFileSync(join(out, "sample.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  expect(readFileSync(join(out, "proof.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  // Again into the same folder: yesterday's demo gives way.
  expect(dayang(["demo", "--out", out]).code).toBe(0);
}, 60_000);
