import { describe, expect, it } from "vitest";
import { type DeskAction, initialState, reduce, scaleOf } from "../../../renderer/desk/state.ts";
import { createStore } from "../../../renderer/desk/store.ts";

const stateAfter = (...actions: DeskAction[]) => actions.reduce(reduce, initialState);

describe("the desk's state", () => {
  it("zooms between 25 and 400 %", () => {
    expect(scaleOf(stateAfter({ type: "zoom", zoom: { scale: 9 } }))).toBe(4);
    expect(scaleOf(stateAfter({ type: "zoom", zoom: { scale: 0.01 } }))).toBe(0.25);
  });

  it("shows the scale that a fit came to", () => {
    expect(
      scaleOf(stateAfter({ type: "zoom", zoom: { fit: "width" } }, { type: "fitted", scale: 0.63 })),
    ).toBe(0.63);
  });

  it("selects nothing on a page that was turned to", () => {
    expect(stateAfter({ type: "block", block: "a" }, { type: "page", page: "p2" }).block).toBe(null);
  });

  it("tells two clicks at one place apart", () => {
    const click: DeskAction = { type: "caret", page: "p", pos: 7 };
    expect(stateAfter(click, click).caret).toEqual({ page: "p", pos: 7, serial: 2 });
  });

  it("forgets the old edition's selection and dialog when another is opened", () => {
    const state = stateAfter(
      { type: "block", block: "a" },
      { type: "mark", mark: "m" },
      { type: "dialog", dialog: { kind: "palette" } },
      { type: "opened", page: "p1" },
    );
    expect(state).toMatchObject({ page: "p1", block: null, mark: null, dialog: null });
  });
});

it("a store tells its listeners of changes, and of nothing else", () => {
  const store = createStore(reduce, initialState);
  let told = 0;
  const stop = store.subscribe(() => told++);
  store.dispatch({ type: "view", view: "proof" });
  store.dispatch({ type: "view", view: "proof" });
  stop();
  store.dispatch({ type: "view", view: "write" });
  expect(told).toBe(1);
});
