/** Versions as people call them. */
import { shortTime } from "../desk/words.ts";
import type { Translate } from "../i18n/locale.tsx";
import type { Version } from "./store.ts";

/** null is the edition as it is. */
export function versionName(t: Translate, versions: readonly Version[], id: number | null): string {
  const version = versions.find((one) => one.id === id);
  if (!version) return t("rounds.version.now");
  const { round, name, time, author } = version;
  const called = name || t(`round.${round}`);
  return t("rounds.version", { round: called, time: shortTime(time), author });
}
