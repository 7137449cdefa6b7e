/**
 * One block of a page as a document to be written in: ProseMirror outside React, kept equal to the session.
 *
 * The view's document is the block itself, not its page: a selection cannot leave it, "select all" means the article,
 * and layout changes around it never touch its DOM. A step goes out moved by the block's position (StepMap.offset);
 * whatever else changes the block comes back as the difference between what is shown and what is so.
 *
 * While an input method composes, and for SETTLING ms after, nothing goes out and nothing comes in: what was composed
 * is one step in the log, never its pinyin.
 */
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { type Command, EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { type Step, StepMap } from "prosemirror-transform";
import { EditorView } from "prosemirror-view";
import { locate } from "../../core/edition/outline.ts";
import { endOfChange, reconciliation } from "../../core/edition/reconcile.ts";
import type { Workplace } from "../desk/workplace.ts";
import type { Translate } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import type { SessionState } from "../session/session.ts";
import { galleyProps } from "./galley-props.ts";
import { galleyKeys } from "./keys.ts";
import { lineMarks, lineMarksPlugin, markLines, oversetFrom } from "./line-marks.ts";
import { type Measure, measureOf } from "./measure.ts";
import { partViews } from "./part-views.ts";
import { copying, cutting, pasteProps } from "./paste-events.ts";
import { type GalleyContext, pluginsFor } from "./plugins.ts";
import { type PrintedText, printedText } from "./printed.ts";
import { hideSelection, showSelection } from "./shown-selection.ts";
import { TypingGroup } from "./typing-group.ts";

/** How long after its end a composition may still change the DOM, in ms (measured in Chromium). */
const SETTLING = 60;
/** Meta of a transaction that brings a change from outside. */
const OUTSIDE = "from outside";
/** Meta of a transaction that is a command: its label, a catalogue key. It is undone alone. */
export const LABEL = "label";
/** Meta of a labelled transaction that is undone together with what else is said of this group. */
const GROUP = "group";

interface Options {
  readonly t: Translate;
  readonly mount: HTMLElement;
  /** What is pasted is set to the house's widths. */
  readonly houseWidth: () => boolean;
  /** Told after every composition of the sheet, never while an input method composes. */
  readonly onMeasure: (measure: Measure) => void;
}

export class GalleyView implements GalleyContext {
  readonly workplace: Workplace;
  readonly open: OpenEdition;
  readonly block: string;
  readonly view: EditorView;
  /** The block as the session has it, as far as the view knows. */
  #base: Node;
  #page: string;
  /** Page position at which the view's document begins. */
  #origin: number;
  #held = false;
  #release: ReturnType<typeof setTimeout> | null = null;
  #sending = false;
  #closed = false;
  readonly #typing = new TypingGroup();
  #seen: SessionState;
  #printed: PrintedText = { lines: [], last: null, width: null };
  #over = false;
  readonly #waiting: (() => void)[] = [];
  readonly #parts: ReturnType<typeof partViews>;
  readonly #onMeasure: (measure: Measure) => void;
  readonly #unsubscribe: () => void;

  /** Throws a RangeError where there is no such block. */
  constructor(
    workplace: Workplace,
    open: OpenEdition,
    block: string,
    { t, mount, houseWidth, onMeasure }: Options,
  ) {
    this.workplace = workplace;
    this.open = open;
    this.block = block;
    this.#seen = open.session.state;
    const found = locate(this.#seen.edition, block);
    if (!found) throw new RangeError(`there is no block ${block}`);
    this.#base = found.node;
    this.#page = found.page.attrs.id as string;
    this.#origin = found.pos + 1;
    this.#parts = partViews(open.session, t);
    this.#onMeasure = onMeasure;
    // A plugin may ask for the galley as it is made, before there is a view.
    this.view = new EditorView(mount, {
      state: EditorState.create({
        doc: found.node,
        plugins: [keymap(galleyKeys), lineMarksPlugin(), ...pluginsFor(this)],
      }),
      nodeViews: { ...this.#parts.nodeViews },
      scrollMargin: { top: 32, bottom: 64, left: 0, right: 0 },
      scrollThreshold: { top: 32, bottom: 64, left: 0, right: 0 },
      dispatchTransaction: (tr) => this.#dispatch(tr),
      ...galleyProps(open.session, t("editor.galley"), {
        hold: () => this.#hold(),
        release: () => this.#freeSoon(),
        // A shortcut finds the document as it is shown.
        settle: () => {
          if (!this.view.composing) this.#free();
        },
        left: () => {
          if (!this.#held) showSelection(this.view);
        },
        entered: () => {
          hideSelection();
          this.#tellBlock();
          this.#tellSelection();
        },
        taken: (how) => (how === "cut" ? cutting(this, this.view) : copying(this)),
      }),
      ...pasteProps({ workplace, open, houseWidth }),
    });
    this.#unsubscribe = open.session.subscribe(() => this.#look());
    this.#print();
  }

  get page(): string {
    return this.#page;
  }
  get held(): boolean {
    return this.#held;
  }
  get state(): EditorState {
    return this.view.state;
  }

  fromPage(page: string, pos: number): number | null {
    const own = pos - this.#origin;
    return page === this.#page && own >= 0 && own <= this.#base.content.size ? own : null;
  }
  toPage(pos: number): number {
    return pos + this.#origin;
  }
  whenFree(work: () => void): void {
    if (this.#held) this.#waiting.push(work);
    else work();
  }

  /** Runs an editing command. False where it does not apply. */
  run(command: Command, label: string): boolean {
    if (this.#held || this.open.session.readOnly) return false;
    const done = command(this.view.state, (tr) => this.view.dispatch(tr.setMeta(LABEL, label)), this.view);
    this.view.focus();
    return done;
  }

  /** Puts the caret (or selection) at positions of the page, in view; `focus` takes the keyboard too. */
  select(from: number, to: number, focus: boolean): void {
    this.whenFree(() => {
      const { doc } = this.view.state;
      const at = (pos: number) => doc.resolve(Math.max(0, Math.min(doc.content.size, pos - this.#origin)));
      const selection = TextSelection.between(at(from), at(to));
      this.view.dispatch(this.view.state.tr.setSelection(selection).scrollIntoView());
      if (focus) this.view.focus();
      else if (!this.view.hasFocus()) showSelection(this.view);
      this.#tellSelection(true);
    });
  }

  /** Some of the text finds no room where it is placed. */
  get hasOverset(): boolean {
    return this.#over;
  }

  /** Puts the caret before the text that finds no room. */
  goToOverset(): void {
    const from = oversetFrom(this.#printed, this.#origin);
    if (this.#over && from !== null) this.select(from + this.#origin, from + this.#origin, true);
  }

  focusJump(): boolean {
    return this.#parts.focusJump(this.view);
  }

  close(): void {
    this.#free();
    this.#closed = true;
    if (this.#release) clearTimeout(this.#release);
    this.#unsubscribe();
    hideSelection();
    this.view.destroy();
    const { state } = this.workplace;
    if (state.snapshot().selection) state.dispatch({ type: "selection", selection: null });
  }

  // ——— Out ———

  #dispatch(tr: Transaction): void {
    const { state } = this.view;
    const next = state.apply(tr);
    this.view.updateState(next);
    if (tr.getMeta(OUTSIDE)) return;
    if (tr.docChanged && !this.#held) {
      const label = tr.getMeta(LABEL) as string | undefined;
      const group = tr.getMeta(GROUP) as string | undefined;
      this.#send(tr.steps, label ?? "editor.typing", label ? (group ?? "") : this.#typing.group());
    } else if (tr.selectionSet && !tr.docChanged) this.#typing.end();
    if (!this.#held && (tr.docChanged || tr.selectionSet)) this.#tellSelection();
  }

  #send(steps: readonly Step[], label: string, group: string): void {
    if (label !== "editor.typing") this.#typing.end();
    const found = locate(this.open.session.state.edition, this.block);
    if (!found || steps.length === 0) return;
    const moved = steps.flatMap((step) => step.map(StepMap.offset(found.pos + 1)) ?? []);
    const { state } = this.open.session;
    this.#sending = true;
    try {
      this.open.session.apply([{ kind: "steps", page: found.page.attrs.id, steps: moved }], { label, group });
    } finally {
      // Also where it was refused: the view then shows what is so.
      this.#sending = false;
      if (this.open.session.state === state) this.#take(state, state);
      this.#look();
    }
  }

  #tellSelection(always = false): void {
    if (!always && !this.view.hasFocus()) return;
    const { from, to } = this.view.state.selection;
    const selection = { page: this.#page, from: this.toPage(from), to: this.toPage(to) };
    const known = this.workplace.state.snapshot().selection;
    if (known?.page === selection.page && known.from === selection.from && known.to === selection.to) return;
    this.workplace.state.dispatch({ type: "selection", selection });
  }

  /** Commands on blocks are about the one that is being written; a continuation of it may stay selected. */
  #tellBlock(): void {
    const { state } = this.workplace;
    const { block } = state.snapshot();
    if (block === this.block) return;
    const found = block ? locate(this.open.session.state.edition, block) : null;
    if (found?.node.attrs.article === this.block) return;
    if (state.snapshot().page === this.#page) state.dispatch({ type: "block", block: this.block });
  }

  // ——— In ———

  /** The session has changed. */
  #look(): void {
    if (this.#sending || this.#held || this.#closed) return;
    const { state } = this.open.session;
    const before = this.#seen;
    if (state === before) return;
    this.#seen = state;
    if (state.edition !== before.edition) this.#take(state, before);
    if (state.reading.jumps !== before.reading.jumps) this.#parts.refreshJumps();
    if (state.sheets !== before.sheets) this.#print();
  }

  #take(state: SessionState, before: SessionState): void {
    const found = locate(state.edition, this.block);
    // Gone: the galley is closed by whoever opened it.
    if (!found) return;
    this.#page = found.page.attrs.id as string;
    this.#origin = found.pos + 1;
    this.#base = found.node;
    const { doc } = this.view.state;
    const difference = reconciliation(doc, found.node);
    if (!difference.docChanged) return;
    const tr = this.view.state.tr.setMeta(OUTSIDE, true);
    for (const step of difference.steps) tr.step(step);
    const travelled = state.history.undone.length !== before.history.undone.length;
    const end = travelled ? endOfChange(doc, found.node) : null;
    if (end !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)).scrollIntoView();
    this.#typing.end();
    this.view.dispatch(tr);
    this.#tellSelection();
  }

  /** Shows the printed lines of the newest sheets. */
  #print(): void {
    const { sheets, edition } = this.open.session.state;
    const { doc } = this.view.state;
    this.#printed = printedText(sheets, this.#page, this.#origin, this.#origin + doc.content.size);
    this.#over = sheets.some((sheet) =>
      sheet.fits.some((fit) => (fit.article ?? fit.block) === this.block && fit.characters > 0),
    );
    const marks = markLines(doc, this.#printed, this.#origin, this.#over);
    this.view.dispatch(this.view.state.tr.setMeta(lineMarks, marks).setMeta(OUTSIDE, true));
    this.#onMeasure(measureOf(this.#printed, doc, this.#origin, edition.style.grid));
  }

  // ——— Input methods ———

  #hold(): void {
    if (this.#release) clearTimeout(this.#release);
    this.#release = null;
    this.#held = true;
    this.open.session.setComposing(true);
  }

  #freeSoon(): void {
    if (this.#release) clearTimeout(this.#release);
    this.#release = setTimeout(() => {
      this.#release = null;
      if (this.view.composing) this.#freeSoon();
      else this.#free();
    }, SETTLING);
  }

  /** What was composed goes out as one step, past whatever came in meanwhile; then the rest comes in. */
  #free(): void {
    if (!this.#held) return;
    if (this.#release) clearTimeout(this.#release);
    this.#release = null;
    this.#held = false;
    const composed = reconciliation(this.#base, this.view.state.doc);
    const found = locate(this.open.session.state.edition, this.block);
    if (composed.docChanged && found) {
      const meanwhile = reconciliation(this.#base, found.node);
      const steps = composed.steps.flatMap((step) => step.map(meanwhile.mapping) ?? []);
      this.#send(steps, "editor.typing", this.#typing.group());
    }
    this.#look();
    this.open.session.setComposing(false);
    this.#tellSelection();
    for (const work of this.#waiting.splice(0)) work();
  }
}
