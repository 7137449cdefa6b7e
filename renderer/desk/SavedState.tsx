/** Whether all that is seen is on disk: there is no save button. */
import { useEffect, useRef } from "react";
import { runCommand } from "../commands/table.ts";
import { useT } from "../i18n/locale.tsx";
import type { Following } from "../session/following.ts";
import type { OpenEdition } from "../session/open-edition.ts";
import { useSelected } from "./store.ts";
import { shortTime } from "./words.ts";
import { useOpenEdition, useSession, useWorkplace } from "./workplace.ts";

type Holder = NonNullable<OpenEdition["holder"]>;

export function SavedState() {
  const t = useT();
  const open = useOpenEdition();
  const unsaved = useSession((state) => state.unsaved > 0);
  const trouble = useSession((state) => state.trouble);
  const waiting = useSession((state) => state.waiting);
  useTrouble();
  if (open?.readOnly && trouble && elsewhere.has(trouble.key))
    return <SaveElsewhere label="desk.reading.elsewhere" reason={t("desk.reading.gone", trouble.values)} />;
  if (open?.following) return <ReadOnlyState following={open.following} first={open.holder} />;
  if (open?.readOnly)
    return (
      <span
        className="saved"
        data-tone="warn"
        title={t(`store.read-only-${open.readOnly}`, { file: open.name })}
      >
        {t("desk.read-only")}
      </span>
    );
  if (trouble && elsewhere.has(trouble.key))
    return (
      <SaveElsewhere
        label={unsaved ? "desk.unsaved.elsewhere" : "desk.unsaved.will-be"}
        reason={t(atDesk[trouble.key] ?? trouble.key, trouble.values)}
      />
    );
  const tone = trouble ? "error" : waiting ? "warn" : unsaved ? "busy" : "ok";
  const lost = trouble?.key === "log.behind";
  const words = lost
    ? t("desk.unsaved.behind")
    : trouble
      ? t(unsaved ? "desk.unsaved" : "desk.cannot-save")
      : waiting
        ? t("desk.waiting-for-disk")
        : unsaved
          ? t("desk.saving")
          : t("desk.saved");
  return (
    <span
      className="saved"
      data-tone={tone}
      role="status"
      title={trouble ? t(trouble.key, trouble.values) : undefined}
    >
      <i aria-hidden="true" />
      {words}
    </span>
  );
}

/** What no trying again will mend: the file is gone or another's, or may not be written where it stands. */
const elsewhere = new Set([
  "store.moved",
  "store.taken",
  "store.denied",
  "store.full",
  "store.damaged",
  "store.not-database",
  "store.truncated",
  "store.empty",
  "store.foreign",
  "store.io",
]);

/** What the host says in a few words wherever a file is spoken of, and the desk with what to do. */
const atDesk: Readonly<Record<string, string>> = {
  "store.denied": "desk.unsaved.denied",
  "store.full": "desk.unsaved.full",
  "store.damaged": "desk.unsaved.damaged",
  "store.not-database": "desk.unsaved.spoiled",
  "store.truncated": "desk.unsaved.spoiled",
  "store.empty": "desk.unsaved.spoiled",
  "store.foreign": "desk.unsaved.spoiled",
  "store.io": "desk.unsaved.io",
};

function SaveElsewhere({ label, reason }: { readonly label: string; readonly reason: string }) {
  const t = useT();
  const workplace = useWorkplace();
  return (
    <button
      type="button"
      className="saved"
      data-tone="error"
      title={reason}
      onClick={() => void runCommand("file.save-as", workplace)}
    >
      <i aria-hidden="true" />
      {t(label)}
    </button>
  );
}

/** Who is writing what is only read here; and, once nobody is, the offer to write it here. */
function ReadOnlyState({
  following,
  first,
}: {
  readonly following: Following;
  readonly first: Holder | null;
}) {
  const t = useT();
  const workplace = useWorkplace();
  const known = useSelected(following, (state) => state.holder);
  if (known === null)
    return (
      <button
        type="button"
        className="saved"
        data-tone="warn"
        title={t("desk.take-over.about")}
        onClick={() => void runCommand("file.take-over", workplace)}
      >
        {t("desk.take-over.free")}
      </button>
    );
  const holder = known ?? first;
  const here = known?.here ?? false;
  const where = holder && t("desk.held-by.where", { ...holder, since: shortTime(holder.since) });
  return (
    <span
      className="saved"
      data-tone="warn"
      role="status"
      title={here ? t("desk.held-by.here") : (where ?? undefined)}
    >
      {here
        ? t("desk.read-only.here")
        : holder
          ? t("desk.read-only.held", { user: holder.user })
          : t("desk.read-only")}
    </span>
  );
}

/** Says aloud why nothing can be saved, once for each reason, and takes it back when all is well again. */
function useTrouble(): void {
  const { state } = useWorkplace();
  const reading = Boolean(useOpenEdition()?.readOnly);
  const trouble = useSession((session) => session.trouble);
  const latest = useRef(trouble);
  latest.current = trouble;
  const key = trouble?.key;
  useEffect(() => {
    const values = latest.current?.values;
    if (!key || !values) return;
    const words = reading && elsewhere.has(key) ? "desk.reading.gone" : (atDesk[key] ?? key);
    const notice = { tone: "error" as const, key: words, values };
    state.dispatch({ type: "notice", notice });
    return () => {
      if (state.snapshot().notice === notice) state.dispatch({ type: "notice", notice: null });
    };
  }, [key, state, reading]);
}
