import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { exportPdf } from "../../../core/press/export.ts";
import { badgePlacer } from "../../../core/press/page-proof/badges.ts";
import type { ProofNote, ProofRequest } from "../../../core/press/page-proof/request.ts";
import { besides } from "../../../core/press/page-proof/sides.ts";
import { preflight } from "../../../core/press/preflight/preflight.ts";
import { exportProof } from "../../../core/press/proof.ts";
import { versionOf } from "../../../core/press/version.ts";
import { wrapped } from "../../../core/press/wrap.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { tool } from "../../system-tools.ts";
import { line, request as pressRequest, programs, setText, sheet } from "./sheets.ts";

const world = pressWorld({ program: programs });
const request: ProofRequest = {
  created: "2020-02-18T00:40:00+08:00",
  setText,
  locale: "zh",
  paper: "株洲晨报",
  date: "2020-02-18",
};
const body = sheet([line("全市48家企业复工，其中工业企业30家、商贸企业17家。", 20, 40)], { width: 400 });
const note = (text: string, change: Partial<ProofNote> = {}): ProofNote => ({
  sheet: 0,
  boxes: [{ x: 38, y: 32, width: 18, height: 9 }],
  severity: "error",
  text,
  ...change,
});
const sum = note("合计应为47，文中为48：30 + 17 = 47，请向记者核实数字，改正后再付印。", {
  quote: "48家",
  fix: "47家",
});

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

  it.skipIf(pdftotext.missing)("carries page, words, correction, reason and the table to sign", () => {
    const out = extracted(exportProof([body], [sum], world, request), "-raw");
    const table = ["一校", "二校", "三校", "付印", "编辑", "校对", "责编", "值班总编"];
    for (const text of ["全市48家企业复工", "48家→47家", ...table, "株洲晨报", "2020-02-18"])
      expect(out).toContain(text);
    expect(out).toContain("请向记者核实");
  });

  it.skipIf(pdftotext.missing)(
    "tells every finding, overleaf where the margins are full, and those not on the page",
    () => {
      const many = Array.from({ length: 120 }, (_, i) =>
        note(`第${i + 1}处，请核对。`, i % 3 === 0 ? { boxes: [] } : {}),
      );
      const out = extracted(exportProof([body], many, world, request), "-raw");
      for (let i = 1; i <= 120; i++) expect(out).toContain(`第${i}处`);
      expect(out).toContain("接下页");
    },
  );

  it.skipIf(pdftotext.missing)("counts figures by state, where it was told of them", () => {
    const boxes = [{ x: 30, y: 32, width: 20, height: 9 }];
    const states = ["verified", "unchecked", "unchecked", "contradicted", "checked"] as const;
    const figures = states.map((state) => ({ sheet: 0, boxes, state }));
    const out = extracted(exportProof([body], [], world, { ...request, figures }), "-raw");
    for (const text of ["已核1", "待核2", "有出入1", "手核1"]) expect(out).toContain(text);
    expect(extracted(exportProof([body], [], world, request), "-raw")).not.toContain("待核");
  });

  it.skipIf(pdftotext.missing)("counts what was decided on, sheet by sheet, where anything was", () => {
    const out = extracted(exportProof([body, body], [sum], world, { ...request, ignored: [0, 3] }), "-raw");
    expect(out.match(/已忽略\d条/g)).toEqual(["已忽略3条"]);
    expect(out).toContain("校对意见1条");
  });

  it.skipIf(pdftotext.missing)(
    "keeps everything it has to say in its strip, above all that it is no file for the press",
    () => {
      const full = {
        ...request,
        ignored: [2],
        revisions: [],
        since: { name: "一校", time: "2020-02-17T22:10:00+08:00" },
      };
      const notes = [sum, note("请问作者：日期对吗？", { severity: "query" })];
      writeFileSync(join(folder, "full.pdf"), exportProof([body], notes, world, full));
      const { stdout } = pdftotext.run("-bbox", join(folder, "full.pdf"), "-");
      const foot = (words: string) => Number(new RegExp(`yMax="([\\d.]+)">${words}<`).exec(stdout)?.[1]);
      // The table's last row, "付印", is as high as two of its lines.
      expect(foot("校样，不作付印用")).toBeLessThan(foot("付印") + 12);
      expect(foot("已忽略") || foot("已忽略　2")).toBeLessThan(foot("校样，不作付印用"));
    },
  );

  it.skipIf(pdftotext.missing)("shows the version that the plate's slug shows", () => {
    const version = versionOf(body, world);
    const plate = exportPdf([body], world, { ...pressRequest, marks: true, setText });
    expect(extracted(plate)).toContain(version);
    expect(extracted(exportProof([body], [sum], world, request))).toContain(version);
  });

  it("is the same for the same request", () => {
    expect(exportProof([body], [sum], world, request)).toEqual(exportProof([body], [sum], world, request));
  });
});

