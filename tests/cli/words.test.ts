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

/** All that is written in quotes in the product's own code, and the templates that keys are made of. */
const everything = ["core", "host", "electron", "renderer", "cli"]
  .flatMap((folder) =>
    (readdirSync(join(root, folder), { recursive: true }) as string[])
      .filter((file) => /\.tsx?$/.test(file) && !join(folder, file).startsWith(join("core", "catalogue")))
      .map((file) => readFileSync(join(root, folder, file), "utf8")),
  )
  .join("\n");
const quoted = new Set([...everything.matchAll(/["'`]([a-z][\w.-]*)["'`]/gi)].map(([, text]) => text));
/** `plan.${code}` as a pattern. What begins with a value could be anything, and is none. */
const made = [
  ...new Set([...everything.matchAll(/`([a-z][\w.-]*\.[\w.-]*\$\{[^`]*)`/gi)].map(([, text]) => text ?? "")),
]
  .map((text) => text.replace(/\$\{[^}]*\}/g, "*"))
  .filter((text) => /^[\w.*-]+$/.test(text))
  .map((text) => new RegExp(`^${text.replaceAll(".", "\\.").replaceAll("*", "[\\w.-]+")}$`));

it("are all asked for by somebody", () => {
  const isAsked = (key: string) => quoted.has(key) || made.some((pattern) => pattern.test(key));
  expect([...known].filter((key) => !isAsked(key))).toEqual([]);
  expect(isAsked("desk.nobody-asks-for-this")).toBe(false);
});
