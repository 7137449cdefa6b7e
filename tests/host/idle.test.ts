/** What a desk that does nothing learns of the file underneath: before its next step, and without writing a byte. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editionFromJSON } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import { clientOf } from "../../host/client.ts";
import { createHost } from "../../host/host.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { memoryWire } from "../../host/transports/memory.ts";
import { act, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";
import { smallDisk } from "./small-disk.ts";
import { machine } from "./wires.ts";

const folder = workFolder();

function newFile(): string {
  const path = join(mkdtempSync(join(folder, "idle-")), "a.dayang");
  createEditionFile(path, smallEdition(), { act });
  return path;
}

/** What `look` answers, or the key of the Problem it throws. */
function seen(store: { look(): boolean }): boolean | string {
  try {
    return store.look();
  } catch (error) {
    if (error instanceof Problem) return error.key;
    throw error;
  }
}

/** Spoils the bytes of `text` where the file holds them, as a bad disk or a careless program does. */
function flip(path: string, text: string): void {
  const at = readFileSync(path).indexOf(text);
  const fd = openSync(path, "r+");
  writeSync(fd, Buffer.from("x"), 0, 1, at);
  closeSync(fd);
}

describe("the file underneath an edition that nobody types in", () => {
  const perils: [string, (path: string) => void, string][] = [
    ["removed", (path) => rmSync(path), "store.moved"],
    ["renamed", (path) => renameSync(path, `${path}.elsewhere`), "store.moved"],
    ["replaced by another edition", (path) => renameSync(newFile(), path), "store.moved"],
    [
      "replaced by an older copy of itself",
      (path) => {
        copyFileSync(`${path}.old`, `${path}.new`);
        renameSync(`${path}.new`, path);
      },
      "store.moved",
    ],
    ["written over by an older copy of itself", (path) => copyFileSync(`${path}.old`, path), "store.taken"],
    ["cut short", (path) => writeFileSync(path, readFileSync(path).subarray(0, 5000)), "store.truncated"],
    ["written over by a text", (path) => writeFileSync(path, "今日要闻\n".repeat(500)), "store.not-database"],
  ];
  it.each(perils)("%s: is told at the next look, for good", (_, peril, key) => {
    const path = newFile();
    copyFileSync(path, `${path}.old`);
    const store = openEditionFile(path);
    store.append(typing(store.edition, "快讯："), act);
    expect(seen(store)).toBe(false);
    peril(path);
    expect([seen(store), seen(store)]).toEqual([key, key]);
    store.close();
  });

  it("put back where it was, is all right again", () => {
    const path = newFile();
    const store = openEditionFile(path);
    renameSync(path, `${path}.elsewhere`);
    expect(seen(store)).toBe("store.moved");
    renameSync(`${path}.elsewhere`, path);
    expect(seen(store)).toBe(false);
    store.append(typing(store.edition, "快讯："), act);
    expect(seen(store)).toBe(false);
    store.close();
  });

  it("is told to a window that only reads it, which asks no more of it than that it is there", () => {
    const path = newFile();
    const writer = openEditionFile(path);
    const reader = openEditionFile(path, { readOnly: true });
    writer.append(typing(writer.edition, "快讯："), act);
    expect(seen(reader)).toBe(false);
    rmSync(path);
    expect(seen(reader)).toBe("store.moved");
    for (const store of [writer, reader]) store.close();
  });

  it("is not touched by a look", () => {
    const path = newFile();
    const store = openEditionFile(path);
    const before = readFileSync(path);
    expect(seen(store)).toBe(false);
    expect(readFileSync(path)).toEqual(before);
    store.close();
  });
});

