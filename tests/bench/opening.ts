/** From a press of a button to the first composed sheet that is painted, as the page itself measures it. */
import type { Page } from "playwright-core";
import type {} from "../../renderer/sheet/stage.ts";

/** From a press on the first of these buttons to the painted sheet, in ms. */
export function opening(desk: Page, button: string): Promise<number> {
  return desk.evaluate(async (selector) => {
    const until = <T>(find: () => T | null | undefined) =>
      new Promise<T>((resolve) => {
        const look = () => {
          const found = find();
          if (found) resolve(found);
          else requestAnimationFrame(look);
        };
        look();
      });
    const pressed = await until(() => document.querySelector<HTMLButtonElement>(selector));
    const start = performance.now();
    pressed.click();
    const sheet = await until(() => document.querySelector<HTMLElement>("[data-sheet]"));
    await until(() => sheet.stage?.sheets[0]?.items.length);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return performance.now() - start;
  }, button);
}
