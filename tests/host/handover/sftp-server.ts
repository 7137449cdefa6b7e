/**
 * A printer's server in this process: ssh2's own, with SFTP over a real folder, that can be told to hang up after so
 * many bytes, to spoil what it stores, or to be full.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import ssh2 from "ssh2";
import { fingerprintOf } from "../../../host/handover/known-hosts.ts";

const { STATUS_CODE, OPEN_MODE } = ssh2.utils.sftp;

export interface Server {
  readonly port: number;
  /** Of its key, as a person would be told it. */
  readonly fingerprint: string;
  /** Bytes written to files, all runs together. */
  written(): number;
  /** Logins that were let in. */
  logins(): number;
  /** Hangs up once so many bytes more were written; further links live as long as the next number says. */
  cut(...after: number[]): void;
  /** Stores this many bytes wrongly, from the next write on. */
  spoil(bytes: number): void;
  /** Lets the next link's writes unanswered. */
  mute(): void;
  /** Has room for so many bytes more. */
  room(bytes: number): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly folder: string;
  readonly user?: string;
  readonly password?: string;
  /** Public key that is let in. */
  readonly key?: string;
  readonly hostKey?: string;
  /** Asks for the password as a question, as some servers do. */
  readonly asks?: boolean;
  readonly port?: number;
}

export const newKey = (passphrase?: string): { readonly private: string; readonly public: string } =>
  passphrase
    ? ssh2.utils.generateKeyPairSync("ed25519", { passphrase, cipher: "aes256-ctr", rounds: 1 })
    : ssh2.utils.generateKeyPairSync("ed25519");

const hostKey = newKey().private;

function publicOf(key: string): Buffer {
  const parsed = ssh2.utils.parseKey(key);
  if (parsed instanceof Error) throw parsed;
  return parsed.getPublicSSH();
}

export async function sftpServer(options: ServerOptions): Promise<Server> {
  const { folder, user = "press", password = "secret" } = options;
  const here = (path: string) => join(folder, path);
  let [written, logins, spoiled, room] = [0, 0, 0, Number.POSITIVE_INFINITY];
  let cuts: number[] = [];
  let muted = false;
  const connections = new Set<ssh2.Connection>();

  const server = new ssh2.Server({ hostKeys: [options.hostKey ?? hostKey] }, (client) => {
    connections.add(client);
    const socket = (client as unknown as { readonly _sock: Socket })._sock;
    socket.setNoDelay(true);
    client.on("error", () => {});
    client.on("close", () => connections.delete(client));
    client.on("authentication", (context) => {
      const known = context.username === user;
      if (known && options.asks && context.method === "keyboard-interactive")
        context.prompt([{ prompt: "Password:", echo: false }], (answers) =>
          answers[0] === password ? context.accept() : context.reject(["keyboard-interactive"]),
        );
      else if (options.asks) context.reject(["keyboard-interactive"]);
      else if (known && context.method === "password" && context.password === password) context.accept();
      else if (known && context.method === "publickey" && options.key) {
        const allowed = ssh2.utils.parseKey(options.key);
        const same = !(allowed instanceof Error) && allowed.getPublicSSH().equals(context.key.data);
        const signed =
          same && context.signature
            ? allowed.verify(context.blob ?? Buffer.alloc(0), context.signature, context.hashAlgo)
            : true;
        if (same && signed === true) context.accept();
        else context.reject();
      } else context.reject(["password", "publickey"]);
    });
    client.on("ready", () => {
      logins += 1;
      let left = cuts.shift() ?? Number.POSITIVE_INFINITY;
      const silent = muted;
      muted = false;
      client.on("session", (accept) => {
        accept().on("sftp", (acceptSftp) => {
          const sftp = acceptSftp();
          const files = new Map<number, number>();
          let last = 0;
          const handle = (bytes: Buffer) => files.get(bytes.readUInt32BE(0)) ?? -1;
          const answer = (id: number, work: () => void) => {
            try {
              work();
              sftp.status(id, STATUS_CODE.OK);
            } catch (error) {
              const { code } = error as NodeJS.ErrnoException;
              sftp.status(
                id,
                code === "ENOENT"
                  ? STATUS_CODE.NO_SUCH_FILE
                  : code === "EACCES"
                    ? STATUS_CODE.PERMISSION_DENIED
                    : STATUS_CODE.FAILURE,
              );
            }
          };
          sftp.on("STAT", (id, path) => {
            const stat = statSync(here(path), { throwIfNoEntry: false });
            if (!stat) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
            const { mode, uid, gid, size, atimeMs, mtimeMs } = stat;
            return sftp.attrs(id, { mode, uid, gid, size, atime: atimeMs / 1000, mtime: mtimeMs / 1000 });
          });
          sftp.on("OPEN", (id, path, flags) => {
            const mode = flags & OPEN_MODE.WRITE ? (flags & OPEN_MODE.TRUNC ? "w" : "r+") : "r";
            try {
              files.set(++last, openSync(here(path), mode));
            } catch {
              return sftp.status(id, STATUS_CODE.FAILURE);
            }
            const name = Buffer.alloc(4);
            name.writeUInt32BE(last);
            return sftp.handle(id, name);
          });
          sftp.on("WRITE", (id, bytes, offset, data) => {
            if (silent) return undefined;
            // What is in flight when a line is cut arrives in part.
            const kept = data.subarray(0, Math.max(0, Math.min(data.length, left)));
            if (room < kept.length) return sftp.status(id, STATUS_CODE.FAILURE);
            const stored = Buffer.from(kept);
            if (spoiled > 0 && stored.length > 0) {
              stored[0] = (stored[0] ?? 0) ^ 0xff;
              spoiled -= 1;
            }
            writeSync(handle(bytes), stored, 0, stored.length, offset);
            written += kept.length;
            room -= kept.length;
            left -= kept.length;
            if (left <= 0) {
              left = 0;
              client.end();
              socket.destroy();
              return undefined;
            }
            return sftp.status(id, STATUS_CODE.OK);
          });
          sftp.on("READ", (id, bytes, offset, length) => {
            const file = handle(bytes);
            const size = Math.max(0, Math.min(length, fstatSync(file).size - offset));
            if (size === 0) return sftp.status(id, STATUS_CODE.EOF);
            const data = Buffer.alloc(size);
            readSync(file, data, 0, size, offset);
            return sftp.data(id, data);
          });
          sftp.on("CLOSE", (id, bytes) => answer(id, () => closeSync(handle(bytes))));
          sftp.on("MKDIR", (id, path) => answer(id, () => mkdirSync(here(path))));
          sftp.on("REMOVE", (id, path) => answer(id, () => rmSync(here(path))));
          sftp.on("RENAME", (id, from, to) =>
            answer(id, () => {
              // Version 3 of the protocol does not replace.
              if (existsSync(here(to))) throw new Error("exists");
              renameSync(here(from), here(to));
            }),
          );
        });
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    fingerprint: fingerprintOf(publicOf(options.hostKey ?? hostKey)),
    written: () => written,
    logins: () => logins,
    cut: (...after) => {
      cuts = after;
    },
    spoil: (bytes) => {
      spoiled = bytes;
    },
    mute: () => {
      muted = true;
    },
    room: (bytes) => {
      room = bytes;
    },
    close: () =>
      new Promise((resolve) => {
        for (const connection of connections) connection.end();
        server.close(() => resolve());
      }),
  };
}
