/**
 * Templates are styles that a press can print: their type area stands inside their trim with even margins.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { broadsheet, type HouseStyle, MM, measureOf } from "../../core/edition/style.ts";

const folder = new URL("../../assets/templates/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));

function laidOver(over: Partial<Record<keyof HouseStyle, unknown>>): HouseStyle {
  const sections = Object.entries(broadsheet).map(([key, value]) => {
    const given = over[key as keyof HouseStyle];
    if (given === undefined) return [key, value];
    return [
      key,
      typeof value === "object" && !Array.isArray(value) ? { ...value, ...(given as object) } : given,
    ];
  });
  return Object.fromEntries(sections) as HouseStyle;
}

test.each(names)("%s: the type area fits the trim, its pages are numbered once each", (name) => {
  const template = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
  const style = laidOver(template.style);
  for (const key of Object.keys(template.style)) expect(Object.keys(broadsheet)).toContain(key);

  const { grid, paper } = style;
  const side = (paper.width - (measureOf(style, grid.columns) * grid.size) / MM) / 2;
  const foot = paper.height - paper.marginTop - (grid.lines * grid.pitch) / MM;
  expect(side).toBeGreaterThan(10);
  expect(foot).toBeGreaterThan(12);
  expect(Math.abs(foot - paper.marginTop)).toBeLessThan(5);

  const numbers = template.pages.map((page: { number: string }) => page.number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(template.pages.map((page: { masthead: boolean }) => page.masthead).indexOf(true)).toBe(0);
});
