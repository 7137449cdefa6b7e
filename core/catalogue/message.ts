/**
 * One catalogue for every string a person reads, Chinese first.
 *
 * Code names a message by key with values; the words are chosen at the edge (CLI, desk, proof PDF) by locale. Each
 * area keeps its own file; a value stands in braces: "合计应为 {sum}，文中为 {total}".
 */
export type Locale = "zh" | "en";
export type Values = Readonly<Record<string, string | number>>;
export type Entry = { readonly zh: string; readonly en: string };
export type Area = Readonly<Record<string, Entry>>;

/** The entry in words. A value that was not given stays visible in its braces, so that tests catch it. */
export function fill(entry: Entry, locale: Locale, values: Values = {}): string {
  return entry[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A text of several lines. */
export const lines = (...text: readonly string[]) => text.join("\n");
