/** Edition, page tabs, views, zoom, saved state, palette. */
import { useEffect, useRef } from "react";
import { runCommand } from "../commands/table.ts";
import { useT } from "../i18n/locale.tsx";
import { MainMenu } from "./MainMenu.tsx";
import { CommandButton } from "./parts/CommandButton.tsx";
import { SavedState } from "./SavedState.tsx";
import { scaleOf, views } from "./state.ts";
import { weekday } from "./words.ts";
import { useDesk, useDispatch, useSession, useWorkplace } from "./workplace.ts";

export function Toolbar() {
  const t = useT();
  return (
    <header className="toolbar">
      <div className="toolbar-start">
        <MainMenu />
        <EditionName />
        <PageTabs />
      </div>
      <fieldset className="segmented" aria-label={t("desk.view")}>
        {views.map((view) => (
          <CommandButton key={view} id={`view.${view}`} icon={view} className="segment" />
        ))}
      </fieldset>
      <div className="toolbar-end">
        <CommandButton id="edit.undo" icon="undo" compact />
        <CommandButton id="edit.redo" icon="redo" compact />
        <span className="toolbar-rule" />
        <ZoomControl />
        <span className="toolbar-rule" />
        <SavedState />
        <CommandButton id="dialog.palette" icon="command" compact />
        <CommandButton
          id="dialog.export"
          icon="export"
          className="button primary"
          label="desk.export.short"
        />
      </div>
    </header>
  );
}

function EditionName() {
  const t = useT();
  const workplace = useWorkplace();
  const facts = useSession((state) => state.edition.facts);
  return (
    <button
      type="button"
      className="edition-name"
      title={t("desk.facts")}
      onClick={() => void runCommand("edition.facts", workplace)}
    >
      <strong>{facts.paper || t("desk.untitled")}</strong>
      <span>
        {facts.date}
        {facts.date ? ` ${weekday(t, facts.date)}` : ""}
      </span>
    </button>
  );
}

function PageTabs() {
  const t = useT();
  const dispatch = useDispatch();
  const pages = useSession((state) => state.edition.pages);
  const front = useDesk((state) => state.page);
  const tabs = useRef<HTMLFieldSetElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab pressed changes with the page in front
  useEffect(() => {
    tabs.current
      ?.querySelector("[aria-pressed=true]")
      ?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [front]);
  return (
    <fieldset
      ref={tabs}
      className="page-tabs"
      data-many={pages.length > 8 || undefined}
      aria-label={t("desk.pages")}
    >
      {pages.map((page) => (
        <button
          key={page.attrs.id}
          type="button"
          aria-pressed={page.attrs.id === front}
          title={page.attrs.title || undefined}
          onClick={() => dispatch({ type: "page", page: page.attrs.id })}
        >
          {page.attrs.number}
        </button>
      ))}
    </fieldset>
  );
}

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

function ZoomControl() {
  const t = useT();
  const dispatch = useDispatch();
  const zoom = useDesk((state) => state.zoom);
  const scale = useDesk(scaleOf);
  const value = "fit" in zoom ? zoom.fit : "scale";
  return (
    <div className="zoom">
      <CommandButton id="zoom.out" icon="zoomOut" compact />
      <label className="select-bare">
        <span className="visually-hidden">{t("desk.zoom")}</span>
        <select
          value={value}
          onChange={(event) => {
            const chosen = event.target.value;
            if (chosen === "page" || chosen === "width") dispatch({ type: "zoom", zoom: { fit: chosen } });
            else if (chosen !== "scale") dispatch({ type: "zoom", zoom: { scale: Number(chosen) } });
          }}
        >
          <option value="scale" hidden>
            {percent(scale)}
          </option>
          <option value="page">{`${t("desk.zoom.page")} ${value === "page" ? percent(scale) : ""}`}</option>
          <option value="width">{`${t("desk.zoom.width")} ${value === "width" ? percent(scale) : ""}`}</option>
          {steps.map((step) => (
            <option key={step} value={step}>
              {percent(step)}
            </option>
          ))}
        </select>
      </label>
      <CommandButton id="zoom.in" icon="zoomIn" compact />
    </div>
  );
}

const percent = (scale: number) => `${Math.round(scale * 100)}%`;
