/** Templates a new edition starts from: a style laid over the house's, and its pages (assets/templates). */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { MASTHEAD } from "../../core/compose/plan/scheme.ts";
import { schema } from "../../core/edition/schema.ts";
import type { HouseStyle } from "../../core/edition/style.ts";
import { Problem } from "../../core/problem.ts";
import { newId } from "./ids.ts";
import { houseStyle } from "./style.ts";

const words = z.object({ zh: z.string(), en: z.string() });
const template = z.object({
  name: words,
  about: words,
  style: z.record(z.string(), z.unknown()),
  pages: z.array(z.object({ number: z.string(), title: z.string(), masthead: z.boolean() })).min(1),
});

export type Template = z.output<typeof template> & { readonly id: string };

const folder = fileURLToPath(new URL("../../assets/templates/", import.meta.url));

/** Every template, by id in alphabetical order. */
export function listTemplates(): Template[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      ...template.parse(JSON.parse(readFileSync(folder + file, "utf8"))),
      id: file.slice(0, -".json".length),
    }));
}

/** Style and empty pages of the template `id`. Throws a Problem where there is none. */
export function fromTemplate(id: string) {
  const found = listTemplates().find((candidate) => candidate.id === id);
  if (!found) throw new Problem("host.no-template", { template: id });
  const style = laidOver(houseStyle, found.style);
  const pages = found.pages.map(({ number, title, masthead }) =>
    schema.node("page", { id: newId(), number, title }, masthead ? [acrossTheHead(style)] : []),
  );
  return { style, pages };
}

/** A front page shows its name from the first moment; planning may move it later. */
const acrossTheHead = (style: HouseStyle) =>
  schema.node("masthead", {
    id: newId(),
    place: { column: 0, line: 0, columns: style.grid.columns, lines: MASTHEAD },
  });

/** The house's style, and one empty front page. */
export function fromPage(number: string) {
  const page = schema.node("page", { id: newId(), number }, [acrossTheHead(houseStyle)]);
  return { style: houseStyle, pages: [page] };
}

/** `over` laid over `style` section by section: fields that a section does not name keep their values. */
function laidOver(style: HouseStyle, over: Readonly<Record<string, unknown>>): HouseStyle {
  const sections = Object.entries(style).map(([key, value]) => {
    const given = over[key];
    if (given === undefined) return [key, value];
    const isSection = typeof value === "object" && !Array.isArray(value);
    return [key, isSection ? { ...value, ...(given as object) } : given];
  });
  return Object.fromEntries(sections) as HouseStyle;
}
