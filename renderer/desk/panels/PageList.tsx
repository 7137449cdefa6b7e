/** Pages and what stands on them, each article with how it holds its text: in words and colour. */

import type { Node } from "prosemirror-model";
import { type DragEvent, memo, useEffect, useRef, useState } from "react";
import { headlineOf, ownHeadline } from "../../../core/edition/headline.ts";
import { locate, outlineOfPage } from "../../../core/edition/outline.ts";
import { useT } from "../../i18n/locale.tsx";
import { PageStage } from "../../rounds/StageTag.tsx";
import { fitTone, fitWords } from "../../sheet/describe.ts";
import { moveTo } from "../../sheet/layout-commands.ts";
import { CommandButton } from "../parts/CommandButton.tsx";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { piecesOf } from "../pieces.ts";
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
        <CommandButton id="layout.plan" icon="plan" label="desk.plan.name" />
        <CommandButton id="page.add" icon="new" label="desk.page.add.title" />
      </div>
      <p className="visually-hidden">{t("desk.list.help")}</p>
    </div>
  );
}

/** Drawn again when the page changes, or its sheet: a key costs the page it is typed on. */
const PageSection = memo(function PageSection({ page }: { page: Node }) {
  const t = useT();
  const dispatch = useDispatch();
  const session = useOpenSession();
  const front = useDesk((state) => state.page === page.attrs.id);
  const sheet = useSession(({ sheets }) => sheets.find((one) => one.page === page.attrs.id));
  const selected = useDesk(({ block }) => (block && outlineOfPage(page).ids.has(block) ? block : null));
  const [over, setOver] = useState(false);
  const section = useRef<HTMLElement>(null);
  // Turned to elsewhere, it is brought into sight here.
  useEffect(() => {
    if (front) section.current?.querySelector(".page-head")?.scrollIntoView({ block: "nearest" });
  }, [front]);
  const number = page.attrs.number as string;
  const order = piecesOf(page);

  const onDrop = (event: DragEvent) => {
    setOver(false);
    const id = event.dataTransfer.getData(TYPE);
    if (!id) return;
    event.preventDefault();
    if (session.dispatch(moveTo(id, number), { label: "desk.move-to-page" })) {
      dispatch({ type: "reveal", page: page.attrs.id, block: id });
    }
  };

  return (
    <section
      ref={section}
      className="page-section"
      data-page={number}
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
        <PageStage page={page.attrs.id} />
        <small>{t("desk.count", { n: order.length })}</small>
      </button>
      <ul>
        {order.map((block) => {
          const Row = block.type.name === "continuation" ? ContinuationRow : BlockRow;
          const fit = sheet?.fits.find((one) => one.block === block.attrs.id);
          return (
            <Row
              key={block.attrs.id}
              block={block}
              page={page.attrs.id as string}
              name={ownHeadline(block)}
              fit={fit?.characters ?? null}
              selected={block.attrs.id === selected}
            />
          );
        })}
      </ul>
    </section>
  );
});

const icons: Readonly<Record<string, IconName>> = {
  article: "page",
  continuation: "jump",
  picture: "picture",
  advert: "sample",
};

interface RowProps {
  readonly block: Node;
  /** Id of its page. */
  readonly page: string;
  readonly name: string;
  /** Characters over (or, negative, short); null where nothing of it is set. */
  readonly fit: number | null;
  readonly selected: boolean;
}

/** What goes on under no headline of its own is called what its article is called, which stands on another page. */
function ContinuationRow(props: RowProps) {
  const name = useSession(({ edition }) => props.name || headlineOf(edition, props.block));
  return <BlockRow {...props} name={name} />;
}

/** Drawn again when its own block changes, or what is said of it; not at every key. */
const BlockRow = memo(function BlockRow({ block, page, name: headline, fit, selected }: RowProps) {
  const t = useT();
  const dispatch = useDispatch();
  const session = useOpenSession();
  const id = block.attrs.id as string;
  const kind = block.type.name;
  const placed = block.attrs.place !== null;
  const name = headline || t(`desk.kind.${kind}`);
  const held = fit === null ? null : { characters: fit };
  const words = !placed ? t("desk.unplaced") : held ? fitWords(t, held) : "";
  return (
    <li>
      <button
        type="button"
        className="block-row"
        aria-pressed={selected}
        draggable
        onDragStart={(event) => event.dataTransfer.setData(TYPE, id)}
        onClick={() => {
          dispatch({ type: "reveal", page, block: id });
          const found = locate(session.state.edition, id);
          if (found) dispatch({ type: "caret", page, pos: found.pos + 2 });
        }}
      >
        <Icon name={icons[kind] ?? "page"} />
        <span className="block-name" title={name}>
          {name}
        </span>
        {words ? (
          <small className="fit" data-tone={placed ? held && fitTone(held) : "unplaced"}>
            {words}
          </small>
        ) : null}
      </button>
    </li>
  );
});
