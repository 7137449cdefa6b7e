/** Items of a red check in words: for rows, cards and screen readers. */
import type { Values } from "../catalogue/message.ts";
import type { Place } from "../edition/place.ts";
import type { RedChange } from "../edition/red-changes.ts";
import type { RedCorrection, RedItem } from "./red-items.ts";

/** Words of a catalogue key. */
type Translate = (key: string, values?: Values) => string;

/** What was asked for, or what kind of change it is. */
export function headWords(t: Translate, { correction, change }: RedItem): string {
  if (correction) return correctionWords(t, correction);
  if (!change) return "";
  const kind = t(`rounds.red.kind.${isResized(change) ? "size" : change.kind}`);
  const named = change.kind === "picture" || change.kind === "layout" ? attributeWords(t, change) : "";
  return named ? `${kind} · ${named}` : kind;
}

/** A block that stands where it stood, and is of another size. */
export function isResized({ kind, detail, page }: RedChange): boolean {
  const [before, after] = [detail?.before, detail?.after] as [
    Place | null | undefined,
    Place | null | undefined,
  ];
  if (kind !== "place" || detail?.name !== "place" || !before || !after) return false;
  if (page.before !== page.after) return false;
  return before.column === after.column && before.line === after.line;
}

function correctionWords(t: Translate, { correction }: RedCorrection): string {
  return "thread" in correction
    ? t("rounds.red.comment", { text: correction.thread.remarks.map(({ text }) => text).join(" / ") })
    : t(correction.message.key, correction.message.values);
}

const known =
  /^(source|crop|focus|textColumns|headlineDirection|headlineSide|headlineSize|box|rank|kind|target|page)$/;

function attributeWords(t: Translate, { detail }: RedChange): string {
  return detail && known.test(detail.name) ? t(`rounds.red.attribute.${detail.name}`) : "";
}

/** What stood there and stands there, each "" where that says nothing. */
export function sides(t: Translate, { correction, change }: RedItem): { before: string; after: string } {
  if (correction) return { before: correction.before, after: correction.now ? correction.after : "" };
  if (!change) return { before: "", after: "" };
  const { kind, detail, page } = change;
  if (kind === "place" && detail?.name === "place") {
    return {
      before: placeWords(t, page.before, detail.before as Place | null),
      after: placeWords(t, page.after, detail.after as Place | null),
    };
  }
  if (detail && (kind === "facts" || detail.name === "page"))
    return { before: String(detail.before ?? ""), after: String(detail.after ?? "") };
  if (kind === "layout" && detail)
    return { before: valueWords(detail.before), after: valueWords(detail.after) };
  if (kind === "block-added" || kind === "block-removed") return { before: "", after: "" };
  return { before: change.before?.words ?? "", after: change.after?.words ?? "" };
}

const valueWords = (value: unknown) =>
  typeof value === "object" && value !== null ? "" : String(value ?? "");

function placeWords(t: Translate, page: string | null, place: Place | null): string {
  if (!place) return t("rounds.red.no-place");
  const { column, line, columns, lines } = place;
  return t("rounds.red.place", { page: page ?? "", column: column + 1, line: line + 1, columns, lines });
}

export function itemWords(t: Translate, item: RedItem): string {
  const { before, after } = sides(t, item);
  const change =
    before || after ? `${before || t("rounds.red.nothing")} → ${after || t("rounds.red.nothing")}` : "";
  return [t(`rounds.red.group.${item.group}`), headWords(t, item), change]
    .filter(Boolean)
    .join(t("desk.comma"));
}
