/**
 * What can happen to an edition, as values that apply, invert and travel as JSON.
 *
 * Words and layout change by ProseMirror steps; pages come and go whole; facts and style are replaced. The log on
 * disk, undo, autosave and every comparison of versions are lists of these and nothing else.
 */
import type { Node } from "prosemirror-model";
import { Step, StepResult } from "prosemirror-transform";
import { admitFacts, admitStyle } from "./admit.ts";
import {
  comparePageNumbers,
  type Edition,
  type EditionFacts,
  pageFromJSON,
  reading,
  withComments,
} from "./edition.ts";
import { schema } from "./schema.ts";
import type { HouseStyle } from "./style.ts";
import { admitThread, byBeginning, type Thread } from "./thread.ts";

export type Change =
  | { readonly kind: "steps"; readonly page: string; readonly steps: readonly Step[] }
  | { readonly kind: "page-added" | "page-removed"; readonly page: Node }
  | { readonly kind: "facts"; readonly from: EditionFacts; readonly to: EditionFacts }
  | { readonly kind: "style"; readonly from: HouseStyle; readonly to: HouseStyle }
  /** A thread of comments begun (`from` is null), answered, resolved, or taken away (`to` is null). */
  | { readonly kind: "comment"; readonly from: Thread | null; readonly to: Thread | null };

/** A change that does not fit the edition it is applied to; what was there is untouched. */
export class ChangeError extends RangeError {
  override readonly name = "ChangeError";
}

/** The edition after `changes`, in order. Throws a ChangeError where one does not fit. */
export function applyChanges(edition: Edition, changes: readonly Change[]): Edition {
  return changes.reduce(applyChange, edition);
}

function applyChange(edition: Edition, change: Change): Edition {
  switch (change.kind) {
    case "facts":
      return { ...edition, facts: change.to };
    case "style":
      return { ...edition, style: change.to };
    case "comment":
      return applyComment(edition, change.from, change.to);
    case "page-added": {
      const { id, number } = change.page.attrs;
      if (edition.pages.some((page) => page.attrs.id === id || page.attrs.number === number)) {
        throw new ChangeError(`page ${number} is already in the edition`);
      }
      const pages = [...edition.pages, change.page].sort((a, b) =>
        comparePageNumbers(a.attrs.number, b.attrs.number),
      );
      return { ...edition, pages };
    }
    case "page-removed": {
      const id = change.page.attrs.id;
      const pages = edition.pages.filter((page) => page.attrs.id !== id);
      if (pages.length === edition.pages.length) throw new ChangeError(`page ${id} is not in the edition`);
      return { ...edition, pages };
    }
    case "steps": {
      const before = pageById(edition, change.page);
      const after = change.steps.reduce((doc, step) => {
        const result = tryStep(step, doc);
        if (!result.doc) throw new ChangeError(result.failed ?? "a step does not apply");
        return result.doc;
      }, before);
      return { ...edition, pages: edition.pages.map((page) => (page === before ? after : page)) };
    }
  }
}

function applyComment(edition: Edition, from: Thread | null, to: Thread | null): Edition {
  const { comments: threads = [], ...rest } = edition;
  const id = (to ?? from)?.id;
  const at = threads.findIndex((thread) => thread.id === id);
  if ((from !== null) !== at >= 0 || (from && to && from.id !== to.id)) {
    throw new ChangeError(`comment ${id} is ${from ? "not" : "already"} in the edition`);
  }
  const next = at < 0 ? threads.concat(to ?? []) : threads.toSpliced(at, 1, ...(to ? [to] : []));
  return { ...rest, ...withComments(byBeginning(next)) };
}

/** A step read from a file may speak of positions that are nowhere, which ProseMirror throws at. */
function tryStep(step: Step, doc: Node): StepResult {
  try {
    return step.apply(doc);
  } catch (error) {
    return StepResult.fail(String(error));
  }
}

