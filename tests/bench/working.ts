/**
 * What working in one edition costs in Node: a session as the desk has it, without a window. Two of them are worked in
 * turn by turn, so that whatever else the machine does falls on both.
 */
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { composeEdition } from "../../core/compose/compose.ts";
import { setPlace } from "../../core/edition/commands.ts";
import type { Edition } from "../../core/edition/edition.ts";
import type { Place } from "../../core/edition/place.ts";
import { schema } from "../../core/edition/schema.ts";
import { createGazetteer } from "../../core/proof/gazetteer.ts";
import { proofread } from "../../core/proof/proofread.ts";
import { allRules } from "../../core/proof/rules/all.ts";
import type { Faces } from "../../core/world.ts";
import { Session } from "../../renderer/session/session.ts";

/** What is timed, in the order it is printed. */
export const acts = ["a key, to its sheets", "proofing after it", "undo", "a block moved"] as const;
type Act = (typeof acts)[number];

export class Working {
  readonly times = new Map<Act, number[]>(acts.map((act) => [act, []]));
  readonly #session: Session;
  #frame = () => {};
  #pause = () => {};
  #keys = 0;

  constructor(edition: Edition, faces: Faces) {
    this.#session = new Session(edition, {
      compose: (now) => composeEdition(now, faces),
      proofread: (reading, { style }) =>
        proofread(reading, { gazetteer: createGazetteer(style.proof.places), style, rules: allRules }),
      append: async () => {},
      newId: () => crypto.randomUUID(),
      onFrame: (work) => {
        this.#frame = work;
        return () => {};
      },
      onPause: (work) => {
        this.#pause = work;
        return () => {};
      },
      wait: async () => {},
    });
    this.#frame();
    this.#pause();
  }

  get #page(): Node {
    return this.#session.state.edition.pages[0] as Node;
  }

  /** Twenty signs typed one after another, and undone; then a block made a line shorter and longer again. */
  round(): void {
    for (let i = 0; i < 20; i++) {
      this.#timed("a key, to its sheets", () => {
        this.#type(i);
        this.#frame();
      });
      this.#timed("proofing after it", () => this.#pause());
    }
    for (let i = 0; i < 20; i++)
      this.#timed("undo", () => {
        this.#session.undo();
        this.#frame();
      });
    const block = this.#page.children.find(({ type }) => type.name === "article") as Node;
    const place = block.attrs.place as Place;
    for (const lines of [place.lines - 1, place.lines])
      this.#timed("a block moved", () => {
        this.#session.dispatch(setPlace(block.attrs.id, { ...place, lines }), { label: "move" });
        this.#frame();
      });
  }

  #timed(act: Act, work: () => void): void {
    const start = performance.now();
    work();
    this.times.get(act)?.push(performance.now() - start);
  }

  #type(i: number): void {
    let at = 0;
    this.#page.descendants((node, pos) => {
      if (node.type.name === "paragraph" && at === 0) at = pos + 3;
      return at === 0;
    });
    // No two sessions type the same: lines are kept by their text.
    const sign = String.fromCharCode(
      0x4e00 + ((this.#keys++ * 7919 + Math.floor(Math.random() * 20_000)) % 20_000),
    );
    const { steps } = new Transform(this.#page).insert(at + i, schema.text(sign));
    this.#session.apply([{ kind: "steps", page: this.#page.attrs.id, steps }], { label: "typing" });
  }
}

/** The lower quartile: what is left when the machine does nothing else. */
export const usual = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? Number.NaN;
