/** Files that other programs make are no PDF/X, and preflight says in what. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { preflight } from "../../../core/press/preflight/preflight.ts";
import { tool } from "../../system-tools.ts";
import { checks } from "./broken.ts";
import { spoil } from "./spoil.ts";

describe("files of other programs are told from PDF/X", () => {
  const folder = mkdtempSync(join(tmpdir(), "producers-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const out = join(folder, "out.pdf");
  const gs = tool("gs");
  const cairo = tool("pdftocairo");
  const chromium = tool("chromium");
  // A quarter of a gigabyte for one file: looked at where it is, and not asked for.
  const soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((path) => existsSync(path)) ?? null;
  if (!soffice) console.warn("LibreOffice is not installed: the test of its PDF is skipped");

  const notPressReady = async (bytes: Uint8Array) => {
    const report = await preflight(bytes);
    expect(report.standard).toBeNull();
    expect(checks(report)).toEqual(expect.arrayContaining(["claim", "intent", "boxes"]));
    return checks(report);
  };

  it.skipIf(gs.missing)("Ghostscript's, with a font it did not embed", async () => {
    gs.run(
      "-q",
      "-dSAFER",
      "-dNOPAUSE",
      "-dBATCH",
      "-sDEVICE=pdfwrite",
      "-dEmbedAllFonts=false",
      `-o${out}`,
      "-c",
      "/Helvetica findfont 20 scalefont setfont 100 100 moveto (A1) show showpage",
    );
    expect(await notPressReady(readFileSync(out))).toContain("fonts");
  });

  it.skipIf(cairo.missing)("Cairo's, in RGB", async () => {
    writeFileSync(join(folder, "in.pdf"), await spoil(() => {}));
    cairo.run("-pdf", join(folder, "in.pdf"), out);
    expect(await notPressReady(readFileSync(out))).toContain("colour");
  });

  it.skipIf(chromium.missing)(
    "Chromium's print, in RGB",
    async () => {
      const html = join(folder, "in.html");
      writeFileSync(html, "<h1 style='color:red'>A1</h1><p>78</p>");
      spawnSync(
        "chromium",
        [
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          `--user-data-dir=${folder}/profile`,
          `--print-to-pdf=${out}`,
          html,
        ],
        { timeout: 60_000 },
      );
      expect(await notPressReady(readFileSync(out))).toContain("colour");
    },
    90_000,
  );

  it.skipIf(!soffice)(
    "LibreOffice's, in RGB",
    async () => {
      writeFileSync(join(folder, "in.txt"), "A1\n2月18日，全市48家企业复工。\n");
      const args = ["--headless", `-env:UserInstallation=file://${folder}/office`, "--convert-to", "pdf"];
      spawnSync(soffice ?? "", [...args, "--outdir", folder, join(folder, "in.txt")], { timeout: 90_000 });
      expect(await notPressReady(readFileSync(join(folder, "in.pdf")))).toContain("colour");
    },
    100_000,
  );

  it("Typst's", async () => {
    const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
    const pdf = NodeCompiler.create().pdf({ mainFileContent: "= A1" });
    expect(await notPressReady(pdf)).toContain("header");
  });
});
