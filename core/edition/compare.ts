/**
 * What changed between two versions of an edition, told by block and by part.
 *
 * Blocks are the same by their id, wherever they stand. Within a block, parts that are alike in both versions are
 * paired first, what remains between them by role and likeness; compare-text.ts compares the words of a pair.
 */
import type { Node } from "prosemirror-model";
import { withoutAnchors } from "./anchors.ts";
import { compareTexts, type TextSpan } from "./compare-text.ts";
import type { Edition } from "./edition.ts";
import type { PartName } from "./schema.ts";

/** A part (paragraph, headline …) that was added, removed or reworded. */
export interface PartChange {
  readonly role: PartName;
  readonly before: string | null;
  readonly after: string | null;
  /** Position before the part in its page document, there and now; null where it is not. */
  readonly at: { readonly before: number | null; readonly after: number | null };
  /** Where the words differ; where only emphasis does, the whole part. */
  readonly spans: readonly TextSpan[];
}

/** An attribute that differs: "place", "crop", "rank". `of` is the id of the node in the block that has it. */
export interface AttributeChange {
  readonly of: string;
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface BlockChange {
  readonly id: string;
  /** Node name of the block. */
  readonly kind: string;
  /** As it reads now, or read last. */
  readonly headline: string;
  readonly what: "added" | "removed" | "changed";
  /** Numbers of the pages it stands on; null where it does not. */
  readonly page: { readonly before: string | null; readonly after: string | null };
  readonly parts: readonly PartChange[];
  readonly attributes: readonly AttributeChange[];
  /** Pictures, jumps and other nodes within it that came or went, by id. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** True where parts or nodes that are in both versions stand in another order. */
  readonly reordered: boolean;
}

export interface EditionComparison {
  readonly pages: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Facts and settings that differ, by name. */
  readonly facts: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly style: boolean;
  /** In printed order of the later version, removed blocks where they stood last. */
  readonly blocks: readonly BlockChange[];
}

/** What of `before` differs in `after`. */
export function compareEditions(before: Edition, after: Edition): EditionComparison {
  const numbers = (edition: Edition) => edition.pages.map((page) => String(page.attrs.number));
  const [a, b] = [numbers(before), numbers(after)];
  return {
    pages: { added: b.filter((page) => !a.includes(page)), removed: a.filter((page) => !b.includes(page)) },
    facts: compareFacts(before, after),
    style: before.style !== after.style && JSON.stringify(before.style) !== JSON.stringify(after.style),
    blocks: compareBlocks(before, after),
  };
}

function compareFacts({ facts: a }: Edition, { facts: b }: Edition) {
  return Object.keys(b).flatMap((name) => {
    const [before, after] = [a[name as keyof typeof a], b[name as keyof typeof b]];
    return before === after ? [] : [{ name, before, after }];
  });
}

interface Standing {
  readonly page: string;
  readonly node: Node;
  /** Position before the block in its page document. */
  readonly pos: number;
}

function standings(edition: Edition): Map<string, Standing> {
  const blocks = new Map<string, Standing>();
  for (const page of edition.pages) {
    page.forEach((block, pos) => {
      // A comment set or resolved changes no word.
      blocks.set(String(block.attrs.id), { page: page.attrs.number, node: withoutAnchors(block), pos });
    });
  }
  return blocks;
}

function compareBlocks(before: Edition, after: Edition): BlockChange[] {
  const [a, b] = [standings(before), standings(after)];
  const order = [...b.keys()];
  // A block that is gone is told after the one it stood behind.
  let last = -1;
  for (const id of a.keys()) {
    const at = order.indexOf(id);
    if (at >= 0) last = at;
    else order.splice(++last, 0, id);
  }
  return order.flatMap((id) => {
    const change = compareBlock(id, a.get(id), b.get(id));
    return change ? [change] : [];
  });
}

function compareBlock(id: string, a: Standing | undefined, b: Standing | undefined): BlockChange | null {
  const node = b?.node ?? a?.node;
  if (!node || (a && b && a.page === b.page && a.node.eq(b.node))) return null;
  const [before, after] = [a ? contents(a) : nothing, b ? contents(b) : nothing];
  const both = a && b;
  return {
    id,
    kind: node.type.name,
    headline: node.children.find((child) => child.type.name === "headline")?.textContent ?? "",
    what: both ? "changed" : b ? "added" : "removed",
    page: { before: a?.page ?? null, after: b?.page ?? null },
    parts: compareParts(before.parts, after.parts),
    attributes: both ? compareAttributes(before.nodes, after.nodes) : [],
    added: [...after.nodes.keys()].filter((key) => key !== id && !before.nodes.has(key)),
    removed: [...before.nodes.keys()].filter((key) => key !== id && !after.nodes.has(key)),
    reordered: both ? isReordered(before.order, after.order) : false,
  };
}

/** A textblock, with the position before it in its page document. */
interface Part {
  readonly node: Node;
  readonly pos: number;
}

interface Contents {
  /** The textblocks of a block, in order. */
  readonly parts: readonly Part[];
  /** The block and every node in it that has an id, by id. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** Parts and nodes in order; a part is named by what it says. */
  readonly order: readonly string[];
}

const nothing: Contents = { parts: [], nodes: new Map(), order: [] };

function contents({ node: block, pos: offset }: Standing): Contents {
  const parts: Part[] = [];
  const nodes = new Map([[String(block.attrs.id), block]]);
  const order: string[] = [];
  block.descendants((node, pos) => {
    if (node.attrs.id !== undefined) {
      nodes.set(String(node.attrs.id), node);
      order.push(`#${node.attrs.id}`);
    }
    if (!node.isTextblock) return true;
    parts.push({ node, pos: offset + 1 + pos });
    order.push(`${node.type.name} ${node.textContent}`);
    return false;
  });
  return { parts, nodes, order };
}

/** True where what stands in both stands in another order. */
function isReordered(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  const common = (list: readonly string[], other: ReadonlySet<string>) =>
    [...new Set(list)].filter((key) => other.has(key)).join("\n");
  return common(a, inB) !== common(b, inA);
}

function compareAttributes(a: ReadonlyMap<string, Node>, b: ReadonlyMap<string, Node>): AttributeChange[] {
  const changes: AttributeChange[] = [];
  for (const [of, node] of b) {
    const old = a.get(of);
    if (!old) continue;
    for (const [name, after] of Object.entries(node.attrs)) {
      const before: unknown = old.attrs[name];
      if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ of, name, before, after });
    }
  }
  return changes;
}

