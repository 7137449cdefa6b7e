/** The scrolled area with the sheet's canvas in it. React only mounts it; stage.ts draws and gestures.ts listens. */
import { type DragEvent, useEffect, useMemo, useRef, useState } from "react";
import "./sheet.css";
import { useMarksWithComments, useWantedComment } from "../comments/sheet-marks.ts";
import { dropOnSheet } from "../desk/flows/drop.ts";
import { CommandButton } from "../desk/parts/CommandButton.tsx";
import { useDesk, useOpenEdition, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { usePlateLayer, usePlatePointer, usePlateReveal, usePlateWords } from "../plates/on-sheet.ts";
import { FaultBar, useFaultLayer, useFaultReveal } from "../preflight/on-sheet.tsx";
import { useSheetMarks, useWantedMarks } from "../proofing/sheet-marks.ts";
import { useSignMarks, useWantedSign } from "../rounds/sheet-marks.ts";
import { union } from "./bounds.ts";
import { describeBlock } from "./describe.ts";
import { attachGestures } from "./gestures.ts";
import { rectsOf } from "./hit.ts";
import { markRects } from "./overlay.ts";
import { useRevealBlock } from "./reveal-block.ts";
import { Stage } from "./stage.ts";
import { attachSweep } from "./sweep.ts";

export function SheetPane() {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const scroller = useRef<HTMLDivElement>(null);
  const sizer = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [over, setOver] = useState(false);
  const findings = useSheetMarks();
  const signed = useSignMarks();
  const others = useMemo(() => [...findings, ...signed], [findings, signed]);
  const marks = useMarksWithComments(others);
  const latest = useRef(marks);
  latest.current = marks;

  useEffect(() => {
    const [target, inner, paper] = [scroller.current, sizer.current, canvas.current];
    if (!open || !target || !inner || !paper) return;
    const made = new Stage(workplace, open, { canvas: paper, scroller: target, sizer: inner });
    target.stage = made;
    const stop = attachGestures(workplace, open, made, target, () => latest.current);
    const stopSweep = attachSweep(workplace, open, made, target);
    setStage(made);
    return () => {
      stop();
      stopSweep();
      made.close();
      delete target.stage;
    };
  }, [workplace, open]);

  useEffect(() => stage?.setMarks(marks), [stage, marks]);
  const plates = usePlateLayer();
  useEffect(() => stage?.setPlates(plates), [stage, plates]);
  usePlatePointer(stage, scroller);
  usePlateReveal(stage);
  const faulty = useFaultLayer();
  useEffect(() => stage?.setFaults(faulty), [stage, faulty]);
  useFaultReveal(stage, faulty);
  useReveal(stage);
  useRevealBlock(stage);

  const bare = useSession(({ edition }) => edition.pages.length === 0);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const point = stage?.pointAt(event.clientX, event.clientY) ?? null;
    void dropOnSheet(workplace, [...event.dataTransfer.files], point);
  };

  return (
    <>
      <FaultBar layer={faulty} />
      <div
        ref={scroller}
        className="sheet-scroll"
        data-sheet=""
        data-over={over || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet is worked with arrow keys, as a canvas is
        tabIndex={0}
        role="application"
        aria-label={t("desk.sheet")}
        aria-describedby="sheet-said"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <div ref={sizer} className="sheet-sizer">
          <canvas ref={canvas} className="sheet-canvas" />
        </div>
      </div>
      {bare ? (
        <div className="sheet-bare">
          <p>{t("desk.no-pages")}</p>
          <CommandButton id="page.add" icon="new" />
        </div>
      ) : null}
      <SelectedBlock />
    </>
  );
}

/** The selected block in words, for those who do not see the sheet. */
function SelectedBlock() {
  const t = useT();
  const block = useDesk((state) => state.block);
  const ink = usePlateWords();
  const words = useSession(({ edition, sheets }) =>
    block ? describeBlock(t, edition, sheets, block) : t("desk.sheet.none"),
  );
  return (
    <p id="sheet-said" className="visually-hidden" aria-live="polite">
      {ink ?? words}
    </p>
  );
}

/** Brings what is selected elsewhere (galley, list of findings) into view. */
function useReveal(stage: Stage | null): void {
  const selection = useDesk((state) => state.selection);
  const page = useDesk((state) => state.page);
  const found = useWantedMarks();
  const comment = useWantedComment();
  const changed = useWantedSign();
  useEffect(() => {
    if (!stage || !selection) return;
    // With the frame: what the scrolled area measures is known then without a layout of its own.
    const frame = requestAnimationFrame(() => {
      const sheet = stage.sheet(page);
      const [rect] = sheet ? rectsOf(sheet, selection) : [];
      if (rect) stage.reveal(page, rect);
    });
    return () => cancelAnimationFrame(frame);
  }, [stage, page, selection]);
  useEffect(() => {
    const sheet = stage?.sheet(page);
    if (!sheet) return;
    const rects = [...found, ...comment, ...changed].flatMap((mark) => markRects(sheet, mark));
    if (rects[0]) stage?.reveal(page, rects[0], rects.reduce(union));
  }, [stage, page, found, comment, changed]);
}
