/** `handover` as a real process: into a folder, by SFTP, broken off and resumed, refused. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { makePdf } from "../../host/work/export.ts";
import { keepPicture } from "../../host/work/import.ts";
import { readLaidOutSample } from "../../host/work/sample.ts";
import { composeSheets } from "../../host/work/sheets.ts";
import { at, caption, page, edition as paper, picture } from "../core/edition/builders.ts";
import { newKey, sftpServer } from "../host/handover/sftp-server.ts";
import { deskFolder, main, type Run } from "./run.ts";

const desk = deskFolder();
const edition = join(desk.path, "night.dayang");
const act = { time: "2020-02-18T01:00:00.000Z", author: "tester", label: "import" };

beforeAll(async () => {
  const { edition: sample, pictures } = await readLaidOutSample();
  createEditionFile(edition, sample, { act, pictures });
});

/** Does not wait in this process: the printer's server answers in it. */
function handover(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const child = spawn(process.execPath, [main, "handover", ...args], {
    env: {
      PATH: process.env.PATH ?? "",
      HOME: desk.path,
      DAYANG_HOME: join(desk.path, "app"),
      LANG: "zh_CN.UTF-8",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** The ticket of the one package in a folder, every digest in it compared. */
function packageIn(folder: string) {
  const [name = "", ...rest] = readdirSync(folder).filter((file) => !file.endsWith(".ready"));
  expect(rest).toEqual([]);
  const ticket = JSON.parse(readFileSync(join(folder, name, "ticket.json"), "utf8"));
  for (const file of ticket.files) expect(sha256(join(folder, name, file.name))).toBe(file.sha256);
  expect(readdirSync(join(folder, name)).sort()).toEqual(
    [...ticket.files.map((file: { name: string }) => file.name), "ticket.json"].sort(),
  );
  return { name, ticket, at: (file: string) => join(folder, name, file) };
}

describe("handover into a folder", () => {
  it("gives the printer PDFs, ticket, preflight, fonts and pictures", async () => {
    const hot = join(desk.path, "hot");
    mkdirSync(hot);
    const run = await handover([edition, "--to", hot, "--contact", "夜班 林一苇", "--pages", "A1"]);
    expect([run.code, run.out]).toEqual([0, expect.stringContaining("已送达")]);
    const { ticket, at } = packageIn(hot);
    expect(ticket).toMatchObject({
      paper: "湘江晨报",
      contact: "夜班 林一苇",
      ink: { limit: 220, error: 240 },
      pages: [{ number: "A1", standard: "PDF/X-4", preflight: { errors: 0 }, seal: null, width: 390 }],
    });
    const { fonts, pictures } = JSON.parse(readFileSync(at("contents.json"), "utf8"));
    expect(fonts.map((font: { name: string }) => font.name)).toContain("NotoSerifSC-Regular");
    for (const font of fonts)
      expect(font).toMatchObject({ fsType: 0, licence: expect.stringContaining("Open Font") });
    expect(pictures.find((picture: { source: string | null }) => picture.source)).toMatchObject({
      page: "A1",
      colour: "cmyk",
    });
    expect(readFileSync(at("preflight.html"), "utf8")).toContain("印前检查报告");
    expect(readdirSync(join(desk.path, "app", "outbox"))).toEqual([]);
  });

  it("says what is wrong in one line: no folder, no target, no such page", async () => {
    for (const args of [
      ["--to", join(desk.path, "gone")],
      ["--to", "ftp://a@b/c"],
      ["--to", desk.path, "--pages", "B9"],
      [],
    ]) {
      const { code, out, err } = await handover([edition, ...args]);
      expect([code, out]).toEqual([2, ""]);
      const [said = "", ...more] = err.trim().split("\n").reverse();
      expect(said).not.toBe("");
      for (const line of more) expect(line).toMatch(/……$/);
    }
  });

  it("holds back pages that fail preflight, and sends them only when told to", async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 40 * 30 * 3 }, (_, i) => (i * 97) % 256));
    const bytes = await sharp(noise, { raw: { width: 40, height: 30, channels: 3 } })
      .jpeg()
      .toBuffer();
    const small = await keepPicture({ name: "小图.jpg", bytes: new Uint8Array(bytes) });
    const coarse = join(desk.path, "coarse.dayang");
    const photo = picture(
      { source: small.digest, width: 40, height: 30, place: at(0, 20, 4, 40) },
      caption("小图"),
    );
    createEditionFile(coarse, paper(page("A1", photo)), { act, pictures: [small] });
    const hot = join(desk.path, "coarse");
    mkdirSync(hot);
    const held = await handover([coarse, "--to", hot]);
    expect([held.code, held.err]).toEqual([1, expect.stringContaining("A1 版印前检查不合格")]);
    expect(readdirSync(hot)).toEqual([]);
    expect((await handover([coarse, "--to", hot, "--despite"])).code).toBe(0);
    const { ticket, at: inPackage } = packageIn(hot);
    expect(ticket.pages[0].preflight.errors).toBeGreaterThan(0);
    const [report] = JSON.parse(readFileSync(inPackage("preflight.json"), "utf8"));
    expect(report.problems[0]).toMatchObject({ severity: "error", message: { zh: expect.any(String) } });
    expect(readFileSync(inPackage("preflight.html"), "utf8")).toContain(report.problems[0].message.zh);
  });

  it("sends a released page as it was sealed, and nothing where it is no longer that", async () => {
    const file = join(desk.path, "released.dayang");
    const { edition: sample, pictures } = await readLaidOutSample();
    createEditionFile(file, sample, { act, pictures });
    const store = openEditionFile(file, { now: act.time });
    const { id } = store.versions.take({
      round: "press",
      name: "清样",
      author: "甲",
      time: act.time,
    } as never);
    const [sheet] = composeSheets(store.edition);
    if (!sheet) throw new Error("no sheet");
    const settings = { standard: "x1a", profile: "", marks: true, created: act.time, bytes: 0 } as const;
    const pdf = await makePdf({
      edition: store.edition,
      sheets: [sheet],
      picture: (digest) => store.pictures.get(digest)?.bytes ?? null,
      ...settings,
      profile: undefined,
    });
    const seal = { version: id, page: sheet.page, author: "总编", time: act.time, file: "A1.pdf", settings };
    const rest = { reasons: [], note: "签付印" };
    store.releases.seal({ ...seal, ...rest, pdf: createHash("sha256").update(pdf).digest("hex") });
    const hot = join(desk.path, "sealed");
    mkdirSync(hot);
    store.close();
    expect((await handover([file, "--to", hot, "--pages", "A1"])).code).toBe(0);
    const { ticket } = packageIn(hot);
    expect(ticket.pages[0]).toMatchObject({
      standard: "PDF/X-1a:2003",
      marks: true,
      seal: { author: "总编", note: "签付印", pdf: createHash("sha256").update(pdf).digest("hex") },
    });

    const again = openEditionFile(file, { now: act.time });
    again.releases.seal({ ...seal, ...rest, pdf: "0".repeat(64) });
    again.close();
    rmSync(hot, { recursive: true });
    mkdirSync(hot);
    const broken = await handover([file, "--to", hot, "--pages", "A1"]);
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining("与签付印时封存的不一致")]);
    expect(readdirSync(hot)).toEqual([]);
  });
});