describe("a page's version", () => {
  it("changes with what is printed", () => {
    const other = sheet([line("全市47家企业复工，其中工业企业30家、商贸企业17家。", 20, 40)], { width: 400 });
    expect(versionOf(other, world)).not.toBe(versionOf(body, world));
  });

  it("stays where words only moved in their document", () => {
    const moved = body.items.map((item) =>
      item.kind === "glyphs" ? { ...item, ref: { page: "q", pos: 99 } } : item,
    );
    expect(versionOf({ ...body, items: moved }, world)).toBe(versionOf(body, world));
  });
});

describe("notes beside the page", () => {
  const side = fc.record({
    across: fc.double({ min: 0, max: 1, noNaN: true }),
    down: fc.double({ min: 0, max: 400, noNaN: true }),
    height: fc.integer({ min: 12, max: 90 }),
    gravity: fc.integer({ min: 0, max: 2 }),
  });

  it("never overlap, keep inside the margin and follow their words from top to bottom", () => {
    fc.assert(
      fc.property(fc.array(side, { maxLength: 30 }), (notes) => {
        const placed = besides(notes, 400, 9);
        expect(placed.map(({ note }) => note)).toHaveLength(notes.length);
        for (const hand of ["left", "right"] as const) {
          let [end, down] = [0, 0];
          for (const { note, y } of placed.filter((p) => p.hand === hand && p.y !== null)) {
            expect(y).toBeGreaterThanOrEqual(end - 1e-6);
            expect(note.down).toBeGreaterThanOrEqual(down);
            [end, down] = [(y ?? 0) + note.height, note.down];
          }
          expect(end).toBeLessThanOrEqual(400 + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stand at the height of their words, on the side nearer to them", () => {
    const note = { across: 0.8, down: 100, height: 30, gravity: 0 };
    expect(besides([note], 400, 9)).toEqual([{ note, hand: "right", y: 100 }]);
  });

  it("leave a full margin by their gravity", () => {
    const notes = [2, 0, 1].map((gravity) => ({ across: 0.1, down: 10, height: 150, gravity }));
    const full = besides([...notes, { across: 0.9, down: 0, height: 380, gravity: 0 }], 400, 9);
    expect(full.filter((p) => p.y === null).map((p) => p.note.gravity)).toEqual([2]);
  });
});

describe("a note's number", () => {
  const columns = sheet([line("一二三四五六七八九十", 20, 50), line("甲乙丙丁戊己庚辛壬癸", 119, 50)], {
    lines: [
      { block: "b", column: 0, baseline: 50, x: 20, width: 90 },
      { block: "b", column: 1, baseline: 50, x: 119, width: 90 },
    ],
  });

  it("stands in the gutter, level with its words; a second one in the next gutter", () => {
    const place = badgePlacer(columns);
    const words = { x: 137, y: 42, width: 18, height: 9 };
    const order = { words, hand: "left", width: 9.6, height: 9.6 } as const;
    const first = place(order);
    expect(first.x).toBeGreaterThanOrEqual(109);
    expect(first.x + first.width).toBeLessThanOrEqual(119.5);
    expect(first.y + first.height / 2).toBeCloseTo(46.5);
    expect(place(order).x).toBeGreaterThanOrEqual(208.5);
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

describe("proofreading marks", () => {
  const strokes = (notes: readonly ProofNote[]) =>
    Buffer.from(exportProof([body], notes, { ...world, deflate: (data) => data }, request)).toString(
      "latin1",
    );
  const box = { x: 38, y: 32, width: 18, height: 9 };

  it.each(["replace", "delete", "insert", "transpose", "space", "close"] as const)(
    "are drawn on the words, with a lead to the margin: %s",
    (kind) => {
      const correction = { kind, boxes: [box], others: [{ ...box, x: 56 }], edge: "after" } as const;
      const [plain, marked] = [strokes([sum]), strokes([{ ...sum, correction }])];
      expect(marked.length).toBeGreaterThan(plain.length + 60);
      expect(marked).toContain("0 0.45 0.4 0 K");
      expect(plain).not.toContain("0 0.45 0.4 0 K");
    },
  );

  it.skipIf(pdftotext.missing)("are explained in the strip under the page", () => {
    const out = extracted(exportProof([body], [], world, request), "-raw");
    for (const name of ["改", "删", "增", "调", "空", "紧"]) expect(out).toContain(name);
  });
});

describe("what came before", () => {
  const since = { name: "一校", time: "2020-02-17T22:10:00+08:00" };
  const areas = [
    { x: 38, y: 32, width: 18, height: 9 },
    { x: 80, y: 32, width: 9, height: 9 },
  ];
  const lines = [{ block: "b", column: 0, baseline: 40, x: 20, width: 200 }];

  it.skipIf(pdftotext.missing)(
    "is told: lines changed since the last proof, each once, and who has signed",
    () => {
      const signed = [
        { sheet: 0, stage: "first", role: "editor", name: "王小芹", time: "2-17 22:30", stale: true },
        { sheet: 1, stage: "first", role: "reader", name: "另一版的人", time: "2-17 22:31", stale: false },
      ] as const;
      const sheet = { ...body, lines };
      const out = extracted(
        exportProof([sheet], [], world, { ...request, since, revisions: [{ sheet: 0, areas }], signed }),
        "-raw",
      );
      expect(out).toContain("改动1行（与一校相比，2020-02-1722:10+08:00）");
      expect(out).toContain("王小芹（签后有改）");
      expect(out).not.toContain("另一版的人");
    },
  );
});

describe("a proof on paper", () => {
  const pdfinfo = tool("pdfinfo");
  const large = sheet([line("左上角", 4, 12), line("右下角", 1060, 1530), line("中间", 550, 760)], {
    width: 1105,
    height: 1539,
  });
  const onPaper = (name: "a4" | "a3", tile: boolean) => {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, exportProof([large], [], world, { ...request, paperSize: { name, tile } }));
    const info = pdfinfo.run(file).stdout;
    return {
      file,
      pages: Number(/Pages: +(\d+)/.exec(info)?.[1]),
      size: (/Page size: +([\d.]+) x ([\d.]+)/.exec(info) ?? []).slice(1).map((n) => Math.round(Number(n))),
    };
  };

  it.skipIf(pdfinfo.missing || pdftotext.missing)("is reduced to one sheet, all of it", () => {
    const { file, pages, size } = onPaper("a3", false);
    expect([pages, size]).toEqual([1, [842, 1191]]);
    const out = pdftotext.run("-raw", file, "-").stdout;
    for (const text of ["左上角", "右下角", "中间", "缩印"]) expect(out).toContain(text);
  });

  it.skipIf(pdfinfo.missing || pdftotext.missing)(
    "is tiled at full size, each corner on the tile it belongs to",
    () => {
      const { file, pages, size } = onPaper("a4", true);
      expect(size.toSorted((a, b) => a - b)).toEqual([595, 842]);
      // Margins and strip make it 1469 × 1769 pt: tiles of 196 or 283 mm less the lap.
      expect(pages).toBe(8);
      const labels = Array.from(
        { length: pages },
        (_, i) => pdftotext.run("-raw", "-f", String(i + 1), "-l", String(i + 1), file, "-").stdout,
      );
      expect(new Set(labels.map((said) => /第 \d 行第 \d 列/.exec(said)?.[0])).size).toBe(8);
    },
  );
});
