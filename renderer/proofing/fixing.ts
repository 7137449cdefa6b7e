/** Corrections as one command: made where the words are that were checked, and only where they are still those words. */
import { Transform } from "prosemirror-transform";
import { type Change, pageById } from "../../core/edition/change.ts";
import type { Command } from "../../core/edition/commands.ts";
import { schema } from "../../core/edition/schema.ts";
import type { Fix } from "../../core/proof/proofing.ts";
import type { Locate } from "./places.ts";

/** All of `fixes`, or nothing: null where one of the places has changed since it was checked. */
export function fixing(locate: Locate, fixes: readonly Fix[]): Command {
  return (edition) => {
    const edits: { page: string; from: number; to: number; text: string }[] = [];
    for (const { span, text } of fixes) {
      const [place, ...more] = locate(span);
      if (!place || more.length > 0 || span.from.part !== span.to.part) return null;
      const node = pageById(edition, place.page).nodeAt(place.pos);
      const checked = span.from.part.text.slice(span.from.offset, span.to.offset);
      if (node?.textContent.slice(place.from, place.to) !== checked) return null;
      const at = place.pos + 1;
      edits.push({ page: place.page, from: at + place.from, to: at + place.to, text });
    }
    const byPage = Map.groupBy(edits, ({ page }) => page);
    return [...byPage].map(([page, list]): Change => {
      const tr = new Transform(pageById(edition, page));
      // From the end, so that what stands before keeps its place.
      for (const { from, to, text } of list.sort((a, b) => b.from - a.from)) {
        const marks = tr.doc.nodeAt(from)?.marks ?? [];
        if (text) tr.replaceWith(from, to, schema.text(text, marks));
        else tr.delete(from, to);
      }
      return { kind: "steps", page, steps: tr.steps };
    });
  };
}
