/** The newsroom's own rule pack: kept in the app's folder, laid over the style of every new edition. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { readPack } from "../../core/proof/pack.ts";
import { checkOutput, makeFolder, writeWhole } from "../work/files.ts";
import { HOUSE_FILE } from "../work/house.ts";
import type { Handlers, Household } from "./household.ts";

type Own = "house.get" | "house.keep" | "house.export";

export function houseHandlers({ environment }: Household): Pick<Handlers, Own> {
  const path = join(environment.home, HOUSE_FILE);
  return {
    "house.get": () => ({ pack: existsSync(path) ? readFileSync(path, "utf8") : null }),
    "house.keep"({ pack }) {
      if (pack === null) rmSync(path, { force: true });
      else {
        readPack(pack, HOUSE_FILE);
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
