/**
 * A night's work in a process that is to be killed: `node tests/torture/writer.ts HOME EDITION MODE SEED`.
 *
 * It works through the host as a window does, and says on its standard output, a JSON line each, what the host has
 * acknowledged. Writing to a pipe is synchronous, so a line that was read was acknowledged before the kill.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { changeToJSON } from "../../core/edition/change.ts";
import { editionFromJSON } from "../../core/edition/edition.ts";
import type { Thread } from "../../core/edition/thread.ts";
import type { Problem } from "../../core/problem.ts";
import { clientOf } from "../../host/client.ts";
import { createHost } from "../../host/host.ts";
import { memoryWire } from "../../host/transports/memory.ts";
import { typing } from "../host/typing.ts";
import { chance } from "./chance.ts";
import { onePixel } from "./material.ts";

export type Mode = "edit" | "import" | "save" | "export" | "move" | "sign";

/** What a writer has been told is done, and the edition file it was working in. */
export type Acknowledged = Did & { readonly file: string };

type Did =
  | { readonly did: "open" }
  | { readonly did: "step"; readonly seq: number; readonly label: string }
  | { readonly did: "picture"; readonly digest: string }
  | { readonly did: "decision"; readonly subject: string }
  | { readonly did: "version"; readonly name: string }
  | { readonly did: "comment"; readonly id: string; readonly remarks: number }
  | { readonly did: "import" | "save" | "move"; readonly path: string; readonly seq: number }
  | { readonly did: "signature" | "release" | "reopening"; readonly id: number }
  | { readonly did: "export"; readonly path: string; readonly digest: string };

/** What the house asks before press; one signs for two rounds. */
const signings = [
  ["first", "proofreader"],
  ["second", "proofreader"],
  ["third", "page-editor"],
  ["press", "page-editor"],
  ["press", "night-editor"],
] as const;

