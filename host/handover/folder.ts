/**
 * Into a hot folder: written under a hidden name, read back, then renamed whole; the ready file comes last. Whoever
 * watches the folder meets nothing, or all of it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../core/problem.ts";
import { guarded } from "../store/fault.ts";
import { sync, temporaryName } from "../store/publish.ts";
import { type Delivered, partName, readyName, readyText, sizeOf, type Tell } from "./delivery.ts";
import { sha256 } from "./digest.ts";
import { pathOf, type Staged } from "./outbox.ts";

/** Throws a Problem: "store.no-folder", "store.denied", "store.full", "handover.exists", "handover.digest". */
export function deliverToFolder(staged: Staged, folder: string, tell: Tell = () => {}): Delivered {
  const { name, files } = staged;
  checkFolder(folder, name);
  const [place, part, ready] = [name, partName(name), readyName(name)].map((end) => join(folder, end)) as [
    string,
    string,
    string,
  ];
  const total = sizeOf(staged);
  return guarded(name, () => {
    if (existsSync(place)) {
      if (!files.every((file) => isSame(join(place, file.name), file.sha256)))
        throw new Problem("handover.exists", { file: name, folder });
      writeReady(ready, staged);
      return { place, bytes: total, sent: 0 };
    }
    let done = 0;
    try {
      rmSync(part, { recursive: true, force: true });
      mkdirSync(part);
      for (const file of files) {
        tell("handover.stage.copy", { file: file.name }, done / total);
        const to = join(part, file.name);
        writeFileSync(to, readFileSync(pathOf(staged, file)), { flush: true });
        if (!isSame(to, file.sha256)) throw new Problem("handover.digest", { file: file.name });
        done += file.bytes;
      }
      sync(part);
      renameSync(part, place);
      sync(folder);
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      throw error;
    }
    writeReady(ready, staged);
    return { place, bytes: total, sent: total };
  });
}

/** Throws a Problem "store.no-folder" where `folder` is none that `file` could go into. */
export function checkFolder(folder: string, file: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Problem("store.no-folder", { file, folder });
}

/** Takes away what deliveries of an edition file that were stopped have left half written. */
export function clearFolder(waiting: readonly Staged[], source: string, folder: string): void {
  for (const { name, ...staged } of waiting)
    if (staged.source === source && staged.target === folder)
      rmSync(join(folder, partName(name)), { recursive: true, force: true });
}

function writeReady(path: string, staged: Staged): void {
  const temp = temporaryName(path);
  try {
    writeFileSync(temp, readyText(staged), { flush: true });
    renameSync(temp, path);
  } finally {
    rmSync(temp, { force: true });
  }
}

function isSame(path: string, digest: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && sha256(readFileSync(path)) === digest;
}
