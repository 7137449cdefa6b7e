/** The past in words: what was done, when, and which of six hues an author has. */
import { labelKey } from "../../core/catalogue/labels.ts";
import { shortTime } from "../desk/words.ts";
import type { Translate } from "../i18n/locale.tsx";
import type { Stretch } from "./store.ts";

export function labelWords(t: Translate, label: string): string {
  const key = labelKey(label);
  return key ? t(key).replace(/…$/, "") : label;
}

/** What was done in a stretch: the two most frequent things. */
export function doneIn(t: Translate, { labels }: Stretch): string {
  const [first, second, third] = labels.map(({ label, rows }) =>
    rows > 1 ? t("history.times", { what: labelWords(t, label), n: rows }) : labelWords(t, label),
  );
  const told = [first, second].filter(Boolean).join(t("history.also"));
  return third ? t("history.and-more", { first: told }) : told;
}

/** Time of day "23:40" in this machine's zone; empty where it is illegible. */
export function clockTime(at: number | null): string {
  if (at === null) return "";
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A moment "02-17 23:40:05"; empty where it is illegible. */
export function momentTime(at: number | null): string {
  if (at === null) return "";
  const date = new Date(at);
  return `${shortTime(date.toISOString())}:${String(date.getSeconds()).padStart(2, "0")}`;
}

/** One of six: the same for the same name, wherever it is shown. */
export function hueOf(author: string): number {
  let hash = 7;
  for (const sign of author) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return hash % 6;
}
