/** A night at the desk: open, look, lay out, undo, jump, export, and read the PDF. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEditionFile } from "../../host/store/store.ts";
import { tool } from "../system-tools.ts";
import {
  axe,
  command,
  type DeskWindow,
  noWindow,
  openSample,
  openWindow,
  see,
  settled,
} from "./desk-window.ts";

const pdftotext = tool("pdftotext");

describe.skipIf(noWindow)("the desk", () => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openWindow();
    await openSample(desk.page);
  });
  afterAll(() => desk?.close());

  it("shows the sample's front page, laid out", async () => {
    const { page, blocks, text } = await see(desk.page);
    expect(page).toBe("A1");
    expect(blocks.length).toBeGreaterThanOrEqual(9);
    expect(text).toContain("连续两日");
    const painted = await desk.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".sheet-canvas");
      const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) > 0 && (data[i] ?? 255) < 100) dark++;
      return dark;
    });
    expect(painted).toBeGreaterThan(10_000);
  });

  it("says in words how each article holds its text", async () => {
    const { fits } = await see(desk.page);
    const rows = await desk.page.locator(".page-section[data-front] .fit").allTextContents();
    expect(rows).toHaveLength(fits.length);
    for (const words of rows) expect(words).toMatch(/^(溢 \d+ 字|欠 \d+ 字|正好)$/);
  });

  it("resizes a block by its edge, telling its size, and undoes it as one step", async () => {
    const before = await see(desk.page);
    const block = before.blocks.find(({ kind, place }) => kind === "article" && place.lines > 30);
    if (!block) throw new Error("no block deep enough");
    const middle = (block.left + block.right) / 2;
    await desk.page.mouse.click(middle, block.top + 30);
    await desk.page.mouse.move(middle, block.bottom);
    await desk.page.mouse.down();
    await desk.page.mouse.move(middle, block.bottom - 40, { steps: 5 });
    await desk.page.mouse.move(middle, block.bottom - 80, { steps: 5 });
    await desk.page.mouse.up();
    await settled(desk.page);
    const resized = (await see(desk.page)).blocks.find(({ id }) => id === block.id);
    expect(resized?.place.lines).toBeLessThan(block.place.lines);
    expect(resized?.place).toMatchObject({ column: block.place.column, line: block.place.line });
    const fit = (await see(desk.page)).fits.find((candidate) => candidate.block === block.id);
    expect(fit?.characters).toBeGreaterThan(0);

    await desk.page.keyboard.press("Control+z");
    await settled(desk.page);
    expect((await see(desk.page)).blocks).toEqual(before.blocks);
  });

  it("moves and resizes the selected block by keys", async () => {
    const before = (await see(desk.page)).blocks.find(
      ({ kind, place }) => kind === "article" && place.lines > 10,
    );
    if (!before) throw new Error("no block");
    await desk.page.mouse.click((before.left + before.right) / 2, before.top + 20);
    await desk.page.locator("[data-sheet]").focus();
    await desk.page.keyboard.press("Shift+ArrowUp");
    await desk.page.keyboard.press("Shift+ArrowUp");
    await desk.page.keyboard.press("ArrowDown");
    await settled(desk.page);
    const after = (await see(desk.page)).blocks.find(({ id }) => id === before.id);
    expect(after?.place).toEqual({
      ...before.place,
      line: before.place.line + 1,
      lines: before.place.lines - 2,
    });
    expect(await desk.page.locator("#sheet-said").textContent()).toContain(`${before.place.lines - 2} 行`);
    for (let i = 0; i < 2; i++) await desk.page.keyboard.press("Control+z");
    await settled(desk.page);
    expect((await see(desk.page)).blocks.find(({ id }) => id === before.id)?.place).toEqual(before.place);
  });

  it("makes a block that is over fit by a remedy of its inspector, undone at once", async () => {
    const { page } = desk;
    const { blocks } = await see(page);
    const block = blocks.find(({ kind, place }) => kind === "article" && place.lines > 30);
    if (!block) throw new Error("no block deep enough");
    await page.mouse.click((block.left + block.right) / 2, block.top + 20);
    await page.locator("[data-sheet]").focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowUp");
    await settled(page);
    const fitNow = async () => (await see(page)).fits.find((fit) => fit.block === block.id)?.characters ?? 0;
    const over = await fitNow();
    expect(over).toBeGreaterThan(0);
    const remedies = page.getByRole("region", { name: "补救办法" });
    await remedies.getByRole("button", { name: `删去 ${over} 字` }).waitFor();
    await remedies.getByRole("button", { name: "行深" }).click();
    await settled(page);
    expect(await fitNow()).toBeLessThanOrEqual(0);
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(await fitNow()).toBe(over);
    for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
    await settled(page);
    expect((await see(page)).blocks).toEqual(blocks);
  });

  it("selects a block that the layout check speaks of", async () => {
    const { page } = desk;
    // Two blocks over each other, made by hand.
    const block = (await see(page)).blocks.find(({ kind, place }) => kind === "article" && place.line > 40);
    if (!block) throw new Error("no block lower down");
    await page.mouse.click((block.left + block.right) / 2, block.top + 20);
    await page.locator("[data-sheet]").focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    const found = page.getByRole("region", { name: "版面检查" }).getByRole("button").first();
    const name = (await found.textContent()) ?? "";
    await found.click();
    await page.locator(".inspector h2").filter({ hasText: name }).waitFor();
    await page.keyboard.press("Control+z");
    await settled(page);
  });

  it("leaves everything as it was when a drag is given up with Escape", async () => {
    const before = await see(desk.page);
    const block = before.blocks.find(({ kind }) => kind === "article");
    if (!block) throw new Error("no block");
    await desk.page.mouse.move((block.left + block.right) / 2, block.top + 20);
    await desk.page.mouse.down();
    await desk.page.mouse.move(block.left + 60, block.bottom + 60, { steps: 4 });
    await desk.page.keyboard.press("Escape");
    await desk.page.mouse.up();
    await settled(desk.page);
    expect((await see(desk.page)).blocks).toEqual(before.blocks);
  });

  it("inserts a jump with one command: continuation and both printed lines follow", async () => {
    const { blocks } = await see(desk.page);
    const article = blocks.find(({ headline }) => headline.startsWith("给中小企业"));
    if (!article) throw new Error("no article");
    await desk.page.mouse.click((article.left + article.right) / 2, article.top + 20);
    await desk.page.keyboard.press("Control+j");
    await desk.page.getByRole("button", { name: "转版", exact: true }).click();
    await settled(desk.page);
    const path = join(desk.home, "sample.dayang");
    const store = openEditionFile(path, { readOnly: true });
    const { edition } = store;
    store.close();
    const jump = edition.pages[0]?.children
      .find((block) => block.attrs.id === article.id)
      ?.children.find((child) => child.type.name === "jump");
    expect(jump?.attrs.target).toBe("A2");
    const continuation = edition.pages[1]?.children.find((block) => block.attrs.jump === jump?.attrs.id);
    expect(continuation?.attrs.article).toBe(article.id);
    await desk.page.keyboard.press("Control+z");
    await settled(desk.page);
  });

  it("changes what the masthead says, names, adds and takes out pages, each undone at once", async () => {
    const { page } = desk;
    const first = (await see(page)).text;
    await page.getByRole("button", { name: "湘江晨报", exact: false }).first().click();
    await page.getByLabel("零售价").fill("2.50 元");
    await page.keyboard.press("Enter");
    await settled(page);
    expect((await see(page)).text).toContain("2.50");

    await command(page, "改版名");
    await page.getByRole("textbox", { name: "版名" }).fill("夜间要闻");
    await page.keyboard.press("Enter");
    await settled(page);
    // A nameplate beside an ear has no room for it; the list of pages always says it.
    const head = page.locator(".page-section[data-front] .page-head");
    expect(await head.textContent()).toContain("夜间要闻");

    await command(page, "加一版");
    const number = page.getByRole("textbox", { name: "版号" });
    expect(await number.inputValue()).toBe("A3");
    await number.fill("A2");
    expect(await page.getByRole("button", { name: "加版", exact: true }).isDisabled()).toBe(true);
    await number.fill("B1");
    await page.getByRole("textbox", { name: "版名" }).fill("副刊");
    await page.keyboard.press("Enter");
    await settled(page);
    expect((await see(page)).page).toBe("B1");
    await command(page, "撤掉本版");
    await settled(page);
    expect((await see(page)).page).toBe("A2");

    const undo = async (front: string) => {
      await page.keyboard.press("Control+z");
      await settled(page);
      expect((await see(page)).page).toBe(front);
    };
    await undo("B1");
    await undo("A1");
    await undo("A1");
    expect(await head.textContent()).not.toContain("夜间要闻");
    await undo("A1");
    expect((await see(page)).text).toBe(first);
  });

  it("swaps two blocks, and takes another layout for the whole page, each undone at once", async () => {
    const before = (await see(desk.page)).blocks;
    const [one, two] = before.filter(({ kind, place }) => kind === "article" && place.lines > 12);
    if (!one || !two) throw new Error("no two articles");
    await desk.page.mouse.click((one.left + one.right) / 2, one.top + 15);
    await command(desk.page, "互换位置");
    await desk.page.getByLabel("与谁互换").selectOption({ label: two.headline });
    await desk.page.getByRole("button", { name: "互换", exact: true }).click();
    await settled(desk.page);
    const swapped = (await see(desk.page)).blocks;
    expect(swapped.find(({ id }) => id === one.id)?.place).toEqual(two.place);
    expect(swapped.find(({ id }) => id === two.id)?.place).toEqual(one.place);

    await command(desk.page, "自动排版");
    await desk.page.locator(".proposal").nth(1).click({ timeout: 60_000 });
    await desk.page.getByRole("button", { name: "采用" }).click();
    await settled(desk.page);
    const planned = (await see(desk.page)).blocks;
    expect(planned.map(({ place }) => place)).not.toEqual(swapped.map(({ place }) => place));
    await desk.page.keyboard.press("Control+z");
    await desk.page.keyboard.press("Control+z");
    await settled(desk.page);
    expect((await see(desk.page)).blocks).toEqual(before);
  });

  it("shows both blocks swapped while one is held over the other with Alt, and leaves them with Escape", async () => {
    const { page } = desk;
    const before = (await see(page)).blocks;
    const [one, two] = before.filter(({ kind, place }) => kind === "article" && place.lines > 12);
    if (!one || !two) throw new Error("no two articles");
    const placeOf = async (id: string) => (await see(page)).blocks.find((block) => block.id === id)?.place;
    await page.keyboard.down("Alt");
    await page.mouse.move((one.left + one.right) / 2, one.top + 15);
    await page.mouse.down();
    await page.mouse.move((two.left + two.right) / 2, two.top + 15, { steps: 4 });
    await expect.poll(() => placeOf(two.id)).toEqual(one.place);
    expect(await placeOf(one.id)).toEqual(two.place);
    // Blocks have changed places under the pointer: it still means the swap.
    await page.mouse.move((two.left + two.right) / 2 + 4, two.top + 18);
    await page.waitForTimeout(100);
    expect(await placeOf(one.id)).toEqual(two.place);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.keyboard.up("Alt");
    await expect.poll(() => placeOf(one.id)).toEqual(one.place);
  });

  it("answers a question by Enter, from a list too", async () => {
    const { page } = desk;
    await command(page, "互换位置");
    await page.getByLabel("与谁互换").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await settled(page);
  });

  it("puts a picture that is dropped on the page where it was dropped, and crops it", async () => {
    const before = (await see(desk.page)).blocks;
    const block = before.find(({ kind, place }) => kind === "article" && place.lines > 20);
    if (!block) throw new Error("no block");
    await desk.page.evaluate(
      async ({ x, y }) => {
        const canvas = new OffscreenCanvas(600, 400);
        const ctx = canvas.getContext("2d");
        if (ctx) ctx.fillRect(100, 100, 300, 200);
        const file = new File([await canvas.convertToBlob({ type: "image/png" })], "渡口.png");
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(file);
        const target = document.querySelector("[data-sheet]");
        const at = { bubbles: true, cancelable: true, clientX: x, clientY: y, dataTransfer };
        target?.dispatchEvent(new DragEvent("drop", at));
      },
      { x: block.left + 30, y: block.top + 60 },
    );
    await desk.page.waitForFunction((count) => {
      const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
      const page = stage?.layout.pages[0]?.page;
      return page !== undefined && (stage?.blocks(page).length ?? 0) > count;
    }, before.length);
    await settled(desk.page);
    const picture = (await see(desk.page)).blocks.find(({ id }) => !before.some((other) => other.id === id));
    expect(picture).toMatchObject({ kind: "picture", place: { columns: 2 } });
    await command(desk.page, "裁图");
    await desk.page.getByRole("group", { name: "裁切框" }).focus();
    for (let i = 0; i < 5; i++) await desk.page.keyboard.press("Shift+ArrowLeft");
    await desk.page.getByRole("button", { name: "裁切", exact: true }).click();
    await settled(desk.page);
    const crop = await desk.page.evaluate((id) => {
      const stage = document.querySelector<HTMLElement>("[data-sheet]")?.stage;
      const page = stage?.layout.pages[0]?.page ?? "";
      return stage?.blocks(page).find((found) => found.id === id)?.node.attrs.crop.width as number;
    }, picture?.id);
    expect(crop).toBeCloseTo(0.95);
    for (let i = 0; i < 2; i++) await desk.page.keyboard.press("Control+z");
    await settled(desk.page);
    expect((await see(desk.page)).blocks).toEqual(before);
  });

  it("zooms by command and keyboard, and fits again", async () => {
    await command(desk.page, "实际大小");
    expect((await see(desk.page)).zoom).toBe(1);
    await desk.page.keyboard.press("Control+=");
    expect((await see(desk.page)).zoom).toBe(1.25);
    await desk.page.keyboard.press("Control+0");
    expect((await see(desk.page)).zoom).toBeLessThan(1);
  });

  it("exports a PDF that passes preflight and holds the page's text", async () => {
    await desk.page.keyboard.press("Control+e");
    await desk.page.getByRole("button", { name: "导出…" }).click();
    await desk.page.getByRole("button", { name: "存到这里" }).click();
    await desk.page.getByText("印前检查：").waitFor({ timeout: 60_000 });
    const report = await desk.page.getByRole("dialog").textContent();
    expect(report).toContain("PDF/X-4");
    const file = join(desk.home, "湘江晨报 2020-02-18 A1-A2.pdf");
    expect(existsSync(file)).toBe(true);
    await desk.page.getByRole("button", { name: "在文件夹中显示" }).click();
    await desk.page.getByText("湘江晨报 2020-02-18 A1-A2.pdf").last().waitFor();
    await desk.page.getByRole("button", { name: "关闭" }).last().click();
    await desk.page.getByRole("button", { name: "完成" }).click();
    if (pdftotext.missing) return;
    const { stdout } = pdftotext.run("-enc", "UTF-8", file, "-");
    const text = stdout.replace(/\s/g, "");
    expect(text).toContain("连续两日全市无新增确诊病例");
    expect(text).toContain("下转A2版①");
    expect(text).toContain("上接A1版①");
  }, 120_000);

  it("keeps what was done: reopened, the edition is as it was left", async () => {
    const before = await see(desk.page);
    await command(desk.page, "关闭这一期");
    await desk.page.locator(".recent-list button").first().click();
    await desk.page.waitForSelector("[data-sheet]");
    await settled(desk.page);
    expect((await see(desk.page)).blocks).toEqual(before.blocks);
  });

  it("complained of nothing", () => {
    expect(desk.complaints).toEqual([]);
  });
});

describe.skipIf(noWindow)("importing", () => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openWindow();
  });
  afterAll(() => desk?.close());

  it("shows the articles found before anything is made, then makes an edition and lays it out", async () => {
    const file = join(desk.home, "稿件.txt");
    const body = "渡口的早班船六点开，船上坐满了去对岸上学的孩子。船工老何在这条江上撑了三十年船。".repeat(6);
    writeFileSync(file, `渡口来了新船工\n本报记者 何江\n\n　　${body}\n\n　　${body}\n`);
    const chooser = desk.page.waitForEvent("filechooser");
    await desk.page.getByRole("button", { name: "导入稿件…" }).click();
    await (await chooser).setFiles(file);
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByText("渡口来了新船工").waitFor();
    expect(await dialog.textContent()).toContain("1 篇");
    expect(existsSync(join(desk.home, "江报 2020-02-18.dayang"))).toBe(false);
    await dialog.getByLabel("报名").fill("江报");
    await dialog.getByLabel("出版日期").fill("2020-02-18");
    await dialog.getByRole("button", { name: "建成新的一期…" }).click();
    await desk.page.getByRole("button", { name: "存到这里" }).click();
    await desk.page.waitForSelector("[data-sheet]");
    await settled(desk.page);
    const { text, blocks } = await see(desk.page);
    expect(text).toContain("渡口来了新船工");
    expect(blocks.every(({ place }) => place !== null)).toBe(true);
    expect(desk.complaints).toEqual([]);
  });
});

describe.skipIf(noWindow).each([
  { theme: "light", asked: "aa" },
  // The same markup in other colours.
  { theme: "dark", asked: "contrast" },
] as const)("accessibility, $theme", ({ theme, asked }) => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openWindow({ theme });
  });
  afterAll(() => desk?.close());

  it("axe finds nothing on the start screen, in the views, the menu and the dialogs", async () => {
    const { page } = desk;
    expect(await axe(page, asked)).toEqual([]);
    await openSample(page);
    const { blocks } = await see(page);
    const article = blocks.find(({ kind }) => kind === "article");
    if (article) await page.mouse.click(article.left + 20, article.top + 20);
    const views = await page.locator(".segmented .segment").allTextContents();
    expect(views.length).toBeGreaterThanOrEqual(4);
    for (const view of views) {
      await page.getByRole("button", { name: view, exact: true }).click();
      await page.waitForTimeout(300);
      expect.soft(await axe(page, asked), view).toEqual([]);
    }
    await page.getByRole("button", { name: "版面", exact: true }).click();
    await page.getByRole("button", { name: "菜单" }).click();
    expect(await axe(page, asked), "menu").toEqual([]);
    await page.keyboard.press("Escape");
    for (const name of [
      "命令面板",
      "快捷键一览",
      "导出 PDF…",
      "转版…",
      "移到其他版…",
      "互换位置…",
      "刊期信息…",
      "加一版…",
      "自动排版…",
      "新建一期…",
    ]) {
      if (name === "命令面板") await page.keyboard.press("Control+k");
      else await command(page, name);
      await page.waitForTimeout(150);
      expect.soft(await axe(page, asked), name).toEqual([]);
      await page.keyboard.press("Escape");
    }
  }, 180_000);
});
