/** A proof taken of the page in front, or of all, with its PDF where that is wanted. */
import { useState } from "react";
import { roundToTake } from "../../core/edition/rounds.ts";
import { type ProofRound, proofRounds } from "../../core/edition/signing.ts";
import { failed } from "../desk/flows/open.ts";
import { Ask } from "../desk/parts/Ask.tsx";
import { Check, Choice } from "../desk/parts/fields.tsx";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { numberOf, take, writeProof } from "./actions.ts";
import { useRounds } from "./use-red.ts";

export function TakeDialog({ page, onClose }: { page: string; onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const { open } = useRounds();
  const state = open.rounds.page(page);
  const [round, setRound] = useState<ProofRound>(state ? roundToTake(state) : "first");
  const [pdf, setPdf] = useState(false);
  const [all, setAll] = useState(false);
  const number = numberOf(open, page);
  const confirm = async () => {
    onClose();
    try {
      const version = await take(workplace, open, round, all ? "" : page);
      const values = { round: t(`round.${round}`), version: version.id };
      workplace.state.dispatch({ type: "notice", notice: { tone: "ok", key: "rounds.taken", values } });
      if (pdf) await writeProof(workplace, open, page, version);
    } catch (error) {
      failed(workplace, error);
    }
  };
  return (
    <Ask
      title={t("rounds.take.title", { page: number })}
      confirm={t("rounds.take.do")}
      ready
      width={560}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Choice
        label={t("rounds.take.round")}
        value={round}
        options={proofRounds.map((one) => [one, t(`round.${one}`)] as const)}
        onChange={(value) => setRound(value as ProofRound)}
      />
      <div className="checks column">
        <Check label={t("rounds.take.all")} checked={all} onChange={setAll} />
        <Check label={t("rounds.take.pdf")} checked={pdf} onChange={setPdf} />
      </div>
      <p className="hint">{t("rounds.take.hint")}</p>
    </Ask>
  );
}
