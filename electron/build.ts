/**
 * Builds the shell into dist/electron: main and the host as ES modules, the preload script as CommonJS, which is what
 * a sandboxed page is given.
 *
 * `dist/electron` lies as deep as host/'s own folders, so that "../../assets" means the same from both.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
export const shellFolder = join(root, "dist", "electron");

/** Packages that are shipped as they are: native code, and WebAssembly that looks for itself beside its module. */
const shippedPackages: readonly string[] = ["sharp", "harfbuzzjs", "pdfjs-dist", "@napi-rs/canvas"];

/** Native parts that ssh2 does without where they are not: they are not shipped. */
const optionalParts: readonly string[] = ["cpu-features", "*.node"];

/** Whatever jobs there are: each in a worker of its own. */
const jobs = readdirSync(join(root, "host/jobs"))
  .filter((file) => file.endsWith("-worker.ts") && file !== "host-worker.ts")
  .map((file) => `host/jobs/${file}`);
const entries = ["electron/main.ts", "electron/host-process.ts", ...jobs];

/** A worker is started by the address of its source; built, it stands beside whoever starts it. */
const workerAddress = /new URL\(\s*"\.{1,2}\/(?:[\w-]+\/)*([\w-]+)\.ts",\s*import\.meta\.url,?\s*\)/g;
const workers: Plugin = {
  name: "workers",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]host[\\/].*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replace(
        workerAddress,
        (_whole, name) => `new URL("./${name}.mjs", import.meta.url)`,
      ),
    }));
  },
};

/** Writes the shell. Throws an Error where a source does not build, or starts a worker that was not built. */
export async function buildShell({ folder = shellFolder } = {}): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node24",
    legalComments: "linked",
    logLevel: "warning",
  } as const;
  await build({
    ...shared,
    entryPoints: entries,
    outdir: folder,
    entryNames: "[name]",
    chunkNames: "shared-[hash]",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    splitting: true,
    external: ["electron", ...shippedPackages, ...optionalParts],
    // CommonJS packages in an ES module ask for Node's own modules in their own way.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url); const __dirname = import.meta.dirname;',
    },
    plugins: [workers],
  });
  await build({
    ...shared,
    entryPoints: ["electron/preload.ts"],
    outfile: join(folder, "preload.cjs"),
    format: "cjs",
    platform: "browser",
    external: ["electron"],
  });
  for (const file of readdirSync(folder)) checkWorkers(folder, file);
}

function checkWorkers(folder: string, file: string): void {
  const text = readFileSync(join(folder, file), "utf8");
  for (const [, name] of text.matchAll(/new URL\("\.\/([\w-]+\.\w+)", import\.meta\.url\)/g)) {
    if (name && !existsSync(join(folder, name)))
      throw new Error(`${file} starts ${name}, which was not built`);
  }
  if (basename(file) === "preload.cjs" && /require\("(?!electron")/.test(text)) {
    throw new Error("the preload script asks for a module: a sandboxed page has none");
  }
}

if (import.meta.main) await buildShell();
