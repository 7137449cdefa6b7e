/** What happens underneath an open edition: files removed and replaced, disks that stall, clocks set back, other processes. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { applyChanges, changeToJSON } from "../../core/edition/change.ts";
import { editionFromJSON } from "../../core/edition/edition.ts";
import { Problem } from "../../core/problem.ts";
import { clientOf } from "../../host/client.ts";
import { startHost } from "../../host/jobs/start.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";
import { smallDisk } from "./small-disk.ts";
import { machine } from "./wires.ts";

const folder = workFolder();

function newFile(): string {
  const path = join(mkdtempSync(join(folder, "peril-")), "a.dayang");
  createEditionFile(path, smallEdition(), { act });
  return path;
}

function problemOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error.key;
    throw error;
  }
  return "nothing thrown";
}

function read(path: string): string {
  const store = openEditionFile(path, { readOnly: true });
  store.close();
  return headlineOf(store.edition);
}

describe("the file underneath an open edition", () => {
  const perils: [string, (path: string) => void][] = [
    ["removed", (path) => rmSync(path)],
    ["renamed", (path) => renameSync(path, `${path}.elsewhere`)],
    [
      "replaced by another",
      (path) => {
        const other = newFile();
        renameSync(other, path);
      },
    ],
    [
      "replaced by a text",
      (path) => {
        rmSync(path);
        writeFileSync(path, "今日要闻\n".repeat(500));
      },
    ],
  ];
  it.each(perils)("%s: the next step is refused, and all is saved as a copy", (_, peril) => {
    const path = newFile();
    const store = openEditionFile(path);
    store.append(typing(store.edition, "快讯："), act);
    peril(path);
    const after = existsSync(path) ? readFileSync(path) : null;
    expect(problemOf(() => store.append(typing(store.edition, "再"), act))).toBe("store.moved");
    expect([store.seq, headlineOf(store.edition)]).toEqual([2, "快讯：新桥今日通车"]);
    const copy = join(path, "..", "copy.dayang");
    store.copyTo(copy);
    store.close();
    expect(read(copy)).toBe("快讯：新桥今日通车");
    // Whatever stands there now is not ours, and stays.
    if (after) expect(readFileSync(path)).toEqual(after);
    else expect(existsSync(path)).toBe(false);
  });

  it("written over in place: the step is refused, nothing is mixed", () => {
    const path = newFile();
    const other = newFile();
    const rival = openEditionFile(other);
    for (const word of ["甲", "乙"]) rival.append(typing(rival.edition, word), act);
    rival.close();
    const store = openEditionFile(path);
    copyFileSync(other, path);
    expect(problemOf(() => store.append(typing(store.edition, "丙"), act))).toBe("store.taken");
    store.close();
    expect(read(path)).toBe("乙甲新桥今日通车");
  });
});

describe("an edition whose file is gone goes on in another one", () => {
  const perils: [string, (path: string) => void, string, boolean, string[]][] = [
    ["removed", (path) => rmSync(path), "b.dayang", true, ["import", "typing", "typing"]],
    [
      "removed, and saved in its own place",
      (path) => rmSync(path),
      "a.dayang",
      true,
      ["import", "typing", "typing"],
    ],
    // As many rows as the edition had: told apart by what the last one says.
    ["written over", (path) => copyFileSync(strange(), path), "b.dayang", false, ["move", "typing"]],
  ];
  const strange = () => {
    const path = newFile();
    const store = openEditionFile(path);
    store.append(typing(store.edition, "他报："), act);
    store.close();
    return path;
  };

  it.each(perils)("%s", async (_, peril, name, whole, labels) => {
    const path = newFile();
    const host = clientOf(startHost(machine(mkdtempSync(join(folder, "home-")))));
    const { edition, content, seq } = await host.call("editions.open", { path });
    const first = typing(editionFromJSON(content), "快讯：");
    const now = (after: number, changes: typeof first) =>
      host.call("log.append", {
        edition,
        after,
        changes: changes.map(changeToJSON),
        author: "编辑甲",
        label: "typing",
      });
    await now(seq, first);
    const next = typing(applyChanges(editionFromJSON(content), first), "再");
    peril(path);
    await expect(now(2, next)).rejects.toMatchObject({ key: /^store\.(moved|taken)$/ });
    const target = join(path, "..", name);
    const moved = await host.call("editions.move", { edition, path: target });
    expect([moved.whole, moved.opened.readOnly, moved.opened.edition]).toEqual([whole, null, edition]);
    await now(moved.opened.seq, next);
    await host.close();
    const store = openEditionFile(target, { readOnly: true });
    expect([headlineOf(store.edition), [...store.log()].map(({ label }) => label)]).toEqual([
      "再快讯：新桥今日通车",
      labels,
    ]);
    store.close();
  });
});

describe("a clock that was set back", () => {
  it("changes nothing about the order of steps", () => {
    const path = newFile();
    const store = openEditionFile(path, { now: "2020-02-18T02:00:00.000Z" });
    const times = ["2020-02-18T02:00:00.000Z", "1999-01-01T00:00:00.000Z", "2038-01-19T03:14:08.000Z"];
    for (const [i, time] of times.entries()) store.append(typing(store.edition, `${i}`), { ...act, time });
    store.close();
    const again = openEditionFile(path, { now: "1970-01-01T00:00:00.000Z" });
    expect(again.readOnly).toBeNull();
    expect([...again.log(2)].map(({ seq, time }) => [seq, time])).toEqual(times.map((t, i) => [i + 2, t]));
    expect(headlineOf(again.edition)).toBe("210新桥今日通车");
    expect(again.verify()).toEqual([]);
    again.close();
  });
});

/** Another process that opens `path` for writing, says so, and holds it. */
function holder(path: string): { process: ChildProcess; ready: Promise<string> } {
  const script = `
    import { openEditionFile } from "${new URL("../../host/store/store.ts", import.meta.url).pathname}";
    const store = openEditionFile(${JSON.stringify(path)});
    console.log(String(store.readOnly));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ready = new Promise<string>((resolve) =>
    child.stdout.on("data", (text: Buffer) => resolve(text.toString().trim())),
  );
  return { process: child, ready };
}

describe("two processes on one file", () => {
  it("the second reads and is told who writes; when the first is killed, the file is free at once", async () => {
    const path = newFile();
    const first = holder(path);
    expect(await first.ready).toBe("null");
    const second = openEditionFile(path);
    expect(second.readOnly).toBe("held");
    expect(second.holder?.pid).toBe(first.process.pid);
    expect(problemOf(() => second.append(typing(second.edition, "甲"), act))).toBe("store.held");
    second.close();
    const ended = new Promise((resolve) => first.process.on("close", resolve));
    first.process.kill("SIGKILL");
    await ended;
    const third = openEditionFile(path);
    expect(third.readOnly).toBeNull();
    third.append(typing(third.edition, "乙"), act);
    third.close();
    expect(read(path)).toBe("乙新桥今日通车");
  });
});

describe("a file that another program has locked", () => {
  it("is told as busy, and the step can be made again", () => {
    const path = newFile();
    const store = openEditionFile(path, { patience: 100 });
    const other = new DatabaseSync(path);
    other.exec("BEGIN EXCLUSIVE");
    expect(problemOf(() => store.append(typing(store.edition, "甲"), act))).toBe("store.busy");
    expect(store.seq).toBe(1);
    other.exec("ROLLBACK");
    other.close();
    expect(store.append(typing(store.edition, "甲"), act)).toBe(2);
    store.close();
  });
});

/** A disk whose writes can be stopped and let go again: a file system in a file. Null where none can be mounted. */
function stallingDisk(): string | null {
  if (process.getuid?.() !== 0) return null;
  const image = join(folder, "disk.img");
  const point = mkdtempSync(join(folder, "disk-"));
  const run = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
  const mounted =
    run("truncate", "-s", "24M", image) &&
    run("mkfs.ext4", "-q", image) &&
    run("mount", "-o", "loop", image, point);
  afterAll(() => {
    if (!mounted) return;
    run("fsfreeze", "-u", point);
    run("umount", point);
  });
  return mounted ? point : null;
}

describe("a disk that stalls", () => {
  const disk = stallingDisk();
  const on = disk ? it : it.skip;

  on("keeps no window waiting: the step is acknowledged when the disk answers, and not before", async () => {
    const path = join(disk ?? "", "a.dayang");
    createEditionFile(path, smallEdition(), { act });
    const host = clientOf(startHost(machine(mkdtempSync(join(folder, "home-")))));
    const opened = await host.call("editions.open", { path });
    expect(spawnSync("fsfreeze", ["-f", disk ?? ""]).status).toBe(0);
    let acknowledged = false;
    const changes = typing(editionFromJSON(opened.content), "快讯：").map(changeToJSON);
    const { edition } = opened;
    const step = host
      .call("log.append", { edition, after: 1, changes, author: "编辑甲", label: "typing" })
      .then((answer) => {
        acknowledged = true;
        return answer;
      });
    // This thread is the window's: it goes on ticking.
    let ticks = 0;
    for (; ticks < 10; ticks++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect([ticks, acknowledged]).toEqual([10, false]);
    expect(spawnSync("fsfreeze", ["-u", disk ?? ""]).status).toBe(0);
    expect(await step).toEqual({ seq: 2 });
    await host.close();
    expect(read(path)).toBe("快讯：新桥今日通车");
  });
});

describe("a disk without room", () => {
  const disk = smallDisk(400);
  const on = disk ? it : it.skip;

  on("makes no copy, no backup and no compaction, says so, and keeps the edition", async () => {
    const path = join(disk ?? "", "a.dayang");
    createEditionFile(path, smallEdition(), { act });
    const store = openEditionFile(path, { backups: { keep: 2, everyRows: 3 } });
    for (let i = 0; i < 5; i++) store.append(typing(store.edition, "满".repeat(4000)), act);
    await store.settled();
    const { bavail, bsize } = statfsSync(disk ?? "");
    writeFileSync(join(disk ?? "", "filler"), Buffer.alloc(Math.max(0, bavail - 4) * bsize));
    expect(problemOf(() => store.copyTo(join(disk ?? "", "copy.dayang")))).toBe("store.full");
    expect(problemOf(() => store.compact())).toBe("store.full");
    expect(existsSync(join(disk ?? "", "copy.dayang"))).toBe(false);
    expect([store.seq, store.verify()]).toEqual([6, []]);
    store.close();
    rmSync(join(disk ?? "", "filler"));
    const again = openEditionFile(path);
    expect([again.seq, again.readOnly, again.verify()]).toEqual([6, null, []]);
    again.close();
  });
});
