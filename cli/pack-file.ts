/** Rule packs: those named on the command line, and the one the newsroom keeps. */
import { basename } from "node:path";
import type { HouseStyle } from "../core/edition/style.ts";
import { decode } from "../core/intake/decode.ts";
import { type Pack, readPack } from "../core/proof/pack.ts";
import { homeFolder } from "../host/environment.ts";
import { readBytes } from "../host/work/files.ts";
import { withHouse } from "../host/work/house.ts";
import { houseStyle } from "../host/work/style.ts";

/** The pack in the file at `path`. Throws a Problem for one that cannot be read or is none. */
export function packAt(path: string): Pack {
  const file = basename(path);
  return readPack(decode(file, readBytes(path)), file);
}

/** What a new edition begins with at the desk: the app's style with what the newsroom keeps. Throws a Problem for a broken pack. */
export function keptStyle(): HouseStyle {
  return withHouse(homeFolder(process.env, process.platform), houseStyle);
}
