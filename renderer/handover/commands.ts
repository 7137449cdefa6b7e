/** What leaves the house: pages to the printer, the digital edition, the findings report. */
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { followJob, showProgress, tellStopped } from "../desk/flows/job.ts";
import { waitingFor } from "../desk/flows/open.ts";
import { baseName } from "../desk/words.ts";
import { translator } from "../i18n/locale.tsx";

const isOpen = ({ open }: CommandContext) => open !== null;

/** Follows a job with a notice that can stop it, and tells where what was made stands. */
async function make(
  context: CommandContext,
  start: Parameters<typeof followJob>[2],
  done: string,
): Promise<void> {
  const { open, state } = context;
  if (!open) return;
  const made = await waitingFor(context, "desk.export.saving", () =>
    followJob(context, open, start, showProgress(context)),
  );
  if (!made) return tellStopped(context);
  const values = { file: baseName(made.path), path: made.path };
  state.dispatch({ type: "notice", notice: { tone: "ok", key: done, values } });
}

const nameOf = ({ open }: CommandContext): string => {
  const { paper = "", date = "" } = open?.session.state.edition.facts ?? {};
  return [paper, date].filter(Boolean).join(" ");
};

export const handoverCommands: readonly DeskCommand[] = [
  {
    id: "dialog.handover",
    also: "desk.also.handover",
    label: "handover.command",
    menu: "file",
    keys: ["Mod-Shift-e"],
    when: isOpen,
    run: ({ state }) => state.dispatch({ type: "dialog", dialog: { kind: "handover" } }),
  },
  {
    id: "file.digital",
    also: "desk.also.digital",
    label: "digital.command",
    menu: "file",
    when: isOpen,
    async run(context) {
      const { open, shell, client, state } = context;
      const name = `${nameOf(context)} ${word(context, "digital.untitled")}`.trim();
      const folder = await shell.chooseSavePath("folder", name);
      if (!folder || !open) return;
      const { locale } = state.snapshot();
      await make(
        context,
        () => client.call("digital.start", { edition: open.edition, folder, locale }),
        "digital.made",
      );
    },
  },
  {
    id: "file.report",
    also: "desk.also.report",
    apart: true,
    label: "report.command",
    menu: "proof",
    when: isOpen,
    async run(context) {
      const { open, shell, client, state } = context;
      const name = `${nameOf(context)} ${word(context, "report.title")}`.trim();
      const path = await shell.chooseSavePath("report", `${name}.html`);
      if (!path || !open) return;
      const { locale } = state.snapshot();
      await make(
        context,
        () => client.call("report.start", { edition: open.edition, path, force: true, locale }),
        "report.made-at",
      );
    },
  },
];

const word = ({ state }: CommandContext, key: string) => translator(state.snapshot().locale)(key);
