/** A short run of what `npm run torture` does at length, and every input that once went wrong. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workFolder } from "../host/evening.ts";
import { chance } from "./chance.ts";
import { flip } from "./flips.ts";
import { keptSeeds } from "./fuzz.ts";
import { torture } from "./kills.ts";
import { mutateBytes, mutateJson } from "./mutate.ts";
import { readers } from "./readers.ts";

const folder = workFolder();
const fresh = () => mkdtempSync(join(folder, "run-"));

it("15 kills lose nothing that was acknowledged", { timeout: 120_000 }, async () => {
  const figures = await torture({ kills: 15, seed: 1, folder: fresh() });
  expect(figures.losses).toEqual([]);
  expect(figures.acknowledged.open).toBe(15);
  expect(figures.acknowledged.step).toBeGreaterThan(0);
});

it("60 files with flipped bytes are harmless or told, and the rest is saved", { timeout: 120_000 }, () => {
  const figures = flip({ files: 60, seed: 1, folder: fresh() });
  expect(figures.losses).toEqual([]);
  expect(figures.refused + figures.found).toBeGreaterThan(0);
  expect(figures.saved).toBeGreaterThan(0);
});

describe("inputs that once went wrong", () => {
  const kept = keptSeeds();
  it.each(kept.map(({ reader, file }) => [reader, file]))("%s %s", async (name, file) => {
    const reader = readers[name];
    const bytes = kept.find((seed) => seed.reader === name && seed.file === file)?.bytes as Uint8Array;
    const thrown = await reader?.read(bytes).then(
      () => null,
      (error: unknown) => error,
    );
    expect(thrown === null || reader?.expects(thrown), String(thrown)).toBe(true);
  });
});

describe.each(Object.entries(readers))("the reader of %s", (_, reader) => {
  it("answers what is sound, and says what is wrong with 25 inputs that are not", async () => {
    const seeds = await reader.seeds();
    for (const seed of seeds) await reader.read(seed);
    for (let i = 0; i < 25; i++) {
      try {
        await reader.read(reader.spoil(seeds, chance(i)));
      } catch (error) {
        if (!reader.expects(error)) throw error;
      }
    }
  });
});

describe("chance", () => {
  it("is the same for the same seed", () => {
    const throws = (seed: number) => {
      const random = chance(seed);
      return Array.from({ length: 5 }, () => random(1000));
    };
    expect(throws(7)).toEqual(throws(7));
    expect(throws(7)).not.toEqual(throws(8));
    const seed = Uint8Array.from({ length: 100 }, (_, i) => i);
    expect(mutateBytes(seed, seed, [], chance(3))).toEqual(mutateBytes(seed, seed, [], chance(3)));
    expect(mutateJson({ a: [1, { b: 2 }] }, chance(3))).toEqual(mutateJson({ a: [1, { b: 2 }] }, chance(3)));
  });
});
