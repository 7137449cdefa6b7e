/**
 * Jumps and continuations kept true after any change.
 *
 * A command, a paste or a deletion changes what it means to change; `settle` then says what follows from it: a jump
 * gets its continuation (and the page for it), a continuation whose jump is gone goes too, a copied jump gets an id
 * of its own. So no command has to know about pairs, and none can break one.
 */
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { applyChanges, type Change } from "./change.ts";
import { type Edition, pageNumbered } from "./edition.ts";
import { type JumpFacts, readJumps } from "./jumps.ts";
import { type Located, locate, type Outline, type Outlined, outlineOf } from "./outline.ts";
import { type JumpLiteral, schema } from "./schema.ts";

export type NewId = () => string;

export interface SettleOptions {
  /** Also make continuations (and pages) for imported jumps that have none; `plan` does. */
  readonly imported?: boolean;
}

/** Outlines in which nothing is to be mended, without and with `imported`: typing makes no new one. */
const sound = { own: new WeakSet<Outline>(), imported: new WeakSet<Outline>() };

/** What must follow so that `edition` is sound; empty where it is. Deterministic for a given `newId`. */
export function settle(edition: Edition, newId: NewId, options: SettleOptions = {}): Change[] {
  const known = options.imported ? sound.imported : sound.own;
  const changes: Change[] = [];
  let current = edition;
  // Each pass mends one thing; every mend removes a fault and makes none of an earlier kind, so this ends.
  for (;;) {
    const outline = outlineOf(current);
    if (known.has(outline)) return changes;
    const mend = nextMend(current, outline, newId, options);
    if (!mend) {
      known.add(outline);
      return changes;
    }
    changes.push(...mend);
    current = applyChanges(current, mend);
  }
}

/** What is mended is told by the outline alone; how, by the words too. */
function nextMend(edition: Edition, outline: Outline, newId: NewId, options: SettleOptions): Change[] | null {
  return (
    renameCopies(edition, outline, newId) ??
    joinImported(edition, outline) ??
    dropSelfJumps(edition) ??
    dropLooseContinuations(edition, outline) ??
    moveContinuations(edition) ??
    addContinuations(edition, newId, options)
  );
}

const steps = (page: Node, tr: Transform): Change[] => [
  { kind: "steps", page: page.attrs.id, steps: tr.steps },
];

function renameCopies(edition: Edition, { pages }: Outline, newId: NewId): Change[] | null {
  const seen = new Set(pages.map(({ attrs }) => attrs.id as string));
  for (const [i, { blocks }] of pages.entries()) {
    const outlined = blocks.flatMap((block) => [block, ...block.inner]);
    const copy = outlined.findIndex(({ attrs }) => seen.size === seen.add(attrs.id).size);
    const page = edition.pages[i];
    if (copy >= 0 && page) {
      return steps(page, new Transform(page).setNodeAttribute(placeOf(page, copy), "id", newId()));
    }
  }
  return null;
}

/** Position before the block, picture or jump that is the nth in its page's outline. */
function placeOf(page: Node, nth: number): number {
  const found: number[] = [];
  page.descendants((node, pos) => {
    if (typeof node.attrs.id === "string") found.push(pos);
    return !node.isTextblock;
  });
  return found[nth] as number;
}

/** Every continuation, with the page it stands on. */
const continuations = ({ pages }: Outline) =>
  pages.flatMap((page) =>
    page.blocks.filter(({ kind }) => kind === "continuation").map((block) => ({ page, block })),
  );

/** An imported 下转 and the 上接 that answers it become one article again. */
function joinImported(edition: Edition, outline: Outline): Change[] | null {
  const { all } = readJumps(edition);
  for (const { page, block } of continuations(outline)) {
    const { jump: leads, literal } = block.attrs;
    if (leads || !literal) continue;
    const jump = answered(all, page.attrs.number, block);
    const found = jump && locate(edition, block.attrs.id);
    if (found) return join(edition, jump, found);
  }
  return null;
}

/** A 上接 line finds its jump by page, then by number, else by being the only one. */
function answered(jumps: readonly JumpFacts[], page: string, continuation: Outlined): JumpFacts | undefined {
  const literal = continuation.attrs.literal as JumpLiteral;
  const coming = jumps.filter(
    (jump) =>
      jump.literal &&
      !jump.continuation &&
      jump.target === page &&
      jump.article !== continuation.attrs.article &&
      (literal.page === null || literal.page === jump.from),
  );
  const [only] = coming;
  return (
    coming.find((jump) => literal.number !== null && jump.literal?.number === literal.number) ??
    (coming.length === 1 && (literal.number === null || only?.literal?.number === null) ? only : undefined)
  );
}

