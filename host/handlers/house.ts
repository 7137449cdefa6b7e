/** The newsroom's own rule pack: kept in the app's folder, laid over the style of every new edition. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { HouseStyle } from "../../core/edition/style.ts";
import { readPack, withOnlyPack } from "../../core/proof/pack.ts";
import type { Environment } from "../environment.ts";
import type { Handlers, Household } from "../host.ts";
import { checkOutput, makeFolder, writeWhole } from "../work/files.ts";

type Own = "house.get" | "house.keep" | "house.export";

const NAME = "house.json";

export function houseHandlers({ environment }: Household): Pick<Handlers, Own> {
  const path = join(environment.home, NAME);
  return {
    "house.get": () => ({ pack: existsSync(path) ? readFileSync(path, "utf8") : null }),
    "house.keep"({ pack }) {
      if (pack === null) rmSync(path, { force: true });
      else {
        readPack(pack, NAME);
        makeFolder(environment.home);
        writeWhole(path, pack);
      }
      return {};
    },
    "house.export"({ path: out, pack, force }) {
      readPack(pack, basename(out));
      checkOutput(out, [], force);
      writeWhole(out, pack);
      return {};
    },
  };
}

/** The style of a new edition: what the newsroom keeps counts before what the app brings. Throws a Problem for a broken pack. */
export function withHouse({ home }: Environment, style: HouseStyle): HouseStyle {
  const path = join(home, NAME);
  if (!existsSync(path)) return style;
  return withOnlyPack(style, readPack(readFileSync(path, "utf8"), NAME));
}
