/** A menu template as Electron takes it: what it would refuse or ignore is refused here. */
import type { MenuItemConstructorOptions as Item } from "electron";

/** Modifiers and keys of an accelerator, after Electron's documentation. */
const modifiers = new Set([
  "Command",
  "Cmd",
  "Control",
  "Ctrl",
  "CommandOrControl",
  "CmdOrCtrl",
  "Alt",
  "Option",
  "AltGr",
  "Shift",
  "Super",
  "Meta",
]);
const keys = new Set([
  "Plus",
  "Space",
  "Tab",
  "Capslock",
  "Numlock",
  "Scrolllock",
  "Backspace",
  "Delete",
  "Insert",
  "Return",
  "Enter",
  "Up",
  "Down",
  "Left",
  "Right",
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "Escape",
  "Esc",
]);

export function isAccelerator(text: string): boolean {
  const parts = text.split("+");
  const key = parts.pop() ?? "";
  const known =
    keys.has(key) ||
    /^F([1-9]|1\d|2[0-4])$/.test(key) ||
    /^[A-Z0-9)!@#$%^&*(:;<,=_>.?/~`{\]["'|\\}-]$/.test(key);
  return known && parts.every((part) => modifiers.has(part)) && new Set(parts).size === parts.length;
}

export function checkMenu(template: readonly Item[]): void {
  for (const item of template) {
    if (!item.label && !item.role && item.type !== "separator")
      throw new TypeError("a menu item without a label");
    if (typeof item.accelerator === "string" && !isAccelerator(item.accelerator)) {
      throw new TypeError(`Invalid accelerator: ${item.accelerator}`);
    }
    if (Array.isArray(item.submenu)) checkMenu(item.submenu);
  }
}

export function itemById(template: readonly Item[], id: string): Item | null {
  for (const item of template) {
    if (item.id === id) return item;
    const inside = Array.isArray(item.submenu) ? itemById(item.submenu, id) : null;
    if (inside) return inside;
  }
  return null;
}