/** The page document with this id. Throws a ChangeError where there is none. */
export function pageById(edition: Edition, id: string): Node {
  const page = edition.pages.find((p) => p.attrs.id === id);
  if (!page) throw new ChangeError(`page ${id} is not in the edition`);
  return page;
}

/** `first`, then `then`; where steps of one page meet there and make one step together, they are one. */
export function joined(first: readonly Change[], then: readonly Change[]): readonly Change[] {
  const [a, b] = [first.at(-1), then[0]];
  if (a?.kind !== "steps" || b?.kind !== "steps" || a.page !== b.page) return [...first, ...then];
  const step = a.steps.at(-1);
  const merged = b.steps[0] && step?.merge(b.steps[0]);
  if (!merged) return [...first, ...then];
  const steps = [...a.steps.slice(0, -1), merged, ...b.steps.slice(1)];
  return [...first.slice(0, -1), { kind: "steps", page: a.page, steps }, ...then.slice(1)];
}

/** Changes that take the edition after `changes` back to `edition` exactly. */
export function invertChanges(edition: Edition, changes: readonly Change[]): Change[] {
  const inverted: Change[] = [];
  let before = edition;
  for (const change of changes) {
    inverted.unshift(invertChange(before, change));
    before = applyChange(before, change);
  }
  return inverted;
}

function invertChange(before: Edition, change: Change): Change {
  switch (change.kind) {
    case "facts":
      return { kind: "facts", from: change.to, to: change.from };
    case "style":
      return { kind: "style", from: change.to, to: change.from };
    case "comment":
      return { kind: "comment", from: change.to, to: change.from };
    case "page-added":
      return { kind: "page-removed", page: change.page };
    case "page-removed":
      return { kind: "page-added", page: pageById(before, change.page.attrs.id) };
    case "steps": {
      const steps: Step[] = [];
      let doc = pageById(before, change.page);
      for (const step of change.steps) {
        steps.unshift(step.invert(doc));
        doc = step.apply(doc).doc as Node;
      }
      return { kind: "steps", page: change.page, steps };
    }
  }
}

/** A change as the log keeps it. */
export type ChangeJSON =
  | { kind: "steps"; page: string; steps: unknown[] }
  | { kind: "page-added" | "page-removed"; page: unknown }
  | { kind: "facts"; from: EditionFacts; to: EditionFacts }
  | { kind: "style"; from: HouseStyle; to: HouseStyle }
  | { kind: "comment"; from: Thread | null; to: Thread | null };

export function changeToJSON(change: Change): ChangeJSON {
  switch (change.kind) {
    case "steps":
      return { ...change, steps: change.steps.map((step) => step.toJSON()) };
    case "page-added":
    case "page-removed":
      return { kind: change.kind, page: change.page.toJSON() };
    default:
      return change;
  }
}

/** Throws a RangeError where the JSON is no change of this schema. */
export function changeFromJSON(json: ChangeJSON): Change {
  return reading("change", () => {
    switch (json.kind) {
      case "steps":
        return {
          kind: "steps",
          page: String(json.page),
          steps: json.steps.map((step) => Step.fromJSON(schema, step)),
        };
      case "page-added":
      case "page-removed":
        return { kind: json.kind, page: pageFromJSON(json.page) };
      case "facts":
        return { kind: "facts", from: admitFacts(json.from), to: admitFacts(json.to) };
      case "style":
        return { kind: "style", from: admitStyle(json.from), to: admitStyle(json.to) };
      case "comment": {
        const [from, to] = [json.from, json.to].map((thread) => (thread ? admitThread(thread) : null));
        if (!from && !to) throw new RangeError("a comment that neither was nor is");
        return { kind: "comment", from: from ?? null, to: to ?? null };
      }
      default:
        throw new RangeError(`unknown kind of change ${JSON.stringify((json as { kind?: unknown }).kind)}`);
    }
  });
}
