/** A page's number and name: for one that is added, and for one that is there. */
import { useState } from "react";
import { addPage, isPageNumber, setPageTitle } from "../../../core/edition/commands.ts";
import { pageNumbered } from "../../../core/edition/edition.ts";
import { useT } from "../../i18n/locale.tsx";
import { Ask } from "../parts/Ask.tsx";
import { TextField } from "../parts/fields.tsx";
import { useDispatch, useOpenSession, useSession } from "../workplace.ts";

/** The page number after `number`: A2 → A3. */
const following = (number: string) => number.replace(/\d+$/, (digits) => String(Number(digits) + 1));

export function AddPageDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const dispatch = useDispatch();
  const session = useOpenSession();
  const edition = useSession((state) => state.edition);
  const [number, setNumber] = useState(following((edition.pages.at(-1)?.attrs.number as string) ?? "A0"));
  const [title, setTitle] = useState("");
  const taken = pageNumbered(edition, number) !== null;
  const add = () => {
    onClose();
    if (!session.dispatch(addPage(number, title.trim()), { label: "desk.page.add.title" })) return;
    const page = pageNumbered(session.state.edition, number);
    if (page) dispatch({ type: "page", page: page.attrs.id });
  };
  return (
    <Ask
      title={t("desk.page.add.title")}
      confirm={t("desk.page.add.do")}
      ready={isPageNumber(number) && !taken}
      onConfirm={add}
      onClose={onClose}
    >
      <TextField
        label={t("desk.page-number")}
        value={number}
        onChange={(value) => setNumber(value.trim().toUpperCase())}
      />
      <TextField label={t("desk.page.title")} value={title} onChange={setTitle} />
      <p className="hint" aria-live="polite">
        {taken
          ? t("desk.page.add.taken", { page: number })
          : isPageNumber(number)
            ? t("desk.page.title.hint")
            : t("desk.page.add.bad")}
      </p>
    </Ask>
  );
}

export function RenamePageDialog({ page, onClose }: { page: string; onClose: () => void }) {
  const t = useT();
  const session = useOpenSession();
  const doc = useSession((state) => state.edition.pages).find((candidate) => candidate.attrs.id === page);
  const [title, setTitle] = useState((doc?.attrs.title as string | undefined) ?? "");
  if (!doc) return null;
  const number = doc.attrs.number as string;
  return (
    <Ask
      title={t("desk.page.rename.title", { page: number })}
      confirm={t("desk.save")}
      ready
      onConfirm={() => {
        onClose();
        session.dispatch(setPageTitle(number, title.trim()), { label: "desk.page.rename" });
      }}
      onClose={onClose}
    >
      <TextField label={t("desk.page.title")} value={title} onChange={setTitle} />
      <p className="hint">{t("desk.page.title.hint")}</p>
    </Ask>
  );
}
