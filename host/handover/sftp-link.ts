/**
 * A link to a printer's server: logged in, its key known, its SFTP calls as promises. A link that breaks says so as
 * `LinkBroken`, whatever call was under way; what the server refuses is a Problem.
 */
import ssh2, { type Client, type ConnectConfig, type SFTPWrapper, type Stats } from "ssh2";
import { Problem } from "../../core/problem.ts";
import { fingerprintOf } from "./known-hosts.ts";
import { type SftpTarget, serverOf } from "./target.ts";

/** The line is gone, or was never there; worth another try. */
export class LinkBroken extends Error {
  override readonly name = "LinkBroken";
}

/** What a person proves who they are with. Never kept, never logged. */
export interface Secrets {
  readonly password?: string | undefined;
  /** A private key's text, and what unlocks it. */
  readonly key?: string | undefined;
  readonly passphrase?: string | undefined;
  /** Socket of an agent. */
  readonly agent?: string | undefined;
}

export interface LinkOptions {
  readonly secrets: Secrets;
  /** Fingerprint that the server has to show; null for a server nobody has trusted yet, which is refused and told. */
  readonly known: string | null;
  /** In ms: how long a login may take, and a line be silent; an answer has three times as long. */
  readonly patience?: number;
}

const PATIENCE = 20_000;
/** Times that patience which an answer may take: what is asked waits in line behind half a megabyte. */
const ANSWER = 3;

/** SFTP status codes (draft-ietf-secsh-filexfer-02, 7). */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

export class SftpLink {
  readonly #client: Client;
  readonly #sftp: SFTPWrapper;
  readonly #broken: Promise<never>;
  readonly #patience: number;

  private constructor(client: Client, sftp: SFTPWrapper, broken: Promise<never>, patience: number) {
    this.#client = client;
    this.#sftp = sftp;
    this.#broken = broken;
    this.#patience = patience;
  }

