/** Who signs which proof, and whose signature release waits for: a rule of the house. */
import { useState } from "react";
import { setStyle } from "../../core/edition/commands.ts";
import {
  type ProofRound,
  proofRounds,
  type QueryRule,
  queryRules,
  type Role,
  roles,
} from "../../core/edition/signing.ts";
import { Ask } from "../desk/parts/Ask.tsx";
import { Choice } from "../desk/parts/fields.tsx";
import { useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { RolesHead } from "./RolesHead.tsx";
import { useRounds } from "./use-red.ts";

const levels = ["none", "signs", "demands"] as const;

export function RulesDialog({ onClose }: { onClose: () => void }) {
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
        <RolesHead />
        <tbody>
          {proofRounds.map((round) => (
            <tr key={round}>
              <th scope="row">{t(`round.${round}`)}</th>
              {roles.map((role) => (
                <td key={role}>
                  <select
                    className="select"
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
