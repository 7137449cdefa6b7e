/** What the page comes to: blocks, characters, fit; what was last said; the language of the desk. */
import type { Node } from "prosemirror-model";
import { useMemo } from "react";
import { OpenComments } from "../comments/OpenComments.tsx";
import { HandoverState } from "../handover/HandoverState.tsx";
import { useT } from "../i18n/locale.tsx";
import { openFindings } from "../proofing/round.ts";
import { describeBlock } from "../sheet/describe.ts";
import { ExportState } from "./ExportState.tsx";
import { piecesOf } from "./pieces.ts";
import { useSelected } from "./store.ts";
import { useDesk, useOpenEdition, useSession } from "./workplace.ts";

export function StatusLine() {
  const t = useT();
  const page = useDesk((state) => state.page);
  const block = useDesk((state) => state.block);
  const edition = useSession((state) => state.edition);
  const sheets = useSession((state) => state.sheets);
  const proofing = useSession((state) => state.proofing);
  const open = useOpenEdition();
  const sheet = sheets.find((candidate) => candidate.page === page);
  const doc = edition.pages.find((candidate) => candidate.attrs.id === page);
  const characters = useMemo(() => (doc ? charactersOf(doc) : 0), [doc]);
  const over = sheet?.fits.filter((fit) => fit.characters > 0).length ?? 0;
  const short = sheet?.fits.filter((fit) => fit.characters < 0).length ?? 0;
  const unplaced = doc?.children.filter((child) => child.attrs.place === null).length ?? 0;
  // What has been ignored is no longer to be looked at, here as in the list.
  const decisions = useSelected(open?.decisions ?? undecided, (list) => list);
  const left = useMemo(
    () => (open && proofing && decisions ? openFindings(open) : []),
    [open, proofing, decisions],
  );
  const errors = left.filter(({ finding }) => finding.severity === "error").length;
  const warnings = left.filter(({ finding }) => finding.severity === "warning").length;
  return (
    <footer className="status-line">
      <span>
        {doc
          ? t("desk.status.page", {
              page: doc.attrs.number as string,
              characters,
              blocks: piecesOf(doc).length,
            })
          : ""}
      </span>
      {over ? <span data-tone="over">{t("desk.status.over", { n: over })}</span> : null}
      {short ? <span data-tone="short">{t("desk.status.short", { n: short })}</span> : null}
      {unplaced ? <span data-tone="warn">{t("desk.status.unplaced", { n: unplaced })}</span> : null}
      {!over && !short && !unplaced && sheet?.fits.length ? (
        <span data-tone="fits">{t("desk.status.fits")}</span>
      ) : null}
      <span className="status-said">{block ? describeBlock(t, edition, sheets, block) : ""}</span>
      <OpenComments />
      {proofing ? (
        <span data-tone={errors ? "over" : undefined}>{t("desk.status.findings", { errors, warnings })}</span>
      ) : null}
      {sheet ? (
        <span>
          {t("desk.status.paper", {
            width: Math.round((sheet.width / 72) * 25.4),
            height: Math.round((sheet.height / 72) * 25.4),
          })}
        </span>
      ) : null}
      <ExportState />
      <HandoverState />
      <span title={open?.path}>{open?.name}</span>
    </footer>
  );
}

const undecided = { subscribe: () => () => {}, snapshot: () => null };

const counted = new WeakMap<Node, number>();

/** Characters of a page without its spaces; blocks that have not changed are not counted again. */
function charactersOf(page: Node): number {
  let sum = 0;
  page.forEach((block) => {
    let count = counted.get(block);
    if (count === undefined) {
      count = [...block.textContent.replace(/\s+/gu, "")].length;
      counted.set(block, count);
    }
    sum += count;
  });
  return sum;
}
