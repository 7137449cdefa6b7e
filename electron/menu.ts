/**
 * Native menus, made of the page's command table: the page sends names and states, and gets ids back. What edits text
 * is left to the system's own roles, which know the field that has the focus.
 *
 * Shortcuts are shown, not bound: the page's table stays the one that hears keys, and it knows when an input method
 * is composing. (macOS binds what it shows, but only hears keys that the page has left alone.)
 */
import type { MenuItemConstructorOptions as Item } from "electron";
import { word } from "../core/catalogue/catalogue.ts";
import type { Locale } from "../core/catalogue/message.ts";
import type { MenuModel } from "../host/window.ts";
import type { ContextMenu } from "./api.ts";

const keyNames: Readonly<Record<string, string>> = {
  Mod: "CommandOrControl",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  "+": "Plus",
  " ": "Space",
};

/** "Mod-Shift-z" as Electron writes it: "CommandOrControl+Shift+Z". */
export function accelerator(keys: string): string {
  // "Mod--" ends in a minus that is the key.
  const parts = keys.endsWith("-") ? [...keys.slice(0, -1).split("-").filter(Boolean), "-"] : keys.split("-");
  return parts.map((part) => keyNames[part] ?? (/^[a-z]$/.test(part) ? part.toUpperCase() : part)).join("+");
}

/** Before the page has told its commands. */
export const emptyModel = (locale: Locale): MenuModel => ({ locale, menus: [] });

export function menuTemplate(
  { locale, menus }: MenuModel,
  mac: boolean,
  onCommand: (id: string) => void,
): Item[] {
  const say = (key: string) => word(locale, `shell.${key}`);
  const role = (name: NonNullable<Item["role"]>, key: string): Item => ({ role: name, label: say(key) });
  const separator: Item = { type: "separator" };

  const clipboard = [
    role("cut", "cut"),
    role("copy", "copy"),
    role("paste", "paste"),
    role("pasteAndMatchStyle", "paste-plain"),
    role("selectAll", "select-all"),
  ];
  const ours = menus.map(({ id, label, items }): Item => {
    const commands = items.flatMap((item): Item[] => [
      ...(item.apart ? [separator] : []),
      {
        id: item.id,
        label: item.label.replaceAll("&", "&&"),
        enabled: item.enabled,
        ...(item.checked === undefined ? {} : { type: "checkbox", checked: item.checked }),
        ...(item.keys ? { accelerator: accelerator(item.keys), registerAccelerator: false } : {}),
        click: () => onCommand(item.id),
      },
    ]);
    if (id === "edit") return { label, submenu: [...commands, separator, ...clipboard] };
    if (id === "file" && !mac) return { label, submenu: [...commands, separator, role("quit", "quit")] };
    return { label, submenu: commands };
  });
  const edit: Item[] = menus.some(({ id }) => id === "edit")
    ? []
    : [{ label: say("edit"), submenu: clipboard }];
  const window: Item = {
    label: say("window"),
    role: "window",
    submenu: [
      role("minimize", "minimize"),
      ...(mac ? [role("zoom", "zoom-window")] : []),
      role("togglefullscreen", "full-screen"),
      role("close", "close-window"),
    ],
  };
  if (!mac) return [...ours, ...edit, window];
  const app: Item = {
    role: "appMenu",
    submenu: [
      role("about", "about"),
      separator,
      role("services", "services"),
      separator,
      role("hide", "hide"),
      role("hideOthers", "hide-others"),
      role("unhide", "unhide"),
      separator,
      role("quit", "quit"),
    ],
  };
  return [app, ...ours, ...edit, window];
}

/** The menu under the pointer: only what can be done there, null where that is nothing. */
export function contextTemplate({ isEditable, selectionText }: ContextMenu, locale: Locale): Item[] | null {
  const item = (role: NonNullable<Item["role"]>, key: string): Item => ({
    role,
    label: word(locale, `shell.${key}`),
  });
  const selected = selectionText !== "";
  const items = [
    ...(isEditable && selected ? [item("cut", "cut")] : []),
    ...(selected ? [item("copy", "copy")] : []),
    ...(isEditable ? [item("paste", "paste"), item("pasteAndMatchStyle", "paste-plain")] : []),
  ];
  return items.length > 0 ? items : null;
}
