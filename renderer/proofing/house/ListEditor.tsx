/** One of the house's lists: a row to add with, the entries, and on each what can be done with it. */
import { type FormEvent, useId, useRef, useState } from "react";
import { Icon } from "../../desk/parts/Icon.tsx";
import { useT } from "../../i18n/locale.tsx";
import { announce } from "../announce.ts";
import {
  emptyRow,
  faultOf,
  type HouseList,
  matching,
  moved,
  nameOf,
  type Row,
  rowsOf,
  trimmed,
} from "./lists.ts";
import { RowFields } from "./RowFields.tsx";
import { useStyle } from "./use-style.ts";

/** Rows that are shown at once; the find field reaches the others. */
const SHOWN = 200;

export function ListEditor({ list }: { list: HouseList }) {
  const t = useT();
  const { style, readOnly, change } = useStyle();
  const rows = list.read(style);
  const [draft, setDraft] = useState<Row>(() => emptyRow(list));
  const [editing, setEditing] = useState<{ readonly at: number; readonly row: Row } | null>(null);
  const [query, setQuery] = useState("");
  const [tried, setTried] = useState(false);
  const [pasted, setPasted] = useState<{ readonly n: number; readonly refused: number } | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const label = useId();
  const found = matching(rows, query);

  const put = (next: readonly Row[]) => {
    change(list.write(style, next), `house.tab.${list.id}`);
    announce(t("house.list.changed"));
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faultOf(list, rows, draft, -1)) return;
    put([...rows, trimmed(draft)]);
    setDraft(emptyRow(list));
    setTried(false);
    setQuery("");
    (event.currentTarget as HTMLElement).querySelector("input")?.focus();
  };
  const addLines = (text: string) => {
    const { added, refused } = rowsOf(list, text, rows);
    if (added.length > 0) put([...rows, ...added]);
    announce(t("house.list.pasted", { n: added.length, refused }));
    setPasted({ n: added.length, refused });
  };
  const save = () => {
    if (!editing || faultOf(list, rows, editing.row, editing.at)) return;
    put(rows.with(editing.at, trimmed(editing.row)));
    leave(editing.at);
  };
  /** Ends the changing of a row; the keyboard goes back to the button it began with. */
  const leave = (at: number) => {
    setEditing(null);
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-row="${at}"] [data-edit]`)?.focus(),
    );
  };
  const remove = (at: number) => {
    put(rows.toSpliced(at, 1));
    requestAnimationFrame(() => {
      const buttons = table.current?.querySelectorAll<HTMLElement>("[data-remove]");
      buttons?.[Math.min(at, buttons.length - 1)]?.focus();
    });
  };
  const shift = (at: number, by: number) => {
    put(moved(rows, at, by));
    const way = by < 0 ? "up" : "down";
    requestAnimationFrame(() => {
      const row = table.current?.querySelector(`[data-row="${at + by}"]`);
      (
        row?.querySelector<HTMLElement>(`[data-move=${way}]:not(:disabled)`) ??
        row?.querySelector<HTMLElement>("[data-move]:not(:disabled)")
      )?.focus();
    });
  };

  const fault = tried ? faultOf(list, rows, draft, -1) : null;
  return (
    <section className="house-list" aria-labelledby={label}>
      <h3 id={label}>{t(`house.tab.${list.id}`)}</h3>
      <p className="hint">{t(`house.${list.id}.about`)}</p>
      <form className="house-add" onSubmit={add} data-fields={list.fields.length}>
        <RowFields
          list={list}
          row={draft}
          fault={fault}
          disabled={readOnly}
          onChange={setDraft}
          onLines={addLines}
        />
        <button type="submit" className="button primary" disabled={readOnly}>
          {t("house.list.add")}
        </button>
      </form>
      <p className="hint">{pasted ? t("house.list.pasted", pasted) : t("house.list.paste")}</p>
      {rows.length > 8 ? (
        <input
          type="text"
          className="house-find"
          aria-label={t("house.list.find", { n: rows.length })}
          placeholder={t("house.list.find", { n: rows.length })}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      ) : null}
      {found.length === 0 ? (
        <p className="house-empty">{t(rows.length ? "house.list.none" : "house.list.empty")}</p>
      ) : (
        <table ref={table} className="house-table">
          <thead>
            <tr>
              {list.ordered ? <th scope="col">{t("house.field.order")}</th> : null}
              {list.fields.map((field) => (
                <th key={field.name} scope="col">
                  {t(field.label)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map(({ row, at }) =>
              editing?.at === at ? (
                <tr key={nameOf(list, row)} data-row={at}>
                  <td colSpan={list.fields.length + (list.ordered ? 2 : 1)}>
                    <form
                      className="house-add"
                      data-fields={list.fields.length}
                      onSubmit={(event) => {
                        event.preventDefault();
                        save();
                      }}
                      onKeyDown={(event) => {
                        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
                        // The row is left, not the dialog.
                        event.preventDefault();
                        event.stopPropagation();
                        leave(at);
                      }}
                    >
                      <RowFields
                        list={list}
                        row={editing.row}
                        fault={faultOf(list, rows, editing.row, at)}
                        focus
                        onChange={(next) => setEditing({ at, row: next })}
                      />
                      <button type="submit" className="button primary">
                        {t("house.list.save")}
                      </button>
                      <button type="button" className="button" onClick={() => leave(at)}>
                        {t("desk.cancel")}
                      </button>
                    </form>
                  </td>
                </tr>
              ) : (
                <tr key={nameOf(list, row)} data-row={at}>
                  {list.ordered ? <td className="house-rank">{at + 1}</td> : null}
                  {list.fields.map(({ name, kind }) => (
                    <td key={name} lang={kind === "text" ? "zh-Hans" : undefined}>
                      {kind === "severity"
                        ? row[name]
                          ? t(`desk.proof.${row[name]}`)
                          : t("house.severity.default")
                        : row[name]}
                    </td>
                  ))}
                  <td>
                    <div className="house-row-buttons">
                      {list.ordered && !query
                        ? ([-1, 1] as const).map((by) => (
                            <RowButton
                              key={by}
                              icon={by < 0 ? "up" : "down"}
                              label={t(by < 0 ? "house.list.up" : "house.list.down", {
                                entry: nameOf(list, row),
                              })}
                              disabled={readOnly || at + by < 0 || at + by >= rows.length}
                              data={{ "data-move": by < 0 ? "up" : "down" }}
                              onClick={() => shift(at, by)}
                            />
                          ))
                        : null}
                      <RowButton
                        icon="write"
                        label={t("house.list.edit", { entry: nameOf(list, row) })}
                        disabled={readOnly}
                        data={{ "data-edit": "" }}
                        onClick={() => setEditing({ at, row })}
                      />
                      <RowButton
                        icon="remove"
                        label={t("house.list.remove", { entry: nameOf(list, row) })}
                        disabled={readOnly}
                        data={{ "data-remove": "" }}
                        onClick={() => remove(at)}
                      />
                    </div>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {found.length > SHOWN ? (
        <p className="hint">{t("house.list.more", { n: found.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}

function RowButton(props: {
  readonly icon: "up" | "down" | "write" | "remove";
  readonly label: string;
  readonly disabled: boolean;
  readonly data: Readonly<Record<string, string>>;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="icon-button"
      title={props.label}
      aria-label={props.label}
      disabled={props.disabled}
      {...props.data}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}
