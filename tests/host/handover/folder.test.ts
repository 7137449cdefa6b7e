/** Delivery into a hot folder: what a watcher sees, and what it never sees. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { clearFolder, deliverToFolder } from "../../../host/handover/folder.ts";
import { discard, pending, pendingFor, type Staged, stage } from "../../../host/handover/outbox.ts";
import { readTarget, targetText } from "../../../host/handover/target.ts";
import { smallDisk } from "../small-disk.ts";
import { packageOf } from "./builders.ts";

const home = mkdtempSync(join(tmpdir(), "dayang-hot-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const disk = smallDisk(256);

let count = 0;
function hotFolder(): string {
  const path = join(home, `hot-${++count}`);
  mkdirSync(path);
  return path;
}
const staged = (sizes: readonly number[] = [40_000, 2_000]): Staged =>
  stage(join(home, `app-${++count}`), packageOf(sizes), { source: "/a.dayang", target: "/hot" });
const keyOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { key: string }).key;
  }
  return "nothing thrown";
};

describe("a hot folder", () => {
  it("shows a package when all of it is there, and the ready file last", () => {
    const hot = hotFolder();
    const waiting = staged();
    const seen = new Set<string>();
    const { place } = deliverToFolder(waiting, hot, () => seen.add(readdirSync(hot).join(" ")));
    expect([...seen]).toEqual([`.${waiting.name}.part`]);
    expect(readdirSync(hot).sort()).toEqual([waiting.name, `${waiting.name}.ready`]);
    expect(readdirSync(place).sort()).toEqual(waiting.files.map(({ name }) => name).sort());
  });

  it("takes the same package twice as one, and leaves another of its name as it is", () => {
    const hot = hotFolder();
    const waiting = staged();
    deliverToFolder(waiting, hot);
    expect(deliverToFolder(waiting, hot).sent).toBe(0);
    writeFileSync(join(hot, waiting.name, "ticket.json"), "{}");
    expect(keyOf(() => deliverToFolder(waiting, hot))).toBe("handover.exists");
    expect(readFileSync(join(hot, waiting.name, "ticket.json"), "utf8")).toBe("{}");
  });

  it("keeps nothing of a package that this disk has changed", () => {
    const hot = hotFolder();
    const waiting = staged();
    const [first] = waiting.files;
    writeFileSync(join(waiting.folder, first?.name ?? ""), Buffer.alloc(40_000));
    expect(keyOf(() => deliverToFolder(waiting, hot))).toBe("handover.digest");
    expect(readdirSync(hot)).toEqual([]);
  });

  it("is left without what a stopped delivery was writing", () => {
    const hot = hotFolder();
    const waiting = stage(join(home, `app-${++count}`), packageOf([10]), {
      source: "/a.dayang",
      target: hot,
    });
    for (const name of [`.${waiting.name}.part`, ".another.part"]) mkdirSync(join(hot, name));
    clearFolder([waiting], "/b.dayang", hot);
    expect(readdirSync(hot)).toHaveLength(2);
    clearFolder([waiting], "/a.dayang", hot);
    expect(readdirSync(hot)).toEqual([".another.part"]);
  });

  it("that is gone is told", () => {
    expect(keyOf(() => deliverToFolder(staged(), join(home, "gone")))).toBe("store.no-folder");
  });

  it.skipIf(disk === null)("on a full disk keeps nothing", () => {
    const waiting = staged([400_000]);
    expect(keyOf(() => deliverToFolder(waiting, disk ?? ""))).toBe("store.full");
    expect(readdirSync(disk ?? "")).toEqual([]);
  });
});

describe("the outbox", () => {
  it("keeps packages by edition and target, the newest of each, until they are delivered", () => {
    const app = join(home, "app");
    const one = stage(app, packageOf([10]), { source: "/a.dayang", target: "/hot" });
    stage(app, packageOf([10]), { source: "/b.dayang", target: "/hot" });
    stage(app, packageOf([20]), { source: "/a.dayang", target: "/hot" });
    expect(pending(app)).toHaveLength(2);
    expect(pendingFor(app, { source: "/a.dayang", target: "/hot" })?.files[0]?.bytes).toBe(20);
    expect(pendingFor(app, { source: "/a.dayang", target: "/cold" })).toBeNull();
    discard(one);
    expect(pending(app).map(({ source }) => source)).toEqual(["/b.dayang"]);
  });

  it("leaves out what is no longer whole", () => {
    const waiting = staged();
    rmSync(join(waiting.folder, waiting.files[0]?.name ?? ""));
    expect(pending(join(waiting.folder, "..", ".."))).toEqual([]);
    expect(existsSync(waiting.folder)).toBe(true);
  });
});

describe("a target", () => {
  it.each([
    ["sftp://press@print.example/in", { user: "press", host: "print.example", port: 22, path: "/in" }],
    ["sftp://press@print.example:2222/~/in/%E6%97%A5%E6%8A%A5/", { port: 2222, path: "in/日报" }],
    ["sftp://press@print.example", { path: "." }],
    ["sftp://press@print.example/", { path: "/" }],
    ["sftp://press@[::1]/in", { host: "::1" }],
  ])("%s is a folder of a server", (text, parts) => {
    const target = readTarget(text);
    expect(target).toMatchObject({ kind: "sftp", ...parts });
    expect(readTarget(targetText(target))).toEqual(target);
  });

  it.each(["sftp://print.example/in", "ftp://a@b/c", "sftp://a@b/c?d", "", "sftp://a@b/%E0%A4%A"])(
    "%s is none",
    (text) => {
      expect(keyOf(() => readTarget(text))).toBe("handover.target");
    },
  );

  it("never holds a password, not even in what is said about it", () => {
    try {
      readTarget("sftp://press:hunter2@print.example/in");
    } catch (error) {
      expect((error as { key: string }).key).toBe("handover.target-password");
      expect(String(error)).not.toContain("hunter2");
      return;
    }
    throw new Error("nothing was thrown");
  });
});
