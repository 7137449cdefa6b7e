/** Where a page stands, in two or three characters: in words and colour. */
import { useSelected } from "../desk/store.ts";
import { useOpenEdition } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { Standing } from "./store.ts";
import "./stage.css";

export function StageTag({ state }: { state: Standing }) {
  const t = useT();
  return (
    <span className="stage-tag" data-stage={state.stage}>
      {t(`stage.${state.stage}`)}
    </span>
  );
}

const silent = { subscribe: () => () => {}, snapshot: () => null };

/** The same for a page by its id, where it is on its way already. */
export function PageStage({ page }: { page: string }) {
  const open = useOpenEdition();
  const state = useSelected(open?.rounds ?? silent, (value) => value?.pages.find((one) => one.page === page));
  return state && state.stage !== "untaken" ? <StageTag state={state} /> : null;
}
