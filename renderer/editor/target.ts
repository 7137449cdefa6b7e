/** Which block the galley shows, and where its caret is wanted: the last place that was pointed at, anywhere. */
import type { Node } from "prosemirror-model";
import { useEffect, useState } from "react";
import type { Edition } from "../../core/edition/edition.ts";
import { inReadingOrder } from "../../core/edition/jumps.ts";
import { locate } from "../../core/edition/outline.ts";
import type { DeskState, DocPlace } from "../desk/state.ts";
import { useDesk, useOpenSession, useSession, useWorkplace } from "../desk/workplace.ts";
import { editorStore } from "./editor-state.ts";

export interface Target {
  readonly block: string | null;
  /** Positions of the page `page` to be selected there. */
  readonly at: {
    readonly page: string;
    readonly from: number;
    readonly to: number;
    readonly focus: boolean;
  } | null;
}

/** Blocks with text of their own. */
const isWritten = (node: Node) => node.type.name !== "masthead";

/** The block of the page document that holds a position. */
export function blockAt(edition: Edition, { page, pos }: DocPlace): Node | null {
  const doc = edition.pages.find((candidate) => candidate.attrs.id === page);
  if (!doc || pos < 0 || pos > doc.content.size) return null;
  const { node } = doc.childAfter(Math.min(pos, doc.content.size - 1));
  return node && isWritten(node) ? node : null;
}

function firstTarget(edition: Edition, state: DeskState): Target {
  const own = state.block ? locate(edition, state.block) : null;
  const caret = state.caret && blockAt(edition, state.caret);
  // A click that opened this view: its caret is in the block it selected, or in the article that goes on there.
  const here = own ? false : state.caret?.page === state.page;
  if (state.caret && caret && (here || own?.node === caret || own?.node.attrs.article === caret.attrs.id)) {
    const { page, pos } = state.caret;
    return { block: caret.attrs.id, at: { page, from: pos, to: pos, focus: true } };
  }
  return { block: own && isWritten(own.node) ? own.node.attrs.id : null, at: null };
}

/** The block to show; the first of the page in front where none was pointed at. */
export function useTarget(): Target {
  const workplace = useWorkplace();
  const session = useOpenSession();
  const pages = useSession((state) => state.edition.pages);
  const front = useDesk((state) => state.page);
  const [target, setTarget] = useState<Target>(() => {
    const { wanted } = editorStore.snapshot();
    // What was wanted before the page was turned is wanted no more.
    const block =
      wanted?.page === workplace.state.snapshot().page &&
      blockAt(session.state.edition, { page: wanted.page, pos: wanted.from });
    return block
      ? { block: block.attrs.id, at: wanted }
      : firstTarget(session.state.edition, workplace.state.snapshot());
  });

  useEffect(() => {
    let desk = workplace.state.snapshot();
    let { wanted } = editorStore.snapshot();
    const show = (page: string, from: number, to: number, focus: boolean) => {
      const block = blockAt(session.state.edition, { page, pos: from });
      if (block) setTarget({ block: block.attrs.id, at: { page, from, to, focus } });
    };
    const onDesk = () => {
      const before = desk;
      desk = workplace.state.snapshot();
      if (desk.page !== before.page && !desk.block) setTarget({ block: null, at: null });
      if (desk.caret && desk.caret !== before.caret) {
        show(desk.caret.page, desk.caret.pos, desk.caret.pos, true);
        return;
      }
      const block =
        desk.block !== before.block && desk.block ? locate(session.state.edition, desk.block) : null;
      if (block && isWritten(block.node))
        setTarget((now) => (now.block === desk.block ? now : { block: desk.block, at: null }));
    };
    const onEditor = () => {
      const before = wanted;
      wanted = editorStore.snapshot().wanted;
      if (wanted && wanted !== before) show(wanted.page, wanted.from, wanted.to, wanted.focus);
    };
    const stops = [workplace.state.subscribe(onDesk), editorStore.subscribe(onEditor)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [workplace, session]);

  const exists =
    target.block && pages.some((page) => page.children.some((node) => node.attrs.id === target.block));
  if (exists) return target;
  const page = pages.find((candidate) => candidate.attrs.id === front);
  const blocks = page ? inReadingOrder(page).filter(isWritten) : [];
  const first = blocks.find((node) => node.type.name === "article") ?? blocks[0];
  return { block: (first?.attrs.id as string | undefined) ?? null, at: null };
}
