/**
 * By SFTP: every file under the hidden folder from the byte the server already has, read back and compared with its
 * digest, then the folder renamed whole and the ready file put beside it. A link that breaks is opened again.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { Problem } from "../../core/problem.ts";
import { guarded } from "../store/fault.ts";
import { type Delivered, partName, readyName, readyText, sizeOf, type Tell } from "./delivery.ts";
import { pathOf, type Staged, type StagedFile } from "./outbox.ts";
import { LinkBroken, type LinkOptions, SftpLink } from "./sftp-link.ts";
import { type SftpTarget, serverOf, targetText } from "./target.ts";

export interface SftpOptions extends LinkOptions {
  /** How often a broken link is opened again before the delivery is given up for now. */
  readonly retries?: number;
  /** Before the first retry, in ms; twice as long before each further one. */
  readonly pause?: number;
  readonly tell?: Tell;
}

const RETRIES = 5;
const PAUSE = 1000;
/** Bytes to a request (more would be cut in two, and the halves sent out of order), and requests under way at once: a long line is kept full. */
const CHUNK = 31 * 1024;
const WINDOW = 16;

/**
 * Throws a Problem as `SftpLink.open` does, and "handover.broken" where the link stayed broken: the same staged package
 * may then be delivered again, and goes on where it stopped. "handover.exists" and "handover.digest" as for a folder.
 */
export async function deliverBySftp(
  staged: Staged,
  target: SftpTarget,
  options: SftpOptions,
): Promise<Delivered> {
  const delivery = new Delivery(staged, target, options.tell ?? (() => {}));
  const retries = options.retries ?? RETRIES;
  for (let attempt = 0; ; attempt++) {
    try {
      const link = await SftpLink.open(target, options);
      try {
        return await delivery.run(link);
      } finally {
        link.close();
      }
    } catch (error) {
      if (!(error instanceof LinkBroken)) throw error;
      const server = serverOf(target);
      if (attempt >= retries)
        throw new Problem("handover.broken", { server, file: staged.name, detail: error.message }, error);
      options.tell?.("handover.stage.again", { server, attempt: attempt + 1 }, delivery.fraction);
      await new Promise((resolve) => setTimeout(resolve, (options.pause ?? PAUSE) * 2 ** attempt));
    }
  }
}

class Delivery {
  readonly #staged: Staged;
  readonly #target: SftpTarget;
  readonly #tell: Tell;
  /** Files that were read back whole in this run. */
  readonly #verified = new Set<string>();
  readonly #total: number;
  #sent = 0;
  /** Bytes on the server, and read back. */
  #done = 0;

  constructor(staged: Staged, target: SftpTarget, tell: Tell) {
    this.#staged = staged;
    this.#target = target;
    this.#tell = tell;
    this.#total = sizeOf(staged);
  }

  get fraction(): number {
    return Math.min(1, this.#done / (2 * this.#total));
  }

  async run(link: SftpLink): Promise<Delivered> {
    const { name, files } = this.#staged;
    const { path: folder } = this.#target;
    const at = (end: string) => (folder === "/" ? `/${end}` : `${folder}/${end}`);
    const server = serverOf(this.#target);
    if (!(await link.stat(folder))?.isDirectory())
      throw new Problem("handover.remote-folder", { server, folder });
    const [place, part, ready] = [at(name), at(partName(name)), at(readyName(name))];
    this.#done = 0;
    // The link may have broken after the rename: what stands there is then this very package.
    if (await link.stat(place)) {
      for (const file of files)
        if (!(await this.#isWhole(link, `${place}/${file.name}`, file)))
          throw new Problem("handover.exists", { file: name, folder });
    } else {
      await link.makeFolder(part);
      for (const file of files) await this.#send(link, `${part}/${file.name}`, file);
      await link.rename(part, place);
    }
    await this.#markReady(link, ready);
    return {
      place: decodeURI(targetText({ ...this.#target, path: place })),
      bytes: this.#total,
      sent: this.#sent,
    };
  }

  /** Sends what the server lacks of a file; a file that is not what it should be is sent once more from its first byte. */
  async #send(link: SftpLink, path: string, file: StagedFile): Promise<void> {
    for (const last of [false, true]) {
      const stat = await link.stat(path);
      const size = stat?.size ?? 0;
      const from = size > file.bytes || last ? 0 : size;
      if (this.#verified.has(file.name) && from === file.bytes) {
        this.#done += 2 * file.bytes;
        return;
      }
      const before = this.#done;
      this.#done += from;
      if (!stat || from < file.bytes || size > file.bytes) await this.#write(link, path, file, from);
      if (await this.#isWhole(link, path, file)) {
        this.#verified.add(file.name);
        return;
      }
      this.#done = before;
    }
    throw new Problem("handover.digest", { file: file.name });
  }

  async #write(link: SftpLink, path: string, file: StagedFile, from: number): Promise<void> {
    const local = guarded(file.name, () => openSync(pathOf(this.#staged, file), "r"));
    try {
      const handle = await link.open(path, from > 0 ? "r+" : "w");
      let at = from;
      const worker = async (): Promise<void> => {
        while (at < file.bytes) {
          const start = at;
          const chunk = Buffer.alloc(Math.min(CHUNK, file.bytes - start));
          at += chunk.length;
          guarded(file.name, () => readSync(local, chunk, 0, chunk.length, start));
          await link.write(path, handle, chunk, start);
          this.#sent += chunk.length;
          this.#done += chunk.length;
          this.#tell("handover.stage.send", { file: file.name }, this.fraction);
        }
      };
      await Promise.all(Array.from({ length: WINDOW }, worker));
      await link.closeFile(path, handle);
    } finally {
      closeSync(local);
    }
  }

  /** Reads a file back, and compares it with what it should be. */
  async #isWhole(link: SftpLink, path: string, file: StagedFile): Promise<boolean> {
    if ((await link.stat(path))?.size !== file.bytes) return false;
    const handle = await link.open(path, "r");
    const hash = createHash("sha256");
    const chunks: Promise<Buffer>[] = [];
    const readAt = async (start: number): Promise<Buffer> => {
      const room = Buffer.alloc(Math.min(CHUNK, file.bytes - start));
      let read = 0;
      while (read < room.length) {
        const got = await link.read(path, handle, room.subarray(read), start + read);
        if (got === 0) break;
        read += got;
      }
      return room.subarray(0, read);
    };
    let next = 0;
    const ask = () => {
      if (next >= file.bytes) return;
      const chunk = readAt(next);
      chunk.catch(() => {});
      chunks.push(chunk);
      next += CHUNK;
    };
    for (let i = 0; i < WINDOW; i++) ask();
    for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
      const bytes = await chunk;
      hash.update(bytes);
      this.#done += bytes.length;
      this.#tell("handover.stage.verify", { file: file.name }, this.fraction);
      ask();
    }
    await link.closeFile(path, handle);
    return hash.digest("hex") === file.sha256;
  }

  /** The ready file appears whole, and last. */
  async #markReady(link: SftpLink, path: string): Promise<void> {
    const text = Buffer.from(readyText(this.#staged));
    const temp = path.replace(/[^/]*$/, (name) => `.${name}.part`);
    const handle = await link.open(temp, "w");
    await link.write(temp, handle, text, 0);
    await link.closeFile(temp, handle);
    // SFTP's rename will not replace; one that stands is of a run whose last answer was lost, or of another package.
    await link.remove(path);
    await link.rename(temp, path);
  }
}
