/** The findings report as it is read in a browser, and as it comes out of a printer. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEdition } from "../../core/edition/reading.ts";
import { decidedOf } from "../../core/proof/decided.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import { makeReport, type Report } from "../../host/report/report.ts";
import { createEditionFile } from "../../host/store/create.ts";
import type { EditionStore } from "../../host/store/edition-store.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { readLaidOutSample } from "../../host/work/sample.ts";
import { article, at, edition, p, page as paperPage } from "../core/edition/builders.ts";
import { tool } from "../system-tools.ts";
import { axe, noWindow } from "./desk-window.ts";

const home = mkdtempSync(join(tmpdir(), "dayang-report-"));
const time = "2020-02-18T01:00:00.000Z";
const act = { time, author: "tester", label: "import" };
const pdftotext = tool("pdftotext");
let browser: Browser;
let store: EditionStore;
let report: Report;
/** Findings of the sample as proofing gives them: what the report has to tell. */
let found: ReturnType<typeof decidedOf>;

const make = (from: EditionStore, pages: readonly string[] = []) =>
  makeReport({ store: from, pages, locale: "zh", created: time });

beforeAll(async () => {
  const { edition: sample, pictures } = await readLaidOutSample();
  const path = join(home, "sample.dayang");
  createEditionFile(path, sample, { act, pictures });
  store = openEditionFile(path, { now: time });
  const reading = readEdition(sample);
  const gazetteer = createGazetteer(sample.style.proof.places);
  found = decidedOf(proofread(reading, { gazetteer, style: sample.style, rules: allRules }), reading, []);
  const subject = found.findings.find(({ finding }) => finding.severity !== "error")?.subject ?? "";
  store.decisions.add({ subject, verdict: "ignored", reason: "地名照旧称", author: "何晴", time });
  report = await make(store);
  if (!noWindow)
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu"],
    });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  store?.close();
  rmSync(home, { recursive: true, force: true });
});

async function open(html: string): Promise<Page> {
  const file = join(home, "report.html");
  writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
  await page.goto(`file://${file}`);
  return page;
}

describe("the report", () => {
  it("is one file that fetches nothing", () => {
    const links = [...report.html.matchAll(/(?:href|src)="([^"]{0,20})/g)].map(([, link]) => link);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^data:image\/webp/);
    expect(report.html).not.toContain("<script");
  });

  it("is the same for the same edition and moment", async () => {
    expect((await make(store)).html).toBe(report.html);
  });

  it("tells of the pages that are asked for", async () => {
    const second = await make(store, ["A2"]);
    expect(second.pages).toEqual(["A2"]);
    expect(second.html).not.toContain("A1 版 要闻");
    expect(second.findings).toBe(found.findings.filter(({ page }) => page.number === "A2").length);
  });
});

describe.skipIf(noWindow)("in a browser", () => {
  it("has every finding with its number, quotation, rule and source, and numbers on the page's picture", async () => {
    const page = await open(report.html);
    const numbers = await page.locator(".finding .n").allTextContents();
    expect(numbers).toEqual(found.findings.map((_, i) => String(i + 1)));
    expect(await page.locator(".finding mark").allTextContents()).toEqual(
      found.findings.map(({ quote }) => quote),
    );
    const onPicture = new Set(await page.locator(".view text").allTextContents());
    expect([...onPicture].sort()).toEqual([...numbers].sort());
    for (const { finding } of found.findings) {
      const { source } = allRules.find(({ id }) => id === finding.rule) ?? { source: "?" };
      expect(await page.locator(".finding dl").allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining(source)]),
      );
    }
    const decided = page.locator(".finding.decided");
    expect(await decided.count()).toBe(1);
    expect(await decided.textContent()).toMatch(/不改；理由：地名照旧称；何晴 \d{4}-\d\d-\d\d/);
    await page.close();
  });

  it("has every figure with its state, and what verified it", async () => {
    const page = await open(report.html);
    for (const state of ["verified", "contradicted", "unchecked"] as const) {
      const wanted = found.figures.filter((figure) => figure.state === state).length;
      expect(await page.locator(`td.state.${state}`).count(), state).toBe(wanted);
    }
    const verified = page.locator("tr", { has: page.locator("td.state.verified") });
    for (const row of await verified.all())
      expect(await row.locator(".relation").textContent()).toMatch(/[✓✗]/);
    const unchecked = page.locator("tr", { has: page.locator("td.state.unchecked") });
    expect(await unchecked.locator(".tick").count()).toBe(await unchecked.count());
    await page.close();
  });

  it("is clean by axe", async () => {
    const page = await open(report.html);
    expect(await axe(page)).toEqual([]);
    await page.close();
  });

  it("prints hostile words as they were written, and runs none of them", async () => {
    const nasty = `<script>window.broken = 1</script><img src=x onerror="window.broken = 2">"'&amp;`;
    const path = join(home, "hostile.dayang");
    const text = `本报讯 全市共有书架32个，其中东湖12个、西山7个、南岭5个。${nasty}`;
    const hostile = edition(
      { paper: nasty },
      paperPage("A1", article({ place: at(0, 0, 4, 40) }, nasty, p(text))),
    );
    createEditionFile(path, hostile, { act });
    const from = openEditionFile(path, { now: time });
    const page = await open((await make(from)).html);
    from.close();
    expect(await page.locator(".finding").count()).toBeGreaterThan(0);
    expect(await page.locator("h3").first().textContent()).toBe(nasty);
    expect(await page.evaluate(() => (window as { broken?: number }).broken)).toBeUndefined();
    expect(await page.locator("script, img").count()).toBe(0);
    await page.close();
  });

  it.skipIf(pdftotext.missing)(
    "comes out on numbered sheets, the table with its head on each, signatures last",
    async () => {
      const page = await open(report.html);
      const pdf = join(home, "report.pdf");
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      await page.close();
      const { stdout } = pdftotext.run("-layout", pdf, "-");
      const sheets = String(stdout).split("\f").slice(0, -1);
      expect(sheets.length).toBeGreaterThan(1);
      // Each sheet of the table has its own head, and its number.
      const table = sheets.findIndex((sheet) => sheet.includes("数字核对表"));
      for (const sheet of sheets.slice(table, -1)) expect(sheet).toMatch(/版\s+数字\s+状态\s+依据/);
      for (const [i, sheet] of sheets.entries())
        expect(sheet).toMatch(new RegExp(`${i + 1} ?/ ?${sheets.length}`));
      const last = sheets.at(-1) ?? "";
      for (const role of ["编辑", "校对", "责编", "值班总编", "时间"]) expect(last).toContain(role);
    },
  );
});
