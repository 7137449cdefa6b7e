/** What has changed since the last proof, as marks on the sheet of the sign-off view. */
import { useMemo } from "react";
import { placesOf } from "../../core/report/red-items.ts";
import { useSelected } from "../desk/store.ts";
import { useDesk, useOpenEdition } from "../desk/workplace.ts";
import type { SheetMark } from "../sheet/marks.ts";

const none: readonly SheetMark[] = [];
const silent = { subscribe: () => () => {}, snapshot: () => null };

/** The same array while nothing has changed. */
export function useSignMarks(): readonly SheetMark[] {
  const open = useOpenEdition();
  const view = useDesk((state) => state.view);
  const walked = useSelected(open?.rounds ?? silent, (state) => state?.walked ?? null);
  return useMemo(() => {
    if (view !== "sign" || !walked) return none;
    const marks = walked.flatMap((item): SheetMark[] => {
      const place = placesOf(item).after;
      if (!place || place.from === place.to) return [];
      const { page, pos, from, to } = place;
      return [{ id: item.id, kind: "evidence", page, pos, from, to }];
    });
    return marks.length > 0 ? marks : none;
  }, [view, walked]);
}

/** The marks to bring into view: of the change in front, when another one comes there. */
export function useWantedSign(): readonly SheetMark[] {
  const mark = useDesk((state) => state.mark);
  const marks = useSignMarks();
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks that moved with the text are not wanted anew
  return useMemo(() => marks.filter(({ id }) => id === mark), [mark]);
}
