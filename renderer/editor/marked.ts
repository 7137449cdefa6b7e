/**
 * Marks over the galley that are computed beside it: decorations that move with the text until they are made anew.
 *
 * They are made anew when a source says so and something looked at has changed, and never while an input method
 * composes.
 */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { addGalleyPlugin, type GalleyContext } from "./plugins.ts";

interface Source {
  subscribe(listener: () => void): () => void;
}

interface Marks {
  readonly name: string;
  /** What tells that something may have changed. */
  sources(galley: GalleyContext): readonly Source[];
  /** What the marks are made of: as long as each value is the same, they stand. */
  seen(galley: GalleyContext): readonly unknown[];
  /** The marks now, in the galley's positions. */
  made(galley: GalleyContext): readonly Decoration[];
}

export function markGalley({ name, sources, seen, made }: Marks): void {
  const key = new PluginKey<DecorationSet>(name);
  addGalleyPlugin(
    (galley) =>
      new Plugin({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, shown) =>
            (tr.getMeta(key) as DecorationSet | undefined) ?? shown.map(tr.mapping, tr.doc),
        },
        props: { decorations: (state) => key.getState(state) },
        view: () => {
          let before: readonly unknown[] = [];
          let waiting = false;
          const refresh = () => {
            const now = seen(galley);
            if (waiting || now.every((value, i) => value === before[i])) return;
            waiting = true;
            galley.whenFree(() => {
              waiting = false;
              before = now;
              const { view } = galley;
              if (!view) return;
              const set = DecorationSet.create(view.state.doc, [...made(galley)]);
              view.dispatch(view.state.tr.setMeta(key, set).setMeta("addToHistory", false));
            });
          };
          const ends = sources(galley).map((source) => source.subscribe(refresh));
          // The view is not there yet while its plugins are made.
          queueMicrotask(refresh);
          return {
            destroy() {
              for (const end of ends) end();
            },
          };
        },
      }),
  );
}

/** `attrs` over a stretch of a page's textblock; nothing where the galley does not show it. */
export function markOver(
  galley: GalleyContext,
  { page, pos, from, to }: { page: string; pos: number; from: number; to: number },
  attrs: { class: string; title?: string },
): readonly Decoration[] {
  const start = galley.fromPage(page, pos + 1 + from);
  const end = galley.fromPage(page, pos + 1 + to);
  return start !== null && end !== null && start < end ? [Decoration.inline(start, end, attrs)] : [];
}
