/** What each command does when all is well, and the contract that other people's scripts rely on. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEdition } from "../../core/edition/reading.ts";
import { decidedOf } from "../../core/proof/decided.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { createEditionFile } from "../../host/store/create.ts";
import type { Verdict } from "../../host/store/decisions.ts";
import { article, at, edition as made, p, page as pageOf } from "../core/edition/builders.ts";
import { tool } from "../system-tools.ts";
import { dayang, deskFolder, docx, main, page } from "./run.ts";

const pdftotext = tool("pdftotext");
const desk = deskFolder();
const text = page.join("\n");
const a1 = desk.file("a1.txt", text);

const names = ["import", "check", "plan", "fit", "galley", "export", "preflight", "recover", "demo"].concat([
  "digital",
  "handover",
  "report",
  "comments",
  "rounds",
  "verify",
]);

describe("help", () => {
  it("names every command, in the language of the environment", () => {
    const zh = dayang([]);
    const en = dayang(["--help"], { env: { LANG: "en_US.UTF-8" } });
    for (const name of names) {
      expect(zh.out).toContain(`  ${name} `);
      expect(en.out).toContain(`  ${name} `);
    }
    expect(zh).toMatchObject({ code: 0, err: "" });
    expect(zh.out).toContain("用法");
    expect(en.out).toContain("Usage");
    expect(dayang([], { env: { LANG: "C" } }).out).toBe(zh.out);
  });

  it.each(names)("explains %s", (name) => {
    const zh = dayang([name, "--help"]);
    expect(zh).toMatchObject({ code: 0, err: "" });
    expect(zh.out).toContain(`dayang ${name}`);
    expect(dayang(["help", name]).out).toBe(zh.out);
    expect(dayang([name, "-h", "--lang", "en"]).out).toContain(`Usage: dayang ${name}`);
  });
});

interface Place {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}
interface Checked {
  readonly file: string;
  readonly findings: readonly (Place & {
    readonly rule: string;
    readonly severity: string;
    readonly article: string | null;
    readonly page: string | null;
    readonly message: string;
    readonly evidence: readonly Place[];
    readonly fixes: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  })[];
  readonly relations: readonly {
    readonly kind: string;
    readonly holds: boolean;
    readonly start: number;
    readonly end: number;
    readonly total: Place & { readonly value: number };
    readonly parts: readonly (Place & { readonly value: number })[];
  }[];
  readonly figures: Readonly<Record<string, number>>;
}

const checkJSON = (...args: string[]) =>
  dayang(["check", "--json", ...args])
    .out.trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Checked);

/** Every quote is the text between its offsets; returns how many were looked at. */
function holdsTo(report: Checked, text: string): number {
  const places = [
    ...report.findings.flatMap((finding) => [finding, ...finding.evidence]),
    ...report.relations.flatMap((relation) => [relation.total, ...relation.parts]),
  ];
  for (const { start, end, quote } of places) {
    expect(quote).toBe(text.slice(start, end));
    expect(quote).not.toBe("");
  }
  for (const { start, end } of report.relations) expect(start < end && end <= text.length).toBe(true);
  for (const { start, end } of report.findings.flatMap((finding) => finding.fixes)) {
    expect(start <= end && end <= text.length).toBe(true);
  }
  return places.length;
}

