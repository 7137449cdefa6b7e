/** Words of the page with the place in question marked, and links to places. */
import type { Severity, Span } from "../../core/proof/proofing.ts";
import { useOpenEdition, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { follow } from "./actions.ts";
import type { Passage, State } from "./items.ts";

export function Quote({ passage, kind }: { passage: Passage; kind: Severity | State }) {
  const { before, quote, after } = passage;
  return (
    <span className="passage" lang="zh-Hans">
      {before ? <span className="passage-before">{before}</span> : null}
      <mark data-kind={kind}>{quote || "\u2009"}</mark>
      <span>{after}</span>
    </span>
  );
}

interface PlaceLinkProps {
  readonly span: Span;
  readonly article: string;
  /** The words at the place. */
  readonly quote: string;
  /** What is shown, where that is less. */
  readonly children?: string;
  readonly className?: string;
}

/** Words of the clause before a place, at most so many: three places that all say 10例 are told apart by them. */
const BEFORE = 12;

/** The words at a place as they are named aloud: with what stands before them in their clause. */
export function named({ from: { part, offset } }: Span, quote: string): string {
  const before = part.text.slice(Math.max(0, offset - BEFORE), offset);
  return `${/[^\p{P}\s]*$/u.exec(before)?.[0] ?? ""}${quote}`;
}

/** Leads to a place on sheet and galley, and lights it. */
export function PlaceLink({ span, article, quote, children, className }: PlaceLinkProps) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const label = t("desk.proof.evidence.go", { quote: named(span, quote) });
  return (
    <button
      type="button"
      className={className ?? "place-link"}
      lang="zh-Hans"
      aria-label={label}
      title={label}
      onClick={() => open && follow(workplace, open, span, article)}
    >
      {children ?? quote}
    </button>
  );
}
