/** What an import found, before anything is made of it. */
import { useState } from "react";
import { useT } from "../../i18n/locale.tsx";
import { importAsNew, importIntoOpen, preview } from "../flows/import.ts";
import { failed } from "../flows/open.ts";
import { DateField } from "../parts/DateField.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { TextField } from "../parts/fields.tsx";
import { useOpenEdition, useWorkplace } from "../workplace.ts";
import type { DialogState } from "./dialog-state.ts";

type ImportState = Extract<DialogState, { kind: "import" }>;

export function ImportDialog({ dialog, onClose }: { dialog: ImportState; onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  // What is brought to an open edition is meant for it, as a rule.
  const into = open !== null && !open.session.readOnly;
  const { summary, files } = dialog;
  const [paper, setPaper] = useState(summary.paper);
  const [date, setDate] = useState<string | null>(summary.date);
  const articles = summary.pages.reduce((sum, page) => sum + page.articles.length, 0);
  const characters = summary.pages.reduce(
    (sum, page) => sum + page.articles.reduce((all, article) => all + article.characters, 0),
    0,
  );

  const asNew = async () => {
    if (date === null) return;
    try {
      const path = await workplace.shell.chooseSavePath(
        "edition",
        `${paper || t("desk.untitled")} ${date}.dayang`,
      );
      if (!path) return;
      // Name and date belong to the edition that is made: what was found is read again with them.
      const final =
        paper === summary.paper && date === summary.date
          ? summary
          : await preview(workplace, files, paper, date);
      onClose();
      await importAsNew(workplace, final, path);
    } catch (error) {
      failed(workplace, error);
    }
  };

  return (
    <Dialog
      title={t("desk.import.title", { articles, pages: summary.pages.length })}
      width={760}
      onClose={onClose}
      foot={
        <>
          <span className="dialog-said">
            {t("desk.import.totals", { articles, characters, pictures: files.pictures.length })}
          </span>
          <button type="button" className="button" onClick={onClose}>
            {t("desk.cancel")}
          </button>
          <button
            type="button"
            className={into ? "button" : "button primary"}
            disabled={date === null}
            onClick={() => void asNew()}
          >
            {t("desk.import.as-new")}
          </button>
          {into ? (
            <button
              type="button"
              className="button primary"
              onClick={() =>
                importIntoOpen(workplace, summary, files).catch((error) => failed(workplace, error))
              }
            >
              {t("desk.import.into")}
            </button>
          ) : null}
        </>
      }
    >
      <div className="field-row">
        <TextField label={t("desk.paper-name")} value={paper} onChange={setPaper} />
        <DateField label={t("desk.date")} value={date} onChange={setDate} />
      </div>
      {summary.pages.map((page) => (
        <section key={page.number} className="found-page">
          <h3>{t("desk.page", { page: page.number })}</h3>
          <ol>
            {page.articles.map((article, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a summary that never changes order
              <li key={index}>
                {article.kicker ? <small>{article.kicker}</small> : null}
                <strong>{article.headline || t("desk.import.no-headline")}</strong>
                {article.deck.map((line) => (
                  <em key={line}>{line}</em>
                ))}
                <span className="found-facts">
                  {[
                    article.byline.join("　"),
                    t("desk.import.characters", { n: article.characters }),
                    article.pictures ? t("desk.import.pictures", { n: article.pictures }) : "",
                    article.comments ? t("desk.import.comments", { n: article.comments }) : "",
                    ...article.jumps,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Dialog>
  );
}
