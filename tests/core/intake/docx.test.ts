import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { word } from "../../../core/catalogue/catalogue.ts";
import { type BytesOptions, intakeBytes } from "../../../core/intake/intake.ts";
import { Problem } from "../../../core/problem.ts";
import { docx, entries, p, picture, pixel, table } from "./docx-builder.ts";
import { coverageFault, showArticle } from "./show.ts";

const digest = (data: Uint8Array) => `digest-of-${data.length}`;

async function read(data: Uint8Array, options: Partial<BytesOptions> = {}) {
  const result = await intakeBytes("a.docx", data, { digest, ...options });
  expect(coverageFault(result.text, result.draft)).toBe("");
  return result;
}

const articles = async (data: Uint8Array) =>
  ((await read(data)).draft.pages[0]?.articles ?? []).map(showArticle);

async function problem(
  data: Uint8Array,
  options: Partial<BytesOptions> = {},
  name = "a.docx",
): Promise<Problem> {
  const error = await intakeBytes(name, data, { digest, ...options }).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`no problem but ${error}`);
  for (const locale of ["zh", "en"] as const)
    expect(word(locale, error.key, error.values)).not.toMatch(/[{}]/);
  return error;
}

describe("reading a .docx", () => {
  test("paragraphs are lines, and pages split as in a text", async () => {
    const { draft, text } = await read(
      docx(
        p("新桥通车"),
        p("河东日报记者 陈小北"),
        p("两岸居民奔走相告。"),
        p("# A2"),
        p("本报讯 旧桥拆除。"),
      ),
    );
    expect(text).toBe("新桥通车\n河东日报记者 陈小北\n两岸居民奔走相告。\n# A2\n本报讯 旧桥拆除。\n");
    expect(draft.pages.map((page) => [page.number, page.articles.map(showArticle)])).toEqual([
      ["A1", [["headline 新桥通车", "byline 河东日报记者 陈小北", "paragraph 两岸居民奔走相告。"]]],
      ["A2", [["dateline 本报讯", "paragraph 旧桥拆除。"]]],
    ]);
  });

  test("styles say what a line is, however it reads", async () => {
    const body = [
      p("历时两年", "引题"),
      p("新桥通车。", "Title"),
      p("两岸只要十分钟。", "Subtitle"),
      p("居民奔走相告。"),
      p("票价，两元。", "heading 1"),
      p("公交已开通。"),
    ];
    expect(await articles(docx(...body))).toEqual([
      [
        "kicker 历时两年",
        "headline 新桥通车。",
        "deck 两岸只要十分钟。",
        "paragraph 居民奔走相告。",
        "crosshead 票价，两元。",
        "paragraph 公交已开通。",
      ],
    ]);
  });

  test("without a title the highest headings are headlines", async () => {
    const body = [
      p("新桥通车", "heading 1"),
      p("通车了。"),
      p("票价", "heading 2"),
      p("两元。"),
      p("旧桥拆除", "heading 1"),
      p("拆了。"),
    ];
    expect(await articles(docx(...body))).toEqual([
      ["headline 新桥通车", "paragraph 通车了。", "crosshead 票价", "paragraph 两元。"],
      ["headline 旧桥拆除", "paragraph 拆了。"],
    ]);
  });

  test("pictures come out with their digests, and captions find them", async () => {
    const { draft } = await read(
      docx(p("新桥通车", "Title"), p("通车了。"), picture(), p("新桥夜景。通讯员 李明远 摄"), p("真方便。")),
    );
    expect([...draft.pictures]).toEqual([["digest-of-11", pixel]]);
    expect(draft.pages[0]?.articles[0]?.parts[2]).toMatchObject({
      role: "picture",
      source: "digest-of-11",
      caption: { text: "新桥夜景。" },
      credit: { text: "通讯员 李明远 摄" },
    });
  });

  test("tables keep every cell", async () => {
    expect((await read(docx(p("通车了。"), table(["线路", "票价"], ["一路", "两元"])))).text).toBe(
      "通车了。\n线路\t票价\n一路\t两元\n",
    );
  });
});

describe("a .docx that is none", () => {
  test("not a zip, the old format, an archive of something else", async () => {
    expect((await problem(strToU8("新桥通车"))).key).toBe("intake.docxNotZip");
    expect((await problem(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), {}, "a.doc")).key).toBe(
      "intake.docxOld",
    );
    expect((await problem(zipSync({ "a.txt": strToU8("新桥") }))).key).toBe("intake.docxNotWord");
  });

  test("cut short, or with bytes changed", async () => {
    const whole = docx(p("新桥通车"));
    expect((await problem(whole.subarray(0, whole.length - 30))).key).toBe("intake.docxBroken");
    expect((await problem(zipSync({ ...entries(), "word/document.xml": strToU8("<w:document") }))).key).toBe(
      "intake.docxBroken",
    );
    const broken = whole.slice();
    broken.fill(0xff, 60, 90);
    expect((await problem(broken)).key).toBe("intake.docxBroken");
  });

  test("no words in it", async () => {
    expect((await problem(docx(p("")))).key).toBe("intake.empty");
  });

  test("encrypted entries", async () => {
    const data = docx(p("新桥通车"));
    const view = new DataView(data.buffer, data.byteOffset);
    for (let i = 0; i + 4 <= data.length; i++) if (view.getUint32(i, true) === 0x02014b50) data[i + 8] = 1;
    expect((await problem(data)).key).toBe("intake.docxEncrypted");
  });
});

describe("archives that would swell", () => {
  const swollen = zipSync({ ...entries(p("新桥")), "word/media/blank.bin": new Uint8Array(3_000_000) });

  test("by ratio, by size, by number of entries", async () => {
    expect(await problem(swollen)).toMatchObject({
      key: "intake.docxRatio",
      values: { part: "word/media/blank.bin" },
    });
    expect((await problem(swollen, { maxRatio: 1e6, maxUnpacked: 1_000_000 })).key).toBe("intake.docxBomb");
    expect((await problem(docx(p(`新桥${"啊".repeat(900)}`)), { maxPart: 1000 })).key).toBe(
      "intake.docxBomb",
    );
    expect(await problem(docx(p("新桥")), { maxEntries: 3 })).toMatchObject({
      key: "intake.docxEntries",
      values: { count: 6 },
    });
  });

  test("an entry that lies about its size is counted as it unpacks", async () => {
    const data = swollen.slice();
    const view = new DataView(data.buffer);
    for (let i = 0; i + 4 <= data.length; i++)
      if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === 3_000_000)
        view.setUint32(i + 24, 10, true);
    expect((await problem(data, { maxRatio: 1e6, maxUnpacked: 1_000_000 })).key).toBe("intake.docxBomb");
    expect((await problem(data, { maxRatio: 1e6 })).key).toBe("intake.docxBroken");
  });
});
