/**
 * `npm run torture`: kills, flipped bytes and fuzzing at length, with the figures as a table.
 *
 * Flags: --kills N (1000), --flips N (2000), --seconds N for each reader (60), --seed N (today's date as a number), --only
 * kills|flips|fuzz. Ends with 1 where anything was lost or a reader failed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type FlipFigures, flip } from "./flips.ts";
import { type FuzzFigures, fuzz } from "./fuzz.ts";
import { type KillFigures, torture } from "./kills.ts";
import { readers } from "./readers.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    flips: { type: "string", default: "2000" },
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: new Date().toISOString().slice(0, 10).replaceAll("-", "") },
    only: { type: "string" },
  },
});
const seed = Number(values.seed);
const wanted = (part: string) => !values.only || values.only === part;
const folder = mkdtempSync(join(tmpdir(), "dayang-torture-"));
const failures: string[] = [];
const lines: [what: string, figure: string][] = [];

const count = (n: number) => n.toLocaleString("en");
const progress = (what: string, all: number) => (done: number) => {
  if (done % Math.ceil(all / 20) === 0) console.error(`${what}: ${done} of ${all}`);
};

function tellKills({ kills, acknowledged, modes, losses, litter }: KillFigures): void {
  const {
    step,
    picture,
    decision,
    version,
    comment,
    import: imports,
    save,
    export: pdfs,
    move,
  } = acknowledged;
  const { signature, release, reopening } = acknowledged;
  lines.push(
    [
      "Kills survived",
      `${count(kills - new Set(losses.map((loss) => loss.split(" (")[0])).size)} of ${count(kills)}`,
    ],
    [
      "… while editing, importing, saving, exporting, moving, signing",
      Object.values(modes).map(count).join(", "),
    ],
    ["Steps acknowledged", count(step)],
    ["Pictures and decisions acknowledged", count(picture + decision)],
    ["Remarks and versions acknowledged", count(comment + version)],
    ["Imports, copies, moves and PDFs acknowledged", [imports, save, move, pdfs].map(count).join(", ")],
    [
      "Signatures, releases and reopenings acknowledged",
      [signature, release, reopening].map(count).join(", "),
    ],
    ["Acknowledged and lost", count(losses.length)],
    ["Temporary files left by kills (an hour later swept)", count(litter)],
  );
  failures.push(...losses);
}

function tellFlips({ files, bytes, harmless, refused, found, saved, named, losses }: FlipFigures): void {
  lines.push(
    ["Files with flipped bytes", `${count(files)} (${count(bytes)} bytes)`],
    ["… harmless, refused at opening, found by verify", [harmless, refused, found].map(count).join(", ")],
    ["Rows saved by recover; lost and named", `${count(saved)}; ${count(named)}`],
    ["Rows lost without a word, or changed", count(losses.length)],
  );
  failures.push(...losses);
}

function tellFuzz({ reader, inputs, answered, refused, slowest, faults }: FuzzFigures): void {
  lines.push([
    `Fuzzed: ${reader}`,
    `${count(inputs)} inputs (${count(answered)} answered, ${count(refused)} refused), ${faults.length} faults, slowest ${count(Math.round(slowest))} ms`,
  ]);
  failures.push(...faults);
}

try {
  if (wanted("kills")) {
    const kills = Number(values.kills);
    tellKills(await torture({ kills, seed, folder, progress: progress("kills", kills) }));
  }
  if (wanted("flips")) {
    const files = Number(values.flips);
    tellFlips(flip({ files, seed, folder, progress: progress("flips", files) }));
  }
  if (wanted("fuzz")) {
    for (const name of Object.keys(readers)) {
      console.error(`fuzz: ${name}`);
      tellFuzz(await fuzz(name, Number(values.seconds), seed));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`| Torture, seed ${seed} | |\n|---|---|`);
for (const [what, figure] of lines) console.log(`| ${what} | ${figure} |`);
for (const failure of failures) console.log(`\nFAILED: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
