/**
 * Comments that came with a text, set on the words they are about.
 *
 * Their marks are put on while the parts are built, so that whatever becomes of a part afterwards (a jump joined with
 * its continuation) takes them along; the threads are made of what then stands in the edition.
 */
import type { Mark } from "prosemirror-model";
import { anchorsOf } from "../edition/anchors.ts";
import { type Edition, withComments } from "../edition/edition.ts";
import { schema } from "../edition/schema.ts";
import { byBeginning, type Thread } from "../edition/thread.ts";
import type { Draft, DraftPart } from "./draft.ts";

type Comment = Draft["comments"][number];

export class Anchoring {
  readonly #drafts: readonly (readonly { readonly id: string; readonly comment: Comment }[])[];

  constructor(drafts: readonly Draft[], newId: () => string) {
    this.#drafts = drafts.map(({ comments }) => comments.map((comment) => ({ id: newId(), comment })));
  }

  /** The text nodes of a part of draft `draft`, the words of comments marked. */
  textOf(draft: number, { text, map }: DraftPart) {
    const stretches = (this.#drafts[draft] ?? []).flatMap(({ id, comment }) =>
      map.flatMap((segment) => {
        const from = segment.text + Math.max(0, comment.from - segment.file);
        const to = segment.text + Math.min(segment.length, comment.to - segment.file);
        return from < to ? [{ mark: schema.mark("comment", { id }), from, to }] : [];
      }),
    );
    const cuts = [...new Set([0, text.length, ...stretches.flatMap(({ from, to }) => [from, to])])];
    return cuts
      .sort((a, b) => a - b)
      .slice(0, -1)
      .map((from, i, all) => {
        const within = stretches.filter((one) => one.from <= from && from < one.to);
        const marks: Mark[] = within.map(({ mark }) => mark);
        return schema.text(text.slice(from, all[i + 1]), marks);
      });
  }

  /** The edition with its threads. One whose words became part of no article stays with the first page of its file. */
  threaded(edition: Edition, drafts: readonly Draft[]): Edition {
    const anchors = anchorsOf(edition);
    const threads = this.#drafts.flatMap((comments, draft) => {
      const number = drafts[draft]?.pages[0]?.number;
      const home = edition.pages.find(({ attrs }) => attrs.number === number) ?? edition.pages[0];
      return comments.map(({ id, comment: { remarks, resolved, quote } }): Thread => {
        const [first] = anchors.get(id) ?? [];
        return {
          id,
          kind: "comment",
          page: first?.page ?? String(home?.attrs.id ?? ""),
          block: first?.block ?? String(home?.lastChild?.attrs.id ?? ""),
          quote,
          remarks,
          // Word keeps that a comment was resolved, and not by whom.
          resolved: resolved ? { by: "", time: remarks.at(-1)?.time ?? "" } : null,
        };
      });
    });
    return { ...edition, ...withComments(byBeginning(threads)) };
  }
}