  /** Throws a Problem: "handover.host-unknown", "handover.host-changed", "handover.denied", "handover.key"; LinkBroken. */
  static async open(target: SftpTarget, options: LinkOptions): Promise<SftpLink> {
    const client = new ssh2.Client();
    const server = serverOf(target);
    let refusal: Problem | null = null;
    const lost = Promise.withResolvers<never>();
    lost.promise.catch(() => {});
    client.on("error", (error: Error & { level?: string }) => {
      if (refusal) lost.reject(refusal);
      else if (error.level === "client-authentication")
        lost.reject(new Problem("handover.denied", { server, user: target.user }, error));
      else lost.reject(new LinkBroken(error.message, { cause: error }));
    });
    client.on("close", () => lost.reject(refusal ?? new LinkBroken("the server has hung up")));
    const { password, key, passphrase, agent } = options.secrets;
    if (password !== undefined)
      client.on("keyboard-interactive", (_name, _instructions, _lang, prompts, answer) =>
        answer(prompts.map(() => password)),
      );
    // Nobody is asked here: a handshake does not wait for a person.
    const verify = (shown: Buffer): boolean => {
      const fingerprint = fingerprintOf(shown);
      const { known } = options;
      if (known === fingerprint) return true;
      refusal =
        known === null
          ? new Problem("handover.host-unknown", { server, fingerprint })
          : new Problem("handover.host-changed", { server, fingerprint, known });
      return false;
    };
    const patience = options.patience ?? PATIENCE;
    const config: ConnectConfig = {
      host: target.host,
      port: target.port,
      username: target.user,
      readyTimeout: patience,
      keepaliveInterval: Math.ceil(patience / 3),
      keepaliveCountMax: 3,
      hostVerifier: verify,
      ...(password === undefined ? {} : { password, tryKeyboard: true }),
      ...(key === undefined ? {} : { privateKey: key }),
      ...(passphrase === undefined ? {} : { passphrase }),
      ...(agent === undefined ? {} : { agent }),
    };
    const ready = new Promise<void>((resolve) => client.on("ready", resolve));
    try {
      client.connect(config);
      // Small questions and answers: each would wait for the one before it to be acknowledged.
      client.setNoDelay(true);
    } catch (error) {
      // A private key that cannot be read, or unlocked, is complained of before anything is sent.
      throw new Problem("handover.key", { detail: error instanceof Error ? error.message : "" }, error);
    }
    try {
      await Promise.race([ready, lost.promise]);
      const opened = new Promise<SFTPWrapper>((resolve, reject) =>
        client.sftp((error, sftp) =>
          error ? reject(new Problem("handover.no-sftp", { server }, error)) : resolve(sftp),
        ),
      );
      const sftp = await Promise.race([opened, lost.promise]);
      sftp.on("error", (error: Error) => lost.reject(new LinkBroken(error.message)));
      sftp.on("close", () => lost.reject(new LinkBroken("the channel is closed")));
      return new SftpLink(client, sftp, lost.promise, ANSWER * patience);
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  close(): void {
    this.#client.end();
    // A server that has gone silent does not hang up.
    setTimeout(() => this.#client.destroy(), 1000).unref();
  }

  /** Null where nothing stands there. */
  async stat(path: string): Promise<Stats | null> {
    return this.#call<Stats | null>(path, (done) =>
      this.#sftp.stat(path, (error, stats) =>
        isStatus(error, NO_SUCH_FILE) ? done(undefined, null) : done(error, stats),
      ),
    );
  }

  /** Makes a folder where none stands. */
  async makeFolder(path: string): Promise<void> {
    if ((await this.stat(path))?.isDirectory()) return;
    await this.#call<void>(path, (done) => this.#sftp.mkdir(path, done));
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call(to, (done) => this.#sftp.rename(from, to, done));
  }

  async remove(path: string): Promise<void> {
    if (await this.stat(path)) await this.#call<void>(path, (done) => this.#sftp.unlink(path, done));
  }

  open(path: string, flags: "r" | "w" | "r+"): Promise<Buffer> {
    return this.#call(path, (done) => this.#sftp.open(path, flags, done));
  }

  closeFile(path: string, handle: Buffer): Promise<void> {
    return this.#call(path, (done) => this.#sftp.close(handle, done));
  }

  write(path: string, handle: Buffer, bytes: Buffer, at: number): Promise<void> {
    return this.#call(path, (done) => this.#sftp.write(handle, bytes, 0, bytes.length, at, done));
  }

  /** Bytes read into `room`; 0 at the end. */
  read(path: string, handle: Buffer, room: Buffer, at: number): Promise<number> {
    return this.#call(path, (done) =>
      this.#sftp.read(handle, room, 0, room.length, at, (error, read) =>
        // Status 1 is the end of the file.
        isStatus(error, 1) ? done(undefined, 0) : done(error, read),
      ),
    );
  }

  #call<T>(path: string, start: (done: (error?: Error | null, value?: T) => void) => void): Promise<T> {
    const answered = new Promise<T>((resolve, reject) =>
      start((error, value) => (error ? reject(asProblem(error, path)) : resolve(value as T))),
    );
    // Whichever loses the race has nothing more to say.
    answered.catch(() => {});
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silent = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new LinkBroken("the server does not answer")), this.#patience);
    });
    return Promise.race([answered, this.#broken, silent]).finally(() => clearTimeout(timer));
  }
}

const isStatus = (error: Error | null | undefined, code: number): boolean =>
  (error as { code?: unknown } | undefined)?.code === code;

/** What a server answers as a status is its refusal; anything else is the line. */
function asProblem(error: Error, path: string): Error {
  const { code } = error as { code?: unknown };
  if (typeof code !== "number") return new LinkBroken(error.message, { cause: error });
  const key =
    code === NO_SUCH_FILE
      ? "handover.remote-missing"
      : code === PERMISSION_DENIED
        ? "handover.remote-denied"
        : "handover.remote-failed";
  return new Problem(key, { path, detail: error.message }, error);
}