function compareParts(a: readonly Part[], b: readonly Part[]): PartChange[] {
  const changes: PartChange[] = [];
  for (const [old, now] of pair(a, b)) {
    if (old && now) {
      if (!old.node.eq(now.node)) changes.push(reworded(old, now));
    } else if (now) changes.push(whole(now, "after"));
    else if (old) changes.push(whole(old, "before"));
  }
  return changes;
}

const roleOf = ({ node }: Part) => node.type.name as PartName;

function whole(part: Part, side: "before" | "after"): PartChange {
  const { pos } = part;
  const text = part.node.textContent;
  const role = roleOf(part);
  const end = text.length;
  if (side === "after") {
    const spans = [{ fromA: 0, toA: 0, fromB: 0, toB: end }];
    return { role, before: null, after: text, at: { before: null, after: pos }, spans };
  }
  const spans = [{ fromA: 0, toA: end, fromB: 0, toB: 0 }];
  return { role, before: text, after: null, at: { before: pos, after: null }, spans };
}

function reworded(old: Part, now: Part): PartChange {
  const [before, after] = [old.node.textContent, now.node.textContent];
  const emphasis = [{ fromA: 0, toA: before.length, fromB: 0, toB: after.length }];
  return {
    role: roleOf(now),
    before,
    after,
    at: { before: old.pos, after: now.pos },
    spans: before === after ? emphasis : compareTexts(old.node, now.node),
  };
}

type Pair = readonly [old: Part | null, now: Part | null];

/** Parts as pairs, in order: those alike on both sides, and between them those most like each other. */
function pair(a: readonly Part[], b: readonly Part[]): Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...alike(a, b), [a.length, b.length] as const]) {
    pairs.push(...pairBetween(a.slice(i, x), b.slice(j, y)));
    const [old, now] = [a[x], b[y]];
    if (old && now) pairs.push([old, now]);
    [i, j] = [x + 1, y + 1];
  }
  return pairs;
}

/** Indices of a longest common subsequence. Equal heads and tails are taken first: most versions differ little. */
function alike(a: readonly Part[], b: readonly Part[]): (readonly [number, number])[] {
  let head = 0;
  while (head < a.length && head < b.length && same(a[head], b[head])) head++;
  let [endA, endB] = [a.length, b.length];
  while (endA > head && endB > head && same(a[endA - 1], b[endB - 1])) [endA, endB] = [endA - 1, endB - 1];
  const [rows, columns] = [endA - head, endB - head];
  const length = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (x: number, y: number) => length[x]?.[y] ?? 0;
  for (let x = rows - 1; x >= 0; x--) {
    for (let y = columns - 1; y >= 0; y--) {
      const row = length[x] as Uint32Array;
      row[y] = same(a[head + x], b[head + y]) ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  }
  const found: (readonly [number, number])[] = Array.from({ length: head }, (_, n) => [n, n]);
  for (let x = 0, y = 0; x < rows && y < columns; ) {
    if (same(a[head + x], b[head + y])) found.push([head + x++, head + y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
  for (let n = 0; endA + n < a.length; n++) found.push([endA + n, endB + n]);
  return found;
}

const same = (a: Part | undefined, b: Part | undefined) =>
  a !== undefined && b !== undefined && a.node.eq(b.node);

/** Pairs of one role, in order, where at least a third of the shorter one's character pairs are in both. */
function pairBetween(a: readonly Part[], b: readonly Part[]): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  for (const now of b) {
    const rest = a.slice(from);
    const at = rest.findIndex(
      ({ node }) => node.type === now.node.type && likeness(node.textContent, now.node.textContent) >= 1 / 3,
    );
    // A single part of its role on either side is the same part, however it was reworded.
    const only =
      at < 0 && single(rest, now) && single(b, now)
        ? rest.findIndex(({ node }) => node.type === now.node.type)
        : at;
    if (only < 0) {
      pairs.push([null, now]);
      continue;
    }
    for (const old of rest.slice(0, only)) pairs.push([old, null]);
    pairs.push([rest[only] as Part, now]);
    from += only + 1;
  }
  for (const old of a.slice(from)) pairs.push([old, null]);
  return pairs;
}

const single = (parts: readonly Part[], { node: like }: Part) =>
  like.type.name !== "paragraph" && parts.filter(({ node }) => node.type === like.type).length === 1;

/** The share of the shorter text's pairs of characters that the other has too, 0–1. */
export function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 2) return long.includes(short) && short !== "" ? 1 : 0;
  const pairs = new Set(Array.from({ length: long.length - 1 }, (_, i) => long.slice(i, i + 2)));
  let found = 0;
  for (let i = 0; i < short.length - 1; i++) if (pairs.has(short.slice(i, i + 2))) found++;
  return found / (short.length - 1);
}
