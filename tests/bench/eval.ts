/**
 * `npm run eval`: how many of the labelled relations of bulletins are found, how many found are right, whether correct
 * text stays silent, and what becomes of a relation when one of its figures is changed.
 *
 * Reads ../shared/bulletins (nothing of it is kept here) and the stories of tests/core/proof/corpus, of which those
 * of kept*.txt are not looked at while rules are made: the difference between the two tells of overfitting.
 * Flags: --verbose lists every miss (never of those kept back, unless --kept), --dir DIR reads another folder of
 * bulletins, --stories FILE other stories, alone.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { corpus, type Labelled, type Story, storiesIn } from "../core/proof/corpus/corpus.ts";
import { measure } from "./eval/measure.ts";

const flag = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : (process.argv[at + 1] ?? "");
};
const verbose = process.argv.includes("--verbose");

/** A folder of NNN.txt with NNN.json beside it. */
function bulletinsOf(folder: string): Story[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((name) => {
      const labels = readFileSync(`${folder}/${name.replace(".txt", ".json")}`, "utf8");
      return {
        name,
        kept: false,
        text: readFileSync(`${folder}/${name}`, "utf8").trim(),
        relations: (JSON.parse(labels) as { relations: Labelled[] }).relations,
      };
    });
}

const stories = flag("--stories");
const folder = flag("--dir") ?? new URL("../../../shared/bulletins/dev/", import.meta.url).pathname;
if (stories !== undefined) {
  const text = readFileSync(stories, "utf8");
  measure(basename(stories), storiesIn(basename(stories, ".txt"), text), verbose);
} else {
  if (existsSync(folder)) measure("bulletins", bulletinsOf(folder), verbose);
  else console.log(`eval: ${folder} is not here, its bulletins are skipped`);
}
if (stories === undefined && flag("--dir") === undefined) {
  const own = corpus();
  measure(
    "our stories",
    own.filter(({ kept }) => !kept),
    verbose,
  );
  measure(
    "our stories, those kept back",
    own.filter(({ kept }) => kept),
    verbose && process.argv.includes("--kept"),
  );
}
