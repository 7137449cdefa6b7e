/** Commands of signing off. */
import { roundToTake } from "../../core/edition/rounds.ts";
import { proofRounds } from "../../core/edition/signing.ts";
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { ask, chooseAndVerify, printRed, writeProof } from "./actions.ts";
import { step } from "./red-walk.ts";

const isOpen = ({ open }: CommandContext) => open !== null;
const isWritable = ({ open }: CommandContext) => open !== null && !open.session.readOnly;
const inView = (context: CommandContext) => isOpen(context) && context.state.snapshot().view === "sign";
/** Where the page in front stands. */
const front = ({ open, state }: CommandContext) => open?.rounds.page(state.snapshot().page);

export const roundsCommands: readonly DeskCommand[] = [
  {
    id: "rounds.take",
    apart: true,
    label: "rounds.take",
    also: "rounds.take.also",
    menu: "sign",
    keys: ["Mod-Alt-p"],
    when: (context) => isWritable(context) && front(context)?.release === null,
    run: (context) => ask(context, { kind: "take", page: context.state.snapshot().page }),
  },
  {
    id: "rounds.sign",
    label: "rounds.sign",
    also: "rounds.sign.also",
    menu: "sign",
    keys: ["Mod-Alt-g"],
    when: (context) => isWritable(context) && front(context)?.release === null,
    run(context) {
      const state = front(context);
      // The first who has not signed the round in hand.
      const round = state?.rounds.find(({ place }) => place === "current");
      const next = round?.roles.find(({ asked, standing }) => asked && standing !== "signed");
      const role = next?.role ?? round?.roles.find(({ asked }) => asked)?.role ?? "editor";
      const page = context.state.snapshot().page;
      const first = state ? roundToTake(state) : proofRounds[0];
      ask(context, { kind: "sign", page, round: round?.round ?? first, role });
    },
  },
  {
    id: "rounds.release",
    label: "rounds.release",
    also: "rounds.release.also",
    menu: "sign",
    when: (context) => isWritable(context) && front(context)?.release === null,
    run: (context) => ask(context, { kind: "release", page: context.state.snapshot().page }),
  },
  {
    id: "rounds.reopen",
    label: "rounds.reopen",
    also: "rounds.reopen.also",
    menu: "sign",
    when: (context) => isWritable(context) && Boolean(front(context)?.release),
    run: (context) => ask(context, { kind: "reopen", page: context.state.snapshot().page, again: null }),
  },
  {
    id: "rounds.proof",
    label: "rounds.proof",
    also: "rounds.proof.also",
    menu: "sign",
    when: isOpen,
    run: (context) => {
      const { open, state } = context;
      return open ? writeProof(context, open, state.snapshot().page, null) : undefined;
    },
  },
  {
    id: "rounds.verify",
    label: "rounds.verify",
    also: "rounds.verify.also",
    menu: "file",
    when: isOpen,
    run: (context) => (context.open ? chooseAndVerify(context, context.open) : undefined),
  },
  {
    id: "rounds.rules",
    label: "rounds.rules",
    menu: "sign",
    when: isWritable,
    run: (context) => ask(context, { kind: "rules" }),
  },
  {
    id: "rounds.red",
    apart: true,
    label: "rounds.red",
    also: "rounds.red.also",
    menu: "sign",
    keys: ["Mod-Alt-d"],
    when: isOpen,
    checked: (context) => inView(context) && context.open?.rounds.snapshot().mode === "red",
    run(context) {
      const { open, state } = context;
      if (!open) return;
      const on = inView(context) && open.rounds.snapshot().mode === "red";
      open.rounds.dispatch({ mode: on ? "sign" : "red" });
      state.dispatch({ type: "view", view: "sign" });
    },
  },
  {
    id: "rounds.red.print",
    label: "report.red.print",
    menu: "sign",
    when: (context) => isOpen(context) && (front(context)?.rounds.some(({ version }) => version) ?? false),
    run: (context) => (context.open ? printRed(context, context.open) : undefined),
  },
  {
    id: "rounds.next",
    label: "rounds.red.next",
    menu: "sign",
    keys: ["F7"],
    when: inView,
    run: (context) => step(context, 1),
  },
  {
    id: "rounds.previous",
    label: "rounds.red.previous",
    menu: "sign",
    keys: ["Shift-F7"],
    when: inView,
    run: (context) => step(context, -1),
  },
  ...(["ArrowDown", "ArrowUp"] as const).map(
    (key): DeskCommand => ({
      id: `rounds.list.${key}`,
      label: key === "ArrowDown" ? "rounds.red.next" : "rounds.red.previous",
      menu: "sign",
      keys: [key],
      scope: "rounds",
      quiet: true,
      run: (context) => step(context, key === "ArrowDown" ? 1 : -1),
    }),
  ),
];
