/**
 * Where a window was when it went: the edition that was open, the page in front, the view and the block.
 *
 * Told to the host's settings as it changes, so that after a crash, a kill or a power cut the start screen offers
 * exactly what was open. An edition that a person closed is not offered.
 */
import type { Settings } from "../../../host/contract.ts";
import { type View, views } from "../state.ts";
import type { Workplace } from "../workplace.ts";
import { openPath } from "./open.ts";

/** What was open. */
export interface LeftOff {
  readonly path: string;
  /** Number of the page in front. */
  readonly page: string;
  readonly view: View;
  readonly block: string | null;
}

/** How long after a change it is told, in ms: turning pages is not to be a write each. */
const PAUSE = 300;

/** What the settings tell of it; null where nothing was open, or what they tell is not what this window writes. */
export function leftOff({ desk }: Pick<Settings, "desk">): LeftOff | null {
  const { path, page, view, block } = Object(desk.open) as Record<string, unknown>;
  if (typeof path !== "string" || typeof page !== "string") return null;
  return {
    path,
    page,
    view: views.find((known) => known === view) ?? "layout",
    block: typeof block === "string" ? block : null,
  };
}

/** Keeps the settings in step with what is open, for the life of the window. */
export function keepPlace(workplace: Workplace): void {
  const { client, editions, state } = workplace;
  let told: string | null = null;
  let coming = false;
  const tell = async () => {
    coming = false;
    const now = JSON.stringify(place(workplace));
    // Before the first edition there is nothing to tell, and what was left off is still to be offered.
    if (now === told || (told === null && now === "null")) return;
    told = now;
    try {
      const { desk } = await client.call("settings.get", {});
      await client.call("settings.set", { desk: { ...desk, open: JSON.parse(now) } });
    } catch {
      // A folder that cannot be written: what is lost is a shortcut.
    }
  };
  const changed = () => {
    if (coming) return;
    coming = true;
    setTimeout(() => void tell(), PAUSE);
  };
  state.subscribe(changed);
  editions.subscribe(changed);
}

function place({ editions, state }: Workplace): LeftOff | null {
  const open = editions.snapshot();
  if (!open) return null;
  const { page, view, block } = state.snapshot();
  const doc = open.session.state.edition.pages.find(({ attrs }) => attrs.id === page);
  return { path: open.path, page: doc?.attrs.number ?? "", view, block };
}

/** Opens what was open, where it was. Rejects with a Problem where the file cannot be opened. */
export async function resume(workplace: Workplace, { path, page, view, block }: LeftOff): Promise<void> {
  await openPath(workplace, path, page);
  const { state, editions } = workplace;
  const { edition } = editions.snapshot()?.session.state ?? {};
  const doc = edition?.pages.find(({ attrs }) => attrs.number === page);
  if (!doc) return;
  if (block && doc.children.some(({ attrs }) => attrs.id === block)) state.dispatch({ type: "block", block });
  state.dispatch({ type: "view", view });
}
