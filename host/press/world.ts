/** The press's world on this machine: zlib, SHA-256, fonts from disk, and pictures prepared beforehand. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { PlacedPage } from "../../core/press/placed.ts";
import type { PressPicture, PressWorld } from "../../core/world.ts";
import { loadPrograms } from "../fonts/programs.ts";

/** Packed forms of arrays that are still in use: a profile is the same array for every export. */
const lasting = new WeakMap<Uint8Array, Uint8Array>();

export interface PressSources {
  readonly program?: PressWorld["program"];
  readonly page?: (source: string) => PlacedPage | null;
  readonly picture?: (...asked: Parameters<PressWorld["picture"]>) => PressPicture | null;
}

export function pressWorld(sources: PressSources = {}): PressWorld {
  return {
    program: sources.program ?? loadPrograms(),
    picture: sources.picture ?? (() => null),
    page: sources.page ?? (() => null),
    deflate: (data) => {
      let packed = lasting.get(data);
      if (!packed) {
        packed = deflateSync(data, { level: 9, memLevel: 9 });
        lasting.set(data, packed);
      }
      return packed;
    },
    digest: (data) => createHash("sha256").update(data).digest("hex"),
  };
}
