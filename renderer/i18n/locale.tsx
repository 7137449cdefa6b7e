/** The catalogue in the desk's language. Components word a key with `useT`; nothing else reads the catalogue. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { word } from "../../core/catalogue/catalogue.ts";
import type { Locale, Values } from "../../core/catalogue/message.ts";

/** Throws a RangeError for a key that is in no area. */
export type Translate = (key: string, values?: Values) => string;

export const translator =
  (locale: Locale): Translate =>
  (key, values) =>
    word(locale, key, values);

const Translation = createContext<Translate>(translator("zh"));

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const t = useMemo(() => translator(locale), [locale]);
  useEffect(() => {
    document.documentElement.lang = locale === "zh" ? "zh-Hans" : "en";
    document.title = t("desk.app");
  }, [locale, t]);
  return <Translation value={t}>{children}</Translation>;
}

export const useT = (): Translate => useContext(Translation);
