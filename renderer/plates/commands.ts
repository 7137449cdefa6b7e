/** Commands of the plates view: what is shown, and the point whose ink is read. */
import { MM } from "../../core/edition/style.ts";
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { makePlates, platesIn, togglePlate } from "./plates.ts";

const inView = ({ open, state }: CommandContext) => open !== null && state.snapshot().view === "plates";

const sheetOf = ({ open, state }: CommandContext) =>
  open?.session.state.sheets.find(({ page }) => page === state.snapshot().page);

const plate = (name: string): DeskCommand => ({
  id: `plates.show.${name}`,
  label: `plates.show.${name}`,
  menu: "view",
  keys: [name],
  scope: "plates",
  when: inView,
  checked: ({ open }) => open !== null && !platesIn(open).snapshot().hidden.includes(name),
  run({ open }) {
    if (open) platesIn(open).dispatch(togglePlate(platesIn(open).snapshot(), name));
  },
});

/** Moves the point by so many mm, within the trim. */
const move = (id: string, key: string, dx: number, dy: number): DeskCommand => ({
  id: `plates.point.${id}`,
  label: `plates.point.${id}`,
  menu: "view",
  keys: [key],
  scope: "plates",
  quiet: true,
  when: inView,
  run(context) {
    const sheet = sheetOf(context);
    if (!context.open || !sheet) return;
    const store = platesIn(context.open);
    const { point } = store.snapshot();
    const from = point?.page === sheet.page ? point : { x: sheet.width / 2, y: sheet.height / 2 };
    const within = (value: number, end: number) => Math.min(end, Math.max(0, value));
    store.dispatch({
      hover: null,
      point: {
        page: sheet.page,
        x: within(from.x + dx * MM, sheet.width),
        y: within(from.y + dy * MM, sheet.height),
      },
    });
  },
});

const far = 10;

export const platesCommands: readonly DeskCommand[] = [
  {
    id: "plates.make",
    apart: true,
    label: "plates.make",
    menu: "view",
    when: inView,
    async run(context) {
      const sheet = sheetOf(context);
      if (context.open && sheet) await makePlates(context.client, context.open, sheet, { again: true });
    },
  },
  ...["c", "m", "y", "k"].map(plate),
  {
    id: "plates.total",
    label: "plates.total.grey",
    menu: "view",
    keys: ["t"],
    scope: "plates",
    when: inView,
    checked: ({ open }) => open !== null && platesIn(open).snapshot().total,
    run({ open }) {
      if (open) platesIn(open).dispatch({ total: !platesIn(open).snapshot().total });
    },
  },
  {
    id: "plates.over",
    label: "plates.over.red",
    menu: "view",
    keys: ["o"],
    scope: "plates",
    when: inView,
    checked: ({ open }) => open !== null && platesIn(open).snapshot().over,
    run({ open }) {
      if (open) platesIn(open).dispatch({ over: !platesIn(open).snapshot().over });
    },
  },
  move("left", "ArrowLeft", -1, 0),
  move("right", "ArrowRight", 1, 0),
  move("up", "ArrowUp", 0, -1),
  move("down", "ArrowDown", 0, 1),
  move("far-left", "Shift-ArrowLeft", -far, 0),
  move("far-right", "Shift-ArrowRight", far, 0),
  move("far-up", "Shift-ArrowUp", 0, -far),
  move("far-down", "Shift-ArrowDown", 0, far),
];