describe("a folder that may not be written any more", () => {
  it("is told while idle, and every step is refused until it may", () => {
    const path = newFile();
    const home = join(path, "..");
    // Nobody forbids root anything: what is to be seen happens to another user.
    const other = process.getuid?.() === 0 ? 65534 : undefined;
    if (other) for (const each of [path, home, folder]) chownSync(each, other, other);
    chmodSync(folder, 0o755);
    const script = `
      import { chmodSync } from "node:fs";
      import { openEditionFile } from "${new URL("../../host/store/store.ts", import.meta.url).pathname}";
      import { act, typing } from "${new URL("./typing.ts", import.meta.url).pathname}";
      const store = openEditionFile(${JSON.stringify(path)});
      const step = () => { try { return store.append(typing(store.edition, "再"), act); } catch (error) { return error.key; } };
      const look = () => { try { return store.look(); } catch (error) { return error.key; } };
      const told = [store.readOnly, step()];
      chmodSync(${JSON.stringify(home)}, 0o555);
      told.push(look(), step());
      chmodSync(${JSON.stringify(home)}, 0o755);
      chmodSync(${JSON.stringify(path)}, 0o444);
      told.push(look());
      chmodSync(${JSON.stringify(path)}, 0o644);
      told.push(look(), step());
      console.log(JSON.stringify(told));`;
    const identity = other ? { uid: other, gid: other } : {};
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      ...identity,
      encoding: "utf8",
      env: { ...process.env, HOME: home },
    });
    expect(JSON.parse(run.stdout || JSON.stringify(run.stderr))).toEqual([
      null,
      2,
      "store.denied",
      "store.denied",
      "store.denied",
      false,
      3,
    ]);
  });
});

describe("a disk that fills up", () => {
  const disk = smallDisk(600);
  const on = disk ? it : it.skip;

  on("is told while idle, and no longer once there is room", () => {
    const path = join(disk ?? "", "a.dayang");
    createEditionFile(path, smallEdition(), { act });
    const store = openEditionFile(path);
    expect(seen(store)).toBe(false);
    const { bavail, bsize } = statfsSync(disk ?? "");
    writeFileSync(join(disk ?? "", "filler"), Buffer.alloc((bavail - 2) * bsize));
    expect(seen(store)).toBe("store.full");
    rmSync(join(disk ?? "", "filler"));
    expect(seen(store)).toBe(false);
    store.close();
  });
});

describe("through the host", () => {
  const open = async (path: string) => {
    const home = mkdtempSync(join(folder, "home-"));
    const host = clientOf(memoryWire(createHost({ ...machine(home), now: () => act.time })));
    const opened = await host.call("editions.open", { path });
    const { edition, content } = opened;
    const step = (after: number, text: string) =>
      host.call("log.append", {
        edition,
        after,
        changes: typing(editionFromJSON(content), text).map((change) => ({
          ...change,
          steps: "steps" in change ? change.steps.map((one) => one.toJSON()) : [],
        })) as never,
        author: "编辑甲",
        label: "typing",
      });
    return { host, edition, step, look: () => host.call("editions.look", { edition }) };
  };

  it("flipped bytes are found while it is open; nothing more goes in, and the edition goes on in another file", async () => {
    const path = newFile();
    const { host, edition, step, look } = await open(path);
    await step(1, "快讯：");
    flip(path, "快讯：");
    await expect
      .poll(async () => (await look()).trouble, { timeout: 10_000 })
      .toMatchObject({ key: "store.damaged", values: { file: "a.dayang" } });
    await expect(step(2, "再")).rejects.toMatchObject({ key: "store.damaged" });
    const target = join(path, "..", "b.dayang");
    expect(await host.call("editions.move", { edition, path: target })).toMatchObject({ whole: false });
    expect((await look()).trouble).toBeNull();
    await host.close();
    const store = openEditionFile(target, { readOnly: true });
    expect([headlineOf(store.edition), store.verify()]).toEqual(["快讯：新桥今日通车", []]);
    store.close();
  });

  it("a file that was touched and is sound stays the edition's own", async () => {
    const path = newFile();
    const { host, step, look } = await open(path);
    copyFileSync(path, `${path}.old`);
    copyFileSync(`${path}.old`, path);
    for (let i = 0; i < 3; i++) expect((await look()).trouble).toBeNull();
    expect(await step(1, "快讯：")).toEqual({ seq: 2 });
    await host.close();
  });

  it("a clock that is behind the last step is told", async () => {
    const path = join(mkdtempSync(join(folder, "clock-")), "a.dayang");
    createEditionFile(path, smallEdition(), { act: { ...act, time: "2999-01-01T00:00:00.000Z" } });
    const { host, look } = await open(path);
    expect(await look()).toEqual({ trouble: null, ahead: "2999-01-01T00:00:00.000Z" });
    await host.close();
  });
});
