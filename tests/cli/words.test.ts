/** Every message that is asked for by name stands in the catalogue, with the values it is given. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { areas } from "../../core/catalogue/catalogue.ts";

const root = join(import.meta.dirname, "..", "..");
const known = new Set(Object.values(areas).flatMap((area) => Object.keys(area)));

const sources = ["core", "host", "cli"].flatMap((folder) =>
  (readdirSync(join(root, folder), { recursive: true }) as string[])
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(root, folder, file), "utf8") })),
);

/** A key written out where a Problem is made, or a line is said. */
const ASKED =
  /(?:new Problem|\.say|\.note|\.stage|\bword|\bsay|progress)\(\s*(?:"(?:zh|en)",\s*)?"([\w-]+(?:\.[\w-]+)*)"/g;

it("finds them all", () => {
  const asked = sources.flatMap(({ file, text }) =>
    [...text.matchAll(ASKED)].map(([, key]) => ({ file, key: key as string })),
  );
  expect(asked.length).toBeGreaterThan(80);
  const isLocale = (key: string) => key === "zh" || key === "en";
  expect(asked.filter(({ key }) => !known.has(key) && !isLocale(key))).toEqual([]);
});
