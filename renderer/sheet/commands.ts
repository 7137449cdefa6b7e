/** Commands on blocks: by keys on the sheet, from menus and palette. All work on the block that is selected. */

import { removeBlock, setAttributes, setPlace, setStyle } from "../../core/edition/commands.ts";
import { inReadingOrder } from "../../core/edition/jumps.ts";
import { locate } from "../../core/edition/outline.ts";
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { addPictures } from "../desk/flows/drop.ts";
import { followJumpCommand } from "./follow-jump.ts";
import { nudge, placeFree } from "./layout-commands.ts";
import { picturesOf } from "./PictureFields.tsx";
import type { Handle } from "./places.ts";

function selected(context: CommandContext) {
  const { block } = context.state.snapshot();
  const { open } = context;
  return open && block ? locate(open.session.state.edition, block) : null;
}

const writable = (context: CommandContext) => !context.open?.session.readOnly && selected(context) !== null;
const isPlaced = (context: CommandContext) =>
  writable(context) && Boolean(selected(context)?.node.attrs.place);
const isKind = (kind: string) => (context: CommandContext) =>
  writable(context) && selected(context)?.node.type.name === kind;
const isArticle = isKind("article");

/** The picture that is selected, or the first in the article that is. */
function pictureOf(context: CommandContext) {
  const block = selected(context)?.node;
  return block && picturesOf(block).find((picture) => picture.attrs.source);
}

const byCells = (
  id: string,
  label: string,
  key: string,
  handle: Handle,
  dx: number,
  dy: number,
): DeskCommand => ({
  id,
  label,
  menu: "layout",
  keys: [key],
  scope: "sheet",
  quiet: true,
  when: isPlaced,
  run({ open, state }) {
    const { block } = state.snapshot();
    if (block)
      open?.session.dispatch(nudge(block, handle, dx, dy), {
        label: handle === "move" ? "desk.move-block" : "desk.resize-block",
        group: `${id} ${block}`,
      });
  },
});

/** The next block in reading order, round and round. */
const step = (by: number) => (context: CommandContext) => {
  const { state, open } = context;
  const { page, block } = state.snapshot();
  const doc = open?.session.state.edition.pages.find((candidate) => candidate.attrs.id === page);
  if (!doc) return;
  const order = inReadingOrder(doc).map((node) => node.attrs.id as string);
  const at = block ? order.indexOf(block) : by > 0 ? -1 : 0;
  const next = order[(at + by + order.length) % order.length];
  if (next) state.dispatch({ type: "reveal", page, block: next });
};

const columns = (n: number): DeskCommand => ({
  id: `layout.columns.${n}`,
  label: `desk.columns.${n}`,
  menu: "layout",
  ...(n === 0 ? { apart: true } : {}),
  keys: [`Alt-${n}`],
  when: (context) => isArticle(context) || isKind("continuation")(context),
  checked: (context) => selected(context)?.node.attrs.textColumns === n,
  run: (context) => setOn(context, { textColumns: n }),
});

function setOn(context: CommandContext, attrs: Readonly<Record<string, unknown>>): void {
  const { block } = context.state.snapshot();
  if (block) context.open?.session.dispatch(setAttributes(block, attrs), { label: "desk.set-block" });
}

/** A size was chosen for a headline as it ran: turned, it takes the size that suits it. */
export const directed = (headlineDirection: string) => ({ headlineDirection, headlineSize: 0 });

