/** Proposed layouts of a page beside each other; one is taken, or none. */
import { useEffect, useRef, useState } from "react";
import { isWord } from "../../../core/catalogue/catalogue.ts";
import { composeEdition } from "../../../core/compose/compose.ts";
import type { PlanProposal } from "../../../core/compose/plan/plan.ts";
import type { Sheet } from "../../../core/compose/sheet.ts";
import { applyChanges } from "../../../core/edition/change.ts";
import { setStyle } from "../../../core/edition/commands.ts";
import type { Edition } from "../../../core/edition/edition.ts";
import { headlineOf } from "../../../core/edition/headline.ts";
import { readJumps } from "../../../core/edition/jumps.ts";
import { locate } from "../../../core/edition/outline.ts";
import { useT } from "../../i18n/locale.tsx";
import { clearPage, takeProposal } from "../../sheet/layout-commands.ts";
import { SheetPicture } from "../../sheet/SheetPicture.tsx";
import { failed } from "../flows/open.ts";
import { Dialog, useFocusOnArrival } from "../parts/Dialog.tsx";
import { Check, SelectField } from "../parts/fields.tsx";
import { useDesk, useOpenEdition, useSession, useWorkplace } from "../workplace.ts";

/** Proposals asked for at a time. */
const COUNT = 3;
/** Most jumps that can be chosen here. */
const MOST_JUMPS = 6;

interface Candidate {
  readonly proposal: PlanProposal;
  readonly sheet: Sheet;
  /** The edition as it would be. */
  readonly after: Edition;
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
  const maxJumps = useSession((state) => state.edition.style.plan.maxJumps);

  const allowJumps = (count: number) => {
    if (!open) return;
    const { style } = open.session.state.edition;
    open.session.dispatch(setStyle({ ...style, plan: { ...style.plan, maxJumps: count } }), {
      label: "desk.plan.jumps",
    });
  };

  useEffect(() => {
    if (!open) return;
    let current = true;
    setFound(null);
    setChosen(0);
    const { edition } = open.session.state;
    const cleared = whole ? applyChanges(edition, clearPage(pageId)(edition, never) ?? []) : edition;
    const asked = { ...cleared, style: { ...cleared.style, plan: { maxJumps } } };
    workplace.planner.proposals(asked, pageId, { seed, count: COUNT }).then(
      (proposals) => {
        if (!current) return;
        setFound(
          proposals.flatMap((proposal) => {
            const changes = takeProposal(proposal, whole)(edition, previewIds());
            if (!changes) return [];
            const after = applyChanges(edition, changes);
            const sheet = composeEdition(after, open.faces).find((s) => s.page === pageId);
            return sheet ? [{ proposal, sheet, after, whole }] : [];
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
  }, [workplace, open, pageId, whole, seed, maxJumps]);

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
          <SelectField
            label={t("desk.plan.jumps")}
            value={String(maxJumps)}
            options={Array.from({ length: Math.max(MOST_JUMPS, maxJumps) + 1 }, (_, n) => [
              String(n),
              n === 0 ? t("desk.plan.jumps.none") : t("desk.plan.jumps.count", { n }),
            ])}
            onChange={(count) => allowJumps(Number(count))}
          />
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
            characters: proposal.filler.columns * proposal.filler.lines * candidate.after.style.grid.measure,
            page: sheet.number,
            columns: proposal.filler.columns,
            lines: proposal.filler.lines,
          })}
        </small>
      ) : null}
      <Jumps candidate={candidate} />
      {over.length > 0
        ? limits(proposal).map((key) => (
            <small key={key} data-tone="over">
              {t(key, { n: candidate.after.style.plan.maxJumps })}
            </small>
          ))
        : null}
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

/** What goes on on other pages, as it will be printed, and whether it fits there. */
function Jumps({ candidate: { proposal, after } }: { candidate: Candidate }) {
  const t = useT();
  if (proposal.jumps.length === 0) return null;
  const { all } = readJumps(after);
  return (
    <ul className="proposal-jumps">
      {proposal.jumps.map(({ article, target, characters, onward }) => {
        const line = all.find((jump) => jump.article === article && jump.target === target)?.line ?? target;
        const node = locate(after, article)?.node;
        return (
          <li key={article}>
            <small>
              {t("desk.plan.jump", { line, headline: node ? headlineOf(after, node) : "", characters })}
            </small>
            {onward === null ? <small>{t("desk.plan.jump.waits", { page: target })}</small> : null}
            {onward && onward.over > 0 ? (
              <small data-tone="over">{t("desk.plan.jump.over", { page: target })}</small>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Why no more could go on elsewhere. */
const limits = ({ reasons }: PlanProposal): string[] =>
  reasons.flatMap(({ code }) => (code === "jump-limit" || code === "onward-full" ? [`plan.${code}`] : []));

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
  throw new Error("clearing a page makes no new blocks");
};

/** Ids for what a proposal would make, as long as it is only looked at. */
function previewIds(): () => string {
  let count = 0;
  return () => `preview-${++count}`;
}
