/**
 * Findings as underlines in the galley: decorations, mapped through edits in flight until the next check arrives.
 *
 * Nothing is dispatched while an input method composes; decorations then only move with the text.
 */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { addGalleyPlugin, type GalleyContext } from "../editor/plugins.ts";
import { translator } from "../i18n/locale.tsx";
import { type Stretch, tracer } from "./places.ts";
import { itemsIn, roundOf } from "./round.ts";

const key = new PluginKey<DecorationSet>("findings");

function findingsPlugin(galley: GalleyContext): Plugin {
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
        const { hidden, ignored, lit } = roundOf(open).snapshot();
        const now = [
          open.session.state.proofing,
          open.decisions.snapshot(),
          hidden,
          ignored,
          lit,
          mark,
          locale,
        ];
        if (waiting || now.every((value, i) => value === seen[i])) return;
        waiting = true;
        galley.whenFree(() => {
          waiting = false;
          seen = now;
          const { view } = galley;
          if (view)
            view.dispatch(view.state.tr.setMeta(key, decorations(galley)).setMeta("addToHistory", false));
        });
      };
      const ends = [open.session, open.decisions, roundOf(open), workplace.state].map((source) =>
        source.subscribe(refresh),
      );
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

/** What is underlined now, in the galley's positions. */
function decorations(galley: GalleyContext): DecorationSet {
  const { open, workplace, view } = galley;
  const items = itemsIn(open);
  if (!view || !items) return DecorationSet.empty;
  const { mark, locale } = workplace.state.snapshot();
  const { hidden, ignored, lit } = roundOf(open).snapshot();
  const t = translator(locale);
  const locate = tracer(items.reading, open.session.state.reading);
  const list: Decoration[] = [];
  const add = (places: readonly Stretch[], attrs: { class: string; title?: string }) => {
    for (const { page, pos, from, to } of places) {
      const start = galley.fromPage(page, pos + 1 + from);
      const end = galley.fromPage(page, pos + 1 + to);
      if (start !== null && end !== null && start < end) list.push(Decoration.inline(start, end, attrs));
    }
  };
  for (const { id, finding, decision } of items.findings) {
    const { severity, message, span, evidence } = finding;
    if ((decision !== null) !== ignored || hidden.includes(severity)) continue;
    const front = id === mark;
    add(locate(span), {
      class: `finding finding-${severity}${front ? " finding-front" : ""}`,
      title: `${t(`desk.proof.${severity}`)}：${t(message.key, message.values)}`,
    });
    if (front) for (const place of evidence) add(locate(place), { class: "finding-evidence" });
  }
  add(lit, { class: "finding-evidence finding-lit" });
  return DecorationSet.create(view.state.doc, list);
}

addGalleyPlugin(findingsPlugin);
