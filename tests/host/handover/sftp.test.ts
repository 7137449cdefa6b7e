/** Delivery by SFTP: whole or not at all, whatever the line, the server or its disk does. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { stage } from "../../../host/handover/outbox.ts";
import { deliverBySftp, type SftpOptions } from "../../../host/handover/sftp.ts";
import type { SftpTarget } from "../../../host/handover/target.ts";
import { packageOf } from "./builders.ts";
import { newKey, type Server, type ServerOptions, sftpServer } from "./sftp-server.ts";

const home = mkdtempSync(join(tmpdir(), "dayang-sftp-"));
const open: Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

let count = 0;
async function printer(options: Partial<ServerOptions> = {}) {
  const folder = join(home, `printer-${++count}`);
  mkdirSync(join(folder, "hot"), { recursive: true });
  const server = await sftpServer({ folder, ...options });
  open.push(server);
  trusting.known = server.fingerprint;
  const target: SftpTarget = {
    kind: "sftp",
    user: "press",
    host: "127.0.0.1",
    port: server.port,
    path: "hot",
  };
  const hot = () => readdirSync(join(folder, "hot")).sort();
  return { server, target, folder, hot };
}

const staged = (sizes: readonly number[]) => {
  const made = packageOf(sizes);
  return {
    made,
    waiting: stage(join(home, `out-${++count}`), made, { source: "/a.dayang", target: "sftp:" }),
  };
};
/** All servers here have one key, but where a test says otherwise. */
const trusting = { known: "", secrets: { password: "secret" }, pause: 1 };
const total = (made: ReturnType<typeof packageOf>) =>
  made.files.reduce((sum, { bytes }) => sum + bytes.length, 0);

/** Key of the Problem, and its values. */
async function problemOf(work: Promise<unknown>): Promise<{ key: string; values: Record<string, unknown> }> {
  try {
    await work;
  } catch (error) {
    return error as { key: string; values: Record<string, unknown> };
  }
  throw new Error("nothing was thrown");
}

