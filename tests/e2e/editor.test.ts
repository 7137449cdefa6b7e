/** Writing an article as an editor does: by fields, from the sheet, by paste, over the whole edition. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
import { bodyOf, parts, select, setText, shown } from "./editor-page.ts";
import { fromWeChat, fromWord } from "./pasted.ts";

const texts = async (page: Page) => (await parts(page)).map(({ kind, text }) => `${kind} ${text}`);

/** A paste event with this data, as the browser would give it. */
const paste = (page: Page, data: Readonly<Record<string, string>>) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    document
      .querySelector(".galley-text")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, data);

const selection = (page: Page) =>
  page.evaluate(() => {
    const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
    const state = galley?.view.state;
    const desk = galley?.workplace.state.snapshot();
    return {
      part: state?.selection.$from.parent.type.name,
      offset: state?.selection.$from.parentOffset,
      text: state?.doc.textBetween(state.selection.from, state.selection.to),
      block: galley?.block,
      desk: desk?.selection,
    };
  });

describe.skipIf(noWindow)("the galley", () => {
  let desk: DeskWindow;
  let page: Page;
  beforeAll(async () => {
    desk = await openWindow();
    page = desk.page;
    await openSample(page);
    await page.keyboard.press("Control+2");
    await page.waitForSelector(".galley-text");
  });
  afterAll(() => desk?.close());

  it("shows the lines that are printed", async () => {
    const lines = await page.evaluate(() => {
      const ends: string[] = [];
      for (const p of document.querySelectorAll(".galley-text p")) {
        let line = "";
        for (const node of p.childNodes) {
          line += node.textContent;
          if (!(node as Element).classList?.contains("set-line")) continue;
          ends.push(line);
          line = "";
        }
      }
      return ends;
    });
    expect(lines.length).toBeGreaterThan(20);
    // The sheet's own text by body line, as it was composed.
    const printed = await page.evaluate(() => {
      const sheets = document.querySelector<HTMLElement>("[data-sheet]")?.stage?.sheets ?? [];
      const by = new Map<string, string>();
      for (const sheet of sheets)
        for (const item of sheet.items) {
          if (item.kind !== "glyphs" || item.role !== "paragraph") continue;
          const key = `${sheet.page} ${item.ref.pos} ${item.y.toFixed(1)} ${Math.floor(item.x / 120)}`;
          by.set(key, (by.get(key) ?? "") + item.texts.join(""));
        }
      return [...by.values()];
    });
    for (const line of lines) expect(printed).toContain(line.trim());
  });

  it("puts the caret where the sheet was clicked, and shows the sheet what is selected", async () => {
    const { blocks } = await see(page);
    const article = blocks.find(({ headline }) => headline.includes("北汽"));
    if (!article) throw new Error("no such article");
    await page.mouse.click(article.left + 20, article.bottom - 12);
    await page.waitForTimeout(200);
    const caret = await selection(page);
    expect(caret.block).toBe(article.id);
    expect(caret.part).toBe("paragraph");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.waitForTimeout(100);
    const chosen = await selection(page);
    expect(chosen.text).toHaveLength(2);
    expect((chosen.desk?.to ?? 0) - (chosen.desk?.from ?? 0)).toBe(2);
  });

  it("walks the fields by Tab, adds a part where it belongs, and takes it away empty", async () => {
    await setText(page, "渡口换了新船", "六点的早班船开了。");
    await select(page, 0, 0);
    await page.getByRole("button", { name: "加引题" }).click();
    await page.keyboard.type("河东河西");
    await page.getByRole("button", { name: "加署名" }).click();
    expect(await texts(page)).toEqual([
      "kicker 河东河西",
      "headline 渡口换了新船",
      "byline ",
      "paragraph 六点的早班船开了。",
    ]);
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(30);
    expect(await texts(page)).toEqual([
      "kicker 河东河西",
      "headline 渡口换了新船",
      "paragraph 六点的早班船开了。",
    ]);
    await select(page, 0, 0);
    await page.keyboard.press("Tab");
    await page.waitForTimeout(30);
    expect(await selection(page)).toMatchObject({ part: "headline", text: "渡口换了新船" });
    await page.keyboard.press("Tab");
    await page.waitForTimeout(30);
    expect(await selection(page)).toMatchObject({ part: "paragraph", offset: 0 });
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.classList.contains("galley-text"))).toBe(false);
  });

  it("splits, joins and undoes typing by runs, not by letters", async () => {
    await setText(page, "渡口", "早班船开了。");
    await select(page, 1, 3);
    await page.keyboard.type("abc");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("de");
    await page.waitForTimeout(900);
    await page.keyboard.type("fg");
    expect(bodyOf(await parts(page))).toEqual(["早班船abcdefg开了。"]);
    await page.keyboard.press("Control+z");
    expect(bodyOf(await parts(page))).toEqual(["早班船abcde开了。"]);
    await page.keyboard.press("Control+z");
    expect(bodyOf(await parts(page))).toEqual(["早班船开了。"]);
    await page.keyboard.press("Control+y");
    expect(bodyOf(await parts(page))).toEqual(["早班船abcde开了。"]);
    expect(await shown(page)).toEqual(await parts(page));
    // The caret follows what was brought back.
    expect(await selection(page)).toMatchObject({ part: "paragraph", offset: 8 });
  });

  it("makes a crosshead and emphasis by their shortcuts", async () => {
    await setText(page, "渡口", "船工的一天", "老周撑了三十年船。");
    await select(page, 1, 0);
    await page.keyboard.press("Control+Alt+2");
    await select(page, 2, 4, 2, 7);
    await page.keyboard.press("Control+b");
    await page.waitForTimeout(50);
    expect((await texts(page))[1]).toBe("crosshead 船工的一天");
    expect(await page.locator(".galley-text strong").textContent()).toBe("三十年");
  });

  it("shades what finds no room and says how much", async () => {
    await setText(
      page,
      "渡口",
      ...Array.from({ length: 60 }, () => "风从对岸吹过来，带着新翻泥土的气味，船在水上走得很慢。"),
    );
    await page.waitForTimeout(300);
    const over = page.locator(".galley-fit[data-tone=over]");
    expect(await over.textContent()).toMatch(/^溢出 \d+ 字$/);
    const said = Number((await over.textContent())?.match(/\d+/)?.[0]);
    const shaded = (await page.locator(".galley-text .overset").allTextContents()).join("").length;
    expect(shaded).toBe(said);
    await over.click();
    await page.waitForTimeout(100);
    const { offset, part } = await selection(page);
    expect(part).toBe("paragraph");
    expect(offset).toBeGreaterThanOrEqual(0);
  });

  it("takes Word's paragraphs and nothing else", async () => {
    await setText(page, "渡口", "前后");
    await select(page, 1, 1);
    await paste(page, { "text/html": fromWord, "text/plain": "x" });
    await page.waitForTimeout(50);
    expect((await texts(page)).slice(1)).toEqual([
      "paragraph 前渡口的早班船六点开，今年12月起，船票由两元降到一元。",
      "crosshead 船工的一天",
      "paragraph 老周撑了三十年船，说得最多的一句话是“站稳了”。后",
    ]);
    await page.keyboard.press("Control+z");
    expect(bodyOf(await parts(page))).toEqual(["前后"]);
  });

  it("takes WeChat's words, says what it left out, and runs nothing", async () => {
    await setText(page, "步道", "");
    await select(page, 1, 0);
    await paste(page, { "text/html": fromWeChat });
    await page.waitForTimeout(200);
    expect((await texts(page)).slice(1).filter((line) => line !== "paragraph ")).toEqual([
      "crosshead 【路线】",
      "paragraph 新辟的环城步道全长9.6公里，沿途有四处驿站。",
      "paragraph 周末可以带上孩子， 走一段歇一段。",
      "paragraph 沿途饮水点都是免费的。",
    ]);
    expect(await page.evaluate(() => (window as { attacked?: string }).attacked)).toBeUndefined();
    expect(await page.locator(".galley-text img, .galley-text a, .galley-text [style]").count()).toBe(0);
    await page.getByText("1 张图片没有带进来").waitFor();
  });

  it("takes what is dropped where it is dropped, as clean", async () => {
    await setText(page, "步道", "驿站有四处。");
    await page.evaluate((html) => {
      const p = document.querySelector(".galley-text p");
      const text = p?.firstChild;
      if (!p || !text) return;
      const range = document.createRange();
      range.setStart(text, 2);
      range.setEnd(text, 3);
      const { left, top, height } = range.getBoundingClientRect();
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/html", html);
      const at = { clientX: left + 1, clientY: top + height / 2 };
      p.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, ...at }));
    }, `<p style="color:red">一共<img src="x" onerror="window.attacked='drop'"><script>window.attacked='drop'</script></p>`);
    await page.waitForTimeout(200);
    expect(bodyOf(await parts(page))).toEqual(["驿站一共有四处。"]);
    expect(await page.evaluate(() => (window as { attacked?: string }).attacked)).toBeUndefined();
  });

  it("splits plain text into paragraphs, and folds a headline into one line", async () => {
    await setText(page, "渡口", "");
    await select(page, 1, 0);
    await paste(page, { "text/plain": "　　第一段说完了。\r\n\r\n　　第二段也说完了。\n" });
    await page.waitForTimeout(50);
    expect(bodyOf(await parts(page))).toEqual(["第一段说完了。", "第二段也说完了。"]);
    await select(page, 0, 2);
    await paste(page, { "text/plain": "换了\n新船" });
    await page.waitForTimeout(50);
    expect((await texts(page))[0]).toBe("headline 渡口换了 新船");
  });

  it("sets widths as the house does, where that was asked for", async () => {
    await command(page, "粘贴时规范");
    await setText(page, "渡口", "");
    await select(page, 1, 0);
    await paste(page, { "text/plain": "票价由２元降到１元,老人免费." });
    await page.waitForTimeout(50);
    expect(bodyOf(await parts(page))).toEqual(["票价由2元降到1元，老人免费."]);
    await command(page, "粘贴时规范");
  });

  it("keeps parts apart where text comes without a key over several of them", async () => {
    const { page } = desk;
    await setText(page, "河边的操场", "雨停之后，操场热闹起来。", "老师站在终点。");
    await select(page, 0, 2, 1, 4);
    await page.keyboard.insertText("新");
    await page.waitForTimeout(100);
    expect((await parts(page)).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "headline 河边新",
      "paragraph ，操场热闹起来。",
      "paragraph 老师站在终点。",
    ]);
  });

  it("copies and pastes within itself", async () => {
    await setText(page, "渡口", "一二三", "四五六");
    await select(page, 1, 1, 2, 2);
    const data = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
      document.querySelector(".galley-text")?.dispatchEvent(event);
      return {
        "text/html": clipboardData.getData("text/html"),
        "text/plain": clipboardData.getData("text/plain"),
      };
    });
    expect(data["text/plain"]).toBe("二三\n四五");
    await select(page, 2, 3);
    await paste(page, data);
    await page.waitForTimeout(50);
    expect(bodyOf(await parts(page))).toEqual(["一二三", "四五六二三", "四五"]);
  });

  it("keeps the keyboard where a click on the sheet puts the caret, in the article that is open too", async () => {
    await setText(page, "渡口", "渡轮开了，站在船头看对岸。".repeat(8));
    await settled(page);
    const at = await page.evaluate(() => {
      const target = document.querySelector<HTMLElement>("[data-sheet]");
      const stage = target?.stage;
      const place = stage?.layout.pages[0];
      const run = stage
        ?.sheet(place?.page ?? "")
        ?.items.find((item) => item.kind === "glyphs" && item.texts.join("").includes("对岸"));
      if (!target || !stage || !place || run?.kind !== "glyphs") throw new Error("no text is printed");
      const box = target.getBoundingClientRect();
      return {
        x: box.left + place.x - target.scrollLeft + (run.x + run.size) * stage.layout.px,
        y: box.top + place.y - target.scrollTop + (run.y - run.size * 0.4) * stage.layout.px,
      };
    });
    for (let i = 0; i < 2; i++) {
      await page.locator(".page-head").first().focus();
      await page.mouse.click(at.x, at.y);
      await page.waitForTimeout(100);
      expect(await page.evaluate(() => document.activeElement?.className)).toContain("galley-text");
    }
  });

  it("cuts a jump with its words and pastes it elsewhere: its continuation stands where it stood", async () => {
    await setText(page, "渡口", "第一段。", "第二段。", "第三段。");
    await select(page, 2, 4);
    await page.keyboard.press("Control+j");
    await page.getByRole("button", { name: "转版", exact: true }).click();
    await page.waitForTimeout(200);
    await page.evaluate(() => {
      const view = document.querySelector<HTMLElement>(".galley-mount")?.galley?.view;
      if (!view) throw new Error("no galley is open");
      const { schema, doc, tr } = view.state;
      const tail = schema.node("paragraph", null, [schema.text("尾段。")]);
      view.dispatch(tr.insert(doc.content.size, tail).setMeta("label", "editor.paste"));
    });
    const jumps = () =>
      page.evaluate(() => {
        const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
        const { edition, reading } = galley?.open.session.state ?? {};
        const own = reading?.jumps.all.filter(({ article }) => article === galley?.block) ?? [];
        const blocks = edition?.pages.flatMap((doc) => doc.children) ?? [];
        const article = blocks.find((block) => block.attrs.id === galley?.block);
        return {
          kinds: article?.children.map((child) => child.type.name).join(" "),
          ids: own.map(({ id }) => id),
          places: own.map(
            ({ continuation }) => blocks.find(({ attrs }) => attrs.id === continuation?.id)?.attrs.place,
          ),
        };
      });
    const first = await jumps();
    expect(first.ids).toHaveLength(1);
    // From the middle of the part before the jump to the middle of the one behind it.
    const list = first.kinds?.split(" ") ?? [];
    const at = list.indexOf("jump");
    await select(page, at - 1, 1, at + 1, 1);
    const data = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const event = new ClipboardEvent("cut", { clipboardData, bubbles: true, cancelable: true });
      document.querySelector(".galley-text")?.dispatchEvent(event);
      return {
        "text/html": clipboardData.getData("text/html"),
        "text/plain": clipboardData.getData("text/plain"),
      };
    });
    await page.waitForTimeout(50);
    expect((await jumps()).ids).toEqual([]);
    await select(page, 1, 1);
    await paste(page, data);
    await page.waitForTimeout(100);
    const back = await jumps();
    expect(back.ids).toEqual(first.ids);
    expect(back.places).toEqual(first.places);
    await paste(page, data);
    await page.waitForTimeout(100);
    expect((await jumps()).ids).toEqual(first.ids);
    for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
    await page.waitForTimeout(100);
    expect(await jumps()).toEqual(first);
    for (let i = 0; i < 2; i++) await page.keyboard.press("Control+z");
    await page.waitForTimeout(100);
    expect((await jumps()).ids).toEqual([]);
  });

  it("finds over all pages and replaces in one event", async () => {
    await setText(page, "渡口", "ＡＢＣ渡轮，abc渡轮。");
    await page.keyboard.press("Control+f");
    await page.keyboard.type("Abc渡轮");
    const panel = page.getByRole("search", { name: "查找和替换" });
    await panel.getByText("共 2 处").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(150);
    expect((await selection(page)).text).toBe("ＡＢＣ渡轮");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await panel.getByLabel("换成").fill("新船");
    await panel.getByRole("button", { name: "替换", exact: true }).click();
    await page.waitForTimeout(100);
    expect(bodyOf(await parts(page))).toEqual(["新船，abc渡轮。"]);
    await panel.getByLabel("查找", { exact: true }).fill("，");
    await panel.getByLabel("换成").fill("、");
    await page.waitForTimeout(200);
    const count = Number((await panel.getByRole("status").textContent())?.match(/共 (\d+) 处/)?.[1]);
    expect(count).toBeGreaterThan(100);
    const commas = () =>
      page.evaluate(() => {
        const pages =
          document.querySelector<HTMLElement>(".galley-mount")?.galley?.open.session.state.edition.pages;
        return (
          (pages ?? [])
            .map((doc) => doc.textContent)
            .join("")
            .match(/[，,]/g)?.length ?? 0
        );
      });
    const before = await commas();
    await panel.getByRole("button", { name: "全部替换" }).click();
    await page.waitForTimeout(200);
    expect(await commas()).toBe(before - count);
    expect(await shown(page)).toEqual(await parts(page));
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.classList.contains("galley-text"))).toBe(true);
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(200);
    expect(await commas()).toBe(before);
  });

  it("shows a jump as it will print and sends it elsewhere", async () => {
    await command(page, "加一版");
    await page.keyboard.press("Enter");
    await settled(page);
    await page.locator(".page-head").first().click();
    await page.waitForSelector(".galley-mount");
    const jump = await page.evaluate(() => {
      const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
      const found = galley?.open.session.state.reading.jumps.all[0];
      const at = galley?.open.session.state.edition.pages[0];
      let pos = 0;
      at?.forEach((node, offset) => {
        if (node.attrs.id === found?.article) pos = offset + 2;
      });
      if (at) galley?.workplace.state.dispatch({ type: "caret", page: at.attrs.id as string, pos });
      return found;
    });
    const line = page.locator(".part-jump .jump-line");
    await line.waitFor();
    expect(await line.textContent()).toBe(jump?.line);
    expect(jump?.line).toContain("A2");
    await page.locator(".part-jump select").selectOption("A3");
    await page.waitForTimeout(100);
    expect(await line.textContent()).toContain("A3");
    await page.evaluate(() => {
      const { session } = document.querySelector<HTMLElement>(".galley-mount")?.galley?.open ?? {};
      session?.undo();
    });
    await page.waitForTimeout(100);
    expect(await line.textContent()).toBe(jump?.line);
  });

  it("has nothing for axe to find, with the panel for finding open", async () => {
    await page.keyboard.press("Control+f");
    await page.getByLabel("查找", { exact: true }).fill("渡口");
    await page.waitForTimeout(200);
    expect(await axe(page)).toEqual([]);
    // Chromium says so where markup with styles is read under a policy without unsafe-inline; nothing comes of it.
    const inert = /^(Applying inline style|Executing inline event handler) violates/;
    expect(desk.complaints.filter((words) => !inert.test(words))).toEqual([]);
  });
});
