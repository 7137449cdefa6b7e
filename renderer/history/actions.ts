/** What a person does with the past: look, compare, restore, keep a version, export the record. */
import { editionFromJSON } from "../../core/edition/edition.ts";
import { restoreBlock, restorePage } from "../../core/edition/restore.ts";
import type { CommandContext } from "../commands/command.ts";
import { failed } from "../desk/flows/open.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { historyOf, indexAt, pastOf, placeOf, placesIn } from "./store.ts";
import { momentTime } from "./words.ts";

/** Reads what is known of the evening of the page in front. Looks at now where another page was looked at. */
export async function read(workplace: Workplace, open: OpenEdition): Promise<void> {
  const { client, state } = workplace;
  const store = historyOf(workplace, open);
  const { page } = state.snapshot();
  const { edition } = open;
  if (store.snapshot().page !== page)
    store.dispatch({ page, stretches: null, places: [], index: null, seen: null, busy: false });
  try {
    const [{ stretches }, versions, signatures] = await Promise.all([
      client.call("log.timeline", { edition, page }),
      client.call("versions.list", { edition }),
      client.call("signatures.list", { edition }),
    ]);
    if (store.snapshot().page !== page) return;
    const looked = placeOf(store.snapshot());
    const places = placesIn(stretches);
    const index = looked && indexAt(places, looked.seq);
    store.dispatch({ stretches, places, versions, signatures, index });
  } catch (error) {
    failed(workplace, error);
  }
}

/** Looks at the moment with this index; null, and the last, are now. */
export function goTo(workplace: Workplace, open: OpenEdition, index: number | null): void {
  const store = historyOf(workplace, open);
  const { places } = store.snapshot();
  const last = places.length - 1;
  const at = index === null || index >= last ? null : Math.max(0, index);
  store.dispatch({ index: at });
  look(workplace, open);
}

/** Composes the moment that is looked at, and compares it with what it is to be compared with. */
export function look(workplace: Workplace, open: OpenEdition): void {
  const store = historyOf(workplace, open);
  const { page, places, index, against } = store.snapshot();
  const place = placeOf(store.snapshot());
  if (!place || index === null) {
    store.dispatch({ seen: null, busy: false });
    return;
  }
  const last = places.at(-1)?.seq ?? place.seq;
  const compared = against === "before" ? (places[index - 1]?.seq ?? null) : last;
  store.dispatch({ busy: true });
  pastOf(workplace, open)
    .look({ page, seq: place.seq, against: compared }, (seen) => {
      const wanted = placeOf(store.snapshot());
      if (seen.page !== store.snapshot().page || !wanted) return;
      store.dispatch({ seen, busy: wanted.seq !== seen.seq });
    })
    .catch((error) => {
      store.dispatch({ busy: false });
      failed(workplace, error);
    });
}

/** One moment, or one stretch of work, earlier or later. */
export function step(context: CommandContext, by: -1 | 1, stretch = false): void {
  const { open } = context;
  if (!open) return;
  const { places, index } = historyOf(context, open).snapshot();
  const at = index ?? places.length - 1;
  if (!stretch) {
    goTo(context, open, at + by);
    return;
  }
  const here = places[at]?.stretch;
  const next = by > 0 ? places.findIndex((place, i) => i > at && place.stretch !== here) : -1;
  if (by > 0) {
    // The end of the next stretch: what was done in it is then seen.
    const of = places[next]?.stretch;
    goTo(context, open, next < 0 ? null : places.findLastIndex((place) => place.stretch === of));
  } else
    goTo(
      context,
      open,
      places.findLastIndex((place, i) => i < at && place.stretch !== here),
    );
}

/** Takes the view to the end of the log row `seq`. */
export function goToRow(workplace: Workplace, open: OpenEdition, seq: number): void {
  goTo(workplace, open, indexAt(historyOf(workplace, open).snapshot().places, seq));
}

