/**
 * Findings as underlines in the galley: decorations, mapped through edits in flight until the next check arrives.
 *
 * Nothing is dispatched while an input method composes; decorations then only move with the text.
 */
import type { Decoration } from "prosemirror-view";
import { markGalley, markOver } from "../editor/marked.ts";
import type { GalleyContext } from "../editor/plugins.ts";
import { translator } from "../i18n/locale.tsx";
import { type Stretch, tracer } from "./places.ts";
import { itemsIn, roundOf } from "./round.ts";

markGalley({
  name: "findings",
  sources: ({ open, workplace }) => [open.session, open.decisions, roundOf(open), workplace.state],
  seen: ({ open, workplace }) => {
    const { mark, locale } = workplace.state.snapshot();
    const { hidden, ignored, lit } = roundOf(open).snapshot();
    return [open.session.state.proofing, open.decisions.snapshot(), hidden, ignored, lit, mark, locale];
  },
  made,
});

function made(galley: GalleyContext): readonly Decoration[] {
  const { open, workplace } = galley;
  const items = itemsIn(open);
  if (!items) return [];
  const { mark, locale } = workplace.state.snapshot();
  const { hidden, ignored, lit } = roundOf(open).snapshot();
  const t = translator(locale);
  const locate = tracer(items.reading, open.session.state.reading);
  const list: Decoration[] = [];
  const add = (places: readonly Stretch[], attrs: { class: string; title?: string }) => {
    for (const place of places) list.push(...markOver(galley, place, attrs));
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
  return list;
}
