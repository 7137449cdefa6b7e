/** Find and replace across the edition: matches by page and article, one replaced at a time or all as one event. */
import {
  type FormEvent,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { find, type Match, replaceMatches } from "../../core/edition/find.ts";
import { Check } from "../desk/parts/fields.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { useSelected } from "../desk/store.ts";
import { useDispatch, useOpenSession, useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { editorStore } from "./editor-state.ts";

/** Matches listed at most; all are counted, walked and replaced. */
const LISTED = 200;

export function FindPanel() {
  const t = useT();
  const id = useId();
  const session = useOpenSession();
  const dispatch = useDispatch();
  const reading = useDeferredValue(useSession((state) => state.reading));
  const asked = useSelected(editorStore, (state) => state.asked);
  const [query, setQuery] = useState("");
  const [replacement, setReplacement] = useState("");
  const [ignoreCase, setIgnoreCase] = useState(true);
  const [foldWidth, setFoldWidth] = useState(true);
  const [at, setAt] = useState(-1);
  const [said, setSaid] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const matches = useMemo(
    () => find(reading, query, { ignoreCase, foldWidth }),
    [reading, query, ignoreCase, foldWidth],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again takes the focus back
  useEffect(() => {
    field.current?.select();
  }, [asked]);

  const show = (match: Match | undefined, index: number) => {
    setAt(index);
    if (!match) return;
    dispatch({ type: "page", page: match.page });
    const from = match.pos + 1 + match.from;
    editorStore.dispatch({
      type: "show",
      page: match.page,
      from,
      to: from + match.text.length,
      focus: false,
    });
  };
  const step = (by: 1 | -1) => {
    if (matches.length === 0) return;
    const next = at < 0 ? (by > 0 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length;
    show(matches[next], next);
  };
  const replaceOne = () => {
    const match = matches[at];
    if (!match) return step(1);
    if (!session.dispatch(replaceMatches([match], replacement), { label: "editor.replace" })) return;
    setSaid(t("editor.find.replaced", { n: 1 }));
    // The next match, in the text as it is now.
    const rest = find(session.state.reading, query, { ignoreCase, foldWidth });
    const behind = rest.findIndex(
      (other) =>
        other.page === match.page &&
        (other.pos > match.pos || (other.pos === match.pos && other.from >= match.from + replacement.length)),
    );
    const next = behind >= 0 ? behind : rest.findIndex((other) => other.number > match.number);
    show(rest[next], next);
    // The button goes with the last match; the keyboard stays here.
    if (rest.length === 0) field.current?.focus();
  };
  const replaceAll = () => {
    if (session.dispatch(replaceMatches(matches, replacement), { label: "editor.replace-all" }))
      setSaid(t("editor.find.replaced", { n: matches.length }));
    setAt(-1);
    field.current?.focus();
  };
  const close = () => {
    editorStore.dispatch({ type: "close-find" });
    editorStore.snapshot().galley?.view.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    replaceOne();
  };
  const count =
    query === "" || (said && matches.length === 0)
      ? ""
      : matches.length === 0
        ? t("editor.find.none")
        : t(at < 0 ? "editor.find.count" : "editor.find.at", { at: at + 1, n: matches.length });

  return (
    <search className="find-panel" aria-label={t("editor.find")}>
      <form onSubmit={submit} onKeyDown={onKeyDown}>
        <div className="find-row">
          <label htmlFor={`${id}-query`}>{t("editor.find.query")}</label>
          <input
            ref={field}
            id={`${id}-query`}
            type="text"
            value={query}
            lang="zh-Hans"
            autoComplete="off"
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(-1);
              setSaid("");
            }}
          />
          <button type="button" className="icon-button" aria-label={t("desk.dialog.close")} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <div className="find-row">
          <label htmlFor={`${id}-replacement`}>{t("editor.find.replacement")}</label>
          <input
            id={`${id}-replacement`}
            type="text"
            value={replacement}
            lang="zh-Hans"
            autoComplete="off"
            onChange={(event) => setReplacement(event.target.value)}
          />
        </div>
        <div className="find-options">
          <Check label={t("editor.find.ignore-case")} checked={ignoreCase} onChange={setIgnoreCase} />
          <Check label={t("editor.find.fold-width")} checked={foldWidth} onChange={setFoldWidth} />
        </div>
        <div className="find-actions">
          <button type="button" className="button" disabled={matches.length === 0} onClick={() => step(-1)}>
            {t("editor.find.previous")}
          </button>
          <button type="button" className="button" disabled={matches.length === 0} onClick={() => step(1)}>
            {t("editor.find.next")}
          </button>
          <button type="submit" className="button" disabled={matches.length === 0 || session.readOnly}>
            {t("editor.find.replace-one")}
          </button>
          <button
            type="button"
            className="button"
            disabled={matches.length === 0 || session.readOnly}
            onClick={replaceAll}
          >
            {t("editor.find.replace-all")}
          </button>
        </div>
        <p className="find-count" role="status">
          {[said, count].filter(Boolean).join(" ")}
        </p>
      </form>
      {matches.length > 0 ? (
        <Results matches={matches} at={at} onChoose={(index) => show(matches[index], index)} />
      ) : null}
    </search>
  );
}

function Results(props: { matches: readonly Match[]; at: number; onChoose: (index: number) => void }) {
  const t = useT();
  const { matches, at, onChoose } = props;
  const current = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one in front has changed
  useEffect(() => {
    // In braces: newer Chromium answers with a promise, which is no clean-up.
    current.current?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const listed = matches.slice(0, LISTED).map((match, index) => ({ match, index }));
  const groups = Map.groupBy(listed, ({ match }) => match.block);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area is reached with the keyboard
    <section className="find-results" tabIndex={0} aria-label={t("editor.find.results")}>
      {[...groups].map(([block, own]) => (
        <section key={block}>
          <h3>
            <b>{own[0]?.match.number}</b> {own[0]?.match.headline}
          </h3>
          <ul>
            {own.map(({ match, index }) => (
              <li key={`${match.pos} ${match.from}`}>
                <button
                  ref={index === at ? current : null}
                  type="button"
                  aria-current={index === at ? "true" : undefined}
                  onClick={() => onChoose(index)}
                >
                  {match.before}
                  <mark>{match.text}</mark>
                  {match.after}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {matches.length > LISTED ? (
        <p className="hint">{t("editor.find.more", { n: matches.length - LISTED })}</p>
      ) : null}
    </section>
  );
}
