/** What a newsroom keeps for its next editions: a rule pack in the app's folder, the desk's and the command line's alike. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { HouseStyle } from "../../core/edition/style.ts";
import { readPack, withOnlyPack } from "../../core/proof/pack.ts";

export const HOUSE_FILE = "house.json";

/**
 * The style of a new edition: what the newsroom keeps counts before what the app brings. Throws a Problem for a broken
 * pack. `home` is the folder of homeFolder().
 */
export function withHouse(home: string, style: HouseStyle): HouseStyle {
  const path = join(home, HOUSE_FILE);
  if (!existsSync(path)) return style;
  return withOnlyPack(style, readPack(readFileSync(path, "utf8"), HOUSE_FILE));
}
