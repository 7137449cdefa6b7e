/** How many comments of the page in front are open, for the status line; none is not told. */
import { useDesk, useDispatch, useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { numberOf, threadsOf } from "./store.ts";

export function OpenComments() {
  const t = useT();
  const dispatch = useDispatch();
  const page = useDesk((state) => state.page);
  const n = useSession(
    ({ edition }) =>
      threadsOf(edition).filter(
        ({ thread, number }) => !thread.resolved && number === numberOf(edition, page),
      ).length,
  );
  if (n === 0) return null;
  return (
    <button
      type="button"
      className="status-comments"
      onClick={() => dispatch({ type: "view", view: "comments" })}
    >
      {t("comments.open", { n })}
    </button>
  );
}
