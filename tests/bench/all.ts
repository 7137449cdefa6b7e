/** Every bench in turn, each under its name; one that cannot run here says why, and the others go on. `npm run bench` */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const names = ["lines", "page", "press", "proof", "desk", "store"];
const wanted = process.argv.slice(2);
const chosen = wanted.length > 0 ? wanted : names;
const TIMEOUT = 15 * 60_000;

let failed = 0;
for (const name of chosen) {
  const file = join(import.meta.dirname, `${name}.ts`);
  console.log(`\n— ${name}`);
  if (!existsSync(file)) {
    console.log(`there is no bench of that name (${name}.ts): left out`);
    if (wanted.length > 0) failed++;
    continue;
  }
  const { status, signal, error } = spawnSync(process.execPath, [file], {
    stdio: "inherit",
    timeout: TIMEOUT,
  });
  if (status === 0) continue;
  failed++;
  console.log(`could not be run to its end: ${error?.message ?? signal ?? `exit code ${status}`}`);
}
process.exitCode = failed === 0 ? 0 : 1;
