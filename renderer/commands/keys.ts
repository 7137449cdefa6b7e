/** Shortcuts: from keyboard events to commands, and as a person reads them. */
import type { DeskCommand, KeyScope } from "./command.ts";

const isMac = typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.platform);

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Where the key lies: "KeyL", "Digit0". */
  readonly code?: string;
}

/** The event in the notation of DeskCommand.keys. Shift is named only with keys that it does not change the sign of. */
export function keyName(event: KeyPress, mac = isMac): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const printed = event.key.length === 1 && !/[a-z]/i.test(event.key) && event.key !== " ";
  // With Option held a Mac tells the sign that is printed (¬ for L): the key is known by its place then.
  const place =
    event.altKey && /[^ -~]/.test(event.key) ? /^(?:Key|Digit)(.)$/.exec(event.code ?? "")?.[1] : null;
  const key = (place ?? event.key).length === 1 ? (place ?? event.key).toLowerCase() : event.key;
  const parts = [
    mod ? "Mod" : "",
    (mac ? event.ctrlKey : event.metaKey) ? "Meta" : "",
    event.altKey ? "Alt" : "",
    event.shiftKey && !printed ? "Shift" : "",
    key,
  ];
  return parts.filter(Boolean).join("-");
}

/** The command of a key pressed in `place`: a scope's own keys come before those that count anywhere. */
export function commandFor(
  event: KeyPress,
  commands: readonly DeskCommand[],
  place: KeyScope | null,
): DeskCommand | null {
  const name = keyName(event);
  const matches = commands.filter((command) => command.keys?.includes(name));
  return (
    (place ? matches.find((command) => command.scope === place) : undefined) ??
    matches.find((command) => (command.scope ?? "anywhere") === "anywhere") ??
    null
  );
}

const signs: Readonly<Record<string, readonly [mac: string, other: string]>> = {
  Mod: ["⌘", "Ctrl"],
  Meta: ["⌃", "Win"],
  Alt: ["⌥", "Alt"],
  Shift: ["⇧", "Shift"],
  ArrowUp: ["↑", "↑"],
  ArrowDown: ["↓", "↓"],
  ArrowLeft: ["←", "←"],
  ArrowRight: ["→", "→"],
  Escape: ["esc", "Esc"],
  Delete: ["⌦", "Del"],
  Backspace: ["⌫", "Backspace"],
  Enter: ["↩", "Enter"],
  PageUp: ["⇞", "PgUp"],
  PageDown: ["⇟", "PgDn"],
};

/** A shortcut's keys, each to be shown as a key: ["Ctrl", "K"]. */
export function keyCaps(keys: string, mac = isMac): string[] {
  // "Mod--" ends in a minus that is the key.
  const parts = keys.endsWith("--") ? [...keys.slice(0, -2).split("-"), "-"] : keys.split("-");
  return parts.map((part) => signs[part]?.[mac ? 0 : 1] ?? (part.length === 1 ? part.toUpperCase() : part));
}
