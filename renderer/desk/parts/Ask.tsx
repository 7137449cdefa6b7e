/** A dialog that asks a small question: fields, and one button that answers it (Enter does too). */
import type { ReactNode } from "react";
import { useT } from "../../i18n/locale.tsx";
import { Dialog } from "./Dialog.tsx";

interface AskProps {
  readonly title: string;
  readonly confirm: string;
  readonly ready: boolean;
  /** In px. */
  readonly width?: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Ask({ title, confirm, ready, width = 420, onConfirm, onClose, children }: AskProps) {
  const t = useT();
  return (
    <Dialog
      title={title}
      width={width}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t("desk.cancel")}
          </button>
          <button type="submit" form="ask" className="button primary" disabled={!ready}>
            {confirm}
          </button>
        </>
      }
    >
      <form
        id="ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onConfirm();
        }}
        onKeyDown={(event) => {
          // A field of text submits by itself; a list that is shut does not, in every browser.
          if (event.key !== "Enter" || !(event.target instanceof HTMLSelectElement)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
