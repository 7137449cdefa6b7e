/** Rule packs named on the command line. */
import { basename } from "node:path";
import { decode } from "../core/intake/decode.ts";
import { type Pack, readPack } from "../core/proof/pack.ts";
import { readBytes } from "../host/work/files.ts";

/** The pack in the file at `path`. Throws a Problem for one that cannot be read or is none. */
export function packAt(path: string): Pack {
  const file = basename(path);
  return readPack(decode(file, readBytes(path)), file);
}
