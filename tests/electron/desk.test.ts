/** The real desk in the shell, over the double: what a person does there that a browser tab cannot offer. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEditionFile } from "../../host/store/create.ts";
import { noWindow, openSample, see, settled } from "../e2e/desk-window.ts";
import { itemById } from "../electron-double/menu.ts";
import { act, smallEdition } from "../host/evening.ts";
import { builtPages, type Desk, shellTests } from "./launch.ts";

const { open, start } = shellTests();

describe.skipIf(noWindow)("the desk in the shell", () => {
  let desk: Desk;
  const item = (id: string) => itemById(desk.menu(), id);
  const titles = () => desk.menu().map(({ label }) => label);

  beforeAll(async () => {
    desk = await open({ pages: builtPages });
    await desk.page.setViewportSize({ width: 1440, height: 900 });
    await openSample(desk.page);
  });

  it("opens the sample and shows its sheet, from the host's own process", async () => {
    const { page, blocks, text } = await see(desk.page);
    expect(page).toBe("A1");
    expect(blocks.length).toBeGreaterThanOrEqual(9);
    expect(text.length).toBeGreaterThan(1000);
    expect(desk.children).toHaveLength(1);
  });

  it("has native menus that follow the desk, and a command chosen there undoes", async () => {
    await expect.poll(titles).toEqual(expect.arrayContaining(["文件", "编辑", "窗口"]));
    const before = await see(desk.page);
    const block = before.blocks.find(({ kind, place }) => kind === "article" && place.lines > 10);
    if (!block) throw new Error("no block");
    await desk.page.mouse.click((block.left + block.right) / 2, block.top + 20);
    await desk.page.locator("[data-sheet]").focus();
    await desk.page.keyboard.press("Shift+ArrowUp");
    await settled(desk.page);
    expect((await see(desk.page)).blocks).not.toEqual(before.blocks);

    await expect.poll(() => item("edit.undo")?.enabled).toBe(true);
    desk.choose("edit.undo");
    await settled(desk.page);
    expect((await see(desk.page)).blocks).toEqual(before.blocks);
    await expect.poll(() => item("edit.redo")?.enabled).toBe(true);
  });

  it("checks in the menu what is on, and speaks the desk's language", async () => {
    desk.choose("theme.dark");
    await expect.poll(() => item("theme.dark")?.checked).toBe(true);
    expect(item("theme.light")?.checked).toBe(false);
    expect(await desk.page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    desk.choose("locale.switch");
    await expect.poll(titles).toEqual(expect.arrayContaining(["File", "Edit", "Window"]));
    desk.choose("locale.switch");
    await expect.poll(titles).toEqual(expect.arrayContaining(["文件", "编辑", "窗口"]));
    desk.choose("theme.system");
    await expect.poll(() => desk.page.evaluate("document.documentElement.dataset.theme")).toBe("system");
  });

  it("does nothing from a menu while an input method is composing", async () => {
    const composition = (type: string) =>
      desk.page.evaluate(`document.body.dispatchEvent(new CompositionEvent("${type}", { bubbles: true }))`);
    const theme = () => desk.page.evaluate("document.documentElement.dataset.theme");
    await composition("compositionstart");
    desk.choose("theme.light");
    await desk.page.waitForTimeout(200);
    expect(await theme()).toBe("system");
    await composition("compositionend");
    desk.choose("theme.light");
    await expect.poll(theme).toBe("light");
  });

  it("exports to where the system's dialog says, and shows the file in its folder", async () => {
    const file = join(desk.home, "大样.pdf");
    desk.answers.push(file);
    await desk.page.keyboard.press("Control+e");
    await desk.page.getByRole("button", { name: "导出…" }).click();
    await desk.page.getByText("印前检查：").waitFor({ timeout: 60_000 });
    expect(desk.asked.at(-1)).toMatchObject({
      kind: "save",
      options: { filters: [{ extensions: ["pdf"] }] },
    });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
    await desk.page.getByRole("button", { name: "在文件夹中显示" }).click();
    await expect.poll(() => desk.shown).toEqual([file]);
    await desk.page.getByRole("button", { name: "完成" }).click();
  });

  it("opens a file that is double-clicked while it runs", async () => {
    const path = join(desk.home, "晚报.dayang");
    createEditionFile(path, smallEdition(), { act });
    const { person: second } = await start({ home: desk.home, argv: [path] });
    expect(second.windows.size).toBe(0);
    await expect.poll(async () => (await see(desk.page)).text, { timeout: 20_000 }).toContain("江州晚报");
    await settled(desk.page);
  });

  it("pastes hostile HTML as text: nothing in it runs, is fetched or kept", async () => {
    expect(desk.complaints).toEqual([]);
    desk.choose("view.write");
    const galley = desk.page.locator(".ProseMirror").first();
    await galley.click();
    await galley.evaluate((element) => {
      const page = globalThis as unknown as {
        DataTransfer: new () => { setData(type: string, data: string): void };
        ClipboardEvent: new (type: string, init: object) => Event;
      };
      const clipboardData = new page.DataTransfer();
      clipboardData.setData(
        "text/html",
        `<p>外地来稿</p><script>window.ran = 1</script><img src="https://evil.example/p" onerror="window.ran = 2">
         <a href="javascript:window.ran = 3">更多</a><iframe src="https://evil.example/f"></iframe><style>*{color:red}</style>`,
      );
      clipboardData.setData("text/plain", "外地来稿更多");
      element.dispatchEvent(
        new page.ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await expect.poll(() => galley.textContent()).toContain("外地来稿");
    await desk.page.waitForTimeout(300);
    expect(await desk.page.evaluate("window.ran")).toBeUndefined();
    expect(await galley.locator("script, iframe, style, a[href], img[onerror]").count()).toBe(0);
    expect(desk.reached).toEqual([]);
    // The policy said no before the editor did.
    expect(desk.complaints.length).toBeGreaterThan(0);
    for (const line of desk.complaints.splice(0)) expect(line).toMatch(/Content Security Policy/);
    await settled(desk.page);
  });

  it("complained of nothing, and closes with all on the disk and the file let go", async () => {
    expect(desk.complaints).toEqual([]);
    const words = (await see(desk.page)).text;
    desk.window.close();
    expect(await desk.app.exited).toBe(0);
    expect(desk.asked.filter(({ kind }) => kind === "message")).toEqual([]);
    const again = await open({ home: desk.home, pages: builtPages, argv: [join(desk.home, "晚报.dayang")] });
    await again.page.waitForSelector("[data-sheet]");
    await settled(again.page);
    expect((await see(again.page)).text).toBe(words);
    expect(existsSync(join(desk.home, "window", "place.json"))).toBe(true);
  });

  afterAll(() => desk?.close());
});
