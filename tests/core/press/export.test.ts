/** What leaves for the press, judged from outside by the tools a printer would use, and by our own preflight. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { Sheet } from "../../../core/compose/sheet.ts";
import { exportPdf } from "../../../core/press/export.ts";
import type { PressRequest } from "../../../core/press/options.ts";
import { preflight } from "../../../core/press/preflight/preflight.ts";
import { type Operand, operations } from "../../../core/press/preflight/tokens.ts";
import type { PressPicture } from "../../../core/world.ts";
import { openProgram } from "../../../host/fonts/programs.ts";
import { pressWorld } from "../../../host/press/world.ts";
import { tool } from "../../system-tools.ts";
import { faces, line, programs, request, rule, setText, sheet } from "./sheets.ts";

const qpdf = tool("qpdf");
const pdffonts = tool("pdffonts");
const pdftotext = tool("pdftotext");
const gs = tool("gs");

const folder = mkdtempSync(join(tmpdir(), "press-"));
afterAll(() => rmSync(folder, { recursive: true }));

const world = pressWorld({ program: programs });
const make = (sheets: readonly Sheet[], change: Partial<PressRequest> = {}, machine = world) =>
  exportPdf(sheets, machine, { ...request, setText, ...change });

let files = 0;
function save(bytes: Uint8Array): string {
  const path = join(folder, `${++files}.pdf`);
  writeFileSync(path, bytes);
  return path;
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const extracted = (bytes: Uint8Array) => pdftotext.run("-raw", "-enc", "UTF-8", save(bytes), "-").stdout;

/** Most ink on each plate, 0 to 255, as Ghostscript separates the file. */
async function platesOf(bytes: Uint8Array, dpi = 72): Promise<Record<string, number>> {
  const path = save(bytes);
  const result = gs.run(
    "-q",
    "-dSAFER",
    "-dNOPAUSE",
    "-dBATCH",
    "-sDEVICE=tiffsep",
    `-r${dpi}`,
    `-o${path}.tif`,
    path,
  );
  expect(result.status, result.stderr).toBe(0);
  const plates: Record<string, number> = {};
  for (const file of readdirSync(folder)) {
    const name = /\((\w+)\)\.tif$/.exec(file)?.[1];
    if (!name || !join(folder, file).startsWith(path)) continue;
    const { channels } = await sharp(join(folder, file)).stats();
    plates[name] = 255 - (channels[0]?.min ?? 255);
  }
  return plates;
}

const news = [
  line("今夜的大样送到了编前会，“——”两字的破折号和……都在。", 20, 30),
  line("全市48家企业复工，office 与 PDF 各占一行（78例）。", 20, 45),
  line("竖排的标题（一）", 270, 60, { vertical: true, face: "hei-bold", size: 24 }),
  line("晨报", 20, 120, { face: "brush", size: 60, stretch: 0.8 }),
  line("楷体的署名", 20, 150, { face: "kai", size: 10.5 }),
  rule(20, 160, 220, 160),
];

describe.each(["x4", "x1a"] as const)("%s", (standard) => {
  it.each([false, true])("passes preflight, with marks %s", async (marks) => {
    const report = await preflight(make([sheet(news), sheet(news)], { standard, marks }));
    expect(report.problems).toEqual([]);
    expect(report.standard).toBe(standard === "x4" ? "PDF/X-4" : "PDF/X-1a:2003");
    expect(report.pages).toBe(2);
  });

  it("has its standard's header and a plain cross-reference table", () => {
    const file = latin1(make([sheet(news)], { standard }));
    expect(file.slice(0, 9)).toBe(standard === "x4" ? "%PDF-1.6\n" : "%PDF-1.4\n");
    expect(file).toMatch(/\nxref\n0 \d+\n/);
    expect(file).not.toMatch(/\/ObjStm|\/XRef|\/Encrypt|\/SMask|\/Group/);
  });

  it.skipIf(qpdf.missing)("is sound to qpdf", () => {
    const { status, stdout } = qpdf.run("--check", save(make([sheet(news)], { standard, marks: true })));
    expect(stdout).toContain("No syntax or stream encoding errors found");
    expect(status).toBe(0);
  });

  it.skipIf(pdffonts.missing)("embeds every font as a subset, with what its glyphs say", () => {
    const rows = pdffonts
      .run(save(make([sheet(news)], { standard })))
      .stdout.split("\n")
      .slice(2, -1);
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+.*CID TrueType +Identity-[HV] +yes yes yes/);
  });

  it.skipIf(gs.missing)("inks the black plate alone", async () => {
    const plates = await platesOf(make([sheet(news)], { standard }));
    expect(plates).toMatchObject({ Cyan: 0, Magenta: 0, Yellow: 0 });
    expect(plates.Black).toBeGreaterThan(200);
  });
});