export const sheetCommands: readonly DeskCommand[] = [
  {
    id: "layout.plan",
    apart: true,
    label: "desk.plan",
    also: "desk.also.plan",
    menu: "layout",
    keys: ["Mod-Shift-l"],
    when: ({ open }) => open !== null && !open.session.readOnly,
    run: ({ state }) => state.dispatch({ type: "dialog", dialog: { kind: "plan" } }),
  },
  {
    id: "layout.next",
    label: "desk.block.next",
    menu: "layout",
    keys: ["]"],
    scope: "sheet",
    when: ({ open }) => open !== null,
    run: step(1),
  },
  {
    id: "layout.previous",
    label: "desk.block.previous",
    menu: "layout",
    keys: ["["],
    scope: "sheet",
    when: ({ open }) => open !== null,
    run: step(-1),
  },
  byCells("layout.left", "desk.block.left", "ArrowLeft", "move", -1, 0),
  byCells("layout.right", "desk.block.right", "ArrowRight", "move", 1, 0),
  byCells("layout.up", "desk.block.up", "ArrowUp", "move", 0, -1),
  byCells("layout.down", "desk.block.down", "ArrowDown", "move", 0, 1),
  byCells("layout.narrower", "desk.block.narrower", "Shift-ArrowLeft", "e", -1, 0),
  byCells("layout.wider", "desk.block.wider", "Shift-ArrowRight", "e", 1, 0),
  byCells("layout.shorter", "desk.block.shorter", "Shift-ArrowUp", "s", 0, -1),
  byCells("layout.deeper", "desk.block.deeper", "Shift-ArrowDown", "s", 0, 1),
  {
    id: "layout.deselect",
    label: "desk.block.deselect",
    menu: "layout",
    keys: ["Escape"],
    scope: "sheet",
    quiet: true,
    when: ({ state }) => state.snapshot().block !== null,
    run: ({ state }) => state.dispatch({ type: "block", block: null }),
  },
  {
    id: "layout.swap",
    apart: true,
    label: "desk.swap",
    menu: "layout",
    keys: ["Mod-Alt-s"],
    when: isPlaced,
    run({ state }) {
      const { block } = state.snapshot();
      if (block) state.dispatch({ type: "dialog", dialog: { kind: "swap", block } });
    },
  },
  {
    id: "layout.place",
    label: "desk.place-free",
    menu: "layout",
    when: (context) => writable(context) && selected(context)?.node.attrs.place === null,
    run({ open, state }) {
      const { block } = state.snapshot();
      if (!block || open?.session.dispatch(placeFree(block), { label: "desk.place-free" })) return;
      state.dispatch({
        type: "notice",
        notice: { tone: "warn", key: "desk.page-full", values: {}, passing: true },
      });
    },
  },
  {
    id: "layout.take-off",
    label: "desk.take-off",
    menu: "layout",
    when: isPlaced,
    run({ open, state }) {
      const { block } = state.snapshot();
      if (block) open?.session.dispatch(setPlace(block, null), { label: "desk.take-off" });
    },
  },
  {
    id: "layout.pin",
    label: "desk.pin",
    menu: "layout",
    when: isPlaced,
    checked: (context) => Boolean(selected(context)?.node.attrs.pinned),
    run: (context) => setOn(context, { pinned: !selected(context)?.node.attrs.pinned }),
  },
  ...[0, 1, 2, 3, 4].map(columns),
  {
    id: "layout.vertical",
    label: "desk.headline.vertical",
    also: "desk.also.vertical",
    menu: "layout",
    when: isArticle,
    checked: (context) => selected(context)?.node.attrs.headlineDirection === "vertical",
    run: (context) =>
      setOn(
        context,
        directed(selected(context)?.node.attrs.headlineDirection === "vertical" ? "horizontal" : "vertical"),
      ),
  },
  {
    id: "layout.column-rules",
    label: "desk.column-rules",
    menu: "layout",
    when: ({ open }) => open !== null && !open.session.readOnly,
    checked: ({ open }) => Boolean(open?.session.state.edition.style.layout.columnRules),
    run({ open }) {
      if (!open) return;
      const { style } = open.session.state.edition;
      const layout = { ...style.layout, columnRules: !style.layout.columnRules };
      open.session.dispatch(setStyle({ ...style, layout }), { label: "desk.column-rules" });
    },
  },
  {
    id: "layout.picture",
    apart: true,
    label: "desk.picture.add",
    also: "desk.also.picture",
    menu: "layout",
    when: ({ open }) => open !== null && !open.session.readOnly,
    async run(context) {
      const files = await context.shell.chooseUploads("image/*,.pdf", true);
      await addPictures(context, files, null);
    },
  },
  {
    id: "layout.crop",
    label: "desk.crop",
    also: "desk.also.crop",
    menu: "layout",
    when: (context) => writable(context) && pictureOf(context) !== undefined,
    run(context) {
      const picture = pictureOf(context)?.attrs.id as string | undefined;
      if (picture) context.state.dispatch({ type: "dialog", dialog: { kind: "crop", picture } });
    },
  },
  {
    id: "article.jump",
    label: "desk.jump",
    also: "desk.also.jump",
    menu: "article",
    keys: ["Mod-j"],
    when: isArticle,
    run({ state }) {
      const { block } = state.snapshot();
      if (block) state.dispatch({ type: "dialog", dialog: { kind: "jump", article: block } });
    },
  },
  followJumpCommand,
  {
    id: "article.move",
    label: "desk.move-to-page",
    menu: "article",
    keys: ["Mod-Shift-m"],
    when: writable,
    run({ state }) {
      const { block } = state.snapshot();
      if (block) state.dispatch({ type: "dialog", dialog: { kind: "move", block } });
    },
  },
  {
    id: "article.remove",
    apart: true,
    label: "desk.remove",
    menu: "article",
    keys: ["Delete", "Backspace"],
    scope: "sheet",
    when: writable,
    run({ open, state }) {
      const { block } = state.snapshot();
      if (!block || !open?.session.dispatch(removeBlock(block), { label: "desk.remove" })) return;
      state.dispatch({ type: "block", block: null });
      state.dispatch({
        type: "notice",
        notice: { tone: "info", key: "desk.removed", values: {}, passing: true },
      });
    },
  },
];
