/** A released page opened again, for a reason that is recorded. */
import { useState } from "react";
import { failed } from "../desk/flows/open.ts";
import { Ask } from "../desk/parts/Ask.tsx";
import { TextField } from "../desk/parts/fields.tsx";
import { shortTime } from "../desk/words.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { numberOf, reopen } from "./actions.ts";
import { useRounds } from "./use-red.ts";
import { useSigner } from "./use-signer.ts";

interface ReopenProps {
  readonly page: string;
  readonly again: (() => void) | null;
  readonly onClose: () => void;
}

export function ReopenDialog({ page, again, onClose }: ReopenProps) {
  const t = useT();
  const workplace = useWorkplace();
  const { open } = useRounds();
  const release = open.rounds.page(page)?.release;
  const [author, setAuthor] = useSigner("night-editor");
  const [reason, setReason] = useState("");
  const number = numberOf(open, page);
  const confirm = () => {
    onClose();
    reopen(workplace, open, { page, author: author.trim(), reason: reason.trim() }, again).catch((error) =>
      failed(workplace, error),
    );
  };
  return (
    <Ask
      title={t("rounds.reopen.title", { page: number })}
      confirm={t("rounds.reopen.do")}
      ready={author.trim() !== "" && reason.trim() !== "" && Boolean(release)}
      width={480}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        {t("rounds.reopen.ask", {
          page: number,
          author: release?.author ?? "",
          time: shortTime(release?.time ?? ""),
        })}
        {again ? ` ${t("rounds.reopen.pending")}` : ""}
      </p>
      <TextField
        label={t("rounds.reopen.reason")}
        value={reason}
        placeholder={t("rounds.reopen.example")}
        onChange={setReason}
      />
      <TextField label={t("rounds.sign.name")} value={author} onChange={setAuthor} />
    </Ask>
  );
}
