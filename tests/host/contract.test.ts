/** The contract, once, over every transport. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyChanges, changeFromJSON, changeToJSON } from "../../core/edition/change.ts";
import { editionFromJSON } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import { type Client, clientOf } from "../../host/client.ts";
import type { EventBody, OpenedEdition } from "../../host/contract.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { HostFault } from "../../host/wire.ts";
import { act, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";
import { type Connection, transports } from "./wires.ts";

const folder = workFolder();
const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join("\n"));
const story = text(["新桥今日通车", "", "本报记者 周闻", "", "　　大桥全长3公里，昨日完成荷载试验。"]);

const keyOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.key;
    throw error;
  }
  return "nothing thrown";
};

describe.each(Object.keys(transports))("over %s", (name) => {
  let home: string;
  let connection: Connection;
  let host: Client;

  beforeAll(async () => {
    home = mkdtempSync(join(folder, "home-"));
    connection = await (transports[name] as (home: string) => Promise<Connection>)(home);
    host = clientOf(connection.wire);
  });
  afterAll(() => connection.close());

  let count = 0;
  function newPath(): string {
    const path = join(home, `edition-${++count}.dayang`);
    createEditionFile(path, smallEdition(), { act });
    return path;
  }
  const open = () => host.call("editions.open", { path: newPath() });
  const append = (opened: OpenedEdition, word: string, after = opened.seq) =>
    host.call("log.append", {
      edition: opened.edition,
      after,
      changes: typing(editionFromJSON(opened.content), word).map(changeToJSON),
      author: "编辑甲",
      label: "typing",
    });

  it("opens an edition, appends to it, and finds it so again", async () => {
    const opened = await open();
    expect(opened).toMatchObject({ name: "edition-1.dayang", seq: 1, readOnly: null, holder: null });
    expect(await append(opened, "快讯：")).toEqual({ seq: 2 });
    await host.call("editions.close", { edition: opened.edition });

    const again = await host.call("editions.open", { path: opened.path, readOnly: true });
    expect(headlineOf(editionFromJSON(again.content))).toBe("快讯：新桥今日通车");
    expect(again.readOnly).toBe("asked");
    const entries = await host.call("log.entries", { edition: again.edition, from: 2, to: 2 });
    expect(entries).toMatchObject([{ seq: 2, author: "编辑甲", label: "typing" }]);
    const before = await host.call("log.at", { edition: again.edition, seq: 1 });
    expect(headlineOf(editionFromJSON(before.content))).toBe("新桥今日通车");
    expect((await host.call("editions.recent", {}))[0]).toMatchObject({ path: opened.path, exists: true });
    await host.call("editions.close", { edition: again.edition });
  });

  it("a window that only reads follows the one that writes, until that one closes", async () => {
    const opened = await open();
    const reading = await host.call("editions.open", { path: opened.path, readOnly: true });
    const follow = (after: number) => host.call("log.follow", { edition: reading.edition, after });
    expect(await follow(1)).toMatchObject({ seq: 1, changes: [], decisions: [], records: 0 });
    await append(opened, "快讯：");
    await host.call("decisions.set", {
      edition: opened.edition,
      subject: "s",
      verdict: "ignored",
      reason: "无误",
      author: "编辑甲",
    });
    const told = await follow(1);
    expect(told).toMatchObject({ seq: 2, decisions: [{ reason: "无误" }], holder: { here: true } });
    const seen = applyChanges(editionFromJSON(reading.content), told.changes.map(changeFromJSON));
    expect(headlineOf(seen)).toBe("快讯：新桥今日通车");
    expect((await follow(2)).changes).toEqual([]);
    await host.call("editions.close", { edition: opened.edition });
    expect((await follow(2)).holder).toBeNull();
    const taken = await host.call("editions.open", { path: opened.path });
    expect(taken).toMatchObject({ readOnly: null, seq: 2 });
    for (const { edition } of [reading, taken]) await host.call("editions.close", { edition });
  });

  it("an append sent twice is done once; one that comes too late is refused", async () => {
    const opened = await open();
    expect(await append(opened, "甲")).toEqual({ seq: 2 });
    expect(await append(opened, "甲")).toEqual({ seq: 2 });
    expect(await keyOf(append(opened, "乙"))).toBe("log.behind");
    const joined = await host.call("editions.open", { path: opened.path });
    expect(joined).toMatchObject({ edition: opened.edition, seq: 2 });
    await host.call("editions.close", { edition: opened.edition });
    await host.call("editions.close", { edition: opened.edition });
    expect(await keyOf(append(opened, "丙", 2))).toBe("host.not-open");
  });

  it("makes a new edition, and will not replace an old one", async () => {
    const path = join(home, "new.dayang");
    const made = await host.call("editions.create", { path, paper: "江州晚报", date: "2020-02-18" });
    expect(editionFromJSON(made.content).pages[0]?.firstChild?.type.name).toBe("masthead");
    expect(await keyOf(host.call("editions.create", { path, paper: "", date: "" }))).toBe("store.exists");
    expect(
      await keyOf(host.call("editions.create", { path: `${path}2`, paper: "", date: "2020-02-31" })),
    ).toBe("intake.date");
    const templates = await host.call("templates.list", {});
    expect(templates.map(({ id }) => id)).toContain("tabloid-5");
    const small = { path: `${path}3`, paper: "", date: "", template: "tabloid-5" };
    const tabloid = await host.call("editions.create", small);
    expect(tabloid.content.style.paper.width).toBe(270);
    expect(await keyOf(host.call("editions.create", { ...small, template: "none" }))).toBe(
      "host.no-template",
    );
    const copy = join(home, "copy.dayang");
    await host.call("editions.copy", { edition: made.edition, path: copy });
    expect(existsSync(copy)).toBe(true);
  });

  it("a damaged file is a Problem, and is recovered into another", async () => {
    const path = newPath();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, 0, 100));
    expect(await keyOf(host.call("editions.open", { path }))).toBe("store.not-database");
    const out = join(home, "saved.dayang");
    expect(await host.call("editions.recover", { path, out })).toMatchObject({
      saved: 1,
      lost: [],
      pages: ["A1"],
    });
    expect(await host.call("editions.open", { path: out })).toMatchObject({ readOnly: null });
  });

  it("keeps decisions by what findings say", async () => {
    const { edition } = await open();
    const decision = {
      edition,
      subject: "s1",
      verdict: "ignored",
      reason: "属实",
      author: "校对乙",
    } as const;
    expect(await host.call("decisions.set", decision)).toMatchObject([{ subject: "s1", reason: "属实" }]);
    expect(await host.call("decisions.list", { edition })).toHaveLength(1);
    expect(await host.call("decisions.set", { ...decision, verdict: "open" })).toEqual([]);
  });

  it("takes versions, and says of a signature whether it still holds", async () => {
    const opened = await open();
    const { edition } = opened;
    const taken = await host.call("versions.take", {
      edition,
      round: "first",
      name: "一校",
      author: "编辑甲",
    });
    expect(taken).toMatchObject({ id: 1, seq: 1, pages: [{ id: "p1", number: "A1" }] });
    const signed = { edition, version: 1, page: "p1", role: "proofreader", author: "校对乙" } as const;
    const open1 = [{ subject: "s1", message: "合计不符" }];
    expect(await host.call("signatures.add", { ...signed, open: open1 })).toMatchObject({
      id: 1,
      open: open1,
      changed: [],
    });
    await append(opened, "快讯：");
    expect(await host.call("signatures.list", { edition })).toMatchObject([{ changed: ["text"] }]);
    expect(await host.call("versions.list", { edition })).toEqual([taken]);
    expect(await keyOf(host.call("signatures.add", { ...signed, version: 2, open: [] }))).toBe(
      "version.none",
    );
  });

  it("backs up beside the file, gives room back, and writes the audit trail", async () => {
    const opened = await open();
    const { edition, path } = opened;
    expect(await host.call("editions.backups", { path })).toEqual([]);
    await append(opened, "快讯：");
    await host.call("editions.close", { edition });
    const again = await host.call("editions.open", { path });
    const backups = async () => {
      for (;;) {
        const list = await host.call("editions.backups", { path });
        if (list.length > 0) return list;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    expect(await backups()).toMatchObject([{ path: `${path}.1~`, number: 1 }]);
    const kept = await host.call("editions.open", { path: `${path}.1~`, readOnly: true });
    expect(kept.seq).toBe(2);
    const { before, after } = await host.call("editions.compact", { edition: again.edition });
    expect(after).toBeLessThanOrEqual(before);
    const out = `${path}.csv`;
    expect(await host.call("log.export", { edition: again.edition, path: out, format: "csv" })).toEqual({
      rows: 2,
    });
    expect(readFileSync(out, "utf8")).toContain('"编辑甲","改字","A1"');
  });

  it("takes pictures in, byte for byte, and gives previews", async () => {
    const { edition } = await open();
    const jpeg = new Uint8Array(
      await sharp({ create: { width: 90, height: 60, channels: 3, background: "#446688" } })
        .jpeg()
        .toBuffer(),
    );
    const facts = await host.call("pictures.add", { edition, file: { name: "桥.jpg", bytes: jpeg } });
    expect(facts).toMatchObject({ media: "image/jpeg", width: 90, height: 60 });
    const { digest } = facts;
    expect((await host.call("pictures.get", { edition, digest }))?.bytes).toEqual(jpeg);
    const preview = await host.call("pictures.preview", { edition, digest, maxPx: 30 });
    expect(preview).toMatchObject({ width: 30, height: 20, media: "image/webp" });
    expect(await host.call("pictures.get", { edition, digest: "0".repeat(64) })).toBeNull();
    const broken = host.call("pictures.add", { edition, file: { name: "坏.jpg", bytes: jpeg.slice(0, 20) } });
    expect(await keyOf(broken)).toMatch(/^picture\./);
  });

  it("gives the machine's fonts whole", async () => {
    const list = await host.call("fonts.list", {});
    expect(list.map((font) => font.face)).toContain("song");
    const { bytes } = await host.call("fonts.get", { face: "brush" });
    expect(bytes.length).toBeGreaterThan(1_000_000);
    expect(await keyOf(host.call("fonts.get", { face: "../../etc/passwd" }))).toBe("host.no-face");
  });

  it("shows what an import would make, then makes it", async () => {
    const preview = await host.call("import.preview", {
      texts: [{ name: "A1.txt", bytes: story }],
      date: "2020-02-18",
    });
    expect(preview.pages).toMatchObject([{ number: "A1", articles: [{ headline: "新桥今日通车" }] }]);
    const path = join(home, "imported.dayang");
    const opened = await host.call("import.commit", { preview: preview.preview, path });
    expect(opened.seq).toBe(1);
    expect(await keyOf(host.call("import.commit", { preview: preview.preview, path }))).toBe(
      "import.forgotten",
    );
    const empty = { texts: [{ name: "空.txt", bytes: new Uint8Array() }] };
    expect(await keyOf(host.call("import.preview", empty))).toBe("intake.empty");
  });

  it("exports in a job of its own, telling how far it is", async () => {
    const { edition } = await open();
    const path = join(home, "page.pdf");
    const stages: string[] = [];
    const ended = Promise.withResolvers<EventBody<"job.done">>();
    const stop = [
      host.on("job.progress", ({ message }) => stages.push(message.key)),
      host.on("job.done", (body) => ended.resolve(body)),
      host.on("job.failed", ({ message }) => ended.reject(new Error(JSON.stringify(message)))),
    ];
    const { job } = await host.call("export.start", { edition, path, options: {} });
    expect(await ended.promise).toMatchObject({ job, path, pages: ["A1"] });
    expect(stages).toEqual(["export.stage.compose", "export.stage.pictures", "export.stage.pdf"]);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
    for (const end of stop) end();

    expect(await keyOf(host.call("export.start", { edition, path, options: {} }))).toBe("store.exists");
    const report = await host.call("preflight.run", { path });
    expect(report).toMatchObject({ standard: "PDF/X-4", pages: 1 });
    expect(report.problems.filter((problem) => problem.severity === "error")).toEqual([]);
  });

  it("a job that is cancelled leaves no file", async () => {
    const { edition } = await open();
    const path = join(home, "cancelled.pdf");
    const cancelled = Promise.withResolvers<string>();
    const stop = host.on("job.cancelled", ({ job }) => cancelled.resolve(job));
    const { job } = await host.call("export.start", { edition, path, options: {} });
    await host.call("jobs.cancel", { job });
    expect(await cancelled.promise).toBe(job);
    expect(existsSync(path)).toBe(false);
    stop();
  });

  it("a job that fails says why", async () => {
    const { edition } = await open();
    const failed = Promise.withResolvers<EventBody<"job.failed">>();
    const stop = host.on("job.failed", (body) => failed.resolve(body));
    const options = { pages: ["B9"] };
    await host.call("export.start", { edition, path: join(home, "no.pdf"), options });
    expect((await failed.promise).message).toMatchObject({ key: "export.no-page", values: { page: "B9" } });
    stop();
  });

  it("remembers settings", async () => {
    expect(await host.call("settings.get", {})).toMatchObject({ locale: "zh", author: "tester" });
    await host.call("settings.set", { author: "方原", desk: { zoom: 1.5 } });
    expect(await host.call("settings.get", {})).toMatchObject({ author: "方原", desk: { zoom: 1.5 } });
  });

  it("keeps the newsroom's rule pack for editions to come, and writes it to a file", async () => {
    const pack = JSON.stringify({
      name: "本报",
      off: ["form"],
      terms: [{ term: "最佳" }],
      people: [{ name: "方原", title: "市长" }],
    });
    const created = async (name: string) => {
      const path = join(home, name);
      const { edition, content } = await host.call("editions.create", {
        path,
        paper: "本报",
        date: "2020-02-18",
      });
      await host.call("editions.close", { edition });
      return content.style?.proof;
    };
    expect(await host.call("house.get", {})).toEqual({ pack: null });
    const before = await created("before.dayang");
    await host.call("house.keep", { pack });
    expect(await host.call("house.get", {})).toEqual({ pack });
    expect(await created("after.dayang")).toMatchObject({
      off: ["form"],
      terms: [{ term: "最佳" }],
      places: [],
    });
    const out = join(home, "house-pack.json");
    await host.call("house.export", { path: out, pack });
    expect(readFileSync(out, "utf8")).toBe(pack);
    expect(await keyOf(host.call("house.keep", { pack: '{"off": ["no-such-rule"]}' }))).toBe(
      "proof.pack.rule",
    );
    expect(await host.call("house.get", {})).toEqual({ pack });
    await host.call("house.keep", { pack: null });
    expect(await created("again.dayang")).toEqual(before);
  });

  it("lists folders", async () => {
    const { entries, parent } = await host.call("files.list", {});
    expect(entries.some((entry) => entry.kind === "edition")).toBe(true);
    expect(parent).toBe(folder);
    expect(await keyOf(host.call("files.list", { folder: join(home, "nowhere") }))).toBe("store.missing");
  });

  it("works out a page's plates, whose bytes travel", async () => {
    const { edition } = await open();
    const made = await host.call("plates.make", { edition, page: "A1", resolution: 36, job: "plates-1" });
    expect(made?.plates.map(({ name }) => name).slice(0, 4)).toEqual(["c", "m", "y", "k"]);
    for (const { ink } of made?.plates ?? []) {
      expect(ink).toBeInstanceOf(Uint8Array);
      expect(ink.length).toBe((made?.width ?? 0) * (made?.height ?? 0));
    }
    expect(made?.plates[3]?.ink.some((value) => value > 0)).toBe(true);
  });

  it("hands a page over, and makes what is read of it, as jobs", async () => {
    const { edition } = await open();
    const hot = mkdtempSync(join(home, "hot-"));
    const ended = async (start: Promise<{ job: string }>) => {
      const done = Promise.withResolvers<EventBody<"job.done">>();
      const stops = [
        host.on("job.done", (body) => done.resolve(body)),
        host.on("job.failed", ({ message }) => done.reject(new Problem(message.key, message.values))),
      ];
      try {
        const { job } = await start;
        const body = await done.promise;
        expect(body.job).toBe(job);
        return body;
      } finally {
        for (const stop of stops) stop();
      }
    };
    const sent = await ended(host.call("handover.start", { edition, target: hot, contact: "夜班" }));
    expect(JSON.parse(readFileSync(join(sent.path, "ticket.json"), "utf8")).contact).toBe("夜班");
    expect(await host.call("handover.pending", { edition })).toEqual([]);
    expect(await keyOf(host.call("handover.start", { edition, target: "ftp://a@b" }))).toBe(
      "handover.target",
    );
    expect(await keyOf(ended(host.call("handover.start", { edition, target: join(hot, "gone") })))).toBe(
      "store.no-folder",
    );
    // Nobody answers there: what was packed waits, until it is given up.
    const away = "sftp://press@127.0.0.1:1/in";
    const trying = host.call("handover.start", { edition, target: away });
    const again = Promise.withResolvers<void>();
    const stop = host.on(
      "job.progress",
      ({ message }) => message.key === "handover.stage.again" && again.resolve(),
    );
    await again.promise;
    stop();
    await host.call("jobs.cancel", { job: (await trying).job });
    const [waiting] = await host.call("handover.pending", { edition });
    expect(waiting).toMatchObject({ target: away, pages: ["A1"] });
    await host.call("handover.discard", { edition, name: waiting?.name ?? "", target: away });
    expect(await host.call("handover.pending", { edition })).toEqual([]);
    expect(await keyOf(host.call("handover.trust", { server: "a:22", fingerprint: "SHA256:x" }))).toBe(
      "handover.fingerprint",
    );
    const folder = join(hot, "digital");
    await ended(host.call("digital.start", { edition, folder }));
    expect(readFileSync(join(folder, "index.html"), "utf8")).toContain("新桥今日通车");
    const path = join(hot, "report.html");
    await ended(host.call("report.start", { edition, path }));
    expect(readFileSync(path, "utf8")).toMatch(/^<!doctype html>/);
    expect(await keyOf(host.call("report.start", { edition, path }))).toBe("store.exists");

    // Stopped at the first word of them, they leave what stood there before, and nothing beside it.
    const stopped = async (begin: () => Promise<{ job: string }>) => {
      const gone = Promise.withResolvers<string>();
      const stops = [
        host.on("job.progress", ({ job }) => void host.call("jobs.cancel", { job })),
        host.on("job.cancelled", ({ job }) => gone.resolve(job)),
      ];
      const { job } = await begin();
      expect(await gone.promise).toBe(job);
      for (const stop of stops) stop();
    };
    const before = [readdirSync(hot), readdirSync(folder), readFileSync(path, "utf8")];
    await stopped(() => host.call("digital.start", { edition, folder }));
    await stopped(() => host.call("report.start", { edition, path, force: true }));
    await stopped(() => host.call("digital.start", { edition, folder: join(hot, "never") }));
    expect([readdirSync(hot), readdirSync(folder), readFileSync(path, "utf8")]).toEqual(before);
  }, 60_000);

  it("refuses what is not in the contract, and goes on", async () => {
    const { edition } = await open();
    const nonsense = [{ kind: "steps" as const, page: "p1", steps: [{ stepType: "nonsense" }] }];
    const wrong = [
      () => connection.wire.request("editions.destroy", {}),
      () => connection.wire.request("toString", {}),
      () => connection.wire.request("editions.open", { path: 7 }),
      () => connection.wire.request("pictures.get", { edition, digest: "not a digest" }),
      () => host.call("log.append", { edition, after: 1, changes: nonsense, author: "", label: "" }),
    ];
    for (const request of wrong) await expect(request()).rejects.toThrow(HostFault);
    expect((await host.call("system.info", {})).user).toBe("tester");
  });
});
