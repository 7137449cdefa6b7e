/** The page in front in two versions, side by side. React only mounts it; red-stage.ts draws. */
import "./red-check.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { composeEdition } from "../../core/compose/compose.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { pagesOf, type Red, type RedItem } from "../../core/report/red-items.ts";
import { useDesk, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { Side } from "./red-marks.ts";
import { RedStage, type Shown, type SideElements } from "./red-stage.ts";
import { useCompared, useRed, useRounds } from "./use-red.ts";
import { versionName } from "./version-name.ts";

declare global {
  interface HTMLElement {
    /** The stage of two sheets side by side: for tests. */
    redStage?: RedStage;
  }
}

export function RedSheets() {
  const t = useT();
  const workplace = useWorkplace();
  const { open, state } = useRounds();
  const { before, after } = useCompared();
  const { red, items, front } = useRed();
  const page = useDesk((desk) => desk.page);
  const own = useSession((session) => session.edition);
  const sheets = useSession((session) => session.sheets);
  const root = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<RedStage | null>(null);

  useEffect(() => {
    const found = root.current;
    const side = (name: Side): SideElements | null => {
      const scroller = found?.querySelector<HTMLElement>(`[data-side=${name}]`);
      const sizer = scroller?.querySelector<HTMLElement>(".sheet-sizer");
      const canvas = scroller?.querySelector("canvas");
      return scroller && sizer && canvas ? { scroller, sizer, canvas } : null;
    };
    const [left, right] = [side("before"), side("after")];
    if (!found || !left || !right) return;
    const made = new RedStage(workplace, open, { before: left, after: right });
    found.redStage = made;
    setStage(made);
    return () => {
      made.close();
      delete found.redStage;
    };
  }, [workplace, open]);

  // A block that went to another page is shown where it stands on either.
  const turned = front && red && movedPage(front, red) ? pagesOf(front, red) : null;
  const [pageThen, pageNow] = [turned?.before ?? page, turned?.after ?? page];
  const composed = useMemo(() => {
    const sheetOf = (edition: Edition | undefined, id: string): Shown => {
      if (!edition) return null;
      // The edition as it is has its sheets already.
      const all = edition === own ? sheets : composeEdition(edition, open.faces);
      const sheet = all.find((one) => one.page === id);
      return sheet ? { edition, sheet } : null;
    };
    return { before: sheetOf(red?.before, pageThen), after: sheetOf(red?.after, pageNow) };
  }, [red, own, sheets, open, pageThen, pageNow]);
  useEffect(() => stage?.show(composed, items), [stage, composed, items]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was shown anew has to be brought into view anew
  useEffect(() => stage?.setFront(state.front), [stage, state.front, composed]);

  const number = (edition: Edition | undefined, id: string) =>
    String(edition?.pages.find(({ attrs }) => attrs.id === id)?.attrs.number ?? "");
  const versions = state.roll?.versions ?? [];
  const side = (name: Side, version: number | null, id: string) => {
    const words = t("rounds.red.sheet", {
      name: versionName(t, versions, version),
      page: number(name === "before" ? red?.before : red?.after, id),
    });
    return (
      <div className="red-side">
        <p className="red-side-name">{words}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys too */}
        <div className="sheet-scroll" data-side={name} tabIndex={0} role="img" aria-label={words}>
          <div className="sheet-sizer">
            <canvas className="sheet-canvas" />
          </div>
          {red && !composed[name] ? <p className="red-side-empty">{t("rounds.red.no-page")}</p> : null}
        </div>
      </div>
    );
  };
  return (
    <section ref={root} className="red-sheets" aria-label={t("rounds.red.sheets")}>
      {side("before", before, pageThen)}
      {side("after", after, pageNow)}
    </section>
  );
}

/** True where an item stands on another page than it did. */
function movedPage(item: RedItem, red: Red): boolean {
  const { before, after } = pagesOf(item, red);
  return before !== null && after !== null && before !== after;
}
