/** Comments as marks on the sheet: in the comments view all that are listed, while writing those still open. */
import { useMemo } from "react";
import { useSelected } from "../desk/store.ts";
import { useDesk, useOpenEdition } from "../desk/workplace.ts";
import type { SheetMark } from "../sheet/marks.ts";
import { commentsOf, threadsOf } from "./store.ts";

const none: readonly SheetMark[] = [];
const silent = { subscribe: () => () => {}, snapshot: () => null };

/** The same array while nothing has changed. */
function useCommentMarks(): readonly SheetMark[] {
  const open = useOpenEdition();
  const view = useDesk((state) => state.view);
  const edition = useSelected(open?.session ?? silent, (state) => state?.edition ?? null);
  const state = useSelected(open ? commentsOf(open) : silent, (value) => value);
  return useMemo(() => {
    if (!edition || !state || (view !== "comments" && view !== "write")) return none;
    const resolved = view === "comments" && state.which === "resolved";
    const marks: SheetMark[] = threadsOf(edition)
      .filter(({ thread }) => (thread.resolved !== null) === resolved)
      .flatMap(({ thread, places }) =>
        places.map((place) => ({ id: thread.id, kind: thread.kind, ...place })),
      );
    const { draft } = state;
    const doc = draft && edition.pages.find(({ attrs }) => attrs.id === draft.page);
    if (draft && doc && draft.to <= doc.content.size && view === "comments") {
      doc.nodesBetween(draft.from, draft.to, (part, pos) => {
        if (!part.isTextblock) return true;
        const from = Math.max(0, draft.from - pos - 1);
        const to = Math.min(part.content.size, draft.to - pos - 1);
        if (from < to)
          marks.push({ id: "draft", kind: draft.kind, page: draft.page, pos, from, to, lit: true });
        return false;
      });
    }
    return marks.length > 0 ? marks : none;
  }, [edition, state, view]);
}

/** Those, with what else is underlined: a view of comments shows comments alone. */
export function useMarksWithComments(others: readonly SheetMark[]): readonly SheetMark[] {
  const alone = useDesk((state) => state.view === "comments");
  const comments = useCommentMarks();
  return useMemo(
    () => (alone ? comments : comments.length > 0 ? [...others, ...comments] : others),
    [alone, others, comments],
  );
}

/** The marks to bring into view: those of the thread in front, when another one comes there. */
export function useWantedComment(): readonly SheetMark[] {
  const mark = useDesk((state) => state.mark);
  const marks = useCommentMarks();
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks that moved with the text are not wanted anew
  return useMemo(() => marks.filter(({ id }) => id === mark), [mark]);
}
