/** The galley (小样): the article as a text to be written, in the lines it will print in. React mounts it, no more. */
import { useEffect, useRef, useState } from "react";
import "prosemirror-view/style/prosemirror.css";
import "./editor.css";
import { locate } from "../../core/edition/outline.ts";
import { useSelected } from "../desk/store.ts";
import { useDispatch, useOpenEdition, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { loadBodyFace } from "./body-face.ts";
import { editorStore } from "./editor-state.ts";
import { FindPanel } from "./FindPanel.tsx";
import { GalleyHead } from "./GalleyHead.tsx";
import { GalleyView } from "./galley-view.ts";
import type { Measure } from "./measure.ts";
import { type Target, useTarget } from "./target.ts";

declare global {
  interface HTMLElement {
    /** The galley mounted here: for measuring, and for tests. */
    galley?: GalleyView;
  }
}

export function Galley() {
  const t = useT();
  const target = useTarget();
  const finding = useSelected(editorStore, (state) => state.finding);
  return (
    <section className="galley" aria-label={t("editor.writing")}>
      {finding ? <FindPanel /> : null}
      {target.block ? (
        <Block target={target} block={target.block} />
      ) : (
        <p className="hint">{t("editor.nothing")}</p>
      )}
    </section>
  );
}

/** Widest cell of a character in px, and the narrowest that is still read at ease. */
const CELL = { most: 17, least: 12 } as const;
/** Left and right of the text, and the column of labels (editor.css, `--label`), in px. */
const MARGINS = 36;
const LABELS = { zh: 52, en: 68 } as const;

function Block({ target, block }: { target: Target; block: string }) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const mount = useRef<HTMLDivElement>(null);
  const [galley, setGalley] = useState<GalleyView | null>(null);

  useEffect(() => void loadBodyFace(workplace.client).catch(() => {}), [workplace]);

  useEffect(() => {
    const place = mount.current;
    if (!open || !place || !locate(open.session.state.edition, block)) return;
    // Known from its observer: to ask at every key would lay the panel out.
    let width = place.clientWidth;
    let last: Measure | null = null;
    const onMeasure = (measure: Measure) => {
      last = measure;
      const { characters, lead } = measure;
      const alone = width - MARGINS;
      const beside = alone - LABELS[workplace.state.snapshot().locale];
      const wide = characters * CELL.least > beside;
      const room = wide ? alone : beside;
      const cell = Math.min(CELL.most, Math.max(CELL.least, Math.floor((room / (characters + 0.8)) * 2) / 2));
      place.style.setProperty("--measure", String(characters));
      place.style.setProperty("--cell", `${cell}px`);
      place.style.setProperty("--lead", lead.toFixed(2));
      place.dataset.wide = String(wide);
      place.dataset.runIn = String(lead > 0 && !wide);
    };
    const observer = new ResizeObserver(() => {
      if (width === place.clientWidth) return;
      width = place.clientWidth;
      if (last) onMeasure(last);
    });
    observer.observe(place);
    const houseWidth = () => editorStore.snapshot().houseWidth;
    const made = new GalleyView(workplace, open, block, { t, mount: place, houseWidth, onMeasure });
    place.galley = made;
    setGalley(made);
    editorStore.dispatch({ type: "galley", galley: made });
    return () => {
      editorStore.dispatch({ type: "galley", galley: null });
      setGalley(null);
      observer.disconnect();
      delete place.galley;
      made.close();
    };
  }, [workplace, open, block, t]);

  useEffect(() => {
    if (galley?.block === block && target.at) galley.select(target.at.from, target.at.to, target.at.focus);
  }, [galley, block, target.at]);

  return (
    <>
      <GalleyHead block={block} galley={galley} />
      <div ref={mount} className="galley-mount" />
      <Elsewhere block={block} />
    </>
  );
}

/** A continuation shows its headline only: its text is the article's, and is written there. */
function Elsewhere({ block }: { block: string }) {
  const t = useT();
  const dispatch = useDispatch();
  const edition = useSession((state) => state.edition);
  const found = locate(edition, block);
  const article = found?.node.attrs.article ? locate(edition, found.node.attrs.article as string) : null;
  if (!article) return null;
  const headline = article.node.children.find((child) => child.type.name === "headline")?.textContent ?? "";
  return (
    <p className="galley-elsewhere">
      {t("editor.elsewhere", { page: article.page.attrs.number as string, headline })}
      <button
        type="button"
        className="button"
        onClick={() =>
          dispatch({ type: "caret", page: article.page.attrs.id as string, pos: article.pos + 2 })
        }
      >
        {t("editor.go-to-article")}
      </button>
    </p>
  );
}
