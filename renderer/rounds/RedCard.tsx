/** The correction or change in front: what was asked, and its paragraph then and now, by word. */
import { compareWords } from "../../core/edition/compare-words.ts";
import type { TextPlace } from "../../core/edition/correction.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { placesOf, type Red, type RedItem } from "../../core/report/red-items.ts";
import { headWords, sides } from "../../core/report/red-words.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useT } from "../i18n/locale.tsx";
import { useRounds } from "./use-red.ts";

const partOf = (edition: Edition, place: TextPlace | null): string | null =>
  place
    ? (edition.pages.find(({ attrs }) => attrs.id === place.page)?.nodeAt(place.pos)?.textContent ?? null)
    : null;

export function RedCard({ item, red }: { item: RedItem; red: Red }) {
  const t = useT();
  const { state } = useRounds();
  const { correction } = item;
  const places = placesOf(item);
  const [then, now] = [partOf(red.before, places.before), partOf(red.after, places.after)];
  const at = state.walked.findIndex(({ id }) => id === item.id);
  const told = sides(t, item);
  const asked = correction?.correction.text;
  return (
    <article className="red-card" data-group={item.group} aria-label={headWords(t, item)}>
      <header>
        <span className="red-badge" data-group={item.group}>
          {t(`rounds.red.group.${item.group}`)}
        </span>
        <small>{t("rounds.red.position", { n: at + 1, of: state.walked.length })}</small>
        <span className="red-card-walk">
          <CommandButton id="rounds.previous" icon="up" compact />
          <CommandButton id="rounds.next" icon="down" compact />
        </span>
      </header>
      <p>{headWords(t, item)}</p>
      {correction && asked !== null && asked !== undefined ? (
        <p className="red-asked">
          <small>{t("rounds.red.asked")}</small>
          <del>{correction.before}</del> → {asked === "" ? t("rounds.red.delete") : <ins>{asked}</ins>}
        </p>
      ) : null}
      {then !== null || now !== null ? (
        <Passages before={then} after={now} />
      ) : (
        <dl className="red-sides">
          <dt>{t("rounds.red.then")}</dt>
          <dd>{told.before || t("rounds.red.nothing")}</dd>
          <dt>{t("rounds.red.now")}</dt>
          <dd>{told.after || t("rounds.red.nothing")}</dd>
        </dl>
      )}
    </article>
  );
}

function Passages({ before, after }: { before: string | null; after: string | null }) {
  const t = useT();
  const spans = compareWords(before ?? "", after ?? "");
  return (
    <dl className="red-sides" lang="zh-Hans">
      <dt>{t("rounds.red.then")}</dt>
      <dd>
        {before === null
          ? t("rounds.red.nothing")
          : marked(
              before,
              spans.map(({ fromA, toA }) => [fromA, toA] as const),
              "del",
            )}
      </dd>
      <dt>{t("rounds.red.now")}</dt>
      <dd>
        {after === null
          ? t("rounds.red.nothing")
          : marked(
              after,
              spans.map(({ fromB, toB }) => [fromB, toB] as const),
              "ins",
            )}
      </dd>
    </dl>
  );
}

function marked(text: string, spans: readonly (readonly [number, number])[], Tag: "del" | "ins") {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    pieces.push(text.slice(at, from));
    if (to > from) pieces.push(<Tag key={from}>{text.slice(from, to)}</Tag>);
    at = to;
  }
  return [...pieces, text.slice(at)];
}
