/** Proposed layouts of a page beside each other; one is taken, or none. */
import { useEffect, useRef, useState } from "react";
import { isWord } from "../../../core/catalogue/catalogue.ts";
import { composeEdition } from "../../../core/compose/compose.ts";
import type { PlanProposal } from "../../../core/compose/plan/plan.ts";
import type { Sheet } from "../../../core/compose/sheet.ts";
import { applyChanges } from "../../../core/edition/change.ts";
import { useT } from "../../i18n/locale.tsx";
import { clearPage, takeProposal } from "../../sheet/layout-commands.ts";
import { SheetPicture } from "../../sheet/SheetPicture.tsx";
import { failed } from "../flows/open.ts";
import { Dialog, useFocusOnArrival } from "../parts/Dialog.tsx";
import { Check } from "../parts/fields.tsx";
import { useDesk, useOpenEdition, useWorkplace } from "../workplace.ts";

/** Proposals asked for at a time. */
const COUNT = 3;

interface Candidate {
  readonly proposal: PlanProposal;
  readonly sheet: Sheet;
  readonly whole: boolean;
}

export function PlanDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const pageId = useDesk((state) => state.page);
  const page = open?.session.state.edition.pages.find((candidate) => candidate.attrs.id === pageId);
  const anyPlaced = page?.children.some((block) => block.attrs.place && !block.attrs.pinned) ?? false;
  const anyOpen = page?.children.some((block) => !block.attrs.place) ?? false;
  const [whole, setWhole] = useState(anyPlaced && !anyOpen);
  const [seed, setSeed] = useState(1);
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const [chosen, setChosen] = useState(0);

  useEffect(() => {
    if (!open) return;
    let current = true;
    setFound(null);
    setChosen(0);
    const { edition } = open.session.state;
    const cleared = whole ? applyChanges(edition, clearPage(pageId)(edition, never) ?? []) : edition;
    workplace.planner.proposals(cleared, pageId, { seed, count: COUNT }).then(
      (proposals) => {
        if (!current) return;
        setFound(
          proposals.flatMap((proposal) => {
            const changes = takeProposal(proposal, whole)(edition, never);
            if (!changes) return [];
            const sheet = composeEdition(applyChanges(edition, changes), open.faces).find(
              (s) => s.page === pageId,
            );
            return sheet ? [{ proposal, sheet, whole }] : [];
          }),
        );
      },
      (error) => {
        if (!current) return;
        setFound([]);
        failed(workplace, error);
      },
    );
    return () => {
      current = false;
    };
  }, [workplace, open, pageId, whole, seed]);

  const list = useRef<HTMLDivElement>(null);
  useFocusOnArrival(list, found);

  const take = () => {
    const candidate = found?.[chosen];
    if (candidate && open)
      open.session.dispatch(takeProposal(candidate.proposal, candidate.whole), { label: "desk.plan" });
    onClose();
  };

  return (
    <Dialog
      title={t("desk.plan.title", { page: (page?.attrs.number as string | undefined) ?? "" })}
      width={1080}
      onClose={onClose}
      foot={
        <>
          <Check label={t("desk.plan.whole")} checked={whole} onChange={setWhole} />
          <span className="dialog-said" />
          <button type="button" className="button" disabled={!found} onClick={() => setSeed(seed + 1)}>
            {t("desk.plan.more")}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t("desk.cancel")}
          </button>
          <button type="button" className="button primary" disabled={!found?.[chosen]} onClick={take}>
            {t("desk.plan.take")}
          </button>
        </>
      }
    >
      <div className="proposals" ref={list} aria-busy={found === null}>
        {found?.map((candidate, index) => (
          <Proposal
            key={`${seed} ${candidate.proposal.cost}`}
            candidate={candidate}
            index={index}
            chosen={index === chosen}
            onChoose={() => setChosen(index)}
          />
        ))}
        {found === null ? (
          <p className="waiting" role="status">
            <i className="spinner" aria-hidden="true" />
            {t("desk.planning")}
          </p>
        ) : null}
        {found?.length === 0 ? <p className="hint">{t("desk.plan.none")}</p> : null}
      </div>
    </Dialog>
  );
}

function Proposal(props: { candidate: Candidate; index: number; chosen: boolean; onChoose: () => void }) {
  const t = useT();
  const { candidate, index, chosen, onChoose } = props;
  const { proposal, sheet } = candidate;
  const over = sheet.fits.filter((fit) => fit.characters > 0);
  const short = sheet.fits.filter((fit) => fit.characters < 0);
  const sum = (fits: typeof over) => fits.reduce((all, fit) => all + Math.abs(fit.characters), 0);
  return (
    <button type="button" className="proposal" aria-pressed={chosen} onClick={onChoose}>
      <SheetPicture sheet={sheet} width={300} />
      <strong>{t("desk.plan.proposal", { n: index + 1 })}</strong>
      <span>{t("desk.plan.cost", { cost: proposal.cost.toFixed(1) })}</span>
      {over.length ? (
        <small data-tone="over">{t("desk.plan.over", { n: over.length, characters: sum(over) })}</small>
      ) : null}
      {short.length ? (
        <small data-tone="short">{t("desk.plan.short", { n: short.length, characters: sum(short) })}</small>
      ) : null}
      {proposal.filler ? (
        <small data-tone="short">
          {t("plan.free", {
            page: sheet.number,
            columns: proposal.filler.columns,
            lines: proposal.filler.lines,
          })}
        </small>
      ) : null}
      {over.length + short.length === 0 ? <small data-tone="fits">{t("desk.status.fits")}</small> : null}
      <ul className="proposal-reasons">
        {reasonsOf(proposal).map(({ key, cost }) => (
          <li key={key}>
            <span>{t(key)}</span>
            <span>{cost.toFixed(1)}</span>
          </li>
        ))}
      </ul>
    </button>
  );
}

/** Reasons shown of a proposal's cost, the dearest first. */
const MOST_REASONS = 4;

/** What a proposal's cost is made of, each kind once, by catalogue key. What costs nothing is no reason. */
function reasonsOf({ reasons }: PlanProposal): { key: string; cost: number }[] {
  const sums = new Map<string, number>();
  for (const { code, cost } of reasons) {
    const key = [`plan.${code}`, `layout.${code}`].find(isWord);
    if (key) sums.set(key, (sums.get(key) ?? 0) + cost);
  }
  return [...sums]
    .map(([key, cost]) => ({ key, cost }))
    .filter(({ cost }) => cost >= 0.05)
    .sort((a, b) => b.cost - a.cost)
    .slice(0, MOST_REASONS);
}

const never = () => {
  throw new Error("a plan makes no new blocks");
};