/** The text that was read under 上接 goes behind the jump it answers; the article that held it till now is gone. */
function join(edition: Edition, jump: JumpFacts, at: Located): Change[] {
  const tr = new Transform(at.page)
    .setNodeAttribute(at.pos, "jump", jump.id)
    .setNodeAttribute(at.pos, "article", jump.article);
  // Printed pages often leave it out; a continuation opens with a headline all the same.
  if (at.node.textContent === "") tr.insert(at.pos + 2, headlineFor(locate(edition, jump.article)?.node));
  const leads = locate(edition, jump.id);
  const held = at.node.attrs.article ? locate(edition, at.node.attrs.article) : null;
  if (!leads || held?.page !== at.page || held.node.type.name !== "article") return steps(at.page, tr);
  const body = held.node.children.flatMap(asBody);
  const start = tr.mapping.map(held.pos);
  tr.delete(start, start + held.node.nodeSize);
  if (leads.page === at.page) {
    return steps(at.page, tr.insert(tr.mapping.map(leads.pos + 1), body));
  }
  return [...steps(at.page, tr), ...steps(leads.page, new Transform(leads.page).insert(leads.pos + 1, body))];
}

/** What the schema has no room for inside a body keeps its words as a paragraph. */
function asBody(part: Node): Node[] {
  if (["paragraph", "crosshead", "jump", "picture"].includes(part.type.name)) return [part];
  return part.content.size > 0 ? [schema.node("paragraph", null, part.content)] : [];
}

/** A jump made here that leads to the page it leaves says nothing. An imported one is left for proofing to show. */
function dropSelfJumps(edition: Edition): Change[] | null {
  for (const jump of readJumps(edition).all) {
    if (jump.target !== jump.from || jump.literal) continue;
    const found = locate(edition, jump.id);
    if (found) return steps(found.page, new Transform(found.page).delete(found.pos, found.pos + 1));
  }
  return null;
}

/** Continuations whose jump is gone, and second ones for one jump. An imported 上接 that never had one stays. */
function dropLooseContinuations(edition: Edition, outline: Outline): Change[] | null {
  const { byId } = readJumps(edition);
  for (const { block } of continuations(outline)) {
    const { id, jump, literal } = block.attrs;
    if (jump ? byId.get(jump)?.continuation?.id === id : literal) continue;
    const found = locate(edition, id);
    if (!found) continue;
    const { page, node, pos } = found;
    return steps(page, new Transform(page).delete(pos, pos + node.nodeSize));
  }
  return null;
}

function moveContinuations(edition: Edition): Change[] | null {
  for (const jump of readJumps(edition).all) {
    if (!jump.continuation) continue;
    const found = locate(edition, jump.continuation.id);
    if (!found) continue;
    if (found.node.attrs.article !== jump.article) {
      return steps(
        found.page,
        new Transform(found.page).setNodeAttribute(found.pos, "article", jump.article),
      );
    }
    // Taken away here; the jump then lacks one, and the next pass makes it where it belongs.
    if (jump.continuation.page !== jump.target) {
      return steps(found.page, new Transform(found.page).delete(found.pos, found.pos + found.node.nodeSize));
    }
  }
  return null;
}

function addContinuations(edition: Edition, newId: NewId, options: SettleOptions): Change[] | null {
  for (const jump of readJumps(edition).all) {
    if (jump.continuation || (jump.literal && !options.imported) || jump.target === jump.from) continue;
    const page = pageNumbered(edition, jump.target);
    if (!page) {
      return [
        { kind: "page-added", page: schema.node("page", { id: newId(), number: jump.target, title: "" }) },
      ];
    }
    const article = locate(edition, jump.article)?.node;
    const block = schema.node("continuation", { id: newId(), article: jump.article, jump: jump.id }, [
      schema.node("headline", null, headlineFor(article)),
    ]);
    return steps(page, new Transform(page).insert(page.content.size, block));
  }
  return null;
}

/** A continuation opens with its article's short headline; the editor may change it. */
function headlineFor(article: Node | undefined) {
  const headline = article?.children.find((child) => child.type.name === "headline")?.textContent ?? "";
  const short = shortHeadline(headline);
  return short ? [schema.text(short)] : [];
}

/** The first clause of a headline: up to the space its editor set. */
const shortHeadline = (headline: string): string => headline.trim().split(/[\s　]+/)[0] ?? "";
