/**
 * `npm test`: everything CI runs, in one order, with one closing line. A stage that fails does not hide the next.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules", name);
const report = mkdtempSync(join(tmpdir(), "dayang-test-"));
const results = join(report, "vitest.json");

const stages: [name: string, ...args: string[]][] = [
  ["system tools", join(root, "tests/install-tools.ts")],
  ["types", bin("typescript/bin/tsc")],
  ["types of core, without a machine", bin("typescript/bin/tsc"), "-p", "core"],
  ["types of the renderer", bin("typescript/bin/tsc"), "-p", "renderer"],
  ["format, lint, import direction", bin("@biomejs/biome/bin/biome"), "ci", "."],
  ["renderer build", bin("vite/bin/vite.js"), "build", "--logLevel", "warn"],
  [
    "tests",
    bin("vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
  ],
];

let passed = 0;
let failed = 0;
let skipped = 0;
for (const [name, ...args] of stages) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (name === "tests") {
    const counts = read(results);
    passed += counts.numPassedTests;
    skipped += counts.numPendingTests + counts.numTodoTests;
    // A file that does not load, or an error outside any test, fails the run without failing a test.
    failed += Math.max(counts.numFailedTests, status === 0 ? 0 : 1);
  } else if (status === 0) passed++;
  else failed++;
}
rmSync(report, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

function read(file: string) {
  const none = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  try {
    return { ...none, ...(JSON.parse(readFileSync(file, "utf8")) as Partial<typeof none>) };
  } catch {
    return none;
  }
}
