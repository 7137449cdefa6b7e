/** Output profiles from disk: the one that ships with the app, or the printer's own. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { checkProfile, type PressProfile } from "../../core/press/options.ts";
import { Problem } from "../../core/problem.ts";

/** A profile and the file it stands in; colour conversion reads the file. */
export interface ProfileFile extends PressProfile {
  readonly path: string;
}

/** Profiles that ship with the app, by the name house style uses, with their registered condition. */
const shipped: Record<string, string> = { "coldset-newsprint-tr002-tac220": "CGATS TR 002" };

const DEFAULT_PROFILE = "coldset-newsprint-tr002-tac220";

/** Shipped profiles, read once; a file of the house's may change and is read anew. */
const opened = new Map<string, ProfileFile>();

/** Where a packed app keeps the file outside its archive: the library that converts colours reads it by itself. */
const onDisk = (path: string) => path.replace(/\bapp\.asar(?=[\\/])/, "app.asar.unpacked");

/**
 * The profile `nameOrPath`: a shipped one by name, any other by path.
 * Throws a Problem where there is no such file, or it is no CMYK output profile.
 */
export function loadProfile(nameOrPath: string = DEFAULT_PROFILE): ProfileFile {
  const registered = shipped[nameOrPath];
  const path = registered
    ? onDisk(fileURLToPath(new URL(`../../assets/icc/${nameOrPath}.icc`, import.meta.url)))
    : nameOrPath;
  const known = opened.get(path);
  if (known) return known;
  let data: Uint8Array;
  try {
    data = Uint8Array.from(readFileSync(path));
  } catch (error) {
    throw new Problem("press.profile-missing", { profile: nameOrPath }, error);
  }
  const profile = {
    data,
    identifier: registered ?? "Custom",
    info: description(data) ?? basename(path),
    path,
  };
  checkProfile(profile, basename(nameOrPath));
  if (registered) opened.set(path, profile);
  return profile;
}

/** What the profile calls itself: tag `desc`, as ICC version 2 text or version 4 multi-localised Unicode. */
function description(data: Uint8Array): string | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  try {
    const tags = view.getUint32(128);
    for (let i = 0; i < Math.min(tags, 100); i++) {
      const entry = 132 + 12 * i;
      if (view.getUint32(entry) !== 0x64657363) continue; // "desc"
      const start = view.getUint32(entry + 4);
      const kind = view.getUint32(start);
      if (kind === 0x64657363) {
        const length = view.getUint32(start + 8);
        return Buffer.from(data.subarray(start + 12, start + 11 + length)).toString("latin1");
      }
      if (kind === 0x6d6c7563) {
        const length = view.getUint32(start + 20);
        const offset = start + view.getUint32(start + 24);
        return Buffer.from(data.slice(offset, offset + length))
          .swap16()
          .toString("utf16le");
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}
