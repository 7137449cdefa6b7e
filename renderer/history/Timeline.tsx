/**
 * The evening of a page as a slider: stretches of work by author, marks where versions were taken and signed, and the
 * moment looked at. Arrow keys and the like are the command table's (scope "history").
 */
import "./timeline.css";
import { useEffect, useRef } from "react";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useSelected } from "../desk/store.ts";
import { useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { goTo } from "./actions.ts";
import { type HistoryState, historyOf, placeOf } from "./store.ts";
import { clockTime, doneIn, hueOf, momentTime } from "./words.ts";

export function Timeline({ open }: { open: OpenEdition }) {
  const t = useT();
  const workplace = useWorkplace();
  const state = useSelected(historyOf(workplace, open), (value) => value);
  const number: string = useSession(
    ({ edition }) => edition.pages.find(({ attrs }) => attrs.id === state.page)?.attrs.number ?? "",
  );
  const { stretches, places } = state;
  if (!stretches) return <div className="timeline timeline-empty">{t("history.reading")}</div>;
  if (places.length === 0) return <div className="timeline timeline-empty">{t("history.empty")}</div>;
  return (
    <div className="timeline">
      <CommandButton id="history.earlier" icon="earlier" compact />
      <Track open={open} state={state} label={t("history.timeline", { page: number })} />
      <CommandButton id="history.later" icon="later" compact />
      <button
        type="button"
        className="button timeline-now"
        aria-pressed={state.index === null}
        onClick={() => goTo(workplace, open, null)}
      >
        {t("history.now")}
      </button>
    </div>
  );
}

function Track({ open, state, label }: { open: OpenEdition; state: HistoryState; label: string }) {
  const t = useT();
  const workplace = useWorkplace();
  const { stretches, places, index, versions, signatures } = state;
  const track = useRef<HTMLDivElement>(null);
  const at = index ?? places.length - 1;
  const place = places[at];
  // Where each stretch begins among the moments.
  const starts = new Map<number, number>();
  for (const [i, { stretch }] of places.entries()) if (!starts.has(stretch.from)) starts.set(stretch.from, i);

  const toPointer = (clientX: number) => {
    for (const element of track.current?.querySelectorAll<HTMLElement>("[data-from]") ?? []) {
      const box = element.getBoundingClientRect();
      if (clientX > box.right && element.nextElementSibling) continue;
      const start = Number(element.dataset.first);
      const count = Number(element.dataset.count);
      const within = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
      goTo(workplace, open, start + Math.min(count - 1, Math.floor(within * count)));
      return;
    }
  };

  const current = index === null ? null : placeOf(state)?.stretch.from;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stretch is to be scrolled to
  useEffect(() => {
    track.current?.querySelector("[data-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [current]);

  const marksOf = (from: number, to: number) =>
    versions.filter(
      ({ seq, pages }) => seq >= from && seq <= to && pages.some(({ id }) => id === state.page),
    );
  return (
    <div
      ref={track}
      className="timeline-track"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={places.length - 1}
      aria-valuenow={at}
      aria-valuetext={
        index === null
          ? t("history.now")
          : t("history.value", {
              time: momentTime(place?.at ?? null) || t("history.no-time"),
              author: place?.stretch.author || t("history.no-author"),
              what: place ? doneIn(t, place.stretch) : "",
            })
      }
      data-keys="history"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        toPointer(event.clientX);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) toPointer(event.clientX);
      }}
    >
      {(stretches ?? []).map((stretch, i) => {
        const first = starts.get(stretch.from) ?? 0;
        const count = stretch.moments.length;
        const here = at >= first && at < first + count;
        const next = stretches?.[i + 1];
        const marks = marksOf(stretch.from, (next?.from ?? Number.MAX_SAFE_INTEGER) - 1);
        return (
          <div
            key={stretch.from}
            className="stretch"
            data-from={stretch.from}
            data-first={first}
            data-count={count}
            data-current={here || undefined}
            data-hue={hueOf(stretch.author)}
            style={{ flexGrow: Math.sqrt(stretch.rows) }}
            title={t("history.value", {
              time: `${momentTime(stretch.began)}–${clockTime(stretch.ended)}`,
              author: stretch.author || t("history.no-author"),
              what: doneIn(t, stretch),
            })}
          >
            <span className="stretch-marks">
              {marks.map((version) => {
                const signed = signatures.filter((one) => one.version === version.id).length;
                const round = t(`history.round.${version.round}`);
                return (
                  <span
                    key={version.id}
                    className="stretch-mark"
                    data-round={version.round}
                    data-signed={signed > 0 || undefined}
                    title={t("history.mark", {
                      round,
                      name: version.name,
                      time: momentTime(Date.parse(version.time)),
                      author: version.author || t("history.no-author"),
                    })}
                  >
                    {version.round === "named" ? version.name || round : round}
                  </span>
                );
              })}
            </span>
            <span className="stretch-bar">
              <span>{stretch.author || t("history.no-author")}</span>
              {here ? (
                <i className="timeline-hand" style={{ left: `${((at - first + 1) / count) * 100}%` }} />
              ) : null}
            </span>
            <span className="stretch-time">{clockTime(stretch.began)}</span>
          </div>
        );
      })}
    </div>
  );
}
