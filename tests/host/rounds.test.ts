/** From first proof to press through the host: signatures asked again, release refused and made, sealed and verified. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeToJSON } from "../../core/edition/change.ts";
import { run } from "../../core/edition/commands.ts";
import { addThread } from "../../core/edition/comments.ts";
import { type Edition, editionFromJSON } from "../../core/edition/edition.ts";
import { pageState } from "../../core/edition/rounds.ts";
import type { proofRounds, Role } from "../../core/edition/signing.ts";
import { Problem } from "../../core/problem.ts";
import { type Client, clientOf } from "../../host/client.ts";
import type { EventBody, Output } from "../../host/contract.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { act, smallEdition, typing, workFolder } from "./evening.ts";
import { type Connection, transports } from "./wires.ts";

const folder = workFolder();

/** A page with one story that fits its place, and one page more. */
function placed(): Edition {
  const edition = smallEdition(2);
  const [page, ...rest] = edition.pages;
  const article = page?.firstChild;
  if (!page || !article) throw new Error("no article");
  const place = { column: 0, line: 10, columns: 2, lines: 12 };
  const set = article.type.create({ ...article.attrs, place }, article.content);
  return { ...edition, pages: [page.type.create(page.attrs, [set]), ...rest] };
}

const keyOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.key;
    throw error;
  }
  return "nothing thrown";
};

