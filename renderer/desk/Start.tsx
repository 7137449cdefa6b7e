/** The start screen: sample, recent editions, a file, a new one, an import. Files may be dropped anywhere on it. */
import { useEffect, useState } from "react";
import type { RecentEdition } from "../../host/contract.ts";
import { useT } from "../i18n/locale.tsx";
import { dropOnSheet } from "./flows/drop.ts";
import { failed, openPath } from "./flows/open.ts";
import { type LeftOff, leftOff, resume } from "./flows/resume.ts";
import { CommandButton } from "./parts/CommandButton.tsx";
import { shortTime, weekday } from "./words.ts";
import { useWorkplace } from "./workplace.ts";

export function Start() {
  const t = useT();
  const workplace = useWorkplace();
  return (
    <main
      className="start"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void dropOnSheet(workplace, [...event.dataTransfer.files], null);
      }}
    >
      <div className="start-sheet">
        <header className="start-head">
          <span className="seal large" aria-hidden="true">
            样
          </span>
          <div>
            <h1>{t("desk.app")}</h1>
            <p>{t("desk.about")}</p>
          </div>
        </header>
        <div className="start-columns">
          <section aria-label={t("desk.begin")}>
            <h2>{t("desk.begin")}</h2>
            <div className="start-actions">
              <CommandButton id="file.sample" icon="sample" className="start-action" />
              <CommandButton id="dialog.new" icon="new" className="start-action" />
              <CommandButton id="file.import" icon="import" className="start-action" />
              <CommandButton id="file.open" icon="open" className="start-action" />
            </div>
            <p className="hint">{t("desk.drop.hint")}</p>
          </section>
          <section aria-label={t("desk.recent")}>
            <h2>{t("desk.recent")}</h2>
            <RecentList />
          </section>
        </div>
      </div>
    </main>
  );
}

function RecentList() {
  const t = useT();
  const workplace = useWorkplace();
  const [recent, setRecent] = useState<readonly RecentEdition[] | null>(null);
  const [left, setLeft] = useState<LeftOff | null>(null);
  useEffect(() => {
    const { client } = workplace;
    Promise.all([client.call("editions.recent", {}), client.call("settings.get", {})]).then(
      ([list, settings]) => {
        setRecent(list);
        setLeft(leftOff(settings));
      },
      (error) => failed(workplace, error),
    );
  }, [workplace]);
  if (!recent) return null;
  const lastOpen = recent.find(({ path, exists }) => exists && path === left?.path);
  if (recent.length === 0) return <p className="hint">{t("desk.recent.none")}</p>;
  return (
    <>
      {left && lastOpen ? <LeftOffEdition left={left} edition={lastOpen} /> : null}
      <ul className="recent-list">
        {recent.slice(0, 8).map((edition) => (
          <li key={edition.path}>
            <button
              type="button"
              disabled={!edition.exists}
              title={edition.path}
              onClick={() => openPath(workplace, edition.path).catch((error) => failed(workplace, error))}
            >
              <strong>{edition.paper || t("desk.untitled")}</strong>
              <span>{`${edition.date} ${weekday(t, edition.date)}`}</span>
              <small>
                {edition.exists
                  ? t("desk.recent.pages", {
                      pages: edition.pages.join(" "),
                      time: shortTime(edition.opened),
                    })
                  : t("desk.recent.gone")}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was open when the window went, first of all. */
function LeftOffEdition({ left, edition }: { left: LeftOff; edition: RecentEdition }) {
  const t = useT();
  const workplace = useWorkplace();
  const { paper, date } = edition;
  return (
    <button
      type="button"
      className="left-off"
      title={left.path}
      onClick={() => resume(workplace, left).catch((error) => failed(workplace, error))}
    >
      <strong>{t("desk.resume", { paper: paper || t("desk.untitled"), date })}</strong>
      <small>{t("desk.resume.where", { page: left.page, view: t(`desk.view.${left.view}`) })}</small>
    </button>
  );
}
