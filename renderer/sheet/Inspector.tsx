/** The selected block's layout, or the page's where none is selected. Every field is a command, undone like any other. */
import type { Node } from "prosemirror-model";
import { setAttributes, setPlace } from "../../core/edition/commands.ts";
import { headlineOf } from "../../core/edition/headline.ts";
import { locate } from "../../core/edition/outline.ts";
import { fitsGrid, type Place } from "../../core/edition/place.ts";
import { reshaped } from "../../core/edition/shape.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { Choice, NumberField, SelectField } from "../desk/parts/fields.tsx";
import { useDesk, useOpenSession, useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { CornerFields } from "./CornerFields.tsx";
import { directed } from "./commands.ts";
import { fitOf, fitTone, fitWords } from "./describe.ts";
import { isNote, type Note, noteWords } from "./note-words.ts";
import { PageInspector } from "./PageInspector.tsx";
import { PictureFields, picturesOf } from "./PictureFields.tsx";
import { PicturePlace } from "./PicturePlace.tsx";
import { LEAST_LINES } from "./places.ts";
import { Remedies } from "./Remedies.tsx";

export function Inspector() {
  const block = useDesk((state) => state.block);
  const edition = useSession((state) => state.edition);
  const found = block ? locate(edition, block) : null;
  return found ? <BlockInspector key={block} node={found.node} /> : <PageInspector />;
}

function BlockInspector({ node }: { node: Node }) {
  const t = useT();
  const session = useOpenSession();
  const edition = useSession((state) => state.edition);
  const sheets = useSession((state) => state.sheets);
  const id = node.attrs.id as string;
  const kind = node.type.name;
  const holdsText = kind === "article" || kind === "continuation";
  const fit = fitOf(sheets, id);
  const set = (attrs: Readonly<Record<string, unknown>>) =>
    session.dispatch(setAttributes(id, attrs), { label: "desk.set-block" });
  return (
    <section className="inspector" aria-label={t("desk.inspector")}>
      <header className="panel-head">
        <span className="tag">{t(`desk.kind.${kind}`)}</span>
        <h2>{headlineOf(edition, node) || t(`desk.kind.${kind}`)}</h2>
        {fit ? (
          <p className="fit-line">
            <strong className="fit" data-tone={fitTone(fit)}>
              {fitWords(t, fit)}
            </strong>
            <span>{t("desk.fit.lines", { lines: fit.lines, available: fit.available })}</span>
            <FitBar lines={fit.lines} available={fit.available} tone={fitTone(fit)} />
          </p>
        ) : null}
      </header>
      <fieldset className="inspector-fields" disabled={session.readOnly}>
        {fit ? <Remedies id={id} /> : null}
        <BlockNotes notes={sheets.flatMap((sheet) => sheet.notes).filter(({ block }) => block === id)} />
        <PlaceFields id={id} place={node.attrs.place as Place | null} />
        {holdsText ? <TextFields node={node} set={set} /> : null}
        {(kind === "advert" ? [node] : picturesOf(node)).map((picture) => (
          <div key={picture.attrs.id}>
            <PictureFields node={picture} />
            {kind === "article" && node.attrs.place ? (
              <PicturePlace picture={picture} block={node.attrs.place as Place} />
            ) : null}
          </div>
        ))}
        {holdsText && node.attrs.place ? <CornerFields id={id} place={node.attrs.place as Place} /> : null}
      </fieldset>
      {fit && fit.jumps.length > 0 ? (
        <section className="panel-section">
          <h3>{t("desk.jumps")}</h3>
          <ul className="plain-list">
            {fit.jumps.map((jump) => (
              <li key={jump.id}>{jump.line}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="panel-section actions" aria-label={t("desk.actions")}>
        {kind === "article" ? <CommandButton id="article.jump" icon="jump" /> : null}
        {kind === "continuation" || fit?.jumps.length ? (
          <CommandButton id="article.follow-jump" icon="redo" />
        ) : null}
        <CommandButton id="article.move" icon="move" />
        <CommandButton id="layout.swap" icon="swap" />
        {node.attrs.place ? (
          <CommandButton id="layout.take-off" icon="close" />
        ) : (
          <CommandButton id="layout.place" icon="layout" />
        )}
        <CommandButton id="layout.pin" icon="lock" />
        <CommandButton id="article.remove" icon="remove" className="button danger" />
      </section>
    </section>
  );
}

/** What composition had to leave undone in the block; what is over stands in its fit already. */
function BlockNotes({ notes }: { notes: readonly Note[] }) {
  const t = useT();
  const told = notes.filter((note) => isNote(note) && note.code !== "overset");
  if (told.length === 0) return null;
  return (
    <section className="panel-section" aria-label={t("desk.notes")}>
      <h3>{t("desk.notes")}</h3>
      <ul className="plain-list">
        {told.map((note) => (
          <li key={`${note.code} ${note.detail}`}>{noteWords(t, note)}</li>
        ))}
      </ul>
    </section>
  );
}

function FitBar({ lines, available, tone }: { lines: number; available: number; tone: string }) {
  const share = available > 0 ? Math.min(1, lines / available) : 0;
  return (
    <span className="fit-bar" data-tone={tone} aria-hidden="true">
      <i ref={(bar) => bar?.style.setProperty("--share", String(share))} />
    </span>
  );
}

function PlaceFields({ id, place }: { id: string; place: Place | null }) {
  const t = useT();
  const session = useOpenSession();
  const { columns, lines } = useSession((state) => state.edition.style.grid);
  if (!place)
    return (
      <section className="panel-section">
        <h3>{t("desk.place")}</h3>
        <p className="hint">{t("desk.unplaced.hint")}</p>
      </section>
    );
  const move = (part: Partial<Place>) => {
    const next = reshaped({ ...place, ...part }, place.notches);
    if (fitsGrid(next, columns, lines)) session.dispatch(setPlace(id, next), { label: "desk.resize-block" });
  };
  return (
    <section className="panel-section" aria-label={t("desk.place")}>
      <h3>{t("desk.place")}</h3>
      <div className="field-grid">
        <NumberField
          label={t("desk.place.column")}
          value={place.column + 1}
          least={1}
          most={columns - place.columns + 1}
          onChange={(value) => move({ column: value - 1 })}
        />
        <NumberField
          label={t("desk.place.line")}
          value={place.line + 1}
          least={1}
          most={lines - place.lines + 1}
          onChange={(value) => move({ line: value - 1 })}
        />
        <NumberField
          label={t("desk.place.columns")}
          value={place.columns}
          least={1}
          most={columns - place.column}
          onChange={(value) => move({ columns: value })}
        />
        <NumberField
          label={t("desk.place.lines")}
          value={place.lines}
          least={LEAST_LINES}
          most={lines - place.line}
          onChange={(value) => move({ lines: value })}
        />
      </div>
    </section>
  );
}

/** Lines a block is squeezed or spread by at most, by hand. */
const MOST_SQUEEZED = 40;

function TextFields({ node, set }: { node: Node; set: (attrs: Readonly<Record<string, unknown>>) => void }) {
  const t = useT();
  const style = useSession((state) => state.edition.style);
  const article = node.type.name === "article";
  const columns = (node.attrs.place as Place | null)?.columns ?? style.grid.columns;
  const asked = node.attrs.textColumns as number;
  const measure = style.grid.measure * columns + style.grid.gap * (columns - 1);
  const width = (n: number) => Math.floor((measure - style.grid.gap * (n - 1)) / n);
  const counts = Array.from(
    { length: Math.max(1, Math.min(columns * 2, columns + 3)) },
    (_, i) => i + 1,
  ).filter((n) => width(n) >= 8);
  return (
    <section className="panel-section" aria-label={t("desk.text")}>
      <h3>{t("desk.text")}</h3>
      <SelectField
        label={t("desk.text.columns")}
        value={String(asked)}
        options={[
          ["0", t("desk.text.columns.auto", { n: columns, measure: style.grid.measure })],
          ...counts.map((n): [string, string] => [
            String(n),
            t(n === columns ? "desk.text.columns.n" : "desk.text.columns.broken", { n, measure: width(n) }),
          ]),
        ]}
        onChange={(value) => set({ textColumns: Number(value) })}
      />
      {article ? (
        <>
          <Choice
            label={t("desk.headline.direction")}
            value={node.attrs.headlineDirection as string}
            options={[
              ["horizontal", t("desk.headline.horizontal")],
              ["vertical", t("desk.headline.vertical")],
            ]}
            onChange={(headlineDirection) => set(directed(headlineDirection))}
          />
          {node.attrs.headlineDirection === "vertical" ? (
            <Choice
              label={t("desk.headline.side")}
              value={node.attrs.headlineSide as string}
              options={["auto", "left", "right"].map((side): [string, string] => [
                side,
                t(`desk.headline.side.${side}`),
              ])}
              onChange={(headlineSide) => set({ headlineSide })}
            />
          ) : null}
          <SelectField
            label={t("desk.headline.size")}
            value={String(node.attrs.headlineSize)}
            options={[
              ["0", t("desk.headline.size.auto")],
              ...style.scale
                .filter((size) => size >= 12)
                .map((size): [string, string] => [String(size), `${size} pt`]),
              ...(node.attrs.headlineSize && !style.scale.includes(node.attrs.headlineSize as number)
                ? [[String(node.attrs.headlineSize), `${node.attrs.headlineSize} pt`] as [string, string]]
                : []),
            ]}
            onChange={(value) => set({ headlineSize: Number(value) })}
          />
          <SelectField
            label={t("desk.rank")}
            value={String(node.attrs.rank)}
            options={Array.from({ length: 13 }, (_, n): [string, string] => [
              String(n),
              n === 0 ? t("desk.rank.none") : n === 1 ? t("desk.rank.lead") : t("desk.rank.n", { n }),
            ])}
            onChange={(value) => set({ rank: Number(value) })}
          />
          <Choice
            label={t("desk.article-kind")}
            value={node.attrs.kind as string}
            options={["news", "commentary", "brief"].map((kind): [string, string] => [
              kind,
              t(`desk.article-kind.${kind}`),
            ])}
            onChange={(kind) => set({ kind })}
          />
        </>
      ) : null}
      <NumberField
        label={t("desk.squeeze")}
        value={node.attrs.squeeze as number}
        least={-MOST_SQUEEZED}
        most={MOST_SQUEEZED}
        onChange={(squeeze) => set({ squeeze })}
      />
      <Choice
        label={t("desk.box")}
        value={node.attrs.box as string}
        options={["none", "rule", "tint", "ornament"].map((box): [string, string] => [
          box,
          t(`desk.box.${box}`),
        ])}
        onChange={(box) => set({ box })}
      />
    </section>
  );
}
