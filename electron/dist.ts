/**
 * `npm run dist`: builds the pages and the shell, and packs them for this platform with electron-builder.
 *
 * The runtime is fetched first and by itself, so that a machine without the network is told so in one line, before
 * anything is packed, and not somewhere in a builder's log.
 *
 *     --dir                  the app's folder only, no installers
 *     --electron-dist PATH   an unpacked runtime, instead of fetching one
 *     --lang zh|en
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { word } from "../core/catalogue/catalogue.ts";
import type { Locale } from "../core/catalogue/message.ts";
import { Problem } from "../core/problem.ts";
import { buildShell } from "./build.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Version of the electron package. Its package is read, never imported: importing it starts a download. */
function electronVersion(): string {
  const path = createRequire(import.meta.url).resolve("electron/package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

/**
 * A runtime electron-builder can take: the one that is installed, else the archive as fetched.
 * Throws the Problem "dist.no-runtime" where it cannot be had.
 */
async function findRuntime(): Promise<string> {
  const home = join(createRequire(import.meta.url).resolve("electron/package.json"), "..");
  const installed = join(home, "dist");
  if (statSync(join(installed, "version"), { throwIfNoEntry: false })) return installed;
  const version = electronVersion();
  const { platform, arch } = process;
  try {
    const { downloadArtifact } = await import("@electron/get");
    const checksums = JSON.parse(readFileSync(join(home, "checksums.json"), "utf8")) as Record<
      string,
      string
    >;
    return await downloadArtifact({ version, artifactName: "electron", platform, arch, checksums });
  } catch (error) {
    const { message, cause } = error as Error;
    const detail = (cause instanceof Error ? cause.message : message).split("\n")[0] ?? "";
    throw new Problem("dist.no-runtime", { version, platform: `${platform}-${arch}`, detail }, error);
  }
}

export interface PackOptions {
  /** An unpacked runtime, or the archive it came in. */
  readonly electronDist: string;
  /** The app's folder only. */
  readonly dir?: boolean;
  /** Where it goes; electron-builder.yml says "out". */
  readonly output?: string;
}

/** Packs what has been built, and answers the files made. Throws the Problem "dist.failed". */
export async function packApp({
  electronDist,
  dir = false,
  output,
}: PackOptions): Promise<readonly string[]> {
  const { build } = await import("electron-builder");
  try {
    const made = await build({
      projectDir: root,
      dir,
      publish: "never",
      config: {
        extends: join(root, "electron-builder.yml"),
        electronDist,
        electronVersion: electronVersion(),
        ...(output ? { directories: { output, buildResources: "assets/icons" } } : {}),
      },
    });
    return dir ? unpackedIn(output ?? join(root, "out")) : made;
  } catch (error) {
    throw new Problem(
      "dist.failed",
      { detail: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
}

const unpackedIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith("-unpacked") || name.startsWith("mac"))
    .map((name) => join(folder, name));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: "boolean", default: false },
      "electron-dist": { type: "string" },
      lang: {
        type: "string",
        default: /^en\b|^en_/i.test(process.env.LC_ALL || process.env.LANG || "") ? "en" : "zh",
      },
    },
  });
  const locale: Locale = values.lang === "en" ? "en" : "zh";
  const say = (key: string, given = {}) => process.stdout.write(`${word(locale, key, given)}\n`);
  try {
    const given = values["electron-dist"];
    if (!given) say("dist.runtime", { version: electronVersion() });
    const electronDist = given ?? (await findRuntime());
    say("dist.renderer");
    const { build } = await import("vite");
    await build({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
    say("dist.shell");
    await buildShell();
    say("dist.pack");
    say("dist.done", { files: (await packApp({ electronDist, dir: values.dir })).join(" ") });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${word(locale, error.key, error.values)}\n`);
    process.exitCode = 2;
  }
}

if (import.meta.main) await main();
