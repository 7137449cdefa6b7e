/** The one way from a page into the main process: a named call, from the desk's own frame, in the agreed shape. */
import type { z } from "zod";
import { channelOf, type WindowCall, windowCalls } from "../host/window.ts";
import type { Contents, Electron, Message } from "./api.ts";
import { isFrom } from "./security.ts";

type Given<C extends WindowCall> = z.output<(typeof windowCalls)[C]>;

export type WindowHandlers = {
  [C in WindowCall]: (input: Given<C>, message: Message) => unknown;
};

/**
 * Answers the page's calls. `contents` is the desk's page of the moment, null where there is none.
 * A call that is refused rejects in the page, with a sentence and no more.
 */
export function openDoor(
  { ipcMain }: Pick<Electron, "ipcMain">,
  contents: () => Contents | null,
  handlers: WindowHandlers,
): void {
  for (const name of Object.keys(windowCalls) as WindowCall[]) {
    const handler = handlers[name] as (input: unknown, message: Message) => unknown;
    ipcMain.handle(channelOf(name), (message, ...args) => {
      const desk = contents();
      if (!desk || !isFrom(message, desk)) throw new Error("refused: not the desk's own page");
      const checked = windowCalls[name].safeParse(args[0]);
      if (args.length > 1 || !checked.success) throw new Error(`refused: ${name} was asked wrongly`);
      return handler(checked.data, message);
    });
  }
}
