/** The sign-off view: every page with the round it is in; of the one in front who has signed, what has changed, what is missing. */
import "./rounds.css";
import { useEffect } from "react";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { shortTime } from "../desk/words.ts";
import { useDesk, useDispatch, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { numberOf, writeProof } from "./actions.ts";
import { RedPanel } from "./RedPanel.tsx";
import { ReleaseState } from "./ReleaseState.tsx";
import { RoundsTable } from "./RoundsTable.tsx";
import { SinceProof } from "./SinceProof.tsx";
import { StageTag } from "./StageTag.tsx";
import { signersOf } from "./signers.ts";
import type { Standing } from "./store.ts";
import { useRounds } from "./use-red.ts";

const modes = ["sign", "red"] as const;

export function SignPanel() {
  const t = useT();
  const { open, state } = useRounds();
  const page = useDesk((desk) => desk.page);
  const workplace = useWorkplace();
  useEffect(() => void signersOf(workplace).catch(() => {}), [workplace]);
  return (
    <section className="rounds" aria-label={t("desk.view.sign")}>
      <div className="rounds-head">
        <fieldset className="choice" aria-label={t("rounds.mode")}>
          {modes.map((mode) => (
            <button
              key={mode}
              type="button"
              aria-pressed={state.mode === mode}
              onClick={() => open.rounds.dispatch({ mode })}
            >
              {t(`rounds.mode.${mode}`)}
            </button>
          ))}
        </fieldset>
        <CommandButton id="rounds.rules" className="link-button" />
      </div>
      {state.roll === null ? (
        <p className="rounds-empty">{t("rounds.loading")}</p>
      ) : state.mode === "red" ? (
        <RedPanel />
      ) : (
        <Pages pages={state.pages} front={page} faults={state.roll.faults} />
      )}
    </section>
  );
}

interface PagesProps {
  readonly pages: readonly Standing[];
  readonly front: string;
  readonly faults: readonly string[];
}

function Pages({ pages, front, faults }: PagesProps) {
  const t = useT();
  const dispatch = useDispatch();
  const own = pages.find(({ page }) => page === front);
  const others = pages.filter(({ page }) => page !== front);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys too
    <section className="rounds-body" tabIndex={0} aria-label={t("rounds.mode.sign")}>
      {faults.length > 0 ? (
        <p className="rounds-alert" role="alert">
          {t("rounds.faults", { place: faults.join(t("desk.comma")) })}
        </p>
      ) : null}
      {own ? <FrontPage key={own.page} state={own} /> : null}
      {others.length > 0 ? (
        <section className="rounds-others" aria-label={t("rounds.other-pages")}>
          <h3>{t("rounds.other-pages")}</h3>
          <ul>
            {others.map((state) => (
              <li key={state.page}>
                <button type="button" onClick={() => dispatch({ type: "page", page: state.page })}>
                  <b>{state.number}</b>
                  <PageTitle page={state.page} />
                  <Progress state={state} />
                  <StageTag state={state} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </section>
  );
}

function PageTitle({ page }: { page: string }) {
  const title = useSession(({ edition }) =>
    String(edition.pages.find(({ attrs }) => attrs.id === page)?.attrs.title ?? ""),
  );
  return <span className="rounds-page-title">{title}</span>;
}

/** The five rounds as dots: signed by all who are asked, in hand, still to come. */
function Progress({ state }: { state: Standing }) {
  return (
    <span className="rounds-dots" aria-hidden="true">
      {state.rounds.map(({ round, place, version, roles }) => {
        const asked = roles.filter((role) => role.asked);
        const whole = version !== null && asked.every(({ standing }) => standing === "signed");
        return <i key={round} data-state={whole ? "whole" : version ? "part" : "none"} data-place={place} />;
      })}
    </span>
  );
}

/** What is done next with a page in each stage; release has a button of its own. */
const nextActs: { readonly [S in Standing["stage"]]?: "take" | "sign" } = {
  untaken: "take",
  out: "sign",
  changed: "sign",
  signed: "take",
};

function FrontPage({ state }: { state: Standing }) {
  const t = useT();
  const next = nextActs[state.stage];
  return (
    <section className="rounds-front" aria-label={t("desk.page", { page: state.number })}>
      <header>
        <h2>
          {state.number} <PageTitle page={state.page} />
        </h2>
        <span className="rounds-now">
          {state.round ? t(`round.${state.round}`) : ""} <StageTag state={state} />
        </span>
      </header>
      <RoundsTable state={state} />
      <p className="rounds-key">
        <i className="rounds-demanded" aria-hidden="true" /> {t("rounds.demanded")}
      </p>
      <div className="rounds-actions">
        <CommandButton id="rounds.sign" className={next === "sign" ? "button primary" : "button"} />
        <CommandButton id="rounds.take" className={next === "take" ? "button primary" : "button"} />
        <CommandButton id="rounds.red" />
      </div>
      <ReleaseState state={state} />
      <SinceProof state={state} />
      <Proofs state={state} />
    </section>
  );
}

/** Versions of the page that were taken as proofs, the newest first, each to be had as a PDF. */
function Proofs({ state }: { state: Standing }) {
  const t = useT();
  const workplace = useWorkplace();
  const { open, state: rounds } = useRounds();
  const taken = (rounds.roll?.versions ?? []).filter(
    ({ round, pages }) => round !== "named" && pages.some(({ id }) => id === state.page),
  );
  if (taken.length === 0) return null;
  return (
    <section className="rounds-section" aria-label={t("rounds.versions")}>
      <h3>{t("rounds.versions")}</h3>
      <ul className="rounds-versions">
        {taken.toReversed().map((version) => {
          const { id, round, time, author } = version;
          const name = t("rounds.version", { round: t(`round.${round}`), time: shortTime(time), author });
          return (
            <li key={id}>
              <span>{name}</span>
              <button
                type="button"
                className="link-button"
                aria-label={`${name}，${t("rounds.version.proof")}`}
                disabled={numberOf(open, state.page) === ""}
                onClick={() => void writeProof(workplace, open, state.page, version)}
              >
                {t("rounds.version.proof")}
              </button>
              <button
                type="button"
                className="link-button"
                aria-label={`${name}，${t("rounds.red")}`}
                onClick={() => open.rounds.dispatch({ mode: "red", before: id, after: null })}
              >
                {t("rounds.red")}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
