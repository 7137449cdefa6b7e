/** A modal dialog: the platform's own, so that focus stays in it, Escape closes it and the rest is inert. */
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useT } from "../../i18n/locale.tsx";
import { Icon } from "./Icon.tsx";

interface DialogProps {
  readonly title: string;
  /** Width in px; the window's where it is narrower. */
  readonly width?: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly foot?: ReactNode;
  /** Without the title bar: the palette. The title is still its label. */
  readonly bare?: boolean;
}

/**
 * Where what a dialog is about comes after it was opened, its first button gets the focus then; not where a person has
 * gone on meanwhile.
 */
export function useFocusOnArrival(list: RefObject<HTMLElement | null>, arrived: unknown): void {
  useEffect(() => {
    const { activeElement, body } = document;
    const waits = activeElement === body || activeElement?.classList.contains("dialog-body");
    if (arrived && waits) list.current?.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
  }, [list, arrived]);
}

export function Dialog({ title, width = 560, onClose, children, foot, bare }: DialogProps) {
  const t = useT();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.style.setProperty("--dialog-width", `${width}px`);
    dialog.showModal();
    // What a person is here for comes first, not the button that closes.
    const first =
      dialog.querySelector<HTMLElement>(".dialog-body :is(input, select, textarea):not([type=checkbox])") ??
      dialog.querySelector<HTMLElement>(".primary:not(:disabled)") ??
      dialog.querySelector<HTMLElement>(".dialog-body");
    first?.focus();
    return () => dialog.close();
  }, [width]);
  return (
    <dialog
      ref={ref}
      className={bare ? "dialog dialog-bare" : "dialog"}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-sheet">
        {bare ? null : (
          <header className="dialog-head">
            <h2>{title}</h2>
            <button
              type="button"
              className="icon-button"
              aria-label={t("desk.dialog.close")}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          </header>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys too */}
        <div className="dialog-body" tabIndex={0}>
          {children}
        </div>
        {foot ? <footer className="dialog-foot">{foot}</footer> : null}
      </div>
    </dialog>
  );
}
