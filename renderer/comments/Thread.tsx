/** One thread: its words, what was said, and, when it is in front, what can be done about it. */
import type { StandingThread } from "../../core/edition/comments.ts";
import { shortened } from "../../core/edition/queries.ts";
import type { Thread as CommentThread, Remark, ThreadKind } from "../../core/edition/thread.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useSelected } from "../desk/store.ts";
import { shortTime } from "../desk/words.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { answer, focusList } from "./actions.ts";
import { RemarkForm } from "./RemarkForm.tsx";
import { commentsOf } from "./store.ts";

interface ThreadProps {
  readonly open: OpenEdition;
  readonly one: StandingThread;
  /** The words it stands on now. */
  readonly words: string;
  readonly front: boolean;
  readonly onShow: () => void;
}

export function Thread({ open, one, words, front, onShow }: ThreadProps) {
  const t = useT();
  const { thread, places } = one;
  const [first, ...replies] = thread.remarks;
  const gone = places.length === 0;
  return (
    <article
      className="thread"
      data-thread={thread.id}
      data-front={front || undefined}
      data-kind={thread.kind}
    >
      <button
        type="button"
        className="thread-place"
        aria-expanded={front}
        title={gone ? t("comments.gone.about") : undefined}
        onClick={onShow}
      >
        <KindSign kind={thread.kind} />
        {gone ? (
          <span className="thread-quote">
            <em>{t("comments.gone")}</em> <del lang="zh-Hans">{shortened(thread.quote)}</del>
          </span>
        ) : (
          <q className="thread-quote" lang="zh-Hans">
            {shortened(words)}
          </q>
        )}
        {!front && replies.length > 0 ? <small>{t("comments.replies", { n: replies.length })}</small> : null}
      </button>
      <Said remark={first} short={!front} />
      {front ? (
        <>
          {!gone && words !== thread.quote ? (
            <p className="thread-was">{t("comments.was", { quote: shortened(thread.quote) })}</p>
          ) : null}
          {replies.map((remark, i) => (
            // Remarks are only ever added at the end.
            // biome-ignore lint/suspicious/noArrayIndexKey: a remark's place in its thread is what it is known by
            <Said key={i} remark={remark} />
          ))}
          <Resolved thread={thread} />
          <Answering open={open} id={thread.id} />
          <footer className="thread-foot">
            <CommandButton id={thread.resolved ? "comments.reopen" : "comments.resolve"} />
            <CommandButton id="comments.reply" />
            <span className="thread-foot-end">
              <CommandButton id="comments.remove" icon="remove" compact />
            </span>
          </footer>
        </>
      ) : (
        <Resolved thread={thread} />
      )}
    </article>
  );
}

/** By whom and when; Word keeps of a comment neither, only that it was resolved. */
function Resolved({ thread: { resolved } }: { thread: CommentThread }) {
  const t = useT();
  if (!resolved) return null;
  const { by: author, time } = resolved;
  return (
    <p className="thread-resolved">
      {author === ""
        ? t("comments.resolved-in-file")
        : t("comments.resolved-by", { author, time: shortTime(time) })}
    </p>
  );
}

/** The field for a reply, once it was asked for. */
function Answering({ open, id }: { open: OpenEdition; id: string }) {
  const t = useT();
  const store = commentsOf(open);
  const asked = useSelected(store, (state) => state.replying);
  if (asked === 0) return null;
  const close = () => {
    store.dispatch({ replying: 0 });
    focusList();
  };
  return (
    <RemarkForm
      label={t("comments.text.reply")}
      asked={asked}
      onSave={(text) => {
        answer(open, id, text);
        close();
      }}
      onCancel={close}
    />
  );
}

function Said({ remark, short = false }: { remark: Remark; short?: boolean }) {
  const t = useT();
  return (
    <div className="remark" data-short={short || undefined}>
      <p className="remark-by">
        <b>{remark.author || t("comments.no-author")}</b>
        <time dateTime={remark.time}>{shortTime(remark.time)}</time>
      </p>
      <p className="remark-text">{remark.text}</p>
    </div>
  );
}

/** 批 or 问, in its colour. */
export function KindSign({ kind }: { kind: ThreadKind }) {
  const t = useT();
  return (
    <span className="kind-sign" data-kind={kind}>
      <span aria-hidden="true">{t(`comments.sign.${kind}`)}</span>
      <span className="visually-hidden">{t(`comments.kind.${kind}`)}</span>
    </span>
  );
}
