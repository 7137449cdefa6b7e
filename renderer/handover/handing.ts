/**
 * The handing over that is under way, or has ended, apart from the dialog that shows it: writing goes on while pages
 * are sent. One at a time. A password is held for as long as it takes, and no longer than the window stands.
 */
import type { Input } from "../../host/contract.ts";
import { followJob, type JobDone, type Progress } from "../desk/flows/job.ts";
import { createStore } from "../desk/store.ts";
import type { Workplace } from "../desk/workplace.ts";
import type { OpenEdition } from "../session/open-edition.ts";

export type HandoverChoice = Omit<Input<"handover.start">, "edition" | "locale">;

export interface HandoverTrouble {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type HandoverStage =
  | { readonly name: "ask" }
  | { readonly name: "running"; readonly progress: Progress; readonly cancel: () => void }
  | { readonly name: "failed"; readonly trouble: HandoverTrouble; readonly choice: HandoverChoice }
  | { readonly name: "done"; readonly done: JobDone };

const ask: HandoverStage = { name: "ask" };
export const handing = createStore<HandoverStage, HandoverStage>((_, next) => next, ask);

export const askAgain = (): void => handing.dispatch(ask);

/** Does nothing while pages are being handed over already. How it ended is told in the dialog, or as a notice. */
export async function startHandover(
  workplace: Workplace,
  open: OpenEdition,
  choice: HandoverChoice,
): Promise<void> {
  if (handing.snapshot().name === "running") return;
  const { client, state } = workplace;
  const away = () => state.snapshot().dialog?.kind !== "handover";
  try {
    const done = await followJob(
      workplace,
      open,
      () =>
        client.call("handover.start", {
          ...choice,
          edition: open.edition,
          locale: state.snapshot().locale,
        }),
      (progress, cancel) => handing.dispatch({ name: "running", progress, cancel }),
    );
    handing.dispatch(done ? { name: "done", done } : ask);
    if (done && away())
      state.dispatch({
        type: "notice",
        notice: { tone: "ok", key: "handover.arrived", values: { place: done.path } },
      });
  } catch (error) {
    const { key, values, message } = error as Partial<HandoverTrouble> & { readonly message?: string };
    const trouble = key
      ? { key, values: values ?? {} }
      : { key: "host.fault", values: { message: message ?? String(error) } };
    handing.dispatch({ name: "failed", trouble, choice });
    if (away()) state.dispatch({ type: "notice", notice: { tone: "error", ...trouble } });
  }
}

/** What is remembered of handing over: where to, with whose key, and whom the printer asks. Never a secret. */
export interface Remembered {
  /** The last first. */
  readonly targets: readonly { readonly target: string; readonly keyFile: string }[];
  readonly contact: string;
}

const MOST = 8;

export async function rememberedTargets({ client }: Workplace): Promise<Remembered> {
  const { desk } = await client.call("settings.get", {});
  const { targets, contact } = (desk.handover ?? {}) as Partial<Remembered>;
  const known = Array.isArray(targets) ? targets : [];
  return {
    targets: known.flatMap(({ target, keyFile }) =>
      typeof target === "string" ? [{ target, keyFile: typeof keyFile === "string" ? keyFile : "" }] : [],
    ),
    contact: typeof contact === "string" ? contact : "",
  };
}

export async function rememberTarget(
  workplace: Workplace,
  target: string,
  keyFile: string,
  contact: string,
): Promise<void> {
  const { client } = workplace;
  const { targets } = await rememberedTargets(workplace);
  const { desk } = await client.call("settings.get", {});
  const others = targets.filter((known) => known.target !== target);
  const handover: Remembered = { targets: [{ target, keyFile }, ...others].slice(0, MOST), contact };
  await client.call("settings.set", { desk: { ...desk, handover } });
}
