/** From the start screen to a composed sheet, and back. */
import type { OpenedEdition } from "../../../host/contract.ts";
import { openSession } from "../../session/open-session.ts";
import type { Workplace } from "../workplace.ts";

/** Shows an edition that the host has opened. Rejects where fonts cannot be had. */
export async function show(workplace: Workplace, opened: OpenedEdition): Promise<void> {
  const [faces, settings] = await Promise.all([
    workplace.fonts.ready(),
    workplace.client.call("settings.get", {}),
  ]);
  await close(workplace);
  const open = openSession(workplace.client, opened, faces, settings.author);
  const [first] = open.session.state.edition.pages;
  workplace.editions.set(open);
  workplace.state.dispatch({ type: "opened", page: first?.attrs.id ?? "" });
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

export const openSample = (workplace: Workplace): Promise<void> =>
  waitingFor(workplace, "desk.opening", async () =>
    show(workplace, await workplace.client.call("editions.sample", {})),
  );

export const openPath = (workplace: Workplace, path: string): Promise<void> =>
  waitingFor(workplace, "desk.opening", async () =>
    show(workplace, await workplace.client.call("editions.open", { path })),
  );

export async function chooseAndOpen(workplace: Workplace): Promise<void> {
  const path = await workplace.shell.chooseFile("edition");
  if (path) await openPath(workplace, path);
}

/** Back to the start screen, once everything is on disk. */
export async function close(workplace: Workplace): Promise<void> {
  const open = workplace.editions.snapshot();
  if (!open) return;
  await open.session.saved();
  workplace.editions.set(null);
  workplace.state.dispatch({ type: "opened", page: "" });
  await workplace.client.call("editions.close", { edition: open.edition });
}
