/**
 * Spot colours as colour spaces: a Separation each, with the process colours that stand for it where there is no such
 * plate (ISO 32000-1, 8.6.6.4). One name is one colour in a file (ISO 15930-7, 6.2.4.4): the first that is met.
 */
import type { Ink } from "../compose/sheet.ts";
import type { Content } from "./content.ts";
import type { PdfValue } from "./objects.ts";

/** Entries of a resource dictionary's ColorSpace for all that `contents` set. */
export function spotSpaces(contents: readonly Content[]): Record<string, PdfValue> {
  const spaces: Record<string, PdfValue> = {};
  for (const { spots } of contents)
    for (const [resource, ink] of spots) spaces[resource] ??= separation(ink.spot ?? "", ink);
  return spaces;
}

export function separation(name: string, { c, m, y, k }: Ink): PdfValue {
  const full = [c, m, y, k].map((percent) => percent / 100);
  return [
    "Separation",
    name,
    "DeviceCMYK",
    { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: full, N: 1 },
  ];
}
