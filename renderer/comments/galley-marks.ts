/**
 * Open comments in the galley: decorations over the anchors, which travel with the text by themselves.
 *
 * An anchor carries no look of its own: which threads are open, and which is in front, is the edition's and the desk's.
 */
import type { Decoration } from "prosemirror-view";
import { markGalley, markOver } from "../editor/marked.ts";
import type { GalleyContext } from "../editor/plugins.ts";
import { translator } from "../i18n/locale.tsx";
import { threadsOf } from "./store.ts";

markGalley({
  name: "comments",
  sources: ({ open, workplace }) => [open.session, workplace.state],
  seen: ({ open, workplace }) => {
    const { mark, locale } = workplace.state.snapshot();
    const { edition } = open.session.state;
    // Where nothing is commented, typing costs nothing.
    return [edition.comments ? edition : null, mark, locale];
  },
  made,
});

function made(galley: GalleyContext): readonly Decoration[] {
  const { mark, locale } = galley.workplace.state.snapshot();
  const t = translator(locale);
  return threadsOf(galley.open.session.state.edition)
    .filter(({ thread }) => !thread.resolved)
    .flatMap(({ thread: { kind, id, remarks }, places }) => {
      const title = t("comments.title", { kind: t(`comments.kind.${kind}`), text: remarks[0].text });
      const front = id === mark ? " comment-front" : "";
      return places.flatMap((place) =>
        markOver(galley, place, { class: `comment comment-${kind}${front}`, title }),
      );
    });
}
