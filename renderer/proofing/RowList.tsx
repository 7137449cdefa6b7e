/**
 * A list to walk: groups of rows of one height, of which only those in view are in the document.
 *
 * It is a listbox: one stop for Tab, arrow keys and letters are the command table's (scope "findings"), and the row in
 * front is told to screen readers by aria-activedescendant.
 */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";

/** Heights in CSS px. */
const ROW = 60;
const GROUP = 28;
/** Rows kept in the document on either side of those in view. */
const SPARE = 4;

export interface RowGroup<T> {
  readonly key: string;
  readonly name: string;
  readonly items: readonly T[];
}

interface RowListProps<T extends { readonly id: string }> {
  readonly label: string;
  readonly groups: readonly RowGroup<T>[];
  readonly active: string | null;
  readonly onChoose: (item: T) => void;
  readonly children: (item: T) => ReactNode;
}

export function RowList<T extends { readonly id: string }>(props: RowListProps<T>) {
  const { label, groups, active, onChoose, children } = props;
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const { lines, height, count } = layOut(groups);
  const current = lines.find((line) => line.item?.id === active);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  // Follows the row in front, and only when another one comes there: scrolling by hand is left alone.
  const top = current?.top;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `active` says that another row came in front
  useEffect(() => {
    const element = scroller.current;
    if (!element || top === undefined) return;
    if (top - GROUP < element.scrollTop) element.scrollTop = top - GROUP;
    else if (top + ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW - element.clientHeight;
  }, [active, top]);

  const shown = lines.filter(
    (line) =>
      line === current ||
      (line.top + ROW > view.top - SPARE * ROW && line.top < view.top + view.height + SPARE * ROW),
  );
  return (
    <div
      ref={scroller}
      className="proof-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={current ? `${prefix}${active}` : undefined}
      data-findings=""
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        setView({ top: scrollTop, height: clientHeight });
      }}
    >
      <div className="proof-list-sizer" role="presentation" style={{ height }}>
        {shown.map((line) =>
          line.item ? (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the focus and the command table its keys
            // biome-ignore lint/a11y/useFocusableInteractive: by aria-activedescendant
            <div
              key={line.item.id}
              id={`${prefix}${line.item.id}`}
              className="proof-row"
              role="option"
              aria-selected={line === current}
              aria-setsize={count}
              aria-posinset={line.index + 1}
              style={{ top: line.top, height: ROW }}
              onClick={() => line.item && onChoose(line.item)}
            >
              {children(line.item)}
            </div>
          ) : (
            <div
              key={`group ${line.key}`}
              className="proof-group"
              aria-hidden="true"
              style={{ top: line.top, height: GROUP }}
            >
              <span>{line.name}</span>
              <small>{line.size}</small>
            </div>
          ),
        )}
      </div>
    </div>
  );
}

interface Line<T> {
  readonly top: number;
  readonly item: T | null;
  /** Of an item: its place among all items. */
  readonly index: number;
  readonly key: string;
  readonly name: string;
  readonly size: number;
}

function layOut<T>(groups: readonly RowGroup<T>[]): { lines: Line<T>[]; height: number; count: number } {
  const lines: Line<T>[] = [];
  let top = 0;
  let index = 0;
  for (const { key, name, items } of groups) {
    lines.push({ top, item: null, index: -1, key, name, size: items.length });
    top += GROUP;
    for (const item of items) {
      lines.push({ top, item, index: index++, key: "", name: "", size: 0 });
      top += ROW;
    }
  }
  return { lines, height: top, count: index };
}
