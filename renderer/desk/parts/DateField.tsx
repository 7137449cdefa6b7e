/**
 * A date, written as a Chinese desk writes it: the platform's own field follows the browser's language and not the
 * app's. Arrow keys go by days (with Shift by weeks), PageUp and PageDown by months; the weekday stands beside.
 */
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { useT } from "../../i18n/locale.tsx";
import { weekday } from "../words.ts";
import { readDate, stepDate } from "./calendar.ts";

interface DateFieldProps {
  readonly label: string;
  /** ISO date, "" where there is none yet, null where what is written is no date. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const steps: Readonly<Record<string, { readonly days?: number; readonly months?: number }>> = {
  ArrowUp: { days: 1 },
  ArrowDown: { days: -1 },
  PageUp: { months: 1 },
  PageDown: { months: -1 },
};

export function DateField({ label, value, onChange }: DateFieldProps) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState(value ?? "");
  const [left, setLeft] = useState(false);
  useEffect(() => {
    if (value === null) return;
    // What is written stays as it is while it says the same: nobody's typing is rewritten under their hands.
    setText((written) => (dateOf(written, value) === value ? written : value));
  }, [value]);
  const read = text.trim() === "" ? null : readDate(text, yearOf(value));
  const fault = read && "fault" in read ? read : null;
  // Half a date is no mistake while it is being written.
  const told = left || (fault !== null && fault.fault !== "form");

  const write = (next: string) => {
    setText(next);
    if (next.trim() === "") onChange("");
    else {
      const said = readDate(next, yearOf(value));
      onChange("date" in said ? said.date : null);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || !value || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const weeks = event.shiftKey && step.days ? { days: step.days * 7 } : step;
    const next = stepDate(value, weeks);
    setText(next);
    onChange(next);
  };

  return (
    <div className="field date-field">
      <label htmlFor={id}>{label}</label>
      <div className="date-input">
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={t("desk.date.example")}
          title={t("desk.date.keys")}
          aria-invalid={fault !== null && told}
          aria-describedby={`${id}-said`}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setLeft(false)}
          onBlur={() => {
            setLeft(true);
            if (value) setText(value);
          }}
        />
        <output id={`${id}-said`} htmlFor={id} data-tone={fault && told ? "over" : undefined}>
          {fault ? (told ? t(`desk.date.${fault.fault}`, fault.values) : "") : value ? weekday(t, value) : ""}
        </output>
      </div>
    </div>
  );
}

const yearOf = (value: string | null) => Number(value?.slice(0, 4)) || new Date().getFullYear();

function dateOf(text: string, value: string): string {
  const read = readDate(text, yearOf(value));
  return "date" in read ? read.date : "";
}