describe("text", () => {
  it.skipIf(pdftotext.missing)("comes out as it went in, line by line", () => {
    const texts = news.flatMap((item) =>
      item.kind === "glyphs" && !item.vertical ? item.texts.join("") : [],
    );
    const out = extracted(make([sheet(news)]));
    for (const text of texts) expect(out.split("\n")).toContain(text);
    expect(out.replace(/\s/g, "")).toContain("竖排的标题（一）");
  });

  it.skipIf(pdftotext.missing)(
    "comes out right where one glyph says different things, or several say one",
    () => {
      const twice = line("一二", 20, 30);
      // The second glyph stands for another character than before, as 戶 and 户 may share one; a pair of glyphs is one text.
      const items = [twice, { ...twice, y: 60, texts: ["一", "贰"] }, { ...twice, y: 90, texts: ["〇", ""] }];
      expect(
        extracted(make([sheet(items)]))
          .trim()
          .split("\n"),
      ).toEqual(["一二", "一贰", "〇"]);
    },
  );

  it.skipIf(pdftotext.missing)(
    "comes out without spaces or breaks where justification opened gaps or squeezed marks",
    () => {
      const natural = line("通报说，“48家”复工；2月17日，市内8条线路开通。", 20, 50);
      let shift = 0;
      const along = natural.along.map((x, i) => {
        const after = natural.texts[i - 1] ?? "";
        if (/[，；“”]/.test(after)) shift -= 4.5;
        if (/[0-9]/.test(after) !== /[0-9]/.test(natural.texts[i] ?? "")) shift += 2.25;
        return x + shift;
      });
      expect(extracted(make([sheet([{ ...natural, along }])])).trim()).toBe(natural.texts.join(""));
    },
  );

  it("puts every glyph where composition put it, to a hundredth of a point", async () => {
    const squeezed = line("“引号”，（括号）。两端齐行", 20, 50);
    const along = squeezed.along.map((x, i) => x * 0.93 + (i % 3) * 0.37);
    const file = latin1(make([sheet([{ ...squeezed, along }])], {}, { ...world, deflate: (data) => data }));
    // Codes are two bytes; the program's glyphs stand in ascending order behind .notdef.
    const order = [...new Set(squeezed.gids)].toSorted((a, b) => a - b);
    const positions: number[] = [];
    let [pen, spacing] = [0, 0];
    const text = /\nBT\n[\s\S]*\nET\n/.exec(file)?.[0] ?? "";
    for (const { operator, operands } of operations(Buffer.from(text, "latin1"))) {
      if (operator === "Tc") spacing = Number(operands[0]);
      if (operator !== "TJ" && operator !== "Tj") continue;
      for (const item of operands.flat() as readonly Operand[]) {
        if (typeof item === "number") pen -= (item / 1000) * 9;
        if (item === null || typeof item !== "object" || !("string" in item)) continue;
        for (let i = 0; i < item.string.length; i += 2) {
          positions.push(pen);
          const gid = order[(item.string[i] ?? 0) * 256 + (item.string[i + 1] ?? 0) - 1] ?? 0;
          pen += (programs("song").advance(gid) / 1000) * 9 + spacing;
        }
      }
    }
    expect(positions).toHaveLength(along.length);
    for (const [i, x] of positions.entries()) expect(Math.abs(x - (along[i] ?? 0))).toBeLessThan(0.01);
  });

  it("overprints in small black, and knocks out in white, in colour and in large sizes", () => {
    const states = (items: Sheet["items"]) =>
      latin1(make([sheet(items)], {}, { ...world, deflate: (data) => data })).match(/\/G[OK] gs/g);
    expect(states([line("黑", 20, 30, { size: 12 })])).toEqual(["/GO gs"]);
    expect(states([line("黑", 20, 30, { size: 12.5 })])).toEqual(["/GK gs"]);
    expect(states([line("白", 20, 30, { ink: { c: 0, m: 0, y: 0, k: 0 } })])).toEqual(["/GK gs"]);
    expect(states([line("红", 20, 30, { ink: { c: 0, m: 100, y: 100, k: 0 } })])).toEqual(["/GK gs"]);
  });

  it("with a character no font has is refused, telling which and where", () => {
    const gap = { ...line("甲乙", 20, 30), gids: [faces.face("song").glyph(0x7532), 0] };
    expect(() => make([sheet([gap])])).toThrow(
      expect.objectContaining({
        key: "press.missing-glyph",
        values: expect.objectContaining({
          character: "乙",
          code: "U+4E59",
          page: "A1",
          line: "甲乙",
          x: 29,
          y: 30,
        }),
      }),
    );
  });

  it("in a font that forbids embedding is refused", () => {
    const locked = { ...world, program: () => ({ ...programs("song"), embedding: 0x0002 }) };
    expect(() => make([sheet(news)], {}, locked)).toThrow(
      expect.objectContaining({ key: "press.font-not-embeddable" }),
    );
    const editable = { ...world, program: () => ({ ...programs("song"), embedding: 0x0008 }) };
    expect(() => make([sheet([line("可嵌入", 20, 30)])], {}, editable)).not.toThrow();
  });
});

