/** Place in the list, and steps to the neighbours. */
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useT } from "../i18n/locale.tsx";

export function Walk({ at, of }: { at: number; of: number }) {
  const t = useT();
  return (
    <span className="proof-walk">
      {at >= 0 ? (
        <small>
          <span aria-hidden="true">{`${at + 1} / ${of}`}</span>
          <span className="visually-hidden">{t("desk.proof.position", { n: at + 1, of })}</span>
        </small>
      ) : null}
      <span className="proof-walk-back">
        <CommandButton id="proof.previous" icon="up" compact />
      </span>
      <span className="proof-walk-on">
        <CommandButton id="proof.next" icon="up" compact />
      </span>
    </span>
  );
}