describe("handover by SFTP", () => {
  it("asks for trust first, then is let in, breaks off, and is resumed without sending anything twice", async () => {
    const folder = join(desk.path, "printer");
    mkdirSync(join(folder, "in"), { recursive: true });
    const key = newKey();
    const server = await sftpServer({ folder, key: key.public });
    const to = `sftp://press@127.0.0.1:${server.port}/in`;
    writeFileSync(join(desk.path, "id"), key.private);
    const env = { DAYANG_SFTP_KEY: join(desk.path, "id") };

    const unknown = await handover([edition, "--to", to], env);
    expect(unknown.code).toBe(2);
    const fingerprint = /SHA256:[\w+/]{43}/.exec(unknown.err)?.[0] ?? "";
    expect(server.logins()).toBe(0);

    const wrong = await handover([edition, "--to", to, "--host-key", fingerprint], {
      DAYANG_SFTP_PASSWORD: "hunter2",
    });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("不接受用户 press")]);
    expect(wrong.err).not.toContain("hunter2");

    // Every link is cut after 200 kB: more often than it is opened again.
    server.cut(200_000, 200_000);
    const broken = await handover([edition, "--to", to, "--retries", "1"], env);
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining("可以续传")]);
    expect(readdirSync(join(folder, "in")).every((name) => name.startsWith("."))).toBe(true);
    const resumed = await handover([edition, "--to", to, "--resume"], env);
    expect([resumed.code, resumed.out]).toEqual([0, expect.stringContaining("其中本次传送")]);
    const { name } = packageIn(join(folder, "in"));
    const sizes = readdirSync(join(folder, "in", name)).map(
      (file) => readFileSync(join(folder, "in", name, file)).length,
    );
    expect(server.written()).toBe(sizes.reduce((a, b) => a + b, 0) + 65);
    await server.close();

    const posing = await sftpServer({
      folder,
      key: key.public,
      hostKey: newKey().private,
      port: server.port,
    });
    const changed = await handover([edition, "--to", to], env);
    expect([changed.code, changed.err]).toEqual([2, expect.stringContaining("主机密钥变了")]);
    await posing.close();
  }, 120_000);
});
