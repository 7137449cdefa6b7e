/** The middle of the history view: the page as it was, and the evening under it. */
import { useEffect, useMemo, useRef, useState } from "react";
import "./history.css";
import { useSelected } from "../desk/store.ts";
import { useDesk, useDispatch, useOpenEdition, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { placeAt } from "../sheet/hit.ts";
import { blame, read } from "./actions.ts";
import { PastSheet } from "./PastSheet.tsx";
import { historyOf, pastOf, placeOf } from "./store.ts";
import { Timeline } from "./Timeline.tsx";
import { momentTime } from "./words.ts";

export function HistoryPane() {
  const open = useOpenEdition();
  return open ? <Pane open={open} /> : null;
}

function Pane({ open }: { open: OpenEdition }) {
  const t = useT();
  const workplace = useWorkplace();
  const dispatch = useDispatch();
  const page = useDesk((state) => state.page);
  const store = historyOf(workplace, open);
  const state = useSelected(store, (value) => value);
  const sheets = useSession((session) => session.sheets);
  const saved = useSession((session) => session.unsaved === 0);
  const edition = useSession((session) => session.edition);

  // Whatever was done since is in the log once it is saved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `edition` says that there is more in the log
  useEffect(() => {
    if (saved) void read(workplace, open);
  }, [workplace, open, page, saved, edition]);

  useEffect(() => pastOf(workplace, open).warm(), [workplace, open]);

  const place = placeOf(state);
  const now = sheets.find((sheet) => sheet.page === page) ?? null;
  const seen = place && state.seen?.page === page ? state.seen : null;
  const sheet = place ? (seen ? seen.sheet : now) : now;
  const number = sheet?.number ?? now?.number ?? "";
  const changed = useMemo(
    () => new Set(seen?.changes.blocks.filter(({ what }) => what !== "removed").map(({ id }) => id)),
    [seen],
  );
  return (
    <div className="history-pane" data-past={place !== null || undefined}>
      <p className="history-banner" role="status">
        {place
          ? t("history.as-it-was", { time: momentTime(place.at) || t("history.no-time"), page: number })
          : t("history.as-it-is", { page: number })}
        {state.busy ? <span>{t("history.composing")}</span> : null}
      </p>
      {sheet ? (
        <Room>
          {(width, height) => (
            <PastSheet
              sheet={sheet}
              width={width}
              height={height}
              changed={changed}
              label={t(place ? "history.as-it-was" : "history.as-it-is", {
                page: number,
                time: momentTime(place?.at ?? null),
              })}
              {...(place
                ? {}
                : {
                    onPoint: (x: number, y: number) => {
                      const at = placeAt(sheet, x, y);
                      if (!at) return;
                      dispatch({ type: "selection", selection: null });
                      dispatch({ type: "caret", ...at });
                      void blame(workplace, open);
                    },
                  })}
            />
          )}
        </Room>
      ) : (
        <p className="history-nothing">{t(place && seen ? "history.not-there" : "history.composing")}</p>
      )}
      <Timeline open={open} />
    </div>
  );
}

/** What room there is for the sheet, in CSS px. */
function Room({ children }: { children: (width: number, height: number) => React.ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<readonly [number, number] | null>(null);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const measure = () => setSize([element.clientWidth, element.clientHeight]);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={room} className="history-room">
      {size ? children(...size) : null}
    </div>
  );
}
