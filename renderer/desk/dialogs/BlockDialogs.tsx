/** Small questions about a block: where to jump or move to, what to swap with. */
import { useState } from "react";
import { isPageNumber, swapBlocks } from "../../../core/edition/commands.ts";
import { headlineOf } from "../../../core/edition/headline.ts";
import { readJumps } from "../../../core/edition/jumps.ts";
import { locate } from "../../../core/edition/outline.ts";
import { useT } from "../../i18n/locale.tsx";
import { jumpTo, moveTo } from "../../sheet/layout-commands.ts";
import { Ask } from "../parts/Ask.tsx";
import { SelectField, TextField } from "../parts/fields.tsx";
import { useDispatch, useOpenSession, useSession } from "../workplace.ts";

/** Pages but `own`, and one that does not exist yet. */
function PageChoice(props: {
  own: string;
  value: string;
  onChange: (value: string) => void;
  allowNew: boolean;
}) {
  const t = useT();
  const pages = useSession((state) => state.edition.pages);
  const known = pages.map((page) => page.attrs.number as string).filter((number) => number !== props.own);
  const [other, setOther] = useState(known.length === 0);
  return (
    <>
      <SelectField
        label={t("desk.target-page")}
        value={other ? "" : props.value}
        options={[
          ...pages
            .filter((page) => page.attrs.number !== props.own)
            .map((page): [string, string] => [page.attrs.number, `${page.attrs.number} ${page.attrs.title}`]),
          ...(props.allowNew ? [["", t("desk.target-page.new")] as [string, string]] : []),
        ]}
        onChange={(value) => {
          setOther(value === "");
          props.onChange(value);
        }}
      />
      {other && props.allowNew ? (
        <TextField
          label={t("desk.page-number")}
          value={props.value}
          onChange={(value) => props.onChange(value.trim().toUpperCase())}
        />
      ) : null}
    </>
  );
}

export function JumpDialog({ article, onClose }: { article: string; onClose: () => void }) {
  const t = useT();
  const dispatch = useDispatch();
  const session = useOpenSession();
  const edition = useSession((state) => state.edition);
  const found = locate(edition, article);
  const own = (found?.page.attrs.number as string | undefined) ?? "";
  const first = edition.pages.map((page) => page.attrs.number as string).find((number) => number > own);
  const [target, setTarget] = useState(
    first ?? edition.pages.find((p) => p.attrs.number !== own)?.attrs.number ?? "",
  );
  if (!found) return null;
  const insert = () => {
    onClose();
    if (!session.dispatch(jumpTo(article, target), { label: "desk.jump" })) return;
    const jump = readJumps(session.state.edition).all.findLast((candidate) => candidate.article === article);
    const block = jump?.continuation ? locate(session.state.edition, jump.continuation.id) : null;
    const placed = Boolean(block?.node.attrs.place);
    dispatch({
      type: "notice",
      notice: {
        tone: placed ? "ok" : "warn",
        key: placed ? "desk.jump.done" : "desk.jump.unplaced",
        values: { line: jump?.line ?? "", page: target },
        passing: true,
      },
    });
  };
  return (
    <Ask
      title={t("desk.jump.title")}
      confirm={t("desk.jump.insert")}
      ready={isPageNumber(target) && target !== own}
      onConfirm={insert}
      onClose={onClose}
    >
      <p className="quote">{headlineOf(edition, found.node)}</p>
      <PageChoice own={own} value={target} onChange={setTarget} allowNew />
      <p className="hint">{t("desk.jump.about")}</p>
    </Ask>
  );
}

export function MoveDialog({ block, onClose }: { block: string; onClose: () => void }) {
  const t = useT();
  const dispatch = useDispatch();
  const session = useOpenSession();
  const edition = useSession((state) => state.edition);
  const found = locate(edition, block);
  const own = (found?.page.attrs.number as string | undefined) ?? "";
  const [target, setTarget] = useState<string>(
    edition.pages.find((p) => p.attrs.number !== own)?.attrs.number ?? "",
  );
  if (!found) return null;
  const move = () => {
    onClose();
    if (!session.dispatch(moveTo(block, target), { label: "desk.move-to-page" })) return;
    const after = locate(session.state.edition, block);
    if (!after) return;
    dispatch({ type: "page", page: after.page.attrs.id });
    dispatch({ type: "block", block });
    if (!after.node.attrs.place)
      dispatch({
        type: "notice",
        notice: { tone: "warn", key: "desk.page-full", values: {}, passing: true },
      });
  };
  return (
    <Ask
      title={t("desk.move.title")}
      confirm={t("desk.move.do")}
      ready={edition.pages.some((page) => page.attrs.number === target) && target !== own}
      onConfirm={move}
      onClose={onClose}
    >
      <p className="quote">{headlineOf(edition, found.node)}</p>
      <PageChoice own={own} value={target} onChange={setTarget} allowNew={false} />
      <p className="hint">{t("desk.move.about")}</p>
    </Ask>
  );
}

export function SwapDialog({ block, onClose }: { block: string; onClose: () => void }) {
  const t = useT();
  const session = useOpenSession();
  const edition = useSession((state) => state.edition);
  const found = locate(edition, block);
  const others =
    found?.page.children.filter(
      (other) => other.attrs.place && other.attrs.id !== block && other.type.name !== "masthead",
    ) ?? [];
  const [other, setOther] = useState<string>(others[0]?.attrs.id ?? "");
  if (!found) return null;
  return (
    <Ask
      title={t("desk.swap.title")}
      confirm={t("desk.swap.do")}
      ready={other !== ""}
      onConfirm={() => {
        onClose();
        session.dispatch(swapBlocks(block, other), { label: "desk.swap" });
      }}
      onClose={onClose}
    >
      <p className="quote">{headlineOf(edition, found.node)}</p>
      <SelectField
        label={t("desk.swap.with")}
        value={other}
        options={others.map((node): [string, string] => [
          node.attrs.id,
          headlineOf(edition, node) || t(`desk.kind.${node.type.name}`),
        ])}
        onChange={setOther}
      />
    </Ask>
  );
}
