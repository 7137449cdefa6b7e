/**
 * The house's lists as rows of a table: what each has for fields, how it is read from a style and put back.
 *
 * A row is text by field; an empty field is one the entry does not have. Rules trust what is put back here, so entries
 * are checked as a rule pack's are: no name or term shorter than two characters.
 */
import type { HouseStyle } from "../../../core/edition/style.ts";
import { isReporter, withPeople, withProof } from "../../../core/proof/house.ts";
import type { Severity } from "../../../core/proof/proofing.ts";

export type Row = Readonly<Record<string, string>>;

export interface Field {
  readonly name: string;
  /** Catalogue key. */
  readonly label: string;
  readonly kind: "text" | "severity";
  /** Fewest characters; 0 where it may be left out. */
  readonly least: number;
  /** What a new row begins with. */
  readonly initial?: string;
}

export interface HouseList {
  readonly id: ListId;
  /** The first names the entry: no two entries have the same. */
  readonly fields: readonly [Field, ...Field[]];
  /** Why a row stands in another list, where it does. */
  readonly misplaced?: (row: Row) => Fault | null;
  /** True where the order says something. */
  readonly ordered: boolean;
  readonly read: (style: HouseStyle) => readonly Row[];
  readonly write: (style: HouseStyle, rows: readonly Row[]) => HouseStyle;
}

export type ListId = "terms" | "lexicon" | "officials" | "reporters" | "places";

const text = (name: string, label: string, least: number, initial?: string): Field => ({
  name,
  label: `house.field.${label}`,
  kind: "text",
  least,
  ...(initial === undefined ? {} : { initial }),
});

const people = (
  id: "officials" | "reporters",
  field: string,
  least: number,
  initial?: string,
): HouseList => ({
  id,
  fields: [text("name", "name", 2), text("title", field, least, initial)],
  ordered: id === "officials",
  // A title with 记者 in it makes a reporter: elsewhere the entry would vanish from the list it was added to.
  misplaced: ({ title = "" }) =>
    title.includes("记者") === (id === "reporters")
      ? null
      : { field: "title", key: `house.list.not-${id}`, values: {} },
  read: ({ proof }) => proof.people.filter((person) => isReporter(person) === (id === "reporters")),
  write: (style, rows) =>
    withPeople(
      style,
      id,
      rows.map(({ name = "", title = "" }) => ({ name, title })),
    ),
});

export const houseLists: Readonly<Record<ListId, HouseList>> = {
  terms: {
    id: "terms",
    fields: [
      text("term", "term", 2),
      text("instead", "instead", 0),
      { name: "severity", label: "house.field.severity", kind: "severity", least: 0 },
    ],
    ordered: false,
    read: ({ proof }) =>
      proof.terms.map(({ term, instead = "", severity = "" }) => ({ term, instead, severity })),
    write: (style, rows) =>
      withProof(style, {
        terms: rows.map(({ term = "", instead, severity }) => ({
          term,
          ...(instead ? { instead } : {}),
          ...(severity ? { severity: severity as Severity } : {}),
        })),
      }),
  },
  lexicon: {
    id: "lexicon",
    fields: [text("word", "word", 1)],
    ordered: false,
    read: ({ proof }) => proof.lexicon.map((word) => ({ word })),
    write: (style, rows) => withProof(style, { lexicon: rows.map(({ word = "" }) => word) }),
  },
  officials: people("officials", "title", 0),
  reporters: people("reporters", "role", 2, "记者"),
  places: {
    id: "places",
    fields: [text("name", "place", 2), text("parent", "parent", 1)],
    ordered: false,
    read: ({ proof }) => proof.places,
    write: (style, rows) =>
      withProof(style, { places: rows.map(({ name = "", parent = "" }) => ({ name, parent })) }),
  },
};

export const nameOf = ({ fields: [first] }: HouseList, row: Row): string => row[first.name] ?? "";

export const emptyRow = ({ fields }: HouseList): Row =>
  Object.fromEntries(fields.map(({ name, initial = "" }) => [name, initial]));

export interface Fault {
  readonly field: string;
  readonly key: `house.list.${"again" | "short" | "not-officials" | "not-reporters"}`;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is wrong with a row that is to stand at `at` (−1 for a new one), or null. */
export function faultOf(list: HouseList, rows: readonly Row[], row: Row, at: number): Fault | null {
  for (const { name, least } of list.fields) {
    const said = (row[name] ?? "").trim();
    if (said.length < least) return { field: name, key: "house.list.short", values: { entry: said, least } };
  }
  const misplaced = list.misplaced?.(row);
  if (misplaced) return misplaced;
  const name = nameOf(list, row).trim();
  const again = rows.some((other, i) => i !== at && nameOf(list, other) === name);
  return again ? { field: list.fields[0].name, key: "house.list.again", values: { entry: name } } : null;
}

/** The row with nothing before and behind its words. */
export const trimmed = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, said]) => [name, said.trim()]));

/** Between the cells of a line, where it has no tabs as spreadsheets put them. */
const CELLS = /\s*(?:→|,|，|；|;)\s*/;

/**
 * Lines of text as new rows, a line to a row: those that can be added, and how many cannot. Cells that a line lacks are
 * as in an empty row.
 */
export function rowsOf(
  list: HouseList,
  text: string,
  rows: readonly Row[],
): { readonly added: readonly Row[]; readonly refused: number } {
  const added: Row[] = [];
  let refused = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const cells = line.split(line.includes("\t") ? "\t" : CELLS);
    const row = trimmed({
      ...emptyRow(list),
      ...Object.fromEntries(
        list.fields.flatMap(({ name, kind }, i) => (cells[i] && kind === "text" ? [[name, cells[i]]] : [])),
      ),
    });
    if (faultOf(list, [...rows, ...added], row, -1)) refused++;
    else added.push(row);
  }
  return { added, refused };
}

/** The rows with one of them `by` places further down (or up, below zero). */
export function moved(rows: readonly Row[], at: number, by: number): readonly Row[] {
  const row = rows[at];
  if (!row || at + by < 0 || at + by >= rows.length) return rows;
  return rows.toSpliced(at, 1).toSpliced(at + by, 0, row);
}

/** Rows that hold `query` in any field, with where they stand in the list. */
export function matching(rows: readonly Row[], query: string): { readonly row: Row; readonly at: number }[] {
  const wanted = query.trim();
  return rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => !wanted || Object.values(row).some((said) => said.includes(wanted)));
}
