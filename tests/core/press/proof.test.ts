import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { preflight } from "../../../core/press/preflight/preflight.ts";
import { exportProof, type ProofNote, type ProofRequest } from "../../../core/press/proof.ts";
import { wrapped } from "../../../core/press/wrap.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { tool } from "../../system-tools.ts";
import { line, programs, setText, sheet } from "./sheets.ts";

const world = pressWorld({ program: programs });
const request: ProofRequest = {
  created: "2020-02-18T00:40:00+08:00",
  setText,
  locale: "zh",
  paper: "株洲晨报",
  date: "2020-02-18",
};
const body = sheet([line("全市48家企业复工，其中工业企业30家、商贸企业17家。", 20, 40)], { width: 400 });
const note = (number: number, text: string): ProofNote => ({
  sheet: 0,
  boxes: [{ x: 38, y: 32, width: 18, height: 9 }],
  number,
  severity: "error",
  text,
});
const sum = note(1, "合计应为47，文中为48：30 + 17 = 47，请向记者核实数字，改正后再付印。");

const folder = mkdtempSync(join(tmpdir(), "proof-"));
afterAll(() => rmSync(folder, { recursive: true }));
const pdftotext = tool("pdftotext");
function extracted(bytes: Uint8Array, ...options: string[]): string {
  writeFileSync(join(folder, "proof.pdf"), bytes);
  return pdftotext.run(...options, join(folder, "proof.pdf"), "-").stdout.replace(/\s/g, "");
}

describe("a page proof", () => {
  it("is no file for the press, and says so", async () => {
    const report = await preflight(exportProof([body], [sum], world, request));
    expect(report.standard).toBeNull();
    const file = Buffer.from(exportProof([body], [sum], world, request)).toString("utf8");
    expect(file).toContain("<dc:description>");
    expect(file).toContain("校样，不作付印用");
  });

  it.skipIf(pdftotext.missing)("carries page, numbers, list and a box to sign", () => {
    const out = extracted(exportProof([body], [sum], world, request), "-raw");
    for (const text of [
      "全市48家企业复工",
      sum.text.replace(/\s/g, ""),
      "一校",
      "二校",
      "三校",
      "签付印",
      "株洲晨报",
    ])
      expect(out).toContain(text);
  });

  it.skipIf(pdftotext.missing)("goes on to further pages rather than leave a finding out", () => {
    const many = Array.from({ length: 120 }, (_, i) =>
      note(i + 1, `第${i + 1}处，请核对原稿里的数字和人名。`),
    );
    const out = extracted(exportProof([body], many, world, request), "-raw");
    for (let i = 1; i <= 120; i++) expect(out).toContain(`第${i}处`);
  });

  it("is the same for the same request", () => {
    expect(exportProof([body], [sum], world, request)).toEqual(exportProof([body], [sum], world, request));
  });
});

describe("a note", () => {
  const lines = wrapped(setText("引用“甲、乙”两份材料，PDF2020版本，核对无误。", 8), 60, programs);
  const texts = lines.map((runs) => runs.map((run) => run.texts.join("")).join(""));

  it("is cut to lines that hold all of it, none too long", () => {
    expect(texts.join("")).toBe("引用“甲、乙”两份材料，PDF2020版本，核对无误。");
    for (const runs of lines) for (const run of runs) expect(run.along.at(-1)).toBeLessThanOrEqual(60);
  });

  it("has no closing mark at a line's start and no word cut", () => {
    for (const text of texts) expect(text).not.toMatch(/^[，。、”]/);
    expect(texts.some((text) => text.includes("PDF2020"))).toBe(true);
  });
});