describe("a delivery by SFTP", () => {
  it("appears whole, under its own name, with the ready file last", async () => {
    const { target, hot, folder } = await printer();
    const { made, waiting } = staged([200_000, 0, 31_234]);
    const seen = new Set<string>();
    const tell = () => seen.add(hot().join(" "));
    const delivered = await deliverBySftp(waiting, target, { ...trusting, tell });
    expect([...seen]).toEqual([`.${made.name}.part`]);
    expect(hot()).toEqual([made.name, `${made.name}.ready`]);
    for (const { name, bytes } of made.files)
      expect(Buffer.compare(readFileSync(join(folder, "hot", made.name, name)), bytes)).toBe(0);
    expect(delivered).toMatchObject({ bytes: total(made), sent: total(made) });
    const ready = readFileSync(join(folder, "hot", `${made.name}.ready`), "utf8");
    expect(ready).toBe(`${waiting.files.at(-1)?.sha256}\n`);
  });

  it("goes on from the byte where the line broke, however often and wherever it breaks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 4 }),
        async (cuts) => {
          const { server, target, hot } = await printer();
          const { made, waiting } = staged([180_000, 90_000]);
          server.cut(...cuts);
          await deliverBySftp(waiting, target, trusting);
          expect(hot()).toEqual([made.name, `${made.name}.ready`]);
          // Nothing was written twice: the files, and the 65 characters of the ready file.
          expect(server.written()).toBe(total(made) + 65);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  it("does not wait for a server that has gone silent", async () => {
    const { server, target, hot } = await printer();
    const { made, waiting } = staged([50_000]);
    server.mute();
    const told: string[] = [];
    await deliverBySftp(waiting, target, { ...trusting, patience: 300, tell: (key) => told.push(key) });
    expect(told).toContain("handover.stage.again");
    expect(hot()).toEqual([made.name, `${made.name}.ready`]);
  });

  it("that was given up goes on later, in another run", async () => {
    const { server, target, hot } = await printer();
    const { made, waiting } = staged([300_000]);
    server.cut(100_000);
    const given = await problemOf(deliverBySftp(waiting, target, { ...trusting, retries: 0 }));
    expect(given.key).toBe("handover.broken");
    expect(hot()).toEqual([`.${made.name}.part`]);
    const delivered = await deliverBySftp(waiting, target, trusting);
    expect(delivered.sent).toBe(total(made) - 100_000);
    expect(hot()).toEqual([made.name, `${made.name}.ready`]);
  });

  it("whose last answer was lost is not sent again", async () => {
    const { server, target, hot } = await printer();
    const { made, waiting } = staged([50_000]);
    await deliverBySftp(waiting, target, trusting);
    const before = server.written();
    const again = await deliverBySftp(waiting, target, trusting);
    expect(again.sent).toBe(0);
    expect(server.written() - before).toBe(65);
    expect(hot()).toEqual([made.name, `${made.name}.ready`]);
  });

  it("sends a spoiled file once more, and gives up where it is spoiled again", async () => {
    const { server, target, hot } = await printer();
    const { made, waiting } = staged([50_000]);
    server.spoil(1);
    await deliverBySftp(waiting, target, trusting);
    expect(hot()).toEqual([made.name, `${made.name}.ready`]);

    const second = await printer();
    second.server.spoil(1000);
    expect((await problemOf(deliverBySftp(waiting, second.target, trusting))).key).toBe("handover.digest");
    expect(second.hot()).toEqual([`.${made.name}.part`]);
  });

  it("leaves another package of the same name as it is", async () => {
    const { target, folder } = await printer();
    const { made, waiting } = staged([50_000]);
    mkdirSync(join(folder, "hot", made.name));
    writeFileSync(join(folder, "hot", made.name, "页-1.pdf"), "another");
    expect((await problemOf(deliverBySftp(waiting, target, trusting))).key).toBe("handover.exists");
    expect(readFileSync(join(folder, "hot", made.name, "页-1.pdf"), "utf8")).toBe("another");
  });

  it("says that a disk is full, a folder gone, a server away", async () => {
    const { server, target } = await printer();
    const { waiting } = staged([50_000]);
    server.room(20_000);
    expect(await problemOf(deliverBySftp(waiting, target, trusting))).toMatchObject({
      key: "handover.remote-failed",
    });
    const nowhere = { ...target, path: "gone" };
    expect(await problemOf(deliverBySftp(waiting, nowhere, trusting))).toMatchObject({
      key: "handover.remote-folder",
      values: { folder: "gone" },
    });
    await server.close();
    open.splice(0);
    const away = await problemOf(deliverBySftp(waiting, target, { ...trusting, retries: 1 }));
    expect(away.key).toBe("handover.broken");
  });
});

describe("a login", () => {
  const deliver = (target: SftpTarget, options: Partial<SftpOptions> = {}) =>
    problemOf(deliverBySftp(staged([100]).waiting, target, { ...trusting, ...options }));

  it("needs the right password, and never tells the wrong one", async () => {
    const { target } = await printer();
    const refused = await deliver(target, { secrets: { password: "hunter2" } });
    expect(refused.key).toBe("handover.denied");
    expect(JSON.stringify([refused.values, String(refused)])).not.toContain("hunter2");
  });

  it("takes a private key, also a locked one, and says where it cannot be opened", async () => {
    const pair = newKey();
    const { target, hot } = await printer({ key: pair.public });
    const { made, waiting } = staged([100]);
    await deliverBySftp(waiting, target, { ...trusting, secrets: { key: pair.private } });
    expect(hot()).toContain(made.name);
    const locked = newKey("open sesame");
    const second = await printer({ key: locked.public });
    const secrets = { key: locked.private, passphrase: "open sesame" };
    await deliverBySftp(waiting, second.target, { ...trusting, secrets });
    expect(second.hot()).toContain(made.name);
    expect((await deliver(second.target, { secrets: { ...secrets, passphrase: "sesame" } })).key).toBe(
      "handover.key",
    );
    const other = await deliver(target, { secrets: { key: newKey().private } });
    expect(other.key).toBe("handover.denied");
    expect((await deliver(target, { secrets: { key: "not a key" } })).key).toBe("handover.key");
  });

  it("answers a server that asks for the password as a question", async () => {
    const { target, hot } = await printer({ asks: true });
    const { made, waiting } = staged([100]);
    await deliverBySftp(waiting, target, trusting);
    expect(hot()).toContain(made.name);
    expect((await deliver(target, { secrets: { password: "wrong" } })).key).toBe("handover.denied");
  });

  it("tells a new server's fingerprint, and logs nobody in before it is trusted", async () => {
    const { target, server } = await printer();
    const unknown = await deliver(target, { known: null });
    expect(unknown).toMatchObject({
      key: "handover.host-unknown",
      values: { fingerprint: server.fingerprint },
    });
    expect(server.fingerprint).toMatch(/^SHA256:[\w+/]{43}$/);
    expect(server.logins()).toBe(0);
    await deliverBySftp(staged([100]).waiting, target, trusting);
    expect(server.logins()).toBe(1);
  });

  it("does not happen at a server whose key has changed, whoever says yes", async () => {
    const { target, server } = await printer();
    const known = `SHA256:${"A".repeat(43)}`;
    const changed = await deliver(target, { known });
    expect(changed).toMatchObject({ key: "handover.host-changed", values: { known } });
    expect(server.logins()).toBe(0);
  });
});
