/** The page's panel: its grid, what has no place yet, and what composition could not do. */

import { headlineOf } from "../../core/edition/headline.ts";
import { inReadingOrder } from "../../core/edition/jumps.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useDesk, useDispatch, useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { LayoutFindings } from "./LayoutFindings.tsx";
import { isNote, noteWords } from "./note-words.ts";

export function PageInspector() {
  const t = useT();
  const dispatch = useDispatch();
  const pageId = useDesk((state) => state.page);
  const edition = useSession((state) => state.edition);
  const sheets = useSession((state) => state.sheets);
  const page = edition.pages.find((candidate) => candidate.attrs.id === pageId);
  const sheet = sheets.find((candidate) => candidate.page === pageId);
  if (!page) return <section className="inspector" aria-label={t("desk.inspector")} />;
  const { grid } = edition.style;
  const unplaced = inReadingOrder(page).filter((block) => block.attrs.place === null);
  const notes = sheet?.notes.filter(isNote) ?? [];
  return (
    <section className="inspector" aria-label={t("desk.inspector")}>
      <header className="panel-head">
        <span className="tag">{edition.style.name}</span>
        <h2>{`${t("desk.page", { page: page.attrs.number as string })} ${page.attrs.title as string}`}</h2>
        <p className="hint">
          {t("desk.grid.words", {
            columns: grid.columns,
            measure: grid.measure,
            lines: grid.lines,
            size: grid.size,
          })}
        </p>
      </header>
      {unplaced.length > 0 ? (
        <section className="panel-section">
          <h3>{t("desk.unplaced.title", { n: unplaced.length })}</h3>
          <ul className="link-list">
            {unplaced.map((block) => (
              <li key={block.attrs.id}>
                <button type="button" onClick={() => dispatch({ type: "block", block: block.attrs.id })}>
                  {headlineOf(edition, block) || t(`desk.kind.${block.type.name}`)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {notes.length > 0 ? (
        <section className="panel-section">
          <h3>{t("desk.notes")}</h3>
          <ul className="link-list">
            {notes.map((note) => (
              <li key={`${note.code} ${note.block} ${note.detail}`}>
                <button type="button" onClick={() => dispatch({ type: "block", block: note.block })}>
                  {noteWords(t, note)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {sheet ? <LayoutFindings page={page} sheet={sheet} /> : null}
      <section className="panel-section actions" aria-label={t("desk.actions")}>
        <CommandButton id="layout.plan" icon="plan" />
        <CommandButton id="layout.picture" icon="picture" />
        <CommandButton id="view.spread" icon="spread" />
        <CommandButton id="page.rename" icon="write" />
        <CommandButton id="page.remove" icon="remove" />
      </section>
      <p className="hint inset">{t("desk.layout.hint")}</p>
    </section>
  );
}
