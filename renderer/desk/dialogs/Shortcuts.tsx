/** All shortcuts on one sheet, by menu. */
import { menus } from "../../commands/command.ts";
import { commands } from "../../commands/table.ts";
import { useT } from "../../i18n/locale.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Keys } from "../parts/Keys.tsx";

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t("desk.shortcuts")} width={860} onClose={onClose}>
      <div className="shortcut-sheet">
        {menus.map((menu) => {
          const own = commands.filter((command) => command.menu === menu && command.keys);
          if (own.length === 0) return null;
          return (
            <section key={menu}>
              <h3>{t(`desk.menu.${menu}`)}</h3>
              <dl>
                {own.map((command) => (
                  <div key={command.id}>
                    <dt>{t(command.label)}</dt>
                    <dd>{command.keys?.[0] ? <Keys keys={command.keys[0]} /> : null}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>{t("desk.mouse")}</h3>
          <dl>
            {["drag", "alt-drag", "alt-corner", "double", "wheel", "middle"].map((name) => (
              <div key={name}>
                <dt>{t(`desk.mouse.${name}.does`)}</dt>
                <dd>{t(`desk.mouse.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
