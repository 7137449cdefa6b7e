/** The two versions that are compared, and what the check says of the page in front. */
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Edition } from "../../core/edition/edition.ts";
import { itemsOn, type Red, type RedItem, redOf } from "../../core/report/red-items.ts";
import { useSelected } from "../desk/store.ts";
import { useDesk, useOpenEdition, useSession } from "../desk/workplace.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import type { RoundsState } from "./store.ts";

/** Throws where no edition is open: only for what stands inside the workspace. */
export function useRounds(): { readonly open: OpenEdition; readonly state: RoundsState } {
  const open = useOpenEdition();
  if (!open) throw new Error("no edition is open");
  return { open, state: useSelected(open.rounds, (value) => value) };
}

/** The edition as a version fixed it; null while it is being read, and where `version` is null. */
export function useVersion(version: number | null): Edition | null {
  const { open } = useRounds();
  const [read, setRead] = useState<{ readonly version: number; readonly edition: Edition } | null>(null);
  useEffect(() => {
    if (version === null) return;
    let live = true;
    open.rounds.edition(version).then(
      (edition) => live && setRead({ version, edition }),
      () => {},
    );
    return () => {
      live = false;
    };
  }, [open, version]);
  return read && read.version === version ? read.edition : null;
}

/** Ids of the versions compared; `after` null is the edition as it is. */
export function useCompared(): { readonly before: number | null; readonly after: number | null } {
  const { open } = useRounds();
  return open.rounds.compared(useDesk((desk) => desk.page));
}

export interface RedView {
  /** Null while a version is being read, and where there is none. */
  readonly red: Red | null;
  readonly items: readonly RedItem[];
  readonly front: RedItem | null;
}

export function useRed(): RedView {
  const { open, state } = useRounds();
  const { before, after } = useCompared();
  const then = useVersion(before);
  const fixed = useVersion(after);
  // Typing does not wait for the comparison.
  const now = useDeferredValue(useSession((session) => session.edition));
  const later = after === null ? now : fixed;
  const decisions = useSelected(open.decisions, (list) => list);
  const page = useDesk((desk) => desk.page);
  const red = useMemo(() => (then && later ? redOf(then, later, decisions) : null), [then, later, decisions]);
  const items = useMemo(() => (red ? itemsOn(page, red) : []), [red, page]);
  return { red, items, front: items.find(({ id }) => id === state.front) ?? null };
}
