/** `rounds`, `verify`, and `export` of a page that was released, as processes. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, smallEdition } from "../host/typing.ts";
import { dayang, deskFolder } from "./run.ts";

const desk = deskFolder();
const who = { author: "总编丙", time: "2020-02-17T23:40:00.000Z" };
const env = { SOURCE_DATE_EPOCH: "1581982800" };

/** An edition with page A1 exported and released as that PDF, or as one with another digest. */
function released(name: string, pdf?: string) {
  const file = join(desk.path, `${name}.dayang`);
  const out = join(desk.path, `${name}.pdf`);
  createEditionFile(file, smallEdition(2), { act });
  const made = dayang(["export", file, "--pdf", out, "--pages", "A1"], { env });
  expect(made).toMatchObject({ code: 0 });
  const bytes = readFileSync(out);
  const store = openEditionFile(file);
  const { id } = store.versions.take({ round: "press", name: "", ...who });
  store.signatures.add({ version: id, page: "p1", role: "night-editor", open: [], note: "", ...who });
  const created = new Date(Number(env.SOURCE_DATE_EPOCH) * 1000).toISOString();
  store.releases.seal({
    ...{ version: id, page: "p1", ...who, file: "A1.pdf", reasons: [], note: "" },
    pdf: pdf ?? createHash("sha256").update(bytes).digest("hex"),
    settings: { standard: "x4", profile: "", marks: false, created, bytes: bytes.length },
  });
  store.close();
  return { file, out };
}

describe("a released page", () => {
  const { file, out } = released("night");

  it("is exported as it was released, at another hour, and the bytes equal the seal", () => {
    const again = join(desk.path, "again.pdf");
    const run = dayang(["export", file, "--pdf", again, "--pages", "A1"]);
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain("一字不差");
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
  });

  it("exported with other settings says that its bytes cannot be compared", () => {
    const run = dayang([
      "export",
      file,
      "--pdf",
      join(desk.path, "x1a.pdf"),
      "--pages",
      "A1",
      "--standard",
      "x1a",
    ]);
    expect(run).toMatchObject({ code: 0 });
    expect(run.err).toContain("无从比对");
  });

  it("whose bytes are not those of the seal ends with 1", () => {
    const wrong = released("wrong", "ab".repeat(32));
    const run = dayang(["export", wrong.file, "--pdf", join(desk.path, "w.pdf"), "--pages", "A1"]);
    expect(run.code).toBe(1);
    expect(run.out).toContain(`封存 ${"ab".repeat(32)}`);
  });

  it("is told by verify from any other PDF", () => {
    expect(dayang(["verify", file, out])).toMatchObject({
      code: 0,
      out: expect.stringContaining("A1 版签付印的 PDF：总编丙"),
    });
    const other = desk.file("other.pdf", "%PDF-1.6 other");
    expect(dayang(["verify", file, other])).toMatchObject({
      code: 1,
      out: expect.stringContaining("不是这一期签付印的 PDF"),
    });
    expect(dayang(["verify", file, join(desk.path, "none.pdf")]).code).toBe(2);
  });

  it("and the others are told by rounds, in words and as JSON", () => {
    const { out: words, code } = dayang(["rounds", file]);
    expect(code).toBe(0);
    expect(words).toContain("A1　已付印");
    expect(words).toContain("值班总编 总编丙");
    expect(words).toContain("A2　待签");
    const { pages } = JSON.parse(dayang(["rounds", "--json", file]).out);
    expect(pages).toMatchObject([
      { number: "A1", stage: "released", broken: [] },
      { number: "A2", stage: "out" },
    ]);
  });

  it("taken back is told by both", () => {
    const store = openEditionFile(file);
    store.reopenings.add({ release: 1, page: "p1", ...who, reason: "更正人名" });
    store.close();
    expect(dayang(["verify", file, out])).toMatchObject({ code: 1, out: expect.stringContaining("重开") });
    expect(dayang(["rounds", file]).out).toContain("重开：更正人名");
  });
});
