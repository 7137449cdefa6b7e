/**
 * An evening at full size for benches: the laid-out sample page after page, with pictures, and hours of typing in it.
 */
import { randomBytes } from "node:crypto";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { applyChanges, type Change } from "../../core/edition/change.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { createEditionFile } from "../../host/store/create.ts";
import type { Act } from "../../host/store/log.ts";
import { readLaidOutSample } from "../../host/work/sample.ts";

export interface EveningSize {
  readonly pages: number;
  readonly steps: number;
  readonly pictures: number;
  /** Bytes of one. */
  readonly picture: number;
}

/** An edition of `pages` pages, each as full as the sample's, with ids and words of their own. */
export async function manyPages(pages: number): Promise<Edition> {
  const { edition } = await readLaidOutSample();
  const [a1, a2] = edition.pages as [Node, Node];
  const alphabet = [
    ...new Set(edition.pages.flatMap((page) => page.textContent.match(/\p{Script=Han}/gu) ?? [])),
  ];
  const copies = Array.from({ length: Math.ceil(pages / 2) }, (_, i) => {
    const numbers: Record<string, string> = { A1: `A${2 * i + 1}`, A2: `A${2 * i + 2}` };
    const words = retelling(alphabet, i);
    return [a1, a2].map((page) => schema.nodeFromJSON(renamed(page.toJSON(), { i, numbers, words })));
  });
  return { ...edition, pages: copies.flat().slice(0, pages) };
}

interface Copy {
  readonly i: number;
  readonly numbers: Readonly<Record<string, string>>;
  readonly words: (text: string) => string;
}

/** Every id of its own, every page number the copy's. */
function renamed(json: unknown, copy: Copy): unknown {
  if (Array.isArray(json)) return json.map((item) => renamed(item, copy));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      if (typeof value !== "string") return [key, renamed(value, copy)];
      if (key === "text") return [key, copy.words(value)];
      if (key === "id" || key === "article" || key === "jump")
        return [key, copy.i === 0 ? value : `${value}-${copy.i}`];
      return [key, key === "number" || key === "target" ? (copy.numbers[value] ?? value) : value];
    }),
  );
}

/**
 * Other words of the same length, figures and marks: pages that said the same would be taken for one another by
 * proofing, and by whatever keeps lines by their text.
 */
function retelling(alphabet: readonly string[], i: number): (text: string) => string {
  const told = new Map(
    alphabet.map((char, at) => [char, alphabet[(at + 41 * i) % alphabet.length] as string]),
  );
  return (text) => text.replace(/\p{Script=Han}/gu, (char) => told.get(char) ?? char);
}

const words = "全市工作有序推进各县区落实责任企业复工复产逐步恢复";

/** Steps as an evening has them: a word typed here, a word taken away there, page by page, by four people in turn. */
export function* evening(from: Edition, steps: number): Generator<{ act: Act; changes: Change[] }> {
  let current = from;
  let time = Date.UTC(2020, 1, 17, 10);
  for (let i = 0; i < steps; i++) {
    const run = Math.floor(i / 8);
    const page = current.pages[run % current.pages.length] as Node;
    const at = paragraphAt(page, Math.floor(run / current.pages.length));
    const tr = new Transform(page);
    // Four signs typed, then the same four taken away: the edition does not grow, its log does.
    if (i % 8 < 4) tr.insert(at + (i % 8), schema.text(words[i % words.length] as string));
    else tr.delete(at + 7 - (i % 8), at + 8 - (i % 8));
    const changes: Change[] = [{ kind: "steps", page: page.attrs.id, steps: tr.steps }];
    current = applyChanges(current, changes);
    time += i % 2000 === 1999 ? 15 * 60_000 : 150;
    const author = ["编辑 甲", "编辑 乙", "校对 丙", "责编 丁"][Math.floor(i / 2000) % 4] as string;
    yield { act: { time: new Date(time).toISOString(), author, label: "editor.typing" }, changes };
  }
}

/** Position in the nth paragraph of a page, round and round. */
function paragraphAt(page: Node, n: number): number {
  const found: number[] = [];
  page.descendants((node, pos) => {
    if (node.type.name === "paragraph") found.push(pos + 1);
    return !node.isTextblock;
  });
  return found[n % found.length] ?? 1;
}

/** Writes the evening as an edition file. */
export async function writeEvening(path: string, size: EveningSize): Promise<Edition> {
  const edition = await manyPages(size.pages);
  const act: Act = { time: "2020-02-17T10:00:00.000Z", author: "编辑 甲", label: "import" };
  const pictures = Array.from({ length: size.pictures }, () => ({
    bytes: randomBytes(size.picture),
    facts: { media: "image/jpeg", width: 2000, height: 1500 },
  }));
  createEditionFile(path, edition, { act, later: evening(edition, size.steps), pictures });
  return edition;
}
