/** What changed on the page at the moment looked at, or since: by article, in words, each with the way back. */
import "./changes.css";
import type { AttributeChange, BlockChange } from "../../core/edition/compare.ts";
import { type Place, samePlace } from "../../core/edition/place.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { useSelected } from "../desk/store.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { look, restore } from "./actions.ts";
import { historyOf, placeOf } from "./store.ts";
import { Words } from "./Words.tsx";
import { clockTime, doneIn, labelWords, momentTime } from "./words.ts";

/** Most parts of an article that are shown. */
const PARTS = 12;
const againsts = ["before", "now"] as const;

export function Changes({ open }: { open: OpenEdition }) {
  const t = useT();
  const workplace = useWorkplace();
  const store = historyOf(workplace, open);
  const state = useSelected(store, (value) => value);
  const place = placeOf(state);
  if (!place) return <p className="history-hint">{t("history.changes.at-now")}</p>;
  const changes = state.seen && state.seen.page === state.page ? state.seen.changes : null;
  const { stretch } = place;
  const writable = !open.session.readOnly;
  return (
    <>
      <div className="history-moment">
        <p>
          <b>{momentTime(place.at) || t("history.no-time")}</b>
          <span>{stretch.author || t("history.no-author")}</span>
          {state.seen?.seq === place.seq && state.seen.label ? (
            <span>{labelWords(t, state.seen.label)}</span>
          ) : null}
        </p>
        <p className="history-done">
          {clockTime(stretch.began)}–{clockTime(stretch.ended)} {doneIn(t, stretch)}
        </p>
        <fieldset className="choice" aria-label={t("history.against")}>
          {againsts.map((against) => (
            <button
              key={against}
              type="button"
              aria-pressed={state.against === against}
              onClick={() => {
                store.dispatch({ against });
                look(workplace, open);
              }}
            >
              {t(`history.against.${against}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <section
        className="history-changes"
        aria-label={t("history.changes")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys too
        tabIndex={0}
        aria-busy={state.busy}
      >
        {changes?.facts ? <p className="history-note">{t("history.facts")}</p> : null}
        {changes?.style ? <p className="history-note">{t("history.style")}</p> : null}
        {changes?.blocks.map((block) => (
          <Block
            key={block.id}
            block={block}
            time={momentTime(place.at)}
            onRestore={writable ? () => void restore(workplace, open, block.id) : null}
          />
        ))}
        {changes && changes.blocks.length === 0 && !changes.facts && !changes.style ? (
          <p className="history-hint">
            {t(
              state.index === 0 && state.against === "before"
                ? "history.begins"
                : `history.changes.none.${state.against}`,
            )}
          </p>
        ) : null}
      </section>
      <footer className="history-foot">
        <CommandButton id="history.restore-page" className="button primary" />
      </footer>
    </>
  );
}

interface BlockProps {
  readonly block: BlockChange;
  readonly time: string;
  readonly onRestore: (() => void) | null;
}

function Block({ block, time, onRestore }: BlockProps) {
  const t = useT();
  const { kind, headline, what, page, parts, attributes, added, removed, reordered } = block;
  const names = new Set(attributes.flatMap(attributeNames));
  const moved = page.before && page.after && page.before !== page.after;
  const notes = [
    ...(moved ? [t("history.moved-page", { from: page.before ?? "", to: page.after ?? "" })] : []),
    ...[...names].map((name) => t(`history.attribute.${name}`)),
    ...(added.length + removed.length > 0 && what === "changed" ? [t("history.objects")] : []),
    ...(reordered ? [t("history.reordered")] : []),
  ];
  // Of an article that came or went whole, the headline says enough.
  const shown = what === "changed" ? parts : [];
  return (
    <article className="history-block" data-what={what}>
      <header>
        <span className="history-what">{t(`history.what.${what}`)}</span>
        <h3>{headline || t(`desk.kind.${kind}`)}</h3>
        {onRestore && kind !== "masthead" && kind !== "continuation" ? (
          <button
            type="button"
            className="history-restore"
            title={t("history.restore-article.about", { time })}
            aria-label={`${t("history.restore-article")} ${headline}`}
            onClick={onRestore}
          >
            <Icon name="undo" />
            {t("history.restore-article")}
          </button>
        ) : null}
      </header>
      {notes.length > 0 ? <p className="history-note">{notes.join("；")}</p> : null}
      {shown.slice(0, PARTS).map(({ role, before, after, spans }) => (
        <div key={`${role} ${before} ${after}`} className="history-part">
          <span>
            {t(role === "paragraph" ? `history.part.${partVerb(before, after)}` : `editor.part.${role}`)}
          </span>
          <Words before={before} after={after} spans={spans} />
        </div>
      ))}
      {shown.length > PARTS ? (
        <p className="history-note">{t("history.parts-more", { n: shown.length - PARTS })}</p>
      ) : null}
    </article>
  );
}

const partVerb = (before: string | null, after: string | null) =>
  before === null ? "added" : after === null ? "removed" : "changed";

const told = new Set([
  ...["place", "crop", "focus", "source", "rank", "textColumns", "headlineSize"],
  ...["headlineDirection", "headlineSide", "box", "kind", "target", "squeeze"],
]);
/** A place that differs says whether the block was moved, or given another shape, or both. */
function attributeNames({ name, before, after }: AttributeChange): string[] {
  if (name !== "place" || !before || !after) return [told.has(name) ? name : "other"];
  const [{ notches: a, ...from }, { notches: b, ...to }] = [before as Place, after as Place];
  return [
    ...(samePlace(from, to) ? [] : ["place"]),
    ...(JSON.stringify(a) === JSON.stringify(b) ? [] : ["shape"]),
  ];
}
