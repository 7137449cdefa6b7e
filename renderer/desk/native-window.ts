/**
 * What an Electron window keeps beside the page: its menus follow the command table, and it does not close before the
 * text is on the disk.
 */
import type { MenuModel, WindowBridge } from "../../host/window.ts";
import { menus } from "../commands/command.ts";
import { applies, commands, contextOf } from "../commands/table.ts";
import { translator } from "../i18n/locale.tsx";
import type { Workplace } from "./workplace.ts";

/** Menus are told again at most this often, in ms: typing changes what can be undone with every key. */
const PAUSE = 150;

/** The menus as they are at the moment. */
export function menuModel(workplace: Workplace): MenuModel {
  const { locale } = workplace.state.snapshot();
  const t = translator(locale);
  const context = contextOf(workplace);
  return {
    locale,
    menus: menus.flatMap((id) => {
      const own = commands.filter((command) => command.menu === id && !command.quiet);
      if (own.length === 0) return [];
      const items = own.map((command, at) => ({
        id: command.id,
        ...(command.apart && at > 0 ? { apart: true } : {}),
        label: t(command.label),
        enabled: applies(command, context),
        ...(command.keys?.[0] ? { keys: command.keys[0] } : {}),
        ...(command.checked ? { checked: command.checked(context) } : {}),
      }));
      return [{ id, label: t(`desk.menu.${id}`), items }];
    }),
  };
}

/** Keeps the native window in step with the desk, for the life of the page. */
export function attachNativeWindow(bridge: WindowBridge<File>, workplace: Workplace): void {
  let told = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    const model = menuModel(workplace);
    const text = JSON.stringify(model);
    if (text === told) return;
    told = text;
    bridge.setMenu(model);
  };
  const changed = () => {
    if (timer === undefined) timer = setTimeout(tell, PAUSE);
  };

  let leave = () => {};
  const follow = () => {
    leave();
    leave = workplace.editions.snapshot()?.session.subscribe(changed) ?? (() => {});
    changed();
  };
  workplace.state.subscribe(changed);
  workplace.editions.subscribe(follow);
  follow();
  tell();

  bridge.onClosing(async () => workplace.editions.snapshot()?.session.saved());
}
