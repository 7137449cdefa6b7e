/** The menus of the command table behind one button, where the window has no native ones. */
import { useEffect, useRef, useState } from "react";
import { type DeskCommand, menus } from "../commands/command.ts";
import { applies, commands, contextOf, runCommand } from "../commands/table.ts";
import { useT } from "../i18n/locale.tsx";
import { Icon } from "./parts/Icon.tsx";
import { Keys } from "./parts/Keys.tsx";
import { useWorkplace } from "./workplace.ts";

export function MainMenu() {
  const t = useT();
  const workplace = useWorkplace();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onDown = (event: PointerEvent) => {
      const inside =
        panel.current?.contains(event.target as Node) || button.current?.contains(event.target as Node);
      if (!inside) setOpen(false);
    };
    document.addEventListener("pointerdown", onDown);
    // What the panel covers by half is not to be pressed by mistake.
    const beside = [...document.querySelectorAll<HTMLElement>(".desk > :not(.toolbar)")];
    for (const part of beside) part.inert = true;
    panel.current?.querySelector<HTMLElement>("[role^=menuitem]:not([disabled])")?.focus();
    return () => {
      document.removeEventListener("pointerdown", onDown);
      for (const part of beside) part.inert = false;
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") close();
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    const items = [
      ...(panel.current?.querySelectorAll<HTMLElement>("[role^=menuitem]:not([disabled])") ?? []),
    ];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + by + items.length) % items.length]?.focus();
  };

  const context = contextOf(workplace);
  return (
    <div className="main-menu">
      <button
        ref={button}
        type="button"
        className="icon-button menu-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t("desk.menu")}
        onClick={() => setOpen(!open)}
      >
        <span className="seal" aria-hidden="true">
          样
        </span>
      </button>
      {open ? (
        <div
          ref={panel}
          className="menu-panel"
          role="menu"
          aria-label={t("desk.menu")}
          tabIndex={-1}
          onKeyDown={onKey}
        >
          <div className="menu-columns">
            {menus.map((menu) => {
              // What means something in another view only would make the menu longer than the window.
              const isHere = ({ scope = "anywhere" }: DeskCommand) =>
                scope === "anywhere" || scope === "sheet";
              const items = commands.filter(
                (command) =>
                  command.menu === menu && !command.quiet && (isHere(command) || applies(command, context)),
              );
              if (items.length === 0) return null;
              return (
                // biome-ignore lint/a11y/useSemanticElements: a group of menu items is no fieldset
                <div key={menu} className="menu-group" role="group" aria-label={t(`desk.menu.${menu}`)}>
                  <span className="menu-title" aria-hidden="true">
                    {t(`desk.menu.${menu}`)}
                  </span>
                  {items.map((command, at) => {
                    const checked = command.checked?.(context);
                    return (
                      <button
                        key={command.id}
                        type="button"
                        data-apart={(command.apart && at > 0) || undefined}
                        {...(command.checked
                          ? { role: "menuitemcheckbox", "aria-checked": checked ?? false }
                          : { role: "menuitem" })}
                        disabled={!applies(command, context)}
                        onClick={() => {
                          close();
                          void runCommand(command.id, workplace);
                        }}
                      >
                        <span className="menu-check">{checked ? <Icon name="check" /> : null}</span>
                        <span>{t(command.label)}</span>
                        {command.keys?.[0] ? <Keys keys={command.keys[0]} /> : null}
                      </button>
                    );
                  })}
                </div>
              );
            })}
          </div>
        </div>
      ) : null}
    </div>
  );
}
