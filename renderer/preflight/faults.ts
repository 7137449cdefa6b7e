/**
 * What preflight found in the last export, shown on the sheets it was made from: for as long as those sheets stand,
 * and until it is put away.
 */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Output } from "../../host/contract.ts";
import { createStore } from "../desk/store.ts";
import type { Rect } from "../sheet/bounds.ts";

type Problem = Output<"preflight.run">["problems"][number];

export interface Fault {
  /** Names it among those shown. */
  readonly id: string;
  /** The sheet it was found on, as it was when the file was made. */
  readonly sheet: Sheet;
  readonly problem: Problem;
  /** In pt on the sheet, the gravest first; none where the problem is the whole page's. */
  readonly places: readonly Rect[];
}

export interface FaultsState {
  readonly faults: readonly Fault[];
  /** Id of the one that is looked at. */
  readonly front: string | null;
}

const none: FaultsState = { faults: [], front: null };

export const faults = createStore<FaultsState, FaultsState>((_, next) => next, none);

export const putFaultsAway = (): void => faults.dispatch(none);

export const faultId = (problem: Problem): string =>
  JSON.stringify([problem.page, problem.message, problem.severity]);

/** The problems of a file's pages on its sheets, which stand in the file's order. Nothing of the file as a whole. */
export function faultsOf(problems: readonly Problem[], sheets: readonly (Sheet | undefined)[]): Fault[] {
  return problems.flatMap((problem): Fault[] => {
    const sheet = problem.page === null ? undefined : sheets[problem.page - 1];
    if (!sheet) return [];
    const places = problem.places.length > 0 ? problem.places : problem.place ? [problem.place] : [];
    return [{ id: faultId(problem), sheet, problem, places }];
  });
}
