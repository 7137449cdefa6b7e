/**
 * System tools that judge our files from outside: `const qpdf = tool("qpdf")`, then `qpdf.run("--check", path)`.
 *
 * Where a tool is missing, tests that need it skip and say so; in CI they fail instead, so that nothing goes green
 * unchecked. `it.skipIf(qpdf.missing)("…", …)` is the pattern.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export interface Tool {
  readonly name: string;
  /** True where the tool is not installed, outside CI. */
  readonly missing: boolean;
  /** Runs it to its end; never throws for a failing exit. Throws an Error where it is not installed. */
  run(...args: string[]): { readonly status: number; readonly stdout: string; readonly stderr: string };
}

/** The tool `name`, looked for on PATH. In CI a missing one throws at once. */
export function tool(name: string): Tool {
  const path = find(name);
  if (!path) {
    const message = `${name} is not installed: the tests that need it are skipped`;
    if (process.env.CI) throw new Error(message);
    console.warn(message);
  }
  return {
    name,
    missing: path === null,
    run(...args) {
      if (!path) throw new Error(`${name} is not installed`);
      const { status, stdout, stderr, error } = spawnSync(path, args, {
        encoding: "utf8",
        timeout: 120_000,
        maxBuffer: 256 * 1024 * 1024,
      });
      if (error) throw error;
      return { status: status ?? -1, stdout, stderr };
    },
  };
}

function find(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      const path = join(folder, name);
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
