/** A field to write a remark in: Enter keeps it, Shift-Enter starts a line, Escape gives it up. */
import { useEffect, useId, useRef, useState } from "react";
import { threadLimits } from "../../core/edition/thread.ts";
import { useT } from "../i18n/locale.tsx";

interface RemarkFormProps {
  readonly label: string;
  /** Another number takes the keyboard to the field again. */
  readonly asked?: number;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

export function RemarkForm({ label, asked = 0, onSave, onCancel }: RemarkFormProps) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says that the field was asked for again
  useEffect(() => {
    field.current?.focus();
    field.current?.form?.scrollIntoView({ block: "nearest" });
  }, [asked]);
  const ready = text.trim() !== "";
  return (
    <form
      className="remark-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(text);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
        if (event.key === "Escape") {
          event.preventDefault();
          onCancel();
        }
        if (event.key === "Enter" && !event.shiftKey && event.target === field.current) {
          event.preventDefault();
          if (ready) onSave(text);
        }
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        maxLength={threadLimits.text}
        aria-describedby={`${id}hint`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="remark-form-foot">
        <small id={`${id}hint`}>{t("comments.hint")}</small>
        <button type="button" className="button" onClick={onCancel}>
          {t("desk.cancel")}
        </button>
        <button type="submit" className="button primary" disabled={!ready}>
          {t("comments.save")}
        </button>
      </div>
    </form>
  );
}
