/** The rules of the house that no type shows: which way imports run, and that core has no machine under it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { areas } from "../core/catalogue/catalogue.ts";

const root = join(import.meta.dirname, "..");

/** Messages of the import rules for a file planted in `folder`; empty where its imports are allowed. */
function refused(folder: string, source: string): string[] {
  const home = mkdtempSync(join(root, folder, "planted-"));
  try {
    const file = join(home, "planted.ts");
    writeFileSync(file, source);
    const run = spawnSync(
      process.execPath,
      [join(root, "node_modules/@biomejs/biome/bin/biome"), "lint", "--reporter=json", file],
      { cwd: root, encoding: "utf8" },
    );
    const report = JSON.parse(run.stdout) as { diagnostics: { category: string; message: unknown }[] };
    return report.diagnostics
      .filter((d) => d.category === "lint/style/noRestrictedImports")
      .map((d) => JSON.stringify(d.message));
  } finally {
    rmSync(home, { recursive: true });
  }
}

describe("imports run one way", () => {
  it.each([
    ["core/edition", "../../../core/proof/proofread.ts"],
    ["core/edition", "node:fs"],
    ["core/intake", "../../compose/compose.ts"],
    ["core/proof", "../../intake/intake.ts"],
    ["core/compose", "../../press/export.ts"],
    ["core/press", "../../compose/break/set-paragraph.ts"],
    ["core/press", "../../proof/proofing.ts"],
    ["core", "../../host/contract.ts"],
    ["host", "../../renderer/main.tsx"],
    ["host", "electron"],
    ["cli", "../../renderer/main.tsx"],
    ["renderer", "../../host/handlers/editions.ts"],
    ["renderer", "node:fs"],
  ])("%s may not import %s", (folder, source) => {
    expect(refused(folder, `import "${source}";\n`)).toHaveLength(1);
  });

  it.each([
    ["core/press", "../../compose/sheet.ts"],
    ["core/proof", "../../edition/reading.ts"],
    ["host", "../../core/edition/schema.ts"],
    ["renderer", "../../host/contract.ts"],
  ])("%s may import %s", (folder, source) => {
    expect(refused(folder, `import "${source}";\n`)).toEqual([]);
  });
});

const sources = (folder: string) =>
  (readdirSync(join(root, folder), { recursive: true }) as string[])
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(root, folder, file), "utf8") }));

/** Files that import each other in a loop, types included; a file is named with the ones of its loop. */
function circles(files: readonly { readonly file: string; readonly text: string }[]): string[][] {
  const imports = new Map(
    files.map(({ file, text }) => [
      file,
      [...text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)].map(([, path = ""]) =>
        normalize(join(dirname(file), path)),
      ),
    ]),
  );
  const reached = (from: string) => {
    const seen = new Set<string>();
    const open = [...(imports.get(from) ?? [])];
    for (let file = open.pop(); file; file = open.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      open.push(...(imports.get(file) ?? []));
    }
    return seen;
  };
  const after = new Map([...imports.keys()].map((file) => [file, reached(file)]));
  return [...after]
    .filter(([file, seen]) => seen.has(file))
    .map(([file, seen]) => [
      file,
      ...[...seen].filter((other) => other !== file && after.get(other)?.has(file)),
    ]);
}

describe("no file imports itself by way of others", () => {
  it("in the whole house", () => {
    const house = ["core", "host", "cli", "electron", "renderer"].flatMap(sources);
    expect(house.length).toBeGreaterThan(500);
    expect(circles(house)).toEqual([]);
  });

  it("is seen where one does", () => {
    const file = (name: string, to: string) => ({
      file: `core/${name}.ts`,
      text: `import type { A } from "./${to}.ts";`,
    });
    expect(circles([file("a", "b"), file("b", "c"), file("c", "b")])).toEqual([
      ["core/b.ts", "core/c.ts"],
      ["core/c.ts", "core/b.ts"],
    ]);
  });
});

describe("core", () => {
  it("has neither clock nor chance", () => {
    const found = sources("core").filter(({ text }) =>
      /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\bcrypto\./.test(text),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});

describe("the catalogue", () => {
  it("has every key once, in both languages, with the same values", () => {
    const seen = new Set<string>();
    for (const [key, entry] of Object.values(areas).flatMap((area) => Object.entries(area))) {
      expect(seen.has(key), `${key} stands twice`).toBe(false);
      seen.add(key);
      const values = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
      expect(values(entry.en), key).toEqual(values(entry.zh));
      expect(entry.zh, key).not.toBe("");
    }
  });
});