describe("check", () => {
  it("exits 1 where an error stands, and says in words what is wrong", () => {
    const { code, out, err } = dayang(["check", a1]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("【A1】五所学校新添图书角");
    expect(out).toContain("32个");
    expect(out).toContain("：[“]爱护图书");
    expect(dayang(["check", "--lang", "en", a1]).out).toMatch(/1 errors/);
  });

  it("exits 0 where none does", () => {
    const right = desk.file("right.txt", text.replace("32个", "31个").replace("：“爱护", "爱护"));
    expect(dayang(["check", right])).toMatchObject({ code: 0, err: "" });
  });

  it("--json prints exactly the object that DESIGN.md states", () => {
    const [report] = checkJSON("--date", "2020-02-18", a1);
    expect(report).toBeDefined();
    if (!report) return;
    expect(Object.keys(report)).toEqual(["file", "findings", "relations", "figures"]);
    expect(report.file).toBe(a1);
    const sum = report.findings.find((finding) => finding.rule === "sum");
    expect(Object.keys(sum ?? {})).toEqual([
      "rule",
      "severity",
      "article",
      "page",
      "start",
      "end",
      "quote",
      "message",
      "evidence",
      "fixes",
    ]);
    expect(sum).toMatchObject({
      article: "五所学校新添图书角",
      page: "A1",
      quote: "32个",
      start: text.indexOf("32个"),
    });
    expect(sum?.evidence.map(({ quote }) => quote)).toEqual(["12个", "7个", "5个", "4个", "3个"]);
    const relation = report.relations.find(({ kind }) => kind === "sum");
    expect(Object.keys(relation ?? {})).toEqual(["kind", "holds", "start", "end", "total", "parts"]);
    expect(relation).toMatchObject({ holds: false, total: { value: 32 } });
    expect(Object.keys(relation?.total ?? {})).toEqual(["value", "start", "end", "quote"]);
    expect(Object.keys(report.figures)).toEqual(["total", "verified", "contradicted", "unchecked"]);
    const { total = 0, verified = 0, contradicted = 0, unchecked = 0 } = report.figures;
    expect(verified + contradicted + unchecked).toBe(total);
    expect(contradicted).toBeGreaterThan(0);
    expect(holdsTo(report, text)).toBeGreaterThan(6);
  });

  it("quotes a span that runs over a line the column broke, with the break in it", () => {
    // A page's text as it comes out of a PDF: the paragraph is cut where its column ends.
    const cut = text.replace("西山小学7个、南岭小学5个", "西山小学7个、南\n\n岭小学5个");
    const path = desk.file("cut.txt", cut);
    const [report] = checkJSON(path);
    expect(report?.findings.some((finding) => finding.rule === "sum")).toBe(true);
    if (report) holdsTo(report, cut);
    const relation = report?.relations.find(({ kind }) => kind === "sum");
    expect(cut.slice(relation?.start, relation?.end)).toContain("南\n\n岭");
  });

  it("counts in the text that --text prints, for a document and for an edition", () => {
    const word = desk.file("a1.docx", docx(page));
    const edition = join(desk.path, "a1.dayang");
    expect(dayang(["import", a1, "-o", edition]).code).toBe(0);
    for (const file of [word, edition]) {
      const { out, code } = dayang(["check", "--text", file]);
      expect(code).toBe(0);
      const [report] = checkJSON(file);
      expect(report && holdsTo(report, out)).toBeGreaterThan(6);
    }
    expect(dayang(["check", "--text", a1]).out.trimEnd()).toBe(text.trimEnd());
  });

  it("prints the files it can use and exits 2 for the one it cannot", () => {
    const bad = desk.file("bad.txt", "");
    const { code, out, err } = dayang(["check", "--json", a1, bad, a1]);
    expect(code).toBe(2);
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(err.trim().split("\n")).toEqual([expect.stringContaining("bad.txt")]);
  });

  it("a text with a byte order mark and Windows line ends keeps its places", () => {
    const windows = text.replace(/\n/g, "\r\n");
    const [report] = checkJSON(desk.file("bom.txt", `\uFEFF${windows}`));
    expect(report && holdsTo(report, windows)).toBeGreaterThan(6);
  });
});

describe("from text to a printed page", () => {
  const edition = join(desk.path, "evening.dayang");
  const pdf = join(desk.path, "evening.pdf");

  it("import tells what it found", () => {
    const { code, out, err } = dayang([
      "import",
      a1,
      "--date",
      "2020-02-18",
      "--paper",
      "江州晚报",
      "-o",
      edition,
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("2 篇稿件");
    expect(out).toContain("老桥加固完工");
  });

  it("plan gives every block a place, once", () => {
    expect(dayang(["plan", "--quiet", edition])).toMatchObject({ code: 0, err: "" });
    const before = readFileSync(edition);
    expect(dayang(["plan", "--quiet", edition]).out).toContain("都已有位置");
    expect(readFileSync(edition).equals(before)).toBe(true);
  });

  it("fit tells lines and characters", () => {
    const report = JSON.parse(dayang(["fit", "--json", edition]).out);
    expect(report).toMatchObject({ file: edition, pages: [{ page: "A1" }] });
    const [block] = report.pages[0].blocks;
    expect(block.lines).toBeGreaterThan(0);
    expect(block.available).toBeGreaterThanOrEqual(block.lines);
    expect(dayang(["fit", edition]).out).toContain("老桥加固完工");
  });

  it("fit tells what closes a gap, and how the page is laid out", () => {
    const crowded = join(desk.path, "crowded.dayang");
    const text = "早市天不亮就开张，菜农把一筐筐青菜摆上石阶。".repeat(40);
    const blocks = [0, 4].map((column) =>
      article({ id: `market-${column}`, place: at(column, 20, 4, 18) }, "江边早市", p(text)),
    );
    createEditionFile(crowded, made(pageOf("A1", ...blocks)), { act: { time: "", author: "", label: "" } });
    const [told] = JSON.parse(dayang(["fit", "--json", crowded]).out).pages;
    expect(Object.keys(told)).toEqual(["page", "blocks", "notes", "layout"]);
    for (const { characters, remedies } of told.blocks) {
      expect(characters).toBeGreaterThan(0);
      expect(remedies.at(-1)).toEqual({ kind: "cut", value: characters, characters: 0, change: null });
    }
    const side = { code: "headlines-side-by-side", blocks: ["market-0", "market-4"], detail: "" };
    expect(told.layout).toContainEqual(side);
    const { out } = dayang(["fit", crowded]);
    expect(out).toContain(`删去 ${told.blocks[0].characters} 字`);
    expect(out).toMatch(/碰题.*江边早市、江边早市/);
  });

  it("export writes a PDF that preflight passes", () => {
    const written = dayang(["export", edition, "--pdf", pdf, "--pages", "a1"]);
    expect(written).toMatchObject({ code: 0 });
    expect(readFileSync(pdf).subarray(0, 8).toString()).toBe("%PDF-1.6");
    expect(dayang(["preflight", pdf]).code).toBe(0);
    const report = JSON.parse(dayang(["preflight", "--json", pdf]).out);
    expect(report).toMatchObject({ file: pdf, standard: "PDF/X-4", pages: 1 });
    const x1a = join(desk.path, "x1a.pdf");
    expect(dayang(["export", edition, "--pdf", x1a, "--standard", "x1a"]).code).toBe(0);
    expect(readFileSync(x1a).subarray(0, 8).toString()).toBe("%PDF-1.4");
  });

  it("export --proof --paper puts the page on the desk's paper, reduced or tiled", () => {
    const proof = join(desk.path, "paper.pdf");
    const pages = (...options: string[]) => {
      const order = ["export", edition, "--pdf", proof, "--proof", "--force", "--pages", "A1", "--paper"];
      expect(dayang([...order, ...options]).code).toBe(0);
      return JSON.parse(dayang(["preflight", "--json", proof]).out).pages;
    };
    expect(pages("a3")).toBe(1);
    expect(pages("a4", "--tile")).toBeGreaterThan(4);
  });

  it("export --proof tells the findings beside the page, and is no file for the press", () => {
    const proof = join(desk.path, "proof.pdf");
    expect(dayang(["export", edition, "--pdf", proof, "--proof"]).code).toBe(0);
    const report = JSON.parse(dayang(["preflight", "--json", proof]).out);
    expect(report).toMatchObject({ standard: null, pages: 1 });
  });

  it.skipIf(pdftotext.missing)(
    "export --proof leaves out what was ignored, and shows what was checked by hand",
    () => {
      const story = article(
        { place: at(0, 20, 4, 20) },
        "学校",
        p("全县有学校36所，其中小学20所、初中10所、高中7所。来客共84人。"),
      );
      const content = made(pageOf("A1", story));
      const reading = readEdition(content);
      const gazetteer = createGazetteer([]);
      const proofing = proofread(reading, { gazetteer, style: content.style, rules: allRules });
      const { findings, figures } = decidedOf(proofing, reading, []);
      const sum = findings.find(({ finding }) => finding.rule === "sum");
      const guests = figures.find(({ quote }) => quote === "84人");
      if (!sum || !guests) throw new Error("nothing to decide on");
      const told = (name: string, ...decided: [string, Verdict][]) => {
        const [file, proof] = [join(desk.path, `${name}.dayang`), join(desk.path, `${name}.pdf`)];
        const act = { time: "", author: "", label: "" };
        const decisions = decided.map(([subject, verdict]) => ({ ...act, subject, verdict, reason: "" }));
        createEditionFile(file, content, { act, decisions });
        expect(dayang(["export", file, "--pdf", proof, "--proof"]).code).toBe(0);
        return pdftotext.run("-raw", proof, "-").stdout.replace(/\s/g, "");
      };
      const count = (text: string, key: string) => Number(new RegExp(`${key}(\\d+)`).exec(text)?.[1] ?? 0);
      const open = told("open");
      const decided = told("decided", [sum.subject, "ignored"], [guests.subject, "accepted"]);
      const reopened = told("reopened", [sum.subject, "ignored"], [sum.subject, "open"]);
      expect(count(open, "存疑")).toBe(1);
      expect(open).not.toContain("已忽略");
      expect([count(decided, "存疑"), count(decided, "已忽略")]).toEqual([0, 1]);
      expect(count(open, "手核")).toBe(0);
      expect(count(decided, "手核")).toBe(1);
      expect(count(decided, "待核")).toBe(count(open, "待核") - 1);
      expect(reopened).toContain("存疑1");
      expect(reopened).not.toContain("已忽略");
    },
  );

  it("the same edition at the same moment gives the same bytes", () => {
    const env = { SOURCE_DATE_EPOCH: "1582000000" };
    const [one, two] = ["one.pdf", "two.pdf"].map((name) => join(desk.path, name));
    for (const path of [one, two]) dayang(["export", edition, "--pdf", path as string], { env });
    expect(readFileSync(one as string).equals(readFileSync(two as string))).toBe(true);
  });

  it("preflight exits 1 for a file that would not print", () => {
    const broken = readFileSync(pdf, "latin1").replace(
      "/GTS_PDFXVersion (PDF/X-4)",
      "/GTS_PDFXVersion (PDF/X-9)",
    );
    const path = desk.file("broken.pdf", Buffer.from(broken, "latin1"));
    const { code, err } = dayang(["preflight", path]);
    expect({ code, err }).toEqual({ code: 1, err: "" });
  });

  it("recover saves the edition from a damaged file", () => {
    const bytes = readFileSync(edition);
    bytes.fill(0, 0, 4096);
    const damaged = desk.file("damaged.dayang", bytes);
    const saved = join(desk.path, "saved.dayang");
    const { code, out } = dayang(["recover", damaged, "-o", saved]);
    expect(code).toBe(0);
    expect(out).toContain("没有丢失内容");
    expect(dayang(["fit", "--json", saved]).out.replaceAll(saved, "")).toBe(
      dayang(["fit", "--json", edition]).out.replaceAll(edition, ""),
    );
  });
});

describe("galley", () => {
  it("sets a text and measures its lines", () => {
    const pdf = join(desk.path, "galley.pdf");
    const run = dayang([
      "galley",
      a1,
      "--measure",
      "13",
      "--columns",
      "4",
      "--size",
      "9",
      "--pdf",
      pdf,
      "--json",
    ]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(run.out)).toMatchObject({ violations: 0, overfull: 0 });
    expect(statSync(pdf).size).toBeGreaterThan(1000);
  });
});

describe("a page in several files, and several pages in one", () => {
  it("numbers pages in the order given", () => {
    const two = desk.file("two.txt", `${text}\n# A3\n\n${text}`);
    const out = join(desk.path, "pages.dayang");
    expect(dayang(["import", two, a1, "-o", out]).out).toContain("A1、A3、A4 版");
  });
});

describe("a reader that goes away", () => {
  it("ends the command quietly", async () => {
    const child = spawn(process.execPath, [
      main,
      "check",
      "--quiet",
      "--text",
      desk.file("long.txt", text.repeat(3000)),
    ]);
    child.stdout.once("data", () => child.stdout.destroy());
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});

const shared = new URL("../../../shared/samples/zhuzhou-daily-2020-02-18-a1.txt", import.meta.url).pathname;

describe.skipIf(!existsSync(shared))("the shared page", () => {
  it("gives quotes that are the file's own characters, everywhere", () => {
    const [report] = checkJSON("--date", "2020-02-18", "--paper", "株洲日报", shared);
    expect(report && holdsTo(report, readFileSync(shared, "utf8"))).toBeGreaterThan(20);
  });

  it("shows what is wrong with it, and nothing else as an error", () => {
    const [report] = checkJSON("--date", "2020-02-18", "--paper", "株洲日报", shared);
    const shown = (report?.findings ?? []).map(({ rule, severity, quote }) => [
      rule,
      severity,
      quote.slice(0, 8),
    ]);
    const rulesOf = (severity: string) => shown.filter((row) => row[1] === severity).map(([rule]) => rule);
    expect(shown).toContainEqual(["place", "warning", "录入区"]);
    expect(shown).toContainEqual(["doubled", "error", "疫情疫情"]);
    expect(shown).toContainEqual(["headline-figure", "warning", "16.29万元"]);
    expect(rulesOf("error").sort()).toEqual(["doubled", "duplicate-paragraph", "pairing", "pairing"]);
    expect(rulesOf("warning")).toEqual(expect.arrayContaining(["jump", "jump", "duplicate-sentence"]));
  });
});
