/** The dialogs of signing off, by what they are for. */
import "./rounds-dialogs.css";
import { useState } from "react";
import { setStyle } from "../../core/edition/commands.ts";
import { roundToTake } from "../../core/edition/rounds.ts";
import {
  type ProofRound,
  proofRounds,
  type QueryRule,
  queryRules,
  type Role,
  roles,
} from "../../core/edition/signing.ts";
import { failed } from "../desk/flows/open.ts";
import { Ask } from "../desk/parts/Ask.tsx";
import { Dialog } from "../desk/parts/Dialog.tsx";
import { Check, Choice, TextField } from "../desk/parts/fields.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { shortTime } from "../desk/words.ts";
import { useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { numberOf, reopen, take, writeProof } from "./actions.ts";
import type { RoundsDialog } from "./dialog-state.ts";
import { ReleaseDialog } from "./ReleaseDialog.tsx";
import { SignDialog } from "./SignDialog.tsx";
import { useRounds } from "./use-red.ts";

interface DialogsProps {
  readonly what: RoundsDialog;
  readonly onClose: () => void;
}

export function RoundsDialogs({ what, onClose }: DialogsProps) {
  switch (what.kind) {
    case "take":
      return <TakeDialog page={what.page} onClose={onClose} />;
    case "sign":
      return <SignDialog {...what} onClose={onClose} />;
    case "release":
      return <ReleaseDialog page={what.page} onClose={onClose} />;
    case "reopen":
      return <ReopenDialog page={what.page} again={what.again} onClose={onClose} />;
    case "rules":
      return <RulesDialog onClose={onClose} />;
    case "verify":
      return <VerifyDialog what={what} onClose={onClose} />;
  }
}

function TakeDialog({ page, onClose }: { page: string; onClose: () => void }) {
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

interface ReopenProps {
  readonly page: string;
  readonly again: (() => void) | null;
  readonly onClose: () => void;
}

function ReopenDialog({ page, again, onClose }: ReopenProps) {
  const t = useT();
  const workplace = useWorkplace();
  const { open } = useRounds();
  const release = open.rounds.page(page)?.release;
  const [author, setAuthor] = useState(open.author);
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

const levels = ["none", "signs", "demands"] as const;

function RulesDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { open } = useRounds();
  const style = useSession(({ edition }) => edition.style);
  const [signing, setSigning] = useState(style.signing);
  const levelOf = (round: ProofRound, role: Role) =>
    signing.demands[round].includes(role)
      ? "demands"
      : signing.signs[round].includes(role)
        ? "signs"
        : "none";
  const set = (round: ProofRound, role: Role, level: string) => {
    const lists = (list: readonly Role[], on: boolean) =>
      roles.filter((one) => (one === role ? on : list.includes(one)));
    setSigning({
      ...signing,
      signs: { ...signing.signs, [round]: lists(signing.signs[round], level !== "none") },
      demands: { ...signing.demands, [round]: lists(signing.demands[round], level === "demands") },
    });
  };
  const confirm = () => {
    onClose();
    if (JSON.stringify(signing) === JSON.stringify(style.signing)) return;
    open.session.dispatch(setStyle({ ...style, signing }), { label: "rounds.rules.title" });
  };
  return (
    <Ask
      title={t("rounds.rules.title")}
      confirm={t("desk.save")}
      ready={!open.session.readOnly}
      width={560}
      onConfirm={confirm}
      onClose={onClose}
    >
      <table className="rounds-rules">
        <thead>
          <tr>
            <th scope="col">{t("rounds.round")}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {t(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proofRounds.map((round) => (
            <tr key={round}>
              <th scope="row">{t(`round.${round}`)}</th>
              {roles.map((role) => (
                <td key={role}>
                  <select
                    value={levelOf(round, role)}
                    data-level={levelOf(round, role)}
                    aria-label={t("rounds.rules.cell", {
                      round: t(`round.${round}`),
                      role: t(`role.${role}`),
                    })}
                    onChange={(event) => set(round, role, event.target.value)}
                  >
                    {levels.map((level) => (
                      <option key={level} value={level}>
                        {t(`rounds.rules.${level}`)}
                      </option>
                    ))}
                  </select>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Choice
        label={t("rounds.rules.queries")}
        value={signing.queries}
        options={queryRules.map((rule) => [rule, t(`rounds.rules.queries.${rule}`)] as const)}
        onChange={(value) => setSigning({ ...signing, queries: value as QueryRule })}
      />
      <p className="hint">{t("rounds.rules.hint")}</p>
    </Ask>
  );
}

function VerifyDialog({ what, onClose }: { what: RoundsDialog & { kind: "verify" }; onClose: () => void }) {
  const t = useT();
  const { pdf, matches } = what.result;
  return (
    <Dialog
      title={t("rounds.verify.title")}
      width={520}
      onClose={onClose}
      foot={
        <button type="button" className="button primary" onClick={onClose}>
          {t("desk.done")}
        </button>
      }
    >
      <div className="rounds-verify">
        <p>
          <strong>{what.file}</strong>
        </p>
        {matches.length === 0 ? (
          <p className="rounds-line" data-tone="over" role="status">
            <Icon name="warn" />
            {t("rounds.verify.none")}
          </p>
        ) : (
          matches.map(({ release, number, reopened }) => (
            <div key={release.id}>
              <p className="rounds-line" data-tone={reopened ? "warn" : "fits"} role="status">
                <Icon name={reopened ? "warn" : "check"} />
                {t(reopened ? "rounds.verify.reopened" : "rounds.verify.same", { page: number })}
              </p>
              <p>{t("rounds.released", { author: release.author, time: shortTime(release.time) })}</p>
              {reopened ? (
                <p>
                  {t("rounds.reopened.banner", {
                    page: number,
                    reason: reopened.reason,
                    author: reopened.author,
                    time: shortTime(reopened.time),
                  })}
                </p>
              ) : null}
            </div>
          ))
        )}
        <dl>
          <dt>SHA-256</dt>
          <dd className="rounds-digest">{pdf}</dd>
        </dl>
      </div>
    </Dialog>
  );
}