async function work(home: string, path: string, mode: Mode, seed: number): Promise<void> {
  const random = chance(seed);
  const host = createHost({
    home,
    documents: home,
    version: "0",
    user: "夜班",
    locale: "zh",
    now: () => new Date().toISOString(),
  });
  const client = clientOf(memoryWire(host));
  const opened = await client.call("editions.open", { path });
  let { edition } = opened;
  let { seq } = opened;
  let file = path;
  const say = (done: Did) => void writeSync(1, `${JSON.stringify({ ...done, file })}\n`);
  let content = editionFromJSON(opened.content);
  say({ did: "open" });

  async function step(): Promise<void> {
    const label = `step ${seed}-${seq + 1}`;
    const changes = typing(content, "字".repeat(1 + random(40)));
    const json = changes.map(changeToJSON);
    const answer = await client.call("log.append", {
      edition,
      after: seq,
      changes: json,
      author: "夜班",
      label,
    });
    seq = answer.seq;
    say({ did: "step", seq, label });
    if (seq % 50 === 0) content = editionFromJSON((await client.call("log.at", { edition, seq })).content);
  }

  let thread: Thread | null = null;
  /** Begins a comment, or says something more in the one begun last. */
  async function comment(): Promise<void> {
    const remark = { author: "校对", time: new Date().toISOString(), text: "属实？".repeat(1 + random(50)) };
    const to: Thread = thread
      ? { ...thread, remarks: [...thread.remarks, remark] }
      : {
          ...{ id: `comment ${seed}-${seq}`, kind: "query", page: "p1", block: "a1", quote: "新桥" },
          remarks: [remark],
          resolved: null,
        };
    const change = changeToJSON({ kind: "comment", from: thread, to });
    const asked = { edition, after: seq, changes: [change], author: "校对", label: "comment" };
    seq = (await client.call("log.append", asked)).seq;
    thread = to.remarks.length < 5 ? to : null;
    say({ did: "comment", id: to.id, remarks: to.remarks.length });
  }

  async function compact(): Promise<void> {
    try {
      await client.call("editions.compact", { edition });
    } catch (error) {
      // A backup is under way: another time.
      if ((error as Problem).key !== "store.busy") throw error;
    }
  }

  /** Saves the edition as another file and goes on there. */
  async function move(to: string): Promise<void> {
    const { opened } = await client.call("editions.move", { edition, path: to });
    ({ edition, seq } = opened);
    file = to;
    say({ did: "move", path: to, seq });
  }

  /** The second page from first proof to press, and sometimes open again. */
  async function signOff(pdf: string): Promise<void> {
    const page = "p2";
    const author = "值班";
    const reopen = async () => {
      const done = await client.call("release.reopen", { edition, page, author, reason: "更正" });
      say({ did: "reopening", id: done.id });
    };
    const { releases, reopenings } = await client.call("rounds.list", { edition });
    if (releases.length > reopenings.length) await reopen();
    for (const [round, role] of signings) {
      const { id } = await client.call("versions.take", { edition, round, name: "", author });
      const ask = { edition, version: id, page, role, author, open: [] };
      const signature = await client.call("signatures.add", ask);
      say({ did: "signature", id: signature.id });
    }
    const ended = Promise.withResolvers<number>();
    const stop = [
      client.on("release.done", ({ release }) => ended.resolve(release.id)),
      client.on("release.refused", (refused) => ended.reject(new Error(JSON.stringify(refused)))),
      client.on("job.failed", ({ message }) => ended.reject(new Error(JSON.stringify(message)))),
    ];
    await client.call("release.start", { edition, page, path: pdf, author });
    const id = await ended.promise;
    for (const end of stop) end();
    say({ did: "release", id });
    say({ did: "export", path: pdf, digest: hash(pdf) });
    if (random(2) === 0) await reopen();
  }

  for (let i = 0; ; i++) {
    const target = (kind: string) => join(home, `${seed}-${i}.${kind}`);
    if (mode === "edit") {
      await step();
      if (random(8) === 0) {
        const file = { name: "图.png", bytes: onePixel(random(1 << 24)) };
        const { digest } = await client.call("pictures.add", { edition, file });
        say({ did: "picture", digest });
      }
      if (random(8) === 0) await comment();
      if (random(8) === 0) {
        const name = `version ${seed}-${i}`;
        await client.call("versions.take", { edition, round: "named", name, author: "夜班" });
        say({ did: "version", name });
      }
      if (random(8) === 0) {
        const subject = `subject ${seed}-${i}`;
        await client.call("decisions.set", {
          edition,
          subject,
          verdict: "ignored",
          reason: "属实",
          author: "校对",
        });
        say({ did: "decision", subject });
      }
    } else if (mode === "save") {
      await step();
      const copy = target("dayang");
      if (random(5) === 0) await compact();
      await client.call("editions.copy", { edition, path: copy });
      say({ did: "save", path: copy, seq });
    } else if (mode === "import") {
      const story = `新桥今日通车${i}\n\n　　${"大桥全长3公里，昨日完成荷载试验。".repeat(50 + random(400))}`;
      const texts = [{ name: "A1.txt", bytes: new TextEncoder().encode(story) }];
      const { preview } = await client.call("import.preview", { texts });
      const made = target("dayang");
      const imported = await client.call("import.commit", { preview, path: made });
      say({ did: "import", path: made, seq: imported.seq });
      await client.call("editions.close", { edition: imported.edition });
    } else if (mode === "move") {
      await step();
      await move(target("dayang"));
    } else if (mode === "sign") {
      await signOff(target("pdf"));
    } else {
      await step();
      const pdf = target("pdf");
      const ended = Promise.withResolvers<void>();
      const stop = [
        client.on("job.done", () => ended.resolve()),
        client.on("job.failed", ({ message }) => ended.reject(new Error(JSON.stringify(message)))),
      ];
      await client.call("export.start", { edition, path: pdf, options: {} });
      await ended.promise;
      for (const end of stop) end();
      say({ did: "export", path: pdf, digest: hash(pdf) });
    }
  }
}

const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

const [home = "", path = "", mode = "edit", seed = "1"] = process.argv.slice(2);
await work(home, path, mode as Mode, Number(seed));
