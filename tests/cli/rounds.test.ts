/** `rounds`, `verify`, and `export` of a page that was released, as processes. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
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

describe("signing off on the command line", () => {
  const file = join(desk.path, "evening.dayang");
  const story = [
    "小城新桥通车",
    "",
    "本报讯（记者 李明）新桥昨日通车。参建人员共320人，其中男性210人，女性120人。",
    "",
  ].join("\n");
  const rounds = (...args: string[]) => dayang(["rounds", ...args, file]);
  const sign = (round: string, role: string, name: string) =>
    rounds("sign", "--page", "a1", "--round", round, "--role", role, "--name", name);

  it("takes proofs, signs them by role and name, releases and reopens; a refusal ends with 1 and writes nothing", () => {
    expect(dayang(["import", desk.file("a1.txt", story), "--date", "2020-02-18", "-o", file]).code).toBe(0);
    expect(dayang(["plan", file]).code).toBe(0);
    expect(rounds("take", "--round", "一校")).toMatchObject({
      code: 0,
      out: expect.stringContaining("一校样"),
    });
    expect(sign("first", "校对", "王二").out).toContain(
      "王二（校对）已签 A1 版一校，第 1 号版本，未了差错 1 处",
    );
    sign("二校", "proofreader", "王二");
    sign("三校", "责编", "赵四");
    sign("付印", "责编", "赵四");
    const pdf = join(desk.path, "press.pdf");
    const release = (...more: string[]) =>
      rounds("release", "--page", "A1", "--name", "钱总", "--pdf", pdf, ...more);
    expect(release()).toMatchObject({ code: 1, out: expect.stringContaining("付印缺值班总编签字") });
    expect(existsSync(pdf)).toBe(false);
    sign("付印", "值班总编", "钱总");
    expect(release()).toMatchObject({ code: 1, out: expect.stringContaining("330人") });
    expect(existsSync(pdf)).toBe(false);
    expect(release("--stand", "按施工图，已核")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/保留：.*330人.*\n.*已签付印：钱总/),
    });
    expect(dayang(["verify", file, pdf]).code).toBe(0);
    expect(release().code).toBe(2);
    expect(rounds("reopen", "--page", "A1", "--name", "钱总", "--reason", "更正").code).toBe(0);
    expect(dayang(["verify", file, pdf]).code).toBe(1);
  });

  it("says on one line what an act lacks", () => {
    for (const args of [
      ["sign", "--page", "A1", "--role", "校对"],
      ["sign", "--page", "A1", "--role", "总统", "--name", "王二"],
      ["sign", "--page", "A9", "--role", "校对", "--name", "王二"],
      ["take", "--round", "十校"],
      ["reopen", "--page", "A1", "--name", "王二"],
      ["bless", "--page", "A1"],
    ]) {
      const { code, err, out } = rounds(...args);
      expect([code, out, err.trim().split("\n").length], args.join(" ")).toEqual([2, "", 1]);
    }
  });

  it("reads the whole file, and knows a digest of the chain that was noted", () => {
    const { chain } = JSON.parse(rounds("--json").out);
    expect(dayang(["verify", file])).toMatchObject({ code: 0, out: expect.stringContaining("签字链 11 环") });
    const noted = (digest: string) => dayang(["verify", "--chain", digest, file]);
    expect(noted(chain.digest)).toMatchObject({ code: 0, out: expect.stringContaining("第 11 环") });
    expect(noted("ab".repeat(32)).code).toBe(1);
    expect(noted("abc").code).toBe(2);
  });

  it("writes a red check for paper, and an earlier version as a proof", () => {
    const out = join(desk.path, "red.html");
    const same = rounds("red", "--from", "1", "-o", out);
    expect(same).toMatchObject({ code: 0, out: expect.stringContaining("共 0 处") });
    expect(readFileSync(out, "utf8")).toContain("核红单");
    const pdf = join(desk.path, "first.pdf");
    expect(dayang(["export", file, "--proof", "--version", "1", "--pdf", pdf]).code).toBe(0);
    expect(dayang(["export", file, "--version", "99", "--pdf", join(desk.path, "none.pdf")]).code).toBe(2);
  });
});
