/** Corrections and changes as rows to be walked: one stop for Tab, arrow keys and F7 are the command table's. */
import "./red-list.css";
import { useEffect, useId, useRef } from "react";
import type { RedItem } from "../../core/report/red-items.ts";
import { headWords, itemWords, sides } from "../../core/report/red-words.ts";
import { useT } from "../i18n/locale.tsx";

interface RedListProps {
  readonly label: string;
  readonly groups: readonly {
    readonly key: string;
    readonly name: string;
    readonly items: readonly RedItem[];
  }[];
  readonly front: string | null;
  readonly onChoose: (item: RedItem) => void;
}

export function RedList({ label, groups, front, onChoose }: RedListProps) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const active = groups.some(({ items }) => items.some(({ id }) => id === front));
  useEffect(() => {
    if (front) list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [front]);
  let at = 0;
  return (
    <div
      ref={list}
      className="red-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={active ? `${prefix}${front}` : undefined}
      data-keys="rounds"
    >
      {groups.map(({ key, name, items }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
        <div key={key} role="group" aria-label={name || label} data-group={key}>
          {name ? (
            <p className="red-group" aria-hidden="true">
              {name} <b>{items.length}</b>
            </p>
          ) : null}
          {items.map((item) => {
            at += 1;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the focus and the command table its keys
              // biome-ignore lint/a11y/useFocusableInteractive: by aria-activedescendant
              <div
                key={item.id}
                id={`${prefix}${item.id}`}
                className="red-row"
                role="option"
                aria-selected={item.id === front}
                aria-setsize={count}
                aria-posinset={at}
                data-group={item.group}
                onClick={() => onChoose(item)}
              >
                <Row item={item} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

const signs = { open: "✗", other: "≠", changed: "?", gone: "–", unasked: "!", made: "✓" } as const;

function Row({ item }: { item: RedItem }) {
  const t = useT();
  const { before, after } = sides(t, item);
  const { change, correction } = item;
  const around = change?.after ?? change?.before;
  const framed = change?.kind === "words" && around;
  return (
    <>
      <span className="red-sign" data-group={item.group} aria-hidden="true">
        {signs[item.group]}
      </span>
      <span className="visually-hidden">{itemWords(t, item)}</span>
      <span className="red-row-head" aria-hidden="true">
        {headWords(t, item)}
        {change?.headline ? <small>{change.headline}</small> : null}
        {correction?.moved ? <small>{t("rounds.red.moved")}</small> : null}
      </span>
      {before || after ? (
        <span className="red-row-words" lang="zh-Hans" aria-hidden="true">
          {framed ? <span className="red-around">{around.left}</span> : null}
          {before ? before === after ? <span>{before}</span> : <del>{before}</del> : null}
          {before && after && before !== after && change && change.kind !== "words" ? " → " : null}
          {after && after !== before ? <ins>{after}</ins> : null}
          {framed ? <span className="red-around">{around.right}</span> : null}
        </span>
      ) : null}
    </>
  );
}