describe.each(["memory", "http before a worker"])("a page's evening over %s", (name) => {
  let home: string;
  let connection: Connection;
  let host: Client;
  let edition: string;
  let seq = 1;
  const pdf = () => join(home, "A1.pdf");

  beforeAll(async () => {
    home = mkdtempSync(join(folder, "rounds-"));
    connection = await (transports[name] as (home: string) => Promise<Connection>)(home);
    host = clientOf(connection.wire);
    const path = join(home, "evening.dayang");
    createEditionFile(path, placed(), { act });
    ({ edition } = await host.call("editions.open", { path }));
  });
  afterAll(() => connection.close());

  const content = async () => editionFromJSON((await host.call("log.at", { edition, seq })).content);
  const record = () => host.call("rounds.list", { edition });
  const state = async () => {
    const { now, ...rest } = await record();
    const { style } = await content();
    const digests = now.find(({ number }) => number === "A1");
    if (!digests) throw new Error("no page A1");
    return pageState(digests, rest, style.signing);
  };
  async function type(words: string, page = 0) {
    const changes = typing(await content(), words, page).map(changeToJSON);
    const answer = await host.call("log.append", {
      edition,
      after: seq,
      changes,
      author: "编辑甲",
      label: "typing",
    });
    seq = answer.seq;
  }
  const take = (round: (typeof proofRounds)[number]) =>
    host.call("versions.take", { edition, round, name: "", author: "编辑甲" });
  const sign = (version: number, role: Role) =>
    host.call("signatures.add", { edition, version, page: "p1", role, author: `某${role}`, open: [] });

  /** How a release ends. */
  async function release(force = false, leave = "") {
    const ended = Promise.withResolvers<
      | { done: Output<"rounds.list">["releases"][number] }
      | { refused: EventBody<"release.refused">["hindrances"] }
      | { failed: string }
    >();
    const stops = [
      host.on("release.done", (event) => ended.resolve({ done: event.release })),
      host.on("release.refused", (event) => ended.resolve({ refused: event.hindrances })),
      host.on("job.failed", (event) => ended.resolve({ failed: event.message.key })),
    ];
    await host.call("release.start", {
      edition,
      page: "p1",
      path: pdf(),
      author: "总编丙",
      note: "按时",
      force,
      leave,
    });
    const end = await ended.promise;
    for (const stop of stops) stop();
    return end;
  }

  it("goes through its rounds; a change asks for the signature again", async () => {
    expect((await state()).stage).toBe("untaken");
    const first = await take("first");
    await sign(first.id, "proofreader");
    await type("快讯：");
    const changed = await state();
    expect(changed).toMatchObject({ stage: "changed", round: "first", changed: ["text"] });
    const again = await take("first");
    await sign(again.id, "proofreader");
    expect((await state()).rounds[1]?.roles[1]).toMatchObject({ standing: "signed", changed: [] });
  });

  it("is not released before everybody whom the house asks has signed, and nothing is written", async () => {
    const ended = await release();
    expect(ended).toMatchObject({
      refused: [
        { kind: "signature", message: { key: "release.lacks.waiting", values: { round: "round.second" } } },
        { kind: "signature" },
        { kind: "signature" },
        { kind: "signature" },
      ],
    });
    expect(existsSync(pdf())).toBe(false);
    expect(await host.call("release.check", { edition, page: "p1" })).toHaveLength(4);
    expect(await host.call("release.check", { edition, page: "p2" })).toContainEqual(
      expect.objectContaining({ kind: "unplaced", todo: "release.todo.unplaced", block: "a2" }),
    );
  });

  it("is released, and the seal is the digest of the PDF", async () => {
    await sign((await take("second")).id, "proofreader");
    await sign((await take("third")).id, "page-editor");
    const press = await take("press");
    await sign(press.id, "page-editor");
    await sign(press.id, "night-editor");
    expect((await state()).stage).toBe("ready");
    expect(await keyOf(host.call("release.start", { edition, page: "p1", path: pdf(), author: " " }))).toBe(
      "release.no-name",
    );
    const ended = await release();
    const bytes = readFileSync(pdf());
    expect(ended).toMatchObject({
      done: {
        ...{ version: press.id, page: "p1", author: "总编丙", note: "按时", file: "A1.pdf" },
        pdf: createHash("sha256").update(bytes).digest("hex"),
        settings: { standard: "x4", bytes: bytes.length },
      },
    });
    expect((await state()).stage).toBe("released");
    expect(await keyOf(host.call("release.start", { edition, page: "p1", path: pdf(), author: "丁" }))).toBe(
      "release.already",
    );
    expect(await host.call("release.verify", { edition, path: pdf() })).toMatchObject({
      matches: [{ number: "A1", reopened: null, changed: [], release: { id: 1 } }],
    });
    const other = join(home, "other.pdf");
    writeFileSync(other, Buffer.concat([bytes, Buffer.from("\n")]));
    expect((await host.call("release.verify", { edition, path: other })).matches).toEqual([]);
  });

  it("is exported as it was sealed, byte for byte, and not with other settings", async () => {
    for (const [marks, sealed] of [
      [false, "same"],
      [true, null],
    ] as const) {
      const path = join(home, `again-${sealed}.pdf`);
      const ended = Promise.withResolvers<unknown>();
      const stop = host.on("job.done", ended.resolve);
      await host.call("export.start", { edition, path, options: { pages: ["A1"], marks } });
      expect(await ended.promise).toMatchObject({ sealed });
      stop();
      expect(readFileSync(path).equals(readFileSync(pdf()))).toBe(sealed === "same");
    }
  });

  it("is not changed until it is reopened by somebody, for a reason", async () => {
    expect(await keyOf(type("再"))).toBe("release.sealed");
    await type("又", 1);
    const ask = { edition, page: "p1", author: "总编丙", reason: "更正人名" };
    expect(await keyOf(host.call("release.reopen", { ...ask, reason: "" }))).toBe("release.no-reason");
    expect(await keyOf(host.call("release.reopen", { ...ask, author: "" }))).toBe("release.no-name");
    expect(await keyOf(host.call("release.reopen", { ...ask, page: "p2" }))).toBe("release.none");
    const heard = Promise.withResolvers<string>();
    const stop = host.on("rounds.changed", (event) => heard.resolve(event.edition));
    await host.call("release.reopen", ask);
    expect(await heard.promise).toBe(edition);
    stop();
    expect(await keyOf(host.call("release.reopen", ask))).toBe("release.none");
    await type("再");
    expect(await state()).toMatchObject({ release: null, reopened: { reason: "更正人名" } });
    expect((await state()).lacking.map(({ why }) => why)).toEqual(["changed", "changed"]);
    expect(await host.call("release.verify", { edition, path: pdf() })).toMatchObject({
      matches: [{ reopened: { reason: "更正人名" }, changed: ["text"] }],
    });
  });

  it("with a query that is open asks why it is not waited for, and records the reason", async () => {
    const now = await content();
    const [page] = now.pages;
    if (!page) throw new Error("no page");
    let at = 0;
    page.descendants((node, pos) => {
      if (at === 0 && node.type.name === "headline") at = pos + 1;
    });
    const remark = { author: "编辑甲", time: "2020-02-17T22:30:00.000Z", text: "通车时间核实了吗？" };
    const ask = addThread({ id: "q1", kind: "query", page: "p1", from: at, to: at + 2, remark });
    const changes = run(ask, now, () => "new").map(changeToJSON);
    const answer = await host.call("log.append", {
      edition,
      after: seq,
      changes,
      author: "编辑甲",
      label: "ask",
    });
    seq = answer.seq;
    const press = await take("press");
    await sign(press.id, "page-editor");
    await sign(press.id, "night-editor");
    const refused = await release(true);
    expect(refused).toMatchObject({
      refused: [{ kind: "query", message: { key: "release.query" }, todo: "release.todo.query.reason" }],
    });
    const made = await release(true, "已电话核实");
    expect(made).toMatchObject({ done: { reasons: [{ subject: "comment q1", reason: "已电话核实" }] } });
    expect(made).toMatchObject({
      done: { reasons: [{ message: expect.stringContaining("通车时间核实了吗？") }] },
    });
    await host.call("release.reopen", { edition, page: "p1", author: "总编丙", reason: "再改" });
  });

  it("exports the proof of just that version", async () => {
    const path = join(home, "first.pdf");
    const ended = Promise.withResolvers<unknown>();
    const stops = [
      host.on("job.done", ended.resolve),
      host.on("job.failed", (event) => ended.reject(new Error(event.message.key))),
    ];
    const options = { pages: ["A1"], proof: true, version: 1 };
    await host.call("export.start", { edition, path, options });
    expect(await ended.promise).toMatchObject({ pages: ["A1"] });
    for (const stop of stops) stop();
    expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("tells it all in the audit trail", async () => {
    const path = join(home, "trail.json");
    await host.call("log.export", { edition, path, format: "json", page: "A1" });
    const rows = JSON.parse(readFileSync(path, "utf8")) as {
      label: string;
      author: string;
      detail?: object;
    }[];
    const told = rows.filter(({ detail }) => detail).map(({ label, author }) => `${label} ${author}`);
    expect(told).toEqual([
      "proof.taken 编辑甲",
      "proof.signed 某proofreader",
      "proof.taken 编辑甲",
      "proof.signed 某proofreader",
      "proof.taken 编辑甲",
      "proof.signed 某proofreader",
      "proof.taken 编辑甲",
      "proof.signed 某page-editor",
      "proof.taken 编辑甲",
      "proof.signed 某page-editor",
      "proof.signed 某night-editor",
      "page.released 总编丙",
      "page.reopened 总编丙",
      "proof.taken 编辑甲",
      "proof.signed 某page-editor",
      "proof.signed 某night-editor",
      "page.released 总编丙",
      "page.reopened 总编丙",
    ]);
    const table = join(home, "trail.csv");
    await host.call("log.export", { edition, path: table, format: "csv", page: "A1" });
    const csv = readFileSync(table, "utf8");
    expect(csv).toContain("签付印");
    expect(csv).toContain("更正人名");
  });
});
