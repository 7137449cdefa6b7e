/** Blocks of any shape at the desk: corners taken out by pointer, inspector and command, and undone. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Notch } from "../../core/edition/place.ts";
import { command, type DeskWindow, noWindow, openSample, openWindow, see, settled } from "./desk-window.ts";

describe.skipIf(noWindow)("the shape of a block", () => {
  let desk: DeskWindow;
  let id = "";

  const block = async () => {
    const found = (await see(desk.page)).blocks.find((candidate) => candidate.id === id);
    if (!found) throw new Error("the block is gone");
    return { ...found, notches: (found.place as { notches?: readonly Notch[] }).notches ?? [] };
  };

  beforeAll(async () => {
    desk = await openWindow({ width: 1440, height: 900 });
    await openSample(desk.page);
    await command(desk.page, "版面");
    const { blocks } = await see(desk.page);
    const cells = ({ place }: (typeof blocks)[number]) => place.columns * place.lines;
    const [largest] = blocks.filter(({ kind }) => kind === "article").sort((a, b) => cells(b) - cells(a));
    id = largest?.id ?? "";
    const { left, right, top, bottom } = await block();
    await desk.page.mouse.click((left + right) / 2, (top + bottom) / 2);
  });
  afterAll(() => desk?.close());

  it("is cut by a drag of its corner with Alt held, and given back by one undo", async () => {
    const { page } = desk;
    const { left, right, bottom, place } = await block();
    await page.keyboard.down("Alt");
    await page.mouse.move(right, bottom);
    await page.mouse.down();
    await page.mouse.move(right - ((right - left) / place.columns) * 0.8, bottom - 60, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up("Alt");
    await settled(page);
    const [notch] = (await block()).notches;
    expect(notch).toMatchObject({ corner: "se", columns: 1 });
    expect(notch?.lines).toBeGreaterThan(3);
    await page.keyboard.press("Control+z");
    await settled(page);
    expect((await block()).notches).toEqual([]);
  });

  it("is cut, sized and filled in the inspector, and told in the status line", async () => {
    const { page } = desk;
    const inspector = page.getByRole("region", { name: "外形" });
    await inspector.getByLabel("切角").selectOption({ label: "左下角" });
    await settled(page);
    expect((await block()).notches[0]?.corner).toBe("sw");
    await inspector.getByLabel("缺行").fill("7");
    await settled(page);
    const [notch] = (await block()).notches;
    expect(notch?.lines).toBe(7);
    expect(await page.textContent("body")).toContain(`左下角缺 ${notch?.columns} 栏 7 行`);
    await inspector.getByRole("button", { name: "填平" }).click();
    await settled(page);
    expect((await block()).notches).toEqual([]);
  });

  it("is cut and filled by one command", async () => {
    const { page } = desk;
    await command(page, "切右下角");
    await settled(page);
    expect((await block()).notches[0]?.corner).toBe("se");
    await command(page, "切右下角");
    await settled(page);
    expect((await block()).notches).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });

  it("leaves text over, and a remedy that is offered for it makes the block fit", async () => {
    const { page } = desk;
    const { blocks } = await see(page);
    const text = blocks.find(({ headline }) => headline.startsWith("给中小企业"));
    if (!text) throw new Error("the sample has another front page");
    await page.mouse.click((text.left + text.right) / 2, (text.top + text.bottom) / 2);
    await page.getByLabel("行数").fill(String(text.place.lines - 2));
    await settled(page);
    const characters = async () =>
      (await see(page)).fits.find(({ block: of }) => of === text.id)?.characters ?? 0;
    const over = await characters();
    expect(over).toBeGreaterThan(0);
    const remedies = page.getByRole("region", { name: "补救办法" }).getByRole("button");
    await remedies.first().waitFor();
    const names = await remedies.allTextContents();
    expect(names.at(-1)).toContain(`删去 ${over} 字`);
    expect(names.length).toBeGreaterThan(1);
    await remedies.first().click();
    await settled(page);
    expect(await characters()).toBeLessThanOrEqual(0);
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(await characters()).toBe(over);
  });
});
