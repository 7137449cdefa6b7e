/**
 * Rounds by roles with the stamps that stand there. One stop for Tab; arrow keys go from field to field, Enter signs or
 * shows what was signed.
 */
import "./rounds-table.css";
import "./stamp.css";
import { type KeyboardEvent, useRef, useState } from "react";
import type { RoleState, RoundState } from "../../core/edition/rounds.ts";
import { shortTime } from "../desk/words.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { type Translate, useT } from "../i18n/locale.tsx";
import { ask, aspectWords } from "./actions.ts";
import { RolesHead } from "./RolesHead.tsx";
import type { Signature, Standing } from "./store.ts";
import { useRounds } from "./use-red.ts";

export function RoundsTable({ state }: { state: Standing }) {
  const t = useT();
  const table = useRef<HTMLTableElement>(null);
  const current = Math.max(
    0,
    state.rounds.findIndex(({ place }) => place === "current"),
  );
  const [at, setAt] = useState<readonly [row: number, column: number]>([current, 0]);

  const onKeyDown = (event: KeyboardEvent) => {
    const [row, column] = at;
    const next =
      event.key === "ArrowRight"
        ? [row, column + 1]
        : event.key === "ArrowLeft"
          ? [row, column - 1]
          : event.key === "ArrowDown"
            ? [row + 1, column]
            : event.key === "ArrowUp"
              ? [row - 1, column]
              : null;
    if (!next) return;
    event.preventDefault();
    const [y = 0, x = 0] = next;
    const field = table.current?.querySelector<HTMLElement>(`[data-field="${y} ${x}"]`);
    field?.focus();
  };

  return (
    <table
      ref={table}
      className="rounds-table"
      aria-label={t("rounds.table", { page: state.number })}
      onKeyDown={onKeyDown}
    >
      <RolesHead />
      <tbody>
        {state.rounds.map((round, row) => (
          <tr key={round.round} data-place={round.place} data-taken={round.version !== null || undefined}>
            <th scope="row">
              {t(`round.${round.round}`)}
              {round.times > 1 ? <small>{t("rounds.times", { n: round.times })}</small> : null}
            </th>
            {round.roles.map((role, column) => (
              <td key={role.role}>
                <Field
                  page={state}
                  round={round}
                  role={role}
                  field={`${row} ${column}`}
                  stop={at[0] === row && at[1] === column}
                  onFocus={() => setAt([row, column])}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FieldProps {
  readonly page: Standing;
  readonly round: RoundState<Signature>;
  readonly role: RoleState<Signature>;
  readonly field: string;
  readonly stop: boolean;
  readonly onFocus: () => void;
}

function Field({ page, round, role, field, stop, onFocus }: FieldProps) {
  const t = useT();
  const workplace = useWorkplace();
  const { open } = useRounds();
  const { signature, standing, asked, demanded } = role;
  // What was passed over is not waited for either.
  const passed = round.place === "past" && round.version === null && !demanded;
  const quiet = !signature && (!asked || passed);
  // Nothing to see, and nobody may sign.
  const closed = !signature && (open.session.readOnly || page.release !== null);
  return (
    <button
      type="button"
      className="rounds-field"
      data-field={field}
      data-standing={standing}
      data-quiet={quiet || undefined}
      tabIndex={stop ? 0 : -1}
      aria-disabled={closed || undefined}
      aria-label={signature ? undefined : fieldWords(t, round, role)}
      title={fieldWords(t, round, role)}
      onFocus={onFocus}
      onClick={() => {
        if (!closed) ask(workplace, { kind: "sign", page: page.page, round: round.round, role: role.role });
      }}
    >
      {signature ? (
        <>
          <span className="visually-hidden">{fieldWords(t, round, role)}</span>
          <span className="stamp" data-standing={standing}>
            <b>{signature.author}</b>
            <small>{standing === "changed" ? t("rounds.cell.changed") : clock(signature.time)}</small>
          </span>
        </>
      ) : (
        <span aria-hidden="true">
          {quiet ? "·" : t(`rounds.cell.${standing}`)}
          {demanded ? <i className="rounds-demanded" title={t("rounds.demanded")} /> : null}
        </span>
      )}
    </button>
  );
}

/** The hour of an instant: stamps of a night need no date. */
const clock = (iso: string) => shortTime(iso).slice(6);

function fieldWords(t: Translate, round: RoundState, role: RoleState): string {
  const { signature, standing, asked, demanded, changed } = role;
  const said = signature
    ? t("rounds.cell.signed", { author: signature.author, time: shortTime(signature.time) })
    : asked
      ? t(`rounds.cell.${standing}`)
      : t("rounds.cell.unasked");
  const since = changed.length > 0 ? t("rounds.cell.since", { aspects: aspectWords(t, changed) }) : "";
  return [
    t(`round.${round.round}`),
    t(`role.${role.role}`),
    said,
    since,
    demanded ? t("rounds.demanded") : "",
  ]
    .filter(Boolean)
    .join(t("desk.comma"));
}
