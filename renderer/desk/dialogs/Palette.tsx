/** Every command by its name in either language, typed; its id and other words for it match too. */
import { useId, useMemo, useRef, useState } from "react";
import { word } from "../../../core/catalogue/catalogue.ts";
import type { DeskCommand } from "../../commands/command.ts";
import { applies, commands, contextOf, runCommand } from "../../commands/table.ts";
import { useT } from "../../i18n/locale.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Keys } from "../parts/Keys.tsx";
import { useWorkplace } from "../workplace.ts";

/** How well `query` names a command: 0 not at all, else the higher the better. All its letters, in order. */
export function likeness(query: string, ...names: string[]): number {
  if (!query) return 1;
  let best = 0;
  for (const name of names) {
    const text = name.toLowerCase();
    const at = text.indexOf(query);
    if (at >= 0) best = Math.max(best, 100 - at);
    else if (inOrder(query, text)) best = Math.max(best, 10);
  }
  return best;
}

function inOrder(query: string, text: string): boolean {
  let from = 0;
  for (const letter of query) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** What a command is called in either language, by its id, and by other words for it. */
const namesOf = ({ id, label, also }: DeskCommand): string[] =>
  [label, ...(also ? [also] : [])].flatMap((key) => [word("zh", key), word("en", key)]).concat(id);

export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const available = useMemo(() => {
    const context = contextOf(workplace);
    return commands.filter(
      (command) => !command.quiet && command.id !== "dialog.palette" && applies(command, context),
    );
  }, [workplace]);
  const wanted = query.trim().toLowerCase();
  const found = available
    .map((command) => ({ command, score: likeness(wanted, ...namesOf(command)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
  const current = found[Math.min(at, found.length - 1)];

  const choose = (command: DeskCommand | undefined) => {
    if (!command) return;
    onClose();
    void runCommand(command.id, workplace);
  };
  const move = (by: number) => {
    const next = (Math.min(at, found.length - 1) + by + found.length) % Math.max(1, found.length);
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };

  return (
    <Dialog title={t("desk.palette")} width={520} onClose={onClose} bare>
      <input
        className="palette-input"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        aria-label={t("desk.palette")}
        placeholder={t("desk.palette.hint")}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "ArrowDown") move(1);
          else if (event.key === "ArrowUp") move(-1);
          else if (event.key === "Enter") choose(current);
          else return;
          event.preventDefault();
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className="palette-list"
        role="listbox"
        aria-label={t("desk.palette")}
      >
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field above
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === current}
            onClick={() => choose(command)}
          >
            <small>{t(`desk.menu.${command.menu}`)}</small>
            <span>{t(command.label)}</span>
            {command.keys?.[0] ? <Keys keys={command.keys[0]} /> : null}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="hint inset">{t("desk.palette.none")}</p> : null}
    </Dialog>
  );
}
