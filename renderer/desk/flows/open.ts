/** From the start screen to a composed sheet, and back. */

import { pageNumbered } from "../../../core/edition/edition.ts";
import { settle } from "../../../core/edition/settle.ts";
import { broadsheet } from "../../../core/edition/style.ts";
import type { OpenedEdition } from "../../../host/contract.ts";
import { openSession } from "../../session/open-session.ts";
import { takeProposal } from "../../sheet/layout-commands.ts";
import { shortTime } from "../words.ts";
import type { Workplace } from "../workplace.ts";
import { hold, isHeld, release } from "./hold.ts";

/** Shows an edition that the host has opened, with the page of this number in front. Rejects where fonts cannot be had. */
export async function show(workplace: Workplace, found: OpenedEdition, page?: string): Promise<void> {
  const [faces, settings] = await Promise.all([
    workplace.fonts.ready(Object.values((found.content.style ?? broadsheet).faces)),
    workplace.client.call("settings.get", {}),
  ]);
  await close(workplace);
  const opened = await held(workplace, found);
  const open = openSession(workplace.client, opened, faces, {
    ...settings,
    ...(page === undefined ? {} : { front: page }),
    isWritten: () => isHeld(opened.path),
    onClock: (last) => {
      const notice = { tone: "warn", key: "desk.clock-behind", values: { time: shortTime(last) } } as const;
      workplace.state.dispatch({ type: "notice", notice });
    },
  });
  const { edition } = open.session.state;
  const front = pageNumbered(edition, page ?? "") ?? edition.pages[0];
  workplace.editions.set(open);
  workplace.state.dispatch({ type: "opened", page: front?.attrs.id ?? "" });
}

/** The edition to be written in this window, or to be read where another window of this browser is writing it. */
async function held({ client, state }: Workplace, opened: OpenedEdition): Promise<OpenedEdition> {
  if (opened.readOnly || (await hold(opened.path))) return opened;
  await client.call("editions.close", { edition: opened.edition });
  state.dispatch({ type: "notice", notice: { tone: "warn", key: "desk.other-window", values: {} } });
  return client.call("editions.open", { path: opened.path, readOnly: true });
}

/** Runs `work` with a word of what is being waited for. */
export async function waitingFor<T>(
  { state }: Workplace,
  key: string,
  work: () => Promise<T>,
  values = {},
): Promise<T> {
  state.dispatch({ type: "busy", busy: { key, values } });
  try {
    return await work();
  } finally {
    state.dispatch({ type: "busy", busy: null });
  }
}

export async function openSample(workplace: Workplace): Promise<void> {
  await waitingFor(workplace, "desk.opening", async () =>
    show(workplace, await workplace.client.call("editions.sample", {})),
  );
  await planIfBare(workplace);
}

export const openPath = (workplace: Workplace, path: string, page?: string): Promise<void> =>
  waitingFor(workplace, "desk.opening", async () =>
    show(workplace, await workplace.client.call("editions.open", { path }), page),
  );

/** An edition that was read here, to be written here once its writer has closed it; where somebody else was quicker it stays as it is. */
export async function takeOver(workplace: Workplace): Promise<void> {
  const open = workplace.editions.snapshot();
  if (!open?.readOnly) return;
  const { page, view, block } = workplace.state.snapshot();
  await openPath(workplace, open.path);
  const now = workplace.editions.snapshot();
  if (now?.session.state.edition.pages.some(({ attrs }) => attrs.id === page)) {
    workplace.state.dispatch({ type: "page", page });
    workplace.state.dispatch({ type: "view", view });
    workplace.state.dispatch({ type: "block", block });
  }
  const notice = now?.readOnly
    ? ({ tone: "warn", key: "desk.take-over.late", values: {} } as const)
    : ({ tone: "ok", key: "desk.taken-over", values: {} } as const);
  workplace.state.dispatch({ type: "notice", notice });
}

export async function chooseAndOpen(workplace: Workplace): Promise<void> {
  const path = await workplace.shell.chooseFile("edition");
  if (path) await openPath(workplace, path);
}

/** Back to the start screen, once everything is on disk. */
export async function close(workplace: Workplace): Promise<void> {
  const open = workplace.editions.snapshot();
  if (!open) return;
  await open.session.saved();
  open.following?.close();
  open.watching.close();
  open.rounds.close();
  workplace.editions.set(null);
  workplace.state.dispatch({ type: "opened", page: "" });
  release();
  await workplace.client.call("editions.close", { edition: open.edition });
}

/** An edition of which nothing stands on a page yet is laid out, in one change that can be undone. */
export async function planIfBare(workplace: Workplace): Promise<void> {
  const open = workplace.editions.snapshot();
  if (!open || open.session.readOnly) return;
  const { edition } = open.session.state;
  const bare = edition.pages.every((page) => page.children.every((block) => block.attrs.place === null));
  const written = edition.pages.some((page) => page.children.some((block) => block.type.name !== "masthead"));
  if (!bare || !written) return;
  await waitingFor(workplace, "desk.planning", async () => {
    // Every jump gets its continuation first, so that a page is planned with all that will stand on it.
    const settled = settle(edition, () => crypto.randomUUID(), { imported: true });
    if (settled.length > 0) open.session.apply(settled, { label: "desk.plan", group: "first plan" });
    // A page that a jump leads to comes behind the others, and is planned in its turn.
    for (let i = 0; ; i++) {
      const current = open.session.state.edition;
      const page = current.pages[i];
      if (!page) break;
      const [best] = await workplace.planner.proposals(current, page.attrs.id, { seed: 1, count: 1 });
      if (best) open.session.dispatch(takeProposal(best, false), { label: "desk.plan", group: "first plan" });
    }
  });
}

/** Tells a failure: a Problem in its own words, anything else as a fault of the program. */
export function failed({ state }: Workplace, error: unknown): void {
  const { key, values, message } = error as {
    key?: unknown;
    values?: Record<string, string | number>;
    message?: string;
  };
  const notice =
    typeof key === "string"
      ? { tone: "error" as const, key, values: values ?? {} }
      : { tone: "error" as const, key: "host.fault", values: { message: message ?? String(error) } };
  state.dispatch({ type: "notice", notice });
}
