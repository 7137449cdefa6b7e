/** How the parts look while they are edited: plain DOM whose attributes never change while text is being written. */
import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, NodeViewConstructor } from "prosemirror-view";
import { isPageNumber, setJumpTarget } from "../../core/edition/commands.ts";
import type { Translate } from "../i18n/locale.tsx";
import type { Session } from "../session/session.ts";

/** A field: its label in a column at the left (drawn by CSS from the attribute), its text beside it. */
const field =
  (t: Translate): NodeViewConstructor =>
  (node) => {
    const name = node.type.name;
    const dom = document.createElement("div");
    dom.className = `part part-${name}`;
    dom.dataset.part = name;
    dom.dataset.label = t(`editor.part.${name}`);
    dom.setAttribute("role", "group");
    dom.setAttribute("aria-label", t(`editor.part.${name}`));
    const contentDOM = document.createElement("div");
    contentDOM.className = "part-text";
    contentDOM.dataset.hint = t(`editor.hint.${name}`);
    dom.append(contentDOM);
    return { dom, contentDOM };
  };

const picture =
  (t: Translate): NodeViewConstructor =>
  () => {
    const dom = document.createElement("div");
    dom.className = "part-figure";
    dom.setAttribute("role", "group");
    dom.setAttribute("aria-label", t("desk.kind.picture"));
    const head = document.createElement("div");
    head.className = "part-figure-head";
    head.contentEditable = "false";
    head.textContent = t("desk.kind.picture");
    const contentDOM = document.createElement("div");
    dom.append(head, contentDOM);
    return { dom, contentDOM };
  };

/** The jump as it will be printed, with the page it leads to as a choice. */
class JumpView implements NodeView {
  readonly dom = document.createElement("div");
  readonly #line = document.createElement("span");
  readonly #said = document.createElement("span");
  readonly #target = document.createElement("select");
  readonly #session: Session;
  readonly #t: Translate;
  #node: Node;

  constructor(node: Node, session: Session, t: Translate) {
    this.#node = node;
    this.#session = session;
    this.#t = t;
    this.dom.className = "part-jump";
    this.dom.contentEditable = "false";
    this.#line.className = "jump-line";
    this.#said.className = "jump-said";
    this.#target.setAttribute("aria-label", t("editor.jump.target"));
    this.#target.disabled = session.readOnly;
    this.#target.addEventListener("change", () => {
      const target = this.#target.value;
      const command = setJumpTarget(this.#node.attrs.id as string, target);
      if (isPageNumber(target)) session.dispatch(command, { label: "editor.jump.target" });
      this.refresh();
    });
    this.dom.append(this.#line, this.#said, this.#target);
    this.refresh();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.refresh();
    return true;
  }

  /** The printed line hangs on other articles too: told after every change of the edition. */
  refresh(): void {
    const { edition, reading } = this.#session.state;
    const facts = reading.jumps.byId.get(this.#node.attrs.id as string);
    this.#line.textContent = facts?.line ?? "";
    const said = facts?.literal?.text ?? "";
    this.#said.textContent = said ? this.#t("editor.jump.said", { text: said }) : "";
    const own = facts?.from;
    const pages = edition.pages.map((page) => page.attrs.number as string).filter((page) => page !== own);
    const target = this.#node.attrs.target as string;
    if (!pages.includes(target)) pages.push(target);
    if (pages.join() !== [...this.#target.options].map(({ value }) => value).join())
      this.#target.replaceChildren(
        ...pages.map((page) => new Option(this.#t("editor.jump.to", { page }), page)),
      );
    this.#target.value = target;
  }

  focus(): void {
    this.#target.focus();
  }
  selectNode(): void {
    this.dom.classList.add("selected");
  }
  deselectNode(): void {
    this.dom.classList.remove("selected");
  }
  stopEvent(event: Event): boolean {
    return event.target === this.#target;
  }
  ignoreMutation(): boolean {
    return true;
  }
}

export interface PartViews {
  readonly nodeViews: Readonly<Record<string, NodeViewConstructor>>;
  /** Words every jump's line anew. */
  refreshJumps(): void;
  /** Moves the focus to the choice of the first jump. False where there is none. */
  focusJump(view: EditorView): boolean;
}

const fields = [
  "kicker",
  "headline",
  "deck",
  "series",
  "byline",
  "dateline",
  "caption",
  "credit",
  "crosshead",
];

export function partViews(session: Session, t: Translate): PartViews {
  const jumps = new Set<JumpView>();
  return {
    nodeViews: {
      ...Object.fromEntries(fields.map((name) => [name, field(t)])),
      picture: picture(t),
      jump(node) {
        const view = new JumpView(node, session, t);
        jumps.add(view);
        return Object.assign(view, { destroy: () => void jumps.delete(view) });
      },
    },
    refreshJumps() {
      for (const jump of jumps) jump.refresh();
    },
    focusJump() {
      const [first] = jumps;
      first?.focus();
      return first !== undefined;
    },
  };
}
