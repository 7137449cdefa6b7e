/** Native menus out of the page's command table. */
import type { MenuItemConstructorOptions as Item } from "electron";
import { describe, expect, it } from "vitest";
import { accelerator, contextTemplate, emptyModel, menuTemplate } from "../../electron/menu.ts";
import type { MenuModel } from "../../host/window.ts";
import { commands } from "../../renderer/commands/table.ts";
import { checkMenu, isAccelerator, itemById } from "../electron-double/menu.ts";

const model: MenuModel = {
  locale: "zh",
  menus: [
    {
      id: "file",
      label: "文件",
      items: [{ id: "file.open", label: "打开……", keys: "Mod-o", enabled: true }],
    },
    {
      id: "edit",
      label: "编辑",
      items: [{ id: "edit.undo", label: "撤销 R&D", keys: "Mod-z", enabled: false }],
    },
    {
      id: "view",
      label: "视图",
      items: [
        { id: "zoom.in", label: "放大", enabled: true },
        { id: "view.spread", label: "对页", enabled: true, checked: true, apart: true },
      ],
    },
  ],
};
const titles = (template: readonly Item[]) => template.map(({ label, role }) => label ?? role);
const roles = (template: readonly Item[]): unknown[] =>
  template
    .flatMap(({ role, submenu }) => [role, ...(Array.isArray(submenu) ? roles(submenu) : [])])
    .filter(Boolean);

describe("the menu bar", () => {
  it("shows the table's commands, and sends the id of the one that is chosen", () => {
    const chosen: string[] = [];
    const template = menuTemplate(model, false, (id) => chosen.push(id));
    checkMenu(template);
    expect(titles(template)).toEqual(["文件", "编辑", "视图", "窗口"]);
    expect(itemById(template, "edit.undo")).toMatchObject({ label: "撤销 R&&D", enabled: false });
    expect(itemById(template, "view.spread")).toMatchObject({ type: "checkbox", checked: true });
    const view = template.find(({ label }) => label === "视图")?.submenu as Item[];
    expect(view.map(({ type, id }) => (type === "separator" ? "—" : id))).toEqual([
      "zoom.in",
      "—",
      "view.spread",
    ]);
    const open = itemById(template, "file.open") as Item;
    (open.click as () => void)();
    expect(chosen).toEqual(["file.open"]);
  });

  it("shows shortcuts without binding them: the page hears the keys", () => {
    const item = itemById(
      menuTemplate(model, false, () => {}),
      "file.open",
    );
    expect(item).toMatchObject({ accelerator: "CommandOrControl+O", registerAccelerator: false });
  });

  it("has the system's own roles for text, and macOS its app menu", () => {
    for (const mac of [false, true]) {
      const template = menuTemplate(model, mac, () => {});
      checkMenu(template);
      expect(roles(template)).toEqual(expect.arrayContaining(["cut", "copy", "paste", "selectAll", "quit"]));
      // Undo is the edition's, not the field's.
      expect(roles(template)).not.toContain("undo");
      expect(roles(template)).not.toContain("toggleDevTools");
      expect(roles(template).includes("appMenu")).toBe(mac);
    }
  });

  it("can cut and paste before the page has told its commands", () => {
    const template = menuTemplate(emptyModel("en"), false, () => {});
    expect(titles(template)).toEqual(["Edit", "Window"]);
  });
});

describe("accelerators", () => {
  it.each([
    ["Mod-k", "CommandOrControl+K"],
    ["Mod-Shift-z", "CommandOrControl+Shift+Z"],
    ["Shift-F8", "Shift+F8"],
    ["Mod--", "CommandOrControl+-"],
    ["Mod-+", "CommandOrControl+Plus"],
    ["Alt-PageDown", "Alt+PageDown"],
    ["Mod-ArrowUp", "CommandOrControl+Up"],
    ["?", "?"],
    ["-", "-"],
  ])("%s is %s", (keys, written) => {
    expect(accelerator(keys)).toBe(written);
  });

  it("of every command in the table are ones Electron knows", () => {
    const shown = commands.filter(({ quiet, keys }) => !quiet && keys?.[0]);
    expect(shown.length).toBeGreaterThan(10);
    const unknown = shown
      .map(({ keys }) => accelerator(keys?.[0] as string))
      .filter((a) => !isAccelerator(a));
    expect(unknown).toEqual([]);
  });
});

describe("the menu under the pointer", () => {
  const offered = (isEditable: boolean, selectionText: string) =>
    contextTemplate({ isEditable, selectionText }, "zh")?.map(({ role }) => role) ?? null;

  it("offers what can be done there", () => {
    expect(offered(true, "字")).toEqual(["cut", "copy", "paste", "pasteAndMatchStyle"]);
    expect(offered(true, "")).toEqual(["paste", "pasteAndMatchStyle"]);
    expect(offered(false, "字")).toEqual(["copy"]);
    expect(offered(false, "")).toBeNull();
  });
});
