/** The fields of one entry, with what is wrong with them said beside the field. */
import { useEffect, useId, useRef } from "react";
import type { Severity } from "../../../core/proof/proofing.ts";
import { useT } from "../../i18n/locale.tsx";
import type { Fault, HouseList, Row } from "./lists.ts";

const severities: readonly Severity[] = ["error", "warning", "advice"];

interface RowFieldsProps {
  readonly list: HouseList;
  readonly row: Row;
  readonly fault: Fault | null;
  readonly disabled?: boolean;
  /** The first field takes the keyboard. */
  readonly focus?: boolean;
  readonly onChange: (row: Row) => void;
  /** Several lines were pasted into the first field. */
  readonly onLines?: (text: string) => void;
}

export function RowFields({ list, row, fault, disabled, focus, onChange, onLines }: RowFieldsProps) {
  const t = useT();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) first.current?.select();
  }, [focus]);
  return (
    <>
      {list.fields.map(({ name, label, kind }, i) => (
        <div className="house-field" key={name}>
          <label htmlFor={`${id}${name}`}>{t(label)}</label>
          {kind === "severity" ? (
            <select
              id={`${id}${name}`}
              value={row[name]}
              disabled={disabled}
              onChange={(event) => onChange({ ...row, [name]: event.target.value })}
            >
              <option value="">{t("house.severity.default")}</option>
              {severities.map((severity) => (
                <option key={severity} value={severity}>
                  {t(`desk.proof.${severity}`)}
                </option>
              ))}
            </select>
          ) : (
            <input
              ref={i === 0 ? first : undefined}
              id={`${id}${name}`}
              type="text"
              value={row[name]}
              disabled={disabled}
              aria-invalid={fault?.field === name}
              aria-describedby={fault?.field === name ? `${id}fault` : undefined}
              onChange={(event) => onChange({ ...row, [name]: event.target.value })}
              onPaste={(event) => {
                const text = event.clipboardData.getData("text/plain");
                if (i > 0 || !onLines || !/\S\s*\n\s*\S/.test(text)) return;
                event.preventDefault();
                onLines(text);
              }}
            />
          )}
        </div>
      ))}
      <p className="house-fault" id={`${id}fault`} role="status">
        {fault ? t(fault.key, fault.values) : ""}
      </p>
    </>
  );
}
