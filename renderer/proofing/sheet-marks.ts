/** What the sheet underlines in this view: findings when writing and proofing, figures in the figures view. */
import { useMemo } from "react";
import { useSelected } from "../desk/store.ts";
import { useDesk, useOpenEdition } from "../desk/workplace.ts";
import type { SheetMark } from "../sheet/marks.ts";
import type { Items, State } from "./items.ts";
import { type Locate, tracer } from "./places.ts";
import { inFront, isFigure, itemsIn, type RoundState, roundOf } from "./round.ts";

const none: readonly SheetMark[] = [];
const silent = { subscribe: () => () => {}, snapshot: () => null };

/** The same array while nothing has changed. */
export function useSheetMarks(): readonly SheetMark[] {
  const open = useOpenEdition();
  const view = useDesk((state) => state.view);
  const mark = useDesk((state) => state.mark);
  useSelected(open?.session ?? silent, (state) => state?.proofing);
  useSelected(open?.decisions ?? silent, (list) => list);
  const reading = useSelected(open?.session ?? silent, (state) => state?.reading ?? null);
  const round = useSelected(open ? roundOf(open) : silent, (state) => state);
  const items = view !== "layout" && open ? itemsIn(open) : null;
  return useMemo(() => {
    if (!items || !reading || !round) return none;
    const locate = tracer(items.reading, reading);
    return view === "figures"
      ? figureMarks(items, locate, round, mark)
      : findingMarks(items, locate, round, mark);
  }, [items, reading, round, view, mark]);
}

/**
 * The marks to bring into view: the place that a link led to, else the one in front with what belongs to it. Another
 * array only when a person chose something; typing never scrolls the sheet.
 */
export function useWantedMarks(): readonly SheetMark[] {
  const open = useOpenEdition();
  const mark = useDesk((state) => state.mark);
  const view = useDesk((state) => state.view);
  const lit = useSelected(open ? roundOf(open) : silent, (state) => state?.lit);
  const relation = useSelected(open ? roundOf(open) : silent, (state) => state?.relation);
  const marks = useSheetMarks();
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks that moved with the text are not wanted anew
  return useMemo(() => {
    if (lit?.length) return marks.filter((each) => each.lit && each.kind === "evidence");
    const front = marks.filter(({ id }) => id === mark);
    return [...front, ...marks.filter((each) => each.lit && each.id !== mark)];
  }, [mark, view, lit, relation]);
}

function findingMarks(items: Items, locate: Locate, round: RoundState, front: string | null): SheetMark[] {
  const marks: SheetMark[] = [];
  for (const { id, finding, decision } of items.findings) {
    if ((decision !== null) !== round.ignored || round.hidden.includes(finding.severity)) continue;
    for (const place of locate(finding.span)) marks.push({ id, kind: finding.severity, ...place });
  }
  const current = inFront(items, front);
  if (current && !isFigure(current))
    for (const span of current.finding.evidence)
      for (const place of locate(span)) marks.push({ id: current.id, kind: "evidence", ...place });
  return [...marks, ...litMarks(round, current?.id)];
}

function figureMarks(items: Items, locate: Locate, round: RoundState, front: string | null): SheetMark[] {
  const marks = new Map<string, SheetMark>();
  const key = ({ page, pos, from }: { page: string; pos: number; from: number }) => `${page} ${pos} ${from}`;
  for (const { id, state, span } of items.figures) {
    if (round.hidden.includes(state) && id !== front) continue;
    for (const place of locate(span)) marks.set(key(place), { id, kind: state, ...place });
  }
  const current = inFront(items, front);
  const relation = current && isFigure(current) ? current.relations[round.relation] : undefined;
  if (relation) {
    const kind: State = relation.holds ? "verified" : "contradicted";
    const links = relation.parts.flatMap((part) => locate(part.span));
    for (const place of [...links, ...locate(relation.total.span)]) {
      const id = marks.get(key(place))?.id ?? current?.id ?? "";
      marks.set(key(place), { id, kind, ...place, lit: true });
    }
    const [total] = locate(relation.total.span);
    const mark = total && marks.get(key(total));
    if (mark) marks.set(key(mark), { ...mark, links });
  }
  return [...marks.values(), ...litMarks(round, current?.id)];
}

/** The place that a link led to; a click on it leaves the same item in front. */
const litMarks = ({ lit }: RoundState, id = ""): SheetMark[] =>
  lit.map((place) => ({ id, kind: "evidence", ...place, lit: true }));
