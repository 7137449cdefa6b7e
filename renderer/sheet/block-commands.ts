/** Commands that make a block: an article to be written, a place for an advert, the masthead, a picture in a story. */
import { addBlock, insertPicture, removeBlock, setPlace } from "../../core/edition/commands.ts";
import { locate } from "../../core/edition/outline.ts";
import { schema } from "../../core/edition/schema.ts";
import type { CommandContext, DeskCommand } from "../commands/command.ts";
import { addPictures } from "../desk/flows/drop.ts";
import { freePlace } from "./layout-commands.ts";

const writable = ({ open }: CommandContext) => open !== null && !open.session.readOnly;

/** The page in front. */
function pageOf({ open, state }: CommandContext) {
  const { page } = state.snapshot();
  return open?.session.state.edition.pages.find(({ attrs }) => attrs.id === page);
}

/** Lines of a masthead over the whole page; columns and lines of what has no text and no picture yet. */
const MASTHEAD = 17;
const NEW = { article: { columns: 2, lines: 20 }, advert: { columns: 4, lines: 20 } };

/** Adds a block to the page in front, into free space where there is some, and selects it. */
function add(context: CommandContext, kind: "article" | "advert", label: string): void {
  const { open, state } = context;
  const page = pageOf(context);
  if (!open || !page) return;
  const id = crypto.randomUUID();
  const content =
    kind === "article" ? [schema.node("headline"), schema.node("paragraph")] : [schema.node("caption")];
  const group = `new ${id}`;
  open.session.dispatch(addBlock(page.attrs.number, schema.node(kind, { id }, content)), { label, group });
  const free = freePlace(open.session.state.edition, page.attrs.number);
  if (free) {
    const columns = Math.min(NEW[kind].columns, free.columns);
    const lines = Math.min(NEW[kind].lines, free.lines);
    open.session.dispatch(setPlace(id, { ...free, columns, lines }), { label, group });
  }
  state.dispatch({ type: "block", block: id });
}

export const blockCommands: readonly DeskCommand[] = [
  {
    id: "article.new",
    label: "desk.article.new",
    also: "desk.also.new-article",
    menu: "article",
    when: writable,
    run(context) {
      add(context, "article", "desk.article.new");
      const { state, open } = context;
      const { block } = state.snapshot();
      const made = open && block ? locate(open.session.state.edition, block) : null;
      if (made?.node.type.name !== "article") return;
      // The caret stands in the headline: what is typed next is the story's.
      state.dispatch({ type: "view", view: "write" });
      state.dispatch({ type: "caret", page: made.page.attrs.id, pos: made.pos + 2 });
    },
  },
  {
    id: "layout.advert",
    label: "desk.advert.new",
    also: "desk.also.advert",
    menu: "layout",
    when: writable,
    run: (context) => add(context, "advert", "desk.advert.new"),
  },
  {
    id: "layout.masthead",
    label: "desk.masthead.new",
    menu: "layout",
    when: (context) =>
      writable(context) && pageOf(context)?.children.every(({ type }) => type.name !== "masthead") === true,
    run(context) {
      const { open, state } = context;
      const page = pageOf(context);
      if (!open || !page) return;
      const id = crypto.randomUUID();
      const { columns } = open.session.state.edition.style.grid;
      const taken = page.children.some(({ attrs }) => attrs.place && attrs.place.line < MASTHEAD);
      const place = taken ? null : { column: 0, line: 0, columns, lines: MASTHEAD };
      const block = schema.node("masthead", { id, place });
      open.session.dispatch(addBlock(page.attrs.number, block), { label: "desk.masthead.new" });
      state.dispatch({ type: "block", block: id });
    },
  },
  {
    id: "article.picture",
    label: "desk.picture.into",
    also: "desk.also.picture",
    menu: "article",
    when: (context) => writable(context) && articleOf(context) !== null,
    async run(context) {
      const article = articleOf(context);
      if (!context.open || !article) return;
      const files = await context.shell.chooseUploads("image/*", false);
      if (files.length === 0) return;
      const id = crypto.randomUUID();
      const picture = schema.node("picture", { id }, [schema.node("caption")]);
      context.open.session.dispatch(insertPicture(article, picture), { label: "desk.picture.into" });
      await addPictures(context, files, null, id);
      // A file that could not be taken leaves no empty frame.
      const placed = locate(context.open.session.state.edition, id)?.node;
      if (placed && !placed.attrs.source)
        context.open.session.dispatch(removeBlock(id), { label: "desk.picture.into" });
    },
  },
];

function articleOf({ open, state }: CommandContext): string | null {
  const { block } = state.snapshot();
  const node = open && block ? locate(open.session.state.edition, block)?.node : null;
  return node?.type.name === "article" ? block : null;
}
