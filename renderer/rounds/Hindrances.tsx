/** What stands in the way of releasing a page, a line each, which leads to where it is mended. */
import { hindranceWords } from "../../core/catalogue/lacking.ts";
import { Icon, type IconName } from "../desk/parts/Icon.tsx";
import type { View } from "../desk/state.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { show as showFinding } from "../proofing/actions.ts";
import { itemsIn } from "../proofing/round.ts";
import type { Hindrance } from "./actions.ts";
import { useRounds } from "./use-red.ts";

/** Where each is mended, and how it looks; on the sheet and as a fault where nothing is said. */
const views: { readonly [K in Hindrance["kind"]]?: View } = {
  signature: "sign",
  finding: "proof",
  query: "comments",
};
const icons: { readonly [K in Hindrance["kind"]]?: IconName } = { signature: "sign", query: "comments" };
const soft: ReadonlySet<Hindrance["kind"]> = new Set(["signature", "query"]);

interface HindrancesProps {
  readonly title: string;
  readonly page: string;
  readonly hindrances: readonly Hindrance[];
  readonly onClose: () => void;
}

export function Hindrances({ title, page, hindrances, onClose }: HindrancesProps) {
  const t = useT();
  const workplace = useWorkplace();
  const { open } = useRounds();
  const { state } = workplace;
  const go = (hindrance: Hindrance) => {
    state.dispatch({ type: "page", page });
    if (hindrance.block) state.dispatch({ type: "block", block: hindrance.block });
    const { kind } = hindrance;
    if (kind !== "preflight") state.dispatch({ type: "view", view: views[kind] ?? "layout" });
    onClose();
    const found = itemsIn(open)?.findings.find(({ subject }) => subject === hindrance.subject);
    if (kind === "finding" && found) showFinding(workplace, open, found);
  };
  return (
    <section className="report" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {hindrances.map((hindrance) => (
          <li
            key={`${hindrance.kind} ${hindrance.block} ${hindrance.subject} ${JSON.stringify(hindrance.message)}`}
          >
            <button
              type="button"
              className="report-line"
              data-tone={soft.has(hindrance.kind) ? "warn" : "over"}
              onClick={() => go(hindrance)}
            >
              <Icon name={icons[hindrance.kind] ?? "warn"} />
              <span>
                {hindranceWords(t, hindrance.message)}
                <small>{t(hindrance.todo)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
