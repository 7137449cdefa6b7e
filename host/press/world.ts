/** The press's world on this machine: zlib, SHA-256, fonts from disk, and pictures prepared beforehand. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { PressPicture, PressWorld } from "../../core/world.ts";
import { loadPrograms } from "../fonts/programs.ts";

export interface PressSources {
  readonly program?: PressWorld["program"];
  readonly picture?: (...asked: Parameters<PressWorld["picture"]>) => PressPicture | null;
}

export function pressWorld(sources: PressSources = {}): PressWorld {
  return {
    program: sources.program ?? loadPrograms(),
    picture: sources.picture ?? (() => null),
    deflate: (data) => deflateSync(data, { level: 9 }),
    digest: (data) => createHash("sha256").update(data).digest("hex"),
  };
}
