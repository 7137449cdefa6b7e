/**
 * Open comments in the galley: decorations over the anchors, which travel with the text by themselves.
 *
 * An anchor carries no look of its own: which threads are open, and which is in front, is the edition's and the desk's.
 */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { addGalleyPlugin, type GalleyContext } from "../editor/plugins.ts";
import { translator } from "../i18n/locale.tsx";
import { threadsOf } from "./store.ts";

const key = new PluginKey<DecorationSet>("comments");

function commentsPlugin(galley: GalleyContext): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) => (tr.getMeta(key) as DecorationSet | undefined) ?? shown.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view: () => {
      const { open, workplace } = galley;
      let seen: readonly unknown[] = [];
      let waiting = false;
      const refresh = () => {
        const { mark, locale } = workplace.state.snapshot();
        const now = [open.session.state.edition, mark, locale];
        if (waiting || now.every((value, i) => value === seen[i])) return;
        // Nothing is commented, and nothing was: typing costs nothing.
        if (
          !open.session.state.edition.comments &&
          seen.length > 0 &&
          !(seen[0] as { comments?: unknown }).comments
        ) {
          seen = now;
          return;
        }
        waiting = true;
        galley.whenFree(() => {
          waiting = false;
          seen = now;
          const { view } = galley;
          if (view)
            view.dispatch(view.state.tr.setMeta(key, decorations(galley)).setMeta("addToHistory", false));
        });
      };
      const ends = [open.session, workplace.state].map((source) => source.subscribe(refresh));
      // The view is not there yet while its plugins are made.
      queueMicrotask(refresh);
      return {
        destroy() {
          for (const end of ends) end();
        },
      };
    },
  });
}

/** What is marked now, in the galley's positions. */
function decorations(galley: GalleyContext): DecorationSet {
  const { open, workplace, view } = galley;
  if (!view) return DecorationSet.empty;
  const { mark, locale } = workplace.state.snapshot();
  const t = translator(locale);
  const list: Decoration[] = [];
  for (const { thread, places } of threadsOf(open.session.state.edition)) {
    if (thread.resolved) continue;
    const { kind, id, remarks } = thread;
    const title = t("comments.title", { kind: t(`comments.kind.${kind}`), text: remarks[0].text });
    for (const { page, pos, from, to } of places) {
      const start = galley.fromPage(page, pos + 1 + from);
      const end = galley.fromPage(page, pos + 1 + to);
      if (start === null || end === null || start >= end) continue;
      const front = id === mark ? " comment-front" : "";
      list.push(Decoration.inline(start, end, { class: `comment comment-${kind}${front}`, title }));
    }
  }
  return DecorationSet.create(view.state.doc, list);
}

addGalleyPlugin(commentsPlugin);
