/** Signing: who, as what, which proof; with what has changed since the last time, and what is still open. */
import "./stamp.css";
import { useMemo, useState } from "react";
import { type ProofRound, type Role, roles } from "../../core/edition/signing.ts";
import { failed } from "../desk/flows/open.ts";
import { Ask } from "../desk/parts/Ask.tsx";
import { SelectField, TextField } from "../desk/parts/fields.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { shortTime } from "../desk/words.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { numberOf, openFindings, proofInHand, sign } from "./actions.ts";
import { RedList } from "./RedList.tsx";
import { useChanges } from "./SinceProof.tsx";
import { rememberSigner } from "./signers.ts";
import { useRounds } from "./use-red.ts";
import { useSigner } from "./use-signer.ts";

interface SignProps {
  readonly page: string;
  readonly round: ProofRound;
  readonly role: Role;
  readonly onClose: () => void;
}

/** Most changes listed in the dialog. */
const MOST = 50;

export function SignDialog({ page, round, role: first, onClose }: SignProps) {
  const t = useT();
  const workplace = useWorkplace();
  const { open } = useRounds();
  const [role, setRole] = useState(first);
  const [author, setAuthor] = useSigner(role);
  const [note, setNote] = useState("");
  const state = open.rounds.page(page);
  const rounds = state?.rounds.find((one) => one.round === round);
  const given = rounds?.roles.find((one) => one.role === role)?.signature ?? null;
  const inHand = proofInHand(open, page, round);
  const findings = useMemo(() => openFindings(workplace, open, page), [workplace, open, page]);
  const changes = useChanges(page, given?.version ?? null);
  const number = numberOf(open, page);
  const words = { page: number, round: t(`round.${round}`), role: t(`role.${role}`) };
  const closed = open.session.readOnly || Boolean(state?.release);
  const confirm = () => {
    onClose();
    rememberSigner(workplace, role, author.trim()).catch(() => {});
    sign(workplace, open, { page, round, role, author: author.trim(), note: note.trim() }).catch((error) =>
      failed(workplace, error),
    );
  };
  return (
    <Ask
      title={t("rounds.sign.title", words)}
      confirm={t("rounds.sign.do")}
      ready={author.trim() !== "" && !closed}
      width={520}
      onConfirm={confirm}
      onClose={onClose}
    >
      {given ? (
        <section className="sign-given" aria-label={t("rounds.sign.history")}>
          <p>
            <span className="stamp" aria-hidden="true">
              <b>{given.author}</b>
              <small>{t(`role.${role}`)}</small>
            </span>
            {t("rounds.sign.given", {
              author: given.author,
              time: shortTime(given.time),
              version: given.version,
            })}
          </p>
          {given.open.length > 0 ? (
            <details>
              <summary>{t("rounds.sign.given.open", { n: given.open.length })}</summary>
              <ul>
                {given.open.map(({ subject, message }) => (
                  <li key={subject}>{message}</li>
                ))}
              </ul>
            </details>
          ) : null}
          {given.note ? <p className="rounds-note">{given.note}</p> : null}
          {changes && changes.length > 0 ? (
            <>
              <h3>
                {t("rounds.sign.differences")} <b>{changes.length}</b>
              </h3>
              <RedList
                label={t("rounds.sign.differences")}
                groups={[{ key: "all", name: "", items: changes.slice(0, MOST) }]}
                front={null}
                onChoose={() => {}}
              />
            </>
          ) : null}
        </section>
      ) : null}
      {closed ? null : (
        <>
          <SelectField
            label={t("rounds.sign.role")}
            value={role}
            options={roles.map((one) => [one, t(`role.${one}`)] as const)}
            onChange={(value) => setRole(value as Role)}
          />
          <TextField label={t("rounds.sign.name")} value={author} onChange={setAuthor} />
          <TextField
            label={t("rounds.sign.note")}
            value={note}
            placeholder={t("rounds.sign.note.example")}
            onChange={setNote}
          />
          {inHand === null ? (
            <p className="rounds-line" data-tone="warn">
              <Icon name="warn" />
              {t(rounds?.version ? "rounds.sign.anew" : "rounds.sign.first", words)}
            </p>
          ) : null}
          {findings.length > 0 ? (
            <details className="sign-open">
              <summary>{t("rounds.sign.open", { n: findings.length })}</summary>
              <ul>
                {findings.map(({ subject, message }) => (
                  <li key={subject}>{message}</li>
                ))}
              </ul>
            </details>
          ) : (
            <p className="hint">{t("rounds.sign.clean")}</p>
          )}
          <p className="sign-statement">
            {t("rounds.sign.statement", { ...words, name: author.trim() || "……" })}
          </p>
        </>
      )}
    </Ask>
  );
}
