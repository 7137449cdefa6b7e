/** The house's rules and lists, section by section; at the foot, what is done with all of them at once. */
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { packText } from "../../../core/proof/pack.ts";
import { CommandButton } from "../../desk/parts/CommandButton.tsx";
import { Dialog } from "../../desk/parts/Dialog.tsx";
import { useWorkplace } from "../../desk/workplace.ts";
import { useT } from "../../i18n/locale.tsx";
import { FormsPane } from "./FormsPane.tsx";
import "./house.css";
import { ListEditor } from "./ListEditor.tsx";
import { houseLists, type ListId } from "./lists.ts";
import { RulesPane } from "./RulesPane.tsx";
import { type HouseTab, houseTabs } from "./tabs.ts";
import { useStyle } from "./use-style.ts";

interface HouseDialogProps {
  readonly tab: HouseTab;
  /** Id of the rule to be shown. */
  readonly rule: string | null;
  readonly onClose: () => void;
}

export function HouseDialog({ tab: asked, rule, onClose }: HouseDialogProps) {
  const t = useT();
  const id = useId();
  const { style, readOnly } = useStyle();
  const [tab, setTab] = useState(asked);
  const sizes: Partial<Record<HouseTab, number>> = Object.fromEntries(
    Object.values(houseLists).map((list) => [list.id, list.read(style).length]),
  );
  const turn = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = by && houseTabs[(houseTabs.indexOf(tab) + by + houseTabs.length) % houseTabs.length];
    if (!next) return;
    event.preventDefault();
    setTab(next);
    document.getElementById(`${id}${next}`)?.focus();
  };
  return (
    <Dialog
      title={t("house.title")}
      width={1120}
      onClose={onClose}
      foot={
        <>
          <Kept />
          <CommandButton id="edit.undo" label="house.undo" />
          <CommandButton id="house.import" />
          <CommandButton id="house.export" />
          <CommandButton id="house.keep" />
          <button type="button" className="button primary" onClick={onClose}>
            {t("desk.done")}
          </button>
        </>
      }
    >
      {readOnly ? <p className="hint">{t("house.readonly")}</p> : null}
      <div className="house">
        <div
          className="house-tabs"
          role="tablist"
          aria-label={t("house.sections")}
          aria-orientation="vertical"
          onKeyDown={turn}
        >
          {houseTabs.map((each) => (
            <button
              key={each}
              id={`${id}${each}`}
              type="button"
              role="tab"
              aria-selected={each === tab}
              aria-controls={`${id}pane`}
              tabIndex={each === tab ? 0 : -1}
              onClick={() => setTab(each)}
            >
              {t(`house.tab.${each}`)}
              {sizes[each] ? <small>{sizes[each]}</small> : null}
            </button>
          ))}
        </div>
        <div id={`${id}pane`} className="house-pane" role="tabpanel" aria-labelledby={`${id}${tab}`}>
          {tab === "rules" ? (
            <RulesPane rule={rule} />
          ) : tab === "forms" ? (
            <FormsPane />
          ) : (
            <ListEditor key={tab} list={houseLists[tab satisfies ListId]} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** Whether editions to come will have what this one has. */
function Kept() {
  const t = useT();
  const { client } = useWorkplace();
  const { style } = useStyle();
  const [kept, setKept] = useState<string | null>();
  useEffect(() => {
    let current = true;
    const read = () =>
      client.call("house.get", {}).then(
        ({ pack }) => current && setKept(pack),
        () => {},
      );
    void read();
    addEventListener("dayang:house", read);
    return () => {
      current = false;
      removeEventListener("dayang:house", read);
    };
  }, [client]);
  const state =
    kept === undefined ? null : kept === null ? "none" : kept === packText(style, "") ? "same" : "differs";
  return (
    <span className="dialog-said" role="status">
      {state ? t(`house.state.${state}`) : ""}
    </span>
  );
}
