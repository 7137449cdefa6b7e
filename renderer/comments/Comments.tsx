/** The panel of comments and queries: which are listed, the list by article, and the one being written. */
import { useEffect, useRef } from "react";
import "./comments.css";
import { anchoredText } from "../../core/edition/anchors.ts";
import type { StandingThread } from "../../core/edition/comments.ts";
import { shortened } from "../../core/edition/queries.ts";
import { keyCaps } from "../commands/keys.ts";
import { commandById } from "../commands/table.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useSelected } from "../desk/store.ts";
import { useDesk, useOpenEdition, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { focusList, save, show } from "./actions.ts";
import { RemarkForm } from "./RemarkForm.tsx";
import { commentsOf, listed, numberOf, threadsOf } from "./store.ts";
import { KindSign, Thread } from "./Thread.tsx";

/** Most threads listed at once. */
const MOST = 300;
const which = ["open", "resolved"] as const;

export function Comments() {
  const open = useOpenEdition();
  return open ? <Panel open={open} /> : null;
}

function Panel({ open }: { open: OpenEdition }) {
  const t = useT();
  const store = commentsOf(open);
  const state = useSelected(store, (value) => value);
  const edition = useSession((session) => session.edition);
  const page = useDesk((desk) => desk.page);
  const all = threadsOf(edition);
  const here = all.filter(({ number }) => state.whole || number === numberOf(edition, page));
  return (
    <section className="comments" aria-label={t("desk.view.comments")}>
      <div className="comments-head">
        <div className="comments-filters">
          <fieldset className="choice" aria-label={t("comments.which")}>
            {which.map((value) => (
              <button
                key={value}
                type="button"
                aria-pressed={state.which === value}
                onClick={() => store.dispatch({ which: value })}
              >
                {t(`comments.which.${value}`)}{" "}
                {here.filter(({ thread }) => (thread.resolved !== null) === (value === "resolved")).length}
              </button>
            ))}
          </fieldset>
          <button
            type="button"
            className="comments-whole"
            aria-pressed={state.whole}
            onClick={() => store.dispatch({ whole: !state.whole })}
          >
            {t("comments.whole")}
          </button>
        </div>
        <div className="comments-actions">
          <CommandButton id="comments.add" icon="comment" label="comments.add.short" />
          <CommandButton id="comments.add-query" icon="query" label="comments.add-query.short" />
        </div>
      </div>
      {state.draft ? <Writing open={open} /> : null}
      <List open={open} threads={listed(edition, state, page)} any={all.length > 0} />
      <div className="comments-foot">
        <CommandButton id="comments.copy-queries" />
      </div>
    </section>
  );
}

/** The thread that is about to be begun. */
function Writing({ open }: { open: OpenEdition }) {
  const t = useT();
  const workplace = useWorkplace();
  const store = commentsOf(open);
  const draft = useSelected(store, (state) => state.draft);
  if (!draft) return null;
  return (
    <section
      className="comments-draft"
      aria-label={t(`comments.add${draft.kind === "query" ? "-query" : ""}`)}
    >
      <p className="comments-quote" data-kind={draft.kind}>
        <KindSign kind={draft.kind} />
        <q lang="zh-Hans">{shortened(draft.quote)}</q>
      </p>
      <RemarkForm
        key={`${draft.from} ${draft.to} ${draft.kind}`}
        label={t(`comments.text.${draft.kind}`)}
        onSave={(text) => {
          save(workplace, open, draft, text);
          focusList();
        }}
        onCancel={() => store.dispatch({ draft: null })}
      />
    </section>
  );
}

interface ListProps {
  readonly open: OpenEdition;
  readonly threads: readonly StandingThread[];
  /** There are threads that are not listed, perhaps. */
  readonly any: boolean;
}

function List({ open, threads, any }: ListProps) {
  const t = useT();
  const workplace = useWorkplace();
  const mark = useDesk((state) => state.mark);
  const edition = useSession((state) => state.edition);
  const state = useSelected(commentsOf(open), (value) => value);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mark)
      list.current
        ?.querySelector(`[data-thread="${CSS.escape(mark)}"]`)
        ?.scrollIntoView({ block: "nearest" });
  }, [mark]);

  const groups = Map.groupBy(
    threads.slice(0, MOST),
    ({ thread, places }) => places[0]?.block ?? thread.block,
  );
  if (threads.length === 0) {
    const caps = (id: string) => keyCaps(commandById(id)?.keys?.[0] ?? "").join(" ");
    const values = { comment: caps("comments.add"), query: caps("comments.add-query") };
    const key = !any
      ? "comments.empty"
      : state.which === "open"
        ? "comments.empty.page"
        : "comments.empty.resolved";
    return state.draft ? (
      <div className="comments-empty" />
    ) : (
      <p className="comments-empty">{t(key, values)}</p>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of threads is no fieldset
    <div
      ref={list}
      className="comments-list"
      data-keys="comments"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is walked by keys, which the command table has
      tabIndex={0}
      role="group"
      aria-label={t("comments.list")}
    >
      {[...groups].map(([block, group]) => {
        const [{ number, headline } = { number: "", headline: "" }] = group;
        return (
          <section key={block}>
            <h3>{t("comments.group", { page: number, headline: headline || t("comments.untitled") })}</h3>
            {group.map((one) => (
              <Thread
                key={one.thread.id}
                open={open}
                one={one}
                words={anchoredText(edition, one.places)}
                front={one.thread.id === mark}
                onShow={() => show(workplace, open, one)}
              />
            ))}
          </section>
        );
      })}
      {threads.length > MOST ? (
        <p className="hint">{t("comments.more", { n: threads.length - MOST })}</p>
      ) : null}
    </div>
  );
}
