import { describe, expect, it } from "vitest";
import { word } from "../../../core/catalogue/catalogue.ts";
import { commandFor, keyCaps, keyName } from "../../../renderer/commands/keys.ts";
import { commands } from "../../../renderer/commands/table.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("the command table", () => {
  it("has every id once", () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("gives no shortcut to two commands of one scope", () => {
    const keys = commands.flatMap(({ keys = [], scope = "anywhere" }) =>
      keys.map((key) => `${scope} ${key}`),
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it("names every command and menu in both languages", () => {
    for (const { label, menu } of commands)
      for (const locale of ["zh", "en"] as const)
        for (const key of [label, `desk.menu.${menu}`]) expect(word(locale, key)).not.toBe("");
  });
});

describe("keys", () => {
  it.each([
    [press("k", { ctrlKey: true }), false, "Mod-k"],
    [press("k", { metaKey: true }), true, "Mod-k"],
    [press("Z", { ctrlKey: true, shiftKey: true }), false, "Mod-Shift-z"],
    [press("?", { shiftKey: true }), false, "?"],
    [press("F8", { shiftKey: true }), false, "Shift-F8"],
    [press("ArrowLeft"), false, "ArrowLeft"],
    [press("-", { ctrlKey: true }), false, "Mod--"],
    [{ ...press("¬", { metaKey: true, altKey: true }), code: "KeyL" }, true, "Mod-Alt-l"],
    [press("ArrowUp", { altKey: true }), true, "Alt-ArrowUp"],
  ])("%o is %s", (event, mac, name) => {
    expect(keyName(event, mac)).toBe(name);
  });

  it("are shown as the machine's keyboard shows them", () => {
    expect(keyCaps("Mod-Shift-z", false)).toEqual(["Ctrl", "Shift", "Z"]);
    expect(keyCaps("Mod-Shift-z", true)).toEqual(["⌘", "⇧", "Z"]);
    expect(keyCaps("Mod--", false)).toEqual(["Ctrl", "-"]);
  });

  it("of the sheet count on the sheet only", () => {
    expect(commandFor(press("ArrowLeft"), commands, "sheet")?.id).toBe("layout.left");
    expect(commandFor(press("ArrowLeft"), commands, null)).toBe(null);
  });
});