describe("an OpenType font with CFF outlines", () => {
  const otf = "/usr/share/fonts/opentype/urw-base35/NimbusRoman-Regular.otf";
  let bytes: Uint8Array | null = null;
  try {
    bytes = readFileSync(otf);
  } catch {
    console.warn("no CFF font on this machine: its test is skipped");
  }

  it.skipIf(!bytes)("is embedded bare, its widths those of its charstrings", async () => {
    const program = openProgram(bytes as Uint8Array);
    const run = line("Office", 20, 30);
    // Codes are glyph ids of whichever program answers; widths differ from glyph to glyph here.
    const file = make(
      [sheet([{ ...run, gids: [48, 71, 71, 74, 68, 70], texts: [..."Office"] }])],
      {},
      {
        ...world,
        program: () => program,
      },
    );
    expect(latin1(file)).toMatch(/\/Subtype \/CIDFontType0C/);
    expect((await preflight(file)).problems).toEqual([]);
    if (!pdffonts.missing)
      expect(pdffonts.run(save(file)).stdout).toMatch(/CID Type 0C +Identity-H +yes yes yes/);
  });
});

describe("the page", () => {
  it("has trim inside bleed inside media, and room for marks around them", () => {
    const box = (file: Uint8Array, name: string) =>
      new RegExp(`/${name} \\[ ([^\\]]*) \\]`).exec(latin1(file))?.[1];
    const bare = make([sheet(news)]);
    expect(box(bare, "MediaBox")).toBe("0 0 317 417");
    expect(box(bare, "BleedBox")).toBe("0 0 317 417");
    expect(box(bare, "TrimBox")).toBe("8.5 8.5 308.5 408.5");
    const marked = make([sheet(news)], { marks: true });
    expect(box(marked, "MediaBox")).toBe("0 0 365 465");
    expect(box(marked, "BleedBox")).toBe("24 24 341 441");
    expect(box(marked, "TrimBox")).toBe("32.5 32.5 332.5 432.5");
  });

  it.skipIf(pdftotext.missing)("says on its slug line what plate of what page it is", () => {
    expect(extracted(make([sheet(news)], { marks: true }))).toMatch(
      /C M Y K 株洲晨报 2020-02-18 A1 [0-9a-f]{12}/,
    );
  });

  it.skipIf(pdftotext.missing)(
    "sets a slug line smaller on a narrow page than over the mark in its middle",
    () => {
      const file = save(make([sheet([], { width: 240 })], { marks: true }));
      const narrow = pdftotext.run("-bbox", file, "-").stdout;
      const ends = [...narrow.matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x));
      expect(ends.length).toBeGreaterThan(4);
      // Media: 24 pt of marks and 8.5 pt of bleed before the trim.
      expect(Math.max(...ends)).toBeLessThan(32.5 + 120 - 7);
    },
  );

  it.skipIf(gs.missing)("prints what runs over the trim as far as the bleed, and no farther", async () => {
    const over = {
      kind: "tint",
      x: -30,
      y: 100,
      width: 60,
      height: 40,
      ink: { c: 100, m: 0, y: 0, k: 0 },
    } as const;
    const path = save(make([sheet([over])], { marks: true }));
    gs.run("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", "-r72", `-o${path}.tif`, path);
    const { data, info } = await sharp(`${path}.tif`)
      .pipelineColourspace("cmyk")
      .toColourspace("cmyk")
      .raw()
      .toBuffer({ resolveWithObject: true });
    // 24 pt of marks, 8.5 pt of bleed, then the trim.
    const cyan = (x: number) => data[(Math.round(32.5 + 120) * info.width + x) * info.channels];
    expect([cyan(20), cyan(22), cyan(26), cyan(31), cyan(50)]).toEqual([0, 0, 255, 255, 255]);
  });

  it.skipIf(gs.missing)("carries its marks on every plate", async () => {
    const plates = await platesOf(make([sheet([])], { marks: true }));
    for (const plate of ["Cyan", "Magenta", "Yellow", "Black"]) expect(plates[plate]).toBeGreaterThan(100);
  });
});

