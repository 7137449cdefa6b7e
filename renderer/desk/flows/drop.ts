/** Files dropped on the desk, by what they are: editions open, texts are imported, pictures go to the page. */

import { word } from "../../../core/catalogue/catalogue.ts";
import type { Values } from "../../../core/catalogue/message.ts";
import { pageGrid } from "../../../core/compose/flow/grid.ts";
import { addBlock, setAttributes, setPlace } from "../../../core/edition/commands.ts";
import { locate } from "../../../core/edition/outline.ts";
import type { Place } from "../../../core/edition/place.ts";
import { schema } from "../../../core/edition/schema.ts";
import type { Output } from "../../../host/contract.ts";
import { pictureAt } from "../../sheet/hit.ts";
import { freePlace } from "../../sheet/layout-commands.ts";
import { blockAt, placedBlocks } from "../../sheet/places.ts";
import type { SheetPoint } from "../../sheet/stage.ts";
import type { Workplace } from "../workplace.ts";
import { importFiles } from "./import.ts";
import { failed, openPath } from "./open.ts";

const isPicture = (file: File) => /\.(jpe?g|png|tiff?|webp|pdf)$/i.test(file.name);
const isText = (file: File) => /\.(txt|docx)$/i.test(file.name);

export async function dropOnSheet(
  workplace: Workplace,
  files: readonly File[],
  point: SheetPoint | null,
): Promise<void> {
  try {
    const edition = files.find((file) => /\.dayang$/i.test(file.name));
    if (edition) {
      const path = workplace.shell.pathOf(edition);
      if (path) return await openPath(workplace, path);
      workplace.state.dispatch({
        type: "notice",
        notice: { tone: "warn", key: "desk.drop.use-open", values: { file: edition.name } },
      });
      return;
    }
    const pictures = files.filter(isPicture);
    if (files.some(isText)) await importFiles(workplace, files);
    else if (pictures.length > 0 && workplace.editions.snapshot())
      await addPictures(workplace, pictures, point);
    else if (files[0]) {
      workplace.state.dispatch({
        type: "notice",
        notice: { tone: "warn", key: "desk.drop.unknown", values: { file: files[0].name } },
      });
    }
  } catch (error) {
    failed(workplace, error);
  }
}

/**
 * Puts pictures into the edition: on `frame`, or the picture or advert under `point` (or selected), as its new source,
 * else as new blocks, at the point or in free space.
 */
export async function addPictures(
  workplace: Workplace,
  files: readonly File[],
  point: SheetPoint | null,
  frame?: string,
): Promise<void> {
  const open = workplace.editions.snapshot();
  if (!open || open.session.readOnly) return;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const added = workplace.client.call("pictures.add", {
      edition: open.edition,
      file: { name: file.name, bytes },
    });
    // One that cannot be taken is named, and keeps none of the others out.
    const facts = await added.catch((error) => notTaken(workplace, file.name, error));
    if (!facts) continue;
    tellFaults(workplace, file.name, facts);
    const { edition } = open.session.state;
    const source = { source: facts.digest, width: facts.width, height: facts.height };
    const target = frame ?? pictureUnder(workplace, point);
    if (target) {
      const kind = locate(edition, target)?.node.type.name;
      const attrs = kind === "advert" ? source : { ...source, crop: WHOLE, focus: CENTRE };
      open.session.dispatch(setAttributes(target, attrs), { label: "desk.picture.add" });
      continue;
    }
    const pageId = point?.page ?? workplace.state.snapshot().page;
    const page = edition.pages.find((candidate) => candidate.attrs.id === pageId);
    if (!page) continue;
    const id = crypto.randomUUID();
    const number = page.attrs.number as string;
    const kind = facts.media === "application/pdf" ? "advert" : "picture";
    const block = schema.node(kind, { id, ...source }, [schema.node("caption")]);
    const group = `picture ${id}`;
    open.session.dispatch(addBlock(number, block), { label: "desk.picture.add", group });
    const place = placeFor(workplace, number, pageId, facts, point);
    if (place) open.session.dispatch(setPlace(id, place), { label: "desk.picture.add", group });
    workplace.state.dispatch({ type: "block", block: id });
  }
}

/** Says of a file that it was not taken, and why; what is no Problem is thrown on. */
function notTaken({ state }: Workplace, file: string, error: unknown): null {
  const { key, values } = error as { key?: string; values?: Values };
  if (!key) throw error;
  const reason = word(state.snapshot().locale, key, values ?? {});
  const notice = { tone: "error" as const, key: "desk.drop.not-taken", values: { file, reason } };
  state.dispatch({ type: "notice", notice });
  return null;
}

/** An advertisement as PDF is judged as it comes in: at midnight there is nobody to send a better one. */
function tellFaults({ state }: Workplace, file: string, { problems }: Output<"pictures.add">): void {
  const [first] = problems;
  if (!first) return;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const { locale } = state.snapshot();
  const said = word(locale, first.message.key, first.message.values);
  const values = { file, standard: "PDF/X-4", errors, warnings: problems.length - errors, first: said };
  state.dispatch({ type: "notice", notice: { tone: "warn", key: "placed.found", values } });
}

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
const CENTRE = { x: 0.5, y: 0.5 };

function pictureUnder(workplace: Workplace, point: SheetPoint | null): string | null {
  const open = workplace.editions.snapshot();
  if (!open) return null;
  const { edition } = open.session.state;
  if (!point) {
    const { block } = workplace.state.snapshot();
    const node = block ? locate(edition, block)?.node : null;
    return node && (node.type.name === "picture" || node.type.name === "advert") && !node.attrs.source
      ? block
      : null;
  }
  const sheet = open.session.state.sheets.find(({ page }) => page === point.page);
  return pictureAt(sheet, point.x, point.y)?.block ?? null;
}

/** Two columns wide and as deep as the picture asks, at the point; without one, in the largest free place. */
function placeFor(
  workplace: Workplace,
  number: string,
  pageId: string,
  { width, height }: { readonly width: number; readonly height: number },
  point: SheetPoint | null,
): Place | null {
  const open = workplace.editions.snapshot();
  if (!open) return null;
  const { edition } = open.session.state;
  const grid = pageGrid(edition.style);
  const depth = (columns: number) =>
    Math.max(4, Math.round((grid.span(columns) * height) / Math.max(1, width) / grid.pitch) + 2);
  if (!point) {
    const free = freePlace(edition, number);
    if (!free) return null;
    const columns = Math.min(free.columns, 4);
    return { ...free, columns, lines: Math.min(free.lines, depth(columns)) };
  }
  const page = edition.pages.find((candidate) => candidate.attrs.id === pageId);
  const under = page && blockAt(placedBlocks(page, edition.style), point.x, point.y);
  const columns = Math.min(2, grid.columns, under?.place.columns ?? 2);
  const lines = Math.min(depth(columns), grid.lines);
  const step = grid.columns > 1 ? grid.columnX(1) - grid.columnX(0) : grid.areaWidth;
  const column = Math.floor((point.x - grid.left) / step);
  const line = Math.round((point.y - grid.top) / grid.pitch);
  return {
    column: Math.min(grid.columns - columns, Math.max(0, column)),
    line: Math.min(grid.lines - lines, Math.max(0, line)),
    columns,
    lines,
  };
}
