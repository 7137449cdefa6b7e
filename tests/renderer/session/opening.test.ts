/** An edition just opened: the page in front is there at once, the others come while nobody does anything. */
import { expect, it } from "vitest";
import type { Sheet } from "../../../core/compose/sheet.ts";
import { replaceText } from "../../../core/edition/commands.ts";
import { Session, type SessionHost } from "../../../renderer/session/session.ts";
import { article, edition, newId, p, page } from "../../core/edition/builders.ts";

const three = () =>
  edition(...["A1", "A2", "A3"].map((number) => page(number, article(`${number}标题`, p("昨日清晨。")))));

/** A host that does its idle work when it is told to, and notes in `told` what it is asked for. */
function desk(told: string[]) {
  const idle: (() => void)[] = [];
  const frames: (() => void)[] = [];
  const host: SessionHost = {
    compose(now, pages) {
      const wanted = now.pages.filter(({ attrs }) => pages?.has(attrs.id) ?? true);
      told.push(`compose ${wanted.map(({ attrs }) => attrs.number).join(" ")}`);
      return wanted.map(({ attrs }) => ({ number: attrs.number }) as unknown as Sheet);
    },
    readAhead: (reading, _edition, at) => void told.push(`read ${reading.pages[at]?.number}`),
    proofread: () => ({ findings: [], figures: [] }) as never,
    append: async () => {},
    newId,
    onFrame(work) {
      frames.push(work);
      return () => {};
    },
    onPause: () => () => {},
    onIdle: (work) => void idle.push(work),
    wait: async () => {},
  };
  const run = (works: (() => void)[]) => {
    for (const work of works.splice(0)) work();
  };
  const rest = () => {
    while (idle.length > 0) run(idle);
  };
  return { host, rest, idle: () => run(idle), frame: () => run(frames) };
}

const shown = ({ state }: Session) => state.sheets.map(({ number }) => number).join(" ");

it("composes the page in front before anything else, and at last them all", () => {
  const told: string[] = [];
  const { host, rest } = desk(told);
  const session = new Session(three(), host, { front: "A2" });
  expect(told).toEqual(["compose A2"]);
  expect(shown(session)).toBe("A2");
  rest();
  expect(shown(session)).toBe("A1 A2 A3");
  expect(told.slice(-3)).toEqual(["read A1", "read A2", "read A3"]);
});

it("composes a page that is turned to before its turn, and what is typed meanwhile on the pages that are there", () => {
  const told: string[] = [];
  const { host, rest, frame } = desk(told);
  const session = new Session(three(), host);
  session.show("page-A3");
  expect(shown(session)).toBe("A1 A3");
  session.dispatch(replaceText("page-A1", 1, 0, 0, "南"), { label: "typing" });
  frame();
  expect(told.at(-1)).toBe("compose A1 A3");
  rest();
  expect(shown(session)).toBe("A1 A2 A3");
});

it("waits while an input method composes", () => {
  const told: string[] = [];
  const { host, idle, rest } = desk(told);
  const session = new Session(three(), host);
  session.setComposing(true);
  session.setComposing(false);
  session.setComposing(true);
  for (let i = 0; i < 20; i++) idle();
  expect(told).toEqual(["compose A1"]);
  session.setComposing(false);
  rest();
  expect(session.state.proofing).not.toBeNull();
  expect(shown(session)).toBe("A1 A2 A3");
});

it("is composed whole where there is one page, or where the host has no idle time", () => {
  const told: string[] = [];
  new Session(edition(page("A1", article("标题", p("昨日。")))), desk(told).host);
  const { onIdle: _, ...busy } = desk(told).host;
  new Session(three(), busy);
  expect(told).toEqual(["compose A1", "compose A1 A2 A3"]);
});