describe("pictures", () => {
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const placed = {
    kind: "picture",
    x: 20,
    y: 20,
    width: 72,
    height: 72,
    source: "p",
    crop: whole,
    block: "b",
  } as const;
  const ink = [40, 120, 80, 10];
  const raw: PressPicture = {
    width: 200,
    height: 200,
    colour: "cmyk",
    encoding: "raw",
    inverted: false,
    data: new Uint8Array(200 * 200 * 4).map((_, i) => ink[i % 4] ?? 0),
  };
  const showing = (picture: PressPicture) => pressWorld({ program: programs, picture: () => picture });

  it.skipIf(gs.missing)("print the inks they hold, packed or turned over", async () => {
    const turned = { ...raw, inverted: true, data: raw.data.map((v) => 255 - v) };
    const packed = { ...raw, encoding: "deflate" as const, data: deflateSync(raw.data) };
    for (const picture of [raw, turned, packed]) {
      const plates = await platesOf(make([sheet([placed])], {}, showing(picture)));
      expect(plates).toEqual({ Cyan: 40, Magenta: 120, Yellow: 80, Black: 10 });
    }
  });

  it("are stored once, however often they are placed", async () => {
    const file = make([sheet([placed, { ...placed, y: 200 }])], {}, showing(raw));
    expect(latin1(file).match(/\/Subtype \/Image/g)).toHaveLength(1);
    expect((await preflight(file)).problems).toEqual([]);
  });

  it("that nobody delivered are a crossed frame, or no file where the desk wants none", async () => {
    const missing = { ...placed, source: null };
    expect((await preflight(make([sheet([missing])]))).problems).toEqual([]);
    expect(() => make([sheet([missing])], { missingPicture: "refuse" })).toThrow(
      expect.objectContaining({ key: "press.picture-missing", values: { page: "A1", block: "b" } }),
    );
  });

  it("with too few bytes are refused", () => {
    const short = { ...raw, data: raw.data.subarray(1) };
    expect(() => make([sheet([placed])], {}, showing(short))).toThrow(
      expect.objectContaining({ key: "press.picture-damaged" }),
    );
  });
});

describe("the file", () => {
  it("is the same, byte for byte, for the same sheets and options", () => {
    expect(make([sheet(news)], { marks: true })).toEqual(make([sheet(news)], { marks: true }));
  });

  it("differs by its dates alone when exported again later", () => {
    const undated = (file: Uint8Array) =>
      latin1(file).replace(/D:\d{14}\+08'00'|2020-02-18T\d\d:\d\d:\d\d/g, "");
    const later = make([sheet(news)], { created: "2020-02-18T02:45:00+08:00" });
    expect(undated(later)).toBe(undated(make([sheet(news)])));
  });

  it("has another identity as soon as one character differs, or the press it is meant for", () => {
    const id = (text: string, change: Partial<PressRequest> = {}) =>
      /\/ID \[ <(\w+)>/.exec(latin1(make([sheet([line(text, 20, 30)])], change)))?.[1];
    expect(id("七十八例")).not.toBe(id("七十九例"));
    const profile = { ...request.profile, data: Uint8Array.from(request.profile.data) };
    profile.data.set([1], 90);
    expect(id("七十八例", { profile })).not.toBe(id("七十八例"));
  });

  it("is refused without sheets, with a date that is none, and with a profile for another purpose", () => {
    expect(() => make([])).toThrow(expect.objectContaining({ key: "press.no-sheets" }));
    expect(() => make([sheet([])], { created: "昨晚" })).toThrow(
      expect.objectContaining({ key: "press.bad-date" }),
    );
    const screen = { ...request.profile, data: Uint8Array.from(request.profile.data) };
    screen.data.set(Buffer.from("mntrRGB "), 12);
    expect(() => make([sheet([])], { profile: screen })).toThrow(
      expect.objectContaining({ key: "press.profile-not-cmyk-output" }),
    );
  });
});
