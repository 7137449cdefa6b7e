/**
 * Which pages a row of the log speaks of, read from its JSON without making steps of it: almost every row of an evening
 * is one step on one page.
 */

/** What a row that only writes or deletes text does, in positions of its page document. */
export interface Span {
  readonly start: number;
  readonly deleted: number;
  readonly written: number;
}

/** One change of one page's words. */
const typed = /^\[\{"kind":"steps","page":"([^"\\]*)","steps":/;
/** Its only step, where text is written or deleted and no more. */
const text =
  /^\[\{"stepType":"replace","from":(\d+),"to":(\d+)(?:,"slice":\{"content":\[\{"type":"text",(?:"marks":\[[^\]]*\],)?"text":"([^"\\]*)"\}\]\})?\}\]\}\]$/;

/** The page whose words are all that a row changes, and where; null for any other row. */
export function typedOn(changes: string): { readonly page: string; readonly span: Span | null } | null {
  const [head = "", page] = typed.exec(changes) ?? [];
  if (page === undefined) return null;
  const [, from, to, written = ""] = text.exec(changes.slice(head.length)) ?? [];
  const [start, end] = [Number(from), Number(to)];
  if (start <= end) return { page, span: { start, deleted: end - start, written: written.length } };
  return changes.indexOf('"kind":"', 10) < 0 ? { page, span: null } : null;
}

/** Ids of the pages that changes touch, each once; null for what concerns the whole edition. */
export function touchedBy(changes: string): (string | null)[] {
  const ids = new Set<string | null>();
  for (const change of asList(changes)) {
    const { kind, page, from, to } = change;
    if (kind === "steps") ids.add(String(page));
    else if (kind === "comment") ids.add(idOf(to ?? from, "page"));
    else if (kind === "page-added" || kind === "page-removed")
      ids.add(idOf((page as { attrs?: unknown } | null)?.attrs, "id"));
    else ids.add(null);
  }
  return [...ids];
}

const idOf = (value: unknown, name: string) => {
  const id = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof id === "string" ? id : null;
};

/** A row that holds no list of changes is damaged in another way than its checksum shows; replaying it says so. */
function asList(changes: string): Readonly<Record<string, unknown>>[] {
  try {
    const list: unknown = JSON.parse(changes);
    return Array.isArray(list) ? list.filter((change) => typeof change === "object" && change !== null) : [];
  } catch {
    return [];
  }
}