/** Restores an article, or the page where none is named, as it was at the moment looked at: one change, undone as one. */
export async function restore(workplace: Workplace, open: OpenEdition, block: string | null): Promise<void> {
  const store = historyOf(workplace, open);
  const place = placeOf(store.snapshot());
  if (!place) return;
  const { page } = store.snapshot();
  try {
    const past = editionFromJSON(await pastOf(workplace, open).content(place.seq));
    const command = block === null ? restorePage(past, page) : restoreBlock(past, block);
    const label = block === null ? "history.restore-page" : "history.restore-article";
    const done = open.session.dispatch(command, { label });
    const taken =
      !done && block === null && !open.session.state.edition.pages.some((now) => now.attrs.id === page);
    const key = done
      ? "history.restored"
      : taken
        ? "history.page-number-taken"
        : "history.nothing-to-restore";
    const tone = done ? "ok" : taken ? "warn" : "info";
    workplace.state.dispatch({
      type: "notice",
      notice: { tone, key, values: { time: momentTime(place.at) }, passing: true },
    });
    if (done) goTo(workplace, open, null);
  } catch (error) {
    failed(workplace, error);
  }
}

/** Keeps the edition as it is now under a name. */
export async function takeVersion(workplace: Workplace, open: OpenEdition, name: string): Promise<void> {
  try {
    // What is on the screen is to be in it.
    await open.session.saved();
    const { edition, author } = open;
    await workplace.client.call("versions.take", { edition, round: "named", name, author });
    workplace.state.dispatch({
      type: "notice",
      notice: { tone: "ok", key: "history.version.taken", values: { name } },
    });
    await read(workplace, open);
  } catch (error) {
    failed(workplace, error);
  }
}

/** Runs of work on a paragraph that are asked for first, and then. */
const FIRST_RUNS = 3;
const ALL_RUNS = 40;

/** Shows who changed the paragraph that the caret is in. */
export async function blame(workplace: Workplace, open: OpenEdition): Promise<void> {
  const { state, client } = workplace;
  const { selection, caret } = state.snapshot();
  const store = historyOf(workplace, open);
  const page = selection?.page ?? caret?.page;
  const pos = selection?.from ?? caret?.pos ?? -1;
  const doc = open.session.state.edition.pages.find(({ attrs }) => attrs.id === page);
  const $at = doc && pos >= 0 && pos <= doc.content.size ? doc.resolve(pos) : null;
  if (!page || !$at?.parent.isTextblock) {
    store.dispatch({ tab: "blame", blame: null });
    return;
  }
  const quote = $at.parent.textContent;
  store.dispatch({ tab: "blame", blame: { quote, runs: null } });
  try {
    await open.session.saved();
    // The latest are there at once; the whole of a long evening takes a while to read.
    for (const most of [FIRST_RUNS, ALL_RUNS]) {
      const runs = await client.call("log.blame", { edition: open.edition, page, pos: $at.before(), most });
      if (store.snapshot().blame?.quote !== quote) return;
      store.dispatch({ blame: { quote, runs } });
      if (runs.length < most) return;
    }
  } catch (error) {
    store.dispatch({ blame: null });
    failed(workplace, error);
  }
}

/** Writes the record of the page in front to a file: a table for a spreadsheet, or JSON where its name ends so. */
export async function exportRecord(workplace: Workplace, open: OpenEdition): Promise<void> {
  const { client, shell, state } = workplace;
  const { locale, page } = state.snapshot();
  const { facts, pages } = open.session.state.edition;
  const number: string = pages.find(({ attrs }) => attrs.id === page)?.attrs.number ?? "";
  const name = translator(locale)("history.export.name", { ...facts, page: number });
  const path = await shell.chooseSavePath("record", name.trim());
  if (!path) return;
  await open.session.saved();
  const format = path.toLowerCase().endsWith(".json") ? "json" : "csv";
  const options = { path, format, page: number, locale, force: true } as const;
  const { rows } = await client.call("log.export", { edition: open.edition, ...options });
  state.dispatch({ type: "notice", notice: { tone: "ok", key: "history.exported", values: { n: rows } } });
}
