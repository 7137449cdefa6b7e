/** Who changed a paragraph: run by run, newest first, with the words before and after. */
import "./versions.css";
import { shortened } from "../../core/edition/queries.ts";
import { useSelected } from "../desk/store.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { goToRow } from "./actions.ts";
import { historyOf } from "./store.ts";
import { endsDiffer, Words } from "./Words.tsx";
import { hueOf, labelWords, momentTime } from "./words.ts";

export function Blame({ open }: { open: OpenEdition }) {
  const t = useT();
  const workplace = useWorkplace();
  const blame = useSelected(historyOf(workplace, open), (state) => state.blame);
  if (!blame) return <p className="history-hint">{t("history.blame.none")}</p>;
  return (
    <>
      <p className="blame-of">{t("history.blame.of", { quote: shortened(blame.quote) })}</p>
      {blame.runs ? null : <p className="history-hint">{t("history.reading")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys too */}
      <ol className="blame" aria-label={t("history.blame.list")} tabIndex={0}>
        {blame.runs?.map((run) => (
          <li key={run.from} data-hue={hueOf(run.author)}>
            <button type="button" onClick={() => goToRow(workplace, open, run.to)}>
              <b>{run.author || t("history.no-author")}</b>
              <time dateTime={run.ended}>{momentTime(Date.parse(run.ended))}</time>
              <small>{run.before === null ? t("history.blame.written") : labelWords(t, run.label)}</small>
            </button>
            <Words before={run.before} after={run.after} spans={endsDiffer(run.before, run.after)} />
          </li>
        ))}
      </ol>
    </>
  );
}
