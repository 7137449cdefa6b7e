/** Writing Chinese: real composition events in Chromium. What was composed is there once, and nothing else moved. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type DeskWindow, noWindow, openSample, openWindow, settled } from "./desk-window.ts";
import { bodyOf, InputMethod, parts, select, setText, shown } from "./editor-page.ts";

const FIRST = "雨停之后，河边的操场重新热闹起来，孩子们把书包放在长椅上，跑向刚刚画好白线的跑道。";
const SECOND = "老师站在终点，手里的秒表一圈一圈地走，风从对岸吹过来，带着新翻泥土的气味。";

describe.skipIf(noWindow)("an input method in the galley", () => {
  let desk: DeskWindow;
  let ime: InputMethod;

  beforeAll(async () => {
    desk = await openWindow();
    await openSample(desk.page);
    await desk.page.keyboard.press("Control+2");
    await desk.page.waitForSelector(".galley-text");
    ime = await InputMethod.on(desk.page);
  });
  beforeEach(async () => {
    await setText(desk.page, "操场", FIRST, SECOND);
    await desk.page.waitForTimeout(80);
  });
  afterAll(() => desk?.close());

  const agrees = async (headline: string, ...body: string[]) => {
    const list = await parts(desk.page);
    expect(list.find(({ kind }) => kind === "headline")?.text).toBe(headline);
    expect(bodyOf(list)).toEqual(body);
    expect(await shown(desk.page)).toEqual(list);
    // What a reader sees has the same letters: nothing was left behind in the DOM.
    const seen = await desk.page.locator(".galley-text p").allTextContents();
    expect(seen).toEqual(body);
    expect(desk.complaints).toEqual([]);
  };
  const at = (text: string, offset: number, word: string, to = offset) =>
    text.slice(0, offset) + word + text.slice(to);

  it("writes in the middle of a line", async () => {
    await select(desk.page, 1, 5);
    await ime.type("zhongyu", "终于");
    await agrees("操场", at(FIRST, 5, "终于"), SECOND);
  });

  it("writes at the start of a paragraph, and at its end", async () => {
    await select(desk.page, 1, 0);
    await ime.type("zuotian", "昨天");
    await select(desk.page, 2, SECOND.length);
    await ime.type("wanle", "完了");
    await agrees("操场", `昨天${FIRST}`, `${SECOND}完了`);
  });

  it("writes at the start and the end of every printed line", async () => {
    const breaks = await desk.page.evaluate(() => {
      const p = document.querySelector(".galley-text p");
      const ends: number[] = [];
      let at = 0;
      for (const node of p?.childNodes ?? []) {
        at += node.textContent?.length ?? 0;
        if ((node as Element).classList?.contains("set-line")) ends.push(at);
      }
      return ends;
    });
    expect(breaks.length).toBeGreaterThan(1);
    let text = FIRST;
    for (const offset of breaks.toReversed()) {
      await select(desk.page, 1, offset);
      await ime.type("xin", "新");
      text = at(text, offset, "新");
      await agrees("操场", text, SECOND);
    }
    // The caret put at the line's start by the keys, as a person does.
    await select(desk.page, 1, 3);
    await desk.page.keyboard.press("ArrowDown");
    await desk.page.keyboard.press("Home");
    await desk.page.waitForTimeout(60);
    const caret = await desk.page.evaluate(() => {
      const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
      return galley?.view.state.selection.$head.parentOffset ?? -1;
    });
    expect(caret).toBeGreaterThan(5);
    await ime.type("hang", "行");
    await agrees("操场", at(text, caret, "行"), SECOND);
  });

  it("writes over a selection", async () => {
    await select(desk.page, 1, 5, 1, 7);
    await ime.type("hupan", "湖畔");
    await agrees("操场", at(FIRST, 5, "湖畔", 7), SECOND);
  });

  it("writes over a selection that runs over two paragraphs", async () => {
    await select(desk.page, 1, 5, 2, 6);
    await ime.type("jieguo", "结果");
    await agrees("操场", `${FIRST.slice(0, 5)}结果${SECOND.slice(6)}`);
  });

  it("writes over a selection from the headline into the text, and they stay two parts", async () => {
    await select(desk.page, 0, 1, 1, 5);
    await ime.type("yan", "演");
    await agrees("操演", FIRST.slice(5), SECOND);
  });

  it("writes in an empty field and in an empty paragraph", async () => {
    await setText(desk.page, "", "");
    await select(desk.page, 0, 0);
    await ime.type("biaoti", "标题");
    await desk.page.keyboard.press("Enter");
    await ime.type("zhengwen", "正文");
    await agrees("标题", "正文");
  });

  it("writes inside text that a finding underlines", async () => {
    await setText(desk.page, "病例", "全市累计报告123例，其中甲区61例，乙区40例，丙区20例。");
    await desk.page.waitForSelector(".galley-text .finding");
    const text = await desk.page.locator(".galley-text p").first().textContent();
    const found = await desk.page.locator(".galley-text .finding").first().textContent();
    const offset = (text ?? "").indexOf(found ?? "") + 1;
    expect(offset).toBeGreaterThan(0);
    await select(desk.page, 1, offset);
    await ime.type("yue", "约");
    await agrees("病例", at(text ?? "", offset, "约"));
  });

  it("takes several words one after the other, faster than the galley settles", async () => {
    await select(desk.page, 1, 5);
    for (const [pinyin, word] of [
      ["yi", "一"],
      ["er", "二"],
      ["san", "三"],
    ] as const) {
      await ime.compose(pinyin);
      const cdp = await desk.page.context().newCDPSession(desk.page);
      await cdp.send("Input.insertText", { text: word });
    }
    await desk.page.waitForTimeout(150);
    await agrees("操场", at(FIRST, 5, "一二三"), SECOND);
  });

  it("leaves the text as it was where a composition is given up", async () => {
    await select(desk.page, 1, 5);
    await ime.spell("suanle");
    await ime.compose("");
    await desk.page.waitForTimeout(120);
    await agrees("操场", FIRST, SECOND);
  });

  it("keeps session, sheet and attributes still while composing", async () => {
    await settled(desk.page);
    await select(desk.page, 1, 5);
    await desk.page.waitForTimeout(300);
    const look = () =>
      desk.page.evaluate(() => {
        const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
        const canvas = document.querySelector<HTMLCanvasElement>(".sheet-canvas");
        const state = galley?.open.session.state;
        const marks = window as { watched?: unknown; changed?: string[] };
        const same = marks.watched === state?.sheets;
        marks.watched = state?.sheets;
        return {
          same,
          text: JSON.stringify(state?.edition.pages[0]?.toJSON()).length,
          unsaved: state?.unsaved,
          done: state?.history.done.length,
          picture: canvas?.toDataURL(),
        };
      });
    await look();
    await desk.page.evaluate(() => {
      const marks = window as { changed?: string[] };
      marks.changed = [];
      const root = document.querySelector(".galley-mount");
      if (root)
        new MutationObserver((records) => {
          for (const { target, attributeName, oldValue } of records) {
            const part = target as Element;
            const isNew = oldValue !== part.getAttribute(attributeName ?? "");
            if (isNew && part.matches("p, .part, .part-text, .galley-text, .galley-mount"))
              marks.changed?.push(`${part.className || part.nodeName} ${attributeName}`);
          }
        }).observe(root, { attributes: true, attributeOldValue: true, subtree: true });
    });
    const before = await look();
    await ime.spell("chulai");
    await desk.page.waitForTimeout(400);
    const during = await look();
    expect(during).toEqual({ ...before, same: true });
    expect(await desk.page.evaluate(() => (window as { changed?: string[] }).changed)).toEqual([]);
    await ime.take("出来");
    await desk.page.waitForTimeout(200);
    const after = await look();
    expect(after.same).toBe(false);
    expect(after.done).toBe((before.done ?? 0) + 1);
    expect(after.picture).not.toBe(before.picture);
    await desk.page.keyboard.press("Control+z");
    await agrees("操场", FIRST, SECOND);
  });

  it("fires no shortcut while composing", async () => {
    await select(desk.page, 1, 5);
    await ime.spell("ni");
    // Keys that an input method takes arrive with code 229.
    await desk.page.evaluate(() => {
      const target = document.querySelector(".galley-text");
      for (const key of ["2", "k", "z", "1"])
        target?.dispatchEvent(
          new KeyboardEvent("keydown", {
            key,
            ctrlKey: true,
            isComposing: true,
            bubbles: true,
            cancelable: true,
          }),
        );
    });
    expect(await desk.page.locator("dialog[open]").count()).toBe(0);
    expect(await desk.page.locator(".galley-text").count()).toBe(1);
    await ime.take("你");
    await agrees("操场", at(FIRST, 5, "你"), SECOND);
  });

  it("lets a layout change that comes meanwhile wait, and loses neither", async () => {
    await select(desk.page, 1, 5);
    await ime.spell("dengdeng");
    await desk.page.evaluate(() => {
      const galley = document.querySelector<HTMLElement>(".galley-mount")?.galley;
      if (!galley) return;
      const { session } = galley.open;
      const doc = session.state.edition.pages.find((page) => page.attrs.id === galley.page);
      const block = doc?.children.find((node) => node.attrs.id === galley.block);
      let at = 0;
      doc?.forEach((node, offset) => {
        if (node === block) at = offset;
      });
      // The second paragraph's first two characters are taken out behind the galley's back.
      const second = at + 1 + (block?.child(0).nodeSize ?? 0) + (block?.child(1).nodeSize ?? 0);
      session.dispatch(
        (edition) => {
          const page = edition.pages.find((candidate) => candidate.attrs.id === galley.page);
          if (!page) return null;
          const tr = galley.view.state.tr;
          const step = (
            tr.delete(1, 2).steps[0] as unknown as { constructor: new (...args: unknown[]) => never }
          ).constructor;
          const empty = page.slice(0, 0);
          return [{ kind: "steps", page: galley.page, steps: [new step(second + 1, second + 3, empty)] }];
        },
        { label: "editor.replace" },
      );
    });
    await ime.take("等等");
    await agrees("操场", at(FIRST, 5, "等等"), SECOND.slice(2));
  });
});
