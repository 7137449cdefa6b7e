/** Pages and what stands on them, each article with how it holds its text: in words and colour. */

import type { Node } from "prosemirror-model";
import { type DragEvent, useState } from "react";
import type { Sheet } from "../../../core/compose/sheet.ts";
import { inReadingOrder } from "../../../core/edition/jumps.ts";
import { useT } from "../../i18n/locale.tsx";
import { fitOf, fitTone, fitWords } from "../../sheet/describe.ts";
import { headlineOf } from "../../sheet/headline.ts";
import { moveTo } from "../../sheet/layout-commands.ts";
import { CommandButton } from "../parts/CommandButton.tsx";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { useDesk, useDispatch, useOpenSession, useSession } from "../workplace.ts";

const TYPE = "application/x-dayang-block";

export function PageList() {
  const t = useT();
  const pages = useSession((state) => state.edition.pages);
  return (
    <div className="page-list">
      {pages.map((page) => (
        <PageSection key={page.attrs.id} page={page} />
      ))}
      <div className="page-list-foot">
        <CommandButton id="layout.plan" icon="plan" />
        <CommandButton id="page.add" icon="new" />
      </div>
      <p className="visually-hidden">{t("desk.list.help")}</p>
    </div>
  );
}

function PageSection({ page }: { page: Node }) {
  const t = useT();
  const dispatch = useDispatch();
  const session = useOpenSession();
  const front = useDesk((state) => state.page === page.attrs.id);
  const sheets = useSession((state) => state.sheets);
  const [over, setOver] = useState(false);
  const number = page.attrs.number as string;
  const order = inReadingOrder(page).filter((block) => block.type.name !== "masthead");

  const onDrop = (event: DragEvent) => {
    setOver(false);
    const id = event.dataTransfer.getData(TYPE);
    if (!id) return;
    event.preventDefault();
    if (session.dispatch(moveTo(id, number), { label: "desk.move-to-page" })) {
      dispatch({ type: "page", page: page.attrs.id });
      dispatch({ type: "block", block: id });
    }
  };

  return (
    <section
      className="page-section"
      data-front={front || undefined}
      data-over={over || undefined}
      aria-label={t("desk.page", { page: number })}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <button
        type="button"
        className="page-head"
        aria-current={front ? "page" : undefined}
        onClick={() => dispatch({ type: "page", page: page.attrs.id })}
      >
        <b>{number}</b>
        <span>{page.attrs.title}</span>
        <small>{t("desk.count", { n: order.length })}</small>
      </button>
      <ul>
        {order.map((block) => (
          <BlockRow key={block.attrs.id} block={block} page={page} sheets={sheets} />
        ))}
      </ul>
    </section>
  );
}

const icons: Readonly<Record<string, IconName>> = {
  article: "page",
  continuation: "jump",
  picture: "picture",
  advert: "sample",
};

function BlockRow({ block, page, sheets }: { block: Node; page: Node; sheets: readonly Sheet[] }) {
  const t = useT();
  const dispatch = useDispatch();
  const edition = useSession((state) => state.edition);
  const id = block.attrs.id as string;
  const selected = useDesk((state) => state.block === id);
  const fit = fitOf(sheets, id);
  const kind = block.type.name;
  const name = headlineOf(edition, block) || t(`desk.kind.${kind}`);
  const tone = block.attrs.place === null ? "unplaced" : fit ? fitTone(fit) : null;
  const words = block.attrs.place === null ? t("desk.unplaced") : fit ? fitWords(t, fit) : "";
  return (
    <li>
      <button
        type="button"
        className="block-row"
        aria-pressed={selected}
        draggable
        title={name}
        onDragStart={(event) => event.dataTransfer.setData(TYPE, id)}
        onClick={() => {
          dispatch({ type: "page", page: page.attrs.id });
          dispatch({ type: "block", block: id });
          dispatch({ type: "caret", page: page.attrs.id, pos: firstText(page, block) });
        }}
      >
        <Icon name={icons[kind] ?? "page"} />
        <span className="block-name">{name}</span>
        {words ? (
          <small className="fit" data-tone={tone}>
            {words}
          </small>
        ) : null}
      </button>
    </li>
  );
}

/** Position of the start of a block's first text in its page. */
function firstText(page: Node, block: Node): number {
  let at = 0;
  page.forEach((child, offset) => {
    if (child === block) at = offset + 2;
  });
  return at;
}
