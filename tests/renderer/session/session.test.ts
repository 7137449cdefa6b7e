import { describe, expect, it } from "vitest";
import { replaceText, run } from "../../../core/edition/commands.ts";
import { Session, type SessionHost } from "../../../renderer/session/session.ts";
import { article, edition, newId, p, page } from "../../core/edition/builders.ts";

/** A session whose host tells in `told` what is asked of it, and fails to append as often as `fails` says. */
function sessionOf(told: string[], fails = 0): Session {
  return new Session(ferry(), hostOf(told, fails));
}

const ferry = () => edition(page("A1", article({ id: "a" }, "渡口", p("昨日清晨。"))));

function hostOf(told: string[], fails = 0): SessionHost {
  let left = fails;
  return {
    compose() {
      told.push("compose");
      return [];
    },
    proofread: () => ({ findings: [], figures: [] }) as never,
    async append(_changes, label) {
      told.push(`append ${label}`);
      if (left-- > 0) throw { key: "host.append-failed" };
    },
    newId,
    onFrame(work) {
      queueMicrotask(work);
      return () => {};
    },
    onPause: () => () => {},
    wait: async (ms) => void told.push(`wait ${ms}`),
  };
}

const type = (session: Session, text: string) =>
  session.dispatch(replaceText("page-A1", 1, 0, 0, text), { label: text });

describe("what another window writes", () => {
  it("is shown where the edition is only read, and neither logged nor undone", async () => {
    const told: string[] = [];
    const session = new Session(ferry(), hostOf(told), { readOnly: true });
    await Promise.resolve();
    told.length = 0;
    session.receive(run(replaceText("page-A1", 1, 0, 0, "南"), session.state.edition, newId));
    expect(session.state.edition.pages[0]?.textContent).toContain("南渡口");
    expect(session.state).toMatchObject({ unsaved: 0, history: { done: [] } });
    await Promise.resolve();
    expect(told).toEqual(["compose"]);
    expect(() => sessionOf([]).receive([])).toThrow(RangeError);
  });
});

describe("what is found of the file while nobody types", () => {
  it("is told, and what an append says goes before it", async () => {
    const told: string[] = [];
    const session = sessionOf(told, 1);
    const gone = { key: "store.moved", values: { file: "a.dayang" } };
    session.watched({ trouble: gone, waiting: false });
    expect(session.state).toMatchObject({ trouble: gone, unsaved: 0 });
    session.watched({ trouble: null, waiting: true });
    expect(session.state).toMatchObject({ trouble: null, waiting: true });
    type(session, "南");
    await Promise.resolve();
    session.watched({ trouble: gone, waiting: false });
    expect(session.state.waiting).toBe(true);
    await session.saved();
    expect(session.state).toMatchObject({ trouble: null, waiting: false, unsaved: 0 });
  });
});

describe("a key", () => {
  it("is composed before what listens does work of its own, and sent to the log after", async () => {
    const told: string[] = [];
    const session = sessionOf(told);
    await Promise.resolve();
    told.length = 0;
    const stop = session.subscribe(() => {
      stop();
      queueMicrotask(() => told.push("panels"));
    });
    type(session, "南");
    expect(session.state.unsaved).toBe(1);
    await session.saved();
    expect(told).toEqual(["compose", "panels", "append 南"]);
  });

  it("is kept until the log takes it, and the next ones wait behind it in their order", async () => {
    const told: string[] = [];
    const session = sessionOf(told, 2);
    type(session, "一");
    type(session, "二");
    await session.saved();
    expect(told.filter((line) => line !== "compose")).toEqual([
      "append 二",
      "wait 250",
      "append 二",
      "wait 500",
      "append 二",
    ]);
    expect(session.state).toMatchObject({ unsaved: 0, trouble: null });
  });

  it("is told to be waiting for the disk where the log does not answer, and not any more once it does", async () => {
    const told: string[] = [];
    let late = () => {};
    const answer = Promise.withResolvers<void>();
    const host: SessionHost = {
      ...hostOf(told),
      append: () => answer.promise,
      onLate(work) {
        late = work;
        return () => {
          late = () => told.push("called off");
        };
      },
    };
    const session = new Session(ferry(), host);
    type(session, "一");
    await Promise.resolve();
    expect(session.state.waiting).toBe(false);
    late();
    expect(session.state).toMatchObject({ waiting: true, trouble: null, unsaved: 1 });
    // The window goes on meanwhile.
    type(session, "二");
    expect(session.state.edition.pages[0]?.textContent).toContain("二一");
    answer.resolve();
    await session.saved();
    expect(session.state.waiting).toBe(false);
    late();
    expect(told).toContain("called off");
  });
});
