/**
 * Feeds one reader spoiled inputs, in a process that may die of them: `fuzz-child.ts READER SEED FROM SECONDS`.
 *
 * Says on standard output which input it is about to read and what went wrong with the last one, so that whoever
 * started it knows the input even when it hangs or crashes.
 */
import { writeSync } from "node:fs";
import { chance } from "./chance.ts";
import { readers } from "./readers.ts";

export interface Said {
  /** The input about to be read. */
  readonly next?: number;
  /** An input that made the reader throw what it does not say it throws. */
  readonly fault?: number;
  readonly error?: string;
  readonly answered?: number;
  readonly refused?: number;
  /** Longest time an input took, in ms. */
  readonly slowest?: number;
}

const say = (said: Said) => void writeSync(1, `${JSON.stringify(said)}\n`);

/** Input number `index` of a reader: the same whoever asks. */
export async function inputOf(name: string, seed: number, index: number): Promise<Uint8Array> {
  const reader = readers[name];
  if (!reader) throw new RangeError(`no reader ${name}`);
  return reader.spoil(await seedsOf(name), chance(seed * 1_000_003 + index));
}

const kept = new Map<string, readonly Uint8Array[]>();

async function seedsOf(name: string): Promise<readonly Uint8Array[]> {
  const seeds = kept.get(name) ?? (await readers[name]?.seeds()) ?? [];
  kept.set(name, seeds);
  return seeds;
}

async function run(name: string, seed: number, from: number, seconds: number): Promise<void> {
  const reader = readers[name];
  if (!reader) throw new RangeError(`no reader ${name}`);
  let [answered, refused, slowest] = [0, 0, 0];
  await seedsOf(name);
  const end = performance.now() + seconds * 1000;
  for (let index = from; performance.now() < end; index++) {
    const input = await inputOf(name, seed, index);
    say({ next: index });
    const start = performance.now();
    try {
      await reader.read(input);
      answered++;
    } catch (error) {
      if (reader.expects(error)) refused++;
      else say({ fault: index, error: error instanceof Error ? (error.stack ?? "") : String(error) });
    }
    slowest = Math.max(slowest, performance.now() - start);
  }
  say({ answered, refused, slowest });
}

if (import.meta.main) {
  const [name = "", seed = "1", from = "0", seconds = "10"] = process.argv.slice(2);
  await run(name, Number(seed), Number(from), Number(seconds));
}
